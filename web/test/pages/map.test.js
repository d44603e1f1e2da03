/* The callbacks of the map page. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/config.js";
import { one } from "../../src/dom.js";
import { settled } from "../../src/pages/map.js";
import * as toy from "../toy.js";

/** @type {typeof import("../../src/pages/map.js").callbacks} */
let map;
/** @type {ReturnType<typeof toy.page>} */
let set;
/** @type {{ disconnect: any, observe: any }} */
let sizes;
const FIGURE = { data: [], layout: { title: "t", geo: {}, geo2: { domain: { x: [0.7, 1], y: [0.5, 0.9] } } } };
const paint = () => one(document, "#map-graph").insertAdjacentHTML("beforeend", '<svg class="choroplethlayer"><path></path></svg>');

beforeEach(async () => {
  vi.resetModules();
  vi.useFakeTimers();
  window.history.replaceState(null, "", "/");
  delete document.documentElement.dataset.map;
  toy.serve();
  set = toy.page(toy.MAP);
  sizes = { observe: vi.fn(), disconnect: vi.fn() };
  vi.stubGlobal("ResizeObserver", class {
    constructor() {
      Object.assign(this, sizes);
    }
  });
  HTMLCanvasElement.prototype.getContext = /** @type {any} */ (() => ({ measureText: () => ({ width: 50 }) }));
  map = (await import("../../src/pages/map.js")).callbacks;
});
afterEach(() => {
  document.body.innerHTML = "";
  vi.runAllTimers();
  vi.useRealTimers();
});

describe("collecting", () => {
  const nobody = { lead: null, only: false };
  /** @param {object} changes */
  const collected = (changes = {}) => {
    const held = {
      lead: nobody, measure: "score", fill: "none", layers: ["stp", "combined_authority"], points: ["university"], fallen: [], select: "",
      table: "districts", snapshot: toy.snapshot(), config: toy.config(), ...changes,
    };
    return /** @type {any[]} */ (/** @type {any} */ (map.collect)(...Object.values(held)));
  };
  const same = Array(4).fill("as it was");

  it("makes one view of the controls, whatever the order of clicks", () => {
    expect(collected()).toEqual([
      {
        measure: "score", layers: ["combined_authority", "stp", "university"], fill: null, lead: null, only: false, fallen: false, select: null,
        table: "districts", as_at: "2017-12-01", present: false, embed: false,
      },
      ...same,
    ]);
    const [view] = collected({ measure: "none", layers: ["lep"], points: ["nhs_trust", "university"], fill: "lep", fallen: ["fallen"], select: "x", table: "bodies" });
    expect(view).toMatchObject({
      measure: "none", layers: ["lep", "university", "nhs_trust"], fill: "lep", fallen: true, select: "x", table: "bodies",
    });
    expect(collected({ fallen: null })[0].fallen).toBe(false);
  });
});

describe("what one choice changes of another", () => {
  const nobody = { lead: null, only: false };
  /** @param {object} given @param {string[]} changed @param {any} before */
  const after = (given, changed, before = toy.view()) => {
    configure(toy.config());
    return settled({ lead: nobody, measure: "score", fill: "none", layers: ["combined_authority", "stp"], ...given }, changed.map((key) => `map-${key}`), before);
  };

  it("is that a layer switched on leads, and no longer once it is off", () => {
    const layers = ["combined_authority", "stp", "lep"];
    expect(after({ layers }, ["layers"]).lead).toEqual({ lead: "lep", only: false });
    expect(after({ layers, lead: { lead: "stp", only: true } }, ["layers"]).lead).toEqual({ lead: "lep", only: false });
    expect(after({ layers: ["stp"], lead: { lead: "lep", only: true } }, ["layers"]).lead).toEqual(nobody);
    expect(after({ lead: { lead: "stp", only: true } }, ["measure"]).lead).toEqual({ lead: "stp", only: true });
    expect(after({ layers, lead: { lead: "stp", only: false } }, ["lead", "layers"]).lead).toEqual({ lead: "stp", only: false });
    expect(after({ layers }, [], null).lead, "the page has only just come").toEqual(nobody);
  });

  it("is that what is filled is shown and not shaded, and what is shaded not filled", () => {
    expect(after({ fill: "lep" }, ["fill"])).toMatchObject({ fill: "lep", measure: "none", layers: ["combined_authority", "stp", "lep"] });
    expect(after({ fill: "stp" }, ["fill"]).layers).toEqual(["combined_authority", "stp"]);
    expect(after({ fill: "stp", measure: "score" }, ["measure"])).toMatchObject({ fill: "none", measure: "score" });
    expect(after({ fill: "stp", measure: "none" }, ["select"])).toMatchObject({ fill: "stp", measure: "none" });
    expect(after({ fill: "stp", measure: "none", layers: ["lep"] }, ["layers"]).fill).toBe("none");
    expect(after({ fill: "none", measure: "none" }, ["fill"])).toMatchObject({ fill: "none", measure: "none" });
  });
});

