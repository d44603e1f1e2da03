/* The map's buttons and keys, and what else on a page with a map answers to a click. */
import { currentView } from "../address/history.js";
import { config, configured, isPoint } from "../config.js";
import { byId, closest, find, set } from "../dom.js";
import { leadOf } from "./classes.js";
import { goHome, panBy, STEP, zoomBy } from "./moves.js";

/** @type {Record<string, () => void>} */
const BUTTONS = { in: () => zoomBy(STEP), out: () => zoomBy(1 / STEP), home: goHome };
/** @type {Record<string, () => void>} */
const KEYS = {
  ArrowLeft: () => panBy(-0.15, 0),
  ArrowRight: () => panBy(0.15, 0),
  ArrowUp: () => panBy(0, -0.15),
  ArrowDown: () => panBy(0, 0.15),
  "+": () => zoomBy(STEP),
  "=": () => zoomBy(STEP),
  "-": () => zoomBy(1 / STEP),
  0: goHome,
};

/**
 * Switch a layer on through its own control.
 * @param {string} layer
 */
export function switchOn(layer) {
  const { tokens } = config();
  const order = Object.keys(isPoint(layer) ? tokens.points : tokens.layers);
  const on = new Set([...currentView().layers, layer]);
  set(isPoint(layer) ? "points" : "layers", { value: order.filter((name) => on.has(name)) });
}

/**
 * A press on a layer's entry in the key: it leads; when it does already, it is shown alone, and then with the others again.
 * @param {string} layer
 */
function pressKey(layer) {
  const view = currentView();
  const first = Object.keys(config().tokens.layers).find((name) => view.layers.includes(name));
  const only = leadOf(view) === layer && !view.only;
  set("lead", { data: { lead: layer === first ? null : layer, only } });
}

/** @param {HTMLElement} button */
function toggleDrawer(button) {
  const open = byId("page").classList.toggle("drawer-open");
  button.setAttribute("aria-expanded", String(open));
}

/** @param {MouseEvent} event */
function onClick(event) {
  if (!configured()) return;
  const button = closest(event, "button[data-map]"); // the root element carries data-map too
  if (button) BUTTONS[/** @type {string} */ (button.dataset.map)]();
  const drawer = closest(event, "[data-drawer]");
  if (drawer) toggleDrawer(drawer);
  const entry = closest(event, "[data-key-layer]");
  if (entry) pressKey(/** @type {string} */ (entry.dataset.keyLayer));
  if (closest(event, "[data-clear]")) set("select", { data: "" });
}

/** Esc leaves the presentation view, else it clears what is chosen. */
function escape() {
  const view = currentView();
  if (view?.present) /** @type {HTMLElement | null} */ (document.querySelector(".present-leave"))?.click();
  else if (view?.select) set("select", { data: "" });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (!configured() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") escape();
  if (closest(event, "[data-map-keys]") && Object.hasOwn(KEYS, event.key)) {
    KEYS[event.key]();
    event.preventDefault();
  }
}

export function listen() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", (event) => {
    const control = configured() && find("measure_control");
    if (control && event.target === control) set("measure", { data: /** @type {HTMLSelectElement} */ (control).value });
  });
}
