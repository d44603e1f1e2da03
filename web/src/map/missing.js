/* A layer whose outlines can't be fetched is no longer ticked, so that title, key and address tell of what is drawn. */
import { currentView } from "../address/history.js";
import { config, isPoint, layerOf } from "../config.js";
import { set } from "../dom.js";
import { isOutdated, reason, report, settle } from "../failures.js";

/** @import { MapView } from "../types" */

/** @param {string} layer */
const keyOf = (layer) => `layer ${layer}`;

/**
 * Tick the layers of one kind, outlines or points.
 * @param {boolean} points
 * @param {string[]} layers
 */
function tick(points, layers) {
  const { tokens } = config();
  const all = Object.keys(points ? tokens.points : tokens.layers);
  set(points ? "points" : "layers", { value: all.filter((layer) => layers.includes(layer)) });
}

/**
 * A layer's traces; none when what it is made of can't be fetched, which is said, and the layer is ticked no more.
 * @template T
 * @param {string} layer
 * @param {MapView} view
 * @param {() => Promise<T[]>} task
 * @returns {Promise<T[]>}
 */
export async function orNone(layer, view, task) {
  try {
    const found = await task();
    settle(keyOf(layer));
    return found;
  } catch (error) {
    const points = isPoint(layer);
    tick(points, view.layers.filter((shown) => shown !== layer && isPoint(shown) === points));
    const words = `${layerOf(layer).name} could not be fetched, and are not shown. ${reason(error)}`;
    const again = () => {
      settle(keyOf(layer));
      const shown = (currentView() ?? view).layers.filter((/** @type {string} */ other) => isPoint(other) === points);
      tick(points, [...shown, layer]);
    };
    report(keyOf(layer), words, again, isOutdated(error));
    return [];
  }
}
