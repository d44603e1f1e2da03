/* A postcode in the search: the server is asked, and what it says is listed. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { writeAddress } from "../../src/address/history.js";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { leave } from "../../src/links.js";
import { listen } from "../../src/search/combobox.js";
import { follow } from "../../src/search/go.js";
import { placesOf } from "../../src/search/postcodes.js";
import * as toy from "../toy.js";

/** @type {ReturnType<typeof toy.page>} */
let set;
const field = () => /** @type {HTMLInputElement} */ (one(document, "#map-search"));
const options = () => all(one(document, "#map-search_list"), "li").map((option) => option.textContent);
/** @param {string} words */
async function type(words) {
  field().value = words;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 0));
}

beforeAll(listen);
beforeEach(() => {
  configure(toy.config());
  toy.serve();
  set = toy.page(toy.MAP);
  writeAddress(toy.view(), "replace");
});

describe("a postcode", () => {
  /** @param {Record<string, unknown>} answer */
  const answered = (answer) => {
    const files = toy.serve();
    const ask = vi.fn(async (/** @type {string} */ url, /** @type {RequestInit} */ init) =>
      String(url).endsWith("find/postcode") ? Response.json(answer) : /** @type {any} */ (files)(url, init),
    );
    vi.stubGlobal("fetch", ask);
    return () => ask.mock.calls.filter(([url]) => String(url).endsWith("find/postcode"));
  };
  const place = { code: toy.B, name: "Bourn", part: null, words: "Postcode" };

  it("is sent in the body of a request, and its place is listed", async () => {
    const asked = answered({ asked: "NG31 6SF", places: [place], said: "" });
    await type("ng31 6sf");
    await vi.waitFor(() => expect(options()).toEqual(["NG31 6SF: BournPostcode"]));
    const [[url, init]] = asked();
    expect([url, init.method, init.body]).toEqual(["/find/postcode", "POST", JSON.stringify({ postcode: "ng31 6sf" })]);
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    await vi.waitFor(() => expect(set.mock.calls).toEqual([["map-select", { data: toy.B }]]));
  });

  it("that leads nowhere is said, and so is a server that does not answer", async () => {
    answered({ asked: "NG31 9ZZ", places: [], said: "England had no postcode NG31 9ZZ." });
    await type("NG31 9ZZ");
    await vi.waitFor(() => expect(options()).toEqual(["England had no postcode NG31 9ZZ."]));
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("gone")));
    await type("NG31");
    await vi.waitFor(() => expect(options()).toEqual(["Postcodes can’t be looked up just now. The server can’t be reached."]));
  });

  it("in a part of a split district leads to the district's page, which tells of that part, on the day shown", async () => {
    const left = vi.spyOn(leave, "for").mockReturnValue(undefined);
    const [split] = placesOf({ asked: "B1 1AA", places: [{ ...place, part: `${toy.B}-2` }], said: "" });
    await follow(split);
    writeAddress(toy.view({ as_at: "2016-03-15" }), "replace");
    await follow(split);
    const page = `/place/${toy.B}?`;
    expect(left.mock.calls.flat()).toEqual([`${page}part=${toy.B}-2`, `${page}as_at=2016-03-15&part=${toy.B}-2`]);
    expect(set).not.toHaveBeenCalled();
  });

  it("is nothing that a name or a code of another kind is taken for", async () => {
    const asked = answered({ asked: "", places: [], said: "" });
    for (const typed of ["ashby", "E06000001", "RHQ", "D2N2 LEP", "12", "NG31 6SFX"]) await type(typed);
    expect(asked()).toEqual([]);
  });
});
