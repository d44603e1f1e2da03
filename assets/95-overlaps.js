/* The overlaps page: a matrix and a list drawn from sparse rows, and the address. */
(function () {
  "use strict";
  const app = window.landscape;
  const [I, J, PEOPLE, MATCH, KM2, WHOLE, PART, OF_A, OF_B] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const MOST_PAIRS = 400;
  let drawn = null;

  const shareOf = (cell, view) => cell[view.share_of === "row" ? OF_A : OF_B];

  /** The pairs that pass the filters: the match word, and the larger of the two shares. */
  app.filteredCells = (data, view) =>
    data.cells.filter((cell) =>
      (view.match === "any" || data.matches[cell[MATCH]] === view.match) && Math.max(cell[OF_A], cell[OF_B]) * 100 >= view.least);

  const shade = (share) => `background:rgba(111,143,173,${(0.12 + 0.78 * share).toFixed(2)})`;
  const cellText = (share) => (share >= 0.995 ? "100" : share < 0.005 ? "<1" : String(Math.round(share * 100)));
  const pairId = (data, cell) => `${data.a[cell[I]].id}~${data.b[cell[J]].id}`;

  const pairWords = (data, cell) => {
    const a = data.a[cell[I]], b = data.b[cell[J]];
    return `${a.short} and ${b.short}: ${app.count(cell[PEOPLE])} people, ${app.percent(cell[OF_A])} of ${a.short}, ${app.percent(cell[OF_B])} of ${b.short}, ${data.matches[cell[MATCH]]}`;
  };

  function matrixHtml(data, view) {
    const cells = app.filteredCells(data, view);
    const byRow = new Map();
    cells.forEach((cell) => byRow.set(cell[I], [...(byRow.get(cell[I]) || []), cell]));
    const columns = data.b.map((_, j) => j).filter((j) => cells.some((cell) => cell[J] === j));
    const rows = data.a.map((_, i) => i).filter((i) => byRow.has(i));
    const [layerA, layerB] = data.layers.map((layer) => app.config().layerNames[layer]);
    const head = columns.map((j) => `<th scope="col" class="turned"><a href="${app.config().base}body/${data.b[j].id}"><span>${app.escape(data.b[j].short)}</span></a></th>`);
    const body = rows.map((i) => {
      const here = new Map(byRow.get(i).map((cell) => [cell[J], cell]));
      const tds = columns.map((j) => {
        const cell = here.get(j);
        if (!cell) return "<td></td>";
        const share = shareOf(cell, view);
        const id = pairId(data, cell);
        const on = id === view.pair;
        return `<td style="${shade(share)}"${on ? ' class="selected"' : ""}><button type="button" data-pair="${id}" tabindex="-1" aria-pressed="${on}" aria-label="${app.escape(pairWords(data, cell))}" title="${app.escape(pairWords(data, cell))}">${cellText(share)}</button></td>`;
      });
      const row = data.a[i];
      return `<tr><th scope="row"><a href="${app.config().base}body/${row.id}">${app.escape(row.short)}</a></th>${tds.join("")}<td class="total">${row.none ? app.count(row.none) : ""}</td><td class="total">${row.many ? app.count(row.many) : ""}</td></tr>`;
    });
    const foot = (label, key) => `<tr class="totals"><th scope="row">${label}</th>${columns.map((j) => `<td class="total">${data.b[j][key] ? short(data.b[j][key]) : ""}</td>`).join("")}<td></td><td></td></tr>`;
    const unit = { people: "people", area: "square kilometres", districts: "districts" }[data.weight];
    const caption = `${layerA} (rows) against ${layerB} (columns). Each cell: per cent of the ${view.share_of}’s ${unit}. Empty: nothing shared${cells.length < data.cells.length ? ", or filtered out" : ""}. “In none” and “in two or more” are people.`;
    const [inNoB, inManyB] = [`In no ${app.shortLayer(data.layers[1])}`, "In two or more"];
    const [inNoA, inManyA] = [`In no ${app.shortLayer(data.layers[0])}`, "In two or more"];
    return `<table class="matrix"><caption>${app.escape(caption)}</caption><thead><tr><td></td>${head.join("")}<th scope="col" class="turned total"><span>${inNoB}</span></th><th scope="col" class="turned total"><span>${inManyB}</span></th></tr></thead><tbody>${body.join("")}</tbody><tfoot>${foot(inNoA, "none")}${foot(inManyA, "many")}</tfoot></table>`;
  }

  const short = (value) => (value >= 1e6 ? `${(value / 1e6).toFixed(1)}m` : value >= 1000 ? `${Math.round(value / 1000)}k` : String(value));

  const bodyLink = (body) => `<a href="${app.config().base}body/${body.id}">${app.escape(body.short)}</a>`;

  function pairsHtml(data, view) {
    const cells = app.filteredCells(data, view);
    const rows = cells.slice(0, MOST_PAIRS).map((cell) => {
      const id = pairId(data, cell);
      const where = `${cell[WHOLE]} whole${cell[PART] ? `, ${cell[PART]} in part` : ""}`;
      return `<tr${id === view.pair ? ' class="selected"' : ""}><th scope="row">${bodyLink(data.a[cell[I]])}</th><td>${bodyLink(data.b[cell[J]])}</td><td class="number"><button type="button" class="link" data-pair="${id}" title="Show on the map">${app.count(cell[PEOPLE])}</button></td><td class="number">${app.percent(cell[OF_A])}</td><td class="number">${app.percent(cell[OF_B])}</td><td>${data.matches[cell[MATCH]]}</td><td class="number">${cell[KM2].toLocaleString("en-GB")}</td><td>${where}</td></tr>`;
    });
    const [a, b] = data.layers.map((layer) => app.escape(app.shortLayer(layer)));
    const of = data.weight === "people" ? "" : ` by ${data.weight}`;
    const head = [a, b, "People in both", `Share of ${a}${of}`, `Share of ${b}${of}`, "Match", "km² in both", "Districts"].map((text, k) => `<th scope="col"${[2, 3, 4, 6].includes(k) ? ' class="number"' : ""}>${text}</th>`);
    return `<table><caption>${cells.length} ${cells.length === 1 ? "pair shares" : "pairs share"} people, most first. Match words are by people.</caption><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  }

  function write(view, data) {
    drawn = { view, data };
    const [a, b] = data.layers.map((layer) => app.config().layerNames[layer]);
    const words = document.querySelector(`#${app.config().ids.day_input}`)?.value;
    const day = new Date(`${data.day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const title = a === b ? `${a} against one another, ${day}` : `${a} and ${app.plainName(b)}, ${day}`;
    app.byId("title").textContent = title;
    document.title = `${title} · Overlaps · Local growth landscape`;
    const matrix = app.byId("matrix"), pairs = app.byId("pairs");
    const focused = document.activeElement?.dataset?.pair;
    if (!app.filteredCells(data, view).length) {
      matrix.innerHTML = `<p class="nothing">${data.cells.length ? "No pair passes these filters. Lower the share or choose any match." : `No pair shares people on ${words ? day : "this day"}: one of the layers may not have begun. Choose another date or layer.`}</p>`;
      pairs.innerHTML = "";
    } else {
      matrix.innerHTML = matrixHtml(data, view);
      pairs.innerHTML = pairsHtml(data, view);
      const start = matrix.querySelector(`[data-pair="${view.pair}"]`) || matrix.querySelector("[data-pair]");
      if (start) start.tabIndex = 0;
      if (focused) matrix.querySelector(`[data-pair="${focused}"]`)?.focus();
    }
    app.announce(title);
  }

  window.dash_clientside.overlaps = {
    /** The controls together make the view. */
    collect(data, shareOfSide, match, least, pair, config) {
      app.configure(config);
      const floor = Math.min(Math.max(Math.round(Number(least) || 0), 0), 100);
      return { a: data.layers[0], b: data.layers[1], weight: data.weight, as_at: data.day, share_of: shareOfSide, match, least: floor, pair: pair || null };
    },
    /** Title, matrix, list and address. */
    write(view, data, config) {
      app.configure(config);
      app.writeAddress(view, "push");
      write(view, data);
    },
    /** The map of the selected pair. */
    draw(drawing, config, figure) {
      app.configure(config);
      return app.smallFigure(drawing, figure);
    },
  };

  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-pair]");
    if (chosen && app.config()?.ids.pair) app.set("pair", { data: chosen.dataset.pair });
    if (event.target.closest("[data-swap]") && drawn) {
      app.set("layer_a", { value: drawn.view.b });
      app.set("layer_b", { value: drawn.view.a });
      const pair = drawn.view.pair;
      if (pair) app.set("pair", { data: pair.split("~").reverse().join("~") });
    }
  });

  const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  document.addEventListener("keydown", (event) => {
    const from = event.target.closest?.(".matrix [data-pair]");
    if (!from || !MOVES[event.key]) return;
    event.preventDefault();
    const next = neighbour(from, MOVES[event.key]);
    if (!next) return;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });

  /** The next filled cell in a direction: cells that share nothing are passed over. */
  function neighbour(from, [down, right]) {
    const rows = [...from.closest("tbody").rows];
    let i = rows.indexOf(from.closest("tr")), j = from.closest("td").cellIndex;
    while (true) {
      i += down;
      j += right;
      const cell = rows[i]?.cells[j];
      if (!cell) return null;
      const button = cell.querySelector("[data-pair]");
      if (button) return button;
    }
  }
})();
