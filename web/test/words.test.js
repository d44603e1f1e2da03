/* Numbers, days, lists and titles as text, held to the cases that the server is held to as well. */
import { describe, expect, it } from "vitest";
import cases from "../../tests/words/cases.json";
import * as words from "../src/words.js";

/** @type {Record<string, (...given: any[]) => string>} */
const functions = words;

describe("words", () => {
  it.each(cases.map((item) => [item.function, item.arguments, item.expected]))("%s(%j) is %s", (name, given, expected) => {
    expect(functions[/** @type {string} */ (name)](.../** @type {unknown[]} */ (given))).toBe(expected);
  });

  it("has a case for every function", () => {
    expect(new Set(cases.map((item) => item.function))).toEqual(new Set(Object.keys(functions)));
    expect(cases.length).toBeGreaterThan(80);
  });

  it("rounds halves up as they are written, whatever the binary number beside them", () => {
    // 0.05, 0.15, … 99.95: the digit before the 5 goes up by one, carrying where it must.
    for (let tenths = 0; tenths < 1000; tenths += 1) {
      const up = tenths + 1;
      const written = Number(`${Math.floor(tenths / 10)}.${tenths % 10}5`);
      expect(words.number(written)).toBe(`${Math.floor(up / 10)}.${up % 10}`);
    }
  });

  it("says nothing of a measure that is not given", () => {
    expect(words.number(1234.5)).toBe("1,235");
    expect(words.number(undefined)).toBe("not available");
  });
});
