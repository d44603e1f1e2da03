/* The strips of a place's page: every district a thin line, this place a thick one, the middle district an open mark. */
import { configure } from "../config.js";
import { all, find } from "../dom.js";
import { load } from "../files.js";
import { fill, html } from "../html.js";
import { leave } from "../links.js";

/** @import { Config, Districts, Measures } from "../payloads" */

const WIDTH = 180;
const HEIGHT = 22;
const MARGIN = 4;
const MOST_BESIDE = 3; // places that can stand beside this one

/**
 * Where on the strip a value stands. A few extreme districts would squeeze all others together: the scale ends where 98%
 * of districts lie, and they sit on its ends.
 * @param {number[]} values
 * @returns {(value: number) => string}
 */
export function scaleOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.01)];
  const high = sorted[Math.ceil(sorted.length * 0.99) - 1];
  return (value) => {
    const part = Math.min(Math.max((value - low) / (high - low || 1), 0), 1);
    return (MARGIN + part * (WIDTH - 2 * MARGIN)).toFixed(1);
  };
}

/**
 * @param {{ values: (number | null)[], middle: number | null }} measure
 * @param {Set<number>} chosen positions of the place's districts
 */
export function stripHtml({ values, middle }, chosen) {
  const known = values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const x = scaleOf(known.map(({ value }) => value));
  const lines = known.map(({ value }) => `M${x(value)} 5v12`).join("");
  const here = known
    .filter(({ i }) => chosen.has(i))
    .map(({ value }) => html`<path d="M${x(value)} 1v20" stroke="#0b1320" stroke-width="3"/>`);
  const mark = middle !== null && html`<circle cx="${x(middle)}" cy="11" r="4" fill="#fff" stroke="#0b1320" stroke-width="1.5"/>`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path d="${lines}" stroke="#6f8fad" stroke-width="1" opacity="0.45"/>${mark}${here}</svg>`;
}

/**
 * The query with one more place beside this one; the newest few stay.
 * @param {string} search
 * @param {string} code
 */
export function queryWith(search, code) {
  const query = new URLSearchParams(search);
  const beside = (query.get("with") || "").split(",").filter(Boolean);
  query.set("with", [...new Set([...beside, code])].slice(-MOST_BESIDE).join(","));
  return query.toString().replaceAll("%2C", ",");
}

/** @param {Districts} districts */
export function compareHtml({ code, name }) {
  const places = name.map((words, i) => ({ words, code: code[i] })).sort((a, b) => a.words.localeCompare(b.words, "en-GB"));
  const options = places.map((place) => html`<option value="${place.code}">${place.words}</option>`);
  return html`<option value="">Choose a district</option>${options}`;
}

/**
 * The list of districts to put beside this place; choosing one adds it to the address.
 * @param {Districts} districts
 */
function fillCompare(districts) {
  const select = /** @type {HTMLSelectElement | null} */ (find("compare"));
  if (!select || select.options.length) return;
  fill(select, compareHtml(districts));
  select.addEventListener("change", () => {
    leave.for(`?${queryWith(window.location.search, select.value)}`);
  });
}

export const callbacks = {
  /**
   * Fill every cell that asks for a strip.
   * @param {Config} given
   */
  async strips(given) {
    configure(given);
    /** @type {[Districts, Measures]} */
    const [districts, measures] = await Promise.all([load("districts"), load("measures")]);
    for (const cell of all(document, "[data-strip]")) {
      const codes = new Set((cell.dataset.codes ?? "").split(","));
      const { values, middle } = measures[/** @type {string} */ (cell.dataset.strip)];
      const chosen = new Set(districts.code.flatMap((code, i) => (codes.has(code) ? [i] : [])));
      fill(cell, stripHtml({ values: values ?? [], middle }, chosen));
    }
    fillCompare(districts);
    return "";
  },
};
