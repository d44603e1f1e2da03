/* The table under the map: every row the map draws, as real HTML. */
import { closest, byId } from "../dom.js";
import { configured } from "../config.js";
import { load } from "../files.js";
import { fill, html } from "../html.js";
import { goTo } from "../search/go.js";
import { bodyTable, districtTable, institutionTable } from "./map_rows.js";
import { fillTable } from "./table.js";

/** @import { Cell, DaySnapshot, Table } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { AllFiles, ColumnOf, MadeTable } from "../types" */

/** @type {Record<string, (view: MapView, snapshot: DaySnapshot, files: AllFiles) => MadeTable<any>>} */
const KINDS = { districts: districtTable, bodies: bodyTable, institutions: institutionTable };
const NOTHING = {
  districts: "",
  bodies: "No outlines are shown. Switch on a layer to list its bodies here.",
  institutions: "No points are shown. Switch on universities or NHS trusts to list them here.",
};
const WHAT = { districts: "Districts", bodies: "Bodies", institutions: "Institutions" };

/** @type {string | null} what the table was last drawn for */
let written = null;

/**
 * @param {ColumnOf<any>} column
 * @param {any} row
 * @returns {Cell}
 */
function cellOf(column, row) {
  const value = column.of(row);
  return column.show ? { t: column.show(value), v: /** @type {number | null} */ (value ?? null) } : value;
}

/**
 * A table of the map as `fillTable` takes it, or null when there is nothing to list.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {AllFiles} files
 * @returns {Table | null}
 */
export function mapTable(view, snapshot, files) {
  const { rows, columns } = KINDS[view.table](view, snapshot, files);
  if (!rows.length) return null;
  return {
    kind: view.table,
    caption: `${WHAT[view.table]} as at ${snapshot.words}. People are mid-2017 and do not move with the date.`,
    columns: columns.map(({ label, number, key }) => ({ label, number, key })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
    ids: rows.map((row) => row.id),
    selected: view.select,
    sort: { key: columns[0].label, down: false },
    smallestFirst: true,
  };
}

/**
 * Draw the table of the chosen kind. A change of the map that leaves the table as it is, as a pan does, redraws nothing.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 */
export async function writeTable(view, snapshot) {
  const place = byId("table");
  const [districts, measures, institutions] = await Promise.all(["districts", "measures", "institutions"].map(load));
  const asked = JSON.stringify([view.table, view.layers, view.measure, view.fallen, view.select, snapshot.day]);
  if (asked === written && place.firstChild) return;
  written = asked;
  const table = mapTable(view, snapshot, { districts, measures, institutions });
  if (table) fillTable(place, table);
  else fill(place, html`<p class="nothing">${NOTHING[view.table]}</p>`);
}

export function listen() {
  document.addEventListener("click", (event) => {
    const row = closest(event, "[data-select]");
    if (row && configured()) goTo(/** @type {string} */ (row.dataset.select));
  });
}
