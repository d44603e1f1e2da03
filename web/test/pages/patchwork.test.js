/* The patchwork page. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { plain, steps } from "../../src/map/polygons.js";
import { legendHtml, multipleHtml, pathOf } from "../../src/pages/patchwork_html.js";
import * as toy from "../toy.js";

/** @import { PatchworkPayload } from "../../src/payloads" */

const { A, B, C, D } = toy;
const KEYS = ["colour", "layers", "region", "select", "day_input", "title", "legend", "multiples", "graph", "shell"];
/** @type {typeof import("../../src/pages/patchwork.js")} */
let patchwork;

const config = () => ({ ...toy.config(), ids: Object.fromEntries(KEYS.map((key) => [key, `p-${key}`])), keys: ["layers", "colour", "select"] });
/** @returns {PatchworkPayload} */
const payload = (changes = {}) => ({
  day: "2017-12-01", title: "Who shares what", layers: ["lep", "growth_deal"], colour: "bundle", region: "all",
  parts: [`${A}-1`, `${B}-1`], classes: [0, 1], hover: [["N", "X <b>"], []], colours: ["#aaaaaa", "#bbbbbb"],
  legend: [{ label: "N, X", colour: "#aaaaaa", people: 1500, districts: "one district" }],
  shapes: { lep: ["s-one"], growth_deal: ["s-one", "s-gone"] }, ...changes,
});
const view = (changes = {}) => ({ layers: ["lep"], colour: "bundle", region: "all", as_at: "2017-12-01", select: null, ...changes });
/** @param {{ text: string }} markup */
function parsed(markup) {
  const place = document.createElement("div");
  place.innerHTML = markup.text;
  return place;
}
/** @param {ParentNode} place @param {string} selector */
const texts = (place, selector) => all(place, selector).map((element) => element.textContent);

beforeEach(async () => {
  vi.resetModules();
  configure(config());
  (await import("../../src/config.js")).configure(config());
  patchwork = await import("../../src/pages/patchwork.js");
  toy.page('<h1 id="p-title"></h1><div id="p-legend"></div><div id="p-multiples"></div><div id="p-shell"><div id="p-graph"></div></div>');
});

describe("the map", () => {
  it("has land, and parts by class that say their district and bodies", async () => {
    toy.serve();
    const [land, parts, ...more] = await patchwork.patchworkTraces(view(), payload());
    expect(more).toEqual([]);
    expect(land).toMatchObject({
      geojson: "/static/districts-national.1.json", locations: [A, B, C, D], colorscale: plain("#f1f3f5"), marker: { line: { color: "#dfe4e9", width: 0.5 } },
    });
    expect(parts).toMatchObject({
      geojson: "/static/parts.1.json", locations: [`${A}-1`, `${B}-1`], z: [0, 1], zmin: -0.5, zmax: 1.5, colorscale: steps(["#aaaaaa", "#bbbbbb"]),
      text: ["<b>Ashby</b><br>N<br>X &lt;b&gt;", "<b>Bourn</b>"], hoverinfo: "text", name: "parts", marker: { line: { color: "#ffffff", width: 0.6 } },
    });
  });

  it("outlines the district that is selected", async () => {
    toy.serve();
    const [, , under, over] = await patchwork.patchworkTraces(view({ select: B }), payload());
    expect([under.line.color, over.name, over.line.color, over.lon]).toEqual(["#ffdd00", "selection", "#0b1320", [-1, 0, 0, -1, -1, null]]);
    const figure = await patchwork.callbacks.draw(view(), payload(), config(), { data: [], layout: { geo: {}, geo2: {} } });
    expect(figure.data.length).toBe(2);
  });
});

describe("the legend", () => {
  const row = payload().legend[0];
  /** @param {number} many @param {string} [colour] */
  const legend = (many, colour = "bundle") => parsed(legendHtml(payload({ colour, legend: Array.from({ length: many }, () => row) })));

  it("has a row a bundle with people and districts", () => {
    expect(texts(legend(1), "li span")).toEqual(["", "N, X", "1,500 people, one district"]);
    expect(one(legend(1), ".class").getAttribute("style")).toBe("background:#aaaaaa");
    expect(one(legend(1), "h2").textContent).toBe("1 bundle, most people first");
    expect(one(legend(2), "h2").textContent).toBe("2 bundles, most people first");
    expect(texts(legend(1), "p")).toEqual(["A colour only tells a bundle from its neighbours: it returns elsewhere."]);
  });

  it("has forty rows at most, and says how many more there are", () => {
    expect([all(legend(40), "li").length, all(legend(40), "p").length]).toEqual([40, 1]);
    expect([all(legend(41), "li").length, texts(legend(41), "p")[1]]).toEqual([40, "and 1 smaller bundle."]);
    expect(texts(legend(42), "p")[1]).toBe("and 2 smaller bundles.");
  });

  it("of numbers says so, and nothing of colours that return", () => {
    expect([one(legend(3, "splits"), "h2").textContent, all(legend(3, "splits"), "p").length]).toEqual(["Number, with people and districts", 0]);
  });
});

