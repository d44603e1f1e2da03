/* From view, day and viewport to the traces of the map. */
import { config, isPoint, layerOf } from "../config.js";
import { fileUrl, load, tryLoad } from "../files.js";
import { bandOf, classColours, classOf, lanes, shown, valuesOf } from "./classes.js";
import { hoverTexts } from "./hover.js";
import { insetDistricts, insetWanted } from "./inset.js";
import { labelTrace } from "./labels.js";
import { orNone } from "./missing.js";
import { viewPoints } from "./points.js";
import { dashed, outline, plain, polygons, selectionLines, steps } from "./polygons.js";

/** @import { DayBody, DaySnapshot } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { Band, Files, Lane, Trace, Viewport } from "../types" */

const CASING = "casing"; // the pale line under an outline
const CASED = 1.8; // how much wider it is
/** @type {Band[]} */
const FAR = ["national", "london"]; // the bands in which the layers that don't lead recede
const [LEADS, RECEDES] = [1.05, 0.45];
const AGAIN = "14px,2px,2px,2px"; // how a lane's second layer is told from its first

/**
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Files} files
 * @param {string} level
 * @returns {Trace}
 */
function districtTrace(view, snapshot, files, level) {
  const { districts, measures } = files;
  const values = valuesOf(view, snapshot, measures);
  const breaks = values ? measures[view.measure].breaks : [];
  const colours = values ? classColours(breaks.length + 1) : ["#f7f9fb"];
  return polygons(fileUrl(`districts-${level}`), districts.code, {
    z: values ? values.map((value) => classOf(value, breaks)) : districts.code.map(() => 0),
    zmin: -1.5,
    zmax: colours.length - 0.5,
    colorscale: steps([config().tokens.notAvailable, ...colours]),
    marker: { line: { color: "#ffffff", width: 0.5 } },
    hoverinfo: "text",
    text: hoverTexts(view, snapshot, files),
    name: "districts",
  });
}

/** The land beside England. @returns {Trace} */
const neighbours = () =>
  polygons(fileUrl("neighbours"), ["land"], { colorscale: plain(config().tokens.land), marker: { line: { width: 0 } }, name: "neighbours" });

/** @param {DayBody[]} bodies */
const shapesOf = (bodies) => bodies.flatMap((body) => (body.shape ? [body.shape] : []));

/**
 * @param {Lane} at
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Band} band
 * @returns {Promise<Trace[]>}
 */
async function layerTraces({ layer, lane: near, again, leads }, view, snapshot, band) {
  const style = config().tokens.layers[layer];
  // From afar the first of those that recede runs on the border too: under the line that leads where both follow it.
  const lane = FAR.includes(band) ? Math.max(near - 1, 0) : near;
  const bodies = shown(snapshot, layer, view.fallen).filter((body) => body.shape);
  const live = shapesOf(bodies.filter((body) => !body.standing));
  const gone = shapesOf(bodies.filter((body) => body.standing));
  const name = `${snapshot.layers[layer].geometry}-${band}-${lane}`;
  const file = await tryLoad(name);
  const width = widthOf(style.width, band, leads);
  const casing = { ...outline(fileUrl(name), [...live, ...gone], "rgba(255,255,255,0.85)", width + CASED), name: CASING };
  const traces = leads || !FAR.includes(band) ? [casing] : [];
  const solid = style.dash === "solid";
  if (solid && !again) traces.push({ ...outline(fileUrl(name), live, style.colour, width), name: layer });
  else traces.push({ ...dashed(file, live, style.colour, solid ? AGAIN : style.dash, width), name: layer });
  if (gone.length) traces.push({ ...dashed(file, gone, style.colour, "1px,4px", width), name: `${layer} fallen` });
  const associates = await associateTraces(layer, bodies, band, lane);
  return [...traces, ...associates].map((trace) => ({ ...trace, meta: layer }));
}

/**
 * How wide a layer's line is: where much of England is in view one layer leads and the others recede.
 * @param {number} width
 * @param {Band} band
 * @param {boolean} leads
 */
const widthOf = (width, band, leads) => (FAR.includes(band) ? width * (leads ? LEADS : RECEDES) : width);

/**
 * The associates of a layer's bodies, where it draws them: a finer line.
 * @param {string} layer
 * @param {DayBody[]} bodies
 * @param {Band} band
 * @param {number} lane
 */
