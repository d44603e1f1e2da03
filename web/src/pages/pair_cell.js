/* The one place that knows how a cell of the overlaps' payload is laid out. */

/** @import { PairCell } from "../payloads" */

/**
 * A cell by names: positions of the two bodies, what they share, and the shares as fractions.
 * @param {PairCell} cell
 */
export function named(cell) {
  const [i, j, people, match, km2, whole, part, ofA, ofB] = cell;
  return { i, j, people, match, km2, whole, part, ofA, ofB };
}

/** @typedef {ReturnType<typeof named>} Pair */
