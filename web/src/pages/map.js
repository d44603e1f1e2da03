/* The callbacks of the map page; each does one thing with the functions of the map's modules. */
import { writeAddress } from "../address/history.js";
import { config, configure } from "../config.js";
import { byId } from "../dom.js";
import { wasDragged } from "../map/drag.js";
import { mapTraces } from "../map/traces.js";
import { changedViewport, layoutFor, noteViewport, readViewport, watchSize } from "../map/viewport.js";
import { writeWords } from "../map/words.js";
import { writeTable } from "../table/map_table.js";
import { skip, triggers } from "./dash.js";
import { pickDay } from "./days.js";

/** @import { Config, DaySnapshot } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { Figure, Viewport } from "../types" */

let drawing = 0; // counts drawings: a newer one overtakes an older one that is still fetching
/** @type {HTMLElement | null} the shell of the map that is being waited for, or has been drawn */
let watched = null;
/** @type {() => void} */
let pictureDrawn = () => undefined;
// The first picture comes before the words and the table: they would only hold it up.
/** @type {Promise<void>} */
const firstPicture = new Promise((resolve) => {
  pictureDrawn = resolve;
});

/**
 * Resolves when the frame with the latest drawing has been painted: words and table come after the picture.
 * @returns {Promise<void>}
 */
const painted = () =>
  new Promise((resolve) => {
    window.setTimeout(() => requestAnimationFrame(() => window.setTimeout(resolve)), 30);
  });

/**
 * Once the first geometry of a map is on screen the viewport is known, and with it labels, bands and inset. Waits as
 * long as the graph is on the page, however slow the connection, and starts once for each map, whichever drawing comes first.
 * @param {HTMLElement} shell
 */
function whenDrawn(shell, wait = 25) {
  if (watched !== shell) watched = shell;
  else if (wait === 25) return;
  if (!shell.isConnected) return;
  if (readViewport() && shell.querySelector(".choroplethlayer path")) {
    document.documentElement.dataset.map = "drawn";
    pictureDrawn();
    watchSize();
    noteViewport(true);
  } else window.setTimeout(() => whenDrawn(shell, Math.min(wait + 1, 250)), wait);
}

/**
 * The controls together make the view.
 * @param {string} measure
 * @param {string[]} layers
 * @param {string[]} points
 * @param {string} fill
 * @param {string[] | null} fallen
 * @param {string | null} select
 * @param {MapView["table"]} table
 * @param {DaySnapshot} snapshot
 * @param {Config} given
 * @returns {MapView}
 */
function collect(measure, layers, points, fill, fallen, select, table, snapshot, given) {
  configure(given);
  const { present, tokens } = config();
  const chosen = [...layers, ...points]; // in the order clicked: one view has one address, whatever the order
  const ordered = [...Object.keys(tokens.layers), ...Object.keys(tokens.points)].filter((layer) => chosen.includes(layer));
  return {
    measure,
    layers: ordered,
    fill: fill === "none" ? null : fill,
    fallen: Boolean(fallen?.length),
    select: select || null,
    table,
    as_at: snapshot.day,
    present,
  };
}

/**
 * The map. A newer call overtakes an older one that is still fetching.
 * @param {MapView} view
 * @param {Viewport | null} viewport
 * @param {DaySnapshot} snapshot
 * @param {Config} given
 * @param {Figure} figure
 */
async function draw(view, viewport, snapshot, given, figure) {
  configure(given);
  drawing += 1;
  const turn = drawing;
  whenDrawn(byId("shell"));
  const data = await mapTraces(view, snapshot, viewport);
  return turn === drawing ? { data, layout: layoutFor(figure.layout, viewport) } : skip();
}

/**
 * Title, legends, table and address.
 * @param {MapView} view
 * @param {Viewport | null} viewport
 * @param {DaySnapshot} snapshot
 * @param {Config} given
 */
async function write(view, viewport, snapshot, given) {
  configure(given);
  const { lon, lat, zoom } = viewport || config().viewport || { lon: null, lat: null, zoom: null };
  // A choice that comes together with a pan, or with the map's new size, is a choice.
  const chosen = triggers().includes(config().ids.view);
  writeAddress({ ...view, lon, lat, zoom }, chosen ? "push" : "replace");
  await firstPicture;
  await painted();
  await Promise.all([writeWords(view, snapshot), writeTable(view, snapshot)]);
}

/**
 * After a pan or zoom: where the map now is.
 * @param {Record<string, unknown> | null} relayout
 * @param {Config} given
 */
function moved(relayout, given) {
  configure(given);
  if (!relayout || !Object.keys(relayout).some((key) => key.startsWith("geo."))) return skip();
  return changedViewport() || skip();
}

/**
 * A click on a district or a point selects it; the end of a drag does not.
 * @param {{ points?: { customdata?: string, location?: string }[] } | null} click
 */
function clicked(click) {
  const point = click?.points?.[0];
  if (!point || wasDragged()) return skip();
  return point.customdata || point.location || skip();
}

export const callbacks = { pickDay, collect, draw, write, moved, clicked };
