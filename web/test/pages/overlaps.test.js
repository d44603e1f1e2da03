/* The overlaps page: North has 150 people, all in X; East 80, of whom 50 in Y; Y has two million. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { callbacks, listen, neighbour, overlapsTitle, swapped } from "../../src/pages/overlaps.js";
import { filteredPairs, matrixHtml, pairId, pairsHtml, shade } from "../../src/pages/overlaps_html.js";
import { pairsIn } from "../../src/pages/pairs.js";
import * as toy from "../toy.js";

/** @import { PairPayload } from "../../src/payloads" */
/** @import { OverlapsView } from "../../src/types" */

const KEYS = ["layer_a", "layer_b", "weight", "share_of", "match", "least", "pair", "day_input", "title", "matrix", "pairs", "status", "shell", "graph"];
const PAGE = `<h1 id="o-title"></h1><div id="o-matrix"></div><div id="o-pairs"></div><p id="o-status"></p>
  <button id="swap" data-swap><i></i></button><div id="o-shell"><div id="o-graph"></div></div>`;
/** @type {ReturnType<typeof toy.page>} */
let set;

const config = () => ({
  ...toy.config(),
  ids: Object.fromEntries(KEYS.map((key) => [key, `o-${key}`])),
  keys: ["a", "b", "weight", "as_at", "share_of", "match", "least", "pair"],
});
/** @returns {OverlapsView} */
const view = (changes = {}) => ({
  a: "combined_authority", b: "stp", weight: "people", as_at: "2017-12-01", share_of: "row", match: "any", least: 0, pair: null, ...changes,
});
/** @param {{ text: string }} markup */
function parsed(markup) {
  const place = document.createElement("div");
  place.innerHTML = markup.text;
  return place;
}
/** @param {ParentNode} place @param {string} selector */
const texts = (place, selector) => all(place, selector).map((element) => element.textContent);
/** @param {ParentNode} place */
const cells = (place) => all(place, "tr").map((row) => [...row.children].map((cell) => cell.textContent));

beforeAll(listen);
beforeEach(() => {
  configure(config());
  toy.serve();
  set = toy.page(PAGE);
  window.history.replaceState(null, "", "/overlaps");
});

describe("the filters", () => {
  /** @param {object} changes */
  const ids = (changes) => filteredPairs(toy.pairs(), view(changes)).map((pair) => pairId(toy.pairs(), pair));

  it("let every pair through, those of a match, or those whose larger share is large enough", () => {
    expect(ids({})).toEqual(["ca-n~stp-x", "ca-n~stp-y", "ca-e~stp-y"]);
    expect(ids({ match: "little" })).toEqual(["ca-n~stp-y"]);
    expect(ids({ least: 62.5 })).toEqual(["ca-n~stp-x", "ca-n~stp-y", "ca-e~stp-y"]);
    expect(ids({ least: 63 })).toEqual(["ca-n~stp-x", "ca-n~stp-y"]);
    expect(ids({ least: 90 })).toEqual(["ca-n~stp-x", "ca-n~stp-y"]);
    expect(ids({ least: 100 })).toEqual(["ca-n~stp-x"]);
    expect(ids({ least: 100, match: "little" })).toEqual([]);
  });

  it("look at the column's share as well as the row's", () => {
    const data = toy.pairs();
    data.pairs = toy.pairColumns([0, 0, 10, 1, 1, 1, 0, 0.1, 0.8]);
    expect([filteredPairs(data, view({ least: 80 })).length, filteredPairs(data, view({ least: 81 })).length]).toEqual([1, 0]);
  });

  it("take a share for what it is as written: 0.57 is 57%", () => {
    const data = toy.pairs();
    data.pairs = toy.pairColumns([0, 0, 10, 1, 1, 1, 0, 0.57, 0.1]);
    expect(filteredPairs(data, view({ least: 57 })).length).toBe(1);
  });

  it("read a cell by names", () => {
    const data = { ...toy.pairs(), pairs: toy.pairColumns([0, 1, 2, 3, 4, 5, 6, 7, 8]) };
    expect(pairsIn(data)).toEqual([{ i: 0, j: 1, people: 2, match: 3, km2: 4, whole: 5, part: 6, ofA: 7, ofB: 8 }]);
  });
});

