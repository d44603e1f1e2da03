/* A table's HTML. */
import { html } from "../html.js";
import { followable } from "../links.js";
import { cellText, rich } from "./cells.js";

/** @import { Cell, CellPart, Column, Table } from "../payloads" */
/** @import { TableState } from "../types" */

const NUMBER_HINT = html`placeholder="&gt;10, 5-9" title="For example &gt;10, &lt;=5, 10-20 or words"`;
const WORDS_HINT = html`placeholder="words" title="Any words, in any order"`;

/** @param {Column} column */
export const keyOf = (column) => column.key || column.label;

/** @param {Column} column */
const numbered = (column) => column.number && html` class="number"`;

/** @param {CellPart} part */
function piece(part) {
  if (typeof part === "string") return html`${part}`;
  const href = followable(part.h);
  return href ? html`<a href="${href}">${part.t}</a>` : html`${part.t}`;
}

/**
 * @param {Cell} cell
 * @param {Column} column
 * @param {number} k
 */
function cellHtml(cell, column, k) {
  const more = rich(cell);
  const inner = more?.select
    ? html`<button type="button" class="link" data-select="${more.select}">${more.t}</button>`
    : (more?.parts ?? [{ t: cellText(cell), h: more?.h }]).map(piece);
  return k === 0 ? html`<th scope="row">${inner}</th>` : html`<td${numbered(column)}>${inner}</td>`;
}

/** @param {TableState} state */
export function headHtml({ table, typed, open }) {
  const heads = table.columns.map(
    (column, k) =>
      html`<th scope="col"${numbered(column)}><button type="button" data-sort="${k}">${column.label}<span class="arrow" aria-hidden="true"></span></button></th>`,
  );
  const fields = table.columns.map((column, k) => {
    const hint = column.number ? NUMBER_HINT : WORDS_HINT;
    return html`<td><input type="search" class="form-control form-control-sm" data-column-filter="${k}" aria-label="Filter by ${column.label}" ${hint} value="${typed.get(column.label) || ""}"></td>`;
  });
  return html`<tr>${heads}</tr><tr class="column-filters"${!open && html` hidden`}>${fields}</tr>`;
}

/**
 * @param {Table} table
 * @param {number[]} shown positions of the rows that pass, in order
 */
export function bodyHtml(table, shown) {
  if (!shown.length && table.rows.length) {
    return html`<tr><td colspan="${table.columns.length}" class="nothing">No row passes the filters.</td></tr>`;
  }
  return html`${shown.map((i) => {
    const id = table.ids ? table.ids[i] : i;
    const chosen = table.ids && id === table.selected && html` class="selected" aria-current="true"`;
    return html`<tr data-row="${id}"${chosen}>${table.rows[i].map((cell, k) => cellHtml(cell, table.columns[k], k))}</tr>`;
  })}`;
}

/**
 * What stands round a table: the fields and buttons over it, and the region that scrolls unless the place itself does.
 * @param {string} id of the region
 * @param {string} label
 * @param {boolean} scrolls whether the place is a region that scrolls, named by its page
 */
export function frameHtml(id, label, scrolls) {
  const region = !scrolls && html` tabindex="0" role="region" aria-label="${label}"`;
  return html`<div class="table-tools"><label class="table-filter">Filter <input type="search" class="form-control form-control-sm" data-any-filter placeholder="any words"></label>
      <button type="button" class="button" data-filter-columns aria-controls="${id}"></button><button type="button" class="link" data-clear-filters>Clear filters</button></div>
      <div class="table-body${!scrolls && " table-scroll"}" id="${id}"${region}><table><caption><span></span></caption><thead></thead><tbody></tbody></table></div>`;
}

/**
 * "3 of 12 rows", "12 rows", "1 row".
 * @param {number} shown
 * @param {number} all
 */
export const countOf = (shown, all) => `${shown === all ? "" : `${shown} of `}${all} ${all === 1 ? "row" : "rows"}`;
