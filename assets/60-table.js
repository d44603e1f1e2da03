/* The table under the map: every row the map draws, as real HTML, sortable. */
(function () {
  "use strict";
  const app = window.landscape;
  let sort = { key: 0, down: false };
  let drawn = null;

  const text = (label, of) => ({ label, of, number: false });
  const number = (label, of, show) => ({ label, of, show: show || ((v) => (v === null || v === undefined ? "not known" : app.count(v))), number: true });

  function districtTable(view, snapshot, { districts, measures }) {
    const values = app.values(view, snapshot, measures);
    const rows = districts.code.map((code, i) => ({ id: code, i, name: districts.name[i] }));
    const columns = [
      text("District", (row) => row.name),
      text("County or council", (row) => districts.upper[row.i] || districts.name[row.i]),
      text("Region", (row) => districts.regions[districts.region[row.i]]),
      number("People, mid-2017", (row) => districts.people[row.i]),
    ];
    if (values) {
      const measure = measures[view.measure];
      columns.push(number(`${measure.label} (${app.unitWords(measure.unit)}, ${measure.period})`, (row) => values[row.i], (v) => app.number(v, measure)));
    }
    for (const layer of view.layers.filter((name) => !app.isPoint(name))) {
      const over = districts.code.map(() => []);
      for (const body of app.shown(snapshot, layer, view.fallen)) {
        const name = (body.short || body.name) + (body.standing ? ` (${body.standing})` : "");
        (body.whole || []).forEach((i) => over[i].push(name));
        (body.part || []).forEach(([i, share]) => over[i].push(`${name}, ${app.percent(share)}`));
        (body.associates || []).forEach((i) => over[i].push(`${name}, associate`));
      }
      columns.push(text(app.config().layerNames[layer], (row) => over[row.i].join("; ")));
    }
    return { rows, columns };
  }

  function bodyTable(view, snapshot, { districts }) {
    const rows = view.layers.filter((name) => !app.isPoint(name)).flatMap((layer) =>
      app.shown(snapshot, layer, view.fallen).map((body) => ({ ...body, layer })));
    const names = (row) => [
      ...(row.whole || []).map((i) => districts.name[i]),
      ...(row.part || []).map(([i, share]) => `${districts.name[i]} (${app.percent(share)})`),
      ...(row.associates || []).map((i) => `${districts.name[i]} (associate)`),
    ];
    const columns = [
      text("Body", (row) => row.name),
      text("Layer", (row) => app.config().layerSingular[row.layer]),
      text("Status", (row) => row.status || ""),
      number("People, mid-2017", (row) => row.people ?? null, (v) => (v === null ? "not counted" : v === 0 ? "area not known" : app.count(v))),
      number("Districts", (row) => (row.whole || []).length + (row.part || []).length),
      text("Which districts", (row) => names(row).join(", ") || "area not known"),
    ];
    if (rows.some((row) => row.money)) columns.splice(4, 0, text("Money announced", (row) => row.money || ""));
    return { rows, columns };
  }

  function institutionTable(view, _snapshot, { districts, institutions }) {
    const rows = view.layers.filter(app.isPoint).flatMap((layer) => {
      const of = institutions[layer];
      return of.id.map((id, k) => ({ id, layer, name: of.name[k], kind: of.kind[k], district: districts.name[of.district[k]], students: of.students[k], year: of.year[k] }));
    });
    const columns = [
      text("Institution", (row) => row.name),
      text("Kind", (row) => row.kind),
      text("District of its head office", (row) => row.district),
      number("Students", (row) => row.students, (v) => (v === null ? "" : app.count(v))),
      text("Year of students", (row) => row.year),
    ];
    return { rows, columns };
  }

  const KINDS = { districts: districtTable, bodies: bodyTable, institutions: institutionTable };
  const NOTHING = {
    bodies: "No outlines are shown. Switch on a layer to list its bodies here.",
    institutions: "No points are shown. Switch on universities or NHS trusts to list them here.",
  };

  const compare = (a, b) => {
    if (a === null || a === undefined || a === "") return b === null || b === undefined || b === "" ? 0 : 1;
    if (b === null || b === undefined || b === "") return -1;
    return typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en-GB");
  };

  function sorted({ rows, columns }) {
    const column = columns[Math.min(sort.key, columns.length - 1)];
    const known = (row) => { const v = column.of(row); return !(v === null || v === undefined || v === ""); };
    return [...rows].sort((a, b) => {
      const order = compare(column.of(a), column.of(b));
      return sort.down && known(a) && known(b) ? -order : order;
    });
  }

  function html(table, view) {
    const head = table.columns.map((column, k) => {
      const on = k === sort.key;
      const aria = on ? ` aria-sort="${sort.down ? "descending" : "ascending"}"` : "";
      return `<th scope="col"${aria}${column.number ? ' class="number"' : ""}><button type="button" data-sort="${k}">${app.escape(column.label)}<span class="arrow" aria-hidden="true">${on ? (sort.down ? "▼" : "▲") : "↕"}</span></button></th>`;
    });
    const body = sorted(table).map((row) => {
      const cells = table.columns.map((column, k) => {
        const value = column.of(row);
        const shown = app.escape(column.show ? column.show(value) : value ?? "");
        if (k === 0) return `<th scope="row"><button type="button" class="link" data-select="${app.escape(row.id)}">${shown}</button></th>`;
        return `<td${column.number ? ' class="number"' : ""}>${shown}</td>`;
      });
      return `<tr${row.id === view.select ? ' class="selected" aria-current="true"' : ""}>${cells.join("")}</tr>`;
    });
    return `<thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody>`;
  }

  /** Draw the table of the chosen kind. */
  app.writeTable = async (view, snapshot) => {
    const place = app.byId("table");
    const [districts, measures, institutions] = await Promise.all(["districts", "measures", "institutions"].map(app.load));
    if (!drawn || drawn.view.table !== view.table) sort = { key: 0, down: false };
    drawn = { view, snapshot };
    const table = KINDS[view.table](view, snapshot, { districts, measures, institutions });
    if (!table.rows.length) {
      place.innerHTML = `<p class="nothing">${NOTHING[view.table]}</p>`;
      return;
    }
    const what = { districts: "districts", bodies: "bodies", institutions: "institutions" }[view.table];
    const caption = `${table.rows.length} ${what}, as at ${snapshot.words}. People are mid-2017 and do not move with the date.`;
    place.innerHTML = `<table><caption>${app.escape(caption)}</caption>${html(table, view)}</table>`;
  };

  document.addEventListener("click", (event) => {
    const header = event.target.closest("[data-sort]");
    if (header && drawn) {
      const key = Number(header.dataset.sort);
      sort = { key, down: key === sort.key ? !sort.down : false };
      app.writeTable(drawn.view, drawn.snapshot).then(() => app.byId("table").querySelector(`[data-sort="${key}"]`).focus());
    }
    const row = event.target.closest("[data-select]");
    if (row && app.config()) app.goTo(row.dataset.select);
  });
})();