describe("the matrix", () => {
  it("has the shares of the rows, what is in none or several, and totals", () => {
    const matrix = parsed(matrixHtml(toy.pairs(), view()));
    expect(cells(matrix)).toEqual([
      ["", "X", "Y", "In no STP", "In two or more"],
      ["N", "100", "90", "", "50"],
      ["E", "", "63", "30", ""],
      ["In no Combined authority", "450", "2.0m", "", ""],
      ["In two or more", "", "2k", "", ""],
    ]);
    expect(texts(matrix, "tfoot th")).toEqual(["In no Combined authority", "In two or more"]);
    expect(one(matrix, "caption").textContent).toBe(
      "Combined authorities (rows) against STP footprints (columns). Each cell: per cent of the row’s people. Empty: nothing shared. “In none” and “in two or more” are people.",
    );
  });

  it("has the shares of the columns, by the weight", () => {
    const matrix = parsed(matrixHtml({ ...toy.pairs(), weight: "area" }, view({ share_of: "column" })));
    expect(texts(matrix, "tbody button")).toEqual(["25", "<1", "<1"]);
    expect(one(matrix, "caption").textContent).toContain("per cent of the column’s square kilometres");
    expect(one(parsed(matrixHtml({ ...toy.pairs(), weight: "districts" }, view())), "caption").textContent).toContain("row’s districts");
  });

  it("has only rows and columns that share something after the filters, and says so", () => {
    const matrix = parsed(matrixHtml(toy.pairs(), view({ match: "same" })));
    expect(cells(matrix).slice(0, 2)).toEqual([["", "Y", "In no STP", "In two or more"], ["E", "63", "30", ""]]);
    expect(one(matrix, "caption").textContent).toContain("Empty: nothing shared, or filtered out.");
  });

  it("shades its cells, names their pairs and marks the one selected", () => {
    const matrix = parsed(matrixHtml(toy.pairs(), view({ pair: "ca-n~stp-y" })));
    expect([shade(0), shade(1), shade(0.5)]).toEqual(["background:rgba(111,143,173,0.12)", "background:rgba(111,143,173,0.90)", "background:rgba(111,143,173,0.51)"]);
    const buttons = all(matrix, "tbody button");
    expect(buttons.map((button) => [button.dataset.pair, button.getAttribute("aria-pressed"), button.tabIndex, button.parentElement?.className])).toEqual([
      ["ca-n~stp-x", "false", -1, ""], ["ca-n~stp-y", "true", -1, "selected"], ["ca-e~stp-y", "false", -1, ""],
    ]);
    expect(buttons[0].parentElement?.getAttribute("style")).toBe(shade(1));
    const words = "N and X: 150 people, 100% of N, 25% of X, most";
    expect([buttons[0].title, buttons[0].getAttribute("aria-label")]).toEqual([words, words]);
    expect(buttons[1].title).toBe("N and Y: 100 people, 90% of N, under 0.1% of Y, little");
    expect(all(matrix, "a").map((link) => link.getAttribute("href"))).toEqual(["/body/stp-x", "/body/stp-y", "/body/ca-n", "/body/ca-e"]);
  });
});

