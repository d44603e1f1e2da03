/* What is typed over a table and what it means, and the order of cells. */
import { beforeEach, describe, expect, it } from "vitest";
import { configure } from "../../src/config.js";
import { cellOrder, cellText, cellValue, rich } from "../../src/table/cells.js";
import { fold, holds, wordsOf } from "../../src/search/matcher.js";
import { columnTest, foldedRow, passing } from "../../src/table/filters.js";
import { config } from "../toy.js";

beforeEach(() => configure(config()));

/** @param {string} typed @param {unknown} value @param {boolean} number */
const passes = (typed, value, number) => columnTest(typed, number)?.(value, foldedRow([/** @type {any} */ (value)])[0]);

describe("a number column's filter", () => {
  it.each([
    [">10", 10.5, true], [">10", 10, false], [">=10", 10, true], [">=10", 9.9, false], ["≥ 10", 9.9, false], ["≥10", 10, true],
    ["<=5", 5, true], ["<=5", 5.1, false], ["≤5", 5, true], ["≤5", 5.1, false], ["< 5", 5, false], ["<5", 4, true],
    ["=3", 3, true], ["=3", 33, false], ["10-20", 20, true], ["10-20", 10, true], ["10-20", 9.9, false], ["20 to 10", 10, true],
    ["20to10", 15, true], ["10–20", 20.1, false], ["-5 - -1", -3, true], ["−5 – −1", -6, false], ["> £1,000", 1001, true],
    [">£1,000", 1000, false], [">€5", 6, true], [">10%", 9, false], [">10 %", 11, true], [">.5", 0.6, true], [">0.5", 0.4, false],
    [">0", null, false], [">0", "5", false], ["<-5", -6, true], ["<−5", -4, false], ["12", 1234, true], ["1234", 1234, true],
    ["1,234", 1234, true], ["99", 1234, false], [" >10 ", 11, true], ["x>10", 11, false], [">10x", 11, false], ["10-20x", 15, false],
    ["x10-20", 15, false], [">1 2", 13, false], ["-1", -12, true], ["≥1000", 999, false], [">1,234.5", 1234.6, true],
  ])("%s on %s: %s", (typed, value, wanted) => expect(passes(typed, value, true)).toBe(wanted));

  it.each(["", "  ", ">", "<=", "> £", "10-", "10 to", "10 t", "≥", "<", ">=", "=", "≤", "> -", "10 - -", "£10 –", "10 – −"])(
    "that is only begun with %j hides nothing", (typed) => expect(columnTest(typed, true)).toBeNull(),
  );

  it.each(["x>", ">x", "x10-", "10-x"])("%j is no beginning but words", (typed) => expect(columnTest(typed, true)).not.toBeNull());
});

describe("a text column's filter", () => {
  it.each([
    ["king lynn", "King’s Lynn and West Norfolk", true], ["kings", "King's Lynn", true], ["NORFOLK lynn", "King's Lynn and West Norfolk", true],
    ["norfolk kent", "King's Lynn and West Norfolk", false], [">10", "over 10", false], ["ynys mon", "Ynys Môn", true], ["10-20", "15", false],
    ["10-", "10-20", true],
  ])("%s on %s: %s", (typed, text, wanted) => expect(passes(typed, text, false)).toBe(wanted));

  it("asks for nothing when it is blank", () => expect(columnTest("  ")).toBeNull());
});

describe("a typing error", () => {
  const table = { columns: [{ label: "Name" }, { label: "People", number: true }], rows: [["Leeds", 3], ["Bath", 5], ["Bassetlaw", 5]] };
  /** @param {string} any @param {Record<string, string>} [typed] */
  const found = (any, typed = {}) => {
    const rows = /** @type {any} */ (table.rows);
    return passing({ columns: /** @type {any} */ (table.columns), rows }, rows.map(foldedRow), wordsOf(any), new Map(Object.entries(typed)));
  };

  it("is forgiven where no row has the words as typed, in the filter over all and in a column's", () => {
    expect([found("bassetlow"), found("", { Name: "bassetlow" }), found("Leeds City Council")]).toEqual([[2], [2], [0]]);
    expect([found("bat"), found("bath"), found("bassetlow", { People: "<4" }), found("zzzz")]).toEqual([[1], [1], [], []]);
  });
});

