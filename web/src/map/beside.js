/* Names beside what they name: out at sea, as near as there is room, at the end of a line that crosses no other name. */
import { overlaps } from "./spots.js";

/** @import { Area, Placed, Spot } from "../types" */

const [NEAREST, FARTHEST, STEP] = [24, 280, 10]; // pixels; what would cost more stays without a name
const DIRECTIONS = 32;
const CROSSING = 120;

/**
 * Whether the line between two points passes through a box.
 * @param {number[]} from
 * @param {number[]} to
 * @param {Area} area
 */
export function crosses(from, to, { x0, x1, y0, y1 }) {
  let [enter, leave] = [0, 1];
  for (const [start, step, low, high] of [[from[0], to[0] - from[0], x0, x1], [from[1], to[1] - from[1], y0, y1]]) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    [enter, leave] = [Math.max(enter, Math.min(a, b)), Math.min(leave, Math.max(a, b))];
  }
  return enter < leave;
}

/**
 * Whether two lines cross.
 * @param {number[]} a
 * @param {number[]} b
 * @param {number[]} c
 * @param {number[]} d
 */
export function meet(a, b, c, d) {
  /** @type {(p: number[], q: number[], r: number[]) => number} */
  const side = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** @param {Area} spot */
const centre = ({ x0, x1, y0, y1 }) => [(x0 + x1) / 2, (y0 + y1) / 2];

/**
 * How far a point lies from the line between two others.
 * @param {number[]} from
 * @param {number[]} to
 * @param {number[]} point
 */
export function distanceTo(from, to, point) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(Math.max(along, 0), 1);
  return Math.hypot(from[0] + at * dx - point[0], from[1] + at * dy - point[1]);
}

/**
 * Whether one name with its line leaves no room for another with its own.
 * @param {number[]} at
 * @param {Area} spot
 * @param {number[]} otherAt
 * @param {Area} other
 */
export const inTheWay = (at, spot, otherAt, other) =>
  overlaps(spot, other) || crosses(at, centre(spot), other) || crosses(otherAt, centre(other), spot) || meet(at, centre(spot), otherAt, centre(other));

/**
 * A name at the end of a line from a point: it lies beyond the line, not over it.
 * @param {number[]} at
 * @param {number} distance
 * @param {number} turn
 * @param {Spot} size
 * @returns {Spot}
 */
function beyond(at, distance, turn, size) {
  const [across, down] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)];
  const [x, y] = [at[0] + across * (distance + size.x1), at[1] + down * distance + down * size.y1];
  return { x0: x + size.x0, x1: x + size.x1, y0: y + size.y0, y1: y + size.y1, lines: size.lines };
}

/**
 * Whether all of a name is seen.
 * @param {Area} spot
 * @param {{ width: number, height: number, edge: number }} screen
 */
const seen = ({ x0, x1, y0, y1 }, { width, height, edge }) =>
  x0 >= edge && x1 <= width - edge && y0 >= edge && y1 <= height - edge;

/**
 * The free spot for a name of a size round a point that costs least, or null: a long line costs as many pixels as it has, and
 * each circle of `others` that it passes over `CROSSING` more.
 * @param {number[]} at
 * @param {Spot} size the name's box round no point
 * @param {{ width: number, height: number, edge: number }} screen
 * @param {Area[]} taken
 * @param {Placed[]} placed
 * @param {{ at: number[], radius: number }[]} others what else is named, in pixels
 * @returns {{ spot: Spot, cost: number } | null}
 */
export function outside(at, size, screen, taken, placed, others) {
  const lines = placed.filter(({ line }) => line);
  /** @type {(spot: Spot, end: number[]) => boolean} */
  const free = (spot, end) =>
    seen(spot, screen) &&
    !taken.some((area) => overlaps(spot, area)) &&
    !placed.some((name) => crosses(at, end, name.spot)) &&
    !lines.some((other) => meet(at, end, other.at, centre(other.spot)));
  /** @type {{ spot: Spot, cost: number } | null} */
  let best = null;
  for (let distance = NEAREST; distance <= FARTHEST && distance < (best?.cost ?? Infinity); distance += STEP) {
    for (let k = 0; k < DIRECTIONS; k += 1) {
      const spot = beyond(at, distance, k / DIRECTIONS, size);
      const end = centre(spot);
      const cost = distance + CROSSING * others.filter((other) => distanceTo(at, end, other.at) < other.radius).length;
      if (cost <= FARTHEST && cost < (best?.cost ?? Infinity) && free(spot, end)) best = { spot, cost };
    }
  }
  return best;
}
