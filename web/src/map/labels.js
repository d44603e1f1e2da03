/* Labels of bodies and districts: where they fit inside their outline and touch no other label; those of the layer that leads
   stand beside it where they don't, at the end of a line. */
import { config } from "../config.js";
import { load, tryLoad } from "../files.js";
import { html, joined } from "../html.js";
import { crosses, inTheWay, outside } from "./beside.js";
import { calledAs, lanes, leadOf, shown } from "./classes.js";
import { furniture } from "./furniture.js";
import { insetArea } from "./inset.js";
import { holds } from "./polygons.js";
import { box, breaks, EDGE, spotFor } from "./spots.js";
import { projection } from "./viewport.js";

/** @import { DaySnapshot, Districts, ShapePlace } from "../payloads" */
/** @import { Area, Feature, LabelCandidate, MapView, Placed, Projection, Spot, Trace, Viewport } from "../types" */

const DISTRICTS_BELOW = 0.2; // kilometres a pixel: closer than this, districts have names too
const COUNTRIES_FROM = 0.3;
const BESIDE_FROM = 0.42; // and from here on, names stand beside what is too small for them
const DISTRICTS = 99; // their rank

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/**
 * @param {string} text
 * @param {number} size
 */
function widthOf(text, size) {
  pen ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = `600 ${size}px system-ui, sans-serif`;
  return pen.measureText(text).width;
}

/**
 * Everything that might be labelled, what matters most first: the layer that leads, then layer by layer, larger bodies first.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Districts} districts
 * @param {Record<string, ShapePlace>} shapes
 * @param {number} kilometres a pixel
 * @returns {LabelCandidate[]}
 */
export function candidates(view, snapshot, districts, shapes, kilometres) {
  const { tokens } = config();
  const bodies = lanes(view).flatMap(({ layer, leads }, rank) =>
    shown(snapshot, layer, view.fallen).flatMap((body) => {
      const shape = body.shape && shapes[body.shape];
      if (!shape) return [];
      const [lon, lat, radius] = shape;
      const [size, slack] = [leads ? 13 : 12, layer === view.fill ? 3 : 2.2];
      // What stands is named before what has fallen, or was never agreed.
      return [{ lon, lat, radius, rank: body.standing ? rank + 0.5 : rank, text: calledAs(body), colour: tokens.layers[layer].label, size, slack, leads }];
    }),
  );
  const names = districts.label.map(([lon, lat, radius], i) => (
    { lon, lat, radius, rank: DISTRICTS, text: districts.name[i], colour: tokens.muted, size: 11, slack: 1.4, leads: false }
  ));
  const found = kilometres < DISTRICTS_BELOW ? [...bodies, ...names] : bodies;
  return found.sort((a, b) => a.rank - b.rank || b.radius - a.radius);
}

/**
 * The outlines of the bodies of the layer that leads: a name of another layer that stood on one would seem to name it.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @returns {Promise<Feature[]>}
 */
async function leadingShapes(view, snapshot) {
  const lead = leadOf(view);
  if (!lead || lanes(view).length < 2) return [];
  const file = await tryLoad(`${snapshot.layers[lead].geometry}-national-0`);
  const shapes = new Set(shown(snapshot, lead, view.fallen).map((body) => body.shape));
  return file.features.filter((/** @type {Feature} */ feature) => shapes.has(feature.id));
}

/**
 * The boxes of the districts on the screen, which no name may cover that stands beside the land.
 * @param {Districts} districts
 * @param {Projection} project
 */
function land(districts, project) {
  return districts.box.flatMap(([west, south, east, north]) => {
    const [a, b] = [project([west, north]), project([east, south])];
    return a && b ? [{ x0: a[0], x1: b[0], y0: a[1], y1: b[1] }] : [];
  });
}

/** @typedef {{ label: LabelCandidate, at: number[], radius: number }} Named what may be named, in pixels */

/**
 * Names at the end of lines, each with its spot: those nearest to the sea before all, as a line from farther in would be in
 * their way. A spot found once stays the best while nothing comes into its way.
 * @param {Named[]} wanted
 * @param {Named[]} all
 * @param {Viewport} viewport
 * @param {Area[]} taken
 * @param {Placed[]} placed
 * @returns {Placed[]}
 */
function beside(wanted, all, { width, height }, taken, placed) {
  const screen = { width, height, edge: EDGE };
  /** @type {Placed[]} */
  const found = [];
  const best = (/** @type {Named} */ one) => {
    const [lines] = breaks(one.label.text);
    const size = box([0, 0], Math.max(...lines.map((line) => widthOf(line, one.label.size))), lines, 0);
    const others = all.filter((other) => other.label !== one.label);
    return outside(one.at, size, screen, [...taken, ...found.map(({ spot }) => spot)], [...placed, ...found], others);
  };
  let left = wanted.map((one) => ({ one, best: best(one) }));
  for (;;) {
    const next = left.reduce((least, item) => ((item.best?.cost ?? Infinity) < (least?.best?.cost ?? Infinity) ? item : least), left[0]);
    if (!next?.best) return found;
    const { at, label } = next.one;
    const { spot } = next.best;
    found.push({ ...label, at, spot, line: true });
    left = left.filter((item) => item !== next).map((item) => (
      item.best && inTheWay(item.one.at, item.best.spot, at, spot) ? { ...item, best: best(item.one) } : item
    ));
  }
}

