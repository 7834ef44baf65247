// Trunk post_build hook: turns Trunk's staging folder into the finished site. Adds what is in
// public/, names code by its content, writes the service worker's list and the headers.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli, compressible, filesIn, sha, typeOf } from "./files.mjs";
import { shrink, small } from "./shrink.mjs";
import { caddySnippet, headersFile, nginxSnippet, securityHeaders } from "./headers.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const SITE = process.env.TRUNK_STAGING_DIR;
const PUBLIC = join(ROOT, "public");
const DEPLOY = join(ROOT, "target/deploy");
const DEBUG = process.env.TRUNK_PROFILE === "debug";
/** Of no use without a network, written for machines, or only for putting the app on the home screen: the service worker leaves them out. */
const NOT_KEPT = /^(sw\.js|_headers|robots\.txt|index\.html|screenshots\/.*|icons\/(apple-touch-icon|icon-512|icon-maskable-512)\.png)$/;

/** During development nothing may come from a cache: this worker removes itself and its files. */
const WORKER_FOR_DEVELOPMENT = `addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("unknot-")) await caches.delete(name);
  await registration.unregister();
})()));
`;

const read = (name) => readFileSync(join(SITE, name));
const write = (name, content) => writeFileSync(join(SITE, name), content);

/**
 * Nearly all of these scripts runs at the start: Chromium then compiles them whole, and not on the page's thread but on the
 * one that reads them, instead of each function when it is first called.
 */
const EAGER = "//# allFunctionsCalledOnLoad\n";

/** Drops whole-line comments and indentation: the source is for reading, the site is for sending. */
const tidyScript = (text) => text.replace(/^\s*\/\/.*\n/gm, "").replace(/^\s*\/\*\*.*?\*\/\n/gms, "").replace(/^\s+/gm, "");
const tidyPage = (text) => text.replace(/<!--.*?-->/gs, "").replace(/^\s+/gm, "");

async function addPublicFiles() {
  const skip = new Set(["boot.js", "sw.js"].map((name) => join(PUBLIC, name)));
  cpSync(PUBLIC, SITE, {
    recursive: true,
    filter: (source) => !skip.has(source) && !(source !== PUBLIC && basename(source).startsWith(".")),
  });
  const boot = readFileSync(join(PUBLIC, "boot.js"), "utf8");
  write("boot.js", DEBUG ? boot : EAGER + (await small(boot)));
}

/** Renames `name` to carry a hash of what is in it now, so that it may be cached for ever. */
function nameByContent(name, plain) {
  const hashed = plain.replace(/\.(\w+)$/, `-${sha(read(name), "sha256", "hex").slice(0, 16)}.$1`);
  renameSync(join(SITE, name), join(SITE, hashed));
  return hashed;
}

/** Trunk appends its preload links to the head; before the stylesheet they start the download earlier. */
function preloadsFirst(page) {
  const links = page.match(/<link rel="(?:modulepreload|preload)"[^>]*>/g) ?? [];
  const rest = links.reduce((text, link) => text.replace(link, ""), page);
  return rest.replace("<script async", () => `${links.join("\n")}\n<script async`);
}

/** Where cargo leaves what it makes. */
const TARGET = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), `wasm32-unknown-unknown/${DEBUG ? "debug" : "release"}`);

/** The library's words as the build script wrote them for this program, which holds their id; and the figures beside them. */
function textsFor(program) {
  const target = join(TARGET, "build");
  for (const name of readdirSync(target)) {
    const file = join(target, name, "out/words-en.txt");
    const words = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    const id = /^unknot words \d+ (\w+)\n/.exec(words.subarray(0, 64))?.[1];
    if (id && program.includes(id)) return { words, figures: readFileSync(join(target, name, "out/figures.txt")) };
  }
  throw new Error(`no words-en.txt below ${target} belongs to the program`);
}

const integrityOf = (name) => `sha384-${sha(read(name), "sha384", "base64")}`;

/** Points the page at the renamed files; the browser checks the scripts' bytes. */
function finishPage(names) {
  let page = tidyPage(read("index.html").toString());
  for (const [from, to] of names) {
    if (!page.includes(`./${from}`)) throw new Error(`index.html does not name ${from}`);
    page = page.replaceAll(`./${from}`, `./${to}`);
    if (to.endsWith(".js")) {
      page = page.replace(new RegExp(`(<(?:script|link)[^>]*?(?:src|href)="./${to}")`), `$1 integrity="${integrityOf(to)}"`);
    }
  }
  page = page.replace("<script async", `<script async ${asked.join(" ")}`);
  page = preloadsFirst(page);
  if (!DEBUG && /<script(?![^>]*\ssrc=)|\sstyle="|<base/i.test(page)) {
    throw new Error("index.html has an inline script, a style attribute or a base element: the policy forbids them");
  }
  write("index.html", page);
  return page;
}

