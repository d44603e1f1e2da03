/* Find a place, body, university or trust by any of its names, and put the best first. */
import { layerOf } from "../config.js";
import { load } from "../files.js";
import { COUNCIL, fold, meant, nameOf, rate, wordsOf } from "./matcher.js";

/** @import { Districts, Institutions, Search } from "../payloads" */
/** @import { Entry } from "../types" */

const ROUND = { lon: 0.15, lat: 0.1 }; // degrees round a point that are brought into view
const DISTRICT = [...COUNCIL].join(" ");
const WORDS = { district: DISTRICT, single: `${DISTRICT} county`, capital: `${DISTRICT} london`, county: "county council cc", town: "town village council" };
const SLIPPED = 4; // how an entry is rated that was found in spite of a typing error

/** @param {string} text */
const kindWords = (text) => new Set(wordsOf(text));
/** @param {string[]} texts */
const names = (...texts) => [...new Set(texts.filter(Boolean))].map(nameOf);
/** @param {number} lon @param {number} lat */
const around = (lon, lat) => /** @type {Entry["box"]} */ ([lon - ROUND.lon, lat - ROUND.lat, lon + ROUND.lon, lat + ROUND.lat]);

/**
 * @param {Districts} districts
 * @param {Search} search
 * @returns {Entry[]}
 */
function districtEntries(districts, { others }) {
  const kinds = { own: kindWords(WORDS.district), single: kindWords(WORDS.single), capital: kindWords(WORDS.capital) };
  return districts.code.map((id, i) => {
    const region = districts.regions[districts.region[i]];
    const [known, upper] = [others[id] ?? [], districts.upper[i]];
    const also = known.filter((other) => !/\d/.test(other)).join(", ");
    const kind = `District, ${upper || region}${also ? `; also ${also}` : ""}`;
    const called = names(districts.name[i], id, ...known);
    const box = districts.box[i];
    const own = upper ? kinds.own : region === "London" ? kinds.capital : kinds.single;
    return { id, name: districts.name[i], kind, box, rank: 0, names: called, kinds: own, place: true };
  });
}

/**
 * Counties above districts, which have a page and are nothing that the map selects.
 * @param {Districts} districts
 * @returns {Entry[]}
 */
function countyEntries(districts) {
  const kinds = kindWords(WORDS.county);
  const found = new Map(districts.county.flatMap((id, i) => (districts.upper[i] ? [[id, districts.upper[i]]] : [])));
  return [...found].map(([id, name]) => ({ id, name, kind: "County", page: id, box: null, rank: 0.1, names: names(name, id), kinds, place: true }));
}

/**
 * Towns and villages, which lead to their district.
 * @param {Districts} districts
 * @param {Search} search
 * @returns {Entry[]}
 */
function townEntries(districts, { towns }) {
  const kinds = kindWords(WORDS.town);
  return towns.name.map((name, k) => {
    const at = towns.district[k];
    const [id, kind] = [districts.code[at], `Town or village in ${districts.name[at]}`];
    return { id, name, kind, box: around(towns.lon[k], towns.lat[k]), rank: 0.2, names: names(name), kinds, place: true };
  });
}

/**
 * @param {Districts} districts
 * @param {Record<string, Institutions>} institutions
 * @param {Search} search
 * @returns {Entry[]}
 */
function institutionEntries(districts, institutions, search) {
  return Object.entries(institutions).flatMap(([layer, rows]) => {
    const kinds = kindWords(search.kinds[layer]);
    return rows.id.map((id, k) => {
      const kind = `${layerOf(layer).singular}, ${districts.name[rows.district[k]]}`;
      const box = around(rows.lon[k], rows.lat[k]);
      return { id, name: rows.name[k], kind, layer, rank: 2, box, names: names(rows.name[k], ...(search.others[id] ?? [])), kinds, place: false };
    });
  });
}

/**
 * @param {Districts} districts
 * @param {Record<string, Institutions>} institutions
 * @param {Search} search
 * @returns {Entry[]}
 */
export function entriesOf(districts, institutions, search) {
  const layers = Object.keys(search.kinds);
  const kinds = Object.fromEntries(layers.map((layer) => [layer, kindWords(search.kinds[layer])]));
  /** @type {Entry[]} */
  const bodies = search.bodies.map(([id, layer, name, others, box]) => ({
    ...{ id, name, kind: layerOf(layer).singular, box, layer, rank: 1 + layers.indexOf(layer) / 20 },
    ...{ names: names(name, ...others), kinds: kinds[layer], place: false },
  }));
  return [
    ...districtEntries(districts, search),
    ...countyEntries(districts),
    ...townEntries(districts, search),
    ...bodies,
    ...institutionEntries(districts, institutions, search),
  ];
}

/** @type {Entry[] | null} */
let entries = null;

/** Everything that can be found: id, name, kind in words, names, box or point. */
export async function searchEntries() {
  if (!entries) {
    const [districts, institutions, search] = await Promise.all(["districts", "institutions", "search"].map(load));
    entries = entriesOf(districts, institutions, search);
  }
  return entries;
}

/**
 * The entries of which every word, or one that it may have been meant for, is in a name or is of their kind.
 * @param {Entry[]} all
 * @param {string[]} words
 */
function slipped(all, words) {
  const known = new Set(all.flatMap((entry) => entry.names.flatMap((name) => name.words)));
  const ways = words.map((word) => ({ word, found: meant(word, known) }));
  return all.filter((entry) =>
    ways.every(({ word, found }) => entry.kinds.has(word) || entry.names.some((name) => name.words.some((own) => found.has(own)))),
  );
}

/**
 * The matches for what was typed, best first.
 * @param {Entry[]} all
 * @param {string} typed
 */
export function findAll(all, typed) {
  const words = wordsOf(typed);
  if (!words.length) return [];
  let rated = all.map((entry) => ({ entry, at: rate(words, entry) })).filter(({ at }) => at < Infinity);
  if (!rated.length) rated = slipped(all, words).map((entry) => ({ entry, at: SLIPPED }));
  const first = fold(typed);
  const off = (/** @type {Entry} */ { name }) => (fold(name).startsWith(first.slice(0, 1)) ? 0 : 1);
  rated.sort(
    (a, b) =>
      a.at - b.at ||
      (a.at === SLIPPED ? off(a.entry) - off(b.entry) : 0) ||
      a.entry.rank - b.entry.rank ||
      a.entry.name.length - b.entry.name.length ||
      a.entry.name.localeCompare(b.entry.name, "en-GB"),
  );
  return rated.map(({ entry }) => entry);
}
