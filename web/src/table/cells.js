/* What a cell says, what it sorts by, and the order of two. */
import { count } from "../words.js";

/** @import { Cell, RichCell } from "../payloads" */

/**
 * A cell that holds more than a value.
 * @param {Cell} cell
 * @returns {RichCell | null}
 */
export const rich = (cell) => (typeof cell === "object" ? cell : null);

/** @param {Cell} cell */
export function cellText(cell) {
  if (typeof cell === "object" && cell) return String(cell.t);
  return typeof cell === "number" ? count(cell) : (cell ?? "");
}

/** @param {Cell} cell */
export function cellValue(cell) {
  if (typeof cell !== "object" || !cell) return cell;
  return cell.v === undefined ? cell.t : cell.v;
}

const { compare } = new Intl.Collator("en-GB");
/** @param {unknown} value */
const blank = (value) => value === null || value === undefined || value === "";

/**
 * The order of two cells; what is blank comes last, whichever way.
 * @param {Cell} one
 * @param {Cell} other
 * @param {boolean} down
 */
export function cellOrder(one, other, down) {
  const [a, b] = [cellValue(one), cellValue(other)];
  if (blank(a) || blank(b)) return Number(blank(a)) - Number(blank(b));
  const way = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
  return down ? -way : way;
}
