/* From view, day and viewport to the traces of the map. Geometry is named by URL; Plotly fetches it once. */
(function () {
  "use strict";
  const app = window.landscape;
  const CLEAR = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]];
  const CASING = "casing";
  const INSET_BOX = [-0.6, 51.2, 0.4, 51.8]; // west, south, east, north of what the London inset can show
  const LANES = 4;
  const BANDS = [[0.42, "national"], [0.12, "regional"], [0, "local"]];

  /** The zoom band for so many kilometres a pixel. */
  app.bandOf = (kilometres) => BANDS.find(([least]) => (kilometres ?? 1) >= least)[1];

  /** The class of a value, counting from 0; -1 when not available. */
  app.classOf = (value, breaks) => {
    if (value === null || value === undefined) return -1;
    const at = breaks.findIndex((edge) => value <= edge);
    return at === -1 ? breaks.length : at;
  };

  /** Colours for so many classes, spread over the palette. */
  app.classColours = (count) => {
    const all = app.config().tokens.classes;
    return Array.from({ length: count }, (_, i) => all[count === 1 ? 2 : Math.round((i * (all.length - 1)) / (count - 1))]);
  };

  /** The values of the chosen measure on the day, in district order, or null when districts are not shaded. */
  app.values = (view, snapshot, measures) => {
    if (view.measure === "none") return null;
    return measures[view.measure].values || snapshot.growth;
  };

  /** The outline layers in drawing order, each with its lane: first on the border, the next ones inside it. */
  app.lanes = (view) => {
    const order = Object.keys(app.config().tokens.layers).filter((layer) => view.layers.includes(layer));
    return order.map((layer, rank) => ({ layer, lane: rank % LANES, again: rank >= LANES }));
  };

  const steps = (colours) => {
    const scale = [];
    colours.forEach((colour, i) => scale.push([i / colours.length, colour], [(i + 1) / colours.length, colour]));
    return scale;
  };

  const polygons = (url, ids, extra) => ({
    type: "choropleth",
    geojson: url,
    featureidkey: "id",
    locations: ids,
    z: ids.map(() => 0),
    zmin: -0.5,
    zmax: 0.5,
    colorscale: CLEAR,
    showscale: false,
    hoverinfo: "skip",
    ...extra,
  });

  const outline = (url, ids, colour, width) => polygons(url, ids, { marker: { line: { color: colour, width } } });

  function districtTrace(view, snapshot, files, level) {
    const { districts, measures } = files;
    const tokens = app.config().tokens;
    const values = app.values(view, snapshot, measures);
    const breaks = values ? measures[view.measure].breaks : [];
    const colours = values ? app.classColours(breaks.length + 1) : ["#f7f9fb"];
    const z = values ? values.map((value) => app.classOf(value, breaks)) : districts.code.map(() => 0);
    return polygons(app.fileUrl(`districts-${level}`), districts.code, {
      z,
      zmin: -1.5,
      zmax: colours.length - 0.5,
      colorscale: steps([tokens.notAvailable, ...colours]),
      marker: { line: { color: "#ffffff", width: 0.5 } },
      hoverinfo: "text",
      text: app.hoverTexts(view, snapshot, files),
      name: "districts",
    });
  }

  /** "LEP" for "Local enterprise partnership (LEP)", "STP" for "STP footprint", else the name of one such body. */
  app.shortLayer = (layer) => {
    const name = app.config().layerSingular[layer];
    return /\(([A-Z]+)\)/.exec(name)?.[1] || /^[A-Z]{3}\b/.exec(name)?.[0] || name;
  };

  /** What a hover over each district says: name, value, and the bodies of the layers shown. */
  app.hoverTexts = (view, snapshot, files) => {
    const { districts, measures } = files;
    const values = app.values(view, snapshot, measures);
    const measure = measures[view.measure];
    const lines = districts.code.map(() => []);
    for (const layer of view.layers) {
      if (app.isPoint(layer)) continue;
      for (const body of app.shown(snapshot, layer, view.fallen)) {
        const name = `${app.shortLayer(layer)}: ${app.escape(body.short || body.name)}` + (body.standing ? ` (${app.escape(body.status.split(";")[0])})` : "");
        (body.whole || []).forEach((i) => lines[i].push(name));
        (body.part || []).forEach(([i, share]) => lines[i].push(`${name}, ${app.percent(share)}`));
        (body.associates || []).forEach((i) => lines[i].push(`${name}, associate`));
      }
    }
    return districts.code.map((code, i) => {
      const head = `<b>${app.escape(districts.name[i])}</b>`;
      const figure = values ? [`${app.escape(measure.label)}: ${app.number(values[i], measure)}`] : [];
      return [head, ...figure, ...lines[i]].join("<br>");
    });
  };

  app.percent = (share) => (share < 0.001 ? "under 0.1%" : `${(share * 100).toFixed(1).replace(/\.0$/, "")}%`);

  /** GeoJSON polygons as one dashed line trace: a choropleth border can't be dashed. */
  function dashed(collection, ids, colour, dash, width) {
    const lon = [], lat = [];
    const wanted = new Set(ids);
    for (const feature of collection.features) {
      if (!wanted.has(feature.id)) continue;
      const shape = feature.geometry;
      const pieces = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
      for (const piece of pieces) for (const ring of piece) {
        for (const [x, y] of ring) { lon.push(x); lat.push(y); }
        lon.push(null); lat.push(null);
      }
    }
    return { type: "scattergeo", mode: "lines", lon, lat, hoverinfo: "skip", line: { color: colour, width, dash }, connectgaps: false };
  }

  async function layerTraces({ layer, lane, again }, view, snapshot, band) {
    const style = app.config().tokens.layers[layer];
    const bodies = app.shown(snapshot, layer, view.fallen).filter((body) => body.shape);
    const live = bodies.filter((body) => !body.standing).map((body) => body.shape);
    const gone = bodies.filter((body) => body.standing).map((body) => body.shape);
    const name = `${snapshot.layers[layer].geometry}-${band}-${lane}`;
    const width = style.width * (view.fill === layer ? 1.4 : 1) * (band === "national" ? 0.8 : 1);
    const traces = [outline(app.fileUrl(name), [...live, ...gone], "rgba(255,255,255,0.85)", width + (band === "national" ? 1.2 : 1.8))].map((trace) => ({ ...trace, name: CASING }));
    if (style.dash === "solid" && !again) traces.push({ ...outline(app.fileUrl(name), live, style.colour, width), name: layer });
    else traces.push({ ...dashed(await app.load(name), live, style.colour, again && style.dash === "solid" ? "14px,2px,2px,2px" : style.dash, width), name: layer });
    if (gone.length) traces.push({ ...dashed(await app.load(name), gone, style.colour, "1px,4px", width), name: `${layer} fallen` });
    if (layer === "combined_authority") {
      const ids = bodies.filter((body) => body.associateShape).map((body) => body.associateShape);
      const file = await app.load(`combined_authority_associates-${band}-${lane}`);
      if (ids.length) traces.push({ ...dashed(file, ids, style.colour, "1px,3px", 1.6), name: "associates" });
    }
    return traces;
  }

  function fillTrace(view, snapshot, band) {
    const layer = view.fill;
    if (!layer || !view.layers.includes(layer)) return [];
    const colour = app.config().tokens.layers[layer].colour;
    const ids = app.shown(snapshot, layer, false).filter((body) => body.shape).map((body) => body.shape);
    const url = app.fileUrl(`${snapshot.layers[layer].geometry}-${band}-0`);
    return [polygons(url, ids, { colorscale: [[0, colour], [1, colour]], marker: { opacity: 0.22, line: { width: 0 } }, name: "fill" })];
  }

  /** What is selected, drawn over everything: a dark line on a pale one. */
  async function selectionTrace(view, snapshot, files, band, level) {
    const [name, id] = selected(view, snapshot, files, band, level);
    if (!id) return [];
    const collection = await app.load(name);
    const { selection, paper } = app.config().tokens;
    return [dashed(collection, [id], paper, "solid", 5), { ...dashed(collection, [id], selection, "solid", 2.6), name: "selection" }];
  }

  function selected(view, snapshot, files, band, level) {
    if (files.districts.code.includes(view.select)) return [`districts-${level}`, view.select];
    for (const layer of Object.values(snapshot.layers)) {
      const body = layer.bodies.find((item) => item.id === view.select);
      if (body) return [`${layer.geometry}-${band}-0`, body.shape];
    }
    return [];
  }

  function pointTraces(view, institutions) {
    return Object.entries(app.config().tokens.points).filter(([layer]) => view.layers.includes(layer)).map(([layer, style]) => {
      const rows = institutions[layer];
      const chosen = rows.id.map((id) => id === view.select);
      return {
        type: "scattergeo",
        mode: "markers",
        lon: rows.lon,
        lat: rows.lat,
        customdata: rows.id,
        text: rows.name.map((name, i) => `<b>${app.escape(name)}</b><br>${app.escape(rows.kind[i])}`),
        hoverinfo: "text",
        marker: {
          symbol: style.symbol,
          size: chosen.map((is) => (is ? style.size + 6 : style.size)),
          color: layer === "university" ? style.colour : "#ffffff",
          line: { color: layer === "university" ? "#ffffff" : style.colour, width: layer === "university" ? 1 : 1.5 },
        },
        name: layer,
      };
    });
  }

  Object.assign(app, { polygons, outline, dashed });

  /** All traces of a view. `viewport` is null until the map has been laid out once. */
  app.traces = async (view, snapshot, viewport) => {
    const band = app.bandOf(viewport && viewport.kilometres);
    const level = band === "national" ? "national" : "local";
    const lanes = app.lanes(view);
    const [districts, measures, ...outlines] = await Promise.all([
      app.load("districts"),
      app.load("measures"),
      ...lanes.map((lane) => layerTraces(lane, view, snapshot, band)),
    ]);
    const files = { districts, measures };
    const points = view.layers.some(app.isPoint) ? pointTraces(view, await app.load("institutions")) : [];
    const base = districtTrace(view, snapshot, files, level);
    const build = [
      base,
      ...fillTrace(view, snapshot, band),
      ...outlines.reverse().flat(),
      ...(await selectionTrace(view, snapshot, files, band, level)),
      ...points,
    ];
    const inset = app.insetWanted(viewport) ? await insetTraces(base, view, snapshot, files, lanes, points) : [];
    const labels = viewport ? await app.labelTrace(view, snapshot, viewport, districts) : [];
    return [...build, ...inset, ...labels];
  };

  /** London has an inset while the whole of England is in view and there is room for it. */
  app.insetWanted = (viewport) => Boolean(viewport && viewport.kilometres > 0.5 && viewport.width > 560);

  const [WEST, SOUTH, EAST, NORTH] = INSET_BOX;
  const near = ([west, south, east, north]) => west < EAST && east > WEST && south < NORTH && north > SOUTH;

  /** The district trace cut down to what the inset can show: drawing all of England there would double the work. */
  function insetDistricts(trace, { districts }) {
    const kept = districts.box.flatMap((box, i) => (near(box) ? [i] : []));
    const pick = (list) => kept.map((i) => list[i]);
    return { ...trace, geojson: app.fileUrl("districts-national"), locations: pick(trace.locations), z: pick(trace.z), text: pick(trace.text) };
  }

  async function insetTraces(base, view, snapshot, files, lanes, points) {
    const outlines = await Promise.all(lanes.map((lane) => layerTraces(lane, view, snapshot, "london")));
    const traces = [
      insetDistricts(base, files),
      ...fillTrace(view, snapshot, "london"),
      ...outlines.reverse().flat().filter((trace) => trace.name !== CASING),
      ...(await selectionTrace(view, snapshot, files, "london", "national")),
      ...points,
    ];
    return traces.map((trace) => ({ ...trace, geo: "geo2" }));
  }
})();
