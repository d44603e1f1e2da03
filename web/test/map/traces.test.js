/* The traces of the map, from the toy's squares. */
import { beforeEach, describe, expect, it } from "vitest";
import { configure } from "../../src/config.js";
import { hoverTexts } from "../../src/map/hover.js";
import { insetDistricts, insetWanted } from "../../src/map/inset.js";
import { chosenPoints, viewPoints } from "../../src/map/points.js";
import { dashed, outline, pieces, plain, polygons, selectionLines, steps } from "../../src/map/polygons.js";
import { mapTraces } from "../../src/map/traces.js";
import * as toy from "../toy.js";

/** @import { Trace, Viewport } from "../../src/types" */

const { A, B, C, D } = toy;
/** @param {Trace[]} traces */
const names = (traces) => traces.map((trace) => trace.name);
/** @param {Trace[]} traces @param {string} name @returns {Trace} */
const called = (traces, name) => /** @type {Trace} */ (traces.find((trace) => trace.name === name));
/** @param {object} changes @returns {Viewport} */
const viewport = (changes = {}) => ({ lon: null, lat: null, zoom: null, kilometres: 0.3, width: 800, height: 600, ...changes });
/** @param {object} changes @param {Viewport | null} [at] */
const tracesOf = (changes, at = null) => mapTraces(toy.view(changes), toy.snapshot(), at);

beforeEach(() => {
  configure(toy.config());
  toy.page("");
  toy.serve();
});

describe("polygons", () => {
  it("are clear unless said otherwise", () => {
    const clear = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]];
    expect(polygons("/x", ["a", "b"], { name: "n" })).toEqual({
      type: "choropleth", geojson: "/x", featureidkey: "id", locations: ["a", "b"], z: [0, 0], zmin: -0.5, zmax: 0.5,
      colorscale: clear, showscale: false, hoverinfo: "skip", name: "n",
    });
    expect(outline("/x", ["a"], "#111111", 2).marker).toEqual({ line: { color: "#111111", width: 2 } });
    expect(plain("#1")).toEqual([[0, "#1"], [1, "#1"]]);
    expect(steps(["a", "b"])).toEqual([[0, "a"], [0.5, "a"], [0.5, "b"], [1, "b"]]);
  });

  it("become lines that break between rings", () => {
    const [one, hole, other] = [[[0, 0], [1, 0]], [[2, 2], [3, 2]], [[5, 5]]];
    /** @type {any} */
    const several = { id: "m", geometry: { type: "MultiPolygon", coordinates: [[one, hole], [other]] } };
    expect(pieces(several)).toEqual([[one, hole], [other]]);
    const collection = { features: [several, toy.feature("p", [[7, 8], [9, 8]]), toy.feature("not", [[0, 0]])] };
    expect(dashed(collection, ["p", "m"], "#111111", "1px", 3)).toEqual({
      type: "scattergeo", mode: "lines", hoverinfo: "skip", connectgaps: false, line: { color: "#111111", width: 3, dash: "1px" },
      lon: [0, 1, null, 2, 3, null, 5, null, 7, 9, null],
      lat: [0, 0, null, 2, 2, null, 5, null, 8, 8, null],
    });
    const lines = selectionLines(collection, "p", { selection: "#0", focus: "#f" });
    expect(lines.map((trace) => [trace.name, trace.line])).toEqual([
      [undefined, { color: "#f", width: 6, dash: "solid" }],
      ["selection", { color: "#0", width: 2.6, dash: "solid" }],
    ]);
    expect(lines[1].lon).toEqual([7, 9, null]);
  });
});

