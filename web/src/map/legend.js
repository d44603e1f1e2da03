/* The legends, in HTML: classes of the measure, and the layers drawn. */
import { config, isPoint, layerOf } from "../config.js";
import { colour as safeColour, html } from "../html.js";
import { count, number, unitWords } from "../words.js";
import { classColours, classOf, lanes, leadOf, shown, valuesOf } from "./classes.js";

/** @import { DaySnapshot, MeasureFacts, Measures } from "../payloads" */
/** @import { MapView } from "../types" */

/**
 * A layer's key: its line, or its symbol.
 * @param {string} layer
 */
export function swatch(layer) {
  const { layers, points } = config().tokens;
  if (points[layer]) return html`<span class="key key-${layer}" aria-hidden="true"></span>`;
  const { dash, colour } = layers[layer];
  const dashes = dash === "solid" ? null : html` stroke-dasharray="${dash.replaceAll("px", "").replaceAll(",", " ")}"`;
  return html`<svg class="key" viewBox="0 0 26 14" aria-hidden="true"><path d="M1.5 2.5h23v9h-23z" fill="none" stroke="${safeColour(colour)}" stroke-width="2.5"${dashes}/></svg>`;
}

/**
 * The ranges of the classes with how many districts each holds, and how many have no value.
 * @param {(number | null)[]} values
 * @param {MeasureFacts} measure
 */
export function classRows(values, measure) {
  const { breaks } = measure;
  const colours = classColours(breaks.length + 1);
  const known = values.filter((value) => value !== null);
  const edges = [Math.min(...known), ...breaks, Math.max(...known)];
  const rows = colours.map((colour, k) => ({
    colour,
    range: `${k ? "over " : ""}${number(edges[k], measure)} to ${number(edges[k + 1], measure)}`,
    districts: values.filter((value) => classOf(value, breaks) === k).length,
  }));
  const missing = values.length - known.length;
  return missing ? [...rows, { colour: config().tokens.notAvailable, range: "not available", districts: missing }] : rows;
}

/**
 * The class legend: ranges, what is not available, unit, period, source, caveat.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Measures} measures
 */
export function classLegend(view, snapshot, measures) {
  const values = valuesOf(view, snapshot, measures);
  if (!values) {
    const said = view.fill ? `Tinted where covered by ${layerOf(view.fill).inside}.` : "Districts are not shaded.";
    return html`<p class="muted">${said}</p>`;
  }
  const measure = measures[view.measure];
  const rows = classRows(values, measure).map(
    ({ colour, range, districts }) =>
      html`<li><span class="class" style="background:${safeColour(colour)}"></span><span>${range}</span><span class="count">${districts}</span></li>`,
  );
  const doubt = measure.doubt && measure.doubt !== measure.caveat && html`<p>${measure.doubt}</p>`;
  return html`<p class="legend-head">${unitWords(measure.unit)}, ${measure.period} <span class="count">districts</span></p><ol class="classes">${rows}</ol>${
    measure.caveat && html`<p class="caveat">${measure.caveat}</p>`}
      <p class="muted">Up to five groups with about as many districts in each.</p>
      <details class="source"><summary>Source and notes</summary><p>${measure.source}</p>${doubt}</details>`;
}

const MOST_LETTERS = 30; // of all the edges, under a line of the key

/**
 * The classes in one line with their edges under it: all of them, or the first and the last where the others have no room.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Measures} measures
 */
function ramp(view, snapshot, measures) {
  const values = valuesOf(view, snapshot, measures);
  if (!values) return null;
  const measure = measures[view.measure];
  const known = values.filter((value) => value !== null);
  const colours = classColours(measure.breaks.length + 1);
  const edges = [Math.min(...known), ...measure.breaks, Math.max(...known)].map((value) => number(value, measure));
  const said = edges.join("").length > MOST_LETTERS ? [edges[0], edges[edges.length - 1]] : edges;
  return html`<p class="key-head">Districts: ${measure.label}</p>
    <div class="ramp" aria-hidden="true">${colours.map((colour) => html`<span style="background:${safeColour(colour)}"></span>`)}</div>
    <p class="ramp-ends">${said.map((edge) => html`<span>${edge}</span>`)}</p>${
    known.length < values.length && html`<p class="key-row"><span class="class" style="background:${safeColour(config().tokens.notAvailable)}"></span><span>not available</span></p>`}`;
}

/**
 * A layer's entry: pressed, it leads; pressed again, it is shown alone.
 * @param {string} layer
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 */
function entry(layer, view, snapshot) {
  const leads = leadOf(view) === layer;
  const many = count(shown(snapshot, layer, false).length);
  const next = leads && !view.only ? "show it alone" : leads ? "show the others too" : "bring it to the front";
  const state = leads ? "leads" : view.only ? "off" : "";
  return html`<li><button type="button" class="key-row ${state}" data-key-layer="${layer}" aria-pressed="${leads ? "true" : "false"}" title="Press to ${next}">${
    swatch(layer)}<span>${layerOf(layer).name} <span class="many">${many}</span></span></button></li>`;
}

/**
 * The key on the map: whatever is drawn, as it is drawn, and nothing else.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {Measures} measures
 */
export function mapKey(view, snapshot, measures) {
  const outlined = view.layers.filter((layer) => !isPoint(layer));
  const lines = lanes(view).map(({ layer }) => layer);
  const bodies = lines.flatMap((layer) => shown(snapshot, layer, view.fallen));
  /** @param {string} kind @param {string} words */
  const line = (kind, words) => html`<li class="key-row"><span class="key ${kind}" aria-hidden="true"></span><span>${words}</span></li>`;
  return html`<ul class="layer-key">${outlined.map((layer) => entry(layer, view, snapshot))}${
    bodies.some((body) => body.associateShape) && line("key-associates", "Associate members")}${
    bodies.some((body) => body.standing && body.shape) && line("key-fallen", "Bids and fallen deals")}${
    view.layers.filter(isPoint).map((layer) => html`<li class="key-row">${swatch(layer)}<span>${layerOf(layer).name}</span></li>`)}${
    view.fill && html`<li class="key-row"><span class="class tint" style="background:${safeColour(config().tokens.layers[view.fill].colour)}"></span><span>Covered by ${layerOf(view.fill).inside}</span></li>`}</ul>${
    ramp(view, snapshot, measures)}`;
}
