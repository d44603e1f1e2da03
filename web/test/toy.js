/*
 * A toy landscape of four squares, small enough to work every number by hand. Its Python twin is tests/layers/toy.py.
 *
 *   C | .        C: 300 people, in Countyshire         one combined authority: A, a quarter of B; C is an associate
 *   A | B        A: 100, B: 200                        one LEP over A and B, one that has fallen over C
 *        D       D: 400, in London                     one STP over A, B and C
 */
import { vi } from "vitest";
import { searchRows } from "./toy_search.js";

/** @import { Config, DaySnapshot, Districts, Institutions, LayerFacts, MeasureFacts, PairColumns, PairPayload } from "../src/payloads" */
/** @import { MapView } from "../src/types" */

export const [A, B, C, D] = ["E06000001", "E06000002", "E06000003", "E09000001"];

/** @param {string} text */
const small = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * What the server says of a layer, as far as it is not the same for most.
 * @param {string} id
 * @param {string} singular
 * @param {string} name
 * @param {Partial<LayerFacts>} [apart]
 * @returns {LayerFacts}
 */
const facts = (id, singular, name, apart) => ({
  name,
  inside: small(name),
  singular,
  short: singular,
  noun: small(singular),
  plural: small(name),
  category: "body",
  main: true,
  geometry: id,
  associates: null,
  filled: false,
  ...apart,
});

/** @returns {Config} */
export const config = () => ({
  base: "/",
  files: {
    ...{ districts: "districts.1.json", neighbours: "neighbours.1.json" },
    measures: "measures.1.json",
    institutions: "institutions.1.json",
    search: "search.1.json",
    shapes: "shapes.1.json",
    parts: "parts.1.json",
    ...Object.fromEntries(geometryNames().map((name) => [name, `${name}.1.json`])),
  },
  tokens: {
    classes: ["#000001", "#000002", "#000003", "#000004", "#000005"],
    hues: ["#00000a"],
    notAvailable: "#d9d4cc",
    paper: "#fffffe",
    ...{ sea: "#e1e9ee", land: "#f1ede3" },
    text: "#14213d",
    muted: "#5b6575",
    ...{ selection: "#0b1320", focus: "#ffdd00" },
    layers: {
      combined_authority: { colour: "#b3202c", dash: "solid", width: 2, label: "#b30000" },
      lep: { colour: "#1b6ca8", dash: "solid", width: 1.5, label: "#1b0000" },
      stp: { colour: "#2aa59b", dash: "solid", width: 1.5, label: "#2a0000" },
      city_deal: { colour: "#3a0ca3", dash: "solid", width: 1.5, label: "#3a0000" },
      growth_deal: { colour: "#c08600", dash: "solid", width: 1.5, label: "#c00000" },
      pilot: { colour: "#5d4037", dash: "6px,3px", width: 1, label: "#5d0000" },
    },
    points: {
      university: { symbol: "diamond", colour: "#14213d", size: 8 },
      nhs_trust: { symbol: "cross", colour: "#24213d", size: 7 },
    },
  },
  layers: {
    combined_authority: facts("combined_authority", "Combined authority", "Combined authorities", { associates: "combined_authority_associates" }),
    lep: facts("lep", "Local enterprise partnership (LEP)", "Local enterprise partnerships (LEPs)", { short: "LEP" }),
    stp: facts("stp", "STP footprint", "STP footprints", { short: "STP", inside: "STP footprints" }),
    city_deal: facts("city_deal", "City deal", "City deals"),
    growth_deal: facts("growth_deal", "Growth deal", "Growth deals", { geometry: "lep" }),
    pilot: facts("pilot", "Pilot", "Pilots"),
    university: facts("university", "University", "Universities", { geometry: null, filled: true }),
    nhs_trust: facts("nhs_trust", "NHS trust", "NHS trusts", { geometry: null, inside: "NHS trusts" }),
  },
  shownFirst: ["combined_authority", "stp"],
  firstDay: "2011-01-01",
  lastDay: "2018-12-31",
  stops: ["2011-01-01", "2011-01-11", "2011-01-21"],
  ids: Object.fromEntries(IDS.map((key) => [key, `map-${key}`])),
  keys: ["measure", "layers", "fill", "lead", "only", "fallen", "as_at", "select", "lon", "lat", "zoom", "table", "present", "embed"],
  defaults: { ...view(), lon: null, lat: null, zoom: null },
  viewport: { lon: null, lat: null, zoom: null },
  ...{ present: false, embed: false },
});

const IDS = (
  "graph shell page search search_list status title subtitle legend layer_legend changed table measure measure_control " +
  "lead layers points fill fallen select table_kind day_input day_said day_slider card view viewport"
).split(" ");

