/* Whatever the browser's country, figures are day, month, year. */
import { beforeEach, describe, expect, it } from "vitest";
import { configure } from "../../src/config.js";
import { readDay, tellDay, wrongWith } from "../../src/pages/day_field.js";
import * as toy from "../toy.js";

beforeEach(() => {
  toy.page("");
  configure(toy.config());
});

describe("a day as it is typed", () => {
  it.each([
    "15 March 2016", "15 Mar 2016", "15/3/2016", "15.3.2016", "15032016", "2016-03-15", // those that the field names
    "15-03-2016", "15 3 2016", "15/03/16", "15. 3. 2016", "15–3–2016", "15mar2016", "15 mar. 2016", "15-Mar-16",
    "15th March 2016", "15th of March, 2016", "Tuesday 15 March 2016", "Tue, 15 March 2016.", " 15  MARCH  2016 ",
    "March 15, 2016", "march 15th 2016", "2016/3/15", "2016.03.15", "2016 March 15",
  ])("%s", (typed) => expect(readDay(typed)).toBe("2016-03-15"));

  it.each([
    ["3/12/2015", "2015-12-03"], ["12/3/2015", "2015-03-12"], ["12032015", "2015-03-12"], ["1/1/2011", "2011-01-01"],
    ["9 Sept 2014", "2014-09-09"], ["29 February 2016", "2016-02-29"], ["31 12 2018", "2018-12-31"], ["1 may 2017", "2017-05-01"],
    ["1 Jun 2017", "2017-06-01"], ["1 jul 2017", "2017-07-01"], ["2 Nov 1999", "1999-11-02"], ["15 March 0016", "0016-03-15"],
  ])("%s is %s", (typed, day) => expect(readDay(typed)).toBe(day));

  it.each([
    "", "soon", "2016", "March 2016", "15 March", "30 February 2016", "29/2/2015", "31.4.2016", "3/15/2016", "03152016", "20160315",
    "0/1/2016", "1/0/2016", "15 ma 2016", "15 marchy 2016", "153/2016", "15/3/201", "15/3/20166", "x15/3/2016", "15/3/2016x",
    "١٥/٣/٢٠١٦", "15 March 2016 BC", "2016-3", "-1/1/2016", "15 Octobers 2016", "00002016",
  ])("%j is none", (typed) => expect(readDay(typed)).toBe(null));
});

describe("what is said of it", () => {
  it.each(["1 January 2011", "31 December 2018", "15/3/2016"])("is nothing of %s", (typed) => expect(wrongWith(typed)).toBe(""));

  it("names the time covered", () => {
    expect(wrongWith("31 Dec 2010")).toBe("31 December 2010 is outside 1 January 2011 to 31 December 2018.");
    expect(wrongWith("1/1/2019")).toBe("1 January 2019 is outside 1 January 2011 to 31 December 2018.");
    expect(wrongWith("30 Feb 2016")).toMatch(/^“30 Feb 2016” is not a day\. .* from 1 January 2011 to 31 December 2018\.$/);
    expect(wrongWith("x".repeat(41))).toContain(`“${"x".repeat(40)}…”`);
    expect(wrongWith("x".repeat(40))).toContain(`“${"x".repeat(40)}”`);
  });

  it("needs a field to say it at", () => {
    toy.page('<input id="map-day_input">');
    tellDay("It is none.");
    expect(document.body.innerHTML).not.toContain("aria");
  });

  it("is never markup", () => {
    toy.page('<input id="map-day_input"><p id="map-day_said"></p>');
    tellDay(wrongWith("<b>1</b>"));
    expect(document.getElementById("map-day_said")?.children.length).toBe(0);
  });
});
