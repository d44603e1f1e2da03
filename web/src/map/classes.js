/* What districts are shaded by: values, classes and their colours; and the layers' lanes. */
import { config, isPoint } from "../config.js";

/** @import { DayBody, DaySnapshot, Measures } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { Band, Lane } from "../types" */

const LANES = 4;
/** @type {[least: number, band: Band][]} */
const BANDS = [
  [0.42, "national"],
  [0.12, "regional"],
  [0, "local"],
];

/**
 * The zoom band for so many kilometres a pixel.
 * @param {number | null | undefined} kilometres
 * @returns {Band}
 */
export const bandOf = (kilometres) => BANDS.find(([least]) => (kilometres ?? 1) >= least)?.[1] ?? "local";

/**
 * The class of a value, counting from 0: a value on an edge belongs to the class below it. -1 when not available.
 * @param {number | null | undefined} value
 * @param {number[]} breaks
 */
export function classOf(value, breaks) {
  if (value === null || value === undefined) return -1;
  const at = breaks.findIndex((edge) => value <= edge);
  return at === -1 ? breaks.length : at;
}

/**
 * Colours for so many classes, spread over the palette; a single class has the middle one.
 * @param {number} count
 */
export function classColours(count) {
  const all = config().tokens.classes;
  return Array.from({ length: count }, (_, i) => all[count === 1 ? 2 : Math.round((i * (all.length - 1)) / (count - 1))]);
}

/**
 * The values of the chosen measure on the day, in district order, or null when districts are not shaded.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Measures} measures
 */
export function valuesOf(view, snapshot, measures) {
  if (view.measure === "none" || view.fill) return null;
  return measures[view.measure].values || snapshot.growth;
}

/**
 * The outline layers shown, in their own order.
 * @param {MapView} view
 */
const outlined = (view) => Object.keys(config().tokens.layers).filter((layer) => view.layers.includes(layer));

/**
 * The layer that leads, in full colour and weight: the one the view names, else the first that is shown.
 * @param {MapView} view
 * @returns {string | undefined}
 */
export const leadOf = (view) => outlined(view).find((layer) => layer === view.lead) ?? outlined(view)[0];

/**
 * The outline layers in drawing order, each with its lane: the one that leads on the border, the next ones inside it. A layer
 * that is shown alone is the only one.
 * @param {MapView} view
 * @returns {Lane[]}
 */
export function lanes(view) {
  const lead = leadOf(view);
  const others = view.only ? [] : outlined(view).filter((layer) => layer !== lead);
  return [lead, ...others].flatMap((layer, rank) =>
    layer ? [{ layer, lane: rank % LANES, again: rank >= LANES, leads: rank === 0 }] : [],
  );
}

/**
 * All layers that are drawn, in their own order: those with outlines, then the points.
 * @param {MapView} view
 */
export function drawn(view) {
  const lines = lanes(view).map(({ layer }) => layer);
  return view.layers.filter((layer) => lines.includes(layer) || isPoint(layer));
}

/**
 * Bodies of a layer that are to be drawn, with or without fallen deals and bids.
 * @param {DaySnapshot} snapshot
 * @param {string} layer
 * @param {boolean} fallen
 * @returns {DayBody[]}
 */
export const shown = (snapshot, layer, fallen) =>
  (snapshot.layers[layer]?.bodies ?? []).filter((body) => fallen || !body.standing);

/**
 * A body's short name, with how it stands when it is not live.
 * @param {DayBody} body
 */
export const calledAs = (body) => (body.short || body.name) + (body.standing ? ` (${body.standing})` : "");
