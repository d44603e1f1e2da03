/* Mutation testing: small faults put into web/src, each run against the tests that cover it. Run by web/mutants.mjs. */
export default {
  mutate: ["web/src/**/*.js"],
  ignorePatterns: ["**", "!package.json", "!tests/words/**", "!web/**", "web/.stryker", "web/coverage"],
  testRunner: "vitest",
  vitest: { configFile: "web/vitest.config.mjs" },
  plugins: ["@stryker-mutator/vitest-runner", "./web/sample_checker.mjs"],
  checkers: ["sample"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  timeoutMS: 10000,
  reporters: ["json", "dots"],
  jsonReporter: { fileName: "web/.stryker/report.json" },
  tempDirName: "web/.stryker/tmp",
  incremental: false,
  logLevel: "warn",
  disableTypeChecks: false,
};
