/* The search field: an ARIA combobox. */
import { configured } from "../config.js";
import { announce, byId, closest, find } from "../dom.js";
import { fill, html } from "../html.js";
import { findAll, searchEntries } from "./find.js";
import { follow } from "./go.js";
import { findPostcode, isPostcode } from "./postcodes.js";

/** @import { Entry } from "../types" */

const MOST = 12;

/** @typedef {{ entries: Entry[], said: string }} Found */

/** @type {Entry[]} the entries listed */
let shown = [];
let said = ""; // what there is to say besides
let looking = Promise.resolve(); // until what was typed last has been looked for
let active = -1; // the one that the arrows have reached

const field = () => /** @type {HTMLInputElement} */ (byId("search"));
const listbox = () => byId("search_list");
/** @param {Event} event */
const atField = (event) => configured() && event.target !== null && event.target === find("search");

function close() {
  shown = [];
  active = -1;
  listbox().hidden = true;
  field().setAttribute("aria-expanded", "false");
  field().removeAttribute("aria-activedescendant");
}

/** @param {string} words */
const note = (words) => html`<li class="none" role="option" aria-disabled="true" aria-selected="false">${words}</li>`;

/**
 * @param {Entry[]} entries
 * @param {number} at the active one
 * @param {number} total how many were found
 * @param {string} [words] what there is to say besides
 */
export function optionsHtml(entries, at, total, words = "") {
  const rows = entries.map(
    (entry, k) =>
      html`<li role="option" id="search-option-${k}" data-option="${k}" aria-selected="${String(k === at)}"><span>${entry.name}</span><small>${entry.kind}</small></li>`,
  );
  if (words) rows.unshift(note(words));
  else if (!entries.length) rows.push(note("Nothing has that in its name. Try fewer letters."));
  else if (total > entries.length) rows.push(note(`and ${total - entries.length} more: type more letters`));
  return html`${rows}`;
}

/** @param {number} total */
function render(total) {
  fill(listbox(), optionsHtml(shown, active, total, said));
  listbox().hidden = false;
  field().setAttribute("aria-expanded", "true");
  if (active >= 0) {
    field().setAttribute("aria-activedescendant", `search-option-${active}`);
    byId("search_list").querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  } else field().removeAttribute("aria-activedescendant");
}

/**
 * @param {string} typed
 * @returns {Promise<Found>}
 */
async function search(typed) {
  const [all, postcode] = await Promise.all([searchEntries(), isPostcode(typed) ? findPostcode(typed) : { entries: [], said: "" }]);
  const named = findAll(all, typed);
  // A trust's code looks like a postcode: what has just that for a name says enough.
  return { entries: [...postcode.entries, ...named], said: named.length ? "" : postcode.said };
}

async function type() {
  const typed = field().value;
  if (!typed.trim()) {
    close();
    return;
  }
  const found = await search(typed);
  if (field().value !== typed) return; // more has been typed meanwhile
  shown = found.entries.slice(0, MOST);
  said = found.said;
  active = -1;
  const many = found.entries.length;
  announce(said || (many === 1 ? "1 result" : `${many} results`));
  render(many);
}

/** @param {Entry} entry */
function pick(entry) {
  field().value = "";
  close();
  follow(entry);
}

/** Enter takes what is marked, else the first, of what was typed last: whoever types fast need not wait. */
async function enter() {
  await looking;
  const entry = shown[Math.max(active, 0)];
  if (entry) pick(entry);
}

/**
 * Dash's inputs take no role, so the field becomes a combobox as it is entered.
 * @param {Element} input
 */
function dress(input) {
  if (input.getAttribute("role") === "combobox") return;
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": listbox().id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (!atField(event)) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!shown.length) return;
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
    render(shown.length);
    event.preventDefault();
  } else if (event.key === "Enter" && field().value.trim()) {
    enter();
    event.preventDefault();
  } else if (event.key === "Escape") {
    if (!listbox().hidden) event.stopPropagation();
    close();
  }
}

/** @param {MouseEvent} event */
function onPress(event) {
  const list = configured() && find("search_list");
  if (!list) return;
  const option = closest(event, "[data-option]");
  if (option) {
    event.preventDefault();
    pick(shown[Number(option.dataset.option)]);
  } else if (!atField(event) && !list.hidden) close();
}

export function listen() {
  document.addEventListener("focusin", (event) => {
    if (atField(event)) dress(field());
  });
  document.addEventListener("input", (event) => {
    if (atField(event)) looking = type();
  });
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("mousedown", onPress);
}
