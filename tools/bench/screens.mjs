// What other screens cost a finger: search and filters over the whole library, and a builder with all the steps it takes.
import { readFileSync } from "node:fs";
import { openBrowser, pageScript, practised, SLOW_CPU } from "./browser.mjs";
import { sleep } from "./cdp.mjs";
import { median } from "./load.mjs";

const STEPS = 100;
/** What is written into the search field, letter by letter, and taken away again. */
const WORDS = ["bum", "roller neck"];
/** A filter, and the way back. */
const FILTERS = ["neck", "", "hip", "", "foot", ""];
/** Edits of a step in the middle of a hundred, in order; each is there once the step is open. */
const EDITS = [
  ["open a step", `[data-role=steps] > li:nth-of-type(50) .step-main`],
  ["more time", `[data-open] [name=time] + [data-action=more]`],
  ["one more set", `[data-open] [name=sets] + [data-action=more]`],
  ["move up", `[data-open] [data-action=move-up]`],
  ["remove", `[data-open] [data-action=remove-step]`],
  ["undo", `[data-action=undo]`],
  ["redo", `[data-action=redo]`],
];

/** Where a finger goes from screen to screen: what it finds there, where it starts, and what it touches. */
const WAYS = [
  ["library", "", 'nav a[href="#/library"]'],
  ["exercise", "library", "li[data-exercise] a"],
  ["learn", "", 'nav a[href="#/learn"]'],
  ["article", "learn", 'main a[href^="#/learn/"]'],
  ["progress", "", 'nav a[href="#/progress"]'],
  ["settings", "", 'nav a[href="#/settings"]'],
  ["routine", "", "main a[data-routine]"],
  ["share", "routine/lower-back-10", 'main a[href^="#/share/"]'],
  ["routines", "", 'main a[href="#/routines"]'],
  ["builder", "", 'main a[href="#/builder"]'],
];

/** Acts once while the page is listened to: the slowest event to its paint, its own work, and the longest task, in ms. */
async function watched(page, act) {
  await page.evaluate("window.__taps.start()");
  await act();
  await sleep(500);
  const { events, tasks } = await page.evaluate("window.__taps.end()");
  const most = (list) => Math.max(0, ...list);
  return { paint: most(events.map(({ ms }) => ms)), work: most(events.map(({ work }) => work)), task: most(tasks.map(({ ms }) => ms)) };
}

/** Of many acts of one kind: the slowest paint and task, and the own work of the middle one (the first compiles what it calls). */
const overall = (acts) => ({
  paint: Math.max(...acts.map(({ paint }) => paint)),
  work: median(acts.map(({ work }) => work)),
  task: Math.max(...acts.map(({ task }) => task)),
});

async function slowPage(browser, address, ready, what) {
  const page = await browser.openPage({ scripts: [practised(), pageScript("taps.js")] });
  await page.goto(address);
  await page.until(ready, what, 30_000);
  await sleep(2500);
  await page.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
  return page;
}

async function type(page, key) {
  const text = key.length === 1 ? { text: key } : {};
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", key, windowsVirtualKeyCode: key === "Backspace" ? 8 : key.toUpperCase().charCodeAt(0), ...text });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", key });
}

async function searchOnce(app) {
  const browser = await openBrowser();
  try {
    const rows = "document.querySelectorAll('li[data-exercise]').length";
    const page = await slowPage(browser, `${app.url}#/library`, `${rows} >= 88`, "all rows");
    const all = {};
    const note = (name, one) => (all[name] ??= []).push(one);
    await page.evaluate("document.querySelector('#search').focus()");
    for (const words of WORDS) {
      for (const key of words) note("a letter", await watched(page, () => type(page, key)));
      if ((await page.evaluate(rows)) >= 88) throw new Error(`"${words}" left everything`);
      for (const _ of words) note("a letter less", await watched(page, () => type(page, "Backspace")));
      await page.until(`${rows} >= 88`, "all rows again");
    }
    for (const area of FILTERS) {
      // A phone shows its own list for it, so there is no event of a finger to time.
      const choose = `new Promise((resolve) => {
        const field = document.querySelector("select[name=area]");
        const from = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(window.__taps.work(performance.now() - from));
        field.value = ${JSON.stringify(area)};
        field.dispatchEvent(new Event("change", { bubbles: true }));
        channel.port2.postMessage(0);
      })`;
      note("a filter", await watched(page, () => page.evaluate(choose)));
    }
    return Object.fromEntries(Object.entries(all).map(([name, acts]) => [name, overall(acts)]));
  } finally {
    await browser.close();
  }
}

