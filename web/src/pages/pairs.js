/* The pairs of the overlaps' payload, row by row: the server sends them column by column, which is shorter. */

/** @import { PairPayload } from "../payloads" */

/**
 * Every pair that shares people: positions of the two bodies, what they share, and the shares as fractions.
 * @param {PairPayload} data
 */
export const pairsIn = ({ pairs }) =>
  pairs.people.map((people, k) => ({
    i: pairs.a[k],
    j: pairs.b[k],
    people,
    match: pairs.match[k],
    km2: pairs.km2[k],
    whole: pairs.whole[k],
    part: pairs.part[k],
    ofA: pairs.of_a[k],
    ofB: pairs.of_b[k],
  }));

/** @typedef {ReturnType<typeof pairsIn>[number]} Pair */
