/* The legends, in HTML: classes of the measure, and the layers drawn. */
import { config, isPoint, layerOf } from "../config.js";
import { colour as safeColour, html } from "../html.js";
import { count, number, unitWords } from "../words.js";
import { classColours, classOf, shown, valuesOf } from "./classes.js";

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
  if (!values) return html`<p class="muted">Districts are not shaded.</p>`;
  const measure = measures[view.measure];
  const rows = classRows(values, measure).map(
    ({ colour, range, districts }) =>
      html`<li><span class="class" style="background:${safeColour(colour)}"></span><span>${range}</span><span class="count">${districts}</span></li>`,
  );
  const tinted = view.fill && view.layers.includes(view.fill) && layerOf(view.fill).inside;
  const doubt = measure.doubt && measure.doubt !== measure.caveat && html`<p>${measure.doubt}</p>`;
  return html`<p class="legend-head">${unitWords(measure.unit)}, ${measure.period} <span class="count">districts</span></p><ol class="classes">${rows}</ol>${
    tinted && html`<p class="muted">Tinted where covered by ${tinted}.</p>`}${
    measure.caveat && html`<p class="caveat">${measure.caveat}</p>`}
      <p class="muted">Up to five groups with about as many districts in each.</p>
      <details class="source"><summary>Source and notes</summary><p>${measure.source}</p>${doubt}</details>`;
}

/**
 * The layers drawn, for the presentation view, where no panel explains them.
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 */
export function layerLegend(view, snapshot) {
  const rows = view.layers.map((layer) => {
    const many = isPoint(layer) ? "" : ` (${count(shown(snapshot, layer, false).length)})`;
    return html`<li>${swatch(layer)}<span>${layerOf(layer).name}${many}</span></li>`;
  });
  const associates =
    view.layers.some((layer) => !isPoint(layer) && shown(snapshot, layer, false).some((body) => body.associateShape)) &&
    html`<li><span class="key key-associates" aria-hidden="true"></span><span>associate members</span></li>`;
  return html`<ul class="layer-key">${rows}${associates}</ul>`;
}