describe("the hover over a district", () => {
  const files = { districts: toy.districts(), measures: toy.measures() };

  it("says name, value and bodies, with the share of a part", () => {
    const layers = ["combined_authority", "lep", "university"];
    expect(hoverTexts(toy.view({ layers, fallen: true }), toy.snapshot(), files)).toEqual([
      "<b>Ashby</b><br>Score of need: 10.0<br>Combined authority: North<br>LEP: One LEP",
      "<b>Bourn</b><br>Score of need: 10.1<br>Combined authority: North, 25%<br>LEP: One LEP",
      "<b>Corby</b><br>Score of need: 25.0<br>Combined authority: North, associate<br>LEP: Gone LEP (fallen)",
      "<b>Deptford</b><br>Score of need: not available",
    ]);
  });

  it("says the name alone when nothing is shown, and how a body stands without a status", () => {
    expect(hoverTexts(toy.view({ measure: "none", layers: [] }), toy.snapshot(), files)[0]).toBe("<b>Ashby</b>");
    const snapshot = toy.snapshot();
    delete snapshot.layers.lep.bodies[1].status;
    const texts = hoverTexts(toy.view({ measure: "none", layers: ["lep"], fallen: true }), snapshot, files);
    expect(texts[2]).toBe("<b>Corby</b><br>LEP: Gone LEP (fallen)");
  });
});

describe("points", () => {
  it("are those of the layers shown, the selected one larger", () => {
    expect(viewPoints(toy.view({ layers: ["university", "stp"], select: "uni-b" }), toy.institutions())).toEqual([
      {
        type: "scattergeo", mode: "markers", lon: [-1.5, -0.5], lat: [52.5, 52.6], customdata: ["uni-a", "uni-b"],
        text: ["<b>Ashby University</b><br>University", "<b>Bourn &amp; College</b><br>College"], hoverinfo: "text",
        marker: { symbol: "diamond", size: [8, 14], color: "#14213d", line: { color: "#ffffff", width: 1 } }, name: "university",
      },
    ]);
    const [trusts] = viewPoints(toy.view({ layers: ["nhs_trust"] }), toy.institutions());
    expect(trusts.marker).toEqual({ symbol: "cross", size: [7], color: "#ffffff", line: { color: "#24213d", width: 1.5 } });
  });

  it("of a small map are those asked for", () => {
    expect(chosenPoints(toy.institutions(), new Set(["uni-b"]))).toEqual([
      {
        type: "scattergeo", mode: "markers", lon: [-0.5], lat: [52.6], text: ["<b>Bourn &amp; College</b>"], hoverinfo: "text",
        marker: { symbol: "diamond", size: 8, color: "#14213d", line: { color: "#14213d", width: 1.5 } }, name: "university",
      },
      {
        type: "scattergeo", mode: "markers", lon: [], lat: [], text: [], hoverinfo: "text",
        marker: { symbol: "cross", size: 7, color: "#ffffff", line: { color: "#24213d", width: 1.5 } }, name: "nhs_trust",
      },
    ]);
  });
});

describe("the London inset", () => {
  it.each([
    [null, false],
    [viewport({ kilometres: 0.51, width: 561 }), true],
    [viewport({ kilometres: 0.5, width: 800 }), false],
    [viewport({ kilometres: 0.8, width: 560 }), false],
  ])("is wanted with all of England in view and room for it", (at, wanted) => expect(insetWanted(at)).toBe(wanted));

  it("has the districts that touch its box", () => {
    // The box reaches from -0.6 to 0.4 and from 51.2 to 51.8; touching its edge is not enough.
    const boxes = [
      [-1, 51, 0, 52], [-1, 51.3, -0.6, 51.7], [-1, 51.3, -0.59, 51.7], [0.4, 51.3, 1, 51.7], [0.39, 51.3, 1, 51.7],
      [-0.1, 51, 0.1, 51.2], [-0.1, 51, 0.1, 51.21], [-0.1, 51.8, 0.1, 52], [-0.1, 51.79, 0.1, 52],
    ];
    const ids = [..."abcdefghi"];
    const trace = { locations: ids, z: ids.map((_, i) => i), text: ids, geojson: "x", name: "districts" };
    const districts = { ...toy.districts(), box: /** @type {any} */ (boxes) };
    expect(insetDistricts(trace, districts)).toEqual({
      locations: [..."acegi"], z: [0, 2, 4, 6, 8], text: [..."acegi"], geojson: "/static/districts-national.1.json", name: "districts",
    });
  });
});

