/* The day as a reader types it: day, month, year, whatever the browser's own order is; and what is said of any other text. */
import { config } from "../config.js";
import { find } from "../dom.js";
import { dayWords } from "../words.js";

const LONGEST = 40;
const MONTHS = Array.from({ length: 12 }, (_, before) => dayWords(`2016-${before + 1}-1`).split(" ")[1].toLowerCase());
const BEFORE = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,.]+/;
// Parts between slashes, dots, dashes or spaces. Figures are the day, the month and the year, in this order; only a year of
// four figures in front turns it round.
const FIGURES = /^(\d{1,2})[\s./,–-]+(\d{1,2})[\s./,–-]+((?:\d\d)?\d\d)$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s./,–-]*(?:of\s+)?([a-z]{3,9})[\s./,–-]*((?:\d\d)?\d\d)$/;
const YEAR_FIRST = /^(\d{4})[\s./,–-]+(\d{1,2}|[a-z]{3,9})[\s./,–-]+(\d{1,2})$/;
const MONTH_FIRST = /^([a-z]{3,9})[\s./,–-]+(\d{1,2})(?:st|nd|rd|th)?[\s./,–-]+(\d{4})$/;
const DIGITS = /^(\d\d)(\d\d)([12]\d{3})$/;

/**
 * Day, month and year as they were written, in this order, or null.
 * @param {string} text in small letters
 */
function partsOf(text) {
  const found = text.match(FIGURES) ?? text.match(DAY_FIRST) ?? text.match(DIGITS);
  if (found) return found.slice(1);
  const [, year, middle, last] = text.match(YEAR_FIRST) ?? [];
  if (year) return [last, middle, year];
  const [, month, day, after] = text.match(MONTH_FIRST) ?? [];
  return month ? [day, month, after] : null;
}

/**
 * The number of a month that is written as one, or as the first letters of its name; 0 for none.
 * @param {string} text
 */
function monthOf(text) {
  if (/\d/.test(text)) return Number(text);
  const name = text === "sept" ? "sep" : text;
  return MONTHS.findIndex((month) => month.startsWith(name)) + 1;
}

/**
 * The day that a text names, as 2016-03-15, or null.
 * @param {string} typed
 */
export function readDay(typed) {
  const text = typed.trim().toLowerCase().replace(BEFORE, "").replace(/[.,]$/, "");
  const [day, month, year] = partsOf(text) ?? [];
  if (!day) return null;
  const whole = year.length === 2 ? `20${year}` : year;
  const iso = [whole, String(monthOf(month)).padStart(2, "0"), day.padStart(2, "0")].join("-");
  const found = new Date(`${iso}T00:00:00Z`);
  // The 30th of February becomes a day of March, which nobody wrote.
  return Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== iso ? null : iso;
}

/**
 * What is wrong with what was typed, in a sentence; blank for a day of the time covered.
 * @param {string} typed
 */
export function wrongWith(typed) {
  const { firstDay, lastDay } = config();
  const day = readDay(typed);
  if (day && day >= firstDay && day <= lastDay) return "";
  const range = `${dayWords(firstDay)} to ${dayWords(lastDay)}`;
  if (day) return `${dayWords(day)} is outside ${range}.`;
  const shown = typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed;
  return `“${shown}” is not a day. Type one as 15 March 2016 or 15/3/2016, from ${range}.`;
}

/**
 * Say beside the field what is wrong with what stands in it; blank when nothing is. Dash's inputs take no such attributes.
 * @param {string} sentence
 */
export function tellDay(sentence) {
  const [field, place] = [find("day_input"), find("day_said")];
  if (!field || !place) return;
  if (place.textContent !== sentence) place.textContent = sentence;
  field.setAttribute("aria-describedby", place.id);
  if (sentence) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
