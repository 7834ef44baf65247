// The same questions on the machine's own clocks: they take as long as they take.
import { openBrowser, pageScript, practised } from "./browser.mjs";
import { sleep } from "./cdp.mjs";
import { BUSY } from "./clocked.mjs";
import { compareTones, secondsOff } from "./compare.mjs";
import { press, showRoutine, startSession } from "./flow.mjs";
import { median } from "./load.mjs";
import { segments, total } from "./schedule.mjs";

const ROUTINE = "lower-back-10";
/**
 * An audio clock that lost more than this against the other clock tells of a starved machine, not of the app.
 * A step of the clock itself is 10 ms or so.
 */
const SLIPPED_MS = 60;

/**
 * Tones on the real audio clock with the main thread really busy. The zero of the comparison is the median
 * distance of all tones from their due times, since the engine's own first reading cannot be seen from outside.
 */
export async function measureRealTones(context) {
  for (let left = 2; ; left -= 1) {
    const found = await realTones(context);
    if (left === 0 || found.slip < SLIPPED_MS) return found;
    context.log(`this machine's audio clock lost ${Math.round(found.slip)} ms: once more`);
  }
}

async function realTones({ app, full, log }) {
  const list = segments(ROUTINE);
  const seconds = full ? total(list) / 1000 + 3 : 90;
  log(`tones on the real audio clock, ${Math.round(seconds)} s of real time`);
  const browser = await openBrowser();
  try {
    const page = await browser.openPage({ scripts: [practised(), pageScript("tones.js", BUSY)] });
    await showRoutine(page, app, ROUTINE);
    await startSession(page, () => sleep(120));
    await page.evaluate("setTimeout(window.__tones.busy, 0), true");
    await sleep(seconds * 1000);
    const heard = await page.evaluate("window.__tones.result()");
    if (heard.state === "none") throw new Error("the app made no sound");
    const until = Math.min(heard.now - heard.began - 1000, total(list));
    const found = compareTones(heard.log, list, heard.began, until);
    const zero = found.errors.length ? median(found.errors) : NaN;
    const worst = Math.max(...found.errors.map((error) => Math.abs(error - zero)));
    return {
      toneErrorReal: found.lost.length ? Infinity : worst,
      judged: heard.slip < SLIPPED_MS,
      seconds,
      tones: found.errors.length,
      afterStart: zero,
      slip: heard.slip,
      lost: found.lost,
      doubled: found.doubled,
    };
  } finally {
    await browser.close();
  }
}

const STATE = `(() => {
  const player = document.querySelector('[data-screen="player"]');
  return player ? { now: performance.now(), ticks: window.__ticks, ...player.dataset } : null;
})()`;
const FREEZE_MS = 25_000;

/** Freezes the page itself for 25 s near the end of a left hold, once for each way to go on. */
export async function measureRealFreezes({ app, log }) {
  const each = [];
  for (const choice of ["resume", "jump-to-clock"]) {
    log(`25 s freeze, real time, then "${choice}"`);
    each.push(await freezeOnce(app, choice));
  }
  return { freezeReal: Math.max(...each.map((one) => one.off)), each };
}

// Goes forward to the last seconds of the shortest left hold, and to a moment just after its digits changed.
async function toTheEdge(page) {
  const holds = segments(ROUTINE).filter((one) => one.phase === "work" && one.side === "left");
  const [left] = holds.sort((a, b) => a.length - b.length);
  for (let step = 1; step < left.step; step += 1) {
    await press(page, "next");
    await sleep(150);
  }
  const wanted = `(() => {
    const { phase, side, secondsLeft } = document.querySelector('[data-screen="player"]').dataset;
    return phase === "work" && side === "left" && secondsLeft === "3";
  })()`;
  await page.until(wanted, "the last seconds of a left hold", 120_000);
  await sleep(300);
}

async function freezeOnce(app, choice) {
  const list = segments(ROUTINE);
  const browser = await openBrowser();
  try {
    const page = await browser.openPage({ scripts: [practised()] });
    await showRoutine(page, app, ROUTINE);
    await startSession(page, () => sleep(120));
    await page.evaluate("window.__ticks = 0, setInterval(() => (window.__ticks += 1), 100), true");
    await toTheEdge(page);
    const before = await page.evaluate(STATE);
    await page.send("Page.setWebLifecycleState", { state: "frozen" });
    await sleep(FREEZE_MS);
    await page.send("Page.setWebLifecycleState", { state: "active" });
    await sleep(400);
    const stood = await page.evaluate(STATE);
    // Without this the test would pass when nothing was frozen.
    const ticks = stood.ticks - before.ticks;
    if (ticks > 30) throw new Error(`the page was not frozen: ${ticks} ticks of 100 ms in 25 s`);
    const here = list.find((one) => one.phase === "work" && String(one.step) === before.step && one.side === "left");
    const place = here.start + here.length - Number(before.secondsLeft) * 1000 + 300;
    const off = stood.running === "false" ? secondsOff(stood, list, place, 250) : Infinity;
    await press(page, choice);
    await sleep(60);
    const on = await page.evaluate(STATE);
    const after = choice === "resume" ? place + 60 : place + (on.now - before.now);
    const goesOn = on.running === "true" ? secondsOff(on, list, after, 250) : Infinity;
    return { choice, off: Math.max(off, goesOn), ticks, before, stood, on };
  } finally {
    await browser.close();
  }
}
