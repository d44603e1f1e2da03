/* The day of a page: slider, date field and day agree. */
import { config, configure } from "../config.js";
import { find } from "../dom.js";
import { dayWords } from "../words.js";
import { skip, triggers } from "./dash.js";
import { readDay, tellDay, wrongWith } from "./day_field.js";

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

/**
 * The slider's value in words: what it holds is a count of days. Dash's inputs take no such attribute.
 * @param {string} iso the day
 */
export const sayDay = (iso) => find("day_slider")?.setAttribute("aria-valuetext", dayWords(iso));

/**
 * What agrees on the day that is picked: the day itself, where it is another, the slider, and the field in words.
 * @param {string} picked
 * @param {string} day the day before
 */
function agreed(picked, day) {
  sayDay(picked);
  tellDay("");
  return [picked === day ? skip() : picked, toDays(picked), dayWords(picked)];
}

/**
 * The slider snaps to the days on which something changed; a day typed is taken as it is. What is no day stays in the
 * field, to be mended, and the page as it was; an empty field is filled again.
 * @param {number | string} slider
 * @param {string | null} typed
 * @param {string} day
 * @param {Config} given
 */
export function pickDay(slider, typed, day, given) {
  configure(given);
  if (triggers().includes(config().ids.day_input)) {
    const wrong = typed?.trim() ? wrongWith(typed) : "";
    if (!wrong) return agreed((typed && readDay(typed)) || day, day);
    tellDay(wrong);
    return [skip(), skip(), skip()];
  }
  return agreed(toIso(stopFor(Number(slider), toDays(day), config().stops.map(toDays))), day);
}
