/* The search field: an ARIA combobox. */
import { configured } from "../config.js";
import { announce, byId, closest, find } from "../dom.js";
import { fill, html } from "../html.js";
import { findAll, searchEntries } from "./find.js";
import { goTo } from "./go.js";

/** @import { Entry } from "../types" */

const MOST = 12;

/** @type {Entry[]} the entries listed */
let shown = [];
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
 */
export function optionsHtml(entries, at, total) {
  const rows = entries.map(
    (entry, k) =>
      html`<li role="option" id="search-option-${k}" data-option="${k}" aria-selected="${String(k === at)}"><span>${entry.name}</span><small>${entry.kind}</small></li>`,
  );
  if (!entries.length) rows.push(note("Nothing has that in its name. Try fewer letters."));
  else if (total > entries.length) rows.push(note(`and ${total - entries.length} more: type more letters`));
  return html`${rows}`;
}

/** @param {number} total */
function render(total) {
  fill(listbox(), optionsHtml(shown, active, total));
  listbox().hidden = false;
  field().setAttribute("aria-expanded", "true");
  if (active >= 0) {
    field().setAttribute("aria-activedescendant", `search-option-${active}`);
    listbox().children[active].scrollIntoView({ block: "nearest" });
  } else field().removeAttribute("aria-activedescendant");
}

async function type() {
  const typed = field().value;
  if (!typed.trim()) {
    close();
    return;
  }
  const all = findAll(await searchEntries(), typed);
  if (field().value !== typed) return; // more has been typed meanwhile
  shown = all.slice(0, MOST);
  active = -1;
  announce(all.length === 1 ? "1 result" : `${all.length} results`);
  render(all.length);
}

/** @param {Entry} entry */
function pick(entry) {
  field().value = "";
  close();
  goTo(entry.id);
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
  } else if (event.key === "Enter" && shown.length) {
    pick(shown[Math.max(active, 0)]);
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
    if (atField(event)) type();
  });
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("mousedown", onPress);
}
