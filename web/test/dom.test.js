/* Small help with elements. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../src/config.js";
import * as dom from "../src/dom.js";
import { config, page } from "./toy.js";

beforeEach(() => configure(config()));

describe("elements", () => {
  it("are found by the page's short names", () => {
    page('<p id="map-title">x</p>');
    expect(dom.byId("title").textContent).toBe("x");
    expect(dom.find("legend")).toBeNull();
    expect(() => dom.byId("legend")).toThrow("the page has no element legend");
  });

  it("are found by selectors", () => {
    page("<p></p><i>1</i><i>2</i>");
    expect(dom.one(document, "p").tagName).toBe("P");
    expect(() => dom.one(document, "b")).toThrow("there is no b");
    expect(dom.all(document, "i").map((element) => element.textContent)).toEqual(["1", "2"]);
  });

  it("are found by exact data, whatever letters it holds", () => {
    page(`<b data-x='a"]'></b><i data-x="a"></i>`);
    expect(dom.withData(document, "data-x", 'a"]')?.tagName).toBe("B");
    expect(dom.withData(document, "data-x", "a")?.tagName).toBe("I");
    expect(dom.withData(document, "data-x", null)).toBeUndefined();
  });

  it("are found round an event's target", () => {
    page('<div class="a"><b></b></div>');
    const seen = vi.fn();
    document.addEventListener("x", (event) => seen(dom.closest(event, ".a")?.className, dom.closest(event, ".c")));
    dom.one(document, "b").dispatchEvent(new Event("x", { bubbles: true }));
    document.dispatchEvent(new Event("x"));
    expect(seen.mock.calls).toEqual([["a", null], [undefined, null]]);
  });

  it("are set through Dash by their ids", () => {
    const set = page("");
    dom.set("layers", { value: [1] });
    expect(set.mock.calls).toEqual([["map-layers", { value: [1] }]]);
    delete window.dash_clientside.set_props;
    expect(() => dom.set("layers", {})).not.toThrow();
  });

  it("say a thing to screen readers once", async () => {
    page('<p id="map-status"></p>');
    const status = dom.byId("status");
    dom.announce("Hello");
    expect(status.textContent).toBe("Hello");
    const words = status.firstChild;
    dom.announce("Hello");
    expect(status.firstChild).toBe(words);
    status.remove();
    expect(() => dom.announce("x")).not.toThrow();
    vi.resetModules();
    const fresh = await import("../src/dom.js");
    expect(() => fresh.announce("not configured")).not.toThrow();
  });
});
