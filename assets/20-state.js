/* The view in the address bar: the same grammar as dashboard/views/query.py. */
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

  const PAGES = {
    map: (view) => {
      const { tokens } = app.config();
      const among = (all) => Object.keys(all).filter((name) => view.layers.includes(name));
      return {
        measure: [view.measure, "data"],
        layers: [among(tokens.layers), "value"],
        points: [among(tokens.points), "value"],
        fill: [view.fill || "none", "value"],
        fallen: [view.fallen ? ["fallen"] : [], "value"],
        select: [view.select || "", "data"],
        table_kind: [view.table, "value"],
        day_input: [view.as_at, "value"],
      };
    },
    patchwork: (view) => ({
      layers: [view.layers, "value"],
      colour: [view.colour, "value"],
      region: [view.region, "value"],
      select: [view.select || "", "data"],
      day_input: [view.as_at, "value"],
    }),
    overlaps: (view) => ({
      layer_a: [view.a, "value"],
      layer_b: [view.b, "value"],
      weight: [view.weight, "value"],
      share_of: [view.share_of, "value"],
      match: [view.match, "value"],
      least: [view.least, "value"],
      pair: [view.pair || "", "data"],
      day_input: [view.as_at, "value"],
    }),
  };

  /** Set the controls of the page that differ from a view; the rest follows from them. */
  function restore(view) {
    const { ids } = app.config();
    const controls = PAGES[ids.measure ? "map" : ids.colour ? "patchwork" : "overlaps"];
    const before = controls(current);
    for (const [key, [value, prop]] of Object.entries(controls(view))) {
      if (!same(value, before[key][0])) app.set(key, { [prop]: value });
    }
    const moved = !same([view.lon, view.lat, view.zoom], [current.lon, current.lat, current.zoom]);
    if (app.showView && view.table && moved) app.showView(view);
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
