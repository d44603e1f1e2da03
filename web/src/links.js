/* Addresses of pages. Whatever is put into one is encoded: an id may hold any letter. */
import { config } from "./config.js";

/** @param {string} id */
export const bodyHref = (id) => `${config().base}body/${encodeURIComponent(id)}`;

/**
 * A place's page on a day, with a part of it where one is meant; the default day is left out, and so is one not known.
 * @param {string} code
 * @param {string} day
 * @param {string} [part]
 */
export function placeHref(code, day, part) {
  const asked = [];
  if (day && day !== config().defaults.as_at) asked.push(`as_at=${encodeURIComponent(day)}`);
  if (part) asked.push(`part=${encodeURIComponent(part)}`);
  return `${config().base}place/${encodeURIComponent(code)}${asked.length ? `?${asked.join("&")}` : ""}`;
}

/**
 * The map with something selected, and its layer shown besides the usual ones.
 * @param {string} id
 * @param {string} [layer]
 */
export function mapHref(id, layer) {
  const shown = layer ? [...config().shownFirst.filter((usual) => usual !== layer), layer] : [];
  const layers = shown.length ? `&layers=${shown.map(encodeURIComponent).join(",")}` : "";
  return `${config().base}?select=${encodeURIComponent(id)}${layers}`;
}

/**
 * An address that a reader may follow, or blank: a link runs no script, whoever wrote it.
 * @param {string | undefined} href
 */
export function followable(href) {
  if (!href || !URL.canParse(href, window.location.href)) return "";
  return /^https?:$/.test(new URL(href, window.location.href).protocol) ? href : "";
}

/** Leaving this page for another address; apart, so that a test can stand in its way. */
export const leave = {
  /** @param {string} href */
  for(href) {
    window.location.assign(href);
  },
};
