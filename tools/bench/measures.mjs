// Every measure by name: runs it and gives the values of its rows, with notes and details for the curious.
import { readFileSync } from "node:fs";
import { measureBytes } from "./bytes.mjs";
import { measureLoad } from "./load.mjs";
import { measurePlay, measureScroll, measureTaps } from "./cost.mjs";
import { measureFreezes, measureHour, measureMemory, measureTones } from "./clocked.mjs";
import { measureProgress } from "./progress.mjs";
import { measureLighthouse } from "./lighthouse.mjs";
import { measureBuilder, measureOpening, measureReading, measureSearch } from "./screens.mjs";
import { measureRealFreezes, measureRealTones } from "./real.mjs";

/** Characters of the site's address before `#`, as the budget of a link counts them. */
const SITE_CHARACTERS = 25;

const rounded = (list) => list.map((one) => Math.round(one)).join(" ");
const range = (list, digits) => `${Math.min(...list).toFixed(digits)} to ${Math.max(...list).toFixed(digits)}`;

async function load(context) {
  const found = await measureLoad(context);
  context.shared.load = found;
  const { app, floor } = found;
  const ratio = (field) => app[field] / floor[field];
  const ratios = (field) => range(app[`${field}Each`].map((ms, run) => ms / floor[`${field}Each`][run]), 2);
  return {
    spread: {
      fcpRatio: ratios("fcp"),
      coldRatio: ratios("cold"),
      warmRatio: ratios("warm"),
      offlineRatio: ratios("offline"),
      loadTask: range(found.longestEach, 0),
    },
    values: {
      requests: found.requests,
      foreignRequests: found.foreign.length,
      fcpRatio: ratio("fcp"),
      coldRatio: ratio("cold"),
      readyRatio: found.ready / floor.cold,
      warmRatio: ratio("warm"),
      offlineRatio: ratio("offline"),
      tapsNeeded: found.taps,
      shift: found.shift,
      loadTask: found.longestTask,
    },
    notes: [
      `first paint ${rounded(app.fcpEach)} ms, floor ${rounded(floor.fcpEach)}`,
      ...["cold", "warm", "offline"].map(
        (name) => `first tap handled, ${name}: ${rounded(app[`${name}Each`])} ms, floor ${rounded(floor[`${name}Each`])}`,
      ),
      `app ready after ${Math.round(found.ready)} ms; asked for: ${found.requestList.map((url) => new URL(url).pathname).join(" ")}`,
      ...found.shifts.map((one) => `moved ${one.value.toFixed(4)} at ${one.at} ms: ${one.what.join(" | ")}`),
      ...found.failures.map((text) => `offline: ${text}`),
      ...found.errors.map((text) => `console: ${text}`),
    ],
    found,
  };
}

async function bytes({ dist, shared }) {
  const fetched = (shared.load?.requestList ?? []).map((url) => new URL(url).pathname);
  const found = measureBytes(dist, { fetched, cached: shared.load?.cached });
  const { codeBytes, wasmBytes, allWasmBytes, figuresBytes, keptBytes } = found;
  const files = found.codeFiles.map(({ path, kb }) => `${path} ${kb.toFixed(1)}`).join(", ");
  return {
    values: { codeBytes, wasmBytes, allWasmBytes, figuresBytes, keptBytes },
    notes: [`first screen in KB: ${files}`, `the worker keeps ${found.keptFiles} files`],
    found,
  };
}

async function play(context) {
  const found = await measurePlay(context);
  return {
    values: { playCost: found.plain, playAll: found.plainAll, figureCost: found.figure },
    spread: { playCost: `at 4x: ${found.slowed.toFixed(2)}` },
    notes: [`at 4x: ${found.slowed.toFixed(2)} s/min, without figures ${found.bare.toFixed(2)}`],
    found,
  };
}

async function scroll(context) {
  const found = await measureScroll(context);
  return { values: { scrollTask: found.longest }, notes: [`${found.drawn} figures drawn, ${found.tasks} tasks over 50 ms`], found };
}

async function taps(context) {
  const { tapPaint, tapTask, each } = await measureTaps(context);
  return {
    values: { tapPaint, tapTask },
    spread: { tapPaint: each.map(({ name, paint }) => `${name} ${paint}`).join(", ") },
    notes: [each.map(({ name, paint, task }) => `${name} ${paint}/${task}`).join(", ") + " (paint/longest task, ms)"],
    each,
  };
}

const actsIn = (each) => each.map(({ name, paint, work, task }) => `${name} ${Math.round(work)}/${paint}/${Math.round(task)}`).join(", ") + " (own work/paint/longest task, ms)";

