/* Search: what is found, in which order, and the combobox. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { writeAddress } from "../../src/address/history.js";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { leave } from "../../src/links.js";
import { listen } from "../../src/search/combobox.js";
import { entriesOf, findAll, searchEntries } from "../../src/search/find.js";
import { goTo } from "../../src/search/go.js";
import { nameOf } from "../../src/search/matcher.js";
import * as toy from "../toy.js";
import { searchRows } from "../toy_search.js";

/** @import { Entry } from "../../src/types" */

const { A } = toy;
/** @type {ReturnType<typeof toy.page>} */
let set;
const field = () => /** @type {HTMLInputElement} */ (one(document, "#map-search"));
const list = () => one(document, "#map-search_list");
const options = () => all(list(), "li").map((option) => option.textContent);
/** @param {string} words */
async function type(words) {
  field().value = words;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
}
/** @param {string} key */
function press(key, target = /** @type {EventTarget} */ (field())) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

beforeAll(() => {
  listen();
  Element.prototype.scrollIntoView = vi.fn();
});
beforeEach(() => {
  configure(toy.config());
  toy.serve();
  set = toy.page(`${toy.MAP}<button id="out"></button>`);
  writeAddress(toy.view(), "replace");
});

describe("what can be found", () => {
  const entries = () => entriesOf(toy.districts(), toy.institutions(), /** @type {any} */ (searchRows()));

  it("are districts, counties, towns, bodies and institutions with what they are", () => {
    const rows = entries().map(({ id, kind, rank, layer, page, place, names }) => [id, kind, rank, layer ?? page ?? "", place, names.map((name) => name.text)]);
    expect(rows).toEqual([
      [toy.A, "District, North East; also Oldash", 0, "", true, ["ashby", "e06000001", "oldash", "e06000901"]],
      [toy.B, "District, North East", 0, "", true, ["bourn", "e06000002"]],
      [toy.C, "District, Countyshire", 0, "", true, ["corby", "e06000003"]],
      [toy.D, "District, London", 0, "", true, ["deptford", "e09000001"]],
      [toy.districts().county[2], "County", 0.1, toy.districts().county[2], true, ["countyshire", toy.districts().county[2].toLowerCase()]],
      [toy.B, "Town or village in Bourn", 0.2, "", true, ["middleton"]],
      ["ca-north", "Combined authority", 1, "combined_authority", false, ["north combined authority", "north", "nca"]],
      ["lep-one", "Local enterprise partnership (LEP)", 1.05, "lep", false, ["one lep"]],
      ["stp-x", "STP footprint", 1.1, "stp", false, ["stp x"]],
      ["uni-a", "University, Ashby", 2, "university", false, ["ashby university"]],
      ["uni-b", "University, Bourn", 2, "university", false, ["bourn college"]],
      ["trust-c", "NHS trust, Corby", 2, "nhs_trust", false, ["corby trust", "rcc"]],
    ]);
    const found = entries();
    expect([found[0].box, found[6].box]).toEqual([[-2, 52, -1, 53], [-2, 52, 0, 54]]);
    expect(found[9].box).toEqual([-1.65, 52.4, -1.35, 52.6].map((value) => expect.closeTo(value)));
    expect(found[5].box).toEqual([-0.65, 52.4, -0.35, 52.6].map((value) => expect.closeTo(value)));
  });

  it("take the words of their kind beside a name: a county's own for whoever has no county above", () => {
    const [ashby, , corby, deptford, county, town, north] = entries().map(({ kinds }) => kinds);
    expect([ashby.has("council"), ashby.has("county"), ashby.has("london")]).toEqual([true, true, false]);
    expect([corby.has("council"), corby.has("county")]).toEqual([true, false]);
    expect([deptford.has("london"), deptford.has("county")]).toEqual([true, false]);
    expect([...county]).toEqual(["county", "council", "cc"]);
    expect([town.has("town"), town.has("borough")]).toEqual([true, false]);
    expect([...north]).toEqual(["combined", "authorities", "authority"]);
  });

  it("are made once", async () => expect(await searchEntries()).toBe(await searchEntries()));
});

