/* The small map of a pair or a body: its outlines, the overlap filled, brought into view. */
import { config } from "../config.js";
import { byId, find } from "../dom.js";
import { fileUrl, load } from "../files.js";
import { html } from "../html.js";
import { goHome, showBox, union } from "./moves.js";
import { chosenPoints } from "./points.js";
import { dashed, plain, polygons } from "./polygons.js";
import { layoutFor, projection } from "./viewport.js";

/** @import { Box, Drawing, Outline } from "../payloads" */
/** @import { Figure, Trace } from "../types" */

const OVERLAP = "#e0a100";
const NONE = { outlines: [], parts: [] };

/**
 * Outlines by layer; two of one layer stay apart, the second dashed, so that they can be told from each other.
 * @param {Outline[]} outlines
 */
export function grouped(outlines) {
  /** @type {{ layer: string, geometry: string, shapes: string[], twin: boolean }[]} */
  const found = [];
  for (const { layer, geometry, shape } of outlines) {
    const same = found.filter((group) => group.layer === layer);
    const few = outlines.filter((item) => item.layer === layer).length <= 2;
    if (same.length && !few) same[0].shapes.push(shape);
    else found.push({ layer, geometry, shapes: [shape], twin: same.length > 0 });
  }
  return found;
}

/**
 * @param {ReturnType<typeof grouped>[number]} group
 * @returns {Promise<Trace[]>}
 */
async function groupLines({ layer, geometry, shapes, twin }) {
  const style = config().tokens.layers[layer];
  const file = await load(`${geometry}-regional-0`);
  const wide = shapes.length > 2 ? 1.6 : 2.6;
  return [
    dashed(file, shapes, "#ffffff", "solid", wide + 2.4),
    { ...dashed(file, shapes, style.colour, twin ? "6px,3px" : style.dash, wide), name: shapes.join(" ") },
  ];
}

/**
 * @param {Drawing} drawing
 * @returns {Promise<Trace[]>}
 */
export async function smallTraces(drawing) {
  const [districts] = await Promise.all([load("districts"), load("districts-national"), load("parts")]);
  const land = polygons(fileUrl("districts-national"), districts.code, {
    colorscale: plain("#f7f9fb"),
    marker: { line: { color: "#ccd5df", width: 0.6 } },
    hoverinfo: "text",
    text: districts.name.map((/** @type {string} */ name) => html`<b>${name}</b>`.text),
  });
  const shared = polygons(fileUrl("parts"), drawing.parts, {
    colorscale: plain(OVERLAP),
    marker: { opacity: 0.45, line: { width: 0 } },
    name: "overlap",
  });
  const lines = await Promise.all(grouped(drawing.outlines).map(groupLines));
  const points = drawing.points?.length ? chosenPoints(await load("institutions"), new Set(drawing.points)) : [];
  return [land, ...(drawing.parts.length ? [shared] : []), ...lines.flat(), ...points];
}

/** @type {HTMLElement | null} the shell of the map that has been brought into view */
let shownBefore = null;

/**
 * A figure of the drawing, or of England alone when there is none; `own` are traces drawn in its stead.
 * @param {Drawing | null} drawing
 * @param {Figure} figure
 * @param {Trace[]} [own]
 */
export async function smallFigure(drawing, figure, own) {
  const data = own || (await smallTraces(drawing || NONE));
  const shapes = await load("shapes");
  const boxes = drawing ? drawing.outlines.map((item) => shapes[item.shape].slice(3)) : [];
  const shell = byId("shell");
  if (!own || shownBefore !== shell) window.setTimeout(() => showWhenDrawn(boxes.length ? union(boxes) : null), 30);
  shownBefore = shell;
  const layout = { ...figure.layout, geo2: { domain: { x: [0, 0.01], y: [0, 0.01] }, visible: false } };
  return { data, layout: layoutFor(layout, null) };
}

/**
 * Bring the box into view once something is drawn; waits as long as the page is there.
 * @param {Box | null} box
 */
function showWhenDrawn(box, shell = find("shell"), wait = 30) {
  if (!shell?.isConnected) return;
  if (projection() && shell.querySelector(".choroplethlayer path")) {
    document.documentElement.dataset.map = "drawn";
    if (box) showBox(box, 0.75);
    else goHome();
  } else window.setTimeout(() => showWhenDrawn(box, shell, Math.min(wait + 1, 250)), wait);
}
