/* The overlaps page: a matrix and a list drawn from sparse rows, and the address. */
import { writeAddress } from "../address/history.js";
import { config, configure, configured, layerOf } from "../config.js";
import { announce, byId, closest, set, withData } from "../dom.js";
import { fill, html } from "../html.js";
import { smallFigure } from "../map/small.js";
import { dayWords } from "../words.js";
import { sayDay } from "./days.js";
import { filteredPairs, matrixHtml, pairId, pairsHtml } from "./overlaps_html.js";
import { pairsIn } from "./pairs.js";

/** @import { Config, Drawing, PairPayload } from "../payloads" */
/** @import { OverlapsView } from "../types" */
/** @import { Figure } from "../types" */

/** @type {{ view: OverlapsView, data: PairPayload } | null} what the page shows */
let drawn = null;

/**
 * @param {PairPayload} data
 */
export function overlapsTitle({ layers, day }) {
  const [a, b] = layers.map((layer) => layerOf(layer));
  return a === b ? `${a.name} against one another, ${dayWords(day)}` : `${a.name} and ${b.inside}, ${dayWords(day)}`;
}

/** @param {PairPayload} data */
function nothingWords({ pairs, day }) {
  if (pairs.people.length) return "No pair passes these filters. Lower the share or choose any match.";
  return `No pair shares people on ${dayWords(day)}: one of the layers may not have begun. Choose another date or layer.`;
}

/**
 * @param {OverlapsView} view
 * @param {PairPayload} data
 */
function writePage(view, data) {
  drawn = { view, data };
  sayDay(view.as_at);
  const title = overlapsTitle(data);
  byId("title").textContent = title;
  document.title = `${title} · Overlaps · Local growth landscape`;
  const [matrix, pairs] = [byId("matrix"), byId("pairs")];
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.pair;
  if (filteredPairs(data, view).length) {
    fill(matrix, matrixHtml(data, view));
    fill(pairs, pairsHtml(data, view));
    // One cell of the matrix takes the tab key, and the arrows go on from it.
    const start = withData(matrix, "data-pair", view.pair) ?? matrix.querySelector("[data-pair]");
    if (start) /** @type {HTMLElement} */ (start).tabIndex = 0;
    if (focused) withData(matrix, "data-pair", focused)?.focus();
  } else {
    fill(matrix, html`<p class="nothing">${nothingWords(data)}</p>`);
    fill(pairs, html``);
  }
  announce(title);
}

/**
 * The selected pair with its sides exchanged; read from the data, since an id may hold any letter.
 * @param {PairPayload} data
 * @param {string} pair
 */
export function swapped(data, pair) {
  const found = pairsIn(data).find((item) => pairId(data, item) === pair);
  return found ? `${data.b[found.j].id}~${data.a[found.i].id}` : pair.split("~").reverse().join("~");
}

export const callbacks = {
  /**
   * The controls together make the view.
   * @param {PairPayload} data
   * @param {OverlapsView["share_of"]} side
   * @param {string} match
   * @param {unknown} least
   * @param {string | null} pair
   * @param {Config} given
   * @returns {OverlapsView}
   */
  collect(data, side, match, least, pair, given) {
    configure(given);
    const [a, b] = data.layers;
    const floor = Math.min(Math.max(Math.round(Number(least) || 0), 0), 100);
    return { a, b, weight: data.weight, as_at: data.day, share_of: side, match, least: floor, pair: pair || null };
  },

  /**
   * Title, matrix, list and address.
   * @param {OverlapsView} view
   * @param {PairPayload} data
   * @param {Config} given
   */
  write(view, data, given) {
    configure(given);
    writeAddress(view, "push");
    writePage(view, data);
  },

  /**
   * The map of the selected pair.
   * @param {Drawing | null} drawing
   * @param {Config} given
   * @param {Figure} figure
   */
  draw(drawing, given, figure) {
    configure(given);
    return smallFigure(drawing, figure);
  },
};

/** @param {MouseEvent} event */
function onClick(event) {
  const chosen = closest(event, "[data-pair]");
  if (chosen && configured() && config().ids.pair) set("pair", { data: chosen.dataset.pair });
  if (closest(event, "[data-swap]") && drawn) {
    const { view, data } = drawn;
    set("layer_a", { value: view.b });
    set("layer_b", { value: view.a });
    if (view.pair) set("pair", { data: swapped(data, view.pair) });
  }
}

/** @type {Record<string, [down: number, right: number]>} */
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/**
 * The next filled cell in a direction: cells that share nothing are passed over.
 * @param {HTMLElement} from
 * @param {[number, number]} direction
 */
export function neighbour(from, [down, right]) {
  const rows = [.../** @type {HTMLTableSectionElement} */ (from.closest("tbody")).rows];
  let i = rows.indexOf(/** @type {HTMLTableRowElement} */ (from.closest("tr")));
  let j = /** @type {HTMLTableCellElement} */ (from.closest("td")).cellIndex;
  while (true) {
    i += down;
    j += right;
    const cell = rows[i]?.cells[j];
    if (!cell) return null;
    const button = /** @type {HTMLElement | null} */ (cell.querySelector("[data-pair]"));
    if (button) return button;
  }
}

/** @param {KeyboardEvent} event */
function onArrow(event) {
  const from = closest(event, ".matrix [data-pair]");
  if (!from || !Object.hasOwn(MOVES, event.key)) return;
  event.preventDefault();
  const next = neighbour(from, MOVES[event.key]);
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

export function listen() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onArrow);
}
