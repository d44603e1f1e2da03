/* Numbers, days, lists and titles as text. The server says the same: both are held to tests/words/cases.json. */

const NOT_AVAILABLE = "not available";
/** @type {Record<string, string>} */
const UNITS = { GBP: "pounds", EUR: "euros", "%": "per cent" };
const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * The size of a value in units of the last of so many decimals, halves up. What is rounded is the number as it is written
 * in decimal, not its binary neighbour: 36.05 is 36.1 at one decimal, where `toFixed` may say either.
 * @param {number} value
 * @param {number} digits
 */
function scaled(value, digits) {
  const [mantissa, exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole, part = ""] = mantissa.split(".");
  const given = BigInt(whole + part);
  const beyond = part.length - Number(exponent) - digits;
  if (beyond <= 0) return given * 10n ** BigInt(-beyond);
  const unit = 10n ** BigInt(beyond);
  return (2n * given + unit) / (2n * unit);
}

/**
 * Units of the last decimal as text with thousands separated.
 * @param {bigint} units
 * @param {number} digits
 */
function written(units, digits) {
  const text = String(units).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ",");
  return digits ? `${whole}.${text.slice(-digits)}` : whole;
}

/**
 * A value with so many decimals: its sign apart, so that a currency can come between, and none on what rounds to nothing.
 * @param {number} value
 * @param {number} digits
 */
function signed(value, digits) {
  const units = scaled(value, digits);
  return { sign: value < 0 && units > 0n ? "−" : "", text: written(units, digits) };
}

/** @param {string} text */
const withoutIdleZero = (text) => text.replace(/\.0$/, "");

/**
 * A whole number with thousands separated.
 * @param {number} value
 */
export function count(value) {
  const { sign, text } = signed(value, 0);
  return sign + text;
}

/**
 * A number with thousands separated and one decimal when it has one: square kilometres.
 * @param {number} value
 */
export function amount(value) {
  const { sign, text } = signed(value, 1);
  return sign + withoutIdleZero(text);
}

/**
 * A figure as people read it: thousands separated, one decimal below a hundred, money with its sign.
 * @param {number | null | undefined} value
 * @param {{ kind: string, unit: string }} [measure]
 */
export function number(value, measure) {
  if (value === null || value === undefined) return NOT_AVAILABLE;
  const { kind, unit } = measure ?? { kind: "", unit: "" };
  const whole = kind === "count" || kind === "rank" || Math.abs(value) >= 100;
  const { sign, text } = signed(value, whole ? 0 : 1);
  if (unit === "GBP" || unit.startsWith("£")) return `${sign}£${text}`;
  if (unit === "EUR") return `${sign}€${text}`;
  return unit.startsWith("%") ? `${sign}${text}%` : sign + text;
}

/**
 * A share from 0 to 1 with one decimal, without an idle zero: "15.5%", "36%"; "under 0.1%" and "over 99.9%" for what is
 * neither nothing nor whole but would read so.
 * @param {number} share
 */
export function percent(share) {
  if (share > 0 && share < 0.001) return "under 0.1%";
  if (share >= 0.9995 && share < 1) return "over 99.9%";
  return `${withoutIdleZero(written(scaled(share, 3), 1))}%`;
}

/**
 * A share from 0 to 1 as the whole per cents of a cell of the matrix; what is there but rounds to nothing is "<1", and what
 * is not whole but rounds to all is ">99".
 * @param {number} share
 */
export function wholePercent(share) {
  const units = scaled(share, 2);
  if (units === 100n && share < 1) return ">99";
  return units ? String(units) : "<1";
}

/**
 * A count in the room of a cell: "950", "34k", "1.2m".
 * @param {number} value
 */
export function shortCount(value) {
  const thousands = scaled(value, -3);
  if (thousands >= 1000n) return `${written(scaled(value, -5), 1)}m`;
  return thousands && value >= 1000 ? `${thousands}k` : count(value);
}

/**
 * A measure's unit as words beside a figure.
 * @param {string} unit
 */
export const unitWords = (unit) => (Object.hasOwn(UNITS, unit) ? UNITS[unit] : unit);

/**
 * "a", "a and b", "a, b and c".
 * @param {string[]} names
 */
export const listed = (names) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A day, given as 2017-12-01, as "1 December 2017".
 * @param {string} day
 */
export function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/**
 * The title of a view: "Combined authorities and STP footprints, 1 December 2017".
 * @param {string | null} shading the label of what districts are shaded by
 * @param {string[]} layers names of the layers shown, as they stand inside a sentence
 * @param {string} day the day in words
 */
export function titleOf(shading, layers, day) {
  return `${capital(listed(layers)) || shading || "Districts of England"}, ${day}`;
}

/**
 * The line under it: "Districts shaded by Growth Deal money per head"; blank where the title says it, or nothing is shaded.
 * @param {string | null} shading
 * @param {string[]} layers
 */
export const subtitleOf = (shading, layers) => (shading && layers.length ? `Districts shaded by ${shading}` : "");
