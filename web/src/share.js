/* Handing a page on: its link, and the code that shows its map on another site. */
import { closest } from "./dom.js";
import { html } from "./html.js";

/** @import { Safe } from "./html.js" */

/**
 * The code that shows the map of this page in a frame.
 * @returns {Safe}
 */
export function embedCode() {
  const url = new URL(window.location.href);
  url.searchParams.delete("present");
  url.searchParams.set("embed", "1");
  url.hash = "";
  const address = url.href.replace(/%2C/g, ",");
  return html`<iframe src="${address}" title="${document.title}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
}

/** @type {Record<string, { text: () => string, done: string }>} */
const WHAT = {
  link: { text: () => window.location.href, done: "Link copied." },
  embed: { text: () => embedCode().toString(), done: "Embed code copied." },
};

/**
 * Copied, or where the browser doesn't let us shown to be copied by hand.
 * @param {HTMLElement} button
 */
async function copy(button) {
  const { text, done } = WHAT[/** @type {string} */ (button.dataset.share)];
  const said = button.closest("[data-panel]")?.querySelector(".share-said");
  let words = done;
  try {
    await navigator.clipboard.writeText(text());
  } catch {
    words = `Copy it from here: ${text()}`;
  }
  if (said) said.textContent = words;
}

/** What was said of the last time is gone when the panel is opened again. @param {Event} event */
function onToggle(event) {
  const said = /** @type {HTMLElement} */ (event.target).querySelector?.(".share-said");
  if (said) said.textContent = "";
}

export function listen() {
  document.addEventListener("click", (event) => {
    const button = closest(event, "[data-share]");
    if (button) copy(button);
  });
  document.addEventListener("toggle", onToggle, true); // a toggle doesn't bubble
}
