/* A seeded sample of the faults that Stryker could put into web/src, and what names one of them. */
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const SILENT = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {}, error() {} };

/**
 * @typedef {{ line: number, column: number }} Place
 * @typedef {{ fileName: string, mutatorName: string, replacement: string, location: { start: Place, end: Place } }} Mutant
 */

/**
 * What names a mutant: its file, place and change. Its number depends on the run.
 * @param {Mutant} mutant
 */
export function keyOf({ fileName, mutatorName, replacement, location: { start, end } }) {
  const place = [start.line, start.column, end.line, end.column].join(":");
  return [path.relative(process.cwd(), path.resolve(fileName)), place, mutatorName, replacement].join(" ");
}

/** Every mutant of web/src, by key, in the order of files and lines. */
export async function allKeys() {
  const all = readdirSync("web/src", { recursive: true, encoding: "utf8" });
  const names = all.filter((name) => name.endsWith(".js")).map((name) => `web/src/${name}`).sort();
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
  const instrumenter = new Instrumenter(/** @type {any} */ (SILENT));
  const { mutants } = await instrumenter.instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
  return mutants.map((mutant) => keyOf(/** @type {Mutant} */ (mutant)));
}

/**
 * Numbers from 0 to 1 that follow from a seed (mulberry32).
 * @param {number} seed
 */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * So many of the keys, each as likely as any other, the same ones for the same seed.
 * @param {string[]} keys
 * @param {number} size
 * @param {number} seed
 */
export function sampled(keys, size, seed) {
  const left = [...keys];
  const next = random(seed);
  return Array.from({ length: Math.min(size, left.length) }, () => left.splice(Math.floor(next() * left.length), 1)[0]);
}
