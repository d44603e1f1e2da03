/* The tables under the map, from the toy's squares. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { writeAddress } from "../../src/address/history.js";
import { configure } from "../../src/config.js";
import { one } from "../../src/dom.js";
import { listen, mapTable, writeTable } from "../../src/table/map_table.js";
import { cellText, cellValue } from "../../src/table/cells.js";
import * as toy from "../toy.js";

/** @import { Cell } from "../../src/payloads" */

const { A, B, C, D } = toy;
const files = { districts: toy.districts(), measures: toy.measures(), institutions: toy.institutions() };
/** @param {object} changes */
const made = (changes, snapshot = toy.snapshot()) => /** @type {NonNullable<ReturnType<typeof mapTable>>} */ (mapTable(toy.view(changes), snapshot, files));
/** @param {{ rows: Cell[][] }} table */
const texts = ({ rows }) => rows.map((row) => row.map(cellText));

beforeAll(listen);
beforeEach(() => {
  configure(toy.config());
  toy.serve();
  toy.page(toy.MAP);
});

describe("districts", () => {
  it("have their council, region, people, value and bodies", () => {
    const table = made({ layers: ["combined_authority", "lep", "university"], fallen: true, select: A });
    expect(table.columns).toEqual([
      { label: "District", number: false, key: undefined },
      { label: "County or council", number: false, key: undefined },
      { label: "Region", number: false, key: undefined },
      { label: "People, mid-2017", number: true, key: undefined },
      { label: "Score of need (score, 2015)", number: true, key: "measure" },
      { label: "Combined authorities", number: false, key: undefined },
      { label: "Local enterprise partnerships (LEPs)", number: false, key: undefined },
    ]);
    expect(texts(table)).toEqual([
      ["Ashby", "Ashby", "North East", "100", "10.0", "North", "One LEP"],
      ["Bourn", "Bourn", "North East", "200", "10.1", "North, 25%", "One LEP"],
      ["Corby", "Countyshire", "North East", "300", "25.0", "North, associate", "Gone LEP (fallen)"],
      ["Deptford", "Deptford", "London", "4,000", "not available", "", ""],
    ]);
    expect(table.rows[3].map(cellValue)).toEqual(["Deptford", "Deptford", "London", 4000, null, "", ""]);
    expect(table.rows[2].slice(0, 2)).toEqual([{ t: "Corby", select: C }, { t: "Countyshire", h: "/place/E10000001" }]);
    expect(table).toMatchObject({
      kind: "districts", ids: [A, B, C, D], selected: A, sort: { key: "District", down: false }, smallestFirst: true,
      caption: "Districts as at 1 December 2017. People are mid-2017 and do not move with the date.",
    });
  });

  it("lead to their pages on the day of the table, and have no value when not shaded", () => {
    const table = made({ measure: "none", layers: [] }, { ...toy.snapshot(), day: "2016-01-01" });
    expect(table.columns.length).toBe(4);
    expect(table.rows[0][1]).toEqual({ t: "Ashby", h: `/place/${A}?as_at=2016-01-01` });
  });

  it("have several bodies with a semicolon between, and a county without a page where codes are missing", () => {
    const snapshot = toy.snapshot();
    snapshot.layers.lep.bodies.push({ id: "l3", name: "Third", part: [[0, 0.0004]] });
    expect(texts(made({ layers: ["lep"], measure: "none" }, snapshot))[0][4]).toBe("One LEP; Third, under 0.1%");
    const bare = { ...files, districts: { ...toy.districts(), county: /** @type {any} */ (undefined) } };
    expect(mapTable(toy.view(), snapshot, bare)?.rows[2][1]).toEqual({ t: "Countyshire" });
  });

  it("say so when people are not known", () => {
    const odd = { ...files, districts: { ...toy.districts(), people: /** @type {any} */ ([null, undefined, 0, 1]) } };
    const table = mapTable(toy.view(), toy.snapshot(), odd);
    expect(table?.rows.map((row) => cellText(row[3]))).toEqual(["not known", "not known", "0", "1"]);
  });
});

