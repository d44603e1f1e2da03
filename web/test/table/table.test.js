/* A table as the reader meets it: filled, sorted, filtered, with focus and filters that stay. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { countOf } from "../../src/table/markup.js";
import { fillTable, listen } from "../../src/table/table.js";
import { callbacks } from "../../src/pages/tables.js";
import * as toy from "../toy.js";

/** @import { Table } from "../../src/payloads" */

/** @returns {Table} */
const table = (changes = {}) => ({
  caption: "Places.",
  label: "Places of the toy",
  kind: "places",
  columns: [{ label: "Name" }, { label: "People", number: true, key: "people" }],
  rows: [
    [{ t: "Bourn", h: "/place/B" }, 200],
    [{ t: "Ashby", select: "E1" }, 1100],
    [{ t: "Corby, Dep", parts: [{ t: "Corby", h: "/place/C" }, ", ", { t: "Dep" }] }, null],
  ],
  ...changes,
});
/** @type {HTMLElement} */
let place;
const names = () => all(place, "tbody tr").map((row) => row.children[0].textContent);
const caption = () => one(place, "caption").textContent;
const arrows = () => all(place, ".arrow").map((arrow) => arrow.textContent);
const sorts = () => all(place, "thead th").map((head) => head.getAttribute("aria-sort"));
/** @param {number} k */
const sort = (k) => all(place, "[data-sort]")[k].click();
/** @param {string} selector @param {string} words */
function type(selector, words) {
  const field = /** @type {HTMLInputElement} */ (one(place, selector));
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return field;
}
const said = () => one(document, "#map-status").textContent;

beforeAll(listen);
beforeEach(() => {
  vi.useFakeTimers();
  configure(toy.config());
  toy.page('<p id="map-status"></p><div id="place"></div><input id="other"><button id="out"></button>');
  place = one(document, "#place");
});
afterEach(() => vi.useRealTimers());

describe("filling", () => {
  it("writes heads, rows, links and pieces", () => {
    fillTable(place, table());
    expect(caption()).toBe("Places. 3 rows.");
    expect(all(place, "thead button").map((head) => head.textContent)).toEqual(["Name↕", "People↕"]);
    expect(one(place, "tbody").innerHTML).toBe(
      '<tr data-row="0"><th scope="row"><a href="/place/B">Bourn</a></th><td class="number">200</td></tr>' +
        '<tr data-row="1"><th scope="row"><button type="button" class="link" data-select="E1">Ashby</button></th><td class="number">1,100</td></tr>' +
        '<tr data-row="2"><th scope="row"><a href="/place/C">Corby</a>, Dep</th><td class="number"></td></tr>',
    );
    expect(all(place, "thead th").map((head) => head.className)).toEqual(["", "number"]);
    expect(all(place, "[data-column-filter]").map((field) => [field.getAttribute("aria-label"), field.getAttribute("placeholder"), field.title])).toEqual([
      ["Filter by Name", "words", "Any words, in any order"],
      ["Filter by People", ">10, 5-9", "For example >10, <=5, 10-20 or words"],
    ]);
  });

  it("names the region that scrolls, unless the place itself is one", () => {
    fillTable(place, table());
    const region = one(place, ".table-body");
    expect([region.className, region.getAttribute("role"), region.getAttribute("aria-label"), region.tabIndex]).toEqual([
      "table-body table-scroll", "region", "Places of the toy", 0,
    ]);
    expect(one(place, "[data-filter-columns]").getAttribute("aria-controls")).toBe(region.id);
    const other = one(document, "#out");
    other.outerHTML = '<div id="out" class="table-scroll"></div>';
    const scrolls = one(document, "#out");
    fillTable(scrolls, table({ label: undefined }));
    expect([one(scrolls, ".table-body").className, one(scrolls, ".table-body").getAttribute("role")]).toEqual(["table-body", null]);
    expect(one(scrolls, ".table-body").id).not.toBe(region.id);
    fillTable(place, table({ label: undefined, kind: "more" }));
    expect(one(place, ".table-body").getAttribute("aria-label")).toBe("Table");
  });

  it("marks the row that is selected", () => {
    fillTable(place, table({ ids: ["b", "a", "c"], selected: "a" }));
    expect(all(place, "tbody tr").map((row) => [row.dataset.row, row.className, row.getAttribute("aria-current")])).toEqual([
      ["b", "", null], ["a", "selected", "true"], ["c", "", null],
    ]);
  });

  it("counts rows", () => {
    expect([countOf(3, 3), countOf(1, 3), countOf(1, 1), countOf(0, 1), countOf(0, 0)]).toEqual(["3 rows", "1 of 3 rows", "1 row", "0 of 1 row", "0 rows"]);
    fillTable(place, table({ rows: [] }));
    expect([caption(), one(place, "tbody").innerHTML]).toEqual(["Places. 0 rows.", ""]);
  });

  it("by a page's callback says what is there", () => {
    const words = callbacks.draw({ place: table() }, toy.config());
    expect([words, names().length]).toEqual(["Places of the toy: 3 rows.", 3]);
    expect([callbacks.draw(null, toy.config()), callbacks.ready(toy.config())]).toEqual(["", ""]);
  });
});

