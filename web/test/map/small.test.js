/* The small map of a pair or a body. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { one } from "../../src/dom.js";
import { grouped, smallFigure, smallTraces } from "../../src/map/small.js";
import { plain } from "../../src/map/polygons.js";
import { callbacks } from "../../src/pages/small.js";
import * as toy from "../toy.js";

const outline = (/** @type {string} */ layer, /** @type {string} */ shape) => ({ layer, geometry: layer, shape });
const PAIR = { outlines: [outline("combined_authority", "s-ca"), outline("stp", "s-x")], parts: ["p-1", "p-2"] };
const FIGURE = { data: [], layout: { title: "t", geo: {}, geo2: { old: 1 } } };

beforeEach(() => {
  vi.useFakeTimers();
  configure(toy.config());
  toy.page(toy.MAP);
  toy.serve();
  delete document.documentElement.dataset.map;
});
afterEach(() => {
  document.body.innerHTML = "";
  vi.runAllTimers();
  vi.useRealTimers();
});

/** Something has been drawn. */
const paint = () => one(document, "#map-graph").insertAdjacentHTML("beforeend", '<svg class="choroplethlayer"><path></path></svg>');

describe("outlines", () => {
  it("of two layers stand apart", () => {
    expect(grouped(PAIR.outlines)).toEqual([
      { layer: "combined_authority", geometry: "combined_authority", shapes: ["s-ca"], twin: false },
      { layer: "stp", geometry: "stp", shapes: ["s-x"], twin: false },
    ]);
  });

  it("of one layer are told apart when there are two, and taken together when there are more", () => {
    expect(grouped([outline("lep", "1"), outline("lep", "2")]).map(({ shapes, twin }) => [shapes, twin])).toEqual([[["1"], false], [["2"], true]]);
    const many = [outline("lep", "1"), outline("stp", "x"), outline("lep", "2"), outline("lep", "3")];
    expect(grouped(many).map(({ layer, shapes, twin }) => [layer, shapes, twin])).toEqual([
      ["lep", ["1", "2", "3"], false], ["stp", ["x"], false],
    ]);
  });
});

describe("the traces", () => {
  it("are the land, what both cover, and a line on a pale one for each", async () => {
    const traces = await smallTraces(PAIR);
    expect(traces.map((trace) => trace.name)).toEqual([undefined, "overlap", undefined, "s-ca", undefined, "s-x"]);
    expect(traces[0]).toMatchObject({
      geojson: "/static/districts-national.1.json", locations: [toy.A, toy.B, toy.C, toy.D], colorscale: plain("#f7f9fb"),
      marker: { line: { color: "#ccd5df", width: 0.6 } }, hoverinfo: "text",
    });
    expect(traces[0].text[0]).toBe("<b>Ashby</b>");
    expect(traces[1]).toMatchObject({
      geojson: "/static/parts.1.json", locations: ["p-1", "p-2"], colorscale: plain("#e0a100"), marker: { opacity: 0.45, line: { width: 0 } },
    });
    expect(traces[2].line).toEqual({ color: "#ffffff", width: 2.6 + 2.4, dash: "solid" });
    expect(traces[3].line).toEqual({ color: "#b3202c", width: 2.6, dash: "solid" });
    expect(traces[3].lon).toEqual([-2, -1, -1, -2, -2, null]);
  });

  it("are dashed for a twin, and thin for many", async () => {
    const twins = await smallTraces({ outlines: [outline("lep", "s-one"), outline("lep", "s-gone")], parts: [] });
    expect(twins.map((trace) => trace.line?.dash)).toEqual([undefined, "solid", "solid", "solid", "6px,3px"]);
    const many = await smallTraces({ outlines: ["s-one", "s-gone", "s-x"].map((shape) => outline("pilot", shape)), parts: [] });
    expect(many.slice(1).map(({ line, name }) => [line, name])).toEqual([
      [{ color: "#ffffff", width: 1.6 + 2.4, dash: "solid" }, undefined],
      [{ color: "#5d4037", width: 1.6, dash: "6px,3px" }, "s-one s-gone s-x"],
    ]);
  });

  it("have the institutions asked for", async () => {
    const fetched = toy.serve();
    const traces = await smallTraces({ outlines: [], parts: [], points: ["trust-c"] });
    expect(traces.map((trace) => [trace.name, trace.lon])).toEqual([[undefined, undefined], ["university", []], ["nhs_trust", [-1.4]]]);
    expect((await smallTraces({ outlines: [], parts: [], points: [] })).length).toBe(1);
    expect(fetched.mock.calls.length).toBeLessThan(3);
  });
});

describe("the figure", () => {
  it("has the drawing and no inset, and brings it into view once something is drawn", async () => {
    const { relayout } = toy.drawnMap();
    const figure = await smallFigure(PAIR, FIGURE);
    expect(figure.data.length).toBe(6);
    expect(figure.layout).toMatchObject({ title: "t", geo2: { visible: false, domain: { x: [0, 0.01] } }, annotations: [] });
    expect(figure.layout.geo2.old).toBeUndefined();
    vi.advanceTimersByTime(29);
    paint();
    expect(relayout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    // Together the boxes are two degrees wide and two high, so 200 of 600 pixels: 0.75 of the height is 2.25 as large.
    expect(relayout.mock.calls.map(([, update]) => update)).toEqual([
      { "geo.center": { lon: -1, lat: 53 }, "geo.projection.scale": expect.closeTo(2.25) },
    ]);
    expect(document.documentElement.dataset.map).toBe("drawn");
  });

  it("waits for the drawing, and shows England when there is none", async () => {
    const { relayout } = toy.drawnMap();
    await callbacks.draw(null, toy.config(), FIGURE);
    vi.advanceTimersByTime(1000);
    expect(relayout).not.toHaveBeenCalled();
    paint();
    vi.advanceTimersByTime(250);
    expect(relayout.mock.calls.map(([, update]) => update["geo.projection.scale"])).toEqual([1]);
    vi.advanceTimersByTime(1000);
    expect(relayout).toHaveBeenCalledTimes(1);
  });

  it("waits for the map's projection too, and no longer than its page is there", async () => {
    paint();
    await smallFigure(null, FIGURE);
    vi.advanceTimersByTime(500);
    const { relayout } = toy.drawnMap();
    document.querySelector("#map-shell")?.remove();
    vi.advanceTimersByTime(5000);
    expect(vi.getTimerCount()).toBe(0);
    expect(relayout).not.toHaveBeenCalled();
  });

  it("of another page's own traces is brought into view once, and stays where the reader moves it", async () => {
    const { relayout } = toy.drawnMap();
    paint();
    const own = [{ name: "own" }];
    expect((await smallFigure(null, FIGURE, own)).data).toBe(own);
    vi.advanceTimersByTime(30);
    await smallFigure(null, FIGURE, own);
    vi.advanceTimersByTime(300);
    expect(relayout).toHaveBeenCalledTimes(1);
    await smallFigure(PAIR, FIGURE);
    vi.advanceTimersByTime(30);
    expect(relayout).toHaveBeenCalledTimes(2);
  });
});
