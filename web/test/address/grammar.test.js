/* The address holds the view, and leaves out what is at its default. */
import { beforeEach, describe, expect, it } from "vitest";
import { addressOf, same, serialise } from "../../src/address/grammar.js";
import { configure } from "../../src/config.js";
import { config, view } from "../toy.js";

beforeEach(() => configure(config()));

describe("the address", () => {
  it.each([
    [{}, ""],
    [{ measure: "none" }, "measure=none"],
    [{ layers: [] }, "layers=none"],
    [{ layers: ["lep", "stp"] }, "layers=lep,stp"],
    [{ layers: ["stp", "combined_authority"] }, "layers=stp,combined_authority"],
    [{ fallen: true }, "fallen=1"],
    [{ fill: "lep", as_at: "2016-06-17" }, "fill=lep&as_at=2016-06-17"],
    [{ as_at: "2016-06-17", measure: "none" }, "measure=none&as_at=2016-06-17"],
    [{ lon: -1.05, lat: 0, zoom: 12.34 }, "lon=-1.05&lat=0&zoom=12.34"],
    [{ select: "a&b=c d,e~é" }, "select=a%26b%3Dc%20d,e~%C3%A9"],
    [{ lon: null, select: undefined }, ""],
    [{ unknown: 1 }, ""],
  ])("of %j is ?%s", (changes, query) => {
    expect(serialise(view(changes))).toBe(query);
    expect(addressOf(view(changes))).toBe(query ? `/?${query}` : "/");
  });

  it("says no where yes is the default", () => {
    const given = config();
    given.defaults.fallen = true;
    configure(given);
    expect(serialise(view())).toBe("fallen=0");
  });

  it("takes nothing and null for the same", () => {
    expect(same(undefined, null)).toBe(true);
    expect(same(null, 0)).toBe(false);
    expect(same([1, 2], [1, 2])).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
  });
});
