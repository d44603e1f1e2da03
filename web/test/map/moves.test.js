/* Moving about: buttons, keys, boxes; and what else answers to a click on the map's page. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { writeAddress } from "../../src/address/history.js";
import { configure } from "../../src/config.js";
import { one } from "../../src/dom.js";
import * as controls from "../../src/map/controls.js";
import * as drag from "../../src/map/drag.js";
import { goHome, panBy, showBox, showView, union, zoomBy } from "../../src/map/moves.js";
import * as toy from "../toy.js";

/** @type {ReturnType<typeof toy.page>} */
let set;
const BUTTONS = `<div data-map="drawn"><button data-map="in"></button><button data-map="out"></button><button data-map="home"></button></div>
  <button id="drawer" data-drawer><i></i></button><button id="clear" data-clear></button>
  <div data-map-keys tabindex="0"><b></b></div>`;
/** @param {string} key @param {object} [more] @param {string} [at] */
function press(key, more = {}, at = "[data-map-keys] b") {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  one(document, at).dispatchEvent(event);
  return event.defaultPrevented;
}
/** @param {string} selector */
const click = (selector) => one(document, selector).click();

beforeAll(() => {
  controls.listen();
  drag.listen();
});
beforeEach(() => {
  configure(toy.config());
  set = toy.page(toy.MAP + BUTTONS);
});

describe("without a map", () => {
  it("nothing moves", () => {
    document.body.innerHTML = "";
    const relayout = vi.fn();
    window.Plotly = { relayout };
    zoomBy(2);
    panBy(1, 1);
    goHome();
    showBox([0, 50, 1, 51]);
    expect(relayout).not.toHaveBeenCalled();
  });
});

describe("moves", () => {
  it("zoom, and no further than the map goes", () => {
    const { relayout, graph } = toy.drawnMap({ scale: 2 });
    zoomBy(1.5);
    zoomBy(100);
    zoomBy(0.1);
    expect(relayout.mock.calls).toEqual([
      [graph, { "geo.projection.scale": 3 }], [graph, { "geo.projection.scale": 60 }], [graph, { "geo.projection.scale": 0.8 }],
    ]);
  });

  it("pan by parts of the map", () => {
    const { relayout } = toy.drawnMap();
    panBy(0.1, -0.2); // to 480 of 800 and 180 of 600 pixels
    expect(relayout.mock.calls[0][1]).toEqual({ "geo.center": { lon: expect.closeTo(1.8), lat: expect.closeTo(53.2) } });
  });

  it("go home, or where a view says", () => {
    const { relayout } = toy.drawnMap();
    goHome();
    showView({ lon: 1, lat: 52, zoom: 4 });
    showView({ lon: null, lat: null, zoom: null });
    expect(relayout.mock.calls.map(([, update]) => update)).toEqual([
      { "geo.center": { lon: -2, lat: 52.85 }, "geo.projection.scale": 1 },
      { "geo.center": { lon: 1, lat: 52 }, "geo.projection.scale": 4 },
      { "geo.center": { lon: -2, lat: 52.85 }, "geo.projection.scale": 1 },
    ]);
  });

  it.each([
    // Two degrees are 200 of 800 pixels, one is 100 of 600: the wider part decides, at a scale of 2.
    [[-2, 52, 0, 53], undefined, { lon: -1, lat: 52.5 }, (2 * 0.45) / 0.25],
    [[-2, 52, 0, 53], 0.75, { lon: -1, lat: 52.5 }, (2 * 0.75) / 0.25],
    [[-2, 51, -1, 54], 0.75, { lon: -1.5, lat: 52.5 }, (2 * 0.75) / 0.5],
    [[-2, 52, -2, 52], 0.75, { lon: -2, lat: 52 }, 30],
    [[-9, 45, 9, 60], 0.45, { lon: 0, lat: 52.5 }, 1],
  ])("bring the box %j into view", (box, fill, center, scale) => {
    const { relayout } = toy.drawnMap({ scale: 2 });
    showBox(/** @type {any} */ (box), fill);
    expect(relayout.mock.calls[0][1]).toEqual({ "geo.center": center, "geo.projection.scale": expect.closeTo(scale, 6) });
  });

  it("find the box round boxes", () => {
    expect(union([[0, 5, 1, 6], [-1, 7, 0.5, 8], [0, 4, 3, 4.5]])).toEqual([-1, 4, 3, 8]);
  });
});

describe("buttons", () => {
  it("zoom by 1.6 and go home", () => {
    const { relayout } = toy.drawnMap();
    for (const name of ["in", "out", "home"]) click(`button[data-map="${name}"]`);
    click("div[data-map]"); // not a button
    expect(relayout.mock.calls.map(([, update]) => update["geo.projection.scale"])).toEqual([1.6, 0.8, 1]); // 1 ÷ 1.6 is less than the map allows
  });

  it("open and close the drawer, and clear the selection", () => {
    click("#drawer i");
    expect([one(document, "#map-page").className, one(document, "#drawer").getAttribute("aria-expanded")]).toEqual(["drawer-open", "true"]);
    click("#drawer");
    expect([one(document, "#map-page").className, one(document, "#drawer").getAttribute("aria-expanded")]).toEqual(["", "false"]);
    click("#clear");
    expect(set.mock.calls).toEqual([["map-select", { data: "" }]]);
  });

  it("choose the measure", () => {
    const select = /** @type {HTMLSelectElement} */ (one(document, "#map-measure_control"));
    select.value = "score";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    one(document, "#map-search").dispatchEvent(new Event("change", { bubbles: true }));
    expect(set.mock.calls).toEqual([["map-measure", { data: "score" }]]);
  });
});

