/* Classes, bands, lanes: the edges, above all. */
import { beforeEach, describe, expect, it } from "vitest";
import { configure } from "../../src/config.js";
import { bandOf, calledAs, classColours, classOf, drawn, lanes, leadOf, shown, valuesOf } from "../../src/map/classes.js";
import { config, measures, snapshot, view } from "../toy.js";

beforeEach(() => configure(config()));

describe("zoom bands", () => {
  it.each([
    [2, "national"], [0.42, "national"], [0.4199, "regional"], [0.12, "regional"], [0.1199, "local"], [0, "local"],
    [null, "national"], [undefined, "national"], [-1, "local"],
  ])("%s kilometres a pixel is %s", (kilometres, band) => expect(bandOf(kilometres)).toBe(band));
});

describe("classes", () => {
  it.each([
    [9.9, 0], [10, 0], [10.1, 1], [20, 1], [20.01, 2], [0, 0], [-5, 0], [null, -1], [undefined, -1],
  ])("%s among 10 and 20 is class %i", (value, wanted) => expect(classOf(value, [10, 20])).toBe(wanted));

  it("have the last class beyond the last edge, and one class without edges", () => {
    expect(classOf(7, [])).toBe(0);
  });

  it.each([
    [1, ["3"]], [2, ["1", "5"]], [3, ["1", "3", "5"]], [4, ["1", "2", "4", "5"]], [5, ["1", "2", "3", "4", "5"]], [0, []],
  ])("%i have colours spread over the palette", (count, ends) => {
    expect(classColours(count)).toEqual(ends.map((end) => `#00000${end}`));
  });
});

describe("values", () => {
  it("are the measure's own, the day's growth, or none", () => {
    expect(valuesOf(view(), snapshot(), measures())).toEqual([10, 10.1, 25, null]);
    expect(valuesOf(view({ measure: "growth_per_head" }), snapshot(), measures())).toEqual([40, 50, 60, null]);
    expect(valuesOf(view({ measure: "none" }), snapshot(), measures())).toBeNull();
  });
});

describe("lanes", () => {
  it("follow the order of the palette, four of them, then again", () => {
    const layers = ["pilot", "growth_deal", "city_deal", "university", "stp", "lep", "combined_authority"];
    expect(lanes(view({ layers })).map(({ layer, lane, again }) => [layer, lane, again])).toEqual([
      ["combined_authority", 0, false], ["lep", 1, false], ["stp", 2, false], ["city_deal", 3, false],
      ["growth_deal", 0, true], ["pilot", 1, true],
    ]);
    expect(lanes(view({ layers: ["pilot"] }))).toEqual([{ layer: "pilot", lane: 0, again: false, leads: true }]);
    expect(lanes(view({ layers: ["university"] }))).toEqual([]);
  });

  it("begin with the layer that leads, which is the first unless another is named that is shown", () => {
    const layers = ["combined_authority", "lep", "stp"];
    const order = (/** @type {object} */ changes) => lanes(view({ layers, ...changes })).map(({ layer, lane, leads }) => [layer, lane, leads]);
    expect(order({ lead: "stp" })).toEqual([["stp", 0, true], ["combined_authority", 1, false], ["lep", 2, false]]);
    expect(order({ lead: "city_deal" })[0]).toEqual(["combined_authority", 0, true]);
    expect(order({ lead: "lep", only: true })).toEqual([["lep", 0, true]]);
    expect([leadOf(view({ layers, lead: "lep" })), leadOf(view({ layers: ["university"] }))]).toEqual(["lep", undefined]);
  });

  it("leave points drawn when one layer is shown alone", () => {
    const layers = ["combined_authority", "stp", "university"];
    expect(drawn(view({ layers, lead: "stp" }))).toEqual(layers);
    expect(drawn(view({ layers, lead: "stp", only: true }))).toEqual(["stp", "university"]);
  });
});

describe("bodies", () => {
  it("are shown with the fallen ones or without", () => {
    const ids = (/** @type {boolean} */ fallen) => shown(snapshot(), "lep", fallen).map((body) => body.id);
    expect([ids(false), ids(true)]).toEqual([["lep-one"], ["lep-one", "lep-gone"]]);
    expect(shown(snapshot(), "none", true)).toEqual([]);
  });

  it("are called by their short name, and how they stand", () => {
    expect(calledAs({ id: "a", name: "Long", short: "S" })).toBe("S");
    expect(calledAs({ id: "a", name: "Long", standing: "bid" })).toBe("Long (bid)");
  });
});
