// Trunk pre_build hook: bundles style/main.css with everything it imports into one small file, which
// index.html carries inline (see docs/decisions/inline-style.md), and style/rest.css into another,
// which comes behind the first screen.
import { spawnSync } from "node:child_process";
import { mkdirSync, existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const OUT = join(ROOT, "target/site");
// The oldest browsers with the features the app needs; nesting is written out for them.
const BROWSERS = "chrome 111, and_chr 111, firefox 115, safari 16.4, ios_saf 16.4, samsung 22";

/** The program itself: npm may have been told not to run the package's install script. */
function lightningcss() {
  const modules = join(ROOT, "node_modules");
  const packages = existsSync(modules) ? readdirSync(modules) : [];
  const binary = packages
    .filter((name) => name.startsWith("lightningcss-cli-"))
    .map((name) => join(modules, name, "lightningcss"))
    .find(existsSync);
  return binary ?? join(modules, ".bin/lightningcss");
}

mkdirSync(OUT, { recursive: true });
for (const name of ["main.css", "rest.css"]) {
  const flags = ["--bundle", "--targets", BROWSERS, "-o", join(OUT, name)];
  if (process.env.TRUNK_PROFILE !== "debug") flags.unshift("--minify");
  const run = spawnSync(lightningcss(), [...flags, join(ROOT, "style", name)], { stdio: "inherit" });
  if (run.error) console.error(`lightningcss: ${run.error.message}. Run "make tools".`);
  if (run.status !== 0) process.exit(run.status ?? 1);
}
