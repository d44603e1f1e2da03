/* The strips of a place's page: 180 pixels wide, 4 of them left free at each end. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { leave } from "../../src/links.js";
import { callbacks, compareHtml, queryWith, scaleOf, stripHtml } from "../../src/pages/place.js";
import * as toy from "../toy.js";

const { A, B, C } = toy;
/** @param {{ text: string }} markup */
function parsed(markup) {
  const place = document.createElement("div");
  place.innerHTML = markup.text;
  return place;
}

beforeEach(() => configure(toy.config()));

describe("the scale", () => {
  it("runs from the least to the greatest of a few values, and keeps to its ends", () => {
    const x = scaleOf([30, 10, 20]);
    expect([10, 20, 30, 15, 0, 99].map(x)).toEqual(["4.0", "90.0", "176.0", "47.0", "4.0", "176.0"]);
  });

  it("ends where 98% of many lie", () => {
    // Of 0 to 199 the second lowest and the third highest but one: positions 2 and 197.
    const x = scaleOf(Array.from({ length: 200 }, (_, i) => i));
    expect([2, 197, 0, 199].map(x)).toEqual(["4.0", "176.0", "4.0", "176.0"]);
    expect(Number(x(2 + 195 / 4))).toBeCloseTo(4 + 172 / 4, 1);
  });

  it("has all at its foot when all are the same", () => {
    expect([5, 6].map(scaleOf([5, 5]))).toEqual(["4.0", "176.0"]);
  });
});

describe("a strip", () => {
  it("has a line a district, a thick one for the place and a mark for the middle", () => {
    const strip = parsed(stripHtml({ values: [10, null, 20, 30], middle: 15 }, new Set([1, 2])));
    const [all_, here] = all(strip, "path").map((path) => path.getAttribute("d"));
    expect([all_, here]).toEqual(["M4.0 5v12M90.0 5v12M176.0 5v12", "M90.0 1v20"]);
    expect(all(strip, "path").length).toBe(2);
    expect(one(strip, "circle").getAttribute("cx")).toBe("47.0");
    const svg = one(strip, "svg");
    expect(["viewBox", "width", "height"].map((name) => svg.getAttribute(name))).toEqual(["0 0 180 22", "180", "22"]);
    expect(parsed(stripHtml({ values: [1], middle: null }, new Set())).querySelector("circle")).toBeNull();
  });
});

describe("places beside this one", () => {
  it("are added to the query, once, the newest three", () => {
    expect(queryWith("", "a")).toBe("with=a");
    expect(queryWith("?as_at=2016-01-01&with=a,b", "c")).toBe("as_at=2016-01-01&with=a,b,c");
    expect(queryWith("?with=a,b,c", "d")).toBe("with=b,c,d");
    expect(queryWith("?with=a,,b", "a")).toBe("with=a,b");
  });

  it("are offered by name", () => {
    const options = all(parsed(compareHtml({ ...toy.districts(), name: ["Zed", "Bourn", "Á", "Corby"] })), "option");
    expect(options.map((option) => [option.getAttribute("value"), option.textContent])).toEqual([
      ["", "Choose a district"], [C, "Á"], [B, "Bourn"], [toy.D, "Corby"], [A, "Zed"],
    ]);
  });
});

describe("the page", () => {
  const given = toy.config();
  given.ids = { compare: "pl-compare" };

  it("has its strips filled and its list of places, which leads on", async () => {
    toy.serve();
    toy.page(`<table><tr><td data-strip="score" data-codes="${B},${C}"></td><td data-strip="growth_per_head"></td></tr></table><select id="pl-compare"></select>`);
    expect(await callbacks.strips(given)).toBe("");
    const [strip, empty] = all(document, "td");
    expect(all(strip, "path").length).toBe(1 + 2);
    expect(all(strip, "path").slice(1).map((path) => path.getAttribute("d"))).toEqual(["M5.1 1v20", "M176.0 1v20"]); // 10.1 and 25 of 10 to 25
    expect(all(empty, "path").length).toBe(1);
    const left = vi.spyOn(leave, "for").mockReturnValue(undefined);
    const select = /** @type {HTMLSelectElement} */ (one(document, "select"));
    expect(select.options.length).toBe(5);
    select.value = C;
    select.dispatchEvent(new Event("change"));
    expect(left.mock.calls).toEqual([[`?with=${C}`]]);
    await callbacks.strips(given);
    select.dispatchEvent(new Event("change"));
    expect(left).toHaveBeenCalledTimes(2);
    expect(select.options.length).toBe(5);
  });

  it("need not have a list of places", async () => {
    toy.serve();
    toy.page("");
    expect(await callbacks.strips(given)).toBe("");
  });
});
