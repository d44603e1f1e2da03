/* Labels of bodies and districts: shown where they fit inside their outline and touch no other label. */
(function () {
  "use strict";
  const app = window.landscape;
  const HEIGHT = 15;
  const EDGE = 18; // the graph reaches this far beyond what is seen

  const canvas = document.createElement("canvas").getContext("2d");
  const widthOf = (text, size) => {
    canvas.font = `600 ${size}px system-ui, sans-serif`;
    return canvas.measureText(text).width;
  };

  /** Break a long name over two lines near its middle. */
  const wrap = (text) => {
    if (text.length < 16) return [text];
    const spaces = [...text].map((c, i) => (c === " " ? i : -1)).filter((i) => i > 0);
    if (!spaces.length) return [text];
    const at = spaces.reduce((best, i) => (Math.abs(i - text.length / 2) < Math.abs(best - text.length / 2) ? i : best));
    return [text.slice(0, at), text.slice(at + 1)];
  };

  const overlaps = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

  /** The subplot's own projection from degrees to pixels, or null before the first draw. */
  app.projection = () => {
    const graph = app.byId("graph")?.querySelector(".js-plotly-plot");
    return graph?._fullLayout?.geo?._subplot?.projection || null;
  };

  async function candidates(view, snapshot, districts, viewport) {
    const shapes = await app.load("shapes");
    const tokens = app.config().tokens;
    const layers = app.lanes(view).map((lane) => lane.layer);
    const ordered = view.fill && layers.includes(view.fill) ? [view.fill, ...layers.filter((l) => l !== view.fill)] : layers;
    const found = [];
    ordered.forEach((layer, rank) => {
      for (const body of app.shown(snapshot, layer, view.fallen)) {
        const shape = shapes[body.shape];
        if (!shape) continue;
        const [lon, lat, radius] = shape;
        const gone = body.standing ? ` (${body.standing})` : "";
        found.push({ lon, lat, radius, rank, text: (body.short || body.name) + gone, colour: tokens.layers[layer].label, size: 12, slack: layer === view.fill ? 3 : 2.2 });
      }
    });
    if (viewport.kilometres < 0.2) {
      districts.label.forEach(([lon, lat, radius], i) =>
        found.push({ lon, lat, radius, rank: 99, text: districts.name[i], colour: tokens.muted, size: 11, slack: 1.4 }));
    }
    return found.sort((a, b) => a.rank - b.rank || b.radius - a.radius);
  }

  /** One text trace with the labels that fit at this viewport. */
  app.labelTrace = async (view, snapshot, viewport, districts) => {
    const project = app.projection();
    if (!project) return [];
    const taken = [];
    if (app.insetWanted(viewport)) {
      taken.push({ x0: viewport.width * 0.7, x1: viewport.width, y0: 0, y1: viewport.height * 0.4 });
    }
    const placed = [];
    for (const label of await candidates(view, snapshot, districts, viewport)) {
      const at = project([label.lon, label.lat]);
      if (!at || at[0] < 0 || at[1] < 0 || at[0] > viewport.width || at[1] > viewport.height) continue;
      const lines = wrap(label.text);
      const width = Math.max(...lines.map((line) => widthOf(line, label.size)));
      const room = (2 * label.radius * label.slack) / viewport.kilometres;
      if (width > room) continue;
      const spot = [0, -18, 18].map((shift) => box(at, width, lines.length, shift)).find((b) => !taken.some((t) => overlaps(b, t)));
      if (!spot || spot.x0 < EDGE || spot.x1 > viewport.width - EDGE) continue;
      taken.push(spot);
      placed.push({ ...label, lines, at: project.invert([at[0], at[1] + spot.shift]) });
    }
    return trace(placed);
  };

  const box = (at, width, lines, shift) => ({
    x0: at[0] - width / 2 - 4,
    x1: at[0] + width / 2 + 4,
    y0: at[1] + shift - (lines * HEIGHT) / 2 - 2,
    y1: at[1] + shift + (lines * HEIGHT) / 2 + 2,
    shift,
  });

  const trace = (placed) => [
    {
      type: "scattergeo",
      mode: "text",
      lon: placed.map((label) => label.at[0]),
      lat: placed.map((label) => label.at[1]),
      text: placed.map((label) => label.lines.map(app.escape).join("<br>")),
      textfont: {
        size: placed.map((label) => label.size),
        color: placed.map((label) => label.colour),
        weight: 600,
        family: "system-ui, sans-serif",
        shadow: "1px 1px 1px #fff, -1px -1px 1px #fff, 1px -1px 1px #fff, -1px 1px 1px #fff, 0 0 3px #fff",
      },
      hoverinfo: "skip",
      name: "labels",
    },
  ];
})();