async function buildOnce(app) {
  const browser = await openBrowser();
  try {
    const page = await slowPage(browser, `${app.url}#/builder`, `document.querySelector('[data-action="start-empty"]') !== null`, "the builder");
    await page.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await page.tap('[data-action="start-empty"]');
    await page.tap('[data-action="add-step"]');
    await page.until(`document.querySelectorAll('[data-action="add"]').length > 50`, "the picker");
    await page.evaluate(`(() => { const all = [...document.querySelectorAll('[data-action="add"]')]; for (let at = 0; at < ${STEPS}; at += 1) all[at % all.length].click(); })()`);
    await page.tap('[data-action="close-picker"]');
    await page.until(`document.querySelectorAll('[data-role=steps] > li').length === ${STEPS}`, "a hundred steps");
    await sleep(1500);
    await page.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
    const found = {};
    for (const [name, selector] of EDITS) {
      await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: "center", behavior: "instant" })`);
      await sleep(400);
      found[name] = await watched(page, () => page.tap(selector));
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** The largest link that is read and a small one, as the tests hold them. */
const GOLDEN = { "the largest link": "largest", "a link of one step": "one-step" };

async function readOnce(app) {
  const found = {};
  for (const [name, file] of Object.entries(GOLDEN)) found[name] = await pressOnce(app, file);
  return found;
}

/** A press on "open" with a link in the field; the second one counts, since the first compiles what it calls. */
async function pressOnce(app, file) {
  const address = new URL(`../../tests/fixtures/links/golden/${file}.link`, import.meta.url);
  const link = `${app.url}#r=${readFileSync(address, "utf8").trim()}`;
  const browser = await openBrowser();
  try {
    const page = await slowPage(browser, `${app.url}#/open`, `document.querySelector('[data-action="open-link"]') !== null`, "the field for a link");
    let found;
    for (let press = 0; press < 2; press += 1) {
      await page.evaluate("location.hash = '#/open'");
      await page.until(`document.querySelector('[data-action="open-link"]') !== null`, "the field for a link");
      await page.evaluate(`(() => {
        const field = document.querySelector("#message");
        field.value = ${JSON.stringify(link)};
        field.dispatchEvent(new Event("input", { bubbles: true }));
      })()`);
      await sleep(500);
      found = await watched(page, () => page.evaluate(`new Promise((resolve) => {
        const from = performance.now();
        document.querySelector('[data-action="open-link"]').click();
        resolve(window.__taps.work(performance.now() - from));
      })`));
      await page.until(`document.querySelector('[data-screen="shared"]') !== null`, "the routine");
      await sleep(1500);
    }
    return found;
  } finally {
    await browser.close();
  }
}

export const measureReading = (context) => medians(context, readOnce, "reading the largest link");

/** Each screen is opened for the first time in this page, so that what it needs is still to be compiled. */
async function openOnce(app) {
  const browser = await openBrowser();
  try {
    const found = {};
    for (const [name, from, selector] of WAYS) {
      const there = JSON.stringify(selector);
      const page = await slowPage(browser, `${app.url}#/${from}`, `document.querySelector(${there}) !== null`, `the way to ${name}`);
      await page.evaluate(`document.querySelector(${there}).scrollIntoView({ block: "center", behavior: "instant" })`);
      await sleep(400);
      found[name] = await watched(page, () => page.tap(selector));
      const came = `location.hash !== "#/${from}" && document.querySelector('[data-screen="${name === "article" ? "learn" : name}"]') !== null`;
      await page.until(came, name);
      await page.close();
    }
    return found;
  } finally {
    await browser.close();
  }
}

/** Opening every screen: each with the median over `runs`. */
export const measureOpening = (context) => medians(context, openOnce, "opening every screen");

async function medians({ app, runs, log }, once, what) {
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    log(`${what} at ${SLOW_CPU}x, run ${run + 1} of ${runs}`);
    all.push(await once(app));
  }
  return Object.keys(all[0]).map((name) => ({
    name,
    ...Object.fromEntries(["paint", "work", "task"].map((key) => [key, median(all.map((one) => one[name][key]))])),
  }));
}

/** For each act the medians over `runs`. */
export const measureSearch = (context) => medians(context, searchOnce, "searching the library");
export const measureBuilder = (context) => medians(context, buildOnce, "a hundred steps in the builder");
