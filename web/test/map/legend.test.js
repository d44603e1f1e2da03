/* The legends' counts and ranges, and everything in words that follows the view. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { one } from "../../src/dom.js";
import { classLegend, classRows, mapKey, swatch } from "../../src/map/legend.js";
import { viewTitles, writeKey, writeWords } from "../../src/map/words.js";
import * as toy from "../toy.js";

/** @param {{ text: string }} markup */
function parsed(markup) {
  const place = document.createElement("div");
  place.innerHTML = markup.text;
  return place;
}
/** @param {Element} place @param {string} selector */
const texts = (place, selector) => [...place.querySelectorAll(selector)].map((element) => element.textContent);

beforeEach(() => {
  configure(toy.config());
  toy.serve();
});

describe("keys of layers", () => {
  it("are lines as drawn, or symbols", () => {
    const [solid, dashes, point] = ["lep", "pilot", "university"].map((layer) => parsed(swatch(layer)));
    expect(solid.querySelector("svg.key path")?.getAttribute("stroke")).toBe("#1b6ca8");
    expect(solid.querySelector("path")?.hasAttribute("stroke-dasharray")).toBe(false);
    expect(solid.querySelector("path")?.getAttribute("stroke-width")).toBe("2.5");
    expect(dashes.querySelector("path")?.getAttribute("stroke-dasharray")).toBe("6 3");
    expect(point.innerHTML).toBe('<span class="key key-university" aria-hidden="true"></span>');
  });
});

describe("classes", () => {
  it("have ranges from the least value over the edges to the greatest, and count their districts", () => {
    expect(classRows([10, 10.1, 25, null, 20], toy.score())).toEqual([
      { colour: "#000001", range: "10.0 to 10.0", districts: 1 },
      { colour: "#000003", range: "over 10.0 to 20.0", districts: 2 },
      { colour: "#000005", range: "over 20.0 to 25.0", districts: 1 },
      { colour: "#d9d4cc", range: "not available", districts: 1 },
    ]);
    expect(classRows([1, 30], toy.score({ breaks: [20], unit: "GBP" }))).toEqual([
      { colour: "#000001", range: "£1.0 to £20.0", districts: 1 },
      { colour: "#000005", range: "over £20.0 to £30.0", districts: 1 },
    ]);
  });

  it("come with unit, period, notes and source", () => {
    const place = parsed(classLegend(toy.view(), toy.snapshot(), toy.measures()));
    expect(one(place, ".legend-head").textContent).toBe("score, 2015 districts");
    expect(texts(place, ".classes li")).toEqual(["10.0 to 10.01", "over 10.0 to 20.01", "over 20.0 to 25.01", "not available1"]);
    expect(one(place, ".class").getAttribute("style")).toBe("background:#000001");
    expect(one(place, ".caveat").textContent).toBe("Read with care.");
    expect(texts(place, "details p")).toEqual(["Office of Squares", "It is a toy."]);
    expect(one(place, "details summary").textContent).toBe("Source and notes");
    expect(texts(place, "p.muted")).toEqual(["Up to five groups with about as many districts in each."]);
  });

  it("say what is tinted, and no doubt or caveat twice", () => {
    const place = parsed(classLegend(toy.view({ fill: "stp" }), toy.snapshot(), toy.measures()));
    expect(place.innerHTML).toBe('<p class="muted">Tinted where covered by STP footprints.</p>');
    const same = { score: toy.score({ doubt: "Read with care." }) };
    expect(texts(parsed(classLegend(toy.view(), toy.snapshot(), same)), "details p")).toEqual(["Office of Squares"]);
    const growth = parsed(classLegend(toy.view({ measure: "growth_per_head" }), toy.snapshot(), toy.measures()));
    expect(texts(growth, ".classes li")).toEqual(["£40.0 to £50.02", "over £50.0 to £60.01", "not available1"]);
    expect(one(growth, ".legend-head").textContent).toBe("pounds, 2015 districts");
    expect(growth.querySelector(".caveat")).toBeNull();
    expect(texts(growth, "details p")).toEqual(["Office of Squares"]);
  });

  it("are not there when districts are not shaded", () => {
    const place = parsed(classLegend(toy.view({ measure: "none" }), toy.snapshot(), toy.measures()));
    expect(place.innerHTML).toBe('<p class="muted">Districts are not shaded.</p>');
  });
});

