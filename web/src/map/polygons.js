/* Shapes as traces. Geometry is named by its address wherever it can be: plotly.js fetches it once. */

/** @import { Collection, Feature, Trace } from "../types" */

const CLEAR = [
  [0, "rgba(0,0,0,0)"],
  [1, "rgba(0,0,0,0)"],
];

/** A colour scale of one colour. @param {string} colour */
export const plain = (colour) => [
  [0, colour],
  [1, colour],
];

/**
 * A colour scale of steps of equal length.
 * @param {string[]} colours
 */
export const steps = (colours) =>
  colours.flatMap((colour, i) => [
    [i / colours.length, colour],
    [(i + 1) / colours.length, colour],
  ]);

/**
 * Polygons of a file, clear unless said otherwise.
 * @param {string | undefined} url
 * @param {string[]} ids
 * @param {Trace} extra
 * @returns {Trace}
 */
export const polygons = (url, ids, extra) => ({
  type: "choropleth",
  geojson: url,
  featureidkey: "id",
  locations: ids,
  z: ids.map(() => 0),
  zmin: -0.5,
  zmax: 0.5,
  colorscale: CLEAR,
  showscale: false,
  hoverinfo: "skip",
  ...extra,
});

/**
 * @param {string | undefined} url
 * @param {string[]} ids
 * @param {string} colour
 * @param {number} width
 */
export const outline = (url, ids, colour, width) => polygons(url, ids, { marker: { line: { color: colour, width } } });

/**
 * The pieces of a shape, each a list of rings.
 * @param {Feature} feature
 */
export const pieces = ({ geometry }) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/**
 * Whether a shape holds a point: a line from there crosses its rings an odd number of times.
 * @param {Feature} feature
 * @param {{ lon: number, lat: number }} point
 */
export function holds(feature, { lon, lat }) {
  let inside = false;
  for (const ring of pieces(feature).flat()) {
    ring.forEach(([x, y], i) => {
      const [u, v] = ring[i ? i - 1 : ring.length - 1];
      if (y > lat !== v > lat && lon < ((u - x) * (lat - y)) / (v - y) + x) inside = !inside;
    });
  }
  return inside;
}

/**
 * GeoJSON polygons as one line trace: a choropleth border can't be dashed.
 * @param {Collection} collection
 * @param {string[]} ids
 * @param {string} colour
 * @param {string} dash
 * @param {number} width
 * @returns {Trace}
 */
export function dashed(collection, ids, colour, dash, width) {
  /** @type {(number | null)[]} */ const lon = [];
  /** @type {(number | null)[]} */ const lat = [];
  const wanted = new Set(ids);
  const rings = collection.features.filter((feature) => wanted.has(feature.id)).flatMap((feature) => pieces(feature).flat());
  for (const ring of rings) {
    for (const [x, y] of ring) {
      lon.push(x);
      lat.push(y);
    }
    lon.push(null);
    lat.push(null);
  }
  const line = { color: colour, width, dash };
  return { type: "scattergeo", mode: "lines", lon, lat, hoverinfo: "skip", line, connectgaps: false };
}

/**
 * An outline that stands out from everything, as what has the focus does: dark on a wider yellow.
 * @param {Collection} collection
 * @param {string} id
 * @param {{ selection: string, focus: string }} tokens
 */
export const selectionLines = (collection, id, { selection, focus }) => [
  dashed(collection, [id], focus, "solid", 6),
  { ...dashed(collection, [id], selection, "solid", 2.6), name: "selection" },
];
