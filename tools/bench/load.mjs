// First visit, second visit and a visit with the server stopped: the app against the floor, turn by turn.
import { openBrowser, pageScript, SLOW_CPU, SLOW_NET } from "./browser.mjs";
import { sleep } from "./cdp.mjs";

const READY = 'body[data-app="ready"]';
const KINDS = {
  floor: { target: "#go", effect: 'body[data-running="true"]' },
  app: {
    target: '[data-routine="lower-back-10"], a[href="#/routine/lower-back-10"]',
    effect: '[data-screen="routine"]',
  },
};

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Resolves when the page script has reported `kind`; rejects after a while. */
function reported(page, kind, timeoutMs = 30_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the page never reported "${kind}"`)), timeoutMs);
    page.onReport((report) => {
      if (report.kind !== kind) return;
      clearTimeout(timer);
      resolve(report);
    });
  });
}

/** Opens the site in a new tab, taps at first paint and waits for the painted effect. */
async function visit(browser, site, kind) {
  const page = await browser.openPage({ cpu: SLOW_CPU, scripts: [pageScript("load.js", kind)] });
  const first = reported(page, "first-paint");
  const effect = reported(page, "effect");
  effect.catch(() => {});
  await page.goto(site.url);
  const { point, fcp } = await first;
  let taps = 0;
  let done = false;
  effect.then(() => (done = true), () => (done = true));
  // A lost tap is repeated as a person would, and counted.
  for (let at = point; !done && taps < 40; at = null) {
    const where = at ?? (await page.evaluate("window.__point()"));
    if (where && !done) {
      await page.touch(where.x, where.y);
      taps += 1;
    }
    for (let wait = 0; wait < 25 && !done && (where || wait < 1); wait += 1) await sleep(taps === 1 ? 100 : 40);
  }
  const { painted } = await effect;
  const state = await page.evaluate("window.__load");
  return { page, fcp, painted, taps, tapAt: state.tapAt, tasks: state.tasks };
}

/** Waits until the service worker holds everything and answers for the page. */
async function untilOfflineReady(page) {
  await page.until("navigator.serviceWorker.ready.then((r) => r.active?.state === 'activated')", "an active service worker", 60_000);
}

/**
 * Leaves the site as after a real visit. Chromium gives the next visit the same warm process when the page's
 * address never changed, and a new one when it did, as in every app with screens: both sites get a new one.
 */
async function leave(page) {
  await page.evaluate("history.pushState(null, '', '#')");
  await page.close();
  await sleep(300);
}

/** A list of what the caches of this origin hold, as paths. */
const CACHED = `(async () => {
  const paths = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
  }
  return paths;
})()`;

/** One fresh profile: first visit, second visit, then the server is stopped for a third. */
async function threeVisits(site, kind) {
  // Only somebody new is answered by a static page: who comes again has the program's own.
  const later = kind === KINDS.app ? { ...kind, effect: `${READY} ${kind.effect}` } : kind;
  const browser = await openBrowser({ net: SLOW_NET });
  try {
    const cold = await visit(browser, site, kind);
    await untilOfflineReady(cold.page);
    const cached = await cold.page.evaluate(CACHED);
    await leave(cold.page);
    const warm = await visit(browser, site, later);
    await leave(warm.page);
    await site.stop();
    let offline = null;
    try {
      offline = await visit(browser, site, later);
    } catch (error) {
      offline = { painted: null, fcp: null, failure: error.message };
    }
    return { cold, warm, offline, cached };
  } finally {
    await browser.close();
    await site.start();
  }
}

/** A first visit nobody touches: what moved, what blocked, what was asked of the server before the app was ready. */
async function quietVisit(site) {
  const browser = await openBrowser({ net: SLOW_NET });
  try {
    const page = await browser.openPage({ cpu: SLOW_CPU, scripts: [pageScript("load.js", { target: null, effect: READY })] });
    const asked = [];
    page.on("Network.requestWillBeSent", ({ requestId, request, wallTime }) => {
      if (!request.url.startsWith("data:")) asked.push({ requestId, url: request.url, wall: wallTime * 1000 });
    });
    // What the browser answered from its own memory never became a request.
    const remembered = new Set();
    page.on("Network.requestServedFromCache", ({ requestId }) => remembered.add(requestId));
    page.on("Network.responseReceived", ({ requestId, response }) => {
      if (response.fromDiskCache || response.fromPrefetchCache) remembered.add(requestId);
    });
    const ready = reported(page, "ready");
    await page.goto(site.url);
    const { wall } = await ready;
    await untilOfflineReady(page);
    await sleep(1500);
    const state = await page.evaluate("window.__load");
    const before = asked.filter((one) => one.wall <= wall && !remembered.has(one.requestId)).map((one) => one.url);
    const foreign = asked.filter((one) => !one.url.startsWith(site.url)).map((one) => one.url);
    return { ...state, requests: before, foreign, errors: page.errors };
  } finally {
    await browser.close();
  }
}

function summary(runs, visitName, field) {
  const values = runs.map((run) => run[visitName][field]).filter((value) => value !== null);
  return values.length === runs.length ? median(values) : Infinity;
}

/** Runs everything `runs` times, floor and app in turn, and gives medians beside every single value. */
export async function measureLoad({ app, floor, runs, log }) {
  const all = { floor: [], app: [] };
  const quiet = [];
  for (let run = 0; run < runs; run += 1) {
    log(`loading, run ${run + 1} of ${runs}`);
    all.floor.push(await threeVisits(floor, KINDS.floor));
    all.app.push(await threeVisits(app, KINDS.app));
    quiet.push(await quietVisit(app));
  }
  const figures = {};
  for (const [name, list] of Object.entries(all)) {
    figures[name] = { fcp: summary(list, "cold", "fcp") };
    for (const visitName of ["cold", "warm", "offline"]) {
      figures[name][visitName] = summary(list, visitName, "painted");
      figures[name][`${visitName}Each`] = list.map((one) => Math.round(one[visitName].painted ?? -1));
    }
    figures[name].fcpEach = list.map((one) => Math.round(one.cold.fcp));
  }
  return {
    ...figures,
    failures: all.app.map((one) => one.offline.failure).filter(Boolean),
    taps: Math.max(...all.app.map((one) => one.cold.taps)),
    cached: all.app.at(-1).cached,
    requests: median(quiet.map((one) => one.requests.length)),
    requestList: quiet.at(-1).requests,
    foreign: quiet.flatMap((one) => one.foreign),
    ready: median(quiet.map((one) => one.ready)),
    shift: Math.max(...quiet.map((one) => one.shift)),
    shifts: quiet.flatMap((one) => one.shifts),
    longestTask: median(quiet.map((one) => Math.max(0, ...one.tasks.map((task) => task.ms)))),
    longestEach: quiet.map((one) => Math.max(0, ...one.tasks.map((task) => task.ms))),
    errors: [...new Set(quiet.flatMap((one) => one.errors))],
  };
}