function styleHashes(page) {
  return [...page.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css]) => `sha256-${sha(css, "sha256", "base64")}`);
}

function writeWorker(headers, mark) {
  const template = readFileSync(join(PUBLIC, "sw.js"), "utf8");
  const kept = filesIn(SITE).filter((name) => !NOT_KEPT.test(name));
  const list = ["index.html", ...kept].map((name) => [
    name === "index.html" ? "./" : name,
    sha(read(name), "sha256", "base64"),
    typeOf(name),
  ]);
  // Headers are kept with the files, so a change of policy has to be a new version too.
  const version = sha(JSON.stringify(list) + headers + template, "sha256", "hex").slice(0, 16);
  const worker = tidyScript(template)
    .replace('"%VERSION%"', JSON.stringify(version))
    .replace('"%FILES%"', JSON.stringify(list))
    .replace('"%MARK%"', JSON.stringify(mark));
  write("sw.js", DEBUG ? WORKER_FOR_DEVELOPMENT : worker);
  return { version, kept: ["index.html", ...kept] };
}

function report({ version, kept }, first, later) {
  const size = (names) =>
    names.reduce((sum, name) => sum + (compressible(name) ? brotli(read(name)) : read(name)).length, 0) / 1024;
  console.log(`site ${version}: ${kept.length} files kept offline, ${size(kept).toFixed(1)} KB brotli; first screen ${size(first).toFixed(1)} KB:`);
  for (const name of [...first, ...later]) console.log(`  ${size([name]).toFixed(1).padStart(6)} KB brotli  ${name}${later.includes(name) ? " (after it)" : ""}`);
}

await addPublicFiles();
const built = filesIn(SITE);
const glue = built.find((name) => /^unknot-[^/]*\.js$/.test(name));
const wasm = built.find((name) => /_bg\.wasm$/.test(name));
const later = [];
const asked = [];
if (!glue || !wasm) throw new Error("Trunk left no program in the staging folder");
const texts = textsFor(read(wasm));
if (!DEBUG) {
  const smaller = await shrink(read(glue).toString(), read(wasm), readFileSync(join(TARGET, "unknot.wasm")));
  write(wasm, smaller.first);
  if (smaller.rest) {
    write("rest.wasm", smaller.rest);
    later.push(nameByContent("rest.wasm", "rest.wasm"));
  }
  write(glue, EAGER + (await small(smaller.glue.replace("%REST%", later[0]))));
}
/** Adds a file that comes behind the first screen; the page names it in `data-<what>`. */
function addLater(what, name, content) {
  write(name, content);
  const hashed = nameByContent(name, name);
  later.push(hashed);
  asked.push(`data-${what}="./${hashed}"`);
  // The browser itself checks a style sheet; the program checks what it reads.
  if (name.endsWith(".css")) asked.push(`data-${what}-integrity="${integrityOf(hashed)}"`);
}
addLater("words", "words-en.txt", texts.words);
addLater("figures", "figures.txt", texts.figures);
addLater("style", "rest.css", readFileSync(join(ROOT, "target/site/rest.css")));
const names = [
  [glue, nameByContent(glue, "unknot.js")],
  [wasm, nameByContent(wasm, "unknot.wasm")],
  ["boot.js", nameByContent("boot.js", "boot.js")],
];
const page = finishPage(names);
const security = securityHeaders(styleHashes(page));
const hashed = names.map(([, name]) => name);
const headers = headersFile(security, [...hashed, ...later]);
write("_headers", headers);
const result = writeWorker(headers, 'data-wasm="./');
rmSync(DEPLOY, { recursive: true, force: true });
mkdirSync(DEPLOY, { recursive: true });
writeFileSync(join(DEPLOY, "unknot-headers.nginx"), nginxSnippet(security));
writeFileSync(join(DEPLOY, "unknot-headers.caddy"), caddySnippet(security));
if (!DEBUG) report(result, ["index.html", ...hashed], later);
if (!existsSync(join(SITE, "sw.js"))) throw new Error("no service worker was written");