describe("drawing", () => {
  it("gives data and layout", async () => {
    const figure = /** @type {any} */ (await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE));
    expect(figure.data[1].name).toBe("districts");
    expect(figure.layout.title).toBe("t");
    expect(figure.layout.annotations).toEqual([]);
  });

  it("is overtaken by a newer drawing", async () => {
    const older = map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    const newer = map.draw(toy.view({ layers: [] }), null, toy.snapshot(), toy.config(), FIGURE);
    expect(await older).toBe("as it was");
    expect(/** @type {any} */ (await newer).data.length).toBe(2);
  });

  it("tells the viewport once the first picture is there, however late", async () => {
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    vi.advanceTimersByTime(1000);
    paint();
    vi.advanceTimersByTime(1000);
    expect([set.mock.calls.length, document.documentElement.dataset.map]).toEqual([0, undefined]);
    toy.drawnMap();
    vi.advanceTimersByTime(250);
    expect(set.mock.calls).toEqual([["map-viewport", { data: expect.objectContaining({ zoom: null, width: 800 }) }]]);
    expect(document.documentElement.dataset.map).toBe("drawn");
    expect(sizes.observe.mock.calls).toEqual([[one(document, "#map-shell")]]);
    vi.advanceTimersByTime(1000);
    expect(set).toHaveBeenCalledTimes(1);
  });

  it("starts to wait once for each map", async () => {
    toy.drawnMap();
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    expect(vi.getTimerCount()).toBe(1);
    paint();
    vi.advanceTimersByTime(25);
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    expect([set.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
    set = toy.page(toy.MAP); // the page anew has another map
    toy.drawnMap();
    paint();
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    expect(set).toHaveBeenCalledTimes(1);
  });

  it("gives up waiting when its page has gone", async () => {
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    toy.drawnMap();
    paint();
    one(document, "#map-shell").remove();
    vi.advanceTimersByTime(1000);
    expect([set.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe("writing", () => {
  /** @param {string[]} ids */
  const by = (...ids) => {
    window.dash_clientside.callback_context = { triggered: ids.map((id) => ({ prop_id: `${id}.data` })) };
  };
  /** @param {object} changes @param {any} [viewport] */
  const write = (changes, viewport = null) => map.write(toy.view(changes), viewport, toy.snapshot(), toy.config());

  it("puts the view and the viewport into the address at once, a choice as a new entry", () => {
    write({});
    const entries = window.history.length;
    by("map-view");
    write({ measure: "none" }, { lon: -1, lat: 53, zoom: 4 });
    expect([window.location.search, window.history.length]).toEqual(["?measure=none&lon=-1&lat=53&zoom=4", entries + 1]);
    by("map-viewport");
    write({ measure: "none" }, { lon: -1, lat: 53, zoom: 5 });
    by();
    write({ measure: "none" }, { lon: -1, lat: 53, zoom: 6 });
    expect([window.location.search, window.history.length]).toEqual(["?measure=none&lon=-1&lat=53&zoom=6", entries + 1]);
    by("map-view", "map-viewport"); // both at once
    write({}, { lon: -1, lat: 53, zoom: 7 });
    expect([window.location.search, window.history.length]).toEqual(["?lon=-1&lat=53&zoom=7", entries + 2]);
  });

  it("takes the viewport of the configuration before the map has one", () => {
    const given = { ...toy.config(), viewport: { lon: 1, lat: 52, zoom: 3 } };
    map.write(toy.view(), null, toy.snapshot(), given);
    expect(window.location.search).toBe("?lon=1&lat=52&zoom=3");
    delete (/** @type {any} */ (given).viewport);
    map.write(toy.view(), null, toy.snapshot(), given);
    expect(window.location.search).toBe("");
  });

  it("writes words and table after the first picture", async () => {
    const written = write({});
    await vi.advanceTimersByTimeAsync(2000);
    expect(document.querySelector("#map-title")?.textContent).toBe("");
    toy.drawnMap();
    paint();
    await map.draw(toy.view(), null, toy.snapshot(), toy.config(), FIGURE);
    await vi.advanceTimersByTimeAsync(100);
    await written;
    expect(document.querySelector("#map-title")?.textContent).toMatch(/^Combined authorities and STP/);
    expect(document.querySelectorAll("#map-table tbody tr").length).toBe(4);
  });
});

describe("after a pan or zoom", () => {
  it("tells where the map is, when that has changed", () => {
    toy.drawnMap({ scale: 4 });
    expect(map.moved(null, toy.config())).toBe("as it was");
    expect(map.moved({ "xaxis.range": 1 }, toy.config())).toBe("as it was");
    expect(map.moved({ autosize: true, "geo.center": 1 }, toy.config())).toMatchObject({ zoom: 4 });
    expect(map.moved({ "geo.projection.scale": 4 }, toy.config())).toBe("as it was");
  });
});

describe("a click", () => {
  it("selects a district or a point, and the end of a drag nothing", async () => {
    expect(map.clicked({ points: [{ location: "E1" }] })).toBe("E1");
    expect(map.clicked({ points: [{ location: "E1", customdata: "uni" }] })).toBe("uni");
    expect([map.clicked({ points: [{}] }), map.clicked({ points: [] }), map.clicked({}), map.clicked(null)]).toEqual(Array(4).fill("as it was"));
    const drag = await import("../../src/map/drag.js");
    drag.listen();
    document.dispatchEvent(new MouseEvent("pointerdown", { clientX: 0 }));
    document.dispatchEvent(new MouseEvent("pointermove", { clientX: 50 }));
    expect(map.clicked({ points: [{ location: "E1" }] })).toBe("as it was");
  });
});


describe("a card that has come", () => {
  const SITE = "Local growth landscape";
  const VIEW = "Combined authorities, 1 December 2017";
  const status = () => one(document, "#map-status").textContent;
  /** @param {string} html */
  const card = async (html) => {
    one(document, "#map-card").innerHTML = html;
    const told = map.told(null, toy.config());
    await vi.advanceTimersByTimeAsync(200);
    await told;
  };
  beforeEach(async () => {
    document.body.insertAdjacentHTML("beforeend", '<aside id="map-card"><p>welcome</p></aside>');
    paint();
    configure(toy.config());
    const words = await import("../../src/map/words.js");
    (await import("../../src/config.js")).configure(toy.config());
    await words.writeWords(toy.view({ layers: ["combined_authority"], measure: "none" }), toy.snapshot());
  });

  it("is named to the ear and in the tab, and so is its going", async () => {
    expect([document.title, status()]).toEqual([`${VIEW} · ${SITE}`, VIEW]);
    await card("<h2>Bassetlaw</h2>");
    expect([document.title, status()]).toEqual([`Bassetlaw · ${VIEW} · ${SITE}`, "Bassetlaw chosen"]);
    await card("");
    expect([document.title, status()]).toEqual([`${VIEW} · ${SITE}`, "Nothing is chosen any more"]);
  });

  it("is not named again on another day", async () => {
    await card("<h2>Bassetlaw</h2>");
    one(document, "#map-status").textContent = "something else";
    await card("<h2>Bassetlaw</h2>");
    expect(status()).toBe("something else");
  });
});
