/* The table under the map: every row the map draws, as real HTML. */
(function () {
  "use strict";
  const app = window.landscape;
  let written = null;

  const text = (label, of) => ({ label, of, number: false });
  const number = (label, of, show, key) => ({ label, of, show: show || ((v) => (v === null || v === undefined ? "not known" : app.count(v))), number: true, key });
  const chosen = (name, id) => ({ t: name, select: id });

  /** A district's or county's name, leading to its own page on the day of the table. */
  function placeLink(code, name, day) {
    const query = day === app.config().defaults.as_at ? "" : `?as_at=${day}`;
    return { t: name, h: `${app.config().base}place/${code}${query}` };
  }

  /** A cell of names with a comma between them, each a link with words after it. */
  function links(items) {
    const parts = items.flatMap(({ link, after }, k) => [...(k ? [", "] : []), link, ...(after ? [after] : [])]);
    return { t: parts.map((part) => part.t ?? part).join(""), parts };
  }

  function districtTable(view, snapshot, { districts, measures }) {
    const values = app.values(view, snapshot, measures);
    const rows = districts.code.map((code, i) => ({ id: code, i, name: districts.name[i] }));
    const council = ({ id, i, name }) => {
      const county = districts.upper[i];
      if (!county) return placeLink(id, name, snapshot.day);
      return districts.county ? placeLink(districts.county[i], county, snapshot.day) : { t: county };
    };
    const columns = [
      text("District", (row) => chosen(row.name, row.id)),
      text("County or council", council),
      text("Region", (row) => districts.regions[districts.region[row.i]]),
      number("People, mid-2017", (row) => districts.people[row.i]),
    ];
    if (values) {
      const measure = measures[view.measure];
      columns.push(number(`${measure.label} (${app.unitWords(measure.unit)}, ${measure.period})`, (row) => values[row.i], (v) => app.number(v, measure), "measure"));
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
    const district = (i, after) => ({ link: placeLink(districts.code[i], districts.name[i], snapshot.day), after });
    const members = (row) => links([
      ...(row.whole || []).map((i) => district(i)),
      ...(row.part || []).map(([i, share]) => district(i, ` (${app.percent(share)})`)),
      ...(row.associates || []).map((i) => district(i, " (associate)")),
    ]);
    const columns = [
      text("Body", (row) => chosen(row.name, row.id)),
      text("Layer", (row) => app.config().layerSingular[row.layer]),
      text("Status", (row) => row.status || ""),
      number("People, mid-2017", (row) => row.people ?? null, (v) => (v === null ? "not counted" : v === 0 ? "area not known" : app.count(v))),
      number("Districts", (row) => (row.whole || []).length + (row.part || []).length),
      text("Which districts", (row) => (row.whole || row.part || row.associates ? members(row) : "area not known")),
    ];
    if (rows.some((row) => row.money)) columns.splice(4, 0, text("Money announced", (row) => row.money || ""));
    return { rows, columns };
  }

  function institutionTable(view, snapshot, { districts, institutions }) {
    const rows = view.layers.filter(app.isPoint).flatMap((layer) => {
      const of = institutions[layer];
      return of.id.map((id, k) => ({ id, layer, name: of.name[k], kind: of.kind[k], district: of.district[k], students: of.students[k], year: of.year[k] }));
    });
    const columns = [
      text("Institution", (row) => chosen(row.name, row.id)),
      text("Kind", (row) => row.kind),
      text("District of its head office", (row) => placeLink(districts.code[row.district], districts.name[row.district], snapshot.day)),
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
  const WHAT = { districts: "Districts", bodies: "Bodies", institutions: "Institutions" };

  const cell = (column, row) => {
    const value = column.of(row);
    return column.show ? { t: column.show(value), v: value ?? null } : value;
  };

  /** Draw the table of the chosen kind. A change of the map that leaves the table as it is, as a pan does, redraws nothing. */
  app.writeTable = async (view, snapshot) => {
    const place = app.byId("table");
    const [districts, measures, institutions] = await Promise.all(["districts", "measures", "institutions"].map(app.load));
    const asked = JSON.stringify([view.table, view.layers, view.measure, view.fallen, view.select, snapshot.day]);
    if (asked === written && place.firstChild) return;
    written = asked;
    const { rows, columns } = KINDS[view.table](view, snapshot, { districts, measures, institutions });
    if (!rows.length) {
      place.innerHTML = `<p class="nothing">${NOTHING[view.table]}</p>`;
      return;
    }
    app.fillTable(place, {
      kind: view.table,
      caption: `${WHAT[view.table]} as at ${snapshot.words}. People are mid-2017 and do not move with the date.`,
      columns: columns.map(({ label, number, key }) => ({ label, number, key })),
      rows: rows.map((row) => columns.map((column) => cell(column, row))),
      ids: rows.map((row) => row.id),
      selected: view.select,
      sort: { key: columns[0].label, down: false },
      smallestFirst: true,
    });
  };

  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-select]");
    if (row && app.config()) app.goTo(row.dataset.select);
  });
})();
