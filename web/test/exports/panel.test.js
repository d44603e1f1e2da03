/* Panels of exports: closing, and getting the server ready. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { one } from "../../src/dom.js";

const PANEL = `<details data-panel open><summary>Export</summary><a data-export href="/export/map.png">x</a></details>
  <details id="plain" open><summary>Other</summary></details><button id="out"></button>`;
const panel = () => /** @type {HTMLDetailsElement} */ (one(document, "[data-panel]"));
/** @type {Record<string, (event: any) => void>} */
let listeners;

beforeEach(async () => {
  vi.resetModules();
  document.body.innerHTML = PANEL;
  const added = vi.spyOn(document, "addEventListener").mockReturnValue(undefined);
  (await import("../../src/exports/panel.js")).listen();
  listeners = Object.fromEntries(added.mock.calls.map(([type, listener]) => [type, /** @type {any} */ (listener)]));
  expect(added.mock.calls.map(([type, , capture]) => [type, capture])).toEqual([["keydown", true], ["pointerdown", undefined], ["toggle", true]]);
});

describe("a panel", () => {
  /** @param {string} key @param {Element} target */
  function press(key, target) {
    const stopPropagation = vi.fn();
    listeners.keydown({ key, target, stopPropagation });
    return stopPropagation.mock.calls.length;
  }

  it("closes with Escape from within it", () => {
    expect(press("a", one(document, "a"))).toBe(0);
    expect(press("Escape", one(document, "#out"))).toBe(0);
    expect(panel().open).toBe(true);
    expect(press("Escape", one(document, "a"))).toBe(1);
    expect(panel().open).toBe(false);
    expect(document.activeElement).toBe(one(document, "summary"));
    expect(press("Escape", one(document, "a"))).toBe(0);
  });

  it("closes when something outside it is pressed", () => {
    listeners.pointerdown({ target: one(document, "a") });
    expect(panel().open).toBe(true);
    listeners.pointerdown({ target: one(document, "#out") });
    expect(panel().open).toBe(false);
    expect(() => listeners.pointerdown({ target: document })).not.toThrow();
  });
});

describe("the server", () => {
  it("is told once to get ready, when a panel with exports opens", () => {
    const asked = vi.fn(async (/** @type {URL} */ url) => void url);
    vi.stubGlobal("fetch", asked);
    listeners.toggle({ target: one(document, "#plain") });
    listeners.toggle({ target: {} });
    panel().open = false;
    listeners.toggle({ target: panel(), newState: "closed" });
    expect(asked).not.toHaveBeenCalled();
    listeners.toggle({ target: panel(), newState: "open" });
    listeners.toggle({ target: panel(), newState: "open" });
    expect(asked.mock.calls.map(([url]) => url.href)).toEqual(["http://localhost:8050/export/ready"]);
  });

  it("is told again after it could not be reached", async () => {
    const asked = vi.fn(async () => Promise.reject(new TypeError("network")));
    vi.stubGlobal("fetch", asked);
    listeners.toggle({ target: panel() });
    await new Promise((resolve) => setTimeout(resolve, 0));
    listeners.toggle({ target: panel() });
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
