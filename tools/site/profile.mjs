// Writes tools/site/first-screen.txt: the functions that run before and while a person opens a
// routine. `make profile` builds the program with a note at the head of each function, visits it
// as a new and as a returning person, online and with the server gone, and reads the notes.
// To forget what earlier profiles found, empty the list first.
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
/** What these run depends on chance (where a hash falls, how memory lies): all of it belongs to the first part. */
const BY_CHANCE = /\d(?:hashbrown|indexmap|dlmalloc|raw_vec)/;
const ran = new Set();

async function visit({ offline = false, tap = true }) {
  const page = await browser.openPage();
  if (offline) await site.stop();
  await page.goto(site.url);
  await page.until('document.body.dataset.app === "ready" || document.querySelector("[data-screen=home]")', "the app");
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
  for (const at of await page.evaluate("[...globalThis.ran]")) ran.add(at);
  if (!offline && tap) await page.evaluate(returning());
  await page.close();
  if (offline) await site.start();
}

try {
  await visit({ tap: false });
  await visit({});
  await visit({ offline: true });
  await visit({ tap: false });
} finally {
  await browser.close();
  await site.stop();
}
// What ran in earlier profiles stays while it exists: some paths are taken only now and then.
const before = readFileSync(LIST, "utf8").split("\n").map((line) => line.split("\t")[0]);
const lines = [];
for (const name of new Set(functions.map(([name]) => name))) {
  const own = functions.map(([other, print], at) => ({ other, print, at })).filter(({ other }) => other === name);
  const hot = new Set(own.filter(({ at }) => ran.has(at)).map(({ print }) => print));
  const cold = [...new Set(own.map(({ print }) => print))].filter((print) => !hot.has(print)).sort();
  if (BY_CHANCE.test(name)) lines.push(name);
  else if (hot.size > 0) lines.push(cold.length > 0 ? `${name}\t${cold.join(" ")}` : name);
  else if (before.includes(name)) lines.push(name);
}
writeFileSync(LIST, `${lines.sort().join("\n")}\n`);
console.log(`${ran.size} of ${functions.length} functions run before the first tap has done its work`);
