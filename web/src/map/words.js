/* Everything in words that follows the map's view: title, legends, counts beside the switches, links to other views. */
import { addressOf } from "../address/grammar.js";
import { isPoint, layerOf } from "../config.js";
import { all, announce, byId, find, one } from "../dom.js";
import { load } from "../files.js";
import { fill, putFirst } from "../html.js";
import { subtitleOf, titleOf } from "../words.js";
import { drawn, shown } from "./classes.js";
import { classLegend, mapKey, swatch } from "./legend.js";

/** @import { DaySnapshot, Institutions, Measures } from "../payloads" */
/** @import { MapView } from "../types" */

/**
 * Swatches and counts beside the layer switches; counts are of bodies live on the day.
 * @param {DaySnapshot} snapshot
 * @param {Record<string, Institutions>} institutions
 */
function writeSwitches(snapshot, institutions) {
  for (const label of all(document, "[data-layer-label]")) {
    const layer = /** @type {string} */ (label.dataset.layerLabel);
    if (!label.querySelector(".key")) putFirst(label, swatch(layer));
    const many = isPoint(layer) ? institutions[layer].id.length : shown(snapshot, layer, false).length;
    one(label, ".count").textContent = String(many);
  }
}

/** @param {DaySnapshot} snapshot */
function writeChange({ changed }) {
  const place = byId("changed");
  place.title = changed ? changed.lines.join(" ") : "";
  place.textContent = changed ? `Latest change, ${changed.words}: ${changed.lines.join(" ")}` : "";
}

/**
 * The title of a view and the line under it.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Measures} measures
 */
export function viewTitles(view, snapshot, measures) {
  const shading = view.measure === "none" || view.fill ? null : measures[view.measure].label;
  const layers = drawn(view).map((layer) => layerOf(layer).inside);
  return { title: titleOf(shading, layers, snapshot.words), subtitle: subtitleOf(shading, layers) };
}

/**
 * The key on the map, which comes with the picture: names are put round it.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 */
export async function writeKey(view, snapshot) {
  fill(byId("layer_legend"), mapKey(view, snapshot, await load("measures")));
}

let said = ""; // the view in words, as it was announced last
let titled = ""; // the title of the view
/** @type {string | null} what is chosen, by its name; null before anything was drawn */
let chosen = null;

/** The name of the card, which is the chosen place or body; blank when it is the welcome. */
const cardName = () => find("card")?.querySelector("h2")?.textContent ?? "";

/** The tab is named after what is chosen, then after the view. */
function nameTab() {
  document.title = [cardName(), titled, "Local growth landscape"].filter(Boolean).join(" · ");
}

/** The card has changed: what was chosen is named, to the ear and in the tab. */
export function writeChosen() {
  nameTab();
  const before = chosen;
  chosen = cardName();
  if (before !== null && chosen !== before) announce(chosen ? `${chosen} chosen` : "Nothing is chosen any more");
}

/**
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 */
export async function writeWords(view, snapshot) {
  const [measures, institutions] = await Promise.all([load("measures"), load("institutions")]);
  const { title, subtitle } = viewTitles(view, snapshot, measures);
  titled = title;
  chosen ??= cardName(); // what the address chose is no news
  nameTab();
  byId("title").textContent = title;
  byId("subtitle").textContent = subtitle;
  const classes = classLegend(view, snapshot, measures);
  fill(byId("legend"), classes);
  writeSwitches(snapshot, institutions);
  const select = /** @type {HTMLSelectElement} */ (byId("measure_control"));
  if (select.value !== view.measure) select.value = view.measure;
  select.dataset.told = "1"; // until now it said what no view had asked for, and the stylesheet hid it
  writeChange(snapshot);
  for (const link of all(document, "[data-view-link]")) {
    const other = { ...view, ...JSON.parse(/** @type {string} */ (link.dataset.viewLink)) };
    link.setAttribute("href", addressOf(other));
  }
  // Said when it changes only: what was chosen may have been named in the meantime.
  const words = subtitle ? `${title}. ${subtitle}` : title;
  if (words !== said) announce(words);
  said = words;
}
