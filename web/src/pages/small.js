/* The callback of the small map of a body, a place or a set of outlines. */
import { configure } from "../config.js";
import { smallFigure } from "../map/small.js";

/** @import { Config, Drawing } from "../payloads" */
/** @import { Figure } from "../types" */

export const callbacks = {
  /**
   * @param {Drawing | null} drawing
   * @param {Config} given
   * @param {Figure} figure
   */
  draw(drawing, given, figure) {
    configure(given);
    return smallFigure(drawing, figure);
  },
};