describe("small maps", () => {
  it("are paths of every second point, at 13.6 by 22.5 pixels a degree from 6.5° west, 55.9° north", () => {
    const ring = [[-6.5, 55.9], [0, 0], [-5.5, 54.9], [0, 0], [-4.5, 55.9]];
    expect(pathOf(toy.feature("x", ring))).toBe("M0.0 0.0L13.6 22.5L27.2 0.0Z");
    /** @type {any} */
    const two = { id: "m", geometry: { type: "MultiPolygon", coordinates: [[[[-6.5, 55.9]], [[9, 9]]], [[[-5.5, 54.9]]]] } };
    expect(pathOf(two)).toBe("M0.0 0.0ZM13.6 22.5Z");
  });

  it("have the outlines of the layer, their name and number", () => {
    const collection = { features: [toy.feature("a", [[0, 0]]), toy.feature("b", [[1, 1]]), toy.feature("c", [[1, 1]])] };
    const figure = parsed(multipleHtml("lep", collection, ["a", "c", "d"]));
    expect(all(figure, "path").map((path) => [path.getAttribute("fill"), path.getAttribute("stroke")])).toEqual([["#1b6ca8", "#1b6ca8"], ["#1b6ca8", "#1b6ca8"]]);
    expect(one(figure, "svg").getAttribute("aria-label")).toBe("Local enterprise partnerships (LEPs): 3 outlines");
    expect(one(figure, "figcaption").textContent).toBe("Local enterprise partnerships (LEPs)3");
  });
});

describe("writing", () => {
  it("has title, legend, small maps and address", async () => {
    const fetched = toy.serve();
    expect(await patchwork.callbacks.write(view({ select: B }), payload(), config())).toBe("Who shares what");
    expect([one(document, "h1").textContent, document.title]).toEqual(["Who shares what", "Who shares what · Local growth landscape"]);
    expect(window.location.search).toContain(`select=${B}`);
    expect(all(document, "#p-legend li").length).toBe(1);
    expect(texts(document, "#p-multiples figcaption .count")).toEqual(["1", "2"]);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(["/static/lep-national-0.1.json"]); // growth deals have the outlines of LEPs
  });

  it("draws the small maps again only for another day or other layers", async () => {
    toy.serve();
    await patchwork.callbacks.write(view(), payload(), config());
    const figure = one(document, "figure");
    await patchwork.callbacks.write(view(), payload({ colour: "splits" }), config());
    expect(one(document, "figure")).toBe(figure);
    await patchwork.callbacks.write(view(), payload({ day: "2016-01-01" }), config());
    expect(one(document, "figure")).not.toBe(figure);
    await patchwork.callbacks.write(view(), payload({ layers: ["lep"], day: "2016-01-01" }), config());
    expect(all(document, "figure").length).toBe(1);
    one(document, "#p-multiples").textContent = "";
    await patchwork.callbacks.write(view(), payload({ layers: ["lep"], day: "2016-01-01" }), config());
    expect(all(document, "figure").length).toBe(1);
  });
});

describe("the rest", () => {
  it("is a view of the data, and a click on a part that selects its district", () => {
    expect(patchwork.callbacks.collect(payload(), "", config())).toEqual(view({ layers: ["lep", "growth_deal"] }));
    expect(patchwork.callbacks.collect(payload(), B, config()).select).toBe(B);
    expect(patchwork.callbacks.clicked({ points: [{ location: `${A}-3` }] })).toBe(A);
    expect([patchwork.callbacks.clicked({ points: [] }), patchwork.callbacks.clicked({}), patchwork.callbacks.clicked(null)]).toEqual(Array(3).fill("as it was"));
  });
});
