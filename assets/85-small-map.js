/* The small map of a pair or a body: its outlines, the overlap filled, brought into view. */
(function () {
  "use strict";
  const app = window.landscape;
  const OVERLAP = "#e0a100";

  /** The universities and trusts of a set of ids, each kind with its own symbol. */
  app.pointTraces = (institutions, wanted) =>
    Object.entries(app.config().tokens.points).map(([layer, style]) => {
      const rows = institutions[layer];
      const kept = rows.id.flatMap((id, k) => (wanted.has(id) ? [k] : []));
      const pick = (list) => kept.map((k) => list[k]);
      return {
        type: "scattergeo",
        mode: "markers",
        lon: pick(rows.lon),
        lat: pick(rows.lat),
        text: pick(rows.name).map((name) => `<b>${app.escape(name)}</b>`),
        hoverinfo: "text",
        marker: { symbol: style.symbol, size: style.size, color: layer === "university" ? style.colour : "#ffffff", line: { color: style.colour, width: 1.5 } },
        name: layer,
      };
    });

  /** Outlines by layer; two of one layer stay apart, the second dashed, so that they can be told from each other. */
  function grouped(outlines) {
    const found = [];
    outlines.forEach(({ layer, geometry, shape }) => {
      const same = found.filter((group) => group.layer === layer);
      const few = outlines.filter((item) => item.layer === layer).length <= 2;
      if (same.length && !few) same[0].shapes.push(shape);
      else found.push({ layer, geometry, shapes: [shape], twin: same.length > 0 });
    });
    return found;
  }

  /** The traces of a drawing: `outlines` [{layer, geometry, shape}] and `parts` shared by all of them. */
  async function traces(drawing) {
    const { tokens } = app.config();
    const districts = await app.load("districts");
    const land = app.polygons(app.fileUrl("districts-national"), districts.code, {
      colorscale: [[0, "#f7f9fb"], [1, "#f7f9fb"]],
      marker: { line: { color: "#ccd5df", width: 0.6 } },
      hoverinfo: "text",
      text: districts.name.map((name) => `<b>${app.escape(name)}</b>`),
    });
    const shared = app.polygons(app.fileUrl("parts"), drawing.parts, {
      colorscale: [[0, OVERLAP], [1, OVERLAP]],
      marker: { opacity: 0.45, line: { width: 0 } },
      name: "overlap",
    });
    const lines = await Promise.all(grouped(drawing.outlines).map(async ({ layer, geometry, shapes, twin }) => {
      const style = tokens.layers[layer];
      const file = await app.load(`${geometry}-regional-0`);
      const dash = twin ? "6px,3px" : style.dash;
      const wide = shapes.length > 2 ? 1.6 : 2.6;
      return [
        app.dashed(file, shapes, "#ffffff", "solid", wide + 2.4),
        { ...app.dashed(file, shapes, style.colour, dash, wide), name: shapes.join(" ") },
      ];
    }));
    const points = (drawing.points || []).length ? app.pointTraces(await app.load("institutions"), new Set(drawing.points)) : [];
    return [land, ...(drawing.parts.length ? [shared] : []), ...lines.flat(), ...points];
  }

  const union = (boxes) => [
    Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])),
    Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3])),
  ];

  let shownBefore = null;

  /** A figure of the drawing, or of England alone when there is none; `own` are traces drawn in its stead. */
  app.smallFigure = async (drawing, figure, own) => {
    const data = own || (await traces(drawing || { outlines: [], parts: [] }));
    const shapes = await app.load("shapes");
    const boxes = drawing ? drawing.outlines.map((item) => shapes[item.shape].slice(3)) : [];
    const shell = app.byId("shell");
    if (!own || shownBefore !== shell) window.setTimeout(() => showWhenDrawn(boxes.length ? union(boxes) : null), 30);
    shownBefore = shell;
    return { data, layout: app.layoutFor({ ...figure.layout, geo2: { domain: { x: [0, 0.01], y: [0, 0.01] }, visible: false } }, null) };
  };

  /** Bring the box into view once something is drawn; waits as long as the page is there. */
  function showWhenDrawn(box, shell = app.byId("shell"), wait = 30) {
    if (!shell?.isConnected) return;
    if (app.projection() && shell.querySelector(".choroplethlayer path")) {
      document.documentElement.dataset.map = "drawn";
      if (box) app.showBox(box, 0.75);
      else app.goHome();
    } else window.setTimeout(() => showWhenDrawn(box, shell, Math.min(wait + 1, 250)), wait);
  }

  window.dash_clientside.small = {
    /** The map of one body. */
    draw(drawing, config, figure) {
      app.configure(config);
      return app.smallFigure(drawing, figure);
    },
  };
})();
