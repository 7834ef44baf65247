// node --test tools/bench/
// The judge itself must be able to say no.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compareBoundaries, compareLines, compareTones, secondsOff } from "./compare.mjs";
import { lines, segments, tones, total } from "./schedule.mjs";
import { parseHeaders } from "./server.mjs";
import { judge } from "./table.mjs";

const LIST = segments("lower-back-10");
const ZERO = 5_000;
const HERTZ = { start: 659, half: 784, count: 988, end: 440, switch: 523, finish: 587 };
const perfect = () => tones(LIST).map(({ at, kind }) => ({ kind: "tone", heard: ZERO + at, hertz: HERTZ[kind], silent: false }));
const said = () => lines(LIST).map(({ at, kind }) => ({ kind: "speech", at: ZERO + at, text: `${kind} ${at}` }));
const shown = () => [
  ...LIST.map(({ phase, step, side, start }) => ({ kind: "state", at: ZERO + start, phase, step: String(step), side })),
  { kind: "state", at: ZERO + total(LIST), screen: "done" },
];

test("the schedule of the ten-minute routine fits its ten minutes", () => {
  assert.ok(total(LIST) > 8 * 60_000 && total(LIST) <= 10 * 60_000);
});

test("a session that did everything on time has nothing lost, doubled or late", () => {
  const { lost, doubled, worst } = compareTones(perfect(), LIST, ZERO);
  assert.deepEqual({ lost, doubled, worst }, { lost: [], doubled: [], worst: 0 });
  assert.deepEqual(compareLines(said(), LIST, ZERO).lost, []);
  assert.deepEqual(compareBoundaries(shown(), LIST, ZERO), { worst: 0, missing: [] });
});

test("a missing tone, a wrong one, a second one and a late one are each seen", () => {
  assert.equal(compareTones(perfect().toSpliced(7, 1), LIST, ZERO).lost.length, 1);
  const wrong = perfect();
  wrong[9].hertz = 100;
  assert.equal(compareTones(wrong, LIST, ZERO).lost.length, 1);
  const twice = perfect();
  twice.push({ ...twice[4], heard: twice[4].heard + 4 });
  assert.equal(compareTones(twice, LIST, ZERO).doubled.length, 1);
  const late = perfect();
  late[12].heard += 37;
  assert.equal(compareTones(late, LIST, ZERO).worst, 37);
});

test("a tone cut off before it sounded does not count", () => {
  const silent = perfect();
  silent[3].silent = true;
  assert.equal(compareTones(silent, LIST, ZERO).lost.length, 1);
});

test("a line said twice and a phase shown late are seen", () => {
  const log = said();
  log.push({ ...log[2], at: log[2].at + 900 });
  assert.equal(compareLines(log, LIST, ZERO).doubled.length, 1);
  const slow = shown();
  slow[5].at += 40;
  assert.equal(compareBoundaries(slow, LIST, ZERO).worst, 40);
});

test("a player that is seconds behind is that many seconds off", () => {
  const hold = LIST.find((one) => one.phase === "work");
  const state = { phase: "work", step: String(hold.step), side: hold.side, secondsLeft: "40" };
  const place = hold.start + hold.length - 40_000;
  assert.equal(secondsOff(state, LIST, place), 0);
  assert.equal(secondsOff(state, LIST, place + 24_000), 23);
  assert.equal(secondsOff({ ...state, phase: "rest" }, LIST, place), Infinity);
});

test("a figure that is no number, or on the wrong side of its limit, is broken", () => {
  const [requests, seo, shift] = judge({ requests: 6, lhSeo: 99, shift: NaN });
  assert.deepEqual([requests.ok, seo.ok, shift.ok], [false, false, false]);
  assert.ok(judge({ requests: 5, lhSeo: 100 }).every((row) => row.ok));
});

test("later rules of a _headers file add to earlier ones and may take back", () => {
  const headers = parseHeaders("/*\n  X-A: 1\n  Cache-Control: no-cache\n/a.js\n  Cache-Control: immutable\n  ! X-A\n");
  assert.deepEqual(headers("/a.js"), { "cache-control": "immutable" });
  assert.deepEqual(headers("/b.js"), { "x-a": "1", "cache-control": "no-cache" });
});