describe("the order", () => {
  /** @param {string} name @param {number} [rank] @param {Partial<Entry>} [more] @returns {Entry} */
  const entry = (name, rank = 0, more = {}) => ({
    ...{ id: name, name, kind: "", box: null, rank, names: [nameOf(name)], kinds: new Set(), place: false },
    ...more,
  });
  /** @param {string} typed @param {Entry[]} entries */
  const order = (typed, ...entries) => findAll(entries, typed).map(({ name }) => name);

  it("is the name itself, then beginnings, then beginnings of a word, then the rest", () => {
    expect(order("york", entry("Newyork"), entry("New York"), entry("Yorkshire"), entry("York"))).toEqual(["York", "Yorkshire", "New York", "Newyork"]);
  });

  it("is by rank before length, then by length, then by name", () => {
    expect(order("y", entry("Yb", 1), entry("Yabc", 0))).toEqual(["Yabc", "Yb"]);
    expect(order("y", entry("Yabc"), entry("Yb"))).toEqual(["Yb", "Yabc"]);
    expect(order("y", entry("Yc"), entry("Yá"), entry("Yb"))).toEqual(["Yá", "Yb", "Yc"]);
  });

  it("is places before bodies of which one is called so", () => {
    const place = { place: true };
    expect(order("hull", entry("Hull", 1), entry("Kingston upon Hull", 0, place))).toEqual(["Kingston upon Hull", "Hull"]);
    expect(order("north east", entry("North East", 1), entry("North East Shire", 0, place))).toEqual(["North East", "North East Shire"]);
  });

  it("has only what holds every word", () => {
    expect(order("  lynn kings ", entry("King's Lynn"), entry("King"), entry("Lynn of Kings"))).toEqual(["Lynn of Kings", "King's Lynn"]);
    expect(order("", entry("York"))).toEqual([]);
    expect(order("  ", entry("York"))).toEqual([]);
  });

  it("has what may have been meant only where nothing has the words as typed", () => {
    expect(order("yrok", entry("York"), entry("Leeds"))).toEqual(["York"]);
    expect(order("yrok", entry("York"), entry("Yrok"))).toEqual(["Yrok"]);
    expect(order("yrok council", entry("York", 0, { kinds: new Set(["council"]) }), entry("York Deal"))).toEqual(["York"]);
    expect(order("croyden", entry("Broyden's"), entry("Croydon", 1))).toEqual(["Broyden's", "Croydon"].reverse());
  });
});

describe("the field", () => {
  it("becomes a combobox as it is entered, once", () => {
    field().dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    expect(["role", "aria-autocomplete", "aria-controls", "aria-expanded"].map((name) => field().getAttribute(name))).toEqual([
      "combobox", "list", "map-search_list", "false",
    ]);
    field().setAttribute("aria-expanded", "true");
    field().dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    expect(field().getAttribute("aria-expanded")).toBe("true");
    one(document, "#out").dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    expect(one(document, "#out").hasAttribute("role")).toBe(false);
  });

  it("lists what is found, and says how many", async () => {
    await type("ashby");
    expect(options()).toEqual(["AshbyDistrict, North East; also Oldash", "Ashby UniversityUniversity, Ashby"]);
    expect([list().hidden, field().getAttribute("aria-expanded"), one(document, "#map-status").textContent]).toEqual([false, "true", "2 results"]);
    expect(all(list(), "[data-option]").map((option) => [option.id, option.dataset.option, option.getAttribute("aria-selected")])).toEqual([
      ["search-option-0", "0", "false"], ["search-option-1", "1", "false"],
    ]);
    await type("deptford");
    expect(one(document, "#map-status").textContent).toBe("1 result");
    await type("xyz");
    expect(options()).toEqual(["Nothing has that in its name. Try fewer letters."]);
    await type(" ");
    expect([list().hidden, field().getAttribute("aria-expanded")]).toEqual([true, "false"]);
  });

  it("lists twelve at most and says how many more there are", async () => {
    vi.resetModules();
    const districts = { ...toy.districts(), upper: [], county: [] };
    districts.name = Array.from({ length: 14 }, (_, i) => `Square ${i}`);
    districts.code = districts.name.map((_, i) => `E${i}`);
    toy.serve({ districts });
    (await import("../../src/config.js")).configure(toy.config());
    const fresh = await import("../../src/search/combobox.js");
    const added = vi.spyOn(document, "addEventListener").mockReturnValue(undefined);
    fresh.listen();
    const onInput = /** @type {any} */ (added.mock.calls.find(([kind]) => kind === "input")?.[1]);
    field().value = "square";
    onInput({ target: field() });
    await vi.waitFor(() => expect(options().length).toBe(13));
    expect(options()[12]).toBe("and 2 more: type more letters");
    expect(all(list(), "[data-option]").length).toBe(12);
  });

  it("leaves out what has been overtaken by more letters", async () => {
    field().value = "ashby";
    field().dispatchEvent(new Event("input", { bubbles: true }));
    field().value = "ashby u";
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(list().hidden).toBe(true);
  });
});

