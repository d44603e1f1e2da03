/* Unit tests of the scripts, in a page that jsdom makes. */
import { defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["web/test/**/*.test.js"],
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost:8050/" } },
    restoreMocks: true,
    unstubGlobals: true,
    maxWorkers: 2,
    coverage: { include: ["web/src/**/*.js"], reportsDirectory: "web/coverage", reporter: ["text", "json-summary"] },
  },
});
