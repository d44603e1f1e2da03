/* Slider, date field and day agree. The toy's stops are the days 0, 10 and 20 from 1 January 2011. */
import { beforeEach, describe, expect, it } from "vitest";
import { skip, triggers } from "../../src/pages/dash.js";
import { pickDay, stopFor } from "../../src/pages/days.js";
import * as toy from "../toy.js";

const SAME = "as it was";

/** @param {string} id */
const by = (id) => {
  window.dash_clientside.callback_context = { triggered: [{ prop_id: `${id}.value` }] };
};

beforeEach(() => void toy.page(""));

describe("the stop of a slider move", () => {
  it.each([
    [1, 0, 10], [11, 10, 20], [21, 20, 20], [9, 10, 0], [-1, 0, 0], [19, 20, 10], // a single step goes to the next stop
    [4, 0, 0], [5, 0, 0], [6, 0, 10], [14, 0, 10], [16, 0, 20], [100, 0, 20], [-9, 20, 0], [12, 10, 10], [8, 10, 10], [10, 10, 10], // else the nearest
    [6, 5, 10], [4, 5, 0],
  ])("to %i from %i is %i", (value, before, stop) => expect(stopFor(value, before, [0, 10, 20])).toBe(stop));
});

describe("picking a day", () => {
  const given = toy.config();

  it("by the slider goes to a stop", () => {
    by("map-day_slider");
    expect(pickDay(1, null, "2011-01-01", given)).toEqual(["2011-01-11", 10, "11 January 2011"]);
    expect(pickDay("18", null, "2011-01-01", given)).toEqual(["2011-01-21", 20, "21 January 2011"]);
    expect(pickDay(2, null, "2011-01-01", given)).toEqual([SAME, 0, "1 January 2011"]);
  });

  it("by the field takes any day of the time covered", () => {
    by("map-day_input");
    expect(pickDay(0, "5/1/2011", "2011-01-01", given)).toEqual(["2011-01-05", 4, "5 January 2011"]);
    expect(pickDay(0, "01012011", "2011-01-01", given)).toEqual([SAME, 0, "1 January 2011"]);
    expect(pickDay(0, "2018-12-31", "2011-01-01", given)[0]).toBe("2018-12-31");
    expect(pickDay(0, "2011-01-01", "2011-01-11", given)[0]).toBe("2011-01-01");
  });

  it.each([null, "", " "])("by the field %j puts the day back", (typed) => {
    by("map-day_input");
    expect(pickDay(0, typed, "2011-01-11", given)).toEqual([SAME, 10, "11 January 2011"]);
  });

  it("by the field leaves what is no day to be mended, says so, and takes it back with the next day", () => {
    toy.page('<input id="map-day_input"><p id="map-day_said"></p>');
    const [field, said] = ["map-day_input", "map-day_said"].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
    by("map-day_input");
    expect(pickDay(0, "2019-01-01", "2011-01-11", given)).toEqual([SAME, SAME, SAME]);
    expect(said.textContent).toBe("1 January 2019 is outside 1 January 2011 to 31 December 2018.");
    expect([field.getAttribute("aria-invalid"), field.getAttribute("aria-describedby")]).toEqual(["true", "map-day_said"]);
    pickDay(0, "soon", "2011-01-11", given);
    expect(said.textContent).toBe("“soon” is not a day. Type one as 15 March 2016 or 15/3/2016, from 1 January 2011 to 31 December 2018.");
    by("map-day_slider");
    pickDay(1, "soon", "2011-01-01", given);
    expect([said.textContent, field.hasAttribute("aria-invalid")]).toEqual(["", false]);
  });
});

describe("the slider's words", () => {
  it("are the day that is picked, however it is picked", () => {
    toy.page('<input id="map-day_slider">');
    const said = () => document.getElementById("map-day_slider")?.getAttribute("aria-valuetext");
    by("map-day_slider");
    pickDay(18, null, "2011-01-01", toy.config());
    expect(said()).toBe("21 January 2011");
    by("map-day_input");
    pickDay(0, "2018-12-31", "2011-01-01", toy.config());
    expect(said()).toBe("31 December 2018");
    pickDay(0, "2019-01-01", "2018-12-31", toy.config());
    expect(said()).toBe("31 December 2018");
  });
});

describe("what Dash tells", () => {
  it("is what to leave alone, and what set a callback off", () => {
    expect(skip()).toBe(SAME);
    expect(triggers()).toEqual([]);
    by("map-layers");
    expect(triggers()).toEqual(["map-layers"]);
    delete window.dash_clientside.callback_context;
    expect(triggers()).toEqual([]);
  });
});
