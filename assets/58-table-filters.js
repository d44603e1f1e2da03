/* What is typed over a table and what it means: pure functions of words and values, for every table. */
(function () {
  "use strict";
  const app = window.landscape;

  const NUMBER = "([-−]?[£€]?(?:\\d[\\d,]*\\.?\\d*|\\.\\d+)\\s?%?)";
  const LIMIT = new RegExp(`^(<=|>=|≤|≥|<|>|=)\\s*${NUMBER}$`);
  const RANGE = new RegExp(`^${NUMBER}\\s*(?:-|–|to)\\s*${NUMBER}$`);
  const HALF_TYPED = new RegExp(`^(?:(?:<=?|>=?|≤|≥|=)\\s*[-−]?[£€]?|${NUMBER}\\s*(?:-|–|to?)\\s*[-−]?)$`);
  const WAYS = {
    "<": (value, limit) => value < limit,
    ">": (value, limit) => value > limit,
    "<=": (value, limit) => value <= limit,
    ">=": (value, limit) => value >= limit,
    "≤": (value, limit) => value <= limit,
    "≥": (value, limit) => value >= limit,
    "=": (value, limit) => value === limit,
  };

  const numberOf = (text) => Number(text.replace(/[£€%,\s]/g, "").replace("−", "-"));

  /** Text as it is compared: small letters, no accents or apostrophes, numbers without their commas. */
  const fold = (text) =>
    String(text).toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "").replace(/−/g, "-").replace(/(\d),(?=\d)/g, "$1");

  app.wordsOf = (typed) => fold(typed).split(/\s+/).filter(Boolean);

  /** Whether one of these texts, taken together, holds every word. */
  app.holds = (texts, words) => words.every((word) => texts.some((text) => text.includes(word)));

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
   */
  app.columnTest = (typed, number) => {
    const asked = typed.trim();
    if (!asked || (number && HALF_TYPED.test(asked))) return null;
    const limits = number ? numberTest(asked) : null;
    if (limits) return (value) => typeof value === "number" && limits(value);
    const words = app.wordsOf(asked);
    return (_value, folded) => app.holds([folded], words);
  };

  app.cellText = (cell) => (cell !== null && typeof cell === "object" ? cell.t : typeof cell === "number" ? app.count(cell) : cell ?? "");
  app.cellValue = (cell) => (cell !== null && typeof cell === "object" ? (cell.v === undefined ? cell.t : cell.v) : cell);
  app.foldedRow = (row) => row.map((cell) => fold(app.cellText(cell)));

  /** The rows' positions that the words and every column's filter let through; `folded` holds their cells as `foldedRow` makes them. */
  app.passing = ({ columns, rows }, folded, words, typed) => {
    const tests = columns.map((column) => app.columnTest(typed.get(column.label) || "", column.number));
    const passes = (row, i) => app.holds(folded[i], words) && tests.every((test, k) => !test || test(app.cellValue(row[k]), folded[i][k]));
    return rows.map((_, i) => i).filter((i) => passes(rows[i], i));
  };

  const { compare } = new Intl.Collator("en-GB");
  const blank = (value) => value === null || value === undefined || value === "";

  /** The order of two cells; what is blank comes last, whichever way. */
  app.cellOrder = (one, other, down) => {
    const a = app.cellValue(one), b = app.cellValue(other);
    if (blank(a) || blank(b)) return blank(a) - blank(b);
    const way = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return down ? -way : way;
  };
})();
