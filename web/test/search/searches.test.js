/* What people type, asked of the real data: tests/words/searches.json says what each must find among the first three. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { configure } from "../../src/config.js";
import { entriesOf, findAll } from "../../src/search/find.js";
import searches from "../../../tests/words/searches.json";
import * as toy from "../toy.js";

/** @import { Entry } from "../../src/types" */

/** @type {Entry[]} */
let entries = [];
const folder = "data/boundaries";
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf-8"));

beforeAll(() => {
  const { names } = read("manifest.json");
  const [districts, institutions, search] = ["districts", "institutions", "search"].map((name) => read(names[name]));
  const facts = Object.values(toy.config().layers)[0];
  configure({ ...toy.config(), layers: Object.fromEntries(Object.keys(search.kinds).map((id) => [id, facts])) });
  entries = entriesOf(districts, institutions, search);
});

describe("the search over the real data", () => {
  it("is asked at least 250 things", () => expect(searches.length).toBeGreaterThanOrEqual(250));

  it.each(/** @type {[string, string[], string][]} */ (searches))("finds for “%s” one of %j among the first three (%s)", (typed, expected) => {
    const found = findAll(entries, typed).slice(0, 3);
    expect(found.map(({ id }) => id).filter((id) => expected.includes(id))).not.toEqual([]);
  });

  it("offers the place before bodies where a place is called so", () => {
    for (const typed of ["hull", "durham", "york", "lincoln", "leeds city", "bristol", "newcastle"]) {
      expect([typed, findAll(entries, typed)[0].place]).toEqual([typed, true]);
    }
  });
});
