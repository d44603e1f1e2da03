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

  let current = null;

  /** Write the view to the address: a new history entry for a choice, the same entry for a pan or the first view. */
  app.writeAddress = (view, entry) => {
    const url = address(view);
    if (url !== window.location.pathname + window.location.search) {
      window.history[entry === "push" && current ? "pushState" : "replaceState"](window.history.state, "", url);
    }
    current = view;
  };
  app.forgetAddress = () => {
    current = null;
  };
  app.currentView = () => current;
})();
