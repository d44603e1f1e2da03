/* The view as the address holds it: the same grammar as dashboard/views/query.py. */
import { config } from "../config.js";

/** @param {unknown} value */
function text(value) {
  if (Array.isArray(value)) return value.join(",") || "none";
  if (value === true) return "1";
  if (value === false) return "0";
  return String(value);
}

/**
 * Whether two values of a view are the same; none given is the same as null.
 * @param {unknown} a
 * @param {unknown} b
 */
export const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The query string of a view; what is at its default is left out.
 * @param {Record<string, any>} view
 */
export function serialise(view) {
  const { keys, defaults } = config();
  return keys
    .filter((key) => !same(view[key], defaults[key]))
    .map((key) => `${key}=${encodeURIComponent(text(view[key])).replace(/%2C/g, ",")}`)
    .join("&");
}

/**
 * The address of a view on this page.
 * @param {Record<string, any>} view
 */
export function addressOf(view) {
  const query = serialise(view);
  return window.location.pathname + (query ? `?${query}` : "");
}
