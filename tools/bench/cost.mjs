// What a session costs the main thread, and how long a tap waits for its paint.
import { openBrowser, pageScript, practised, SLOW_CPU } from "./browser.mjs";
import { sleep } from "./cdp.mjs";
import { showRoutine, startSession } from "./flow.mjs";
import { median } from "./load.mjs";

const ROUTINE = "lower-back-10";
const realTurn = () => sleep(120);

/** Processor seconds so far of the page's process and of the one that puts pictures together: main thread, compositor, all. */
async function processorSeconds({ connection }) {
  const { processInfo } = await connection.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer" || type === "GPU").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * Main-thread seconds a minute while the player runs: the page's own task time (`Performance.getMetrics`) over
 * real seconds, processor not slowed; at 4x with and without the figures for what a moving figure adds.
 */
export async function measurePlay({ app, seconds = 60, log }) {
  const figures = {};
  for (const [name, cpu, blocked] of [["plain", 1, []], ["slowed", SLOW_CPU, []], ["bare", SLOW_CPU, ["*/figures-*.txt"]]]) {
    log(`a session plays for ${seconds} s of real time, processor ${cpu}x${blocked.length ? ", without figures" : ""}`);
    const browser = await openBrowser();
    try {
      const page = await browser.openPage({ cpu, scripts: [practised()] });
      await page.send("Network.setBlockedURLs", { urls: blocked });
      await showRoutine(page, app, ROUTINE);
      await startSession(page, realTurn);
      await sleep(2000);
      const before = await page.metrics();
      const used = await processorSeconds(browser);
      await sleep(seconds * 1000);
      const after = await page.metrics();
      figures[`${name}All`] = ((await processorSeconds(browser)) - used) * (60 / seconds);
      const share = (field) => ((after[field] - before[field]) * 60) / (after.Timestamp - before.Timestamp);
      figures[name] = share("TaskDuration");
      figures[`${name}Parts`] = {
        script: share("ScriptDuration"),
        layout: share("LayoutDuration"),
        style: share("RecalcStyleDuration"),
        layouts: share("LayoutCount"),
        styles: share("RecalcStyleCount"),
      };
      if (!(await page.evaluate(`document.querySelector('[data-screen="player"]')?.dataset.running === "true"`))) {
        throw new Error("the player was not running at the end of the measured minute");
      }
      const drawn = await page.evaluate(`document.querySelector('[data-role="figure"]') !== null`);
      if (drawn === blocked.length > 0) throw new Error(`a figure was ${drawn ? "" : "not "}drawn`);
    } finally {
      await browser.close();
    }
  }
  figures.figure = figures.slowed - figures.bare;
  return figures;
}

/** Longest task while the whole library is scrolled through at 4x, its figures drawn as they come into view. */
export async function measureScroll({ app, log }) {
  log(`scrolling through the library at ${SLOW_CPU}x`);
  const browser = await openBrowser();
  try {
    const page = await browser.openPage({ scripts: [practised(), pageScript("taps.js")] });
    await page.goto(`${app.url}#/library`);
    const sheet = `performance.getEntriesByType("resource").some((one) => /figures-/.test(one.name))`;
    await page.until(sheet, "the sheet of figures", 30_000);
    await page.until(`document.querySelectorAll('li[data-exercise]').length >= 88`, "all rows");
    await sleep(1500);
    await page.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
    await page.evaluate("window.__taps.start()");
    await page.evaluate(`(async () => {
      for (;;) {
        const before = scrollY;
        scrollBy({ top: 400, behavior: "instant" });
        await new Promise((resolve) => setTimeout(resolve, 150));
        if (scrollY === before) return;
      }
    })()`);
    await sleep(1000);
    const { tasks } = await page.evaluate("window.__taps.end()");
    const drawn = await page.evaluate(`document.querySelectorAll('li [data-role="figure"]').length`);
    if (drawn < 88) throw new Error(`only ${drawn} figures were drawn`);
    return { longest: Math.max(0, ...tasks.map((task) => task.ms)), tasks: tasks.length, drawn };
  } finally {
    await browser.close();
  }
}

/** What is tapped, in order, once a session runs; each must be there. */
const TAPS = ["pause", "resume", "next", "next", "restart", "extend", "back", "pause", "resume"];

async function tapsOnce(app) {
  const browser = await openBrowser();
  try {
    const page = await browser.openPage({ scripts: [practised(), pageScript("taps.js")] });
    await page.goto(app.url);
    await page.until(`document.body.dataset.app === "ready"`, "the app to be ready", 30_000);
    await sleep(800);
    await page.send("Emulation.setCPUThrottlingRate", { rate: SLOW_CPU });
    const found = {};
    const tap = async (name, selector) => {
      await page.evaluate("window.__taps.start()");
      await page.tap(selector);
      await sleep(700);
      const { events, tasks } = await page.evaluate("window.__taps.end()");
      found[name] ??= { paint: 0, task: 0 };
      found[name].paint = Math.max(found[name].paint, ...events.map((event) => event.ms));
      found[name].task = Math.max(found[name].task, ...tasks.map((task) => task.ms));
    };
    await tap("open a routine", `[data-routine="${ROUTINE}"] a, a[data-routine="${ROUTINE}"], a[href="#/routine/${ROUTINE}"]`);
    await page.until(`document.querySelector('[data-screen="routine"]') !== null`, "the routine's page");
    await tap("start", '[data-action="start"]');
    await startSession(page, realTurn);
    await sleep(1500);
    for (const action of TAPS) await tap(action, `[data-screen="player"] [data-action="${action}"]`);
    return found;
  } finally {
    await browser.close();
  }
}

/** For each control the median over `runs` of its slowest tap; then the slowest control. */
export async function measureTaps({ app, runs, log }) {
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    log(`tapping at ${SLOW_CPU}x, run ${run + 1} of ${runs}`);
    all.push(await tapsOnce(app));
  }
  const each = Object.keys(all[0]).map((name) => ({
    name,
    paint: median(all.map((one) => one[name].paint)),
    task: median(all.map((one) => one[name].task)),
  }));
  return { tapPaint: Math.max(...each.map((one) => one.paint)), tapTask: Math.max(...each.map((one) => one.task)), each };
}
