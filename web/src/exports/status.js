/* Where a page says how an export goes. */
import { all } from "../dom.js";

const STAYS = 12000;

/** @type {HTMLElement | null} the place at the foot of the window */
let floating = null;

/**
 * The place for words at the foot of the window. It is there from the start: what a region holds when it is made is not
 * read out.
 */
export function putFloating() {
  floating = document.createElement("p");
  floating.className = "export-status";
  floating.setAttribute("role", "status");
  document.body.append(floating);
}

/** @param {HTMLElement} element */
export const seen = (element) => element.isConnected && element.getClientRects().length > 0;

/**
 * Where to say what happens: the nearest place for it that can be seen, else the one at the foot of the window.
 * @param {Element} link
 * @returns {HTMLElement}
 */
export function placeFor(link) {
  for (let around = link.parentElement; around; around = around.parentElement) {
    const found = all(around, "[data-export-status]").find(seen);
    if (found) return found;
  }
  if (!floating) putFloating();
  return /** @type {HTMLElement} */ (floating);
}

/**
 * The words at the foot of the window go after a while, unless others have come.
 * @param {HTMLElement} region
 */
export function fade(region) {
  if (region !== floating) return;
  const text = region.textContent;
  setTimeout(() => {
    if (region.textContent === text) region.textContent = "";
  }, STAYS);
}
