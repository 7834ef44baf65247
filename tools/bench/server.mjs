// A static server for the bench: brotli 11 made once in memory, headers from a `_headers` file.
import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, extname, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
};
const INCOMPRESSIBLE = new Set([".png", ".ico", ".webp", ".woff2"]);

/** Compresses as a host does ahead of time: quality 11, size hint given. */
export function brotli11(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Every file under `root`, as site paths ("/sub/file.js"). */
export function siteFiles(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => "/" + relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
}

/** Reads the `_headers` format of static hosts: a path line, then indented `Name: value` lines. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (!line.trim() || line.trim().startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*");
      rules.push({ test: new RegExp(`^${pattern}$`), set: [] });
      continue;
    }
    const [, name, value] = line.match(/^\s+(![^:]+|[^:]+)(?::\s*(.*?)\s*)?$/) ?? [];
    if (rules.length && name) rules.at(-1).set.push([name.trim(), value ?? ""]);
  }
  return (path) => {
    const headers = {};
    for (const rule of rules.filter((rule) => rule.test.test(path))) {
      for (const [name, value] of rule.set) {
        const key = name.replace(/^!\s*/, "").toLowerCase();
        if (name.startsWith("!")) delete headers[key];
        else headers[key] = value;
      }
    }
    return headers;
  };
}

function prepare(root, withoutHeaders, headersFile) {
  const headersFor = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, "utf8")) : () => ({});
  const answers = new Map();
  for (const path of siteFiles(root)) {
    const ext = extname(path);
    // Precompressed siblings and host configuration are not pages.
    if (path === "/_headers" || ext === ".br" || ext === ".gz") continue;
    const raw = readFileSync(join(root, path));
    const headers = { "content-type": TYPES[ext] ?? "application/octet-stream", ...headersFor(path) };
    for (const name of withoutHeaders) delete headers[name];
    const packed = INCOMPRESSIBLE.has(ext) ? null : brotli11(raw);
    answers.set(path, { raw, packed, headers, etag: `"${createHash("sha256").update(raw).digest("hex").slice(0, 16)}"` });
  }
  const index = answers.get("/index.html");
  if (index) {
    const headers = { ...index.headers, ...headersFor("/") };
    for (const name of withoutHeaders) delete headers[name];
    answers.set("/", { ...index, headers });
  }
  return answers;
}

function answer(site, request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  const file = site.get(path);
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    return;
  }
  const packed = file.packed && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const headers = { ...file.headers, etag: file.etag, vary: "accept-encoding" };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = packed ? file.packed : file.raw;
  if (packed) headers["content-encoding"] = "br";
  response.writeHead(200, { ...headers, "content-length": body.length }).end(body);
}

/**
 * Serves `root` on a port of 127.0.0.1 that stays the same over `stop` and `start`.
 * `stop` closes the listener and every open connection, so "offline" is a server that is really gone.
 */
export async function serve(root, { withoutHeaders = [], headersFile = join(root, "_headers") } = {}) {
  const site = prepare(root, withoutHeaders, headersFile);
  let http = null;
  let port = 0;
  const start = () =>
    new Promise((resolve, reject) => {
      http = createServer((request, response) => answer(site, request, response));
      http.once("error", reject);
      http.listen(port, "127.0.0.1", () => {
        port = http.address().port;
        resolve();
      });
    });
  const stop = () =>
    new Promise((resolve) => {
      if (!http) return resolve();
      http.close(() => resolve());
      http.closeAllConnections();
      http = null;
    });
  await start();
  return { root, url: `http://127.0.0.1:${port}/`, start, stop };
}
