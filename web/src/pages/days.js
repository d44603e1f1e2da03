/* The day of a page: slider, date field and day agree. */
import { config, configure } from "../config.js";
import { find } from "../dom.js";
import { dayWords } from "../words.js";
import { skip, triggers } from "./dash.js";

/** @import { Config } from "../payloads" */

const DAY = 86400000; // milliseconds

/** @param {string} iso */
const toDays = (iso) => Math.round((Date.parse(iso) - Date.parse(config().firstDay)) / DAY);
/** @param {number} days */
const toIso = (days) => new Date(Date.parse(config().firstDay) + days * DAY).toISOString().slice(0, 10);

/**
 * The stop that a slider move means: the next one for a single step, else the nearest.
 * @param {number} value
 * @param {number} before
 * @param {number[]} stops in order
 */
export function stopFor(value, before, stops) {
  if (value === before + 1) return stops.find((stop) => stop > before) ?? before;
  if (value === before - 1) return stops.findLast((stop) => stop < before) ?? before;
  return stops.reduce((best, stop) => (Math.abs(stop - value) < Math.abs(best - value) ? stop : best));
}

/** @param {string | null} typed @param {Config} within */
const isDay = (typed, { firstDay, lastDay }) =>
  Boolean(typed && /^\d{4}-\d{2}-\d{2}$/.test(typed) && typed >= firstDay && typed <= lastDay);

/**
 * The slider's value in words: what it holds is a count of days. Dash's inputs take no such attribute.
 * @param {string} iso the day
 */
export const sayDay = (iso) => find("day_slider")?.setAttribute("aria-valuetext", dayWords(iso));

/**
 * The slider snaps to the days on which something changed; a date typed is taken as it is.
 * @param {number | string} slider
 * @param {string | null} typed
 * @param {string} day
 * @param {Config} given
 */
export function pickDay(slider, typed, day, given) {
  configure(given);
  if (triggers().includes(config().ids.day_input)) {
    if (!isDay(typed, config())) return [skip(), skip(), day];
    sayDay(/** @type {string} */ (typed));
    return [typed === day ? skip() : typed, toDays(/** @type {string} */ (typed)), typed];
  }
  const picked = toIso(stopFor(Number(slider), toDays(day), config().stops.map(toDays)));
  sayDay(picked);
  return [picked === day ? skip() : picked, toDays(picked), picked];
}
