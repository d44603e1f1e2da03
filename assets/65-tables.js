/* Any table of a page from rows of plain values: sortable, with a filter by words. */
(function () {
  "use strict";
  const app = window.landscape;
  const drawn = new Map();

  const value = (cell) => (cell && typeof cell === "object" ? cell.v ?? cell.t : cell);
  const text = (cell) => (cell && typeof cell === "object" ? cell.t : cell ?? "");
  const blank = (v) => v === null || v === undefined || v === "";

  function cellHtml(cell, column) {
    const shown = app.escape(typeof cell === "number" ? app.count(cell) : text(cell));
    const inner = cell && cell.h ? `<a href="${app.escape(cell.h)}">${shown}</a>` : shown;
    return column === 0 ? `<th scope="row">${inner}</th>` : inner;
  }

  function order(a, b, down) {
    if (blank(a) || blank(b)) return blank(a) - blank(b);
    const way = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en-GB");
    return down ? -way : way;
  }

  function draw(place) {
    const { table, sort, words } = drawn.get(place);
    const rows = table.rows
      .filter((row) => words.every((word) => row.some((cell) => String(text(cell)).toLowerCase().includes(word))))
      .sort((a, b) => (sort ? order(value(a[sort.key]), value(b[sort.key]), sort.down) : 0));
    const head = table.columns.map((column, k) => {
      const on = sort && sort.key === k;
      const aria = on ? ` aria-sort="${sort.down ? "descending" : "ascending"}"` : "";
      return `<th scope="col"${aria}${column.number ? ' class="number"' : ""}><button type="button" data-column="${k}">${app.escape(column.label)}<span class="arrow" aria-hidden="true">${on ? (sort.down ? "▼" : "▲") : "↕"}</span></button></th>`;
    });
    const body = rows.map((row) => `<tr>${row.map((cell, k) => {
      const html = cellHtml(cell, k);
      return k === 0 ? html : `<td${table.columns[k].number ? ' class="number"' : ""}>${html}</td>`;
    }).join("")}</tr>`);
    const count = rows.length === table.rows.length ? `${rows.length} rows` : `${rows.length} of ${table.rows.length} rows`;
    place.querySelector(".table-body").innerHTML = `<table><caption>${app.escape(table.caption)} ${count}.</caption><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  }

  /** Fill an element with a table `{caption, columns: [{label, number}], rows: [[cell]]}`; a cell is a value or {t, v, h}. */
  app.fillTable = (place, table) => {
    const before = drawn.get(place);
    drawn.set(place, { table, sort: before ? before.sort : null, words: before ? before.words : [] });
    if (!place.querySelector(".table-body")) {
      place.innerHTML = `<label class="table-filter">Filter <input type="search" class="form-control form-control-sm" placeholder="any words"></label><div class="table-body table-scroll" tabindex="0" role="region" aria-label="${app.escape(table.label || "Table")}"></div>`;
    }
    draw(place);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-column]");
    if (!button) return;
    const place = [...drawn.keys()].find((item) => item.contains(button));
    const state = drawn.get(place);
    const key = Number(button.dataset.column);
    state.sort = { key, down: state.sort && state.sort.key === key ? !state.sort.down : Boolean(state.table.columns[key].number) };
    draw(place);
    place.querySelector(`[data-column="${key}"]`).focus();
  });
  document.addEventListener("input", (event) => {
    const place = [...drawn.keys()].find((item) => item.contains(event.target));
    if (!place || !event.target.closest(".table-filter")) return;
    drawn.get(place).words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    draw(place);
  });

  window.dash_clientside.tables = {
    /** A page with nothing to draw still tells the scripts its ids, so that search works. */
    ready(config) {
      app.configure(config);
      return "";
    },
    /** Every table of a page: `tables` maps an element's id to its table. Returns what to tell a screen reader. */
    draw(tables, config) {
      app.configure(config);
      const found = Object.entries(tables || {});
      for (const [id, table] of found) app.fillTable(document.getElementById(id), table);
      return found.map(([, table]) => `${table.label}: ${table.rows.length} rows.`).join(" ");
    },
  };
})();
