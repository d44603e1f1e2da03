/* Where a name can stand on the screen: on its place, on as few lines as its room allows, clear of what is there. */

/** @import { Area, LabelCandidate, Spot, Viewport } from "../types" */

const HEIGHT = 15;
export const EDGE = 18; // the graph reaches this far beyond what is seen
const SHORTEST_BROKEN = 16; // letters
const SHIFTS = [0, -18, 18];

/**
 * Words on so many lines, the longest as short as can be.
 * @param {string[]} words
 * @param {number} count
 * @returns {string[]}
 */
function balanced(words, count) {
  if (count === 1) return [words.join(" ")];
  const firsts = Array.from({ length: words.length - count + 1 }, (_, k) => k + 1);
  const ways = firsts.map((first) => [words.slice(0, first).join(" "), ...balanced(words.slice(first), count - 1)]);
  /** @param {string[]} lines */
  const longest = (lines) => Math.max(...lines.map((line) => line.length));
  return ways.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

/**
 * A name on as many lines as it may have, the likeliest first: a short one on one, a long one on two or three.
 * @param {string} text
 * @returns {string[][]}
 */
export function breaks(text) {
  const words = text.split(" ");
  if (text.length < SHORTEST_BROKEN || words.length < 2) return [[text]];
  return [2, 3].filter((count) => count <= words.length).map((count) => balanced(words, count));
}

/**
 * @param {Area} a
 * @param {Area} b
 */
export const overlaps = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/**
 * @param {number[]} at
 * @param {number} width
 * @param {string[]} lines
 * @param {number} shift
 * @returns {Spot}
 */
export const box = (at, width, lines, shift) => ({
  x0: at[0] - width / 2 - 4,
  x1: at[0] + width / 2 + 4,
  y0: at[1] + shift - (lines.length * HEIGHT) / 2 - 2,
  y1: at[1] + shift + (lines.length * HEIGHT) / 2 + 2,
  lines,
});

/**
 * Where a label can stand: on its point, else a little above or below, clear of what is taken and of the edges; or null.
 * @param {LabelCandidate} label
 * @param {number[] | null} at
 * @param {Viewport} viewport
 * @param {Area[]} taken
 * @param {(text: string, size: number) => number} measured
 * @returns {Spot | null}
 */
export function spotFor(label, at, viewport, taken, measured) {
  if (!at || at[0] < 0 || at[1] < 0 || at[0] > viewport.width || at[1] > viewport.height) return null;
  const room = (2 * label.radius * label.slack) / viewport.kilometres;
  for (const lines of breaks(label.text)) {
    const width = Math.max(...lines.map((line) => measured(line, label.size)));
    if (width > room) continue;
    const spots = SHIFTS.map((shift) => box(at, width, lines, shift));
    const spot = spots.find((here) => !taken.some((there) => overlaps(here, there)));
    if (spot && spot.x0 >= EDGE && spot.x1 <= viewport.width - EDGE) return spot;
  }
  return null;
}
