/* The London inset: when it is shown, and what of the districts it needs. */
import { fileUrl } from "../files.js";

/** @import { Box, Districts } from "../payloads" */
/** @import { Area, Trace, Viewport } from "../types" */

const [WEST, SOUTH, EAST, NORTH] = [-0.6, 51.2, 0.4, 51.8]; // what the inset can show
const LEAST_KILOMETRES = 0.5; // a pixel: the whole of England is in view
const LEAST_WIDTH = 560;

/**
 * London has an inset while the whole of England is in view and there is room for it.
 * @param {Viewport | null} viewport
 */
export const insetWanted = (viewport) =>
  Boolean(viewport && viewport.kilometres > LEAST_KILOMETRES && viewport.width > LEAST_WIDTH);

/** Where the inset stands, as shares of the graph (as `dashboard/figures/map.py` has it), and its height over its width. */
export const PLACE = { x0: 0.71, x1: 0.97, top: 0.05, shape: 0.8 };
const NAME = 26; // pixels for its name below

/**
 * What the inset and its name take of the graph, in pixels.
 * @param {Viewport} viewport
 * @returns {Area[]}
 */
export function insetArea(viewport) {
  if (!insetWanted(viewport)) return [];
  const { width, height } = viewport;
  const [x0, x1, y0] = [PLACE.x0 * width, PLACE.x1 * width, PLACE.top * height];
  return [{ x0: x0 - 8, x1: x1 + 8, y0: y0 - 8, y1: y0 + PLACE.shape * (x1 - x0) + NAME }];
}

/** @param {Box} box */
const near = ([west, south, east, north]) => west < EAST && east > WEST && south < NORTH && north > SOUTH;

/**
 * The district trace cut down to what the inset can show: drawing all of England there would double the work.
 * @param {Trace} trace
 * @param {Districts} districts
 * @returns {Trace}
 */
export function insetDistricts(trace, districts) {
  const kept = districts.box.flatMap((box, i) => (near(box) ? [i] : []));
  /** @param {unknown[]} list */
  const pick = (list) => kept.map((i) => list[i]);
  return {
    ...trace,
    geojson: fileUrl("districts-national"),
    locations: pick(trace.locations),
    z: pick(trace.z),
    text: pick(trace.text),
  };
}
