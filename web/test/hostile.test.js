/*
 * Names and ids may come from anywhere. Each of these is driven through everything that makes HTML, and must come out as
 * text or as an attribute's value: no element, attribute or style that the page does not make itself.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { configure } from "../src/config.js";
import { escape } from "../src/html.js";
import { hoverTexts } from "../src/map/hover.js";
import { classLegend, mapKey, swatch } from "../src/map/legend.js";
import { chosenPoints, viewPoints } from "../src/map/points.js";
import { matrixHtml, pairsHtml } from "../src/pages/overlaps_html.js";
import { legendHtml, multipleHtml } from "../src/pages/patchwork_html.js";
import { compareHtml } from "../src/pages/place.js";
import { callbacks as overlaps } from "../src/pages/overlaps.js";
import { optionsHtml } from "../src/search/combobox.js";
import { mapTable } from "../src/table/map_table.js";
import { bodyHtml, frameHtml, headHtml } from "../src/table/markup.js";
import { fillTable } from "../src/table/table.js";
import * as toy from "./toy.js";

const HOSTILE = [
  `"><script>alert(1)</script>`, `" onmouseover="alert(1)`, `' onfocus='alert(1)' x='`, `<img src=x onerror=alert(1)>`, `&lt;b&gt; & &amp;`,
  `\\"]*{}`, `~a~b~`, `</td></table><b>`, `javascript:alert(1)`, `red;background:url(//x)`, `a"]:is(*), [x="`, `\${alert(1)}`, "`", `<!--`, `]]>`,
];
const ELEMENTS = new Set(
  "a b br button caption details div figcaption figure h2 input label li ol option p path small span summary svg table tbody td tfoot th thead tr ul".split(" "),
);
const ATTRIBUTES = new Set(
  ("aria-controls aria-current aria-expanded aria-hidden aria-label aria-pressed aria-selected aria-disabled class colspan d data-any-filter data-key-layer " +
    "data-clear-filters data-column-filter data-filter-columns data-option data-pair data-row data-select data-sort fill fill-opacity height hidden href id " +
    "placeholder role scope stroke stroke-dasharray stroke-width style tabindex title type value viewBox width").split(" "),
);

/**
 * Only elements, attributes, links and styles that the page makes itself.
 * @param {Element} place
 */
