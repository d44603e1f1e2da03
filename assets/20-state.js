/* The view in the address bar: the same grammar as dashboard/state.py. */
(function () {
  "use strict";
  const app = window.landscape;

  const text = (value) => {
    if (Array.isArray(value)) return value.join(",") || "none";
    if (value === true) return "1";
    if (value === false) return "0";
    return String(value);
  };
  const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

  /** The query string of a view; what is at its default is left out. */
  app.serialise = (view) => {
    const { keys, defaults } = app.config();
    return keys
      .filter((key) => !same(view[key], defaults[key]))
      .map((key) => `${key}=${encodeURIComponent(text(view[key])).replace(/%2C/g, ",")}`)
      .join("&");
  };

  const address = (view) => {
    const query = app.serialise(view);
    return window.location.pathname + (query ? `?${query}` : "");
  };

  const here = () => window.location.pathname + window.location.search;

  let current = null;
  let restoring = null; // the address that back or forward led to, until the controls have followed

  /**
   * Write the view to the address: a new history entry for a choice, the same entry for a pan, the first view
   * or a step on the way back to an earlier one. Each entry keeps its view, so that going back needs no server.
   */
  app.writeAddress = (view, entry) => {
    const url = address(view);
    const push = entry === "push" && current && !restoring && url !== here();
    window.history[push ? "pushState" : "replaceState"]({ ...window.history.state, view }, "", url);
    if (url === restoring) restoring = null;
    current = view;
  };
  app.currentView = () => current;

  /** Set the controls that differ from a view; the rest follows from them. */
  function restore(view) {
    const layers = (all) => Object.keys(all).filter((name) => view.layers.includes(name));
    const { tokens } = app.config();
    const wanted = {
      measure: [view.measure, current.measure, "data"],
      layers: [layers(tokens.layers), current.layers.filter((name) => !app.isPoint(name)), "value"],
      points: [layers(tokens.points), current.layers.filter(app.isPoint), "value"],
      fill: [view.fill || "none", current.fill || "none", "value"],
      fallen: [view.fallen ? ["fallen"] : [], current.fallen ? ["fallen"] : [], "value"],
      select: [view.select || "", current.select || "", "data"],
      table_kind: [view.table, current.table, "value"],
      day_input: [view.as_at, current.as_at, "value"],
    };
    for (const [key, [value, now, prop]] of Object.entries(wanted)) if (!same(value, now)) app.set(key, { [prop]: value });
    if (!same([view.lon, view.lat, view.zoom], [current.lon, current.lat, current.zoom])) app.showView(view);
  }

  // Registered before Dash's own listener, which would fetch the page anew for some steps and miss others.
  window.addEventListener("popstate", (event) => {
    if (!current || !app.config()) return;
    const view = event.state?.view;
    if (!view && here() !== address(current)) return;
    event.stopImmediatePropagation();
    if (!view) return; // only the part after # moved
    restoring = here();
    restore(view);
  });
  // A choice made meanwhile is a new entry again.
  for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, () => (restoring = null), true);
})();
