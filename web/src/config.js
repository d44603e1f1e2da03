/* What the server told the page once: files, colours, names, ids, the grammar of its address. */

/** @import { Config } from "./payloads" */

/** @type {Config | null} */
let told = null;

/**
 * Keep the configuration from the first callback that carries it.
 * @param {Config | null} [given]
 */
export function configure(given) {
  if (given) told = given;
}

/** Whether a callback has carried it yet. */
export const configured = () => told !== null;

/** @returns {Config} */
export function config() {
  if (!told) throw new Error("the page has not been configured yet");
  return told;
}

/**
 * Universities and trusts are points, all other layers outlines.
 * @param {string} layer
 */
export const isPoint = (layer) => layer in config().tokens.points;

/**
 * What the server says of a layer: its names, whose outlines it draws, how it is marked.
 * @param {string} layer
 */
export const layerOf = (layer) => config().layers[layer];
