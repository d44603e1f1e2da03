/* Labels: where they fit inside their outline and touch no other. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { candidates, labelTrace, overlaps, spotFor, wrap } from "../../src/map/labels.js";
import * as toy from "../toy.js";

/** @import { LabelCandidate, Viewport } from "../../src/types" */

/** @type {Viewport} */
const viewport = { lon: null, lat: null, zoom: null, kilometres: 0.5, width: 800, height: 600 };
/** @param {object} changes @returns {LabelCandidate} */
const label = (changes = {}) => ({ lon: 0, lat: 0, radius: 25, rank: 0, text: "Ten", colour: "#1", size: 12, slack: 1, ...changes });
/** @param {number} width */
const wide = (width) => vi.fn(() => width);

beforeEach(() => {
  configure(toy.config());
  toy.serve();
});

describe("long names", () => {
  it.each([
    ["Fifteen letters", ["Fifteen letters"]],
    ["Sixteen letters.", ["Sixteen", "letters."]],
    ["Onelongwordwithoutspace", ["Onelongwordwithoutspace"]],
    ["A longer name of five words", ["A longer name", "of five words"]],
    ["East of Englandshire", ["East of", "Englandshire"]],
    [" Leadingspacenotused", [" Leadingspacenotused"]],
  ])("%s is broken near its middle", (text, lines) => expect(wrap(text)).toEqual(lines));
});

describe("boxes", () => {
  const box = { x0: 0, x1: 10, y0: 0, y1: 10, shift: 0 };
  it.each([
    [{ x0: 9, x1: 20, y0: 9, y1: 20 }, true],
    [{ x0: 10, x1: 20, y0: 0, y1: 10 }, false],
    [{ x0: -10, x1: 0, y0: 0, y1: 10 }, false],
    [{ x0: 0, x1: 10, y0: 10, y1: 20 }, false],
    [{ x0: 0, x1: 10, y0: -10, y1: 0 }, false],
    [{ x0: 2, x1: 3, y0: 2, y1: 3 }, true],
  ])("%j over another: %s", (other, wanted) => expect(overlaps(box, { ...other, shift: 0 })).toBe(wanted));
});

describe("candidates", () => {
  /** @param {object} changes @param {number} kilometres */
  const found = (changes, kilometres) =>
    candidates(toy.view(changes), toy.snapshot(), toy.districts(), /** @type {any} */ (toy.shapes()), kilometres);

  it("come layer by layer, larger bodies first, and only those with a shape", () => {
    const labels = found({ layers: ["lep", "combined_authority", "city_deal", "university"], fallen: true }, 0.2);
    expect(labels.map(({ text, rank, radius, size, slack, colour }) => [text, rank, radius, size, slack, colour])).toEqual([
      ["North", 0, 40, 12, 2.2, "#b30000"],
      ["One LEP", 1, 60, 12, 2.2, "#1b0000"],
      ["Gone LEP (fallen)", 1, 30, 12, 2.2, "#1b0000"],
    ]);
    expect([labels[0].lon, labels[0].lat]).toEqual([-1.5, 52.5]);
  });

  it("begin with the tinted layer, which may be wider than its outline", () => {
    const labels = found({ layers: ["combined_authority", "lep", "stp"], fill: "stp" }, 0.2);
    expect(labels.map(({ text, rank, slack }) => [text, rank, slack])).toEqual([
      ["STP X", 0, 3], ["North", 1, 2.2], ["One LEP", 2, 2.2],
    ]);
    expect(found({ layers: ["lep"], fill: "stp" }, 0.2).map(({ text }) => text)).toEqual(["One LEP"]);
  });

  it("end with the districts, close by", () => {
    const labels = found({ layers: ["lep"] }, 0.199);
    expect(labels.map(({ text, rank, size, slack, colour }) => [text, rank, size, slack, colour])).toEqual([
      ["One LEP", 0, 12, 2.2, "#1b0000"],
      ["Bourn", 99, 11, 1.4, "#5b6575"],
      ["Ashby", 99, 11, 1.4, "#5b6575"],
      ["Corby", 99, 11, 1.4, "#5b6575"],
      ["Deptford", 99, 11, 1.4, "#5b6575"],
    ]);
    expect(labels[1]).toMatchObject({ lon: -0.5, lat: 52.5, radius: 50 });
  });
});

