/* Keeps Stryker to the sample that web/mutants.mjs has drawn: every other mutant is set aside before it is run. */
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { readFileSync } from "node:fs";
import { keyOf } from "./sample.mjs";

class SampleChecker {
  /** @type {Set<string>} */
  #wanted = new Set();

  async init() {
    this.#wanted = new Set(JSON.parse(readFileSync(/** @type {string} */ (process.env.MUTANT_SAMPLE), "utf8")));
  }

  /** @param {import("./sample.mjs").Mutant[]} mutants */
  group(mutants) {
    return [mutants.map((mutant) => /** @type {any} */ (mutant).id)];
  }

  /** @param {import("./sample.mjs").Mutant[]} mutants */
  async check(mutants) {
    const result = (/** @type {import("./sample.mjs").Mutant} */ mutant) =>
      this.#wanted.has(keyOf(mutant)) ? { status: "passed" } : { status: "compileError", reason: "not in the sample" };
    return Object.fromEntries(mutants.map((mutant) => [/** @type {any} */ (mutant).id, result(mutant)]));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, "sample", /** @type {any} */ (SampleChecker))];