describe("sorting", () => {
  it("begins with small words and large numbers, then turns", () => {
    fillTable(place, table());
    expect([arrows(), sorts()]).toEqual([["↕", "↕"], [null, null]]);
    sort(0);
    expect([names(), arrows(), sorts()]).toEqual([["Ashby", "Bourn", "Corby, Dep"], ["▲", "↕"], ["ascending", null]]);
    sort(0);
    expect([names(), arrows(), sorts()]).toEqual([["Corby, Dep", "Bourn", "Ashby"], ["▼", "↕"], ["descending", null]]);
    sort(1);
    expect([names(), sorts()]).toEqual([["Ashby", "Bourn", "Corby, Dep"], [null, "descending"]]);
    sort(1);
    expect(names()).toEqual(["Bourn", "Ashby", "Corby, Dep"]);
    expect(said()).toBe("");
    vi.advanceTimersByTime(600);
    expect(said()).toBe("Sorted by People, ascending.");
  });

  it("begins with small numbers where a table asks for it, and as the table says", () => {
    fillTable(place, table({ smallestFirst: true, sort: { key: "Name", down: true } }));
    expect(names()[0]).toBe("Corby, Dep");
    sort(1);
    expect(names()[0]).toBe("Bourn");
    vi.advanceTimersByTime(599);
    expect(said()).toBe("");
    vi.advanceTimersByTime(1);
    expect(said()).toBe("Sorted by People, ascending.");
  });

  it("stays with a table of the same kind, and goes with its column", () => {
    fillTable(place, table());
    sort(1);
    fillTable(place, table({ columns: [{ label: "Name" }, { label: "People in all", number: true, key: "people" }] }));
    expect([names()[0], sorts()]).toEqual(["Ashby", [null, "descending"]]);
    fillTable(place, table({ columns: [{ label: "Name" }, { label: "Other", number: true }], sort: { key: "Name", down: false } }));
    expect(sorts()).toEqual(["ascending", null]);
    fillTable(place, table({ kind: "other" }));
    expect(sorts()).toEqual([null, null]);
  });
});

