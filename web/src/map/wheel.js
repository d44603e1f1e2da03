/* The wheel over a small map scrolls the page until the map is clicked: a reader who scrolls past is not caught by it. */

/** @type {Element | null} the small map that was clicked and has not been left since */
let taken = null;

/** @param {Event} event */
const mapOf = ({ target }) => (target instanceof Element ? target.closest(".small-map") : null);

export function listen() {
  document.addEventListener(
    "pointerdown",
    (event) => {
      taken = mapOf(event);
    },
    true,
  );
  document.addEventListener(
    "pointerover",
    (event) => {
      if (mapOf(event) !== taken) taken = null;
    },
    true,
  );
  document.addEventListener(
    "wheel",
    (event) => {
      const map = mapOf(event);
      // What plotly.js never hears of it can't take from the page.
      if (map && map !== taken) event.stopPropagation();
    },
    { capture: true, passive: true },
  );
}