const geometryNames = () =>
  ["combined_authority", "combined_authority_associates", "lep", "stp", "city_deal", "pilot", "growth_deal"]
    .flatMap((layer) => ["national", "regional", "local", "london"].flatMap((band) => [0, 1, 2, 3].map((lane) => `${layer}-${band}-${lane}`)))
    .concat(["districts-national", "districts-local"]);

/** @returns {MapView} */
export const view = (changes = {}) => ({
  measure: "score",
  layers: ["combined_authority", "stp"],
  fill: null,
  ...{ lead: null, only: false, fallen: false },
  as_at: "2017-12-01",
  select: null,
  table: "districts",
  ...{ present: false, embed: false },
  ...changes,
});

/** @returns {Districts} */
export const districts = () => ({
  code: [A, B, C, D],
  name: ["Ashby", "Bourn", "Corby", "Deptford"],
  region: [1, 1, 1, 0],
  regions: ["London", "North East"],
  county: [A, B, "E10000001", D],
  upper: ["", "", "Countyshire", ""],
  people: [100, 200, 300, 4000],
  box: [[-2, 52, -1, 53], [-1, 52, 0, 53], [-2, 53, -1, 54], [-0.5, 51.3, 0.3, 51.7]],
  label: [[-1.5, 52.5, 40], [-0.5, 52.5, 50], [-1.5, 53.5, 30], [-0.1, 51.5, 20]],
});

/** @returns {MeasureFacts} */
export const score = (changes = {}) => ({
  label: "Score of need",
  unit: "score",
  period: "2015",
  level: "district",
  kind: "rate",
  source: "Office of Squares",
  doubt: "It is a toy.",
  caveat: "Read with care.",
  middle: 10.1,
  breaks: [10, 20],
  values: [10, 10.1, 25, null],
  ...changes,
});

export const measures = () => ({
  score: score(),
  growth_per_head: score({ label: "Growth Deal money", unit: "GBP", values: null, breaks: [50], caveat: "", doubt: "" }),
});

/** @returns {Record<string, Institutions>} */
export const institutions = () => ({
  university: {
    id: ["uni-a", "uni-b"], name: ["Ashby University", "Bourn & College"], kind: ["University", "College"],
    lon: [-1.5, -0.5], lat: [52.5, 52.6], district: [0, 1], students: [1200, null], year: ["2016", ""],
  },
  nhs_trust: {
    id: ["trust-c"], name: ["Corby Trust"], kind: ["Acute"],
    lon: [-1.4], lat: [53.4], district: [2], students: [null], year: [""],
  },
});

/** @returns {DaySnapshot} */
export const snapshot = () => ({
  day: "2017-12-01",
  words: "1 December 2017",
  layers: {
    combined_authority: {
      geometry: "combined_authority",
      bodies: [
        {
          id: "ca-north", name: "North Combined Authority", short: "North", shape: "s-ca", people: 150, whole: [0],
          part: [[1, 0.25]], status: "since 2014", associates: [2], associateShape: "s-ca-associates",
        },
      ],
    },
    lep: {
      geometry: "lep",
      bodies: [
        { id: "lep-one", name: "One LEP", shape: "s-one", people: 300, whole: [0, 1], status: "since 2011" },
        { id: "lep-gone", name: "Gone LEP", shape: "s-gone", standing: "fallen", whole: [2], status: "fallen; announced 2016" },
      ],
    },
    stp: {
      geometry: "stp",
      bodies: [{ id: "stp-x", name: "STP X", shape: "s-x", people: 600, whole: [0, 1, 2], status: "start date not known" }],
    },
    city_deal: { geometry: "city_deal", bodies: [{ id: "cd-a", name: "A Deal", shape: "s-cd", people: 100, whole: [0], money: "£1.0m" }] },
    growth_deal: { geometry: "lep", bodies: [{ id: "gd", name: "GD", shape: "s-one", people: 300, whole: [0, 1] }] },
    pilot: { geometry: "pilot", bodies: [{ id: "p-1", name: "Pilot", shape: "s-p", people: 0 }] },
  },
  growth: [40, 50, 60, null],
  changed: { words: "8 May 2017", lines: ["North began.", "It has a mayor."] },
});

/** @param {number} west @param {number} south @param {number} [size] */
export const square = (west, south, size = 1) => [
  [west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south],
];

/** Every outline of the toy, whichever file is asked for. */
const outlines = () => ({
  features: [
    feature("s-ca", square(-2, 52)),
    feature("s-ca-associates", square(-2, 53)),
    feature("s-one", square(-2, 52, 2)),
    feature("s-gone", square(-2, 53)),
    feature("s-x", square(-2, 52)),
    feature("s-cd", square(-2, 52)),
    feature("s-p", square(-1, 52)),
    feature(A, square(-2, 52)),
    feature(B, square(-1, 52)),
  ],
});

