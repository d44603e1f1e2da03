/* The address bar owns the view: writing it there, and following the reader back and forward. */
import { configured } from "../config.js";
import { set } from "../dom.js";
import { showView } from "../map/moves.js";
import { controlsOf } from "./controls.js";
import { addressOf, same } from "./grammar.js";

const here = () => window.location.pathname + window.location.search;

/** @type {any} the view that the page shows */
let current = null;
/** @type {string | null} the address that back or forward led to, until the controls have followed */
let restoring = null;

/** Whether the controls are following the reader back or forward. */
export const isRestoring = () => restoring !== null;

/** The view that the page shows, or null before the first. */
export const currentView = () => current;

/**
 * Write the view to the address: a new history entry for a choice, the same entry for a pan, the first view
 * or a step on the way back to an earlier one. Each entry keeps its view, so that going back needs no server.
 * @param {any} view
 * @param {"push" | "replace"} entry
 */
export function writeAddress(view, entry) {
  const url = addressOf(view);
  const push = entry === "push" && current && !restoring && url !== here();
  window.history[push ? "pushState" : "replaceState"]({ ...window.history.state, view }, "", url);
  if (url === restoring) restoring = null;
  current = view;
}

/**
 * Set the controls of the page that differ from a view; the rest follows from them.
 * @param {any} view
 */
function restore(view) {
  const before = controlsOf(current);
  for (const [key, [value, property]] of Object.entries(controlsOf(view))) {
    if (!same(value, before[key][0])) set(key, { [property]: value });
  }
  const moved = !same([view.lon, view.lat, view.zoom], [current.lon, current.lat, current.zoom]);
  if (view.table && moved) showView(view); // only the map page's view has a table, and a viewport
}

/** @param {PopStateEvent} event */
function follow(event) {
  if (!current || !configured()) return;
  const view = event.state?.view;
  if (!view && here() !== addressOf(current)) return;
  event.stopImmediatePropagation();
  if (!view) return; // only the part after # moved
  restoring = here();
  restore(view);
}

const forget = () => {
  restoring = null;
};

export function listen() {
  // Registered before Dash's own listener, which would fetch the page anew for some steps and miss others.
  window.addEventListener("popstate", follow);
  // A choice made meanwhile is a new entry again.
  for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, forget, true);
}