async function search(context) {
  const each = await measureSearch(context);
  return { values: { searchWork: Math.max(...each.map(({ work }) => work)), searchPaint: Math.max(...each.map(({ paint }) => paint)) }, notes: [actsIn(each)], each };
}

async function builder(context) {
  const each = await measureBuilder(context);
  return { values: { builderPaint: Math.max(...each.map(({ paint }) => paint)), builderTask: Math.max(...each.map(({ task }) => task)) }, notes: [actsIn(each)], each };
}

async function screens(context) {
  const each = await measureOpening(context);
  return { values: { screenPaint: Math.max(...each.map(({ paint }) => paint)), screenTask: Math.max(...each.map(({ task }) => task)) }, notes: [actsIn(each)], each };
}

async function reading(context) {
  const each = await measureReading(context);
  const [largest, small] = each.map(({ work }) => work);
  return { values: { linkRead: largest, linkDecode: Math.max(0, largest - small) }, notes: [actsIn(each)], each };
}

async function progress(context) {
  const found = await measureProgress(context);
  return {
    values: { progressOpen: found.open },
    spread: { progressOpen: range(found.each, 0) },
    notes: [`${found.sessions} sessions, ${found.rows} rows: ${rounded(found.each)} ms`],
    found,
  };
}

const listed = (what, list) => list.slice(0, 8).map((one) => `${what}: ${JSON.stringify(one)}`);

async function tones(context) {
  const virtual = await measureTones(context);
  const real = await measureRealTones(context);
  return {
    // A starved machine's audio clock says nothing of the app; the virtual clock has judged it.
    values: { toneError: virtual.toneError, ...(real.judged ? { toneErrorReal: real.toneErrorReal } : {}) },
    notes: [
      `${virtual.errors.length} tones in ${virtual.minutes.toFixed(1)} virtual minutes; digits at most ${Math.round(virtual.screenLate)} ms late`,
      ...listed("lost", virtual.lost),
      ...listed("doubled", virtual.doubled),
      ...(real.judged ? [] : ["NOT JUDGED on the real audio clock: this machine's clock lost time in three attempts"]),
      `${real.tones} tones in ${Math.round(real.seconds)} real s; the audio clock itself slipped ${real.slip.toFixed(0)} ms`,
      ...listed("lost in real time", real.lost),
      ...listed("doubled in real time", real.doubled),
    ],
    virtual,
    real,
  };
}

async function hour(context) {
  const found = await measureHour(context);
  return {
    values: { drift: found.drift, cuesLost: found.lost.length, cuesDoubled: found.doubled.length },
    notes: [
      `${found.minutes.toFixed(1)} min, ${found.tones} tones, ${found.lines} lines`,
      ...listed("never shown", found.missing),
      ...listed("lost", found.lost),
      ...listed("doubled", found.doubled),
    ],
    found,
  };
}

async function freeze(context) {
  const virtual = await measureFreezes(context);
  const real = await measureRealFreezes(context);
  const wrong = [...virtual.each, ...real.each].filter((one) => one.off !== 0);
  return {
    values: { freeze: virtual.freeze, freezeReal: real.freezeReal, freezeBurst: virtual.burst },
    notes: [`${virtual.each.length} freezes in virtual time, ${real.each.length} in real time`, ...listed("off", wrong)],
    virtual,
    real,
  };
}

async function memory(context) {
  const found = await measureMemory(context);
  const shown = found.each.map(({ heap, wasm, nodes }) => `${(heap / 1e6).toFixed(2)}+${(wasm / 1e6).toFixed(2)} MB ${nodes} nodes`);
  return { values: { memory: found.memory }, notes: [`heap + wasm after each session: ${shown.join(", ")}`], found };
}

async function lighthouse(context) {
  const runs = Math.min(3, context.runs);
  const { values, spread, failed, timings } = await measureLighthouse(context.app.url, { ...context, runs });
  return { values, spread, notes: failed, timings };
}

// Golden links: the tests hold them to what the app writes.
function links() {
  const characters = (name) => {
    const link = readFileSync(new URL(`../../tests/fixtures/${name}.link`, import.meta.url), "utf8").trim();
    return SITE_CHARACTERS + "#r=".length + link.length;
  };
  const values = {
    linkTenSteps: characters("links/golden/ten-steps"),
    linkThirtySteps: characters("links/golden/thirty-steps"),
    replySixWeeks: characters("replies/sealed"),
  };
  return { values, notes: [] };
}

/** In the order they run: what the first ones learn from the browser (`context.shared`) serves the next. */
export const measures = { load, bytes, links, taps, play, scroll, screens, reading, search, builder, progress, tones, hour, freeze, memory, lighthouse };
