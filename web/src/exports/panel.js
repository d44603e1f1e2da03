/* A panel of exports closes with Escape, and when something outside it is pressed. */
import { one } from "../dom.js";

const opened = () => /** @type {HTMLDetailsElement | null} */ (document.querySelector("details[data-panel][open]"));
/** @param {Event} event */
const targetOf = (event) => /** @type {Node | null} */ (event.target);

let ready = false; // whether the server has been told to get ready

/** @param {KeyboardEvent} event */
function onEscape(event) {
  const panel = event.key === "Escape" ? opened() : null;
  if (!panel?.contains(targetOf(event))) return;
  event.stopPropagation();
  panel.open = false;
  one(panel, "summary").focus();
}

/**
 * Whoever opens a panel with exports in it may soon ask for one: the server can get ready meanwhile.
 * @param {Event} event
 */
function onToggle(event) {
  const panel = /** @type {HTMLDetailsElement} */ (event.target);
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (panel.querySelector?.("a[data-export]"));
  const open = panel.open || /** @type {ToggleEvent} */ (event).newState === "open";
  if (ready || !link || !open) return;
  ready = true;
  fetch(new URL("ready", link.href)).catch(() => {
    ready = false;
  });
}

export function listen() {
  document.addEventListener("keydown", onEscape, true);
  document.addEventListener("pointerdown", (event) => {
    const panel = opened();
    if (panel && !panel.contains(targetOf(event))) panel.open = false;
  });
  document.addEventListener("toggle", onToggle, true); // a toggle doesn't bubble
}
