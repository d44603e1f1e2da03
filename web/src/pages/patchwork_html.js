/* The patchwork's legend and its small maps. */
import { config, layerOf } from "../config.js";
import { colour as safeColour, html } from "../html.js";
import { pieces } from "../map/polygons.js";
import { count } from "../words.js";

/** @import { PatchworkPayload } from "../payloads" */
/** @import { Collection, Feature } from "../types" */

const MOST = 40; // rows of the legend

/** @param {number} many */
const bundles = (many) => (many === 1 ? "bundle" : "bundles");

/** @param {PatchworkPayload} data */
export function legendHtml({ legend, colour }) {
  const rows = legend.slice(0, MOST).map(
    (row) =>
      html`<li><span class="class" style="background:${safeColour(row.colour)}"></span><span>${row.label}</span><span class="count">${count(row.people)} people, ${row.districts}</span></li>`,
  );
  const beyond = legend.length - MOST;
  const more = beyond > 0 && html`<p class="muted">and ${beyond} smaller ${bundles(beyond)}.</p>`;
  const byBundle = colour === "bundle";
  const note = byBundle && html`<p class="muted">A colour only tells a bundle from its neighbours: it returns elsewhere.</p>`;
  const head = byBundle ? `${legend.length} ${bundles(legend.length)}, most people first` : "Number, with people and districts";
  return html`<h2>${head}</h2>${note}<ol class="classes">${rows}</ol>${more}`;
}

/** @param {number} lon */
const x = (lon) => ((lon + 6.5) * 13.6).toFixed(1);
/** @param {number} lat */
const y = (lat) => ((55.9 - lat) * 22.5).toFixed(1);

/**
 * A shape as an SVG path: every second point of its outer rings, which is enough at 120 pixels.
 * @param {Feature} feature
 */
export const pathOf = (feature) =>
  pieces(feature)
    .map((rings) => {
      const points = rings[0].filter((_, i) => i % 2 === 0).map(([lon, lat]) => `${x(lon)} ${y(lat)}`);
      return `M${points.join("L")}Z`;
    })
    .join("");

/**
 * A small outline map of a layer as SVG: far lighter than another Plotly map.
 * @param {string} layer
 * @param {Collection} collection
 * @param {string[]} ids
 */
export function multipleHtml(layer, collection, ids) {
  const wanted = new Set(ids);
  const ink = safeColour(config().tokens.layers[layer].colour);
  const name = layerOf(layer).name;
  const paths = collection.features
    .filter((feature) => wanted.has(feature.id))
    .map((feature) => html`<path d="${pathOf(feature)}" fill="${ink}" fill-opacity="0.28" stroke="${ink}" stroke-width="0.7"/>`);
  return html`<figure><svg viewBox="0 0 116 140" role="img" aria-label="${name}: ${ids.length} outlines">${paths}</svg><figcaption>${name}<span class="count">${ids.length}</span></figcaption></figure>`;
}