describe("the map", () => {
  it("has districts shaded by class, then outlines with the first layer on top", async () => {
    const traces = await tracesOf({});
    expect(names(traces)).toEqual(["neighbours", "districts", "stp", "casing", "combined_authority", "associates"]);
    expect(traces.map((trace) => trace.meta)).toEqual([undefined, undefined, "stp", ...Array(3).fill("combined_authority")]);
    const [beside, base] = traces;
    expect(beside).toMatchObject({ geojson: "/static/neighbours.1.json", locations: ["land"], colorscale: plain("#f1ede3") });
    expect(base).toMatchObject({ geojson: "/static/districts-national.1.json", locations: [A, B, C, D], z: [0, 1, 2, -1], zmin: -1.5, zmax: 2.5 });
    expect(base.marker).toEqual({ line: { color: "#ffffff", width: 0.5 } });
    expect(base.hoverinfo).toBe("text");
    expect(base.text[0]).toContain("<b>Ashby</b>");
    expect(base.colorscale).toEqual(steps(["#d9d4cc", "#000001", "#000003", "#000005"]));
  });

  it("leaves districts pale that are not shaded", async () => {
    const [, base] = await tracesOf({ measure: "none", layers: [] });
    expect(base).toMatchObject({ z: [0, 0, 0, 0], zmax: 0.5, colorscale: steps(["#d9d4cc", "#f7f9fb"]) });
  });

  it("lets one layer lead where all of England is in view, and the others recede", async () => {
    const far = await tracesOf({ layers: ["combined_authority", "lep", "stp"] });
    expect(names(far)).toEqual(["neighbours", "districts", "stp", "lep", "casing", "combined_authority", "associates"]);
    // The first that recedes runs on the border too, the next one a lane inside.
    expect(["lep", "stp"].map((layer) => called(far, layer).geojson)).toEqual(["/static/lep-national-0.1.json", "/static/stp-national-1.1.json"]);
    expect(called(far, "stp").marker.line).toEqual({ color: "#2aa59b", width: 1.5 * 0.45 });
    expect(called(far, "combined_authority").marker.line).toEqual({ color: "#b3202c", width: 2 * 1.05 });
    expect(called(far, "casing")).toMatchObject({ geojson: "/static/combined_authority-national-0.1.json" });
    expect(called(far, "casing").marker.line).toEqual({ color: "rgba(255,255,255,0.85)", width: 2 * 1.05 + 1.8 });
    const other = await tracesOf({ lead: "stp" });
    expect(names(other)).toEqual(["neighbours", "districts", "combined_authority", "associates", "casing", "stp"]);
    expect(called(other, "stp").marker.line.width).toBeCloseTo(1.5 * 1.05);
    expect(names(await tracesOf({ lead: "stp", only: true }))).toEqual(["neighbours", "districts", "casing", "stp"]);
  });

  it("draws every layer in full on its own lane nearer by", async () => {
    const near = await tracesOf({}, viewport());
    expect(names(near).slice(1, 6)).toEqual(["districts", "casing", "stp", "casing", "combined_authority"]);
    expect(near[1].geojson).toBe("/static/districts-local.1.json");
    expect(called(near, "stp").geojson).toBe("/static/stp-regional-1.1.json");
    expect(called(near, "stp").marker.line.width).toBe(1.5);
    expect(near[2].marker.line.width).toBeCloseTo(1.5 + 1.8);
    expect(called(await tracesOf({}, viewport({ kilometres: 0.1 })), "stp").geojson).toBe("/static/stp-local-1.1.json");
  });

  it("tints what one layer covers, when that layer is shown, and shades nothing", async () => {
    const traces = await tracesOf({ fill: "stp" });
    expect(traces[1].z).toEqual([0, 0, 0, 0]);
    expect(names(traces).slice(1, 3)).toEqual(["districts", "fill"]);
    expect(traces[2]).toMatchObject({
      geojson: "/static/stp-national-0.1.json", locations: ["s-x"], colorscale: plain("#2aa59b"), marker: { opacity: 0.22, line: { width: 0 } },
    });
    expect(names(await tracesOf({ fill: "lep" }))).not.toContain("fill");
  });

  it("dashes what has a dash, a lane's second layer, fallen bodies and associates", async () => {
    const pilots = called(await tracesOf({ layers: ["pilot"] }), "pilot");
    expect(pilots).toMatchObject({ type: "scattergeo", line: { color: "#5d4037", width: 1.05, dash: "6px,3px" } });
    expect(pilots.lon).toEqual([-1, 0, 0, -1, -1, null]);
    const again = await tracesOf({ layers: ["combined_authority", "lep", "stp", "city_deal", "growth_deal", "pilot"] });
    expect(called(again, "growth_deal").line.dash).toBe("14px,2px,2px,2px");
    expect(called(again, "pilot").line.dash).toBe("6px,3px");
    const fallen = await tracesOf({ layers: ["lep"], fallen: true });
    expect(names(fallen)).toEqual(["neighbours", "districts", "casing", "lep", "lep fallen"]);
    expect(fallen[2].locations).toEqual(["s-one", "s-gone"]);
    expect(fallen[3].locations).toEqual(["s-one"]);
    expect(fallen[4]).toMatchObject({ lat: [53, 53, 54, 54, 53, null], line: { color: "#1b6ca8", dash: "1px,4px", width: 1.5 * 1.05 } });
    expect(called(await tracesOf({}), "associates")).toMatchObject({
      lat: [53, 53, 54, 54, 53, null], line: { color: "#b3202c", dash: "1px,3px", width: 1.6 },
    });
  });

  it("asks for associates only when there are some", async () => {
    const fetched = toy.serve();
    const snapshot = toy.snapshot();
    delete snapshot.layers.combined_authority.bodies[0].associateShape;
    const traces = await mapTraces(toy.view(), snapshot, null);
    expect(names(traces)).not.toContain("associates");
    expect(fetched.mock.calls.flat().join()).not.toContain("associates");
  });

  it("outlines what is selected, a district or a body with a shape", async () => {
    expect(called(await tracesOf({ select: B }), "selection").lon).toEqual([-1, 0, 0, -1, -1, null]);
    const body = await tracesOf({ select: "lep-one" });
    expect(called(body, "selection").lon).toEqual([-2, 0, 0, -2, -2, null]);
    expect(names(body).slice(-2)).toEqual([undefined, "selection"]);
    expect(body.at(-2)?.line.color).toBe("#ffdd00");
    expect(names(await tracesOf({ select: "nobody" }))).not.toContain("selection");
    const snapshot = toy.snapshot();
    delete snapshot.layers.lep.bodies[0].shape;
    expect(names(await mapTraces(toy.view({ select: "lep-one" }), snapshot, null))).not.toContain("selection");
  });

  it("has points over everything", async () => {
    expect(names(await tracesOf({ layers: ["university", "nhs_trust"] }))).toEqual(["neighbours", "districts", "university", "nhs_trust"]);
  });

  it("repeats itself over London's inset, from its own files and without the pale lines", async () => {
    const traces = await tracesOf({ fill: "stp", select: "stp-x", layers: ["stp", "lep", "university"] }, viewport({ kilometres: 0.6 }));
    const inset = traces.filter((trace) => trace.geo === "geo2");
    expect(names(inset)).toEqual(["districts", "fill", "stp", "lep", undefined, "selection", "university"]);
    expect(inset[0]).toMatchObject({ locations: [D], z: [0] });
    expect(inset[1].geojson).toBe("/static/stp-london-0.1.json");
    expect(inset[2].geojson).toBe("/static/stp-london-0.1.json");
    expect(traces.filter((trace) => !trace.geo).map((trace) => trace.name)).toEqual([
      "neighbours", "districts", "fill", "stp", "casing", "lep", undefined, "selection", "university",
    ]);
    expect((await tracesOf({}, viewport({ kilometres: 0.6, width: 500 }))).filter((trace) => trace.geo)).toEqual([]);
  });

  it("has labels once it has been drawn", async () => {
    toy.page(toy.MAP);
    toy.drawnMap();
    HTMLCanvasElement.prototype.getContext = /** @type {any} */ (() => ({ measureText: () => ({ width: 50 }) }));
    expect(names(await tracesOf({}, viewport())).at(-1)).toBe("labels");
    expect(names(await tracesOf({}))).not.toContain("labels");
  });
});
