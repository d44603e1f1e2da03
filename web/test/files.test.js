/* The built files: named by the configuration, fetched once, asked for again after a failure. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { config, districts, serve } from "./toy.js";

/** @type {typeof import("../src/files.js")} */
let files;

beforeEach(async () => {
  vi.resetModules();
  (await import("../src/config.js")).configure({ ...config(), base: "/base/" });
  files = await import("../src/files.js");
});

describe("files", () => {
  it("have the address of the manifest", () => {
    expect(files.fileUrl("districts")).toBe("/base/static/districts.1.json");
    expect(files.fileUrl("unknown")).toBeUndefined();
  });

  it("are fetched once a page", async () => {
    const fetched = serve({ "/base/static/districts": districts() });
    const [one, other] = await Promise.all([files.load("districts"), files.load("districts")]);
    expect(one).toEqual(districts());
    expect(other).toBe(one);
    expect(await files.load("districts")).toBe(one);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(["/base/static/districts.1.json"]);
  });

  it("are asked for again after a failure", async () => {
    const answers = [new Response("", { status: 503 }), new Response("[1]")];
    vi.stubGlobal("fetch", vi.fn(async () => answers.shift()));
    await expect(files.tryLoad("search")).rejects.toThrow("the server answered 503");
    expect(await files.tryLoad("search")).toEqual([1]);
  });

  it("that the page can't do without are waited for, and what is missing is said", async () => {
    const answers = [new Response("", { status: 503 }), new Response("[1]")];
    vi.stubGlobal("fetch", vi.fn(async () => answers.shift()));
    const found = files.load("search");
    await vi.waitFor(() => expect(document.querySelector("[role=alert] p")?.textContent).toMatch(/^A part of the map’s data could not be fetched/));
    /** @type {HTMLButtonElement} */ (document.querySelector("[role=alert] button")).click();
    expect(await found).toEqual([1]);
    expect(document.querySelector("[role=alert] p")).toBeNull();
  });

  it("of outlines are where plotly.js looks for them", async () => {
    window.PlotlyGeoAssets = { topojson: {} };
    const outlines = { features: [{ id: "a" }] };
    serve({ "/base/static/districts": outlines });
    await files.load("districts");
    expect(window.PlotlyGeoAssets["/base/static/districts.1.json"]).toEqual(outlines);
  });
});