describe("folding", () => {
  it("takes away capitals, accents, apostrophes and commas in numbers", () => {
    expect(fold("Ŵrth’s 'É' 1,234,567, −5 a,b 1,a")).toBe("wrths e 1234567 -5 a b 1 a");
    expect(wordsOf("  Two\t words ")).toEqual(["two", "words"]);
    expect(wordsOf(" ")).toEqual([]);
  });

  it("finds every word somewhere", () => {
    expect(holds(["ab", "cd"], ["a", "d"])).toBe(true);
    expect(holds(["ab", "cd"], ["a", "x"])).toBe(false);
    expect(holds([], [])).toBe(true);
  });
});

describe("cells", () => {
  it("have a text, and a value to sort by", () => {
    expect([null, "a", 1234.5, 0, { t: "x" }, { t: "x", v: 3 }, { t: "x", v: null }].map(cellText)).toEqual([
      "", "a", "1,235", "0", "x", "x", "x",
    ]);
    expect([null, "a", 5, { t: "x" }, { t: "x", v: 3 }, { t: "x", v: null }].map(cellValue)).toEqual([null, "a", 5, "x", 3, null]);
    expect([null, "a", 5, { t: "x" }].map((cell) => rich(cell) !== null && rich(cell))).toEqual([false, false, false, { t: "x" }]);
    expect(rich(null)).toBeNull();
    expect(foldedRow(["Ä", 1234, null])).toEqual(["a", "1234", ""]);
    expect(foldedRow([{ t: "Herts and West Essex", also: "Hertfordshire and West Essex HWE" }])).toEqual(["herts west essex hertfordshire west essex hwe"]);
  });

  it("stand in the order of numbers, or of words, with blanks last either way", () => {
    /** @param {any[]} cells @param {boolean} down */
    const sorted = (cells, down) => [...cells].sort((a, b) => cellOrder(a, b, down));
    expect(sorted([10, 9, null, 100], false)).toEqual([9, 10, 100, null]);
    expect(sorted([10, 9, null, 100, "", undefined], true).slice(0, 3)).toEqual([100, 10, 9]);
    expect(sorted(["b", "", "Á", "a"], false)).toEqual(["a", "Á", "b", ""]);
    expect(sorted(["b", "", "a"], true)).toEqual(["b", "a", ""]);
    expect(sorted([{ t: "z", v: 1 }, { t: "a", v: 2 }], false).map((cell) => cell.t)).toEqual(["z", "a"]);
    expect(sorted(["10", 9], false)).toEqual(["10", 9]);
    expect(cellOrder(null, "", false)).toBe(0);
    expect([cellOrder("x", null, false), cellOrder(null, "x", true)]).toEqual([-1, 1]);
  });
});

describe("the rows that pass", () => {
  const columns = [{ label: "Name" }, { label: "People", number: true }];
  const rows = [["Ashby", 100], ["Bourn", 200], ["Corby", 1200]];
  const folded = rows.map(foldedRow);
  /** @param {string} words @param {Record<string, string>} typed */
  const found = (words, typed = {}) => passing({ columns, rows }, folded, wordsOf(words), new Map(Object.entries(typed)));

  it("hold every word and pass every column", () => {
    expect(found("")).toEqual([0, 1, 2]);
    expect(found("b")).toEqual([0, 1, 2]);
    expect(found("b 200")).toEqual([1, 2]);
    expect(found("bourn 1200")).toEqual([]);
    expect(found("", { People: ">100" })).toEqual([1, 2]);
    expect(found("", { People: ">100", Name: "bo" })).toEqual([1]);
    expect(found("corby", { People: "<1000" })).toEqual([]);
    expect(found("", { Name: ">100" })).toEqual([]);
    expect(found("", { People: ">" })).toEqual([0, 1, 2]);
  });
});