describe("bodies", () => {
  it("have their layer, status, people and districts", () => {
    const table = made({ table: "bodies", layers: ["combined_authority", "lep", "pilot", "university"], fallen: true });
    expect(table.columns.map((column) => column.label)).toEqual(["Body", "Layer", "Status", "People, mid-2017", "Districts", "Which districts"]);
    expect(table.columns.map((column) => column.number)).toEqual([false, false, false, true, true, false]);
    expect(texts(table)).toEqual([
      ["North Combined Authority", "Combined authority", "since 2014", "150", "2", "Ashby, Bourn (25%), Corby (associate)"],
      ["One LEP", "Local enterprise partnership (LEP)", "since 2011", "300", "2", "Ashby, Bourn"],
      ["Gone LEP", "Local enterprise partnership (LEP)", "fallen; announced 2016", "not counted", "1", "Corby"],
      ["Pilot", "Pilot", "", "area not known", "0", "area not known"],
    ]);
    expect(table.rows[0][5]).toEqual({
      t: "Ashby, Bourn (25%), Corby (associate)",
      parts: [
        { t: "Ashby", h: `/place/${A}` }, ", ", { t: "Bourn", h: `/place/${B}` }, " (25%)", ", ", { t: "Corby", h: `/place/${C}` }, " (associate)",
      ],
    });
    expect(table.rows[0][0]).toEqual({ t: "North Combined Authority", select: "ca-north" });
    expect(table.rows[2][3]).toEqual({ t: "not counted", v: null });
    expect(table.caption).toMatch(/^Bodies as at/);
  });

  it("have their money when any has some", () => {
    const table = made({ table: "bodies", layers: ["city_deal", "lep"] });
    expect(table.columns.map((column) => column.label)).toEqual([
      "Body", "Layer", "Status", "People, mid-2017", "Money announced", "Districts", "Which districts",
    ]);
    expect(texts(table).map((row) => row[4])).toEqual(["£1.0m", ""]);
  });

  it("that are known by parts or associates alone have those", () => {
    const snapshot = toy.snapshot();
    snapshot.layers.lep.bodies = [{ id: "p", name: "P", part: [[1, 0.5]] }, { id: "q", name: "Q", associates: [2] }];
    expect(texts(made({ table: "bodies", layers: ["lep"] }, snapshot)).map((row) => row.slice(4))).toEqual([["1", "Bourn (50%)"], ["0", "Corby (associate)"]]);
  });
});

describe("institutions", () => {
  it("have their kind, district and students", () => {
    const table = made({ table: "institutions", layers: ["stp", "university", "nhs_trust"] });
    expect(table.columns.map((column) => [column.label, column.number])).toEqual([
      ["Institution", false], ["Kind", false], ["District of its head office", false], ["Students", true], ["Year of students", false],
    ]);
    expect(texts(table)).toEqual([
      ["Ashby University", "University", "Ashby", "1,200", "2016"],
      ["Bourn & College", "College", "Bourn", "", ""],
      ["Corby Trust", "Acute", "Corby", "", ""],
    ]);
    expect(table.rows[0].slice(0, 3)).toEqual([{ t: "Ashby University", select: "uni-a" }, "University", { t: "Ashby", h: `/place/${A}` }]);
    expect(table.ids).toEqual(["uni-a", "uni-b", "trust-c"]);
    expect(table.caption).toMatch(/^Institutions as at/);
  });
});

describe("writing", () => {
  it("redraws only when the table is another", async () => {
    await writeTable(toy.view(), toy.snapshot());
    const row = document.querySelector("#map-table tbody tr");
    expect(row).not.toBeNull();
    await writeTable(toy.view({ lon: 1, zoom: 5 }), toy.snapshot());
    expect(document.querySelector("#map-table tbody tr")).toBe(row);
    for (const changes of [{ select: B }, { layers: [] }, { measure: "none" }, { fallen: true }, { table: "bodies" }]) {
      const before = document.querySelector("#map-table tbody tr");
      await writeTable(toy.view(changes), toy.snapshot());
      expect(document.querySelector("#map-table tbody tr")).not.toBe(before);
    }
    one(document, "#map-table").textContent = "";
    await writeTable(toy.view({ table: "bodies" }), toy.snapshot());
    expect(document.querySelector("#map-table tbody tr")).not.toBeNull();
  });

  it("says what to switch on when there is nothing to list", async () => {
    await writeTable(toy.view({ table: "bodies", layers: ["university"] }), toy.snapshot());
    const place = one(document, "#map-table");
    expect(place.innerHTML).toBe('<p class="nothing">No outlines are shown. Switch on a layer to list its bodies here.</p>');
    await writeTable(toy.view({ table: "institutions" }), toy.snapshot());
    expect(place.textContent).toBe("No points are shown. Switch on universities or NHS trusts to list them here.");
  });
});

describe("a row that is chosen", () => {
  it("is selected on the map", async () => {
    const set = toy.page(`${toy.MAP}<button data-select="${B}"><i></i></button>`);
    writeAddress(toy.view(), "replace");
    one(document, "[data-select] i").click();
    one(document, "#map-title").click();
    await vi.waitFor(() => expect(set).toHaveBeenCalled());
    expect(set.mock.calls).toEqual([["map-select", { data: B }]]);
  });
});
