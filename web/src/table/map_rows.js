/* The tables under the map: districts, bodies or institutions, every one that the map draws. */
import { isPoint, layerOf } from "../config.js";
import { placeHref } from "../links.js";
import { calledAs, shown, valuesOf } from "../map/classes.js";
import { coverLines } from "../map/hover.js";
import { count, number as figure, percent, unitWords } from "../words.js";

/** @import { Cell, CellPart, DayBody, DaySnapshot, RichCell } from "../payloads" */
/** @import { MapView } from "../types" */
/** @import { AllFiles, ColumnOf, LayerBody, MadeTable } from "../types" */

/**
 * @template Row
 * @param {string} label
 * @param {(row: Row) => Cell} of
 * @returns {ColumnOf<Row>}
 */
const text = (label, of) => ({ label, of, number: false });

/** @param {number | null | undefined} value */
const known = (value) => (value === null || value === undefined ? "not known" : count(value));

/**
 * @template Row
 * @param {string} label
 * @param {(row: Row) => Cell} of
 * @param {(value: any) => string} [show]
 * @param {string} [key]
 * @returns {ColumnOf<Row>}
 */
const number = (label, of, show = known, key = undefined) => ({ label, of, show, number: true, key });

/** @param {string} name @param {string} id @returns {RichCell} */
const chosen = (name, id) => ({ t: name, select: id });

/**
 * A district's or county's name, leading to its own page on the day of the table.
 * @param {string} code
 * @param {string} name
 * @param {string} day
 */
const placeLink = (code, name, day) => ({ t: name, h: placeHref(code, day) });

/**
 * A cell of names with a comma between them, each a link with words after it.
 * @param {{ link: { t: string, h: string }, after: string }[]} items
 * @returns {RichCell}
 */
function links(items) {
  /** @type {CellPart[]} */
  const parts = items.flatMap(({ link, after }, k) => [...(k ? [", "] : []), link, ...(after ? [after] : [])]);
  return { t: parts.map((part) => (typeof part === "string" ? part : part.t)).join(""), parts };
}

/** @param {MapView} view */
const outlineLayers = (view) => view.layers.filter((layer) => !isPoint(layer));

/**
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {AllFiles} files
 * @returns {MadeTable<{ id: string, i: number, name: string }>}
 */
export function districtTable(view, snapshot, { districts, measures }) {
  const { day } = snapshot;
  const values = valuesOf(view, snapshot, measures);
  const rows = districts.code.map((id, i) => ({ id, i, name: districts.name[i] }));
  /** @param {typeof rows[number]} row */
  const council = ({ id, i, name }) => {
    const county = districts.upper[i];
    if (!county) return placeLink(id, name, day);
    return districts.county ? placeLink(districts.county[i], county, day) : { t: county };
  };
  /** @type {ColumnOf<typeof rows[number]>[]} */
  const columns = [
    text("District", (row) => chosen(row.name, row.id)),
    text("County or council", council),
    text("Region", (row) => districts.regions[districts.region[row.i]]),
    number("People, mid-2017", (row) => districts.people[row.i]),
  ];
  if (values) {
    const measure = measures[view.measure];
    const label = `${measure.label} (${unitWords(measure.unit)}, ${measure.period})`;
    columns.push(number(label, (row) => values[row.i], (value) => figure(value, measure), "measure"));
  }
  for (const layer of outlineLayers(view)) {
    const over = coverLines(rows.length, shown(snapshot, layer, view.fallen), (body, note) => calledAs(body) + note);
    columns.push(text(layerOf(layer).name, (row) => over[row.i].join("; ")));
  }
  return { rows, columns };
}

/** @param {number | null} people */
const counted = (people) => (people === null ? "not counted" : people === 0 ? "area not known" : count(people));

/**
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {AllFiles} files
 * @returns {MadeTable<LayerBody>}
 */
export function bodyTable(view, snapshot, { districts }) {
  const rows = outlineLayers(view).flatMap((layer) =>
    shown(snapshot, layer, view.fallen).map((body) => ({ ...body, layer })),
  );
  /** @param {number} i @param {string} after */
  const district = (i, after) => ({ link: placeLink(districts.code[i], districts.name[i], snapshot.day), after });
  /** @param {DayBody} body */
  const members = ({ whole, part, associates }) => {
    if (!whole && !part && !associates) return "area not known";
    return links([
      ...(whole ?? []).map((i) => district(i, "")),
      ...(part ?? []).map(([i, share]) => district(i, ` (${percent(share)})`)),
      ...(associates ?? []).map((i) => district(i, " (associate)")),
    ]);
  };
  /** @type {ColumnOf<LayerBody>[]} */
  const money = rows.some((row) => row.money) ? [text("Money announced", (row) => row.money || "")] : [];
  /** @type {ColumnOf<LayerBody>[]} */
  const columns = [
    text("Body", (row) => chosen(row.name, row.id)),
    text("Layer", (row) => layerOf(row.layer).singular),
    text("Status", (row) => row.status || ""),
    number("People, mid-2017", (row) => row.people ?? null, counted),
    ...money,
    number("Districts", (row) => (row.whole ?? []).length + (row.part ?? []).length),
    text("Which districts", members),
  ];
  return { rows, columns };
}

/**
 * @param {MapView} view
 * @param {DaySnapshot} snapshot
 * @param {AllFiles} files
 */
export function institutionTable(view, snapshot, { districts, institutions }) {
  const rows = view.layers.filter(isPoint).flatMap((layer) => {
    const of = institutions[layer];
    return of.id.map((id, k) => ({
      id,
      name: of.name[k],
      kind: of.kind[k],
      district: of.district[k],
      students: of.students[k],
      year: of.year[k],
    }));
  });
  /** @type {ColumnOf<typeof rows[number]>[]} */
  const columns = [
    text("Institution", (row) => chosen(row.name, row.id)),
    text("Kind", (row) => row.kind),
    text("District of its head office", (row) =>
      placeLink(districts.code[row.district], districts.name[row.district], snapshot.day)),
    number("Students", (row) => row.students, (value) => (value === null ? "" : count(value))),
    text("Year of students", (row) => row.year),
  ];
  return { rows, columns };
}
