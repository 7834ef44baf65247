// Writes tools/site/first-screen.txt: the functions that run before and while a person opens a
// routine. `make profile` builds the program with a note at the head of each function, visits it
// as a new and as a returning person, online and with the server gone, and reads the notes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../bench/browser.mjs";
import { sleep } from "../bench/cdp.mjs";
import { serve } from "../bench/server.mjs";

const [dist, names] = process.argv.slice(2);
const LIST = new URL("first-screen.txt", import.meta.url);
const RECORDS = new URL("../../tests/fixtures/records/", import.meta.url);

/** Someone who was here before: answered the check and did a session. */
const returning = () =>
  ["check", "history", "settings"].map((name) => {
    const record = readFileSync(new URL(`${name}-v1.json`, RECORDS), "utf8");
    return `localStorage.setItem("unknot.${name}", ${JSON.stringify(record)});`;
  }).join("\n");

const site = await serve(dist);
const browser = await openBrowser();
const functions = JSON.parse(readFileSync(names, "utf8"));
// What a hash table runs only where two entries look alike, which one visit may have and the next not.
const ran = new Set([
  "<hashbrown::raw::RawIter<T> as core::iter::traits::iterator::Iterator>::next",
  "hashbrown::raw::RawTable<T,A>::find_or_find_insert_index::{{closure}}",
  "hashbrown::table::OccupiedEntry<T,A>::remove",
]);

async function visit({ offline = false, tap = true }) {
  const page = await browser.openPage();
  if (offline) await site.stop();
  await page.goto(site.url);
  await page.until('document.body.dataset.app === "ready"', "the app");
  if (!offline) await page.until("navigator.serviceWorker.ready.then((r) => r.active?.state === 'activated')", "the service worker", 60_000);
  await sleep(1000);
  if (tap) {
    await page.tap('[data-routine="lower-back-10"]');
    await page.until('document.querySelector("[data-screen=routine]")', "a routine");
    await sleep(500);
    // Anything else waits for the rest, which never comes here.
    await page.tap('[data-action="start"]');
    await page.until('document.querySelector("[data-screen=waiting]")', "the waiting screen");
    await sleep(200);
  }
  for (const at of await page.evaluate("[...globalThis.ran]")) ran.add(functions[at]);
  if (!offline && tap) await page.evaluate(returning());
  await page.close();
  if (offline) await site.start();
}

try {
  await visit({});
  await visit({});
  await visit({ offline: true });
  await visit({ tap: false });
} finally {
  await browser.close();
  await site.stop();
}
writeFileSync(LIST, `${[...ran].sort().join("\n")}\n`);
console.log(`${ran.size} of ${new Set(functions).size} kinds of functions run before the first tap has done its work`);