async function associateTraces(layer, bodies, band, lane) {
  const { associates } = layerOf(layer);
  const ids = bodies.flatMap((body) => (body.associateShape ? [body.associateShape] : []));
  if (!associates || !ids.length) return [];
  const file = await tryLoad(`${associates}-${band}-${lane}`);
  return [{ ...dashed(file, ids, config().tokens.layers[layer].colour, "1px,3px", 1.6), name: "associates" }];
}

/**
 * The tint over what one layer covers.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Band} band
 */
async function fillTrace(view, snapshot, band) {
  const layer = view.fill;
  if (!layer || !view.layers.includes(layer)) return [];
  const name = `${snapshot.layers[layer].geometry}-${band}-0`;
  await tryLoad(name);
  return [
    polygons(fileUrl(name), shapesOf(shown(snapshot, layer, false)), {
      colorscale: plain(config().tokens.layers[layer].colour),
      marker: { opacity: 0.22, line: { width: 0 } },
      name: "fill",
    }),
  ];
}

/**
 * The tint, or none when the layer's outlines can't be fetched.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Band} band
 */
const fillOf = (view, snapshot, band) => (view.fill ? orNone(view.fill, view, () => fillTrace(view, snapshot, band)) : []);

/**
 * The file and the id of what is selected, when it has a shape on the day.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Files} files
 * @param {Band} band
 * @param {string} level
 */
function selected(view, snapshot, files, band, level) {
  const { select } = view;
  if (select && files.districts.code.includes(select)) return { name: `districts-${level}`, id: select };
  for (const layer of Object.values(snapshot.layers)) {
    const body = layer.bodies.find((item) => item.id === select);
    if (body) return { name: `${layer.geometry}-${band}-0`, id: body.shape };
  }
  return null;
}

/**
 * What is selected, drawn over everything.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Files} files
 * @param {Band} band
 * @param {string} level
 * @returns {Promise<Trace[]>}
 */
async function selectionTraces(view, snapshot, files, band, level) {
  const found = selected(view, snapshot, files, band, level);
  return found?.id ? selectionLines(await load(found.name), found.id, config().tokens) : [];
}

/**
 * The traces over London's inset: those of the map, from finer files, without the pale lines.
 * @param {Trace} base
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Files} files
 * @param {Trace[]} points
 */
async function insetTraces(base, view, snapshot, files, points) {
  const outlines = await Promise.all(lanes(view).map((lane) => orNone(lane.layer, view, () => layerTraces(lane, view, snapshot, "london"))));
  const traces = [
    insetDistricts(base, files.districts),
    ...(await fillOf(view, snapshot, "london")),
    ...outlines.reverse().flat().filter((trace) => trace.name !== CASING),
    ...(await selectionTraces(view, snapshot, files, "london", "national")),
    ...points,
  ];
  return traces.map((trace) => ({ ...trace, geo: "geo2" }));
}

/**
 * The institutions of the layers shown.
 * @param {MapView} view
 */
async function pointsOf(view) {
  const layer = view.layers.find(isPoint);
  return layer ? orNone(layer, view, async () => viewPoints(view, await tryLoad("institutions"))) : [];
}

/**
 * All traces of a view. `viewport` is null until the map has been laid out once.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Viewport | null} viewport
 * @returns {Promise<Trace[]>}
 */
export async function mapTraces(view, snapshot, viewport) {
  const band = bandOf(viewport?.kilometres);
  const level = band === "national" ? "national" : "local";
  const [districts, measures, ...outlines] = await Promise.all([
    load("districts"),
    load("measures"),
    ...lanes(view).map((lane) => orNone(lane.layer, view, () => layerTraces(lane, view, snapshot, band))),
  ]);
  const files = { districts, measures };
  const points = await pointsOf(view);
  await load(`districts-${level}`);
  const base = districtTrace(view, snapshot, files, level);
  const selection = await selectionTraces(view, snapshot, files, band, level);
  // The first layer comes last, so that its line lies over those of the next ones.
  const fill = await fillOf(view, snapshot, band);
  const main = [neighbours(), base, ...fill, ...outlines.reverse().flat(), ...selection, ...points];
  const inset = insetWanted(viewport) ? await insetTraces(base, view, snapshot, files, points) : [];
  const labels = viewport ? await labelTrace(view, snapshot, viewport, districts) : [];
  return [...main, ...inset, ...labels];
}
