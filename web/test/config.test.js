/* The page's configuration, its files, and addresses of other pages. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configure, isPoint, layerOf } from "../src/config.js";
import { bodyHref, followable, leave, mapHref, placeHref } from "../src/links.js";
import { config } from "./toy.js";

afterEach(() => vi.resetModules());

describe("configuration", () => {
  it("is not there before a callback has brought it, and stays", async () => {
    vi.resetModules();
    const fresh = await import("../src/config.js");
    expect(fresh.configured()).toBe(false);
    expect(() => fresh.config()).toThrow("the page has not been configured yet");
    const given = config();
    fresh.configure(given);
    fresh.configure(null);
    fresh.configure();
    expect(fresh.configured()).toBe(true);
    expect(fresh.config()).toBe(given);
  });

  it("tells points from outlines, and has what the server says of a layer", () => {
    configure(config());
    expect(["university", "nhs_trust", "stp", "toString2"].map(isPoint)).toEqual([true, true, false, false]);
    expect(layerOf("growth_deal")).toMatchObject({ short: "Growth deal", inside: "growth deals", geometry: "lep" });
  });
});

describe("addresses of pages", () => {
  beforeEach(() => configure({ ...config(), base: "/base/" }));

  it("encode what is put into them", () => {
    expect(bodyHref("a/b?c&d")).toBe("/base/body/a%2Fb%3Fc%26d");
    expect(placeHref("E06", "2017-12-01")).toBe("/base/place/E06");
    expect(placeHref("E/06", "2016-01-01")).toBe("/base/place/E%2F06?as_at=2016-01-01");
    expect(mapHref("a&b", "l&p")).toBe("/base/?select=a%26b&layers=combined_authority,stp,l%26p");
    expect(mapHref("a", "stp")).toBe("/base/?select=a&layers=combined_authority,stp");
    expect(mapHref("a")).toBe("/base/?select=a");
  });

  it("are followed only when they lead to a page", () => {
    expect(["/place/x", "https://example.org/", "body/x", "http://example.org/"].map(followable)).toEqual([
      "/place/x", "https://example.org/", "body/x", "http://example.org/",
    ]);
    expect(["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "http://[", "", undefined].map(followable))
      .toEqual(["", "", "", "", "", ""]);
    expect(followable("xhttp://a")).toBe("");
  });

  it("are left for at once", () => {
    leave.for("#there");
    expect(window.location.hash).toBe("#there");
    leave.for("#");
  });
});
