#!/usr/bin/env node
// Draws every figure on one page and to PNG, both sides, light and dark: make figures.
//
//   node tools/figures/render.mjs [path of a Chromium]
//
// Key poses stand side by side, what moves is on the last of them. Fails where all figures packed are larger
// than 30 KB.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";
import { OUT, built, css, library, strip } from "./built.mjs";
import { read } from "./sheet.mjs";

/** Bytes of all figures, packed as the site is sent. */
const BUDGET = 30 * 1024;

const text = built();
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sheet = read(text);

function card(exercise, mirrored) {
  const figure = sheet.figures.find((it) => it.number === exercise.number);
  if (!figure) return `<figure><figcaption>${exercise.code} has no figure yet</figcaption></figure>`;
  const side = mirrored ? "right" : exercise.sides === "each" ? "left" : "";
  return `<figure><figcaption>${exercise.code} ${exercise.name} ${side}</figcaption>${strip(sheet, figure, mirrored)}</figure>`;
}

const cards = (exercises) => exercises.map((it) => card(it, false) + (it.sides === "each" ? card(it, true) : "")).join("\n");
const page = (theme, body) => `<!doctype html><html lang="en" class="${theme}"><meta charset="utf-8"><title>Figures</title>
<style>${css}</style><body>${body}</body></html>`;

mkdirSync(OUT, { recursive: true });
const all = library().map(({ area, exercises }) => [area, cards(exercises)]);
const both = all.map(([area, it]) => `<h2>${area}</h2><main class="light">${it}</main><main class="dark">${it}</main>`);
writeFileSync(join(OUT, "figures.html"), page("light", both.join("\n")));

const browser = await chromium.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const theme of ["light", "dark"]) {
  for (const [area, it] of all) {
    const tab = await browser.newPage({ viewport: { width: 1600, height: 600 } });
    await tab.setContent(page(theme, `<main>${it}</main>`));
    await tab.screenshot({ path: join(OUT, `${area}-${theme}.png`), fullPage: true });
    await tab.close();
  }
}
await browser.close();
console.log(`${sheet.figures.length} figures, ${sheet.shapes.length} shapes, ${text.length} bytes, ${packed} packed of ${BUDGET}: target/figures/figures.html`);
if (packed > BUDGET) process.exitCode = 1;
