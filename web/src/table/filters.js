/* What is typed over a table and what it means: pure functions of words and values, for every table. */
import { fold, holds, meanings, wordsOf } from "../search/matcher.js";
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
 * Words as a test of folded text: all must occur. With ``near``, the texts they are looked for in, it is enough that one
 * occurs that may have been meant.
 * @param {string[]} words
 * @param {string[]} [near]
 * @returns {(folded: string) => boolean}
 */
function wordTest(words, near) {
  if (!near) return (folded) => holds([folded], words);
  const ways = meanings(words, near);
  return (folded) => ways.every((meant) => meant.some((word) => folded.includes(word)));
}

/**
 * What was typed into a column's filter as a test of a cell's value and folded text; null when it asks for nothing,
 * or for a limit of which only the beginning has been typed. Words must all occur, or with ``near`` as `wordTest` says.
 * @param {string} typed
 * @param {boolean} [number]
 * @param {string[]} [near]
 * @returns {((value: unknown, folded: string) => boolean) | null}
 */
export function columnTest(typed, number, near) {
  const asked = typed.trim();
  if (!asked || (number && HALF_TYPED.test(asked))) return null;
  const limits = number ? numberTest(asked) : null;
  if (limits) return (value) => typeof value === "number" && limits(value);
  const passes = wordTest(wordsOf(asked), near);
  return (_value, folded) => passes(folded);
}

/**
 * The texts of a row's cells as a filter compares them, with the other names that one is found by.
 * @param {Cell[]} row
 */
export const foldedRow = (row) => row.map((cell) => fold([cellText(cell), rich(cell)?.also ?? ""].join(" ").trim()));

/**
 * The rows' positions that the words and every column's filter let through. Where no row has all the words, those are let
 * through that have what may have been meant.
 * @param {Pick<Table, "columns" | "rows">} table
 * @param {string[][]} folded the rows' cells as `foldedRow` makes them
 * @param {string[]} words
 * @param {Map<string, string>} typed by column label
 */
export function passing(table, folded, words, typed) {
  const found = rowsThrough(table, folded, words, typed, false);
  return found.length || !table.rows.length ? found : rowsThrough(table, folded, words, typed, true);
}

/**
 * @param {Pick<Table, "columns" | "rows">} table
 * @param {string[][]} folded
 * @param {string[]} words
 * @param {Map<string, string>} typed
 * @param {boolean} near whether words that may have been meant are enough
 */
function rowsThrough({ columns, rows }, folded, words, typed, near) {
  const column = (/** @type {number} */ k) => (near ? folded.map((row) => row[k]) : undefined);
  const tests = columns.map(({ label, number }, k) => columnTest(typed.get(label) || "", number, typed.get(label) ? column(k) : undefined));
  const lines = folded.map((row) => row.join(" "));
  const passes = wordTest(words, near ? lines : undefined);
  return rows.flatMap((row, i) =>
    passes(lines[i]) && tests.every((test, k) => !test || test(cellValue(row[k]), folded[i][k])) ? [i] : [],
  );
}
