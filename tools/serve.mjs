// Serves the built site as a good host would: the headers of dist/_headers, brotli made
// ahead of time, exact content types, checked caches. Nothing is rewritten: an unknown
// address is 404.
//   node tools/serve.mjs [--port 8080] [--host 127.0.0.1] [--dir dist]
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotli, compressible, filesIn, sha, typeOf } from "./site/files.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Reads `_headers`: a path, "*" for anything, then indented "Name: value" lines. */
function parseRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      rules.push({ matches: new RegExp(`^${pattern}$`), headers: [] });
      continue;
    }
    const colon = line.indexOf(":");
    rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

/** The site's files in memory, read again when they change on the disk. */
class Site {
  #files = new Map();
  #rules = { stamp: 0, list: [] };

  constructor(dir) {
    this.dir = resolve(dir);
  }

  /** The file at `path`, or nothing when it is not part of the site. */
  file(path) {
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const place = resolve(join(this.dir, name));
    if (!place.startsWith(this.dir + sep) || name === "/_headers") return undefined;
    const stat = statSync(place, { throwIfNoEntry: false });
    if (!stat?.isFile()) return undefined;
    const stamp = `${stat.mtimeMs}:${stat.size}`;
    let file = this.#files.get(place);
    if (file?.stamp !== stamp) {
      const bytes = readFileSync(place);
      const type = typeOf(place);
      file = { stamp, bytes, type, brotli: compressible(place) ? brotli(bytes) : undefined };
      file.etag = `W/"${sha(bytes, "sha256", "hex").slice(0, 20)}"`;
      this.#files.set(place, file);
    }
    return file;
  }

  headers(path) {
    const place = join(this.dir, "_headers");
    const stamp = statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (stamp !== this.#rules.stamp) this.#rules = { stamp, list: stamp ? parseRules(readFileSync(place, "utf8")) : [] };
    return this.#rules.list.filter((rule) => rule.matches.test(path)).flatMap((rule) => rule.headers);
  }
}

function pathOf(request) {
  try {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]);
    return path.startsWith("/") && !/[\0\\]/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function answer(site, request, response) {
  const path = pathOf(request);
  const send = (status, body, headers = {}) => {
    for (const [name, value] of site.headers(path ?? "/")) response.setHeader(name, value);
    response.writeHead(status, { "Content-Length": body.length, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const say = (status, text, headers = {}) =>
    send(status, Buffer.from(`${text}\n`), { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache", ...headers });
  if (path === undefined) return say(400, "Bad address");
  if (request.method !== "GET" && request.method !== "HEAD") return say(405, "Only GET and HEAD", { Allow: "GET, HEAD" });
  const file = site.file(path);
  if (!file) return say(404, "Not found");
  const headers = { "Content-Type": file.type, ETag: file.etag };
  if (file.brotli) headers.Vary = "Accept-Encoding";
  if ((request.headers["if-none-match"] ?? "").split(/,\s*/).includes(file.etag)) return send(304, Buffer.alloc(0), headers);
  const packed = file.brotli && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  if (packed) headers["Content-Encoding"] = "br";
  return send(200, packed ? file.brotli : file.bytes, headers);
}

/** A server for the site in `dir`, its files read and compressed already; not yet listening. */
export function siteServer(dir) {
  const site = new Site(dir);
  for (const name of filesIn(site.dir)) site.file(`/${name}`);
  return createServer((request, response) => {
    try {
      answer(site, request, response);
    } catch (error) {
      console.error(`${request.method} ${request.url}: ${error.message}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
}

function main() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "127.0.0.1" },
      dir: { type: "string", default: join(ROOT, "dist") },
    },
  });
  if (!existsSync(join(values.dir, "index.html"))) {
    console.error(`There is no site in ${values.dir}. Run "make build" first.`);
    process.exit(1);
  }
  const server = siteServer(values.dir);
  server.on("error", (error) => {
    const why = error.code === "EADDRINUSE" ? `Port ${values.port} is taken; choose another: make run PORT=8081` : error.message;
    console.error(why);
    process.exit(1);
  });
  server.listen(Number(values.port), values.host, () => {
    const { address, port } = server.address();
    const shown = address === "127.0.0.1" || address === "::1" ? "localhost" : address;
    console.log(`Unknot is at http://${shown}:${port}/ (Ctrl+C stops it)`);
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) main();