describe("the list", () => {
  it("has every pair with its numbers", () => {
    const list = parsed(pairsHtml(toy.pairs(), view({ pair: "ca-e~stp-y" })));
    expect(cells(list)).toEqual([
      ["Combined authority", "STP", "People in both", "Share of Combined authority", "Share of STP", "Match", "km² in both", "Districts"],
      ["N", "X", "150", "100%", "25%", "most", "12.5", "1 whole, 1 in part"],
      ["N", "Y", "100", "90%", "under 0.1%", "little", "1,000", "0 whole, 2 in part"],
      ["E", "Y", "50", "62.5%", "0.4%", "same", "3", "2 whole"],
    ]);
    expect(all(list, "tr").map((row) => row.className)).toEqual(["", "", "", "selected"]);
    expect(all(list, "thead th").map((head) => head.className)).toEqual(["", "", "number", "number", "number", "", "number", ""]);
    expect(one(list, "caption").textContent).toBe("3 pairs share people, most first. Match words are by people.");
    expect(all(list, "button").map((button) => button.dataset.pair)).toEqual(["ca-n~stp-x", "ca-n~stp-y", "ca-e~stp-y"]);
    expect(all(list, "a").map((link) => link.getAttribute("href")).slice(0, 2)).toEqual(["/body/ca-n", "/body/stp-x"]);
  });

  it("says what its shares are by, when not by people", () => {
    const list = parsed(pairsHtml({ ...toy.pairs(), weight: "area" }, view({ match: "same" })));
    expect(texts(list, "thead th").slice(3, 5)).toEqual(["Share of Combined authority by area", "Share of STP by area"]);
    expect(one(list, "caption").textContent).toBe("1 pair shares people, most first. Match words are by people.");
  });

  it("has four hundred pairs at most", () => {
    const data = toy.pairs();
    data.pairs = toy.pairColumns(...Array(401).fill([0, 0, 150, 1, 12.5, 1, 1, 1, 0.25]));
    const list = parsed(pairsHtml(data, view()));
    expect([all(list, "tbody tr").length, one(list, "caption").textContent?.slice(0, 9)]).toEqual([400, "401 pairs"]);
  });
});

describe("the view", () => {
  /** @param {unknown} least @param {string | null} [pair] */
  const collected = (least, pair = null) => callbacks.collect(toy.pairs(), "row", "any", least, pair, config());

  it("is what the controls say, with a share from 0 to 100", () => {
    expect(collected(5, "x~y")).toEqual(view({ least: 5, pair: "x~y" }));
    expect([null, "", "x", -1, 101, "12.4", 12.5].map((least) => collected(least).least)).toEqual([0, 0, 0, 0, 100, 12, 13]);
    expect(collected(0, "").pair).toBeNull();
  });
});

describe("writing", () => {
  /** @param {object} changes @param {PairPayload} [data] */
  const write = (changes, data = toy.pairs()) => callbacks.write(view(changes), data, config());

  it("has title, matrix, list and address", () => {
    write({});
    write({ match: "little" });
    const title = "Combined authorities and STP footprints, 1 December 2017";
    expect([one(document, "h1").textContent, document.title, one(document, "#o-status").textContent]).toEqual([
      title, `${title} · Overlaps · Local growth landscape`, title,
    ]);
    expect(window.location.search).toContain("match=little");
    expect([all(document, "#o-matrix tbody tr").length, all(document, "#o-pairs tbody tr").length]).toEqual([1, 1]);
  });

  it("calls layers by name", () => {
    expect(overlapsTitle({ ...toy.pairs(), layers: ["stp", "lep"] })).toBe("STP footprints and local enterprise partnerships (LEPs), 1 December 2017");
    expect(overlapsTitle({ ...toy.pairs(), layers: ["stp", "stp"] })).toBe("STP footprints against one another, 1 December 2017");
  });

  it("lets the tab key reach the selected cell, or the first, and keeps the focus", () => {
    write({ pair: "ca-e~stp-y" });
    const tabbed = () => all(document, "#o-matrix button").filter((button) => button.tabIndex === 0).map((button) => button.dataset.pair);
    expect(tabbed()).toEqual(["ca-e~stp-y"]);
    write({ pair: "nobody" });
    expect(tabbed()).toEqual(["ca-n~stp-x"]);
    all(document, "#o-matrix button")[1].focus();
    write({ least: 90 });
    expect(/** @type {HTMLElement} */ (document.activeElement).dataset.pair).toBe("ca-n~stp-y");
    write({ match: "same" });
    expect(document.activeElement).toBe(document.body);
  });

  it("says why there is nothing", () => {
    write({ least: 100, match: "little" });
    expect([one(document, "#o-matrix").innerHTML, one(document, "#o-pairs").innerHTML]).toEqual([
      '<p class="nothing">No pair passes these filters. Lower the share or choose any match.</p>', "",
    ]);
    const nothing = { ...toy.pairs(), pairs: toy.pairColumns() };
    write({}, nothing);
    expect(one(document, "#o-matrix").textContent).toBe(
      "No pair shares people on 1 December 2017: one of the layers may not have begun. Choose another date or layer.",
    );
  });

  it("draws the map of a pair", async () => {
    const figure = await callbacks.draw(null, config(), { data: [], layout: { geo: {}, geo2: {} } });
    expect(figure.data.length).toBe(1);
  });
});

