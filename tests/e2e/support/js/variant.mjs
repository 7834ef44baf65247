// Makes another version of the built site: node variant.mjs FROM TO MARK [PRELOAD_FILE]
//  - the page carries <meta name="e2e-version" content="MARK">,
//  - the program's bytes, and so its name, differ (an empty custom section is added),
//  - PRELOAD_FILE, where given, runs before everything in boot.js,
//  - the worker's list, version and hashes are right again, as after a real build.
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, to, mark, preload] = process.argv.slice(2);
const sha = (bytes, kind, as) => createHash(kind).update(bytes).digest(as);
const at = (name) => join(to, name);

cpSync(from, to, { recursive: true });
const names = readdirSync(to);
const boot = names.find((name) => /^boot.*\.js$/.test(name));
const wasm = names.find((name) => /^unknot.*\.wasm$/.test(name));
let page = readFileSync(at("index.html"), "utf8");
let headers = readFileSync(at("_headers"), "utf8");
let worker = readFileSync(at("sw.js"), "utf8");

const rename = (name, next) => {
  renameSync(at(name), at(next));
  page = page.replaceAll(name, next);
  headers = headers.replaceAll(name, next);
  worker = worker.replaceAll(name, next);
};

const section = Buffer.concat([Buffer.from([0, mark.length + 1, mark.length]), Buffer.from(mark)]);
writeFileSync(at(wasm), Buffer.concat([readFileSync(at(wasm)), section]));
rename(wasm, wasm.replace(/\.wasm$/, `-${mark}.wasm`));

if (preload) {
  const old = readFileSync(at(boot));
  const bytes = Buffer.concat([readFileSync(preload), Buffer.from("\n"), old]);
  writeFileSync(at(boot), bytes);
  page = page.replaceAll(sha(old, "sha384", "base64"), sha(bytes, "sha384", "base64"));
  rename(boot, boot.replace(/\.js$/, `-${mark}.js`));
}
page = page.replace(/<head>/, `<head><meta name="e2e-version" content="${mark}">`);
writeFileSync(at("index.html"), page);
writeFileSync(at("_headers"), headers);

const list = JSON.parse(/const FILES = (\[.*?\]);/s.exec(worker)[1]);
for (const entry of list) {
  entry[1] = sha(readFileSync(at(entry[0] === "./" ? "index.html" : entry[0])), "sha256", "base64");
}
const version = sha(JSON.stringify(list) + mark, "sha256", "hex").slice(0, 16);
worker = worker
  .replace(/const FILES = \[.*?\];/s, () => `const FILES = ${JSON.stringify(list)};`)
  .replace(/const VERSION = "[^"]*"/, `const VERSION = "${version}"`);
writeFileSync(at("sw.js"), worker);
