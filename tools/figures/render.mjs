// Draws every figure to target/figures/: one page with all key poses, both sides, light and dark, and the same as
// PNG contact sheets, one for each area. Fails when the sheet is above its budget.
// node tools/figures/render.mjs [path of chromium]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { read, svg } from "./sheet.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../..");
const OUT = join(ROOT, "target/figures");
/** Bytes of all figures, packed as the site is sent. */
const BUDGET = 30 * 1024;

const json = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

/** Where the build script put the sheet. */
function built() {
  const told = execFileSync("cargo", ["check", "--lib", "--quiet", "--message-format=json"], { cwd: ROOT, maxBuffer: 1 << 28 });
  const lines = told.toString().split("\n").filter((it) => it.includes("build-script-executed") && it.includes("unknot"));
  const sheets = lines.map((it) => join(JSON.parse(it).out_dir, "figures.txt")).filter((it) => existsSync(it));
  if (sheets.length === 0) throw new Error("the build wrote no figures.txt");
  return readFileSync(sheets.at(-1), "utf8");
}

/** Stops that are key poses, each look once. */
function keys(sheet, figure) {
  const seen = new Set();
  return figure.stops.map((stop, index) => (stop.key ? index : -1)).filter((index) => {
    if (index < 0) return false;
    const look = svg(sheet, figure, index, { arrows: false });
    return !seen.has(look) && seen.add(look);
  });
}

function card(sheet, figure, exercise, name, mirrored) {
  const shown = keys(sheet, figure);
  const drawings = shown.map((stop, place) => svg(sheet, figure, stop, { mirrored, arrows: place === shown.length - 1 }));
  const side = mirrored ? "right" : exercise.sides === "each" ? "left" : "";
  return `<figure><figcaption>${exercise.code} ${name} ${side}</figcaption><div>${drawings.join("")}</div></figure>`;
}

function areas(sheet) {
  const files = readdirSync(join(ROOT, "data/exercises"));
  return files.map((file) => {
    const texts = json(`data/text/en/exercises/${file}`);
    const cards = json(`data/exercises/${file}`).exercises.map((exercise) => {
      const figure = sheet.figures.find((it) => it.number === exercise.number);
      if (!figure) return `<figure><figcaption>${exercise.code} has no figure yet</figcaption></figure>`;
      const { name } = texts[exercise.code];
      const left = card(sheet, figure, exercise, name, false);
      return exercise.sides === "each" ? left + card(sheet, figure, exercise, name, true) : left;
    });
    return [file.replace(".json", ""), cards.join("\n")];
  });
}

const text = built();
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sheet = read(text);
const css = readFileSync(join(HERE, "style.css"), "utf8");
const page = (theme, cards) => `<!doctype html><html lang="en" class="${theme}"><meta charset="utf-8"><title>Figures</title>
<style>${css}</style><body>${cards}</body></html>`;
mkdirSync(OUT, { recursive: true });
const all = areas(sheet);
for (const theme of ["light", "dark"]) {
  const parts = all.map(([area, cards]) => `<h2>${area}</h2><main>${cards}</main>`);
  writeFileSync(join(OUT, `figures-${theme}.html`), page(theme, parts.join("\n")));
}
const both = all.map(([area, cards]) => `<h2>${area}</h2><main class="light">${cards}</main><main class="dark">${cards}</main>`);
writeFileSync(join(OUT, "figures.html"), page("light", both.join("\n")));

const browser = await chromium.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const theme of ["light", "dark"]) {
  for (const [area, cards] of all) {
    const tab = await browser.newPage({ viewport: { width: 1600, height: 600 } });
    await tab.setContent(page(theme, `<main>${cards}</main>`));
    await tab.screenshot({ path: join(OUT, `${area}-${theme}.png`), fullPage: true });
    await tab.close();
  }
}
await browser.close();
console.log(`${sheet.figures.length} figures, ${sheet.shapes.length} shapes, ${text.length} bytes, ${packed} packed of ${BUDGET}: target/figures/figures.html`);
if (packed > BUDGET) process.exitCode = 1;