describe("choosing", () => {
  it("takes the pair of a button", () => {
    callbacks.write(view(), toy.pairs(), config());
    all(document, "#o-pairs button")[1].click();
    one(document, "h1").click();
    expect(set.mock.calls).toEqual([["o-pair", { data: "ca-n~stp-y" }]]);
    const given = config();
    delete given.ids.pair;
    configure(given);
    all(document, "#o-pairs button")[1].click();
    expect(set).toHaveBeenCalledTimes(1);
  });

  it("exchanges the sides, and those of the pair", () => {
    callbacks.write(view(), toy.pairs(), config());
    one(document, "#swap i").click();
    expect(set.mock.calls).toEqual([["o-layer_a", { value: "stp" }], ["o-layer_b", { value: "combined_authority" }]]);
    callbacks.write(view({ pair: "ca-e~stp-y" }), toy.pairs(), config());
    one(document, "#swap").click();
    expect(set.mock.calls.slice(2)).toEqual([
      ["o-layer_a", { value: "stp" }], ["o-layer_b", { value: "combined_authority" }], ["o-pair", { data: "stp-y~ca-e" }],
    ]);
  });

  it("exchanges ids that hold the sign between them", () => {
    const data = toy.pairs();
    data.a[0].id = "a~b";
    data.b[0].id = "c~d";
    expect([swapped(data, "a~b~c~d"), swapped(data, "x~y")]).toEqual(["c~d~a~b", "y~x"]);
  });
});

describe("the arrows", () => {
  /** @param {string} key @param {Element} [target] */
  function press(key, target = /** @type {Element} */ (document.activeElement)) {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  }
  const at = () => /** @type {HTMLElement} */ (document.activeElement).dataset.pair;

  it("go to the next filled cell, past those that share nothing, and take the tab key with them", () => {
    callbacks.write(view(), toy.pairs(), config());
    const [first, second, third] = all(document, "#o-matrix button");
    first.focus();
    expect(press("ArrowRight")).toBe(true);
    expect([at(), first.tabIndex, second.tabIndex]).toEqual(["ca-n~stp-y", -1, 0]);
    press("ArrowDown");
    expect(at()).toBe("ca-e~stp-y");
    expect(press("ArrowLeft")).toBe(true); // East shares nothing with X
    expect([at(), third.tabIndex]).toEqual(["ca-e~stp-y", 0]);
    press("ArrowUp");
    press("ArrowLeft");
    expect(at()).toBe("ca-n~stp-x");
    press("ArrowUp");
    press("ArrowLeft");
    expect(at()).toBe("ca-n~stp-x");
    expect([press("a"), press("toString"), press("ArrowDown", one(document, "#o-pairs button"))]).toEqual([false, false, false]);
  });

  it("pass over gaps", () => {
    const data = toy.pairs();
    data.pairs = toy.pairColumns([0, 0, 1, 0, 1, 1, 0, 1, 1], [0, 2, 1, 0, 1, 1, 0, 1, 1], [1, 1, 1, 0, 1, 1, 0, 1, 1]);
    callbacks.write(view(), data, config());
    const [first, third] = all(document, "#o-matrix button");
    expect([neighbour(first, [0, 1]), neighbour(third, [0, -1]), neighbour(first, [1, 0]), neighbour(first, [-1, 0])]).toEqual([third, first, null, null]);
  });
});
