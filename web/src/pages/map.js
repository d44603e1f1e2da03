/* The callbacks of the map page; each does one thing with the functions of the map's modules. */
import { same } from "../address/grammar.js";
import { currentView, isRestoring, writeAddress } from "../address/history.js";
import { config, configure } from "../config.js";
import { byId, find } from "../dom.js";
import { wasDragged } from "../map/drag.js";
import { mapTraces } from "../map/traces.js";
import { changedViewport, layoutFor, noteViewport, readViewport, watchSize } from "../map/viewport.js";
import { writeChosen, writeKey, writeWords } from "../map/words.js";
import { writeTable } from "../table/map_table.js";
import { skip, triggers } from "./dash.js";
import { pickDay, sayDay } from "./days.js";

/** @import { Config, DaySnapshot } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { Figure, Viewport } from "../types" */
/** @typedef {{ lead: { lead: string | null, only: boolean }, measure: string, fill: string, layers: string[] }} Choices */

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
 * What one choice changes of another: a layer that is switched on leads; what is filled is shown, and not shaded.
 * @param {Choices} given what the controls hold
 * @param {string[]} changed the ids of the controls that were used
 * @param {MapView | null} before
 * @returns {Choices}
 */
export function settled(given, changed, before) {
  const { ids, tokens } = config();
  let { lead, measure, fill, layers } = given;
  const used = (/** @type {string} */ key) => changed.includes(ids[key]);
  if (used("fill") && fill !== "none") {
    measure = "none";
    if (!layers.includes(fill)) layers = [...layers, fill];
  } else if (measure !== "none" || !layers.includes(fill)) fill = "none";
  const added = before ? layers.filter((layer) => layer in tokens.layers && !before.layers.includes(layer)) : [];
  if (!used("lead") && added.length && !isRestoring()) lead = { lead: added[added.length - 1], only: false };
  if (lead.lead && !layers.includes(lead.lead)) lead = { lead: null, only: false };
  return { lead, measure, fill, layers };
}

/**
 * The controls together make the view.
 * @param {Choices["lead"]} lead
 * @param {string} measure
 * @param {string} fill
 * @param {string[]} layers
 * @param {string[]} points
 * @param {string[] | null} fallen
 * @param {string | null} select
 * @param {MapView["table"]} table
 * @param {DaySnapshot} snapshot
 * @param {Config} given
 */
function collect(lead, measure, fill, layers, points, fallen, select, table, snapshot, given) {
  configure(given);
  const { present, embed, tokens } = config();
  const asked = { lead, measure, fill, layers };
  const kept = settled(asked, triggers(), currentView());
  const chosen = [...kept.layers, ...points]; // in the order clicked: one view has one address, whatever the order
  /** @type {MapView} */
  const view = {
    measure: kept.measure,
    layers: [...Object.keys(tokens.layers), ...Object.keys(tokens.points)].filter((layer) => chosen.includes(layer)),
    fill: kept.fill === "none" ? null : kept.fill,
    ...kept.lead,
    fallen: Boolean(fallen?.length),
    select: select || null,
    table,
    as_at: snapshot.day,
    present,
    embed,
  };
  /** @type {(key: keyof Choices) => unknown} */
  const other = (key) => (same(kept[key], asked[key]) ? skip() : kept[key]);
  return [view, other("lead"), other("measure"), other("fill"), other("layers")];
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
  await writeKey(view, snapshot);
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
  sayDay(view.as_at);
  await firstPicture;
  await painted();
  await Promise.all([writeWords(view, snapshot), writeTable(view, snapshot)]);
  // A map whose box had changed was drawn with the names of its old scale.
  if (find("graph")) noteViewport();
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

/**
 * The card of something else has come: named once it stands on the page.
 * @param {unknown} _card
 * @param {Config} given
 */
async function told(_card, given) {
  configure(given);
  await painted();
  if (find("card")) writeChosen();
}

export const callbacks = { pickDay, collect, draw, write, moved, clicked, told };
