/* Universities and NHS trusts as markers. */
import { config, layerOf } from "../config.js";
import { html } from "../html.js";

/** @import { Institutions, PointStyle } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { Trace } from "../types" */

/**
 * @param {string} layer
 * @param {PointStyle} style
 */
const fillOf = (layer, style) => (layerOf(layer).filled ? style.colour : "#ffffff");

/**
 * The institutions of the layers shown; the selected one is larger.
 * @param {MapView} view
 * @param {Record<string, Institutions>} institutions
 * @returns {Trace[]}
 */
export function viewPoints(view, institutions) {
  const styles = Object.entries(config().tokens.points).filter(([layer]) => view.layers.includes(layer));
  return styles.map(([layer, style]) => {
    const rows = institutions[layer];
    const line = layerOf(layer).filled ? { color: "#ffffff", width: 1 } : { color: style.colour, width: 1.5 };
    return {
      type: "scattergeo",
      mode: "markers",
      lon: rows.lon,
      lat: rows.lat,
      customdata: rows.id,
      text: rows.name.map((name, i) => html`<b>${name}</b><br>${rows.kind[i]}`.text),
      hoverinfo: "text",
      marker: {
        symbol: style.symbol,
        size: rows.id.map((id) => (id === view.select ? style.size + 6 : style.size)),
        color: fillOf(layer, style),
        line,
      },
      name: layer,
    };
  });
}

/**
 * The universities and trusts of a set of ids, each kind with its own symbol, for a small map.
 * @param {Record<string, Institutions>} institutions
 * @param {Set<string>} wanted
 * @returns {Trace[]}
 */
export function chosenPoints(institutions, wanted) {
  return Object.entries(config().tokens.points).map(([layer, style]) => {
    const rows = institutions[layer];
    const kept = rows.id.flatMap((id, k) => (wanted.has(id) ? [k] : []));
    return {
      type: "scattergeo",
      mode: "markers",
      lon: kept.map((k) => rows.lon[k]),
      lat: kept.map((k) => rows.lat[k]),
      text: kept.map((k) => html`<b>${rows.name[k]}</b>`.text),
      hoverinfo: "text",
      marker: { symbol: style.symbol, size: style.size, color: fillOf(layer, style), line: { color: style.colour, width: 1.5 } },
      name: layer,
    };
  });
}
