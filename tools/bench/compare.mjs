// What was heard and shown against what was due.
import { lines, segmentAt, tones, total } from "./schedule.mjs";

/** Strikes of one tone follow each other within this time; two tones are never closer than a second. */
const ONE_TONE_MS = 900;
/** A tone or line further off than this is not the one that was due. */
const NEAR_MS = 600;

/** Sound sources joined to tones: the moment of the first, and what they are made of. */
function heardTones(log) {
  const sources = log.filter((one) => one.kind === "tone" && !one.silent && one.hertz !== null);
  sources.sort((a, b) => a.heard - b.heard);
  const groups = [];
  for (const { heard, hertz } of sources) {
    const group = groups.at(-1);
    if (group && heard - group.at < ONE_TONE_MS) group.parts.push({ after: Math.round(heard - group.at), hertz });
    else groups.push({ at: heard, parts: [{ after: 0, hertz }] });
  }
  return groups.map(({ at, parts }) => {
    // A hundredth of a second apart is one strike to an ear, and one strike too many here.
    const names = parts.map((part) => `${Math.round(part.after / 20) * 20}:${Math.round(part.hertz)}`);
    return { at, made: [...new Set(names)].sort().join(" "), twice: new Set(names).size !== names.length };
  });
}

/**
 * Tones heard against tones due, all counted from `zero`: the worst error in ms, how many never came, how many
 * came twice or were not due at all. A tone made of other sounds than its kind usually is counts as lost.
 */
export function compareTones(log, list, zero, until = Infinity) {
  const due = tones(list).filter((one) => one.at <= until);
  const heard = heardTones(log).map((one) => ({ ...one, at: one.at - zero })).filter((one) => one.at <= until + NEAR_MS);
  const found = { worst: 0, worstAt: null, lost: [], doubled: [], errors: [] };
  const usual = new Map();
  const used = new Set();
  for (const one of due) {
    const near = heard.filter((tone) => !used.has(tone) && Math.abs(tone.at - one.at) < NEAR_MS);
    const [match] = near.sort((a, b) => Math.abs(a.at - one.at) - Math.abs(b.at - one.at));
    if (!match) {
      found.lost.push(one);
      continue;
    }
    used.add(match);
    if (match.twice) found.doubled.push(one);
    const made = usual.get(one.kind) ?? match.made;
    usual.set(one.kind, made);
    if (made !== match.made) found.lost.push({ ...one, because: `made of ${match.made}, usually ${made}` });
    found.errors.push(match.at - one.at);
    if (Math.abs(match.at - one.at) > Math.abs(found.worst)) Object.assign(found, { worst: match.at - one.at, worstAt: one.at });
  }
  found.doubled.push(...heard.filter((tone) => !used.has(tone)).map((tone) => ({ ...tone, kind: "not due" })));
  return found;
}

/** Spoken lines against those due by rule; the same words twice in one segment are doubled. */
export function compareLines(log, list, zero) {
  const said = log.filter((one) => one.kind === "speech" && one.text.trim()).map((one) => ({ ...one, at: one.at - zero }));
  const lost = lines(list).filter((one) => !said.some((line) => Math.abs(line.at - one.at) < NEAR_MS));
  const seen = new Set();
  const doubled = said.filter((line) => {
    const key = `${segmentAt(list, Math.max(0, line.at))?.start ?? "end"} ${line.text}`;
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
  return { lost, doubled, count: said.length };
}

/** How far the phases shown were from the schedule, and the end from the total: worst of all, in ms. */
export function compareBoundaries(log, list, zero) {
  const shown = log.filter((one) => one.kind === "state");
  let worst = 0;
  const missing = [];
  // Each is looked for after the one before it: two get-readies of the last step look alike.
  let from = 0;
  const check = (matches, due, what) => {
    const index = shown.findIndex((one, at) => at >= from && matches(one));
    if (index < 0) return missing.push(what);
    from = index + 1;
    const late = shown[index].at - zero - due;
    if (Math.abs(late) > Math.abs(worst)) worst = late;
  };
  for (const { phase, step, side, start } of list) {
    const matches = (one) => one.phase === phase && one.step === String(step) && one.side === side;
    check(matches, start, `${phase} of step ${step}, ${side}`);
  }
  check((one) => one.screen === "done", total(list), "the end");
  return { worst, missing };
}

/**
 * How many seconds what the player shows is away from the place `at` (ms from the start). The digits are whole
 * seconds counted up, so a state stands for the second that ends at its place. `slack` ms are forgiven.
 */
export function secondsOff(state, list, at, slack = 0) {
  const alike = list.filter(({ phase, step, side }) => phase === state.phase && String(step) === state.step && side === state.side);
  const off = alike.map(({ start, length }) => {
    const from = start + length - Number(state.secondsLeft) * 1000;
    if (at < from - slack) return (from - at) / 1000;
    return at >= from + 1000 + slack ? (at - from - 1000) / 1000 : 0;
  });
  return Math.min(Infinity, ...off);
}
