/* The map as it stands, and how it fills its panel. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { changedViewport, extent, graph, layoutFor, noteViewport, projection, readViewport, shapeOf, solve, watchSize } from "../../src/map/viewport.js";
import * as toy from "../toy.js";

/** @type {ReturnType<typeof toy.page>} */
let set;
beforeEach(() => {
  configure(toy.config());
  set = toy.page(toy.MAP);
});

/** @param {number} width @param {number} height */
function sized(width, height) {
  const element = /** @type {HTMLElement} */ (document.querySelector("#map-graph"));
  element.getBoundingClientRect = vi.fn(() => /** @type {any} */ ({ width, height }));
  return element.getBoundingClientRect;
}

describe("solving", () => {
  it("finds where a rising function reaches a value", () => {
    expect(solve((x) => x * x, 2, 0, 2)).toBeCloseTo(Math.SQRT2, 6);
    expect(solve((x) => x, 5, 0, 1)).toBeCloseTo(1, 8);
    expect(solve((x) => x, -5, 0, 1)).toBeCloseTo(0, 8);
  });
});

describe("the shape of a box of degrees", () => {
  it("is nearly its degrees of longitude, shortened by the latitude, over its degrees of latitude", () => {
    // Its foot is at 52.75° north, where a degree of longitude is 0.6053 of one of latitude.
    expect(shapeOf(0.1, 0.1)).toBeCloseTo(Math.cos((52.75 * Math.PI) / 180), 3);
    expect(shapeOf(0.2, 0.1)).toBeCloseTo(2 * Math.cos((52.75 * Math.PI) / 180), 2);
  });

  it("is that of the conformal cone on a large box", () => {
    // Another form of the same projection: the radius is exp(-cone × asinh(tan latitude)), so 0.44944 at its foot and 0.38914
    // at its head with a cone of 0.79706; half of 4.5° is 3.5868° on it.
    expect(shapeOf(4.5, 3.12)).toBeCloseTo(0.92093, 4);
  });
});

describe("the extent", () => {
  it("has England's height and more to the sides in a wide panel", () => {
    const { lon, lat } = extent({ width: 1600, height: 800 });
    expect(lat).toEqual([52.85 - 3.12, 52.85 + 3.12]);
    expect((lon[0] + lon[1]) / 2).toBeCloseTo(-2, 8);
    const half = (lon[1] - lon[0]) / 2;
    expect(half).toBeGreaterThan(8);
    expect(shapeOf(half, 3.12)).toBeCloseTo(2, 5);
  });

  it("has England's width and more above and below in a tall one", () => {
    const { lon, lat } = extent({ width: 400, height: 800 });
    expect(lon).toEqual([-6.5, 2.5]);
    const half = (lat[1] - lat[0]) / 2;
    expect((lat[0] + lat[1]) / 2).toBeCloseTo(52.85, 8);
    expect(shapeOf(4.5, half)).toBeCloseTo(0.5, 5);
  });

  it("is that of a square where there is no height yet", () => {
    expect(extent({ width: 400, height: 0 })).toEqual(extent({ width: 300, height: 300 }));
  });
});

