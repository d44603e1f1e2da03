/* What each control of a page holds for a view: the way back from an address to the page. */
import { config } from "../config.js";

/** @import { MapView, OverlapsView, PatchworkView } from "../types" */
/** @typedef {Record<string, [value: unknown, property: string]>} Controls the value and its property, by the control's short name */

/**
 * @param {MapView} view
 * @returns {Controls}
 */
function ofMap(view) {
  const { tokens } = config();
  /** @param {Record<string, unknown>} all */
  const among = (all) => Object.keys(all).filter((name) => view.layers.includes(name));
  return {
    lead: [{ lead: view.lead, only: view.only }, "data"],
    measure: [view.measure, "data"],
    layers: [among(tokens.layers), "value"],
    points: [among(tokens.points), "value"],
    fill: [view.fill || "none", "value"],
    fallen: [view.fallen ? ["fallen"] : [], "value"],
    select: [view.select || "", "data"],
    table_kind: [view.table, "value"],
    day_input: [view.as_at, "value"],
  };
}

/**
 * @param {PatchworkView} view
 * @returns {Controls}
 */
const ofPatchwork = (view) => ({
  layers: [view.layers, "value"],
  colour: [view.colour, "value"],
  region: [view.region, "value"],
  select: [view.select || "", "data"],
  day_input: [view.as_at, "value"],
});

/**
 * @param {OverlapsView} view
 * @returns {Controls}
 */
const ofOverlaps = (view) => ({
  layer_a: [view.a, "value"],
  layer_b: [view.b, "value"],
  weight: [view.weight, "value"],
  share_of: [view.share_of, "value"],
  match: [view.match, "value"],
  least: [view.least, "value"],
  pair: [view.pair || "", "data"],
  day_input: [view.as_at, "value"],
});

/**
 * The controls of the page that this is, which its ids tell.
 * @param {any} view
 * @returns {Controls}
 */
export function controlsOf(view) {
  const { ids } = config();
  if (ids.measure) return ofMap(view);
  return ids.colour ? ofPatchwork(view) : ofOverlaps(view);
}
