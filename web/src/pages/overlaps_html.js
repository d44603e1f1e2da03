/* The matrix and the list of the overlaps page. */
import { layerOf } from "../config.js";
import { html } from "../html.js";
import { bodyHref } from "../links.js";
import { amount, count, percent, shortCount, wholePercent } from "../words.js";
import { pairsIn } from "./pairs.js";

/** @import { PairPayload, PairSide } from "../payloads" */
/** @import { OverlapsView } from "../types" */
/** @import { Pair } from "./pairs.js" */

const MOST_PAIRS = 400;
/** @type {Record<string, string>} */
const UNITS = { people: "people", area: "square kilometres", districts: "districts" };

/**
 * The pairs that pass the filters: the match word, and the larger of the two shares.
 * @param {PairPayload} data
 * @param {OverlapsView} view
 */
export const filteredPairs = (data, view) =>
  pairsIn(data).filter(
    ({ match, ofA, ofB }) =>
      (view.match === "any" || data.matches[match] === view.match) && Math.max(ofA, ofB) >= view.least / 100,
  );

/**
 * What names a pair in the address.
 * @param {PairPayload} data
 * @param {Pair} pair
 */
export const pairId = (data, { i, j }) => `${data.a[i].id}~${data.b[j].id}`;

/** @param {number} share */
export const shade = (share) => `background:rgba(111,143,173,${(0.12 + 0.78 * share).toFixed(2)})`;

/**
 * @param {PairPayload} data
 * @param {Pair} pair
 */
function pairWords(data, { i, j, people, ofA, ofB, match }) {
  const [a, b] = [data.a[i].short, data.b[j].short];
  const shares = `${percent(ofA)} of ${a}, ${percent(ofB)} of ${b}`;
  return `${a} and ${b}: ${count(people)} people, ${shares}, ${data.matches[match]}`;
}

/** @param {PairSide} body */
const bodyLink = (body) => html`<a href="${bodyHref(body.id)}">${body.short}</a>`;

/**
 * @param {PairPayload} data
 * @param {OverlapsView} view
 * @param {Pair | undefined} pair
 */
function matrixCell(data, view, pair) {
  if (!pair) return html`<td></td>`;
  const share = view.share_of === "row" ? pair.ofA : pair.ofB;
  const id = pairId(data, pair);
  const on = id === view.pair;
  const words = pairWords(data, pair);
  return html`<td style="${shade(share)}"${on && html` class="selected"`}><button type="button" data-pair="${id}" tabindex="-1" aria-pressed="${String(on)}" aria-label="${words}" title="${words}">${wholePercent(share)}</button></td>`;
}

/** @param {number} many */
const total = (many) => html`<td class="total">${many ? count(many) : ""}</td>`;

/**
 * A row of totals under the matrix.
 * @param {string} label
 * @param {number[]} values by column
 */
const totalsRow = (label, values) =>
  html`<tr class="totals"><th scope="row">${label}</th>${values.map(
    (value) => html`<td class="total">${value ? shortCount(value) : ""}</td>`,
  )}<td></td><td></td></tr>`;

/**
 * @param {PairPayload} data
 * @param {OverlapsView} view
 * @param {boolean} whole whether no pair is filtered out
 */
function caption(data, view, whole) {
  const [rows, columns] = data.layers.map((layer) => layerOf(layer).name);
  const share = `per cent of the ${view.share_of}’s ${UNITS[data.weight]}`;
  return `${rows} (rows) against ${columns} (columns). Each cell: ${share}. Empty: nothing shared${whole ? "" : ", or filtered out"}. “In none” and “in two or more” are people.`;
}

/**
 * @param {PairPayload} data
 * @param {OverlapsView} view
 */
export function matrixHtml(data, view) {
  const pairs = filteredPairs(data, view);
  /** @type {Map<number, Map<number, Pair>>} */
  const byRow = new Map();
  for (const pair of pairs) byRow.set(pair.i, (byRow.get(pair.i) ?? new Map()).set(pair.j, pair));
  const columns = [...data.b.keys()].filter((j) => pairs.some((pair) => pair.j === j));
  const heads = columns.map((j) => html`<th scope="col" class="turned"><a href="${bodyHref(data.b[j].id)}"><span>${data.b[j].short}</span></a></th>`);
  const body = [...data.a.keys()].flatMap((i) => {
    const row = byRow.get(i);
    if (!row) return [];
    const cells = columns.map((j) => matrixCell(data, view, row.get(j)));
    return [html`<tr><th scope="row">${bodyLink(data.a[i])}</th>${cells}${total(data.a[i].none)}${total(data.a[i].many)}</tr>`];
  });
  const [ofA, ofB] = data.layers.map((layer) => layerOf(layer).short);
  const ends = [`In no ${ofB}`, "In two or more"].map((text) => html`<th scope="col" class="turned total"><span>${text}</span></th>`);
  const foot = html`${totalsRow(`In no ${ofA}`, columns.map((j) => data.b[j].none))}${totalsRow("In two or more", columns.map((j) => data.b[j].many))}`;
  const words = caption(data, view, pairs.length === data.pairs.people.length);
  return html`<table class="matrix"><caption>${words}</caption><thead><tr><td></td>${heads}${ends}</tr></thead><tbody>${body}</tbody><tfoot>${foot}</tfoot></table>`;
}

/**
 * @param {PairPayload} data
 * @param {OverlapsView} view
 * @param {Pair} pair
 */
function pairRow(data, view, pair) {
  const id = pairId(data, pair);
  const where = `${pair.whole} whole${pair.part ? `, ${pair.part} in part` : ""}`;
  const button = html`<button type="button" class="link" data-pair="${id}" title="Show on the map">${count(pair.people)}</button>`;
  const shares = [pair.ofA, pair.ofB].map((share) => html`<td class="number">${percent(share)}</td>`);
  return html`<tr${id === view.pair && html` class="selected"`}><th scope="row">${bodyLink(data.a[pair.i])}</th><td>${bodyLink(data.b[pair.j])}</td><td class="number">${button}</td>${shares}<td>${data.matches[pair.match]}</td><td class="number">${amount(pair.km2)}</td><td>${where}</td></tr>`;
}

/**
 * @param {PairPayload} data
 * @param {OverlapsView} view
 */
export function pairsHtml(data, view) {
  const pairs = filteredPairs(data, view);
  const rows = pairs.slice(0, MOST_PAIRS).map((pair) => pairRow(data, view, pair));
  const [a, b] = data.layers.map((layer) => layerOf(layer).short);
  const by = data.weight === "people" ? "" : ` by ${data.weight}`;
  const labels = [a, b, "People in both", `Share of ${a}${by}`, `Share of ${b}${by}`, "Match", "km² in both", "Districts"];
  const head = labels.map((label, k) => html`<th scope="col"${[2, 3, 4, 6].includes(k) && html` class="number"`}>${label}</th>`);
  const said = `${pairs.length} ${pairs.length === 1 ? "pair shares" : "pairs share"} people, most first. Match words are by people.`;
  return html`<table><caption>${said}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
}
