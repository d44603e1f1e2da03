/* The matcher: what is typed against what things are called. */
import { describe, expect, it } from "vitest";
import { fold, holds, meanings, meant, nameOf, rate, slips, wordsOf } from "../../src/search/matcher.js";

describe("folding", () => {
  it.each([
    ["King’s & Quéen's", "kings queens"],
    ["Saint Helens", "st helens"],
    ["St. Helens", "st helens"],
    ["Stratford-upon-Avon", "stratford on avon"],
    ["Stratford–on—Avon", "stratford on avon"],
    ["Kingston upon Hull, City of", "kingston on hull city"],
    ["(Bassetlaw)!", "bassetlaw"],
    ["2016–18, −3.5% and £1,234", "2016-18 -3.5% £1234"],
    ["the of", "the of"],
    ["", ""],
  ])("of %s is %s", (text, folded) => expect(fold(text)).toBe(folded));

  it("gives words", () => {
    expect(wordsOf("Tyne & Wear")).toEqual(["tyne", "wear"]);
    expect(nameOf("Tyne & Wear")).toEqual({ words: ["tyne", "wear"], text: "tyne wear", tight: "tynewear" });
  });
});

describe("how well a thing answers", () => {
  const thing = (/** @type {string[]} */ names, place = false, kinds = "") => ({ names: names.map(nameOf), place, kinds: new Set(kinds.split(" ").filter(Boolean)) });

  it.each([
    ["hull", ["Hull"], true, 0],
    ["hull", ["Hull"], false, 0.2],
    ["hull", ["Kingston upon Hull"], true, 0.1],
    ["hull kingston", ["Kingston upon Hull"], true, 0.5],
    ["hull", ["Kingston upon Hull"], false, 2],
    ["king", ["Kingston upon Hull"], true, 1],
    ["ingst", ["Kingston upon Hull"], true, 3],
    ["kingstonon", ["Kingston upon Hull"], true, 3],
    ["tonon", ["Kingston upon Hull"], true, 3],
    ["leeds", ["Kingston upon Hull"], true, Infinity],
    ["hull", ["Kingston", "Hull"], true, 0.3],
    ["hull", ["Kingston", "Hull"], false, 0.2],
  ])("%s to %j, a place: %s, is %d", (typed, names, place, expected) => {
    expect(rate(wordsOf(typed), thing(names, place))).toBe(expected);
  });

  it("takes the words of its kind beside a name, and alone for all of the kind", () => {
    const stp = thing(["Kent"], false, "stp");
    expect([rate(["kent", "stp"], stp), rate(["stp"], stp), rate(["kent", "lep"], stp)]).toEqual([0.45, 3.5, Infinity]);
    expect(rate(["leeds", "city", "region"], thing(["Leeds City Region"], false, "city"))).toBe(0.2);
  });
});

describe("typing errors", () => {
  it.each([
    ["bassetlow", "bassetlaw", 1],
    ["basetlaw", "bassetlaw", 1],
    ["bassetlaww", "bassetlaw", 1],
    ["sheffeild", "sheffield", 1],
    ["york", "york", 0],
    ["kork", "yrok", 2],
    ["york", "leeds", 3],
    ["a", "abcd", 3],
  ])("between %s and %s are %d, counted to two", (a, b, many) => expect(slips(a, b, 2)).toBe(many));

  it("are forgiven once in a word of four letters, twice in one of eight, never in a number", () => {
    expect([...meant("yrok", ["york", "yark"])]).toEqual(["york"]);
    expect([...meant("yok", ["york"])]).toEqual([]);
    expect([...meant("shefeild", ["sheffield"])]).toEqual(["sheffield"]);
    expect([...meant("shefeld", ["shaffild"])]).toEqual([]);
    expect([...meant("e06000001", ["e06000002"])]).toEqual([]);
    expect([...meant("bassit", ["bassetlaw", "bath"])]).toEqual(["bassetlaw"]);
    expect([...meant("ba", ["bath"])]).toEqual(["bath"]);
  });

  it("are forgiven in filters too, which let go of a council's words that are nowhere in a table", () => {
    expect(meanings(["leds", "council"], ["leeds region", "bath"])).toEqual([["leeds"]]);
    expect(meanings(["leds", "council"], ["leeds", "county council"])).toEqual([["leeds"], ["council"]]);
    expect(meanings(["council"], ["leeds"])).toEqual([[]]);
  });
});

describe("holding", () => {
  it("is every word in one of the texts", () => {
    expect([holds(["ab", "cd"], ["a", "d"]), holds(["ab", "cd"], ["a", "x"]), holds([], [])]).toEqual([true, false, true]);
  });
});
