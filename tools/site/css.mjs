// Trunk pre_build hook: bundles style/main.css with everything it imports into one
// small file, which index.html carries inline (see docs/decisions/inline-style.md).
import { spawnSync } from "node:child_process";
import { mkdirSync, existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const OUT = join(ROOT, "target/site/main.css");
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

mkdirSync(dirname(OUT), { recursive: true });
const flags = ["--bundle", "--targets", BROWSERS, "-o", OUT];
if (process.env.TRUNK_PROFILE !== "debug") flags.unshift("--minify");
const run = spawnSync(lightningcss(), [...flags, join(ROOT, "style/main.css")], { stdio: "inherit" });
if (run.error) console.error(`lightningcss: ${run.error.message}. Run "make tools".`);
process.exit(run.status ?? 1);
