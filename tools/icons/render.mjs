// Draws the PNG icons from icon.svg with the system's Chromium, then writes them small with 16 colours
// (Debian's `pngquant` and `zopfli`: 9.5 KB in all instead of 42). Run after changing the drawing:
// node tools/icons/render.mjs [path of chromium]
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "../../public/icons");
const drawing = readFileSync(join(HERE, "icon.svg"), "utf8");
const MARK = /<g id="mark"[^>]*>/;
// Launchers cut a maskable icon to their own shape: paper to the edge, the mark within the inner 80 %.
const square = drawing.replace(' rx="112"', "");
const maskable = square.replace(MARK, `<g transform="translate(256 256) scale(.74) translate(-256 -244)">`);
// iOS rounds the corners itself and shows see-through parts black.
const touch = square.replace(MARK, `<g transform="translate(256 256) scale(.88) translate(-256 -244)">`);
const PICTURES = [
  ["icon-192.png", drawing, 192],
  ["icon-512.png", drawing, 512],
  ["icon-maskable-512.png", maskable, 512],
  ["apple-touch-icon.png", touch, 180],
];

mkdirSync(OUT, { recursive: true });
copyFileSync(join(HERE, "icon.svg"), join(OUT, "icon.svg"));
const browser = await chromium.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, svg, size] of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const sized = svg.replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `);
  await page.setContent(`<body style="margin:0;background:transparent">${sized}`);
  const path = join(OUT, name);
  await page.screenshot({ path, omitBackground: name.startsWith("icon-") });
  await page.close();
  execFileSync("pngquant", ["16", "--speed", "1", "--strip", "--force", "--output", path, path]);
  execFileSync("zopflipng", ["-y", "--iterations=50", path, path], { stdio: "ignore" });
}
await browser.close();
