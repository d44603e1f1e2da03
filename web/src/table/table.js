/* Any table of a page from rows of plain values: sorted by its heads, filtered by words and column by column. */
import { all, announce, closest, one, withData } from "../dom.js";
import { fill } from "../html.js";
import { cellOrder } from "./cells.js";
import { wordsOf } from "../search/matcher.js";
import { foldedRow, passing } from "./filters.js";
import { bodyHtml, countOf, frameHtml, headHtml, keyOf } from "./markup.js";

/** @import { Table } from "../payloads" */
/** @import { TableState } from "../types" */

const PLACE = "data-table-place";
const FIELDS = "[data-any-filter], [data-column-filter]";
const SPOKEN_AFTER = 600;

/** @type {WeakMap<Element, TableState>} what each place shows */
const drawn = new WeakMap();
let made = 0; // tables framed so far: their ids count up
let speaking = 0;

/** @param {Element} place */
const stateOf = (place) => /** @type {TableState} */ (drawn.get(place));

/**
 * @param {HTMLElement} place
 * @param {TableState} state
 */
function frame(place, state) {
  made += 1;
  place.setAttribute(PLACE, "");
  fill(place, frameHtml(`table-body-${made}`, state.table.label || "Table", place.classList.contains("table-scroll")));
  /** @type {HTMLInputElement} */ (one(place, "[data-any-filter]")).value = state.any;
}

/**
 * Where the focus is among heads and filter fields, by the column's label; null when it is elsewhere.
 * @param {HTMLElement} head
 * @param {string[]} labels
 */
function focusIn(head, labels) {
  const at = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const kind = at && head.contains(at) && ["data-column-filter", "data-sort"].find((name) => at.hasAttribute(name));
  if (!kind) return null;
  const caret = kind === "data-column-filter" ? [at.selectionStart, at.selectionEnd] : null;
  return { kind, label: labels[Number(at.getAttribute(kind))], caret };
}

/**
 * Heads and filter fields stay in the page as long as the columns do, so that typing keeps its focus and caret.
 * @param {HTMLElement} place
 * @param {TableState} state
 */
function writeHead(place, state) {
  const head = one(place, "thead");
  const labels = JSON.stringify(state.table.columns);
  if (head.children.length && state.labels === labels) return;
  state.labels = labels;
  const focus = focusIn(head, state.heads);
  fill(head, headHtml(state));
  state.heads = state.table.columns.map((column) => column.label);
  if (!focus) return;
  const again = withData(head, focus.kind, String(state.heads.indexOf(focus.label)));
  again?.focus({ preventScroll: true });
  if (again && focus.caret) /** @type {HTMLInputElement} */ (again).setSelectionRange(focus.caret[0], focus.caret[1]);
}

/**
 * @param {HTMLElement} place
 * @param {TableState} state
 */
function markSorted(place, { sort, table }) {
  all(place, "thead th").forEach((head, k) => {
    const on = sort && keyOf(table.columns[k]) === sort.key;
    if (on) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
    one(head, ".arrow").textContent = on ? (sort.down ? "▼" : "▲") : "↕";
  });
}

/**
 * @param {HTMLElement} place
 * @param {TableState} state
 */
function writeTools(place, { table, typed, any, open }) {
  const used = table.columns.filter((column) => (typed.get(column.label) || "").trim()).length;
  const button = one(place, "[data-filter-columns]");
  button.textContent = used ? `Filter columns (${used})` : "Filter columns";
  button.setAttribute("aria-expanded", String(open));
  one(place, "[data-clear-filters]").hidden = !used && !any.trim();
  one(place, ".column-filters").hidden = !open;
}

/**
 * The rows anew, with the focus on the link or button that had it.
 * @param {HTMLElement} place
 * @param {TableState} state
 * @param {number[]} shown
 */
function writeBody(place, state, shown) {
  const body = one(place, "tbody");
  const at = body.contains(document.activeElement) ? document.activeElement : null;
  const row = at?.closest("tr");
  const which = row && at ? [...row.querySelectorAll("a, button")].indexOf(at) : -1;
  fill(body, bodyHtml(state.table, shown));
  const again = row && withData(body, "data-row", row.dataset.row);
  if (again) all(again, "a, button")[which]?.focus({ preventScroll: true });
}

/**
 * The positions of the rows that pass the filters, in the order asked for.
 * @param {TableState} state
 */
