/* Bundles web/src into the one script that the pages load: assets/landscape.js. */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: ["web/src/main.js"],
  outfile: "assets/landscape.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2023",
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
});