describe("the layout", () => {
  const layout = { title: "t", geo: { lonaxis: { grid: 1 }, lataxis: { grid: 2 }, other: 3 }, geo2: { domain: { x: [0.7, 1], y: [0.5, 0.9] }, a: 1 } };
  /** @param {number} kilometres */
  const at = (kilometres) => ({ lon: null, lat: null, zoom: null, kilometres, width: 800, height: 400 });

  it("has the panel's extent, and the inset with its name when it is shown", () => {
    sized(800, 400);
    const made = layoutFor(layout, at(0.6));
    const { lon, lat } = extent({ width: 800, height: 400 });
    expect(made.title).toBe("t");
    expect(made.geo).toEqual({ lonaxis: { grid: 1, range: lon }, lataxis: { grid: 2, range: lat }, other: 3 });
    // 0.3 of the width is 240 pixels, so 192 high, which is 0.48 of 400.
    expect(made.geo2).toEqual({ domain: { x: [0.7, 1], y: [expect.closeTo(0.42, 8), 0.9] }, a: 1, showframe: true });
    expect(made.annotations).toEqual([
      {
        text: "<b>London</b>", x: 0.7, y: expect.closeTo(0.42, 8), xref: "paper", yref: "paper", xanchor: "left", yanchor: "top",
        showarrow: false, font: { size: 12, color: "#5b6575" },
      },
    ]);
  });

  it("has no inset close by, and never one beyond the panel", () => {
    sized(4000, 400);
    const made = layoutFor(layout, at(0.1));
    expect(made.annotations).toEqual([]);
    expect(made.geo2.showframe).toBe(false);
    expect(made.geo2.domain.y[0]).toBe(0);
    expect(layoutFor(layout, null).annotations).toEqual([]);
    sized(800, 0);
    expect(() => layoutFor(layout, null)).not.toThrow();
  });

  it("reads the panel's box only once", () => {
    const read = sized(800, 400);
    layoutFor(layout, null);
    layoutFor(layout, null);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe("the viewport", () => {
  it("is not there before the map is", () => {
    expect(graph()).not.toBeNull();
    expect(projection()).toBeNull();
    expect(readViewport()).toBeNull();
    document.body.innerHTML = "";
    expect(graph()).toBeNull();
    expect(readViewport()).toBeNull();
  });

  it("is home with all of England in view, at 11.13 km for a tenth of a degree", () => {
    toy.drawnMap();
    // A tenth of a degree is ten pixels.
    expect(readViewport()).toEqual({ lon: null, lat: null, zoom: null, kilometres: expect.closeTo(1.113, 6), width: 800, height: 600 });
  });

  it.each([
    [{ scale: 1.01 }, { lon: -2, lat: 52.85, zoom: 1.01 }],
    [{ scale: 1.004 }, { lon: null, lat: null, zoom: null }],
    [{ scale: 0.99 }, { lon: -2, lat: 52.85, zoom: 0.99 }],
    [{ center: { lon: -1.99, lat: 52.85 } }, { lon: -1.99, lat: 52.85, zoom: 1 }],
    [{ center: { lon: -2.009, lat: 52.859 } }, { lon: null, lat: null, zoom: null }],
    [{ center: { lon: -2.1, lat: 52.85 } }, { lon: -2.1, lat: 52.85, zoom: 1 }],
    [{ center: { lon: -2, lat: 52.8 } }, { lon: -2, lat: 52.8, zoom: 1 }],
    [{ center: { lon: -2, lat: 52.9 } }, { lon: -2, lat: 52.9, zoom: 1 }],
    [{ scale: 12.346, center: { lon: 0.12345, lat: 51.98765 } }, { lon: 0.123, lat: 51.988, zoom: 12.35 }],
  ])("of %j is %j", (map, wanted) => {
    toy.drawnMap(map);
    expect(readViewport()).toMatchObject(wanted);
  });

  it("is asked for when it has changed, or afresh", () => {
    toy.drawnMap({ scale: 3 });
    const now = readViewport();
    expect(changedViewport()).toEqual(now);
    expect(changedViewport()).toBeNull();
    expect(changedViewport(true)).toEqual(now);
    noteViewport();
    expect(set).not.toHaveBeenCalled();
    noteViewport(true);
    expect(set.mock.calls).toEqual([["map-viewport", { data: now }]]);
    document.body.innerHTML = "";
    expect(changedViewport(true)).toBeNull();
  });

  it("is noted a while after the map's box has changed its size", () => {
    vi.useFakeTimers();
    /** @type {(() => void)[]} */
    const changes = [];
    const [observe, disconnect] = [vi.fn(), vi.fn()];
    vi.stubGlobal("ResizeObserver", class {
      /** @param {() => void} change */
      constructor(change) {
        changes.push(change);
        Object.assign(this, { observe, disconnect });
      }
    });
    watchSize();
    watchSize();
    expect(disconnect).toHaveBeenCalledTimes(1);
    expect(observe.mock.calls).toEqual([[document.querySelector("#map-shell")], [document.querySelector("#map-shell")]]);
    toy.drawnMap({ scale: 5 });
    const read = sized(800, 400);
    const layout = { geo: {}, geo2: { domain: { x: [0, 1], y: [0, 1] } } };
    layoutFor(layout, null);
    changes[1]();
    vi.advanceTimersByTime(150);
    changes[1]();
    vi.advanceTimersByTime(199);
    expect(set).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(set).toHaveBeenCalledTimes(1);
    layoutFor(layout, null);
    expect(read).toHaveBeenCalledTimes(2);
    document.body.innerHTML = "";
    changes[1]();
    vi.advanceTimersByTime(200);
    expect(set).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});
