/* Find a district, body, university or trust by any part of its name. */
import { config, layerOf } from "../config.js";
import { load } from "../files.js";

/** @import { Districts, Institutions, SearchRow } from "../payloads" */
/** @import { Entry } from "../types" */

const ROUND = { lon: 0.15, lat: 0.1 }; // degrees round an institution that are brought into view

/** @param {string} text */
export const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "").replace(/&/g, "and");

/**
 * @param {Districts} districts
 * @param {Record<string, Institutions>} institutions
 * @param {SearchRow[]} bodies
 * @returns {Entry[]}
 */
export function entriesOf(districts, institutions, bodies) {
  const layers = Object.keys(config().layers);
  /** @type {Omit<Entry, "text">[]} */
  const found = districts.code.map((id, i) => {
    const within = districts.upper[i] || districts.regions[districts.region[i]];
    return { id, name: districts.name[i], kind: `District, ${within}`, other: id, box: districts.box[i], rank: 0 };
  });
  for (const [id, layer, name, other, box] of bodies) {
    found.push({ id, name, kind: layerOf(layer).singular, other: other || "", box, layer, rank: 1 + layers.indexOf(layer) / 20 });
  }
  for (const [layer, rows] of Object.entries(institutions)) {
    rows.id.forEach((id, k) => {
      const [lon, lat] = [rows.lon[k], rows.lat[k]];
      const kind = `${layerOf(layer).singular}, ${districts.name[rows.district[k]]}`;
      const box = /** @type {Entry["box"]} */ ([lon - ROUND.lon, lat - ROUND.lat, lon + ROUND.lon, lat + ROUND.lat]);
      found.push({ id, name: rows.name[k], kind, other: "", layer, rank: 2, box });
    });
  }
  return found.map((entry) => ({ ...entry, text: fold(`${entry.name} ${entry.other}`) }));
}

/** @type {Entry[] | null} */
let entries = null;

/** Everything that can be found: id, name, kind in words, text searched, box or point. */
export async function searchEntries() {
  if (!entries) {
    const [districts, institutions, bodies] = await Promise.all(["districts", "institutions", "search"].map(load));
    entries = entriesOf(districts, institutions, bodies);
  }
  return entries;
}

/**
 * How far down the list an entry comes: names that begin with the first word, then those in which a word does.
 * @param {Entry} entry
 * @param {string} first
 */
function score({ text, rank }, first) {
  const place = text.startsWith(first) ? 0 : text.includes(` ${first}`) ? 1 : 2;
  return place * 10 + rank;
}

/**
 * The matches for what was typed, best first: every word must occur somewhere in the name.
 * @param {Entry[]} all
 * @param {string} typed
 */
export function findAll(all, typed) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return all
    .filter((entry) => words.every((word) => entry.text.includes(word)))
    .sort(
      (a, b) =>
        score(a, words[0]) - score(b, words[0]) || a.name.length - b.name.length || a.name.localeCompare(b.name, "en-GB"),
    );
}