describe("keys", () => {
  it.each([
    ["ArrowLeft", 280, 300], ["ArrowRight", 520, 300], ["ArrowUp", 400, 210], ["ArrowDown", 400, 390],
  ])("%s pans by 0.15 of the map", (key, x, y) => {
    const { relayout } = toy.drawnMap();
    expect(press(key)).toBe(true);
    expect(relayout.mock.calls[0][1]["geo.center"]).toEqual({ lon: expect.closeTo(x / 100 - 3), lat: expect.closeTo(55 - y / 100) });
  });

  it.each([["+", 3.2], ["=", 3.2], ["-", 1.25], ["0", 1]])("%s zooms", (key, scale) => {
    const { relayout } = toy.drawnMap({ scale: 2 });
    expect(press(key)).toBe(true);
    expect(relayout.mock.calls[0][1]["geo.projection.scale"]).toBeCloseTo(scale);
  });

  it("do nothing elsewhere, with a modifier, or when they mean nothing", () => {
    const { relayout } = toy.drawnMap();
    const pressed = [
      press("+", {}, "#map-search"), press("+", { ctrlKey: true }), press("+", { metaKey: true }), press("+", { altKey: true }),
      press("x"), press("toString"),
    ];
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "+" }));
    expect(pressed).toEqual([false, false, false, false, false, false]);
    expect(relayout).not.toHaveBeenCalled();
  });

  it("clear the selection with Escape, when there is one", () => {
    writeAddress(toy.view(), "replace");
    press("Escape", {}, "#map-search");
    expect(set).not.toHaveBeenCalled();
    writeAddress(toy.view({ select: "x" }), "replace");
    press("a", {}, "#map-search");
    expect(set).not.toHaveBeenCalled();
    press("Escape", {}, "#map-search");
    expect(set.mock.calls).toEqual([["map-select", { data: "" }]]);
  });
});

describe("Escape in the presentation view", () => {
  it("leaves it by its own link, and keeps what is chosen", () => {
    document.body.insertAdjacentHTML("beforeend", '<a class="present-leave"></a>');
    const left = vi.fn();
    one(document, ".present-leave").addEventListener("click", left);
    writeAddress(toy.view({ present: true, select: "x" }), "replace");
    press("Escape", {}, "#map-search");
    expect(left).toHaveBeenCalledOnce();
    expect(set).not.toHaveBeenCalled();
    writeAddress(toy.view({ present: false }), "replace");
    press("Escape", {}, "#map-search");
    expect(left).toHaveBeenCalledOnce();
  });
});

describe("switching a layer on", () => {
  it("keeps the layers that are on, in their order", () => {
    writeAddress(toy.view({ layers: ["stp", "university"] }), "replace");
    controls.switchOn("combined_authority");
    controls.switchOn("nhs_trust");
    expect(set.mock.calls).toEqual([
      ["map-layers", { value: ["combined_authority", "stp"] }],
      ["map-points", { value: ["university", "nhs_trust"] }],
    ]);
  });
});

describe("a drag", () => {
  /** @param {string} type @param {number} x @param {number} y */
  const pointer = (type, x, y) => document.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y }));

  it("is a pointer that has moved more than five pixels while pressed", () => {
    pointer("pointerdown", 10, 10);
    pointer("pointermove", 13, 14); // five away
    expect(drag.wasDragged()).toBe(false);
    pointer("pointermove", 13, 14.1);
    expect(drag.wasDragged()).toBe(true);
    pointer("pointermove", 10, 10); // back again is a drag still
    pointer("pointerup", 10, 10);
    expect(drag.wasDragged()).toBe(true);
    pointer("pointerdown", 0, 0);
    expect(drag.wasDragged()).toBe(false);
    pointer("pointercancel", 0, 0);
    pointer("pointermove", 100, 0);
    expect(drag.wasDragged()).toBe(false);
    pointer("pointerdown", 0, 0);
    pointer("pointerup", 0, 0);
    pointer("pointermove", 100, 0);
    expect(drag.wasDragged()).toBe(false);
  });

  it("marks the page for as long as it lasts, also where its end was not heard", () => {
    const marked = () => document.documentElement.hasAttribute("data-dragging");
    pointer("pointerdown", 0, 0);
    pointer("pointermove", 3, 0);
    expect(marked()).toBe(false);
    pointer("pointermove", 9, 0);
    expect(marked()).toBe(true);
    pointer("pointerup", 9, 0);
    expect(marked()).toBe(false);
    pointer("pointerdown", 0, 0);
    pointer("pointermove", 9, 0);
    const outside = Object.assign(new MouseEvent("pointermove", { clientX: 20, buttons: 0 }), { pointerType: "mouse" });
    document.dispatchEvent(outside);
    expect([marked(), drag.wasDragged()]).toEqual([false, true]);
  });
});

describe("before the page is configured", () => {
  it("clicks and keys are left alone", async () => {
    vi.resetModules();
    const fresh = await import("../../src/map/controls.js");
    const added = vi.spyOn(document, "addEventListener").mockReturnValue(undefined);
    fresh.listen();
    const listeners = Object.fromEntries(added.mock.calls.map(([type, listener]) => [type, /** @type {any} */ (listener)]));
    for (const type of ["click", "keydown", "change"]) {
      expect(() => listeners[type]({ target: one(document, "#clear"), key: "Escape" })).not.toThrow();
    }
    expect(set).not.toHaveBeenCalled();
  });
});
