/* The callbacks of pages that have tables, or nothing to draw at all. */
import { configure } from "../config.js";
import { fillTable } from "../table/table.js";

/** @import { Config, Table } from "../payloads" */

export const callbacks = {
  /**
   * A page with nothing to draw still tells the scripts its ids, so that search works.
   * @param {Config} given
   */
  ready(given) {
    configure(given);
    return "";
  },

  /**
   * Every table of a page by its element's id. Returns what to tell a screen reader.
   * @param {Record<string, Table> | null} tables
   * @param {Config} given
   */
  draw(tables, given) {
    configure(given);
    const found = Object.entries(tables || {});
    for (const [id, table] of found) fillTable(/** @type {HTMLElement} */ (document.getElementById(id)), table);
    return found.map(([, table]) => `${table.label}: ${table.rows.length} rows.`).join(" ");
  },
};
