/*
 * node web/mutants.mjs SEED SAMPLE OUT: puts SAMPLE small faults into web/src, one at a time, chosen at random from SEED,
 * and writes to OUT as JSON how many the unit tests noticed, by room (folder), and which they did not.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { allKeys, keyOf, sampled } from "./sample.mjs";

const FOLDER = "web/.stryker";
const NOTICED = new Set(["Killed", "Timeout"]);
const UNJUDGED = new Set(["RuntimeError"]); // the tests could not be run at all

/** @param {string} file */
const roomOf = (file) => path.dirname(path.relative("web/src", file)).replace(/^\.$/, "shared");

/** @param {{ noticed: boolean }[]} found */
function score(found) {
  const noticed = found.filter((mutant) => mutant.noticed).length;
  return { mutants: found.length, noticed, percent: found.length ? Math.round((1000 * noticed) / found.length) / 10 : null };
}

/** @param {Set<string>} wanted */
function readReport(wanted) {
  const report = JSON.parse(readFileSync(`${FOLDER}/report.json`, "utf8"));
  return Object.entries(report.files).flatMap(([file, { mutants }]) =>
    mutants
      .map((/** @type {any} */ mutant) => ({ ...mutant, fileName: file }))
      .filter((/** @type {any} */ mutant) => wanted.has(keyOf(shifted(mutant))) && !UNJUDGED.has(mutant.status))
      .map((/** @type {any} */ mutant) => ({
        room: roomOf(file),
        at: `${file}:${mutant.location.start.line}`,
        mutator: mutant.mutatorName,
        replacement: mutant.replacement,
        status: mutant.status,
        noticed: NOTICED.has(mutant.status),
      })),
  );
}

/**
 * The report counts lines and columns from 1, the instrumenter from 0.
 * @param {any} mutant
 */
function shifted(mutant) {
  const { start, end } = mutant.location;
  const back = (/** @type {any} */ place) => ({ line: place.line - 1, column: place.column - 1 });
  return { ...mutant, location: { start: back(start), end: back(end) } };
}

const [seed, size, out] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 100), process.argv[4] ?? "var/mutants.json"];
mkdirSync(FOLDER, { recursive: true });
const keys = await allKeys();
const wanted = sampled(keys, size, seed);
writeFileSync(`${FOLDER}/sample.json`, JSON.stringify(wanted));
const env = { ...process.env, MUTANT_SAMPLE: path.resolve(FOLDER, "sample.json") };
const done = spawnSync("node_modules/.bin/stryker", ["run", "web/stryker.config.mjs"], { stdio: "inherit", env });
if (done.status) process.exit(done.status);
const found = readReport(new Set(wanted));
const rooms = [...new Set(found.map((mutant) => mutant.room))].sort();
const result = {
  seed,
  of: keys.length,
  ...score(found),
  rooms: Object.fromEntries(rooms.map((room) => [room, score(found.filter((mutant) => mutant.room === room))])),
  missed: found.filter((mutant) => !mutant.noticed).map(({ at, mutator, replacement, status }) => ({ at, mutator, replacement, status })),
};
mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
