// Keeps the whole app on the phone. The build fills in the three constants below
// (tools/site/postbuild.mjs). Rules: docs/decisions/service-worker.md.
//  - Install is all or nothing: every byte is checked before anything is kept.
//  - A page is served from one version only, the one this worker was built with.
//  - A new version waits until the person asks for it.

const VERSION = "%VERSION%";
/** [address relative to the scope, SHA-256 in base64, content type] */
const FILES = "%FILES%";
const MARK = "%MARK%";

const SCOPE = new URL(self.registration.scope);
// The path is part of the name: two copies on one host must not clear each other's files.
const PREFIX = `unknot-${SCOPE.pathname}-`;
const CACHE = PREFIX + VERSION;
const HTML = "text/html; charset=utf-8";
const INSTALL_MS = 25_000;
const REPAIR_MS = 2_000;
const KEPT_HEADERS = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-embedder-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
];
const BY_ADDRESS = new Map(FILES.map((file) => [new URL(file[0], SCOPE).href, file]));

// Shown when neither the kept files nor the network can give the page. No style, no script:
// it has to work by itself.
const LAST_RESORT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Unknot</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<h1>Unknot's files are damaged</h1><p>The browser has lost some of the app's files, and there is no network to get them again.</p>
<p><strong>Connect to the internet once, then open Unknot again.</strong> Your routines and what you saved are safe.</p>
<p><a href="${SCOPE.pathname}">Try again</a></p></html>`;

/** The host's policy goes with the file; what belonged to the transfer does not. */
function keptHeaders(response, type) {
  const headers = new Headers({ "content-type": type });
  for (const name of KEPT_HEADERS) {
    if (response.headers.has(name)) headers.set(name, response.headers.get(name));
  }
  return headers;
}

async function isIntact(bytes, hash) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest))) === hash;
}

/** Fetches one file and gives it back only if it is, byte for byte, the one the build made. */
async function fetchChecked([path, hash, type], timeout) {
  // "no-cache" asks the server each time, and takes the bytes at hand when it says they are current.
  const request = new Request(new URL(path, SCOPE), { cache: "no-cache", credentials: "same-origin" });
  const response = await fetch(request, { signal: AbortSignal.timeout(timeout) });
  if (response.status !== 200) throw new Error(`${path}: status ${response.status}`);
  const sent = response.headers.get("content-type") ?? "";
  if (sent.startsWith("text/html") !== type.startsWith("text/html")) throw new Error(`${path}: came as ${sent}`);
  const bytes = await response.arrayBuffer();
  if (!(await isIntact(bytes, hash))) throw new Error(`${path}: other bytes`);
  return new Response(bytes, { headers: keptHeaders(response, type) });
}

/**
 * Lets the browser answer for every file but the page itself from our cache, without waking this worker (Chromium). Each
 * name carries a hash of the content, and the page is handed out only when no file is missing ({@link keptPage}).
 */
function routes() {
  const files = [...BY_ADDRESS.keys()].filter((address) => address !== SCOPE.href);
  const or = files.map((urlPattern) => ({ urlPattern, requestMethod: "GET" }));
  return { condition: { or }, source: { cacheName: CACHE } };
}

/** Why an install failed is nowhere in the page's own view of its worker. */
async function tellPages(message) {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const page of pages) page.postMessage(message);
}

async function install() {
  const existed = await caches.has(CACHE);
  const checked = [];
  // One after the other: each file gets the whole of a slow network, so 25 s is enough for it.
  for (const file of FILES) checked.push(await fetchChecked(file, INSTALL_MS));
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.map(([path], index) => cache.put(new URL(path, SCOPE), checked[index])));
  } catch (error) {
    // Never half a version; but a rollback may find the files of a version still in use.
    if (!existed) await caches.delete(CACHE);
    if (error.name === "QuotaExceededError") await tellPages({ type: "STORAGE_FULL" });
    throw error;
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** One of our files: the kept one, else a checked copy from the network, kept again. */
async function ownFile(file, timeout) {
  const address = new URL(file[0], SCOPE);
  const cache = await caches.open(CACHE).catch(() => undefined);
  const kept = await cache?.match(address, { ignoreVary: true }).catch(() => undefined);
  if (kept) return kept;
  const fresh = await fetchChecked(file, timeout);
  await cache?.put(address, fresh.clone()).catch(() => {});
  return fresh;
}

/** The kept page, read in full so that damage on the disk is seen here, with no other file missing. */
async function keptPage() {
  const cache = await caches.open(CACHE);
  const read = ownFile(BY_ADDRESS.get(SCOPE.href), REPAIR_MS).then(async (page) => {
    return new Response(await page.arrayBuffer(), { headers: page.headers });
  });
  const whole = cache.keys().then((kept) => {
    const there = new Set(kept.map((request) => request.url));
    const missing = [...BY_ADDRESS].filter(([address]) => address !== SCOPE.href && !there.has(address));
    return Promise.all(missing.map(([, file]) => ownFile(file, REPAIR_MS)));
  });
  const [page] = await Promise.all([read, whole]);
  return page;
}

/** The page as the server has it now, whole: its files carry other names than ours. */
async function freshPage() {
  const request = new Request(SCOPE, { cache: "no-cache" });
  const response = await fetch(request, { signal: AbortSignal.timeout(REPAIR_MS) });
  const text = await response.text();
  if (response.status !== 200 || !text.includes(MARK)) throw new Error("not our page");
  return new Response(text, { headers: keptHeaders(response, HTML) });
}

/** Drops kept files whose bytes have changed on the disk, so that they are fetched again. */
async function dropDamaged() {
  const cache = await caches.open(CACHE);
  for (const [path, hash] of FILES) {
    const address = new URL(path, SCOPE);
    const kept = await cache.match(address, { ignoreVary: true });
    const bytes = await kept?.arrayBuffer().catch(() => new ArrayBuffer(0));
    if (bytes && !(await isIntact(bytes, hash))) await cache.delete(address);
  }
}

async function page(url, search) {
  // boot.js asks for this when the files it got did not start; reading them all is too slow for every start.
  if (search === "?verify") {
    await dropDamaged().catch(() => {});
    return Response.redirect(SCOPE.href, 302);
  }
  // One document serves every address; elsewhere its relative links would be wrong.
  if (url.pathname !== SCOPE.pathname && url.pathname !== `${SCOPE.pathname}index.html`) {
    return Response.redirect(SCOPE.href, 302);
  }
  try {
    return await keptPage();
  } catch {
    const headers = { "content-type": HTML, "content-security-policy": "default-src 'none'" };
    return freshPage().catch(() => new Response(LAST_RESORT, { headers }));
  }
}

self.addEventListener("install", (event) => {
  event.addRoutes?.(routes()).catch(() => {});
  event.waitUntil(install());
});
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  // A WindowClient is one of our own pages: only pages of this origin can reach a worker.
  if (event.source instanceof WindowClient && event.data?.type === "SKIP_WAITING") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== SCOPE.origin || request.headers.has("range")) return;
  if (!url.pathname.startsWith(SCOPE.pathname)) return;
  const { search } = url;
  url.search = "";
  url.hash = "";
  const file = BY_ADDRESS.get(url.href);
  if (request.mode === "navigate" && !(file && url.href !== SCOPE.href)) event.respondWith(page(url, search));
  else if (file) event.respondWith(ownFile(file, INSTALL_MS));
});
