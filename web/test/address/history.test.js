/* Choices are new entries, pans are not; back and forward set the controls again. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as history from "../../src/address/history.js";
import { configure } from "../../src/config.js";
import { config, drawnMap, MAP, page, view } from "../toy.js";

/** @type {ReturnType<typeof page>} */
let set;
const url = () => window.location.pathname + window.location.search;
/** @param {object | null} shown */
function step(shown, search = "") {
  window.history.replaceState(shown && { view: shown }, "", `/${search}`);
  const event = new PopStateEvent("popstate", { state: window.history.state });
  const stopped = vi.spyOn(event, "stopImmediatePropagation");
  window.dispatchEvent(event);
  return stopped.mock.calls.length === 1;
}

beforeAll(() => history.listen());
beforeEach(() => {
  set = page(MAP);
});

describe("before the first view", () => {
  it("nothing is followed", async () => {
    vi.resetModules();
    const fresh = await import("../../src/address/history.js");
    expect(fresh.currentView()).toBeNull();
    expect(history.currentView()).toBeNull();
    expect(step(view())).toBe(false);
    history.writeAddress; // the page's own history is still untouched
  });
});

describe("writing", () => {
  beforeEach(() => {
    configure(config());
    document.dispatchEvent(new Event("pointerdown"));
    window.history.replaceState({ of: "dash" }, "", "/");
    history.writeAddress(view(), "replace");
  });

  it("makes a new entry of a choice, and keeps the view and what else is in the state", () => {
    const entries = window.history.length;
    history.writeAddress(view({ measure: "none" }), "push");
    expect(url()).toBe("/?measure=none");
    expect(window.history.length).toBe(entries + 1);
    expect(window.history.state).toEqual({ of: "dash", view: view({ measure: "none" }) });
    expect(history.currentView()).toEqual(view({ measure: "none" }));
  });

  it("makes none of a pan, nor of a view that has this address", () => {
    const entries = window.history.length;
    history.writeAddress(view({ lon: 1, lat: 2, zoom: 3 }), "replace");
    expect(url()).toBe("/?lon=1&lat=2&zoom=3");
    history.writeAddress(view({ lon: 1, lat: 2, zoom: 3 }), "push");
    expect(window.history.length).toBe(entries);
  });

  it("makes none of the first view", async () => {
    vi.resetModules();
    (await import("../../src/config.js")).configure(config());
    const fresh = await import("../../src/address/history.js");
    const entries = window.history.length;
    fresh.writeAddress(view({ fallen: true }), "push");
    expect([url(), window.history.length]).toEqual(["/?fallen=1", entries]);
  });
});

describe("going back", () => {
  beforeEach(() => {
    configure(config());
    document.dispatchEvent(new Event("pointerdown"));
    window.history.replaceState(null, "", "/");
    history.writeAddress(view(), "replace");
  });

  it("sets the controls that differ, and only those", () => {
    const other = view({ measure: "none", layers: ["stp", "university"], fill: "stp", fallen: true, select: "x", table: "bodies", as_at: "2016-01-01" });
    expect(step(other, "?measure=none")).toBe(true);
    expect(set.mock.calls).toEqual([
      ["map-measure", { data: "none" }],
      ["map-layers", { value: ["stp"] }],
      ["map-points", { value: ["university"] }],
      ["map-fill", { value: "stp" }],
      ["map-fallen", { value: ["fallen"] }],
      ["map-select", { data: "x" }],
      ["map-table_kind", { value: "bodies" }],
      ["map-day_input", { value: "2016-01-01" }],
    ]);
  });

  it("moves the map only when the view was elsewhere", () => {
    const { relayout, graph } = drawnMap();
    step(view({ measure: "none" }));
    expect(relayout).not.toHaveBeenCalled();
    step(view({ lon: -1, lat: 53, zoom: 4 }));
    expect(relayout.mock.calls).toEqual([[graph, { "geo.center": { lon: -1, lat: 53 }, "geo.projection.scale": 4 }]]);
  });

  it("leaves a step to Dash that leads elsewhere, and does nothing when only the part after # moved", () => {
    expect(step(null, "?measure=none")).toBe(false);
    expect(step(null, "")).toBe(true);
    expect(set).not.toHaveBeenCalled();
  });

  it("makes no new entry while the controls follow, but does of a choice made meanwhile", () => {
    step(view({ measure: "none", fallen: true }), "?measure=none&fallen=1");
    const entries = window.history.length;
    history.writeAddress(view({ measure: "none" }), "push");
    expect([url(), window.history.length]).toEqual(["/?measure=none", entries]);
    document.dispatchEvent(new Event("keydown"));
    history.writeAddress(view({ select: "x" }), "push");
    expect(window.history.length).toBe(entries + 1);
  });

  it("is over once the address is reached", () => {
    step(view({ measure: "none" }), "?measure=none");
    history.writeAddress(view({ measure: "none" }), "push");
    const entries = window.history.length;
    history.writeAddress(view({ fallen: true }), "push");
    expect(window.history.length).toBe(entries + 1);
  });
});

describe("the controls of other pages", () => {
  it("are those of the patchwork where colours are chosen", () => {
    const given = config();
    given.ids = { colour: "pw-colour", layers: "pw-layers", region: "pw-region", select: "pw-select", day_input: "pw-day" };
    given.keys = ["layers", "colour", "region", "as_at", "select"];
    configure(given);
    const shown = { layers: ["stp"], colour: "bundle", region: "all", as_at: "2017-12-01", select: null };
    history.writeAddress(shown, "replace");
    const { relayout } = drawnMap();
    step({ layers: ["lep"], colour: "splits", region: "north", as_at: "2016-01-01", select: "y", lon: 1 });
    expect(set.mock.calls).toEqual([
      ["pw-layers", { value: ["lep"] }],
      ["pw-colour", { value: "splits" }],
      ["pw-region", { value: "north" }],
      ["pw-select", { data: "y" }],
      ["pw-day", { value: "2016-01-01" }],
    ]);
    expect(relayout).not.toHaveBeenCalled(); // the map of that page is not in its address
  });

  it("are those of the overlaps elsewhere", () => {
    const given = config();
    const keys = ["layer_a", "layer_b", "weight", "share_of", "match", "least", "pair", "day_input"];
    given.ids = Object.fromEntries(keys.map((key) => [key, `o-${key}`]));
    given.keys = ["a", "b", "weight", "as_at", "share_of", "match", "least", "pair"];
    configure(given);
    const shown = { a: "lep", b: "stp", weight: "people", share_of: "row", match: "any", least: 0, pair: "x~y", as_at: "2017-12-01" };
    history.writeAddress(shown, "replace");
    step({ a: "stp", b: "lep", weight: "area", share_of: "column", match: "same", least: 5, pair: null, as_at: "2016-01-01" });
    expect(set.mock.calls).toEqual([
      ["o-layer_a", { value: "stp" }],
      ["o-layer_b", { value: "lep" }],
      ["o-weight", { value: "area" }],
      ["o-share_of", { value: "column" }],
      ["o-match", { value: "same" }],
      ["o-least", { value: 5 }],
      ["o-pair", { data: "" }],
      ["o-day_input", { value: "2016-01-01" }],
    ]);
  });
});
