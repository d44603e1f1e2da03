/* The wheel over a small map: the page's until the map is clicked. */
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { one } from "../../src/dom.js";
import { listen } from "../../src/map/wheel.js";

const heard = vi.fn();
/** @param {string} at @param {string} kind */
const send = (at, kind) => one(document, at).dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
/** @param {string} at */
function wheel(at) {
  heard.mockClear();
  send(at, "wheel");
  return heard.mock.calls.length > 0;
}

beforeAll(listen);
beforeEach(() => {
  document.body.innerHTML = `<div class="small-map" id="one"><i id="in"></i><b id="deep"></b></div><div class="small-map"><i id="other"></i></div><div class="map-shell"><i id="main"></i></div><p id="out"></p>`;
  for (const id of ["#in", "#deep", "#other", "#main"]) one(document, id).addEventListener("wheel", heard);
  send("#out", "pointerdown");
});

it("never comes to a small map that was not clicked, and always to the large one", () => {
  expect([wheel("#in"), wheel("#other"), wheel("#main")]).toEqual([false, false, true]);
});

it("comes to the map that was clicked, until another place is clicked or the pointer leaves it", () => {
  send("#in", "pointerdown");
  send("#deep", "pointerover");
  expect([wheel("#in"), wheel("#deep"), wheel("#other")]).toEqual([true, true, false]);
  send("#out", "pointerover");
  expect(wheel("#in")).toBe(false);
  send("#in", "pointerdown");
  send("#other", "pointerdown");
  expect([wheel("#in"), wheel("#other")]).toEqual([false, true]);
});