describe("filtering", () => {
  it("by any words, and says how many are left", () => {
    fillTable(place, table());
    type("[data-any-filter]", "o");
    expect([names(), caption()]).toEqual([["Bourn", "Corby, Dep"], "Places. 2 of 3 rows."]);
    vi.advanceTimersByTime(600);
    expect(said()).toBe("2 of 3 rows");
    type("[data-any-filter]", "nothing");
    expect(one(place, "tbody").innerHTML).toBe('<tr><td colspan="2" class="nothing">No row passes the filters.</td></tr>');
  });

  it("by column, behind a button that counts the filters", () => {
    fillTable(place, table());
    const button = one(place, "[data-filter-columns]");
    const row = one(place, ".column-filters");
    const clear = one(place, "[data-clear-filters]");
    expect([button.textContent, button.getAttribute("aria-expanded"), row.hidden, clear.hidden]).toEqual(["Filter columns", "false", true, true]);
    button.click();
    expect([button.getAttribute("aria-expanded"), row.hidden]).toEqual(["true", false]);
    expect(document.activeElement).toBe(one(place, "[data-column-filter]"));
    type('[data-column-filter="1"]', ">200");
    expect([names(), button.textContent, clear.hidden]).toEqual([["Ashby"], "Filter columns (1)", false]);
    clear.click();
    expect([names().length, button.textContent, clear.hidden, /** @type {any} */ (one(place, '[data-column-filter="1"]')).value]).toEqual([3, "Filter columns", true, ""]);
    expect(document.activeElement).toBe(one(place, "[data-any-filter]"));
    vi.advanceTimersByTime(600);
    expect(said()).toBe("3 rows");
    button.click();
    expect(row.hidden).toBe(true);
  });

  it("by blanks is none", () => {
    fillTable(place, table());
    type("[data-any-filter]", "  ");
    expect([caption(), one(place, "[data-clear-filters]").hidden]).toEqual(["Places. 3 rows.", true]);
  });

  it("stays with a table of the same kind whose rows are others", () => {
    fillTable(place, table());
    type("[data-any-filter]", "b");
    one(place, "[data-filter-columns]").click();
    type('[data-column-filter="0"]', "ash");
    fillTable(place, table({ rows: [["Ashby again", 1], ["Bourn", 2], ["Ash", 3]] }));
    expect(names()).toEqual(["Ashby again"]);
    fillTable(place, table({ kind: "other" }));
    expect([names().length, one(place, ".column-filters").hidden]).toEqual([3, false]); // open as before, but empty
    expect(/** @type {HTMLInputElement} */ (one(place, "[data-any-filter]")).value).toBe("");
  });

  it("comes back when the place has been emptied by another", () => {
    fillTable(place, table());
    type("[data-any-filter]", "b");
    place.innerHTML = "<p>nothing</p>";
    fillTable(place, table());
    expect(/** @type {HTMLInputElement} */ (one(place, "[data-any-filter]")).value).toBe("b");
  });

  it("is emptied by Escape, which then does nothing else", () => {
    fillTable(place, table());
    const field = type("[data-any-filter]", "ash");
    const after = vi.fn();
    document.body.addEventListener("keydown", after);
    const escape = () => new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    const first = escape();
    field.dispatchEvent(first);
    expect([field.value, names().length, first.defaultPrevented, after.mock.calls.length]).toEqual(["", 3, true, 0]);
    field.dispatchEvent(escape()); // nothing is left to empty: the page has it
    field.value = "x";
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
    one(document, "#other").dispatchEvent(escape());
    expect([after.mock.calls.length, field.value]).toEqual([3, "x"]);
    document.dispatchEvent(escape());
  });
});

describe("the focus", () => {
  it("stays on a filter field, with its caret, when columns change", () => {
    fillTable(place, table());
    one(place, "[data-filter-columns]").click();
    const field = type('[data-column-filter="1"]', ">100");
    field.setSelectionRange(1, 2);
    fillTable(place, table({ columns: [{ label: "New" }, { label: "Name" }, { label: "People", number: true }], rows: [["x", "y", 200]] }));
    const now = /** @type {HTMLInputElement} */ (document.activeElement);
    expect([now.dataset.columnFilter, now.value, now.selectionStart, now.selectionEnd]).toEqual(["2", ">100", 1, 2]);
    fillTable(place, table({ columns: [{ label: "New" }], rows: [["x"]] }));
    expect(document.activeElement).toBe(document.body);
  });

  it("stays on a head, and heads stay while their columns do", () => {
    fillTable(place, table());
    const head = all(place, "[data-sort]")[1];
    head.focus();
    head.click();
    fillTable(place, table());
    expect(document.activeElement).toBe(head);
    fillTable(place, table({ columns: [{ label: "People", number: true, key: "people" }, { label: "Name" }] }));
    expect(/** @type {HTMLElement} */ (document.activeElement).dataset.sort).toBe("0");
    one(document, "#other").focus();
    fillTable(place, table());
    expect(document.activeElement).toBe(one(document, "#other"));
  });

  it("stays on the link of a row wherever the row goes", () => {
    const ids = ["b", "a", 'c"]'];
    fillTable(place, table({ ids }));
    const links = () => all(place, "tbody a, tbody button");
    links()[2].focus();
    fillTable(place, table({ ids, sort: null, selected: 'c"]' }));
    expect(document.activeElement).toBe(links()[2]);
    sort(0);
    sort(0);
    expect(document.activeElement).toBe(links()[0]);
    expect(document.activeElement?.textContent).toBe("Corby");
    type("[data-any-filter]", "ashby");
    expect(document.activeElement).toBe(one(place, "[data-any-filter]"));
  });
});

describe("clicks elsewhere", () => {
  it("are not the table's", () => {
    fillTable(place, table());
    const before = place.innerHTML;
    one(document, "#out").click();
    one(place, "caption").click();
    one(document, "#other").dispatchEvent(new Event("input", { bubbles: true }));
    document.dispatchEvent(new Event("click"));
    expect(place.innerHTML).toBe(before);
  });
});
