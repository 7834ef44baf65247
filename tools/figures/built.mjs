// The figures as the build made them, and what each exercise is called.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { svg } from "./sheet.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
export const ROOT = join(HERE, "../..");
export const OUT = join(ROOT, "target/figures");
export const css = readFileSync(join(HERE, "style.css"), "utf8");

const json = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** The text of the sheet that the build script wrote. */
export function built() {
  const told = execFileSync("cargo", ["check", "--lib", "--quiet", "--message-format=json"], { cwd: ROOT, maxBuffer: 1 << 28 });
  const lines = told.toString().split("\n").filter((it) => it.includes("build-script-executed") && it.includes("unknot"));
  const sheets = lines.map((it) => join(JSON.parse(it).out_dir, "figures.txt")).filter((it) => existsSync(it));
  if (sheets.length === 0) throw new Error("the build wrote no figures.txt");
  return readFileSync(sheets.at(-1), "utf8");
}

/** Areas with their exercises, each with its English name. */
export function library() {
  return readdirSync(join(ROOT, "data/exercises")).map((file) => {
    const texts = json(`data/text/en/exercises/${file}`);
    const exercises = json(`data/exercises/${file}`).exercises.map((it) => ({ ...it, name: texts[it.code].name }));
    return { area: file.replace(".json", ""), exercises };
  });
}

/** Every key pose of a figure that looks different, side by side; what moves is on the last. */
export function strip(sheet, figure, mirrored) {
  const seen = new Set();
  const shown = figure.stops.map((stop, index) => (stop.key ? index : -1)).filter((index) => {
    // What goes round ends as it began.
    if (index < 0 || (figure.cycle === "r" && index === figure.stops.length - 1)) return false;
    const look = svg(sheet, figure, index, { arrows: false });
    return !seen.has(look) && seen.add(look);
  });
  const drawn = shown.map((stop, place) => svg(sheet, figure, stop, { mirrored, arrows: place === shown.length - 1 }));
  return `<div>${drawn.join("")}</div>`;
}