describe("keys", () => {
  it("go round the list, and Enter takes the one they have reached", async () => {
    await type("ashby");
    expect(press("ArrowDown")).toBe(true);
    expect(field().getAttribute("aria-activedescendant")).toBe("search-option-0");
    press("ArrowDown");
    expect(all(list(), "li").map((option) => option.getAttribute("aria-selected"))).toEqual(["false", "true"]);
    press("ArrowDown");
    expect(field().getAttribute("aria-activedescendant")).toBe("search-option-0");
    press("ArrowUp");
    expect(field().getAttribute("aria-activedescendant")).toBe("search-option-1");
    expect(press("Enter")).toBe(true);
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    expect(set.mock.calls.at(-1)).toEqual(["map-select", { data: "uni-a" }]);
    expect([field().value, list().hidden, field().hasAttribute("aria-activedescendant")]).toEqual(["", true, false]);
  });

  it("take the first with Enter when none was reached, and do nothing without a list", async () => {
    await type("bourn");
    press("Enter");
    await vi.waitFor(() => expect(set.mock.calls).toEqual([["map-select", { data: toy.B }]]));
    expect([press("Enter"), press("ArrowDown"), press("ArrowUp"), press("a")]).toEqual([false, false, false, false]);
  });

  it("take the first with Enter even where it comes before the list does", async () => {
    field().value = "bourn";
    field().dispatchEvent(new Event("input", { bubbles: true }));
    expect(press("Enter")).toBe(true);
    await vi.waitFor(() => expect(set.mock.calls).toEqual([["map-select", { data: toy.B }]]));
    await type("xyz");
    press("Enter");
    await type("");
    expect(set).toHaveBeenCalledTimes(1);
  });

  it("close the list with Escape, which then does nothing else", async () => {
    const after = vi.fn();
    document.body.addEventListener("keydown", after);
    await type("bourn");
    press("Escape");
    expect([list().hidden, after.mock.calls.length]).toEqual([true, 0]);
    press("Escape");
    expect(after).toHaveBeenCalledTimes(1);
    await type("bourn");
    press("ArrowDown", one(document, "#out"));
    expect(field().hasAttribute("aria-activedescendant")).toBe(false);
  });
});

describe("the pointer", () => {
  /** @param {Element} target */
  function down(target) {
    const event = new MouseEvent("mousedown", { bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  }

  it("takes an option, and closes the list elsewhere", async () => {
    await type("ashby");
    expect(down(field())).toBe(false);
    expect(list().hidden).toBe(false);
    expect(down(one(document, "#out"))).toBe(false);
    expect(list().hidden).toBe(true);
    await type("ashby");
    expect(down(all(list(), "[data-option] small")[1])).toBe(true);
    await vi.waitFor(() => expect(set.mock.calls.at(-1)).toEqual(["map-select", { data: "uni-a" }]));
    document.body.textContent = "";
    expect(() => down(document.body)).not.toThrow();
  });
});

describe("going there", () => {
  it("selects, switches the layer on when it is off, and brings the box into view", async () => {
    const { relayout } = toy.drawnMap();
    await goTo("lep-one");
    expect(set.mock.calls).toEqual([["map-layers", { value: ["combined_authority", "lep", "stp"] }], ["map-select", { data: "lep-one" }]]);
    expect(relayout.mock.calls[0][1]["geo.center"]).toEqual({ lon: -1, lat: 52.5 });
    set.mockClear();
    relayout.mockClear();
    await goTo("stp-x"); // its layer is on, and it has no box
    expect([set.mock.calls, relayout.mock.calls]).toEqual([[["map-select", { data: "stp-x" }]], []]);
    set.mockClear();
    await goTo("nobody");
    expect(set).not.toHaveBeenCalled();
  });

  it("leads to the map from a page without one", async () => {
    const left = vi.spyOn(leave, "for").mockReturnValue(undefined);
    const given = toy.config();
    delete given.ids.select;
    configure(given);
    await goTo(A);
    await goTo("lep-one");
    expect(left.mock.calls).toEqual([[`/?select=${A}`], ["/?select=lep-one&layers=combined_authority,stp,lep"]]);
    expect(set).not.toHaveBeenCalled();
  });
});

describe("before the page is configured", () => {
  it("nothing is searched", async () => {
    vi.resetModules();
    const fresh = await import("../../src/search/combobox.js");
    const added = vi.spyOn(document, "addEventListener").mockReturnValue(undefined);
    fresh.listen();
    for (const [, listener] of added.mock.calls) {
      expect(() => /** @type {any} */ (listener)({ target: field(), key: "ArrowDown" })).not.toThrow();
    }
  });
});
