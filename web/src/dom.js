/* Small help with the page's elements. Elements are found by their data, never by a selector made from an id. */
import { config, configured } from "./config.js";

/**
 * The element of the page with one of its own short names, or null.
 * @param {string} key
 */
export const find = (key) => document.getElementById(config().ids[key]);

/**
 * The same where the page can't be without it.
 * @param {string} key
 */
export function byId(key) {
  const found = find(key);
  if (!found) throw new Error(`the page has no element ${key}`);
  return found;
}

/**
 * The one descendant that a fixed selector names.
 * @param {ParentNode} root
 * @param {string} selector
 */
export function one(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof Element)) throw new Error(`there is no ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * Every descendant that a fixed selector names.
 * @param {ParentNode} root
 * @param {string} selector
 */
export const all = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/**
 * The first descendant whose data attribute has exactly this value, whatever letters it holds.
 * @param {ParentNode} root
 * @param {string} attribute
 * @param {string | null | undefined} value
 */
export const withData = (root, attribute, value) =>
  all(root, `[${attribute}]`).find((element) => element.getAttribute(attribute) === value);

/**
 * The element of an event, or the nearest one round it, that a fixed selector names.
 * @param {Event} event
 * @param {string} selector
 */
export const closest = (event, selector) =>
  event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest(selector)) : null;

/**
 * Set properties of a component, as a callback would.
 * @param {string} key
 * @param {Record<string, unknown>} props
 */
export const set = (key, props) => window.dash_clientside.set_props?.(config().ids[key], props);

/**
 * Say something to screen readers, once.
 * @param {string} text
 */
export function announce(text) {
  const place = configured() && find("status");
  if (place && place.textContent !== text) place.textContent = text;
}
