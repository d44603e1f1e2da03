/* plotly.js comes early and apart, so that the browser compiles it while Dash starts. */

import { held } from "./failures.js";

/** @import { PlotlyLibrary } from "./types" */

// A geo subplot fetches world outlines from elsewhere unless it finds them here: an empty world keeps the page on this host.
const NOTHING = { type: "Topology", objects: {}, arcs: [] };

/** @param {() => void} then */
function whenIdle(then) {
  if ("requestIdleCallback" in window) window.requestIdleCallback(then, { timeout: 1500 });
  else setTimeout(then, 200);
}

/** @param {() => void} then */
const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(then)));

/**
 * Calls back once the page has the place of a map: at once on the page that is its map, after the words are painted
 * elsewhere. A page without a map never runs the library.
 * @param {() => void} then
 */
function whenNeeded(then) {
  if (window.location.pathname === "/") {
    then();
    return;
  }
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(".map-shell")) return;
    watcher.disconnect();
    painted(then);
  });
  watcher.observe(document, { subtree: true, childList: true });
}

/**
 * Until the library is here its name holds a promise, which Dash's graph waits for; once loaded, plotly.js puts itself in
 * that place.
 */
export function fetchPlotly() {
  window.PlotlyGeoAssets = { topojson: { world_110m: NOTHING, europe_110m: NOTHING } };
  const preloaded = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[data-plotly]"));
  if (!preloaded || window.Plotly) return;
  window.Plotly = new Promise((resolve) => {
    const fetched = () =>
      new Promise((loaded, failed) => {
        const script = document.createElement("script");
        script.async = true;
        script.src = preloaded.href;
        script.dataset.retried = "";
        script.onload = loaded;
        script.onerror = failed;
        document.head.append(script);
      });
    const whole = () => held("plotly", "The map could not be fetched.", fetched);
    whenNeeded(() => whole().then(() => resolve(/** @type {PlotlyLibrary} */ (window.Plotly))));
  });
}
