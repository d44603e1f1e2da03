/* What a hover over each district says: name, value, and the bodies of the layers shown. */
import { isPoint, layerOf } from "../config.js";
import { html, joined } from "../html.js";
import { number, percent } from "../words.js";
import { shown, valuesOf } from "./classes.js";

/** @import { DayBody, DaySnapshot } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { Files } from "../types" */

/**
 * By district, a line for each body that covers it, as `write` puts a body and what to say of its share.
 * @param {number} districts
 * @param {DayBody[]} bodies
 * @param {(body: DayBody, note: string) => string} write
 */
export function coverLines(districts, bodies, write) {
  /** @type {string[][]} */
  const lines = Array.from({ length: districts }, () => []);
  for (const body of bodies) {
    for (const i of body.whole ?? []) lines[i].push(write(body, ""));
    for (const [i, share] of body.part ?? []) lines[i].push(write(body, `, ${percent(share)}`));
    for (const i of body.associates ?? []) lines[i].push(write(body, ", associate"));
  }
  return lines;
}

/**
 * @param {string} layer
 * @returns {(body: DayBody, note: string) => string}
 */
const line = (layer) => (body, note) => {
  const standing = body.standing ? ` (${(body.status ?? body.standing).split(";")[0]})` : "";
  return `${layerOf(layer).short}: ${body.short || body.name}${standing}${note}`;
};

/**
 * One text a district, in plotly.js's small HTML.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Files} files
 */
export function hoverTexts(view, snapshot, { districts, measures }) {
  const values = valuesOf(view, snapshot, measures);
  const measure = measures[view.measure];
  const layers = view.layers.filter((layer) => !isPoint(layer));
  const covers = layers.map((layer) => coverLines(districts.code.length, shown(snapshot, layer, view.fallen), line(layer)));
  return districts.name.map((name, i) => {
    const figure = values ? [`${measure.label}: ${number(values[i], measure)}`] : [];
    const lines = [...figure, ...covers.flatMap((cover) => cover[i])];
    return joined([html`<b>${name}</b>`, ...lines.map((text) => html`${text}`)], html`<br>`).text;
  });
}
