/* Select something and bring it into view, switching its layer on when it is off. */
import { currentView } from "../address/history.js";
import { config } from "../config.js";
import { set } from "../dom.js";
import { leave, mapHref, placeHref } from "../links.js";
import { switchOn } from "../map/controls.js";
import { showBox } from "../map/moves.js";
import { searchEntries } from "./find.js";

/** @import { Entry } from "../types" */

/** @param {string} id */
export async function goTo(id) {
  const entry = (await searchEntries()).find((item) => item.id === id);
  if (entry) follow(entry);
}

/**
 * Go to what was found: its page, where the map can't select it; else on the map, in view.
 * @param {Entry} entry
 */
export async function follow(entry) {
  const { id } = entry;
  const view = currentView();
  if (entry.page) {
    leave.for(placeHref(entry.page, String(view?.as_at ?? config().defaults.as_at ?? ""), entry.part));
    return;
  }
  if (!config().ids.select) {
    leave.for(mapHref(id, entry.layer)); // a page without a map to select on
    return;
  }
  if (entry.layer && view && !view.layers.includes(entry.layer)) switchOn(entry.layer);
  set("select", { data: id });
  const box = entry.box ?? (await searchEntries()).find((item) => item.id === id)?.box;
  if (box) showBox(box);
}
