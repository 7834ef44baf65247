// Sessions on a clock that we turn: an hour passes in seconds, and exactly.
import { openBrowser, pageScript, practised } from "./browser.mjs";
import { press, showRoutine, startSession } from "./flow.mjs";
import { compareBoundaries, compareLines, compareTones, secondsOff } from "./compare.mjs";
import { segments, total } from "./schedule.mjs";

/** One block of the audio clock: 128 frames at 44.1 kHz. */
const QUANTUM_SECONDS = 128 / 44_100;
/** What keeps the main thread busy in the tone row: 350 ms of every second. */
export const BUSY = { period: 1000, busy: 350 };
const DONE = `document.querySelector('[data-screen="done"]') !== null`;
const STATE = `(() => {
  const player = document.querySelector('[data-screen="player"]');
  return player ? { ...player.dataset } : null;
})()`;

/** Runs `act` with a page on the turned clock. */
async function onTheClock(app, act) {
  const browser = await openBrowser();
  try {
    const scripts = [pageScript("clock.js"), pageScript("media.js", { quantumSeconds: QUANTUM_SECONDS, voices: true })];
    const page = await browser.openPage({ scripts: [...scripts, practised()] });
    await anotherDay(page, app);
    const found = await act(page);
    if (page.errors.length) throw new Error(`the page reported: ${page.errors.join(" | ")}`);
    return found;
  } finally {
    await browser.close();
  }
}

/** Opens the app as if no session had been done yet today: the same spot is pressed firmly once a day at most. */
async function anotherDay(page, app) {
  await page.goto(`${app.url}robots.txt`);
  await page.evaluate("localStorage.removeItem('unknot.replies')");
  await page.goto(app.url);
  await page.until(`document.body?.dataset.app === "ready"`, "the app to be ready", 30_000);
  await page.evaluate("window.__clock.hold(0)");
}

function advance(page, ms, { block = null, until = null } = {}) {
  const options = `{ block: ${JSON.stringify(block)}, until: ${until ? `() => ${until}` : "null"} }`;
  return page.evaluate(`window.__clock.advance(${ms}, ${options})`);
}

/** Starts a routine; gives the moment its session began. */
async function begin(page, app, slug) {
  await showRoutine(page, app, slug);
  await page.evaluate("window.__clock.take()");
  await startSession(page, () => advance(page, 20));
  const log = await page.evaluate("window.__clock.log");
  return log.find((one) => one.kind === "state" && one.running === "true").at;
}

/** Plays a routine from its page to the done screen and back home. */
async function playThrough(page, app, slug, options = {}) {
  const list = segments(slug);
  const zero = await begin(page, app, slug);
  await advance(page, total(list) * 1.1 + 60_000, { ...options, until: DONE });
  if (!(await page.evaluate(DONE))) throw new Error(`${slug} did not end: ${JSON.stringify(await page.evaluate(STATE))}`);
  await advance(page, 3000);
  const log = await page.evaluate("window.__clock.take()");
  await press(page, "finish");
  await advance(page, 100);
  return { list, zero, log };
}

/** Every tone of a ten-minute session with the main thread busy 350 ms of every second. */
export function measureTones({ app, log }) {
  log("ten minutes of virtual time with a busy main thread: tones");
  return onTheClock(app, async (page) => {
    const played = await playThrough(page, app, "lower-back-10", { block: BUSY });
    const found = compareTones(played.log, played.list, played.zero);
    const late = compareBoundaries(played.log, played.list, played.zero);
    const worst = found.lost.length ? Infinity : Math.abs(found.worst);
    return { toneError: worst, ...found, minutes: total(played.list) / 60_000, screenLate: late.worst };
  });
}

/** Four sessions, a little over an hour together: drift, lost and doubled cues. */
export function measureHour({ app, log }) {
  log("an hour of virtual time: drift and cues");
  return onTheClock(app, async (page) => {
    const sum = { drift: 0, lost: [], doubled: [], minutes: 0, tones: 0, lines: 0, missing: [] };
    for (const slug of ["lower-back-20", "lower-back-20", "lower-back-20", "lower-back-5"]) {
      await anotherDay(page, app);
      const { list, zero, log: heard } = await playThrough(page, app, slug);
      const tones = compareTones(heard, list, zero);
      const spoken = compareLines(heard, list, zero);
      const shown = compareBoundaries(heard, list, zero);
      sum.drift = Math.max(sum.drift, Math.abs(shown.worst));
      sum.missing.push(...shown.missing);
      sum.lost.push(...[...tones.lost, ...spoken.lost].map((one) => ({ slug, ...one })));
      sum.doubled.push(...[...tones.doubled, ...spoken.doubled].map((one) => ({ slug, ...one })));
      sum.minutes += total(list) / 60_000;
      sum.tones += tones.errors.length;
      sum.lines += spoken.count;
    }
    if (sum.missing.length) sum.drift = Infinity;
    return sum;
  });
}

/** Moments (ms into the ten-minute routine) where 25 s lead over one to three changes of phase. */
const FREEZES = [5_300, 52_300, 70_300, 150_300, 198_300, 205_300, 250_300, 440_300, 470_300, 530_300];
const FREEZE_MS = 25_000;

/** The page stops for 25 s at each of those moments; half go on from there, half jump to the clock. */
export function measureFreezes({ app, log }) {
  log("25 s freezes over several steps, virtual time");
  return onTheClock(app, async (page) => {
    const list = segments("lower-back-10");
    const each = [];
    for (const at of FREEZES) {
      for (const choice of ["resume", "jump-to-clock"]) {
        each.push(await freezeOnce(page, app, list, at, choice));
      }
    }
    return { freeze: Math.max(...each.map((one) => one.off)), burst: Math.max(...each.map((one) => one.burst)), each };
  });
}

async function freezeOnce(page, app, list, at, choice) {
  await anotherDay(page, app);
  await begin(page, app, "lower-back-10");
  await advance(page, at);
  await page.evaluate("window.__clock.take()");
  await page.evaluate(`window.__clock.freeze(${FREEZE_MS})`);
  await advance(page, 0);
  const stood = await page.evaluate(STATE);
  const burst = (await page.evaluate("window.__clock.take()")).filter((one) => one.kind === "speech" || one.kind === "vibrate");
  let off = stood?.running === "false" ? secondsOff(stood, list, at) : Infinity;
  const offered = await press(page, choice);
  await advance(page, 1);
  const on = await page.evaluate(STATE);
  const place = choice === "resume" ? at : at + FREEZE_MS;
  const goesOn = offered && on?.running === "true" ? secondsOff(on, list, place, 2) : Infinity;
  off = Math.max(off, goesOn);
  if (!(await press(page, "end"))) throw new Error("a session could not be ended");
  await advance(page, 50);
  await press(page, "end-now");
  await advance(page, 50);
  await press(page, "finish");
  await advance(page, 50);
  return { at, choice, off, burst: burst.length, stood, on };
}

/** Sessions of five minutes that make an hour. */
const AN_HOUR = 12;

/** An hour of sessions in one page: heap and WebAssembly memory after each, garbage collected first. */
export function measureMemory({ app, log }) {
  log("an hour of sessions in one page: memory");
  return onTheClock(app, async (page) => {
    const each = [];
    for (let session = 0; session < AN_HOUR; session += 1) {
      await playThrough(page, app, "lower-back-5");
      const { heap, nodes } = await page.memory();
      const wasm = await page.evaluate("window.__wasmBytes?.() ?? 0");
      each.push({ heap, wasm, nodes, sum: heap + wasm });
    }
    return { memory: each.at(-1).sum / each[0].sum, each };
  });
}
