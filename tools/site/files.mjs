// What is in a site folder: names, content types, hashes, compressed sizes.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Content type by file name; bytes without a meaning when the ending is unknown. */
export const typeOf = (name) => TYPES[extname(name)] ?? "application/octet-stream";

/** Whether compression is worth its while: pictures are compressed already. */
export const compressible = (name) => /text\/|javascript|json|wasm|svg/.test(typeOf(name));

/** SHA of `bytes` as "base64" or "hex". */
export const sha = (bytes, algorithm, encoding) => createHash(algorithm).update(bytes).digest(encoding);

/** Brotli as a host makes it ahead of time: quality 11. */
export function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

/** Every file under `root` as a path with "/" between its parts, sorted. */
export function filesIn(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}