describe("the key on the map", () => {
  const rows = (/** @type {object} */ changes, snapshot = toy.snapshot(), measures = toy.measures()) =>
    parsed(mapKey(toy.view(changes), snapshot, measures));
  const words = (/** @type {Element} */ place) => texts(place, "li").map((text) => text?.trim());

  it("has whatever is drawn and nothing else: layers with their live bodies, associates, points", () => {
    const place = rows({ layers: ["combined_authority", "lep", "university"] });
    expect(words(place)).toEqual(["Combined authorities 1", "Local enterprise partnerships (LEPs) 1", "Associate members", "Universities"]);
    expect(place.querySelectorAll(".key-associates, .key-university").length).toBe(2);
    expect(words(rows({ layers: ["lep"] }))).toEqual(["Local enterprise partnerships (LEPs) 1"]);
    const snapshot = toy.snapshot();
    delete snapshot.layers.combined_authority.bodies[0].associateShape;
    expect(words(rows({}, snapshot))).toEqual(["Combined authorities 1", "STP footprints 1"]);
    expect(words(rows({ layers: [] }))).toEqual([]);
  });

  it("has fallen deals and bids while some are drawn", () => {
    expect(words(rows({ layers: ["lep"], fallen: true }))).toEqual(["Local enterprise partnerships (LEPs) 1", "Bids and fallen deals"]);
    expect(words(rows({ layers: ["stp"], fallen: true }))).toEqual(["STP footprints 1"]);
    const snapshot = toy.snapshot();
    delete snapshot.layers.lep.bodies[1].shape;
    expect(words(rows({ layers: ["lep"], fallen: true }, snapshot)).length).toBe(1);
  });

  it("says which layer leads, and what a press does", () => {
    const buttons = (/** @type {object} */ changes) =>
      [...rows(changes).querySelectorAll("button")].map((button) => [button.dataset.keyLayer, button.className, button.getAttribute("aria-pressed"), button.title]);
    expect(buttons({})).toEqual([
      ["combined_authority", "key-row leads", "true", "Press to show it alone"],
      ["stp", "key-row ", "false", "Press to bring it to the front"],
    ]);
    expect(buttons({ lead: "stp", only: true })).toEqual([
      ["combined_authority", "key-row off", "false", "Press to bring it to the front"],
      ["stp", "key-row leads", "true", "Press to show the others too"],
    ]);
    expect(words(rows({ lead: "stp", only: true })), "associates of what is not drawn").not.toContain("Associate members");
  });

  it("has the classes in a line, from the lowest value to the highest, and what has none", () => {
    const place = rows({});
    expect(one(place, ".key-head").textContent).toBe("Districts: Score of need");
    expect([...place.querySelectorAll(".ramp span")].map((step) => step.getAttribute("style"))).toEqual(
      ["background:#000001", "background:#000003", "background:#000005"],
    );
    expect(texts(place, ".ramp-ends span")).toEqual(["10.0", "10.0", "20.0", "25.0"]);
    const long = { ...toy.measures(), score: toy.score({ kind: "count", breaks: [123456789, 223456789], values: [1, 123456789, 323456789, null] }) };
    expect(texts(rows({}, toy.snapshot(), long), ".ramp-ends span")).toEqual(["1", "323,456,789"]);
    expect(place.textContent).toContain("not available");
    const full = toy.measures();
    full.score = toy.score({ values: [10, 11, 12, 13] });
    expect(rows({}, toy.snapshot(), full).textContent).not.toContain("not available");
    expect(rows({ measure: "none" }).querySelector(".ramp")).toBeNull();
  });

  it("has the tint instead of the classes where the map is filled", () => {
    const place = rows({ fill: "stp" });
    expect(words(place)).toEqual(["Combined authorities 1", "STP footprints 1", "Associate members", "Covered by STP footprints"]);
    expect(place.querySelector(".ramp")).toBeNull();
    expect(one(place, "li .class.tint").getAttribute("style")).toBe("background:#2aa59b");
  });

  it("is written with the picture", async () => {
    toy.page(toy.MAP);
    await writeKey(toy.view(), toy.snapshot());
    expect(words(one(document, "#map-layer_legend"))).toEqual(["Combined authorities 1", "STP footprints 1", "Associate members"]);
  });
});

describe("the page's words", () => {
  const LABELS = `<label data-layer-label="lep"><b class="count"></b></label><label data-layer-label="university"><b class="count"></b></label>
    <a id="plain" data-view-link='{"present": true}'></a><a id="home" data-view-link='{"measure": "score"}'></a>`;

  it("are the title, the legends, counts, the latest change and links to other views", async () => {
    toy.page(toy.MAP + LABELS);
    await writeWords(toy.view(), toy.snapshot());
    const title = "Combined authorities and STP footprints, 1 December 2017";
    const subtitle = "Districts shaded by Score of need";
    expect(document.title).toBe(`${title} · Local growth landscape`);
    expect(one(document, "#map-title").textContent).toBe(title);
    expect(one(document, "#map-subtitle").textContent).toBe(subtitle);
    expect(one(document, "#map-status").textContent).toBe(`${title}. ${subtitle}`);
    expect(texts(one(document, "#map-legend"), "li").length).toBe(4);
    expect(one(document, "#map-layer_legend").textContent, "the key comes with the picture").toBe("");
    expect(/** @type {HTMLSelectElement} */ (one(document, "#map-measure_control")).value).toBe("score");
    expect(one(document, "#map-changed").textContent).toBe("Latest change, 8 May 2017: North began. It has a mayor.");
    expect(one(document, "#map-changed").title).toBe("North began. It has a mayor.");
    expect(texts(document.body, "label .count")).toEqual(["1", "2"]);
    expect(document.querySelectorAll("label > svg.key:first-child, label > span.key:first-child").length).toBe(2);
    expect(one(document, "#plain").getAttribute("href")).toBe("/?present=1");
    expect(one(document, "#home").getAttribute("href")).toBe("/");
  });

  it("do not add a key twice, nor set a control that is right", async () => {
    toy.page(toy.MAP + LABELS);
    await writeWords(toy.view(), toy.snapshot());
    const select = /** @type {HTMLSelectElement} */ (one(document, "#map-measure_control"));
    const chosen = vi.spyOn(select, "value", "set");
    await writeWords(toy.view(), { ...toy.snapshot(), changed: null });
    expect(chosen).not.toHaveBeenCalled();
    expect(document.querySelectorAll("label .key").length).toBe(2);
    expect([one(document, "#map-changed").textContent, one(document, "#map-changed").title]).toEqual(["", ""]);
  });

  it("name no measure when districts are not shaded", async () => {
    const view = toy.view({ measure: "none", layers: ["lep"] });
    const title = "Local enterprise partnerships (LEPs), 1 December 2017";
    expect(viewTitles(view, toy.snapshot(), toy.measures())).toEqual({ title, subtitle: "" });
    toy.page(toy.MAP + LABELS);
    await writeWords(view, toy.snapshot());
    expect(one(document, "#map-status").textContent).toBe(title);
  });
});
