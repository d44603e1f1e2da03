/* What the key does: one layer seen apart while its entry is pointed at; a press that makes it lead; names kept clear of it. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { writeAddress } from "../../src/address/history.js";
import { configure } from "../../src/config.js";
import { all, one } from "../../src/dom.js";
import { listen as listenToControls } from "../../src/map/controls.js";
import { furniture } from "../../src/map/furniture.js";
import { listen } from "../../src/map/highlight.js";
import * as toy from "../toy.js";

const ENTRY = (/** @type {string} */ layer) => `<button data-key-layer="${layer}"><b>${layer}</b></button>`;
/** @type {ReturnType<typeof toy.page>} */
let set;

beforeEach(() => {
  configure(toy.config());
  set = toy.page(`${toy.MAP}${ENTRY("stp")}${ENTRY("combined_authority")}${ENTRY("lep")}`);
  toy.drawnMap();
});

describe("pointing at an entry", () => {
  listen();
  const groups = () => all(document, ".choroplethlayer > g, .scatterlayer > g").map((group) => group.style.opacity);

  beforeEach(() => {
    one(document, ".js-plotly-plot").insertAdjacentHTML("beforeend", '<svg><g class="choroplethlayer"><g></g><g></g><g></g></g><g class="scatterlayer"><g></g><g></g></g></svg>');
    const metas = [undefined, "stp", "lep", "stp", undefined];
    all(document, ".choroplethlayer > g, .scatterlayer > g").forEach((group, k) => {
      /** @type {any} */ (group).__data__ = [{ trace: { meta: metas[k] } }];
    });
  });

  it.each([["pointerover", "pointerout"], ["focusin", "focusout"]])("lets the other layers fade, by %s, and come back", (over, out) => {
    const entry = one(document, "[data-key-layer=stp] b");
    entry.dispatchEvent(new Event(over, { bubbles: true }));
    expect(groups()).toEqual(["", "", "0.12", "", ""]);
    entry.dispatchEvent(new Event(out, { bubbles: true }));
    expect(groups()).toEqual(["", "", "", "", ""]);
  });

  it("elsewhere changes nothing, nor before the map is there", () => {
    one(document, "[data-key-layer=stp]").dispatchEvent(new Event("pointerover", { bubbles: true }));
    document.body.dispatchEvent(new Event("pointerover", { bubbles: true }));
    document.body.dispatchEvent(new Event("pointerout", { bubbles: true }));
    expect(groups()[2]).toBe("0.12");
    one(document, ".js-plotly-plot").remove();
    expect(() => one(document, "[data-key-layer=stp]").dispatchEvent(new Event("pointerover", { bubbles: true }))).not.toThrow();
  });
});

describe("pressing an entry", () => {
  listenToControls();
  /** @param {string} layer @param {object} changes */
  const press = (layer, changes) => {
    writeAddress({ ...toy.view(), ...changes }, "replace");
    set.mockClear();
    one(document, `[data-key-layer=${layer}] b`).dispatchEvent(new MouseEvent("click", { bubbles: true }));
    return set.mock.calls;
  };

  it("makes the layer lead, then shows it alone, then with the others again", () => {
    expect(press("stp", {})).toEqual([["map-lead", { data: { lead: "stp", only: false } }]]);
    expect(press("stp", { lead: "stp" })).toEqual([["map-lead", { data: { lead: "stp", only: true } }]]);
    expect(press("stp", { lead: "stp", only: true })).toEqual([["map-lead", { data: { lead: "stp", only: false } }]]);
    expect(press("combined_authority", { lead: "stp", only: true })).toEqual([["map-lead", { data: { lead: null, only: false } }]]);
    expect(press("combined_authority", {})).toEqual([["map-lead", { data: { lead: null, only: true } }]]);
  });
});

describe("what lies over the map", () => {
  it("is measured from the graph, and only what can be seen", () => {
    const shell = one(document, "#map-shell");
    shell.parentElement?.insertAdjacentHTML("beforeend", '<p id="key" data-over-map></p><p id="shut" data-over-map></p><p id="other"></p>');
    /** @param {string} id @param {number[]} box */
    const place = (id, [left, top, width, height]) =>
      (one(document, id).getBoundingClientRect = vi.fn(() => /** @type {any} */ ({ left, top, width, height })));
    place("#map-graph", [284, 100, 832, 632]);
    place("#key", [312, 128, 218, 200]);
    place("#shut", [0, 0, 0, 0]);
    place("#other", [0, 0, 9, 9]);
    expect(furniture()).toEqual([{ x0: 28, x1: 246, y0: 28, y1: 228 }]);
    toy.page("");
    expect(furniture()).toEqual([]);
  });
});
