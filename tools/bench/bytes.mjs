// What travels: the code of the first screen and everything the service worker keeps, both as brotli 11.
// 1 KB is 1,000 bytes here.
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { brotli11, siteFiles } from "./server.mjs";

const CODE = /\.(?:html|css|m?js|wasm)$/;
// Fetched after the first screen can be used, so not part of it. (What the browser really asked for before that
// counts, whatever it is called: see `fetched` below.)
const LATER = /^\/(?:sw\.js|rest-\w+\.(?:wasm|css))$/;

const kilobytes = (root, paths) =>
  [...paths].map((path) => brotli11(readFileSync(join(root, path))).length).reduce((sum, size) => sum + size, 0) / 1000;

/** Site paths that a text mentions in quotes, seen from the file `from`, where such a file exists. */
function mentioned(root, text, from) {
  const paths = new Set();
  for (const [, quoted] of text.matchAll(/["'`]([^"'`\s<>{}]+)["'`]/g)) {
    const [bare] = quoted.split(/[?#]/);
    const path = posix.resolve(posix.dirname(from), bare === "" || bare.endsWith("/") ? `${bare}index.html` : bare);
    if (existsSync(join(root, path)) && posix.extname(path)) paths.add(path);
  }
  return paths;
}

/** The page and the code it names, followed through scripts and style sheets. */
function firstScreen(root) {
  const found = new Set(["/index.html"]);
  for (const path of found) {
    if (!/\.(?:html|css|m?js)$/.test(path)) continue;
    const text = readFileSync(join(root, path), "utf8");
    for (const next of mentioned(root, text, path)) {
      if (CODE.test(next) && !LATER.test(next)) found.add(next);
    }
  }
  return found;
}

/** What the built worker lists, and what the caches really held (`cached`, from the browser; may be absent). */
function kept(root, cached = []) {
  const worker = join(root, "sw.js");
  if (!existsSync(worker)) throw new Error("the site has no sw.js");
  const list = /^const FILES = (\[\[.*\]\]);$/m.exec(readFileSync(worker, "utf8"))?.[1];
  if (!list) throw new Error("sw.js does not list what it keeps as expected");
  const listed = JSON.parse(list).map(([path]) => posix.resolve("/", path === "./" ? "index.html" : path));
  const held = cached.map((path) => (path.endsWith("/") ? `${path}index.html` : path));
  const unknown = held.filter((path) => !existsSync(join(root, path)));
  const real = new Set(held.filter((path) => existsSync(join(root, path))));
  return { paths: new Set([...listed, ...real]), unlisted: unknown };
}

/** Sizes of the site at `root` in KB. `fetched`: code files the browser asked for before the app was ready. */
export function measureBytes(root, { fetched = [], cached = [] } = {}) {
  const files = new Set(siteFiles(root));
  const code = firstScreen(root);
  for (const path of fetched) if (CODE.test(path) && files.has(path)) code.add(path);
  const wasm = [...code].filter((path) => path.endsWith(".wasm"));
  const store = kept(root, cached);
  return {
    codeBytes: kilobytes(root, code),
    wasmBytes: kilobytes(root, wasm),
    keptBytes: kilobytes(root, store.paths),
    figuresBytes: kilobytes(root, [...files].filter((path) => /^\/figures-\w+\.txt$/.test(path))),
    allWasmBytes: kilobytes(root, [...files].filter((path) => path.endsWith(".wasm"))),
    codeFiles: [...code].map((path) => ({ path, kb: kilobytes(root, [path]) })),
    keptFiles: store.paths.size,
    unlisted: store.unlisted,
  };
}
