/* Any table of a page from rows of plain values: sorted by its heads, filtered by words and column by column. */
(function () {
  "use strict";
  const app = window.landscape;
  const drawn = new WeakMap();
  const PLACE = "data-table-place";
  const HINTS = {
    true: 'placeholder=">10, 5-9" title="For example >10, &lt;=5, 10-20 or words"',
    false: 'placeholder="words" title="Any words, in any order"',
  };
  const SPOKEN_AFTER = 600;
  let made = 0;

  const keyOf = (column) => column.key || column.label;
  const placeOf = (target) => target.closest(`[${PLACE}]`);
  const numbered = (column) => (column.number ? ' class="number"' : "");

  function piece(part) {
    if (typeof part === "string") return app.escape(part);
    return part.h ? `<a href="${app.escape(part.h)}">${app.escape(part.t)}</a>` : app.escape(part.t);
  }

  function cellHtml(cell, column, k) {
    const whole = { t: app.cellText(cell), h: cell && cell.h };
    const inner = cell && cell.select ? `<button type="button" class="link" data-select="${app.escape(cell.select)}">${app.escape(cell.t)}</button>`
      : (cell && cell.parts ? cell.parts : [whole]).map(piece).join("");
    return k === 0 ? `<th scope="row">${inner}</th>` : `<td${numbered(column)}>${inner}</td>`;
  }

  function headHtml({ table, typed, open }) {
    const heads = table.columns.map((column, k) =>
      `<th scope="col"${numbered(column)}><button type="button" data-sort="${k}">${app.escape(column.label)}<span class="arrow" aria-hidden="true"></span></button></th>`);
    const fields = table.columns.map((column, k) => {
      const now = app.escape(typed.get(column.label) || "");
      return `<td><input type="search" class="form-control form-control-sm" data-column-filter="${k}" aria-label="Filter by ${app.escape(column.label)}" ${HINTS[Boolean(column.number)]} value="${now}"></td>`;
    });
    return `<tr>${heads.join("")}</tr><tr class="column-filters"${open ? "" : " hidden"}>${fields.join("")}</tr>`;
  }

  function bodyHtml({ table }, shown) {
    if (!shown.length && table.rows.length) return `<tr><td colspan="${table.columns.length}" class="nothing">No row passes the filters.</td></tr>`;
    return shown.map((i) => {
      const id = table.ids ? table.ids[i] : i;
      const chosen = table.ids && id === table.selected ? ' class="selected" aria-current="true"' : "";
      return `<tr data-row="${app.escape(id)}"${chosen}>${table.rows[i].map((cell, k) => cellHtml(cell, table.columns[k], k)).join("")}</tr>`;
    }).join("");
  }

  function frame(place, state) {
    const id = `table-body-${(made += 1)}`;
    const scrolls = place.classList.contains("table-scroll"); // the place itself, named by its page
    const region = scrolls ? "" : ` tabindex="0" role="region" aria-label="${app.escape(state.table.label || "Table")}"`;
    place.setAttribute(PLACE, "");
    place.innerHTML = `<div class="table-tools"><label class="table-filter">Filter <input type="search" class="form-control form-control-sm" data-any-filter placeholder="any words"></label>
      <button type="button" class="button" data-filter-columns aria-controls="${id}"></button><button type="button" class="link" data-clear-filters>Clear filters</button></div>
      <div class="table-body${scrolls ? "" : " table-scroll"}" id="${id}"${region}><table><caption><span></span></caption><thead></thead><tbody></tbody></table></div>`;
    place.querySelector("[data-any-filter]").value = state.any;
  }

  /** Heads and filter fields stay in the page as long as the columns do, so that typing keeps its focus and caret. */
  function writeHead(place, state) {
    const head = place.querySelector("thead");
    const labels = JSON.stringify(state.table.columns);
    if (head.children.length && state.labels === labels) return;
    state.labels = labels;
    const at = head.contains(document.activeElement) && document.activeElement;
    const same = at && ["data-column-filter", "data-sort"].find((name) => at.hasAttribute(name));
    const label = same && state.heads[Number(at.getAttribute(same))];
    const caret = same === "data-column-filter" && [at.selectionStart, at.selectionEnd];
    head.innerHTML = headHtml(state);
    state.heads = state.table.columns.map((column) => column.label);
    const again = label && head.querySelector(`[${same}="${state.heads.indexOf(label)}"]`);
    if (again) again.focus({ preventScroll: true });
    if (again && caret) again.setSelectionRange(...caret);
  }

  function markSorted(place, { sort, table }) {
    place.querySelectorAll("thead th").forEach((head, k) => {
      const on = sort && keyOf(table.columns[k]) === sort.key;
      if (on) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
      head.querySelector(".arrow").textContent = on ? (sort.down ? "▼" : "▲") : "↕";
    });
  }

  function writeTools(place, { table, typed, any, open }) {
    const used = table.columns.filter((column) => (typed.get(column.label) || "").trim()).length;
    const button = place.querySelector("[data-filter-columns]");
    button.textContent = used ? `Filter columns (${used})` : "Filter columns";
    button.setAttribute("aria-expanded", String(open));
    place.querySelector("[data-clear-filters]").hidden = !used && !any.trim();
    place.querySelector(".column-filters").hidden = !open;
  }

  const countOf = (shown, table) => `${shown.length === table.rows.length ? "" : `${shown.length} of `}${table.rows.length} ${table.rows.length === 1 ? "row" : "rows"}`;

  /** The rows anew, with the focus on the link or button that had it. */
  function writeBody(place, state, shown) {
    const body = place.querySelector("tbody");
    const at = body.contains(document.activeElement) && document.activeElement;
    const row = at && at.closest("tr");
    const which = row && [...row.querySelectorAll("a, button")].indexOf(at);
    body.innerHTML = bodyHtml(state, shown);
    const again = row && body.querySelector(`tr[data-row="${CSS.escape(row.dataset.row)}"]`);
    if (again) again.querySelectorAll("a, button")[which]?.focus({ preventScroll: true });
  }

  function draw(place) {
    const state = drawn.get(place);
    const { table, sort, any, typed } = state;
    const by = sort ? table.columns.findIndex((column) => keyOf(column) === sort.key) : -1;
    const filtered = [any, ...typed.values()].some((words) => words.trim());
    if (filtered) state.folded ||= table.rows.map(app.foldedRow);
    const shown = filtered ? app.passing(table, state.folded, app.wordsOf(any), typed) : table.rows.map((_, i) => i);
    if (by >= 0) shown.sort((i, j) => app.cellOrder(table.rows[i][by], table.rows[j][by], sort.down));
    state.count = countOf(shown, table);
    writeHead(place, state);
    markSorted(place, state);
    writeTools(place, state);
    place.querySelector("caption span").textContent = `${table.caption} ${state.count}.`;
    writeBody(place, state, shown);
  }

  /**
   * Fill an element with a table `{caption, columns: [{label, number, key}], rows: [[cell]], sort, ids, selected, kind}`. A cell is
   * a value, or `{t: text, v: value to sort by, h: address, select: id, parts: [text or {t, h}]}`. Sort and filters stay while `kind`
   * and their columns do.
   */
  app.fillTable = (place, table) => {
    const before = drawn.get(place);
    const kept = before && before.table.kind === table.kind ? before : { sort: table.sort || null, any: "", typed: new Map(), open: before ? before.open : false, labels: "", heads: [] };
    if (kept.sort && !table.columns.some((column) => keyOf(column) === kept.sort.key)) kept.sort = table.sort || null;
    const state = { ...kept, table, folded: null };
    drawn.set(place, state);
    if (kept !== before || !place.querySelector("tbody")) frame(place, state);
    draw(place);
  };

  let speaking = 0;
  const speak = (words) => {
    window.clearTimeout(speaking);
    speaking = window.setTimeout(() => app.announce(words()), SPOKEN_AFTER);
  };

  function sortBy(place, k) {
    const state = drawn.get(place);
    const column = state.table.columns[k], key = keyOf(column);
    const first = Boolean(column.number) && !state.table.smallestFirst;
    state.sort = { key, down: state.sort && state.sort.key === key ? !state.sort.down : first };
    draw(place);
    speak(() => `Sorted by ${column.label}, ${state.sort.down ? "descending" : "ascending"}.`);
  }

  function showFilters(place) {
    const state = drawn.get(place);
    state.open = !state.open;
    writeTools(place, state);
    if (state.open) place.querySelector("[data-column-filter]").focus();
  }

  function clearFilters(place) {
    const state = drawn.get(place);
    Object.assign(state, { any: "", typed: new Map() });
    place.querySelectorAll("input").forEach((field) => (field.value = ""));
    draw(place);
    place.querySelector("[data-any-filter]").focus();
    speak(() => state.count);
  }

  function type(place, field) {
    const state = drawn.get(place);
    if (field.hasAttribute("data-any-filter")) state.any = field.value;
    else state.typed.set(state.heads[Number(field.dataset.columnFilter)], field.value);
    draw(place);
    speak(() => state.count);
  }

  document.addEventListener("click", (event) => {
    const place = placeOf(event.target);
    const button = place && event.target.closest("button");
    if (!button) return;
    if (button.dataset.sort) sortBy(place, Number(button.dataset.sort));
    else if (button.hasAttribute("data-filter-columns")) showFilters(place);
    else if (button.hasAttribute("data-clear-filters")) clearFilters(place);
  });
  document.addEventListener("input", (event) => {
    const place = placeOf(event.target);
    if (place && event.target.matches("[data-any-filter], [data-column-filter]")) type(place, event.target);
  });
  // Esc empties the field; what else the page does on Esc waits for the next one.
  document.addEventListener("keydown", (event) => {
    const place = event.key === "Escape" && event.target.matches?.("[data-any-filter], [data-column-filter]") && placeOf(event.target);
    if (!place || !event.target.value) return;
    event.preventDefault();
    event.stopPropagation();
    event.target.value = "";
    type(place, event.target);
  }, true);

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
