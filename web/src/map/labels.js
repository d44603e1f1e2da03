/* Labels of bodies and districts: shown where they fit inside their outline and touch no other label. */
import { config } from "../config.js";
import { load } from "../files.js";
import { html, joined } from "../html.js";
import { calledAs, lanes, shown } from "./classes.js";
import { insetWanted } from "./inset.js";
import { projection } from "./viewport.js";

/** @import { DaySnapshot, Districts, ShapePlace } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { LabelCandidate, Trace, Viewport } from "../types" */
/** @typedef {{ x0: number, x1: number, y0: number, y1: number, shift: number }} Spot */

const HEIGHT = 15;
const EDGE = 18; // the graph reaches this far beyond what is seen
const DISTRICTS_BELOW = 0.2; // kilometres a pixel: closer than this, districts have names too
const SHORTEST_BROKEN = 16; // letters
const SHIFTS = [0, -18, 18];

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
 * Break a long name over two lines near its middle.
 * @param {string} text
 */
export function wrap(text) {
  if (text.length < SHORTEST_BROKEN) return [text];
  const spaces = [...text.matchAll(/ /g)].map((found) => found.index).filter((i) => i > 0);
  if (!spaces.length) return [text];
  /** @param {number} i */
  const off = (i) => Math.abs(i - text.length / 2);
  const at = spaces.reduce((best, i) => (off(i) < off(best) ? i : best));
  return [text.slice(0, at), text.slice(at + 1)];
}

/**
 * @param {Spot} a
 * @param {Spot} b
 */
export const overlaps = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/**
 * Everything that might be labelled, what matters most first: the tinted layer, then layer by layer, larger bodies first.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Districts} districts
 * @param {Record<string, ShapePlace>} shapes
 * @param {number} kilometres a pixel
 * @returns {LabelCandidate[]}
 */
export function candidates(view, snapshot, districts, shapes, kilometres) {
  const { tokens } = config();
  const layers = lanes(view).map((lane) => lane.layer);
  const ordered = [...layers.filter((layer) => layer === view.fill), ...layers.filter((layer) => layer !== view.fill)];
  const bodies = ordered.flatMap((layer, rank) =>
    shown(snapshot, layer, view.fallen).flatMap((body) => {
      const shape = body.shape && shapes[body.shape];
      if (!shape) return [];
      const [lon, lat, radius] = shape;
      const slack = layer === view.fill ? 3 : 2.2;
      return [{ lon, lat, radius, rank, text: calledAs(body), colour: tokens.layers[layer].label, size: 12, slack }];
    }),
  );
  const names = districts.label.map(([lon, lat, radius], i) => (
    { lon, lat, radius, rank: 99, text: districts.name[i], colour: tokens.muted, size: 11, slack: 1.4 }
  ));
  const found = kilometres < DISTRICTS_BELOW ? [...bodies, ...names] : bodies;
  return found.sort((a, b) => a.rank - b.rank || b.radius - a.radius);
}

/**
 * @param {number[]} at
 * @param {number} width
 * @param {number} lines
 * @param {number} shift
 * @returns {Spot}
 */
const box = (at, width, lines, shift) => ({
  x0: at[0] - width / 2 - 4,
  x1: at[0] + width / 2 + 4,
  y0: at[1] + shift - (lines * HEIGHT) / 2 - 2,
  y1: at[1] + shift + (lines * HEIGHT) / 2 + 2,
  shift,
});

/**
 * Where a label can stand: on its point, else a little above or below, clear of what is taken and of the edges; or null.
 * @param {LabelCandidate} label
 * @param {number[] | null} at
 * @param {Viewport} viewport
 * @param {Spot[]} taken
 * @param {(text: string, size: number) => number} measured
 */
export function spotFor(label, at, viewport, taken, measured) {
  if (!at || at[0] < 0 || at[1] < 0 || at[0] > viewport.width || at[1] > viewport.height) return null;
  const lines = wrap(label.text);
  const width = Math.max(...lines.map((line) => measured(line, label.size)));
  const room = (2 * label.radius * label.slack) / viewport.kilometres;
  if (width > room) return null;
  const spots = SHIFTS.map((shift) => box(at, width, lines.length, shift));
  const spot = spots.find((here) => !taken.some((there) => overlaps(here, there)));
  return spot && spot.x0 >= EDGE && spot.x1 <= viewport.width - EDGE ? spot : null;
}

/**
 * One text trace with the labels that fit at this viewport.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Viewport} viewport
 * @param {Districts} districts
 * @returns {Promise<Trace[]>}
 */
export async function labelTrace(view, snapshot, viewport, districts) {
  const project = projection();
  if (!project) return [];
  const { width, height, kilometres } = viewport;
  /** @type {Spot[]} */
  const taken = insetWanted(viewport) ? [{ x0: width * 0.7, x1: width, y0: 0, y1: height * 0.4, shift: 0 }] : [];
  const placed = [];
  for (const label of candidates(view, snapshot, districts, await load("shapes"), kilometres)) {
    const at = project([label.lon, label.lat]);
    const spot = spotFor(label, at, viewport, taken, widthOf);
    if (!at || !spot) continue;
    taken.push(spot);
    placed.push({ ...label, at: project.invert([at[0], at[1] + spot.shift]) });
  }
  return [textTrace(placed)];
}

/** @param {(LabelCandidate & { at: number[] })[]} placed */
const textTrace = (placed) => ({
  type: "scattergeo",
  mode: "text",
  lon: placed.map((label) => label.at[0]),
  lat: placed.map((label) => label.at[1]),
  text: placed.map((label) => joined(wrap(label.text).map((line) => html`${line}`), html`<br>`).text),
  textfont: {
    size: placed.map((label) => label.size),
    color: placed.map((label) => label.colour),
    weight: 600,
    family: "system-ui, sans-serif",
    shadow: "1px 1px 1px #fff, -1px -1px 1px #fff, 1px -1px 1px #fff, -1px 1px 1px #fff, 0 0 3px #fff",
  },
  hoverinfo: "skip",
  name: "labels",
});
