// How long ten years of sessions take to be read and shown.
import { readFileSync } from "node:fs";
import { openBrowser, practised, SLOW_CPU } from "./browser.mjs";
import { sleep } from "./cdp.mjs";
import { median } from "./load.mjs";

const SEED = readFileSync(new URL("../../tests/e2e/support/js/seed.js", import.meta.url), "utf8");
/** Ten years with three sessions a day are 10,920; each has ratings before and after, each day one of its own. */
const TEN_YEARS = "{ weeks: 524, perDay: 3 }";
const LEAST_SESSIONS = 11_000;
/** What the app did long ago in those years: the seed leaves the first layout, and one update is no part of each opening. */
const LAYOUT_OF_TODAY = `new Promise((resolve, reject) => {
  const open = indexedDB.open("unknot", 2);
  open.onupgradeneeded = () => open.result.createObjectStore("keys");
  open.onerror = () => reject(open.error);
  open.onsuccess = () => resolve(open.result.close());
})`;

/** From the tap on the menu to the first picture with the charts in it, at 4x; the journal is not read before. */
async function openOnce(app) {
  const browser = await openBrowser();
  try {
    const page = await browser.openPage({ scripts: [practised()] });
    await page.goto(`${app.url}robots.txt`);
    await page.evaluate(`(() => { ${SEED} })()`);
    const rows = await page.evaluate(`__seed(${TEN_YEARS})`);
    await page.evaluate(LAYOUT_OF_TODAY);
    const sessions = await page.evaluate(`__store((journal) => journal.count(IDBKeyRange.bound("session-", "session-~")))`);
    if (sessions < LEAST_SESSIONS) throw new Error(`only ${sessions} sessions`);
    await page.goto(`${app.url}#/settings`);
    await page.until(`document.querySelector('[data-screen="settings"]') !== null`, "the settings", 30_000);
    await sleep(1500);
    await page.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
    const ms = await page.evaluate(`new Promise((resolve) => {
      const started = performance.now();
      const look = () => {
        if (!document.querySelector('[data-chart="minutes"]')) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
      };
      document.querySelector('nav a[href="#/progress"]').click();
      requestAnimationFrame(look);
    })`);
    return { ms, rows, sessions };
  } finally {
    await browser.close();
  }
}

/** The median over `runs`. */
export async function measureProgress({ app, runs, log }) {
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    log(`opening ten years of progress at ${SLOW_CPU}x, run ${run + 1} of ${runs}`);
    all.push(await openOnce(app));
  }
  const { rows, sessions } = all[0];
  return { open: median(all.map((one) => one.ms)), each: all.map((one) => one.ms), rows, sessions };
}
