/* What is typed over a table and what it means: pure functions of words and values, for every table. */
import { cellText, cellValue, rich } from "./cells.js";

/** @import { Cell, Table } from "../payloads" */

const NUMBER = "([-−]?[£€]?(?:\\d[\\d,]*\\.?\\d*|\\.\\d+)\\s?%?)";
const LIMIT = new RegExp(`^(<=|>=|≤|≥|<|>|=)\\s*${NUMBER}$`);
const RANGE = new RegExp(`^${NUMBER}\\s*(?:-|–|to)\\s*${NUMBER}$`);
const HALF_TYPED = new RegExp(`^(?:(?:<=?|>=?|≤|≥|=)\\s*[-−]?[£€]?|${NUMBER}\\s*(?:-|–|to?)\\s*[-−]?)$`);

/** @type {Record<string, (value: number, limit: number) => boolean>} */
const WAYS = {
  "<": (value, limit) => value < limit,
  ">": (value, limit) => value > limit,
  "<=": (value, limit) => value <= limit,
  ">=": (value, limit) => value >= limit,
  "≤": (value, limit) => value <= limit,
  "≥": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
};

/** @param {string} text */
const numberOf = (text) => Number(text.replace(/[£€%,\s]/g, "").replace("−", "-"));

/**
 * Text as it is compared: small letters, no accents or apostrophes, numbers without their commas.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[’']/g, "")
    .replace(/−/g, "-")
    .replace(/(\d),(?=\d)/g, "$1");

/** @param {string} typed */
export const wordsOf = (typed) => fold(typed).split(/\s+/).filter(Boolean);

/**
 * Whether these texts, taken together, hold every word.
 * @param {string[]} texts
 * @param {string[]} words
 */
export const holds = (texts, words) => words.every((word) => texts.some((text) => text.includes(word)));

/**
 * @param {string} asked
 * @returns {((value: number) => boolean) | null}
 */
function numberTest(asked) {
  const range = RANGE.exec(asked);
  if (range) {
    const [low, high] = [numberOf(range[1]), numberOf(range[2])].sort((a, b) => a - b);
    return (value) => value >= low && value <= high;
  }
  const limit = LIMIT.exec(asked);
  return limit && ((value) => WAYS[limit[1]](value, numberOf(limit[2])));
}

/**
 * What was typed into a column's filter as a test of a cell's value and folded text; null when it asks for nothing,
 * or for a limit of which only the beginning has been typed. Words must all occur.
 * @param {string} typed
 * @param {boolean} [number]
 * @returns {((value: unknown, folded: string) => boolean) | null}
 */
export function columnTest(typed, number) {
  const asked = typed.trim();
  if (!asked || (number && HALF_TYPED.test(asked))) return null;
  const limits = number ? numberTest(asked) : null;
  if (limits) return (value) => typeof value === "number" && limits(value);
  const words = wordsOf(asked);
  return (_value, folded) => holds([folded], words);
}

/**
 * The texts of a row's cells as a filter compares them, with the other names that one is found by.
 * @param {Cell[]} row
 */
export const foldedRow = (row) => row.map((cell) => fold([cellText(cell), rich(cell)?.also ?? ""].join(" ").trim()));

/**
 * The rows' positions that the words and every column's filter let through.
 * @param {Pick<Table, "columns" | "rows">} table
 * @param {string[][]} folded the rows' cells as `foldedRow` makes them
 * @param {string[]} words
 * @param {Map<string, string>} typed by column label
 */
export function passing({ columns, rows }, folded, words, typed) {
  const tests = columns.map((column) => columnTest(typed.get(column.label) || "", column.number));
  /** @param {Cell[]} row @param {number} i */
  const passes = (row, i) =>
    holds(folded[i], words) && tests.every((test, k) => !test || test(cellValue(row[k]), folded[i][k]));
  return rows.flatMap((row, i) => (passes(row, i) ? [i] : []));
}
