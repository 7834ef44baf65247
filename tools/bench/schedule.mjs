// When everything is due in a routine, worked out from the library's data and the written rules alone
// (docs/spec/session.md), so that the app is not compared with itself. Times in milliseconds from the start.
import { readdirSync, readFileSync } from "node:fs";

const DATA = new URL("../../data/", import.meta.url);
const LEAD = { first: 10_000, samePosture: 12_000, newPosture: 20_000, switch: 8_000 };
const POSTURE = { chair: "chair", wall: "standing", standing: "standing" };
const HALF_WAY_HOLD = 40_000;
const TEN_SECONDS_HOLD = 30_000;

function records(folder, key) {
  const base = new URL(`${folder}/`, DATA);
  return readdirSync(base)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, base), "utf8"))[key]);
}

/** The segments of a routine in order: phase, step (from 1), side, exercise, start, length. */
export function segments(slug) {
  const routine = records("routines", "routines").find((one) => one.slug === slug);
  if (!routine) throw new Error(`data/routines has no routine "${slug}"`);
  const exercises = new Map(records("exercises", "exercises").map((one) => [one.code, one]));
  const list = [];
  let start = 0;
  const push = (segment) => {
    if (segment.length === 0) return;
    list.push({ ...segment, start });
    start += segment.length;
  };
  let before = null;
  for (const [index, step] of routine.steps.entries()) {
    const exercise = exercises.get(step.exercise);
    const posture = POSTURE[exercise.position] ?? "floor";
    const lead = before === null ? LEAD.first : posture === before ? LEAD.samePosture : LEAD.newPosture;
    const sides = exercise.sides === "each" ? ["left", "right"] : ["both"];
    for (const [nth, side] of sides.entries()) {
      const about = { step: index + 1, side, exercise: exercise.slug };
      push({ ...about, phase: nth === 0 ? "get-ready" : "switch", length: nth === 0 ? lead : LEAD.switch });
      push({ ...about, phase: "work", length: step.seconds * 1000 });
    }
    before = posture;
  }
  const last = exercises.get(routine.steps.at(-1).exercise);
  const about = { step: routine.steps.length, side: "both", exercise: last.slug };
  // The after-care card is timed as read on a chair.
  push({ ...about, phase: "get-ready", length: before === "chair" ? LEAD.samePosture : LEAD.newPosture });
  push({ ...about, phase: "aftercare", length: routine.aftercare_seconds * 1000 });
  return list;
}

/** The length of all segments. */
export function total(list) {
  return list.reduce((sum, one) => sum + one.length, 0);
}

function opening(before, phase) {
  if (phase === "work" || phase === "aftercare") return "start";
  if (phase === "switch") return "switch";
  return before === "work" ? "end" : null;
}

/** Every tone with its moment and kind. */
export function tones(list) {
  const due = [];
  for (const [index, { phase, start, length }] of list.entries()) {
    const kind = opening(list[index - 1]?.phase, phase);
    if (kind) due.push({ at: start, kind });
    if (phase === "work" && length >= HALF_WAY_HOLD) due.push({ at: start + length / 2, kind: "half" });
    if (phase === "aftercare") continue;
    for (const left of [3000, 2000, 1000]) if (length > left) due.push({ at: start + length - left, kind: "count" });
  }
  due.push({ at: total(list), kind: "finish" });
  return due;
}

/** Lines whose moment is fixed by rule (coaching lines find their own room and are not listed). */
export function lines(list) {
  const due = [];
  for (const [index, { phase, start, length }] of list.entries()) {
    if (phase === "get-ready" || phase === "switch") due.push({ at: start, kind: index === 0 ? "first" : phase });
    if (phase !== "work") continue;
    if (length >= HALF_WAY_HOLD) due.push({ at: start + length / 2, kind: "half" });
    if (length >= TEN_SECONDS_HOLD) due.push({ at: start + length - 10_000, kind: "ten" });
  }
  due.push({ at: total(list), kind: "finish" });
  return due;
}

/** The segment that runs at a moment, or null after the end. */
export function segmentAt(list, at) {
  return list.find((one) => at >= one.start && at < one.start + one.length) ?? null;
}