describe("a label's spot", () => {
  // A radius of 25 km at half a kilometre a pixel has room for 100 pixels.
  it("is on its point when it fits, with a little room round it", () => {
    expect(spotFor(label(), [400, 300], viewport, [], wide(100))).toEqual({ x0: 346, x1: 454, y0: 290.5, y1: 309.5, shift: 0 });
    expect(spotFor(label(), [400, 300], viewport, [], wide(100.1))).toBeNull();
    expect(spotFor(label({ slack: 2.2 }), [400, 300], viewport, [], wide(220))).not.toBeNull();
    const measured = wide(20);
    const two = spotFor(label({ text: "Sixteen letters." }), [400, 300], viewport, [], measured);
    expect(two).toEqual({ x0: 386, x1: 414, y0: 283, y1: 317, shift: 0 });
    expect(measured.mock.calls).toEqual([["Sixteen", 12], ["letters.", 12]]);
  });

  it("is as wide as the wider line", () => {
    const measured = vi.fn((/** @type {string} */ text) => (text === "Sixteen" ? 60 : 40));
    expect(spotFor(label({ text: "Sixteen letters." }), [400, 300], viewport, [], measured)).toMatchObject({ x0: 366, x1: 434 });
  });

  it("moves up or down when its point is taken, and is given up when those are too", () => {
    const on = { x0: 390, x1: 410, y0: 299, y1: 301, shift: 0 };
    const above = { ...on, y0: 281, y1: 283 };
    const below = { ...on, y0: 317, y1: 319 };
    const spot = (/** @type {any[]} */ ...taken) => spotFor(label(), [400, 300], viewport, taken, wide(20))?.shift;
    expect([spot(on), spot(on, above), spot(on, above, below), spot(below)]).toEqual([-18, 18, undefined, 0]);
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

describe("the trace of labels", () => {
  const districts = toy.districts();
  /** @param {object} changes @param {Partial<Viewport>} at */
  const texts = async (changes, at) => {
    const [trace] = await labelTrace(toy.view(changes), toy.snapshot(), { ...viewport, ...at }, districts);
    return trace;
  };

  beforeEach(() => {
    toy.page(toy.MAP);
    toy.drawnMap();
    // Every letter is ten pixels wide.
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (() => ({
      measureText: (/** @type {string} */ text) => ({ width: 10 * text.length }),
    }));
  });

  it("is not there before the map is", async () => {
    toy.page("");
    expect(await labelTrace(toy.view(), toy.snapshot(), viewport, districts)).toEqual([]);
  });

  it("has the labels at their places", async () => {
    expect(await texts({ layers: ["combined_authority", "stp"] }, {})).toEqual({
      type: "scattergeo",
      mode: "text",
      lon: [-1.5, expect.closeTo(-1.2)],
      lat: [52.5, expect.closeTo(52.8)],
      text: ["North", "STP X"],
      textfont: {
        size: [12, 12], color: ["#b30000", "#2a0000"], weight: 600, family: "system-ui, sans-serif",
        shadow: "1px 1px 1px #fff, -1px -1px 1px #fff, 1px -1px 1px #fff, -1px 1px 1px #fff, 0 0 3px #fff",
      },
      hoverinfo: "skip",
      name: "labels",
    });
  });

  it("moves a label that would touch one before it, and breaks long names", async () => {
    const snapshot = toy.snapshot();
    snapshot.layers.stp.bodies[0].name = "Two lines of <b>";
    snapshot.layers.stp.bodies[0].shape = "s-near"; // two pixels above the first
    const [trace] = await labelTrace(toy.view(), snapshot, viewport, districts);
    expect(trace.text).toEqual(["North"]); // two lines are too high to pass with 18 pixels
    snapshot.layers.stp.bodies[0].name = "One <b>";
    const [moved] = await labelTrace(toy.view(), snapshot, viewport, districts);
    expect(moved.text).toEqual(["North", "One &lt;b&gt;"]);
    expect(moved.lat[1]).toBeCloseTo(52.7); // 18 pixels up at 100 pixels a degree
    snapshot.layers.stp.bodies[0] = { ...snapshot.layers.stp.bodies[0], shape: "s-x", name: "Another of two lines" };
    const [broken] = await labelTrace(toy.view({ layers: ["stp"] }), snapshot, viewport, districts);
    expect(broken.text).toEqual(["Another of<br>two lines"]);
  });

  it("stays out of the London inset's corner", async () => {
    // The point of "One LEP" is 200 pixels from the left and 250 from the top. The inset takes from 0.7 of the width and to 0.4 of the height.
    const wanted = { layers: ["lep"] };
    expect((await texts(wanted, { kilometres: 0.6, width: 800 })).text).toEqual(["One LEP"]);
    const shapes = { ...toy.shapes(), "s-one": [3, 53, 60, 2, 52, 4, 54] }; // 600 from the left, 200 from the top
    vi.resetModules();
    (await import("../../src/config.js")).configure(toy.config());
    toy.serve({ shapes });
    const fresh = await import("../../src/map/labels.js");
    /** @param {Partial<Viewport>} at */
    const seen = async (at) => (await fresh.labelTrace(toy.view(wanted), toy.snapshot(), { ...viewport, ...at }, districts))[0].text;
    expect(await seen({ kilometres: 0.6 })).toEqual([]); // inside it: x from 560, y to 240
    expect(await seen({ kilometres: 0.5 })).toEqual(["One LEP"]); // no inset
    expect(await seen({ kilometres: 0.6, height: 400 })).toEqual(["One LEP"]); // y to 160
    expect(await seen({ kilometres: 0.6, width: 912 })).toEqual([]); // x from 638.4, and the label ends at 639
    expect(await seen({ kilometres: 0.6, width: 914 })).toEqual(["One LEP"]); // x from 639.8
  });
});
