/* What lies over the map: its buttons and its key. No name is put under them. */
import { find } from "../dom.js";

/** @import { Area } from "../types" */

/**
 * The places of what lies over the map, in the graph's pixels.
 * @returns {Area[]}
 */
export function furniture() {
  const frame = find("shell")?.parentElement;
  const graph = find("graph")?.getBoundingClientRect();
  if (!frame || !graph) return [];
  return [...frame.querySelectorAll("[data-over-map]")].flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (!width || !height) return [];
    const [x0, y0] = [left - graph.left, top - graph.top];
    return [{ x0, x1: x0 + width, y0, y1: y0 + height }];
  });
}
