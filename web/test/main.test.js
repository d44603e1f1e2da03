/* What the page finds in its window once the scripts have run, and when plotly.js comes. */
import { beforeEach, describe, expect, it, vi } from "vitest";

const LINK = '<link rel="preload" href="/plotly.min.js" data-plotly>';
/** @param {string} path */
const at = (path) => window.history.replaceState(null, "", path);
const script = () => /** @type {HTMLScriptElement | null} */ (document.querySelector("head script"));

beforeEach(() => {
  vi.resetModules();
  document.head.innerHTML = LINK;
  document.body.innerHTML = "";
  delete window.Plotly;
  at("/");
});

describe("the scripts", () => {
  it("offer Dash every callback by name, beside what is there, and nothing else to the window", async () => {
    const before = new Set(Object.keys(window));
    window.dash_clientside = { no_update: 1 };
    await import("../src/main.js");
    const { no_update, ...namespaces } = window.dash_clientside;
    expect(no_update).toBe(1);
    expect(Object.fromEntries(Object.entries(namespaces).map(([name, found]) => [name, Object.keys(found).sort()]))).toEqual({
      map: ["clicked", "collect", "draw", "moved", "pickDay", "told", "write"],
      overlaps: ["collect", "draw", "write"],
      patchwork: ["clicked", "collect", "draw", "write"],
      place: ["strips"],
      small: ["draw"],
      tables: ["draw", "ready"],
    });
    expect(Object.keys(window).filter((name) => !before.has(name)).sort()).toEqual(["Plotly", "PlotlyGeoAssets", "dash_clientside"]);
  });

  it("run before Dash has made its place, and listen in this order", async () => {
    delete (/** @type {any} */ (window).dash_clientside);
    const added = vi.spyOn(document, "addEventListener").mockReturnValue(undefined);
    vi.spyOn(window, "addEventListener").mockReturnValue(undefined);
    await import("../src/main.js");
    expect(Object.keys(window.dash_clientside).length).toBe(6);
    expect(window.addEventListener).toHaveBeenCalledWith("popstate", expect.any(Function));
    const capturing = added.mock.calls.filter(([, , capture]) => capture === true).map(([type]) => type);
    // The table's Escape comes before the search's, and both before that of the exports' panel.
    expect(capturing).toEqual(["pointerdown", "keydown", "keydown", "keydown", "pointerdown", "pointermove", "pointerup", "pointercancel", "keydown", "toggle", "toggle", "pointerdown", "pointerover"]);
  });
});

describe("plotly.js", () => {
  /** @returns {Promise<typeof import("../src/plotly.js")>} */
  const fresh = () => import("../src/plotly.js");

  it("finds an empty world, so that it asks no other host for one", async () => {
    (await fresh()).fetchPlotly();
    const nothing = { type: "Topology", objects: {}, arcs: [] };
    expect(window.PlotlyGeoAssets).toEqual({ topojson: { world_110m: nothing, europe_110m: nothing } });
  });

  it("is fetched at once on the map's page, and its name holds a promise until then", async () => {
    (await fresh()).fetchPlotly();
    const promise = window.Plotly;
    expect(promise).toBeInstanceOf(Promise);
    expect([script()?.src, script()?.async]).toEqual(["http://localhost:8050/plotly.min.js", true]);
    const library = { relayout: vi.fn() };
    window.Plotly = library;
    script()?.onload?.(new Event("load"));
    expect(await promise).toBe(library);
  });

  it("that can't be loaded says so, and is fetched again", async () => {
    (await fresh()).fetchPlotly();
    const promise = window.Plotly;
    const first = script();
    first?.onerror?.(new Event("error"));
    await vi.waitFor(() => expect(document.querySelector("[role=alert] p")?.textContent).toBe("The map could not be fetched. The server can’t be reached."));
    first?.remove();
    /** @type {HTMLButtonElement} */ (document.querySelector("[role=alert] button")).click();
    await vi.waitFor(() => expect(script()).not.toBeNull());
    const library = { relayout: vi.fn() };
    window.Plotly = library;
    script()?.onload?.(new Event("load"));
    expect(await promise).toBe(library);
  });

  it("is not fetched twice, nor where the page does not offer it", async () => {
    const library = { relayout: vi.fn() };
    window.Plotly = library;
    (await fresh()).fetchPlotly();
    expect([window.Plotly, script()]).toEqual([library, null]);
    delete window.Plotly;
    document.head.innerHTML = "";
    (await fresh()).fetchPlotly();
    expect([window.Plotly, script()]).toEqual([undefined, null]);
  });

  it.each([true, false])("waits on other pages until there is a map and the words are painted (idle callbacks: %s)", async (idle) => {
    at("/body/x");
    vi.useFakeTimers();
    const frames = /** @type {(() => void)[]} */ ([]);
    vi.stubGlobal("requestAnimationFrame", (/** @type {() => void} */ then) => frames.push(then));
    const whenIdle = vi.fn();
    if (idle) vi.stubGlobal("requestIdleCallback", whenIdle);
    else delete (/** @type {any} */ (window).requestIdleCallback);
    (await fresh()).fetchPlotly();
    const settle = () => vi.advanceTimersByTimeAsync(0);
    document.body.append(document.createElement("p"));
    await settle();
    expect(frames.length).toBe(0);
    document.body.innerHTML = '<div class="map-shell"></div>';
    await settle();
    expect(frames.length).toBe(1);
    document.body.append(document.createElement("p"));
    await settle();
    frames.shift()?.();
    expect([frames.length, script()]).toEqual([1, null]); // once, and two frames later
    frames.shift()?.();
    expect(script()).toBeNull();
    if (idle) {
      expect(whenIdle.mock.calls[0][1]).toEqual({ timeout: 1500 });
      whenIdle.mock.calls[0][0]();
    } else {
      vi.advanceTimersByTime(199);
      expect(script()).toBeNull();
      vi.advanceTimersByTime(1);
    }
    expect(script()).not.toBeNull();
    vi.useRealTimers();
  });
});
