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
    expect(fetched.mock.calls).toEqual([["/base/static/districts.1.json"]]);
  });

  it("are asked for again after a failure", async () => {
    const answers = [{ ok: false, status: 503 }, { ok: true, json: async () => [1] }];
    vi.stubGlobal("fetch", vi.fn(async () => answers.shift()));
    await expect(files.load("search")).rejects.toThrow("search: the server answered 503");
    expect(await files.load("search")).toEqual([1]);
  });
});