/**
 * The labels that fit, each with its spot.
 * @param {LabelCandidate[]} wanted
 * @param {Viewport} viewport
 * @param {Projection} project
 * @param {Feature[]} leading the outlines that only the layer that leads may name
 * @param {Districts} districts
 * @returns {Placed[]}
 */
export function place(wanted, viewport, project, leading, districts) {
  const { kilometres } = viewport;
  const known = wanted.flatMap((label) => {
    const at = project([label.lon, label.lat]);
    return at ? [{ label, at, radius: label.radius / kilometres }] : [];
  });
  const first = known.filter(({ label }) => label.leads);
  /** @type {Placed[]} */
  let placed = [];
  const fixed = [...furniture(), ...insetArea(viewport)];
  const areas = () => [...fixed, ...placed.map(({ spot }) => spot)];
  for (const { label, at } of first) {
    const spot = spotFor(label, at, viewport, areas(), widthOf);
    if (spot) placed.push({ ...label, at, spot, line: false });
  }
  if (kilometres >= BESIDE_FROM) {
    const small = first.filter(({ label }) => !placed.some((one) => one.lon === label.lon && one.text === label.text));
    placed = [...placed, ...beside(small, first, viewport, [...areas(), ...land(districts, project)], placed)];
  }
  for (const { label, at } of known.filter((one) => !one.label.leads)) {
    const spot = spotFor(label, at, viewport, areas(), widthOf);
    if (spot && !misleads(label, spot, placed, leading, project)) placed.push({ ...label, at, spot, line: false });
  }
  return placed;
}

/**
 * Whether a name would stand on a body of the layer that leads, as if it named that, or across a line to another name.
 * @param {LabelCandidate} label
 * @param {Spot} spot
 * @param {Placed[]} placed
 * @param {Feature[]} leading
 * @param {Projection} project
 */
function misleads(label, spot, placed, leading, project) {
  const [lon, lat] = project.invert(middle(spot));
  const strange = label.rank < DISTRICTS && leading.some((feature) => holds(feature, { lon, lat }));
  return strange || placed.some((other) => other.line && crosses(other.at, middle(other.spot), spot));
}

/** The countries beside England, each with a place for its name. */
const COUNTRIES = { WALES: [-3.8, 52.05], SCOTLAND: [-3.9, 55.75], IRELAND: [-7.2, 53.4], FRANCE: [1.6, 48.9] };

/**
 * @param {Viewport} viewport
 * @returns {LabelCandidate[]}
 */
const countries = ({ kilometres }) =>
  Object.entries(kilometres >= COUNTRIES_FROM ? COUNTRIES : {}).map(([text, [lon, lat]]) => (
    { lon, lat, radius: 60, rank: DISTRICTS + 1, text, colour: config().tokens.muted, size: 11, slack: 2, leads: false }
  ));

/**
 * A text trace with the labels that fit at this viewport, and the lines to those that stand beside what they name.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Viewport} viewport
 * @param {Districts} districts
 * @returns {Promise<Trace[]>}
 */
export async function labelTrace(view, snapshot, viewport, districts) {
  const project = projection();
  if (!project) return [];
  const [shapes, named] = await Promise.all([load("shapes"), leadingShapes(view, snapshot)]);
  const wanted = [...candidates(view, snapshot, districts, shapes, viewport.kilometres), ...countries(viewport)];
  const placed = place(wanted, viewport, project, named, districts);
  const lines = placed.filter((label) => label.line);
  return [...(lines.length ? [lineTrace(lines, project)] : []), textTrace(placed, project)];
}

/** @param {Spot} spot */
const middle = (spot) => [(spot.x0 + spot.x1) / 2, (spot.y0 + spot.y1) / 2];

/**
 * @param {Placed[]} placed
 * @param {Projection} project
 */
function lineTrace(placed, project) {
  const ends = placed.map(({ at, spot }) => {
    const edge = [Math.min(Math.max(at[0], spot.x0), spot.x1), Math.min(Math.max(at[1], spot.y0), spot.y1)];
    return [project.invert(at), project.invert(edge)];
  });
  return {
    type: "scattergeo",
    mode: "lines+markers",
    lon: ends.flatMap(([from, to]) => [from[0], to[0], null]),
    lat: ends.flatMap(([from, to]) => [from[1], to[1], null]),
    line: { color: placed[0].colour, width: 1.2 },
    marker: { size: ends.flatMap(() => [5, 0, 0]), color: placed[0].colour, line: { width: 0 } },
    hoverinfo: "skip",
    name: "label lines",
  };
}

/**
 * @param {Placed[]} placed
 * @param {Projection} project
 */
function textTrace(placed, project) {
  const places = placed.map(({ spot }) => project.invert(middle(spot)));
  return {
    type: "scattergeo",
    mode: "text",
    lon: places.map((at) => at[0]),
    lat: places.map((at) => at[1]),
    text: placed.map(({ spot }) => joined(spot.lines.map((line) => html`${line}`), html`<br>`).text),
    textfont: {
      size: placed.map((label) => label.size),
      color: placed.map((label) => label.colour),
      weight: 600,
      family: "system-ui, sans-serif",
      shadow: "1px 1px 1px #fff, -1px -1px 1px #fff, 1px -1px 1px #fff, -1px 1px 1px #fff, 0 0 3px #fff",
    },
    hoverinfo: "skip",
    name: "labels",
  };
}
