/* What every script of the page shares: the static files, escaping, numbers, small DOM help. */
(function () {
  "use strict";
  const app = (window.landscape = window.landscape || {});
  window.dash_clientside = window.dash_clientside || {};

  // A geo subplot fetches world outlines from a CDN unless it finds them here: an empty world keeps the page on this host.
  const nothing = { type: "Topology", objects: {}, arcs: [] };
  window.PlotlyGeoAssets = { topojson: { world_110m: nothing, europe_110m: nothing } };

  // plotly.js comes early and apart, so that the browser compiles it while Dash starts. Until it is here its name
  // holds a promise, which Dash's graph waits for; once loaded, plotly.js puts itself in that place.
  // Other pages than the map's show their words first: there it waits until they are painted, and a page without a map never runs it.
  const plotly = document.querySelector("link[data-plotly]");
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdle(then)));
  const requestIdle = (then) => (window.requestIdleCallback ? window.requestIdleCallback(then, { timeout: 1500 }) : window.setTimeout(then, 200));

  /** Calls back once the page has the place of a map: at once on the page that is its map, after the words are painted elsewhere. */
  function whenNeeded(then) {
    if (window.location.pathname === "/") return then();
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(".map-shell")) return;
      watcher.disconnect();
      painted(then);
    });
    return watcher.observe(document, { subtree: true, childList: true });
  }

  if (plotly && !window.Plotly) {
    window.Plotly = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = true;
      script.src = plotly.href;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => reject(new Error("plotly.js could not be loaded"));
      whenNeeded(() => document.head.append(script));
    });
  }

  const loaded = new Map();
  let config = null;

  /** The page's configuration, kept from the first callback that carries it. */
  app.configure = (given) => {
    if (given) config = given;
    return config;
  };
  app.config = () => config;

  /** The address of a built file by its logical name, or undefined when there is none. */
  app.fileUrl = (name) => (config.files[name] ? `${config.base}static/${config.files[name]}` : undefined);

  /** A built file by logical name; fetched once a page. */
  app.load = (name) => {
    if (!loaded.has(name)) {
      const request = fetch(app.fileUrl(name)).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: the server answered ${answer.status}`);
        return answer.json();
      });
      request.catch(() => loaded.delete(name));
      loaded.set(name, request);
    }
    return loaded.get(name);
  };

  /** Text made safe for HTML. */
  app.escape = (text) =>
    String(text).replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);

  const DECIMALS = (value) => (Math.abs(value) >= 100 ? 0 : 1);

  const formats = [0, 1].map((digits) => new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  /** A whole number with thousands separated. */
  app.count = (value) => formats[0].format(value);

  /** A figure as people read it: thousands separated, one decimal below a hundred, money with its sign. */
  app.number = (value, measure) => {
    if (value === null || value === undefined) return "not available";
    const whole = measure && (measure.kind === "count" || measure.kind === "rank");
    const digits = whole ? 0 : DECIMALS(value);
    const text = formats[digits].format(Math.abs(value));
    const sign = value < 0 ? "−" : "";
    const unit = measure ? measure.unit : "";
    if (unit === "GBP" || unit.startsWith("£")) return `${sign}£${text}`;
    if (unit === "EUR") return `${sign}€${text}`;
    return unit.startsWith("%") ? `${sign}${text}%` : `${sign}${text}`;
  };

  /** The unit as words beside a figure. */
  app.unitWords = (unit) => ({ GBP: "pounds", EUR: "euros", "%": "per cent" })[unit] || unit;

  app.byId = (key) => document.getElementById(config.ids[key]);
  app.set = (key, props) => window.dash_clientside.set_props(config.ids[key], props);

  /** Say something to screen readers, once. */
  app.announce = (text) => {
    const place = config && app.byId("status");
    if (place && place.textContent !== text) place.textContent = text;
  };

  /** Bodies of a layer that are to be drawn, with or without fallen deals and bids. */
  app.shown = (snapshot, layer, fallen) =>
    ((snapshot.layers[layer] || {}).bodies || []).filter((body) => fallen || !body.standing);

  app.isPoint = (layer) => layer in config.tokens.points;
})();
