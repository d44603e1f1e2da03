/* Select something and bring it into view, switching its layer on when it is off. */
import { currentView } from "../address/history.js";
import { config } from "../config.js";
import { set } from "../dom.js";
import { leave, mapHref } from "../links.js";
import { switchOn } from "../map/controls.js";
import { showBox } from "../map/moves.js";
import { searchEntries } from "./find.js";

/** @param {string} id */
export async function goTo(id) {
  const entry = (await searchEntries()).find((item) => item.id === id);
  if (!entry) return;
  if (!config().ids.select) {
    leave.for(mapHref(id, entry.layer)); // a page without a map to select on
    return;
  }
  const view = currentView();
  if (entry.layer && view && !view.layers.includes(entry.layer)) switchOn(entry.layer);
  set("select", { data: id });
  if (entry.box) showBox(entry.box);
}
