/*
 * The one way to HTML. `html` is a tagged template that escapes whatever is put into it, and `fill` the one place that
 * hands HTML to the browser, so that no name or id of a body, which may come from anywhere, can become part of the page's code.
 */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A piece of HTML that is safe as it stands; only `html` makes one. */
class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** @typedef {Html} Safe */
/** @typedef {Html | string | number | boolean | null | undefined | Piece[]} Piece */

/**
 * Text made safe for HTML, attribute values included.
 * @param {unknown} text
 */
export const escape = (text) => String(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);

/**
 * @param {Piece} piece
 * @returns {string}
 */
function safe(piece) {
  if (piece instanceof Html) return piece.text;
  if (Array.isArray(piece)) return piece.map(safe).join("");
  return piece === null || piece === undefined || piece === false ? "" : escape(piece);
}

/**
 * HTML in which every value is escaped, but for what `html` made itself; lists are joined, and null, undefined and false
 * leave nothing, so that a piece can depend on a condition. Attribute values stand in double quotes.
 * @param {TemplateStringsArray} strings
 * @param {Piece[]} values
 */
export const html = (strings, ...values) =>
  new Html(strings.reduce((text, next, k) => text + safe(values[k - 1]) + next));

/**
 * Pieces of HTML with HTML between them.
 * @param {Html[]} pieces
 * @param {Html} between
 */
export const joined = (pieces, between) => new Html(pieces.map((piece) => piece.text).join(between.text));

/**
 * Put HTML into an element, in place of what it holds.
 * @param {Element} element
 * @param {Html} markup
 */
export function fill(element, markup) {
  if (!(markup instanceof Html)) throw new TypeError("only what html`…` made may be put into the page");
  element.innerHTML = markup.text;
}

/**
 * Put HTML before everything that an element holds.
 * @param {Element} element
 * @param {Html} markup
 */
export const putFirst = (element, markup) => element.insertAdjacentHTML("afterbegin", markup.text);

/**
 * A colour as it may stand in a style or an attribute. Escaping keeps HTML whole but not CSS, in which a value could go on
 * with a semicolon; what is no plain colour is left clear.
 * @param {string} text
 */
export const colour = (text) => (/^#[0-9a-f]{3,8}$|^rgba?\([\d., ]+\)$/i.test(text) ? text : "transparent");
