/* The map as it stands: its projection, its place and scale, and how it fills its panel. */
import { config } from "../config.js";
import { byId, find, set } from "../dom.js";
import { insetWanted, PLACE } from "./inset.js";

/** @import { Graph, Layout, Projection, Viewport } from "../types" */

const NEEDED = { lon: 4.5, lat: 3.12 }; // half of what England needs, in degrees

/** The middle of the map with all of England in view. */
export const HOME = { lon: -2, lat: 52.85 };

/** The element that plotly.js draws in, once it is there. */
export const graph = () => /** @type {Graph | null} */ (find("graph")?.querySelector(".js-plotly-plot") ?? null);

/**
 * The subplot's own projection from degrees to pixels, or null before the first draw.
 * @returns {Projection | null}
 */
export const projection = () => graph()?._fullLayout?.geo?._subplot?.projection ?? null;

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/**
 * Width over height, on the conformal conic map, of a box that reaches so many degrees each way from the home point.
 * @param {number} lon
 * @param {number} lat
 */
export function shapeOf(lon, lat) {
  const cone = Math.sin(radians(HOME.lat));
  /** @param {number} degrees */
  const radius = (degrees) => Math.tan(Math.PI / 4 + radians(degrees) / 2) ** -cone;
  const [south, north, half] = [radius(HOME.lat - lat), radius(HOME.lat + lat), cone * radians(lon)];
  return (2 * south * Math.sin(half)) / (south - north * Math.cos(half));
}

/**
 * The number between `low` and `high` at which a rising function reaches `wanted`.
 * @param {(at: number) => number} rising
 * @param {number} wanted
 * @param {number} low
 * @param {number} high
 */
export function solve(rising, wanted, low, high) {
  let [from, to] = [low, high];
  for (let step = 0; step < 30; step += 1) {
    const middle = (from + to) / 2;
    if (rising(middle) < wanted) from = middle;
    else to = middle;
  }
  return to;
}

/**
 * Degrees shown at zoom 1: all of England, and beyond it as far as the panel's shape allows, so that the map fills it.
 * @param {{ width: number, height: number }} box
 */
export function extent(box) {
  const shape = box.height ? box.width / box.height : 1;
  let { lon, lat } = NEEDED;
  if (shapeOf(lon, lat) < shape) lon = solve((half) => shapeOf(half, lat), shape, lon, 40);
  else lat = solve((half) => -shapeOf(lon, half), -shape, lat, 20);
  return { lon: [HOME.lon - lon, HOME.lon + lon], lat: [HOME.lat - lat, HOME.lat + lat] };
}

/** @type {{ element: HTMLElement, box: DOMRect } | null} the graph's box as it was last read */
let measured = null;

/** The graph's box; read again only when its size has changed, since reading it makes the browser lay the page out. */
function graphBox() {
  const element = byId("graph");
  if (measured?.element !== element) measured = { element, box: element.getBoundingClientRect() };
  return measured.box;
}

/**
 * The figure's layout with the extent of this panel, and the London inset named when it is shown.
 * @param {Layout} layout
 * @param {Viewport | null} viewport
 * @returns {Layout}
 */
export function layoutFor(layout, viewport) {
  const box = graphBox();
  const { lon, lat } = extent(box);
  const { x, y } = layout.geo2.domain;
  const shape = PLACE.shape * (x[1] - x[0]) * (box.width / Math.max(box.height, 1));
  const domain = { x, y: [Math.max(y[1] - shape, 0), y[1]] };
  const inset = insetWanted(viewport);
  const place = { x: x[0], y: domain.y[0], xref: "paper", yref: "paper", xanchor: "left", yanchor: "top" };
  const name = { text: "<b>London</b>", ...place, showarrow: false, font: { size: 12, color: config().tokens.muted } };
  const { geo } = layout;
  return {
    ...layout,
    geo: { ...geo, lonaxis: { ...geo.lonaxis, range: lon }, lataxis: { ...geo.lataxis, range: lat } },
    geo2: { ...layout.geo2, domain, showframe: inset },
    annotations: inset ? [name] : [],
  };
}

/**
 * The viewport as the map stands, or null before it has been drawn.
 * @returns {Viewport | null}
 */
export function readViewport() {
  const layout = graph()?._fullLayout;
  const geo = layout?.geo;
  const project = projection();
  if (!geo || !project) return null;
  const { lon, lat } = geo.center;
  const [a, b] = [project([lon, lat]), project([lon, lat + 0.1])];
  if (!a || !b) return null;
  const zoom = Number(geo.projection.scale.toFixed(2));
  const home = Math.abs(zoom - 1) < 0.005 && Math.abs(lon - HOME.lon) < 0.01 && Math.abs(lat - HOME.lat) < 0.01;
  return {
    lon: home ? null : Number(lon.toFixed(3)),
    lat: home ? null : Number(lat.toFixed(3)),
    zoom: home ? null : zoom,
    kilometres: 11.13 / Math.hypot(a[0] - b[0], a[1] - b[1]), // a tenth of a degree of latitude is 11.13 km
    width: layout.width,
    height: layout.height,
  };
}

let noted = "";

/**
 * The size in which the map is drawn, told to the stylesheet: on paper it is made to fit, as it can't be drawn anew there.
 * @param {Viewport} now
 */
function tellSize({ width, height }) {
  find("shell")?.style.setProperty("--drawn-width", String(width));
  find("shell")?.style.setProperty("--drawn-height", String(height));
}

/**
 * The viewport when it is not the one last asked for, else null; `afresh` asks as if for the first time.
 * @param {boolean} [afresh]
 */
export function changedViewport(afresh) {
  const now = readViewport();
  const text = JSON.stringify(now);
  if (!now || (text === noted && !afresh)) return null;
  noted = text;
  tellSize(now);
  return now;
}

/** @param {boolean} [afresh] */
export function noteViewport(afresh) {
  const now = changedViewport(afresh);
  if (now) set("viewport", { data: now });
}

/** @type {ResizeObserver | null} */
let watcher = null;

/** Keep the viewport right when the map's box changes size: a resized window, a longer title. */
export function watchSize() {
  watcher?.disconnect();
  let waiting = 0;
  watcher = new ResizeObserver(() => {
    measured = null;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => find("graph") && noteViewport(), 200);
  });
  watcher.observe(byId("shell"));
}
