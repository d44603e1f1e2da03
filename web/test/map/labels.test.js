/* Labels: which there are, in which order, and where they stand on the map. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { candidates, labelTrace } from "../../src/map/labels.js";
import { overlaps } from "../../src/map/spots.js";
import * as toy from "../toy.js";

/** @import { Viewport } from "../../src/types" */

/** @type {Viewport} */
const viewport = { lon: null, lat: null, zoom: null, kilometres: 0.5, width: 800, height: 600 };

beforeEach(() => {
  configure(toy.config());
  toy.serve();
});

describe("candidates", () => {
  /** @param {object} changes @param {number} kilometres */
  const found = (changes, kilometres) =>
    candidates(toy.view(changes), toy.snapshot(), toy.districts(), /** @type {any} */ (toy.shapes()), kilometres);

  it("come layer by layer, larger bodies first and what stands before what has fallen, and only those with a shape", () => {
    const labels = found({ layers: ["lep", "combined_authority", "city_deal", "university"], fallen: true }, 0.2);
    expect(labels.map(({ text, rank, radius, size, slack, colour, leads }) => [text, rank, radius, size, slack, colour, leads])).toEqual([
      ["North", 0, 40, 13, 2.2, "#b30000", true],
      ["One LEP", 1, 60, 12, 2.2, "#1b0000", false],
      ["Gone LEP (fallen)", 1.5, 30, 12, 2.2, "#1b0000", false],
    ]);
    expect([labels[0].lon, labels[0].lat]).toEqual([-1.5, 52.5]);
  });

  it("begin with the layer that leads; those of what is tinted may be wider than its outline", () => {
    const labels = found({ layers: ["combined_authority", "lep", "stp"], lead: "stp", fill: "lep" }, 0.2);
    expect(labels.map(({ text, rank, slack, leads }) => [text, rank, slack, leads])).toEqual([
      ["STP X", 0, 2.2, true], ["North", 1, 2.2, false], ["One LEP", 2, 3, false],
    ]);
    expect(found({ layers: ["lep", "stp"], lead: "stp", only: true }, 0.2).map(({ text }) => text)).toEqual(["STP X"]);
  });

  it("end with the districts, close by", () => {
    const labels = found({ layers: ["lep"] }, 0.199);
    expect(labels.map(({ text, rank, size, slack, colour }) => [text, rank, size, slack, colour])).toEqual([
      ["One LEP", 0, 13, 2.2, "#1b0000"],
      ["Bourn", 99, 11, 1.4, "#5b6575"],
      ["Ashby", 99, 11, 1.4, "#5b6575"],
      ["Corby", 99, 11, 1.4, "#5b6575"],
      ["Deptford", 99, 11, 1.4, "#5b6575"],
    ]);
    expect(labels[1]).toMatchObject({ lon: -0.5, lat: 52.5, radius: 50 });
  });
});