function shownRows(state) {
  const { table, sort, any, typed } = state;
  const filtered = [any, ...typed.values()].some((words) => words.trim());
  if (filtered) state.folded ||= table.rows.map(foldedRow);
  const shown = filtered && state.folded ? passing(table, state.folded, wordsOf(any), typed) : [...table.rows.keys()];
  const by = sort ? table.columns.findIndex((column) => keyOf(column) === sort.key) : -1;
  if (sort && by >= 0) shown.sort((i, j) => cellOrder(table.rows[i][by], table.rows[j][by], sort.down));
  return shown;
}

/** @param {HTMLElement} place */
function draw(place) {
  const state = stateOf(place);
  const shown = shownRows(state);
  state.count = countOf(shown.length, state.table.rows.length);
  writeHead(place, state);
  markSorted(place, state);
  writeTools(place, state);
  one(place, "caption span").textContent = `${state.table.caption} ${state.count}.`;
  writeBody(place, state, shown);
}

/**
 * Fill an element with a table. Sort and filters stay while its `kind` and its columns do.
 * @param {HTMLElement} place
 * @param {Table} table
 */
export function fillTable(place, table) {
  const before = drawn.get(place);
  const fresh = { sort: table.sort || null, any: "", typed: new Map(), open: before?.open ?? false, labels: "", heads: [] };
  const kept = before && before.table.kind === table.kind ? before : fresh;
  const { sort } = kept;
  const known = sort && table.columns.some((column) => keyOf(column) === sort.key);
  const state = { ...kept, sort: known ? sort : table.sort || null, table, folded: null, count: "" };
  drawn.set(place, state);
  if (kept !== before || !place.querySelector("tbody")) frame(place, state);
  draw(place);
}

/** @param {() => string} words */
function speak(words) {
  window.clearTimeout(speaking);
  speaking = window.setTimeout(() => announce(words()), SPOKEN_AFTER);
}

/**
 * @param {HTMLElement} place
 * @param {number} k
 */
function sortBy(place, k) {
  const state = stateOf(place);
  const column = state.table.columns[k];
  const key = keyOf(column);
  const first = Boolean(column.number) && !state.table.smallestFirst;
  const sort = { key, down: state.sort?.key === key ? !state.sort.down : first };
  state.sort = sort;
  draw(place);
  speak(() => `Sorted by ${column.label}, ${sort.down ? "descending" : "ascending"}.`);
}

/** @param {HTMLElement} place */
function showFilters(place) {
  const state = stateOf(place);
  state.open = !state.open;
  writeTools(place, state);
  if (state.open) one(place, "[data-column-filter]").focus();
}

/** @param {HTMLElement} place */
function clearFilters(place) {
  const state = stateOf(place);
  Object.assign(state, { any: "", typed: new Map() });
  for (const field of place.querySelectorAll("input")) field.value = "";
  draw(place);
  one(place, "[data-any-filter]").focus();
  speak(() => state.count);
}

/**
 * @param {HTMLElement} place
 * @param {HTMLInputElement} field
 */
function type(place, field) {
  const state = stateOf(place);
  if (field.hasAttribute("data-any-filter")) state.any = field.value;
  else state.typed.set(state.heads[Number(field.dataset.columnFilter)], field.value);
  draw(place);
  speak(() => state.count);
}

/** @param {Event} event */
function onClick(event) {
  const place = closest(event, `[${PLACE}]`);
  const button = closest(event, "button");
  if (!place || !button) return;
  if (button.dataset.sort) sortBy(place, Number(button.dataset.sort));
  else if (button.hasAttribute("data-filter-columns")) showFilters(place);
  else if (button.hasAttribute("data-clear-filters")) clearFilters(place);
}

/** @param {KeyboardEvent} event */
function onEscape(event) {
  const place = event.key === "Escape" ? closest(event, `[${PLACE}]`) : null;
  const field = /** @type {HTMLInputElement | null} */ (closest(event, FIELDS));
  if (!place || !field?.value) return;
  event.preventDefault();
  event.stopPropagation();
  field.value = "";
  type(place, field);
}

export function listen() {
  document.addEventListener("click", onClick);
  document.addEventListener("input", (event) => {
    const place = closest(event, `[${PLACE}]`);
    const field = /** @type {HTMLInputElement | null} */ (closest(event, FIELDS));
    if (place && field) type(place, field);
  });
  // Esc empties the field; what else the page does on Esc waits for the next one.
  document.addEventListener("keydown", onEscape, true);
}
