/* Moving about the map: in and out, across, home, and to a box. */
import { graph, HOME, projection } from "./viewport.js";

/** @import { Box } from "../payloads" */
/** @import { PlotlyLibrary } from "../types" */

export const STEP = 1.6;
const MOST = 30; // the closest that a box is brought

/** @param {Record<string, unknown>} update */
function move(update) {
  const plot = graph();
  if (plot) /** @type {PlotlyLibrary} */ (window.Plotly).relayout(plot, update);
}

/** @param {number} value @param {number} low @param {number} high */
const between = (value, low, high) => Math.min(Math.max(value, low), high);

/** @param {number} factor */
export function zoomBy(factor) {
  const at = graph()?._fullLayout.geo.projection;
  if (at) move({ "geo.projection.scale": between(at.scale * factor, at.minscale, at.maxscale) });
}

/**
 * Move by parts of the map's width and height.
 * @param {number} x
 * @param {number} y
 */
export function panBy(x, y) {
  const layout = graph()?._fullLayout;
  const project = projection();
  if (!project) return;
  const [lon, lat] = project.invert([layout.width * (0.5 + x), layout.height * (0.5 + y)]);
  move({ "geo.center": { lon, lat } });
}

export const goHome = () => move({ "geo.center": { ...HOME }, "geo.projection.scale": 1 });

/**
 * Go where a view says; all of England when it says nothing.
 * @param {{ lon?: number | null, lat?: number | null, zoom?: number | null }} view
 */
export function showView({ lon, lat, zoom }) {
  if (zoom) move({ "geo.center": { lon, lat }, "geo.projection.scale": zoom });
  else goHome();
}

/**
 * Centre a box so that it takes `fill` of the map's width or height.
 * @param {Box} box
 * @param {number} [fill]
 */
export function showBox([west, south, east, north], fill = 0.45) {
  const layout = graph()?._fullLayout;
  const project = projection();
  if (!project) return;
  const corners = [[west, south], [west, north], [east, south], [east, north]].flatMap((corner) => {
    const at = project(corner);
    return at ? [at] : [];
  });
  /** @param {number} k */
  const spread = (k) => Math.max(...corners.map((at) => at[k])) - Math.min(...corners.map((at) => at[k]));
  const size = Math.max(spread(0) / layout.width, spread(1) / layout.height, 0.001);
  const scale = between((layout.geo.projection.scale * fill) / size, 1, MOST);
  move({ "geo.center": { lon: (west + east) / 2, lat: (south + north) / 2 }, "geo.projection.scale": scale });
}

/**
 * The box round some boxes.
 * @param {Box[]} boxes
 * @returns {Box}
 */
export const union = (boxes) => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
];
