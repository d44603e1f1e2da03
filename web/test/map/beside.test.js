/* Names out at sea: as near as there is room, at the end of a line that crosses no name and no other line. */
import { describe, expect, it } from "vitest";
import { crosses, distanceTo, meet, outside } from "../../src/map/beside.js";

/** @import { Area, Placed } from "../../src/types" */

const SCREEN = { width: 1000, height: 1000, edge: 18 };
/** A name of 40 by 20 pixels. */
const SIZE = { x0: -20, x1: 20, y0: -10, y1: 10, lines: ["Name"] };
/** @param {number} x @param {number} y @param {number} half @returns {Area} */
const square = (x, y, half) => ({ x0: x - half, x1: x + half, y0: y - half, y1: y + half });
/** @param {number[]} at @param {Area} spot @param {boolean} line @returns {Placed} */
const placed = (at, spot, line) => /** @type {any} */ ({ at, spot: { ...spot, lines: [] }, line });
/** @param {Area[]} taken @param {Placed[]} names @param {{ at: number[], radius: number }[]} others */
const found = (taken, names = [], others = []) => outside([500, 500], SIZE, SCREEN, taken, names, others);
/** @param {{ spot: Area } | null} best */
const centre = (best) => best && [(best.spot.x0 + best.spot.x1) / 2, (best.spot.y0 + best.spot.y1) / 2];

describe("lines", () => {
  const box = square(0, 0, 10);
  it.each([
    [[-20, 0], [20, 0], true], [[-20, 11], [20, 11], false], [[0, -20], [0, 20], true], [[11, -20], [11, 20], false],
    [[-20, 0], [-11, 0], false], [[-20, -20], [20, 20], true], [[-20, 5], [-5, 20], false], [[0, 0], [100, 100], true],
  ])("from %j to %j pass through a box: %s", (from, to, wanted) => expect(crosses(from, to, box)).toBe(wanted));

  it.each([
    [[0, 0], [10, 10], [0, 10], [10, 0], true],
    [[0, 0], [10, 10], [20, 0], [11, 9], false],
    [[0, 0], [10, 0], [0, 5], [10, 5], false],
    [[0, 0], [4, 4], [0, 10], [10, 0], false],
  ])("%j to %j and %j to %j meet: %s", (a, b, c, d, wanted) => expect(meet(a, b, c, d)).toBe(wanted));

  it.each([
    [[5, 3], 3], [[-4, 3], 5], [[13, 4], 5], [[5, 0], 0],
  ])("lie so far from %j: %d", (point, wanted) => expect(distanceTo([0, 0], [10, 0], point)).toBeCloseTo(wanted));

  it("without a length are points", () => expect(distanceTo([1, 1], [1, 1], [4, 5])).toBe(5));
});

describe("a name beside its place", () => {
  it("stands beyond the end of a line of 24 pixels when all is free", () => {
    // To the right: 24 of line, and half of the name's 40 on from there.
    expect(found([])).toEqual({ spot: { x0: 524, x1: 564, y0: 490, y1: 510, lines: ["Name"] }, cost: 24 });
  });

  it("stands outside the land, which may be far", () => {
    const best = found([square(500, 500, 100)]);
    const [x, y] = /** @type {number[]} */ (centre(best));
    expect(Math.max(Math.abs(x - 500) - 20, Math.abs(y - 500) - 10)).toBeGreaterThanOrEqual(100);
    expect(best?.cost).toBe(104);
  });

  it("is left out where the sea is too far, or off the screen", () => {
    expect(found([square(500, 500, 290)])).toBeNull();
    expect(found([square(500, 500, 260)])).not.toBeNull();
    expect(outside([30, 30], SIZE, { width: 60, height: 60, edge: 18 }, [], [], [])).toBeNull();
  });

  it("sends its line over no name and over no other line", () => {
    const name = placed([0, 0], { x0: 540, x1: 700, y0: 480, y1: 520 }, false);
    const best = /** @type {any} */ (found([square(620, 500, 100)], [name]));
    expect(crosses([500, 500], /** @type {number[]} */ (centre(best)), name.spot)).toBe(false);
    // A line from above to below on the right: whatever stands right of it would cross it.
    const line = placed([515, 300], square(515, 700, 5), true);
    expect(/** @type {number[]} */ (centre(found([], [line])))[0]).toBeLessThan(515);
    expect(/** @type {number[]} */ (centre(found([], [{ ...line, line: false }])))[0]).toBe(544);
  });

  it("would rather be farther off than have its line pass over another body", () => {
    const right = { at: [530, 500], radius: 8 };
    const best = found([], [], [right]);
    expect(distanceTo([500, 500], /** @type {number[]} */ (centre(best)), right.at)).toBeGreaterThanOrEqual(8);
    expect(best?.cost).toBe(24);
    // Bodies all round: passing over one costs 120 pixels more, wherever.
    expect(found([], [], [{ at: [500, 500], radius: 5 }])?.cost).toBe(144);
    expect(found([], [], Array(3).fill({ at: [500, 500], radius: 5 })), "three of them are too many").toBeNull();
  });
});