describe("the trace of labels", () => {
  const districts = toy.districts();
  /** @param {object} changes @param {Partial<Viewport>} at */
  const texts = async (changes, at) => {
    const [trace] = await labelTrace(toy.view(changes), toy.snapshot(), { ...viewport, ...at }, districts);
    return trace;
  };

  /** The labels of a page that has measured nothing yet. @param {object} [shapes] */
  const fresh = async (shapes = toy.shapes()) => {
    vi.resetModules();
    (await import("../../src/config.js")).configure(toy.config());
    toy.serve({ shapes });
    const { labelTrace: traces } = await import("../../src/map/labels.js");
    return (/** @type {object} */ changes, /** @type {Partial<Viewport>} */ at = {}) =>
      traces(toy.view(changes), toy.snapshot(), { ...viewport, ...at }, districts);
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
    expect(await texts({ layers: ["lep", "stp"] }, {})).toEqual({
      type: "scattergeo",
      mode: "text",
      lon: [expect.closeTo(-1)],
      lat: [expect.closeTo(52.5)],
      text: ["One LEP"],
      textfont: {
        size: [13], color: ["#1b0000"], weight: 600, family: "system-ui, sans-serif",
        shadow: "1px 1px 1px #fff, -1px -1px 1px #fff, 1px -1px 1px #fff, -1px 1px 1px #fff, 0 0 3px #fff",
      },
      hoverinfo: "skip",
      name: "labels",
    });
  });

  it("names on a body of the layer that leads only what belongs to that layer", async () => {
    // STP X has its place, 1.2° west and 52.8° north, in the square of North, and 53.2 would be north of it.
    expect((await texts({}, {})).text).toEqual(["North"]);
    const traces = await fresh({ ...toy.shapes(), "s-x": [-1.2, 53.2, 70, -2, 52, 0, 54] });
    const [trace] = await traces({});
    expect([trace.text, trace.textfont.size]).toEqual([["North", "STP X"], [13, 12]]);
    const [alone] = await traces({ lead: "stp", only: true });
    expect(alone.text).toEqual(["STP X"]);
  });

  it("puts a name that has no room out at sea, at the end of a line", async () => {
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (() => ({
      measureText: (/** @type {string} */ text) => ({ width: 100 * text.length }),
    }));
    // North's point is 150 pixels from the left and 250 from the top, and its 500 pixels have no room in 40 km at half one a pixel.
    const far = { kilometres: 0.5, width: 2000, height: 600 };
    const traces = await fresh();
    const [lines, names] = await traces({ layers: ["combined_authority"] }, far);
    expect([lines.name, names.text]).toEqual(["label lines", ["North"]]);
    expect([lines.lon[0], lines.lat[0]]).toEqual([expect.closeTo(-1.5), expect.closeTo(52.5)]);
    expect(lines.line.color).toBe("#b30000");
    // The name's middle on the screen, and its box of 508 by 19 pixels, which touches no square: there are 100 pixels a degree.
    const [x, y] = [names.lon[0] * 100 + 300, 5500 - names.lat[0] * 100];
    const spot = { x0: x - 254, x1: x + 254, y0: y - 9.5, y1: y + 9.5 };
    const squares = districts.box.map(([west, south, east, north]) => (
      { x0: west * 100 + 300, x1: east * 100 + 300, y0: 5500 - north * 100, y1: 5500 - south * 100 }
    ));
    expect(squares.filter((square) => overlaps(spot, square))).toEqual([]);
    const end = [lines.lon[1] * 100 + 300, 5500 - lines.lat[1] * 100]; // the line ends where the box begins
    expect([end[0] >= spot.x0 - 1e-6, end[0] <= spot.x1 + 1e-6]).toEqual([true, true]);
    expect(Math.min(Math.abs(end[1] - spot.y0), Math.abs(end[1] - spot.y1), Math.abs(end[0] - spot.x0), Math.abs(end[0] - spot.x1))).toBeCloseTo(0);
    const near = await traces({ layers: ["combined_authority"] }, { ...far, kilometres: 0.3 });
    expect(near.map((trace) => [trace.name, trace.text]), "nearer by there is none").toEqual([["labels", []]]);
  });

  it("moves a label that would touch one before it, and breaks long names", async () => {
    const snapshot = toy.snapshot();
    const [first] = snapshot.layers.stp.bodies;
    snapshot.layers.stp.bodies = [{ ...first, name: "First" }, { ...first, id: "stp-y", name: "Two lines of <b>", shape: "s-near" }];
    snapshot.layers.stp.bodies[0].shape = "s-one"; // the second's point is 50 pixels left of it and two above
    const view = toy.view({ layers: ["stp"] });
    const near = { ...viewport, kilometres: 0.3 };
    const [trace] = await labelTrace(view, snapshot, near, districts);
    expect(trace.text).toEqual(["First"]); // two lines are too high to pass with 18 pixels
    snapshot.layers.stp.bodies[1].name = "One <b>";
    const [moved] = await labelTrace(view, snapshot, near, districts);
    expect(moved.text).toEqual(["First", "One &lt;b&gt;"]);
    expect(moved.lat[1]).toBeCloseTo(52.7); // 18 pixels up at 100 pixels a degree
    snapshot.layers.stp.bodies = [{ ...first, shape: "s-x", name: "Another of two lines" }];
    const [broken] = await labelTrace(toy.view({ layers: ["stp"] }), snapshot, viewport, districts);
    expect(broken.text).toEqual(["Another of<br>two lines"]);
  });

  it("names the countries beside England, but not close by", async () => {
    const traces = await fresh();
    const named = async (/** @type {number} */ kilometres) => (await traces({ layers: [] }, { kilometres, height: 700 }))[0].text;
    expect(await named(0.3)).toEqual(["FRANCE"]); // 1.6° east, 48.9° north: 610 pixels down; the others are off this screen
    expect(await named(0.29)).toEqual([]);
  });

  it("stays out of the London inset's corner", async () => {
    // The inset takes 0.71 to 0.97 of the width, and eight pixels more; from 0.05 of the height 0.8 as high as wide, and its name's line.
    const wanted = { layers: ["lep"] };
    const shapes = { ...toy.shapes(), "s-one": [3, 53, 60, 2, 52, 4, 54] }; // 600 pixels from the left, 200 from the top
    const traces = await fresh(shapes);
    // "One LEP" is 70 pixels wide and stands from 561 to 639 or, 18 up or down, from 172.5 to 227.5.
    const [line] = await traces(wanted, { kilometres: 0.6 });
    expect(line.name, "its name moves out of the inset, to the end of a line").toBe("label lines");
    expect((await traces(wanted, { kilometres: 0.5 })).map((trace) => trace.text)).toEqual([["One LEP"]]); // no inset
    expect((await traces(wanted, { kilometres: 0.6, width: 914 })).length).toBe(1); // from 641
    expect((await traces(wanted, { kilometres: 0.6, width: 908 })).length).toBe(2); // from 636.7
  });
});