function checkTree(place) {
  for (const element of place.querySelectorAll("*")) {
    expect(ELEMENTS, element.outerHTML).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      expect(ATTRIBUTES, `${name} in ${element.outerHTML}`).toContain(name);
      if (name === "style") expect(value).toMatch(/^background:(transparent|#[0-9a-f]{3,8}|rgba\([\d.,]+\))$/);
      if (name === "href") expect(value).toMatch(/^\/(body|place)\/[\w%.~!*'()-]+(\?as_at=[\d-]+)?$/);
      if (["fill", "stroke"].includes(name)) expect(value).toMatch(/^(none|transparent|#[0-9a-f]+)$/);
    }
  }
  expect(place.innerHTML).not.toContain("<!--");
}

/**
 * @param {string | { text: string }} markup
 * @param {string} within the element that the HTML goes into
 */
function check(markup, within = "div") {
  const place = document.createElement(within);
  place.innerHTML = String(markup);
  checkTree(place);
  return place;
}

/** @param {string} text */
function hostileConfig(text) {
  const given = toy.config();
  for (const facts of Object.values(given.layers)) Object.assign(facts, { name: text, inside: text, singular: text, short: text });
  for (const style of Object.values(given.tokens.layers)) Object.assign(style, { colour: text, dash: text });
  given.tokens.classes = Array(5).fill(text);
  given.tokens.notAvailable = text;
  configure(given);
}

/** @param {string} text */
function hostileSnapshot(text) {
  const snapshot = toy.snapshot();
  for (const { bodies } of Object.values(snapshot.layers)) {
    for (const body of bodies) Object.assign(body, { id: text, name: text, short: text, status: text, money: text, standing: undefined });
  }
  return snapshot;
}

/** @param {string} text */
const hostileDistricts = (text) => ({ ...toy.districts(), code: Array(4).fill(text), name: Array(4).fill(text), upper: Array(4).fill(text), county: Array(4).fill(text), regions: [text, text] });
/** @param {string} text */
const hostileInstitutions = (text) => {
  const all = toy.institutions();
  for (const rows of Object.values(all)) Object.assign(rows, { id: rows.id.map(() => text), name: rows.id.map(() => text), kind: rows.id.map(() => text), year: rows.id.map(() => text) });
  return all;
};
/** @param {string} text */
function hostilePairs(text) {
  const data = toy.pairs();
  for (const side of [...data.a, ...data.b]) Object.assign(side, { id: text + side.id, short: text, name: text });
  return { ...data, matches: [text, text, text] };
}
/** @type {import("../src/types").OverlapsView} */
const pairView = { a: "x", b: "y", weight: "people", as_at: "2017-12-01", share_of: "row", match: "any", least: 0, pair: null };

describe.each(HOSTILE)("%s", (text) => {
  beforeEach(() => {
    toy.serve();
    hostileConfig(text);
  });

  it("does not get out of legends and keys", () => {
    for (const layer of ["lep", "pilot", "university"]) check(swatch(layer));
    const measure = toy.score({ label: text, unit: text, period: text, source: text, doubt: text, caveat: `${text} ` });
    const view = toy.view({ fill: "stp", layers: ["stp", "lep", "university", "combined_authority"] });
    const place = check(classLegend({ ...view, fill: null }, toy.snapshot(), { score: measure }));
    expect(place.querySelector(".caveat")?.textContent).toBe(`${text} `);
    check(mapKey(view, toy.snapshot(), { score: measure }));
    check(mapKey({ ...view, fill: null }, toy.snapshot(), { score: measure }));
    const payload = { legend: [{ label: text, colour: text, people: 1, districts: text }], colour: "bundle" };
    expect(check(legendHtml(/** @type {any} */ (payload))).querySelectorAll("li span")[1].textContent).toBe(text);
    check(multipleHtml("lep", { features: [toy.feature(text, [[0, 0]])] }, [text]));
  });

  it("does not get out of the texts of maps", () => {
    const files = { districts: hostileDistricts(text), measures: { score: toy.score({ label: text }) } };
    const view = toy.view({ layers: ["combined_authority", "university"], select: text });
    const traces = [...viewPoints(view, hostileInstitutions(text)), ...chosenPoints(hostileInstitutions(text), new Set([text]))];
    const texts = [...hoverTexts(view, hostileSnapshot(text), files), ...traces.flatMap((trace) => trace.text)];
    for (const words of texts) {
      check(words);
      expect(words).toContain(`<b>${escape(text)}</b>`);
    }
  });

  it("does not get out of the overlaps, whose pairs keep their ids", () => {
    const data = hostilePairs(text);
    const pair = `${data.a[0].id}~${data.b[1].id}`;
    const matrix = check(matrixHtml(data, { ...pairView, pair }));
    expect([...matrix.querySelectorAll("td.selected [data-pair]")].map((button) => button.getAttribute("data-pair"))).toEqual([pair]);
    expect(matrix.querySelector("tbody th a")?.getAttribute("href")).toBe(`/body/${encodeURIComponent(data.a[0].id)}`);
    check(pairsHtml(data, { ...pairView, pair }));
  });

  it("is found again in the overlaps' page", () => {
    const given = toy.config();
    given.ids = { title: "t", matrix: "m", pairs: "p", status: "s", pair: "x" };
    configure(given);
    toy.page('<h1 id="t"></h1><div id="m"></div><div id="p"></div><p id="s"></p>');
    const data = hostilePairs(text);
    const pair = `${data.a[1].id}~${data.b[1].id}`;
    overlaps.write({ ...pairView, pair }, data, given);
    const start = [...document.querySelectorAll("#m [data-pair]")].filter((button) => /** @type {HTMLElement} */ (button).tabIndex === 0);
    expect(start.map((button) => button.getAttribute("data-pair"))).toEqual([pair]);
    /** @type {HTMLElement} */ (start[0]).focus();
    overlaps.write({ ...pairView, pair }, data, given);
    expect(document.activeElement?.getAttribute("data-pair")).toBe(pair);
  });

  it("does not get out of tables", () => {
    const files = { districts: hostileDistricts(text), measures: { score: toy.score({ label: text }) }, institutions: hostileInstitutions(text) };
    for (const table of ["districts", "bodies", "institutions"]) {
      const made = mapTable(toy.view({ table, layers: ["combined_authority", "pilot", "university"] }), hostileSnapshot(text), files);
      if (!made) throw new Error("there is a table");
      check(bodyHtml(made, [...made.rows.keys()]), "tbody");
    }
    const cells = [text, { t: text, h: text }, { t: text, select: text }, { t: text, parts: [text, { t: text, h: text }] }];
    const columns = cells.map(() => ({ label: text, key: text }));
    const table = { caption: text, label: text, columns, rows: [cells], ids: [text], selected: text };
    const body = check(bodyHtml(table, [0]).text.replaceAll(/href="[^"]*"/g, ""), "tbody"); // what is an address here is looked at below
    expect(body.querySelector("tr")?.getAttribute("data-row")).toBe(text);
    expect([...body.querySelectorAll("th, td")].map((cell) => cell.textContent)).toEqual([text, text, text, text + text]);
    const typed = new Map([[text, text]]);
    check(headHtml({ table, typed, open: true, sort: null, any: text, labels: "", heads: [], folded: null, count: "" }), "thead");
    check(frameHtml("table-1", text, false));
  });

  it("is no script where it is an address", () => {
    const table = { caption: "", columns: [{ label: "x" }], rows: [[{ t: "x", h: text }]] };
    const place = document.createElement("tbody");
    place.innerHTML = bodyHtml(table, [0]).text;
    for (const link of place.querySelectorAll("a")) expect(link.protocol).toMatch(/^https?:$/);
    expect(place.querySelectorAll("*").length).toBeLessThan(4);
  });

  it("does not get out of a table that is filtered by it, nor lose the focus", () => {
    toy.page('<div id="place"></div>');
    const place = /** @type {HTMLElement} */ (document.querySelector("#place"));
    const table = { caption: text, label: text, columns: [{ label: text }], rows: [[{ t: text, select: text }]], ids: [text] };
    fillTable(place, table);
    /** @type {HTMLElement} */ (place.querySelector("[data-select]")).focus();
    fillTable(place, table);
    expect(document.activeElement?.getAttribute("data-select")).toBe(text);
    place.removeAttribute("data-table-place");
    checkTree(place);
  });

  it("does not get out of the search and the list of places", () => {
    const entry = { id: text, name: text, kind: text, box: null, rank: 0, names: [], kinds: new Set(), place: true };
    expect(check(optionsHtml([entry], 0, 1), "ul").querySelector("small")?.textContent).toBe(text);
    check(compareHtml(hostileDistricts(text)), "select");
  });
});
