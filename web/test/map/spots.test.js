/* Where names stand: on few lines, inside what they name, touching no other. */
import { describe, expect, it, vi } from "vitest";
import { breaks, overlaps, spotFor } from "../../src/map/spots.js";

/** @import { LabelCandidate, Viewport } from "../../src/types" */

/** @type {Viewport} */
const viewport = { lon: null, lat: null, zoom: null, kilometres: 0.5, width: 800, height: 600 };
/** @param {object} changes @returns {LabelCandidate} */
const label = (changes = {}) => ({ lon: 0, lat: 0, radius: 25, rank: 0, text: "Ten", colour: "#1", size: 12, slack: 1, leads: false, ...changes });
/** @param {number} width */
const wide = (width) => vi.fn(() => width);

describe("long names", () => {
  it.each([
    ["Fifteen letters", [["Fifteen letters"]]],
    ["Sixteen letters.", [["Sixteen", "letters."]]],
    ["Onelongwordwithoutspace", [["Onelongwordwithoutspace"]]],
    ["A longer name of five words", [["A longer name", "of five words"], ["A longer", "name of", "five words"]]],
    ["East of Englandshire", [["East of", "Englandshire"], ["East", "of", "Englandshire"]]],
    ["Bath, Swindon and Wiltshire", [["Bath, Swindon", "and Wiltshire"], ["Bath,", "Swindon and", "Wiltshire"]]],
  ])("%s stands on as many lines as it may, each about as long", (text, ways) => expect(breaks(text)).toEqual(ways));
});

describe("boxes", () => {
  const box = { x0: 0, x1: 10, y0: 0, y1: 10 };
  it.each([
    [{ x0: 9, x1: 20, y0: 9, y1: 20 }, true],
    [{ x0: 10, x1: 20, y0: 0, y1: 10 }, false],
    [{ x0: -10, x1: 0, y0: 0, y1: 10 }, false],
    [{ x0: 0, x1: 10, y0: 10, y1: 20 }, false],
    [{ x0: 0, x1: 10, y0: -10, y1: 0 }, false],
    [{ x0: 2, x1: 3, y0: 2, y1: 3 }, true],
  ])("%j over another: %s", (other, wanted) => expect(overlaps(box, other)).toBe(wanted));
});

describe("a label's spot", () => {
  // A radius of 25 km at half a kilometre a pixel has room for 100 pixels.
  it("is on its point when it fits, with a little room round it", () => {
    expect(spotFor(label(), [400, 300], viewport, [], wide(100))).toEqual({ x0: 346, x1: 454, y0: 290.5, y1: 309.5, lines: ["Ten"] });
    expect(spotFor(label(), [400, 300], viewport, [], wide(100.1))).toBeNull();
    expect(spotFor(label({ slack: 2.2 }), [400, 300], viewport, [], wide(220))).not.toBeNull();
    const measured = wide(20);
    const two = spotFor(label({ text: "Sixteen letters." }), [400, 300], viewport, [], measured);
    expect(two).toEqual({ x0: 386, x1: 414, y0: 283, y1: 317, lines: ["Sixteen", "letters."] });
    expect(measured.mock.calls).toEqual([["Sixteen", 12], ["letters.", 12]]);
  });

  it("is as wide as the wider line", () => {
    const measured = vi.fn((/** @type {string} */ text) => (text === "Sixteen" ? 60 : 40));
    expect(spotFor(label({ text: "Sixteen letters." }), [400, 300], viewport, [], measured)).toMatchObject({ x0: 366, x1: 434 });
  });

  it("takes three lines where two are too wide", () => {
    const measured = vi.fn((/** @type {string} */ text) => text.length * 10);
    const name = label({ text: "Bath, Swindon and Wiltshire", slack: 1.2 }); // room for 120 pixels, where 13 letters take 130
    expect(spotFor(name, [400, 300], viewport, [], measured)).toMatchObject({ lines: ["Bath,", "Swindon and", "Wiltshire"], y0: 275.5, y1: 324.5 });
    expect(spotFor({ ...name, slack: 1 }, [400, 300], viewport, [], measured)).toBeNull();
  });

  it("moves up or down when its point is taken, and is given up when those are too", () => {
    const on = { x0: 390, x1: 410, y0: 299, y1: 301 };
    const above = { ...on, y0: 281, y1: 283 };
    const below = { ...on, y0: 317, y1: 319 };
    const top = (/** @type {any[]} */ ...taken) => spotFor(label(), [400, 300], viewport, taken, wide(20))?.y0;
    expect([top(on), top(on, above), top(on, above, below), top(below)]).toEqual([272.5, 308.5, undefined, 290.5]);
  });

  it("is inside the map, clear of its sides", () => {
    const spot = (/** @type {number[] | null} */ at) => spotFor(label(), at, viewport, [], wide(20)) !== null;
    expect([null, [-1, 300], [400, -1], [801, 300], [400, 601]].map(spot)).toEqual([false, false, false, false, false]);
    // Half of 20 pixels and 4 beside them stand left of the point, 18 more are the edge.
    expect([[32, 300], [31.9, 300], [768, 300], [768.1, 300], [400, 0], [400, 600]].map(spot)).toEqual([true, false, true, false, true, true]);
    const corner = { ...viewport, width: 40, height: 600 };
    expect(spotFor(label(), [0, 300], corner, [], wide(0))).toBeNull();
  });
});