/** @param {string} id @param {number[][]} ring */
export const feature = (id, ring) => ({ id, geometry: { type: /** @type {const} */ ("Polygon"), coordinates: [ring] } });

/** Longitude, latitude, kilometres of room, box. */
export const shapes = () => ({
  "s-ca": [-1.5, 52.5, 40, -2, 52, -1, 53],
  "s-one": [-1, 52.5, 60, -2, 52, 0, 53],
  "s-x": [-1.2, 52.8, 70, -2, 52, 0, 54],
  "s-gone": [-1.5, 53.5, 30, -2, 53, -1, 54],
  "s-near": [-1.5, 52.52, 40, -2, 52, -1, 53],
});

/** @returns {PairPayload} CAs against STPs: N has 150 people, E 80; X has 600, Y 2,000,000 */
export const pairs = () => ({
  day: "2017-12-01",
  layers: ["combined_authority", "stp"],
  weight: "people",
  matches: ["same", "most", "little"],
  a: [
    { id: "ca-n", name: "North", short: "N", people: 150, none: 0, many: 50 },
    { id: "ca-e", name: "East", short: "E", people: 80, none: 30, many: 0 },
  ],
  b: [
    { id: "stp-x", name: "X", short: "X", people: 600, none: 450, many: 0 },
    { id: "stp-y", name: "Y", short: "Y", people: 2000000, none: 1999850, many: 1500 },
    { id: "stp-z", name: "Z", short: "Z", people: 10, none: 10, many: 0 },
  ],
  pairs: pairColumns(
    [0, 0, 150, 1, 12.5, 1, 1, 1, 0.25],
    [0, 1, 100, 2, 1000, 0, 2, 0.9, 0.0004],
    [1, 1, 50, 0, 3, 2, 0, 0.625, 0.004],
  ),
});

/**
 * Pairs as the server sends them, from rows with what its columns hold.
 * @param {number[][]} rows
 * @returns {PairColumns}
 */
export function pairColumns(...rows) {
  const [a, b, people, match, km2, whole, part, of_a, of_b] = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((k) => rows.map((row) => row[k]));
  return { a, b, people, match, km2, whole, part, of_a, of_b };
}

/** What the server would answer, by the file's logical name. */
const answers = () => ({
  districts: districts(),
  measures: measures(),
  institutions: institutions(),
  search: searchRows(),
  shapes: shapes(),
});

/**
 * A server that has every file of the toy; returns the mock, whose calls tell what was asked for.
 * @param {Record<string, unknown>} [changes] other answers, by logical name
 */
export function serve(changes = {}) {
  /** @type {Record<string, unknown>} */
  const known = { ...answers(), ...changes };
  const fetched = vi.fn(async (/** @type {string | URL} */ url) => {
    const name = String(url).replace(/^\/static\//, "").replace(/\.1\.json$/, "");
    return { ok: true, status: 200, json: async () => known[name] ?? outlines() };
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

/** @param {string} html what the page's body holds */
export function page(html) {
  document.body.innerHTML = html;
  const set = vi.fn();
  window.dash_clientside = { no_update: "as it was", callback_context: { triggered: [] }, set_props: set };
  return set;
}

/**
 * A map that has been drawn, with a projection of 100 pixels a degree from the corner at 3° west, 55° north.
 * @param {{ scale?: number, center?: { lon: number, lat: number }, width?: number, height?: number }} [at]
 */
export function drawnMap({ scale = 1, center = { lon: -2, lat: 52.85 }, width = 800, height = 600 } = {}) {
  const graph = /** @type {any} */ (document.querySelector("#map-graph .js-plotly-plot"));
  const projection = Object.assign(
    (/** @type {number[]} */ [lon, lat]) => [(lon + 3) * 100, (55 - lat) * 100],
    { invert: (/** @type {number[]} */ [x, y]) => [x / 100 - 3, 55 - y / 100] },
  );
  graph._fullLayout = {
    width,
    height,
    geo: { center, projection: { scale, minscale: 0.8, maxscale: 60 }, _subplot: { projection } },
  };
  const relayout = vi.fn();
  window.Plotly = { relayout };
  return { graph, relayout };
}

/** The elements of a page with a map. */
export const MAP = `<div id="map-page"><div id="map-shell" class="map-shell"><div id="map-graph"><div class="js-plotly-plot"></div></div></div>
  <h1 id="map-title"></h1><p id="map-subtitle"></p><div id="map-legend"></div><div id="map-layer_legend"></div><p id="map-changed"></p><p id="map-status"></p>
  <div id="map-table"></div><select id="map-measure_control"><option value="none"></option><option value="score"></option></select>
  <input id="map-search"><ul id="map-search_list" hidden></ul></div>`;
