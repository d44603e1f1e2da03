/* Moving about the map: buttons, keyboard, resize, and what the viewport is in kilometres a pixel. */
(function () {
  "use strict";
  const app = window.landscape;
  const STEP = 1.6;
  const INSET_SHAPE = 0.8; // height over width of the London inset
  const NEEDED = { lon: 4.5, lat: 3.12 }; // half of what England needs, in degrees

  const graph = () => app.byId("graph")?.querySelector(".js-plotly-plot");

  const radians = (degrees) => (degrees * Math.PI) / 180;

  /** Width over height, on the conformal conic map, of a box of so many degrees round the home point. */
  function shapeOf(lon, lat) {
    const cone = Math.sin(radians(app.home.lat));
    const radius = (degrees) => Math.tan(Math.PI / 4 + radians(degrees) / 2) ** -cone;
    const south = radius(app.home.lat - lat), north = radius(app.home.lat + lat), half = cone * radians(lon);
    return (2 * south * Math.sin(half)) / (south - north * Math.cos(half));
  }

  /** The number between `low` and `high` at which a rising function reaches `wanted`. */
  function solve(rising, wanted, low, high) {
    for (let step = 0; step < 30; step += 1) {
      const middle = (low + high) / 2;
      if (rising(middle) < wanted) low = middle;
      else high = middle;
    }
    return high;
  }

  let measured = null;
  /** The graph's box; read again only when its size has changed, since reading it makes the browser lay the page out. */
  function graphBox() {
    const element = app.byId("graph");
    if (!measured || measured.element !== element) measured = { element, box: element.getBoundingClientRect() };
    return measured.box;
  }

  /** Degrees shown at zoom 1: all of England, and beyond it as far as the panel's shape allows, so that the map fills it. */
  function extent(box) {
    const shape = box.height ? box.width / box.height : 1;
    let { lon, lat } = NEEDED;
    if (shapeOf(lon, lat) < shape) lon = solve((half) => shapeOf(half, lat), shape, lon, 40);
    else lat = solve((half) => -shapeOf(lon, half), -shape, lat, 20);
    return { lon: [app.home.lon - lon, app.home.lon + lon], lat: [app.home.lat - lat, app.home.lat + lat] };
  }

  /** The figure's layout with the extent of this panel, and the London inset named when it is shown. */
  app.layoutFor = (layout, viewport) => {
    const box = graphBox();
    const { lon, lat } = extent(box);
    const { x, y } = layout.geo2.domain;
    const shape = INSET_SHAPE * (x[1] - x[0]) * (box.width / Math.max(box.height, 1));
    const domain = { x, y: [Math.max(y[1] - shape, 0), y[1]] };
    const inset = app.insetWanted(viewport);
    const name = { text: "<b>London</b>", x: x[0], y: domain.y[0], xref: "paper", yref: "paper", xanchor: "left", yanchor: "top", showarrow: false, font: { size: 12, color: app.config().tokens.muted } };
    return {
      ...layout,
      geo: { ...layout.geo, lonaxis: { ...layout.geo.lonaxis, range: lon }, lataxis: { ...layout.geo.lataxis, range: lat } },
      geo2: { ...layout.geo2, domain, showframe: inset },
      annotations: inset ? [name] : [],
    };
  };

  /** The viewport as the map stands, or null before it has been drawn. */
  app.readViewport = () => {
    const plot = graph();
    const project = app.projection();
    const geo = plot?._fullLayout?.geo;
    if (!geo || !project) return null;
    const { lon, lat } = geo.center;
    const a = project([lon, lat]), b = project([lon, lat + 0.1]);
    const zoom = Number(geo.projection.scale.toFixed(2));
    const home = Math.abs(zoom - 1) < 0.005 && Math.abs(lon - app.home.lon) < 0.01 && Math.abs(lat - app.home.lat) < 0.01;
    return {
      lon: home ? null : Number(lon.toFixed(3)),
      lat: home ? null : Number(lat.toFixed(3)),
      zoom: home ? null : zoom,
      kilometres: 11.13 / Math.hypot(a[0] - b[0], a[1] - b[1]),
      width: plot._fullLayout.width,
      height: plot._fullLayout.height,
    };
  };
  app.home = { lon: -2, lat: 52.85 };

  const move = (update) => graph() && window.Plotly.relayout(graph(), update);

  app.zoomBy = (factor) => {
    const geo = graph()?._fullLayout.geo;
    if (!geo) return;
    const scale = Math.min(Math.max(geo.projection.scale * factor, geo.projection.minscale), geo.projection.maxscale);
    move({ "geo.projection.scale": scale });
  };
  app.panBy = (x, y) => {
    const plot = graph(), project = app.projection();
    if (!project) return;
    const { width, height } = plot._fullLayout;
    const [lon, lat] = project.invert([width * (0.5 + x), height * (0.5 + y)]);
    move({ "geo.center": { lon, lat } });
  };
  app.goHome = () => move({ "geo.center": { ...app.home }, "geo.projection.scale": 1 });
  /** Go where a view says; all of England when it says nothing. */
  app.showView = ({ lon, lat, zoom }) =>
    zoom ? move({ "geo.center": { lon, lat }, "geo.projection.scale": zoom }) : app.goHome();

  /** Centre a box (west, south, east, north) so that it takes `fill` of the map's width or height. */
  app.showBox = ([west, south, east, north], fill = 0.45) => {
    const plot = graph(), project = app.projection();
    if (!project) return;
    const { width, height } = plot._fullLayout;
    const corners = [[west, south], [west, north], [east, south], [east, north]].map((corner) => project(corner));
    const xs = corners.map((c) => c[0]), ys = corners.map((c) => c[1]);
    const size = Math.max((Math.max(...xs) - Math.min(...xs)) / width, (Math.max(...ys) - Math.min(...ys)) / height, 0.001);
    const geo = plot._fullLayout.geo;
    const scale = Math.min(Math.max((geo.projection.scale * fill) / size, 1), 30);
    move({ "geo.center": { lon: (west + east) / 2, lat: (south + north) / 2 }, "geo.projection.scale": scale });
  };

  /** Switch a layer on through its own control. */
  app.switchOn = (layer) => {
    const key = app.isPoint(layer) ? "points" : "layers";
    const order = Object.keys(app.isPoint(layer) ? app.config().tokens.points : app.config().tokens.layers);
    const on = new Set([...app.currentView().layers, layer]);
    app.set(key, { value: order.filter((name) => on.has(name)) });
  };

  let noted = "";
  /** The viewport when it is not the one last asked for, else null; `afresh` asks as if for the first time. */
  app.changedViewport = (afresh) => {
    const now = app.readViewport();
    const text = JSON.stringify(now);
    if (!now || (text === noted && !afresh)) return null;
    noted = text;
    return now;
  };
  app.noteViewport = (afresh) => {
    const now = app.changedViewport(afresh);
    if (now) app.set("viewport", { data: now });
  };

  // Plotly reports the end of a drag as a click too.
  let pressed = null;
  let dragged = false;
  const far = (event) => Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 5;
  document.addEventListener("pointerdown", (event) => ([pressed, dragged] = [event, false]), true);
  document.addEventListener("pointermove", (event) => (dragged ||= Boolean(pressed) && far(event)), true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (pressed = null), true);
  app.wasDragged = () => dragged;

  document.addEventListener("click", (event) => {
    if (!app.config()) return;
    const button = event.target.closest("button[data-map]"); // the root element carries data-map too
    if (button) ({ in: () => app.zoomBy(STEP), out: () => app.zoomBy(1 / STEP), home: app.goHome })[button.dataset.map]();
    const drawer = event.target.closest("[data-drawer]");
    if (drawer) toggleDrawer(drawer);
    const copy = event.target.closest("[data-copy-link]");
    if (copy) copyLink(copy);
    if (event.target.closest("[data-clear]")) app.set("select", { data: "" });
  });

  function toggleDrawer(button) {
    const open = app.byId("page").classList.toggle("drawer-open");
    button.setAttribute("aria-expanded", String(open));
  }

  async function copyLink(button) {
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(window.location.href);
      button.textContent = "Link copied";
    } catch {
      button.textContent = "Copy it from the address bar";
    }
    app.announce(button.textContent);
    window.setTimeout(() => (button.textContent = said), 2500);
  }

  const KEYS = {
    ArrowLeft: () => app.panBy(-0.15, 0),
    ArrowRight: () => app.panBy(0.15, 0),
    ArrowUp: () => app.panBy(0, -0.15),
    ArrowDown: () => app.panBy(0, 0.15),
    "+": () => app.zoomBy(STEP),
    "=": () => app.zoomBy(STEP),
    "-": () => app.zoomBy(1 / STEP),
    0: () => app.goHome(),
  };
  document.addEventListener("keydown", (event) => {
    if (!app.config() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && app.currentView()?.select) app.set("select", { data: "" });
    if (event.target.closest?.("[data-map-keys]") && KEYS[event.key]) {
      KEYS[event.key]();
      event.preventDefault();
    }
  });
  document.addEventListener("change", (event) => {
    if (app.config() && event.target === app.byId("measure_control")) app.set("measure", { data: event.target.value });
  });
  let watcher = null;
  /** Keep the viewport right when the map's box changes size: a resized window, a longer title. */
  app.watchSize = () => {
    watcher?.disconnect();
    let waiting = 0;
    watcher = new ResizeObserver(() => {
      measured = null;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => app.byId("graph") && app.noteViewport(), 200);
    });
    watcher.observe(app.byId("shell"));
  };
})();
