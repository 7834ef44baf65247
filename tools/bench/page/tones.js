// Writes down which tones the app puts on the real audio clock, and what the two clocks say side by side, so that
// the moments can be compared with performance.now(). `__tones.busy()` keeps the main thread busy.
// config: { period, busy }
const log = [];
const offsets = [];
let context = null;
const entries = new WeakMap();
const proto = AudioScheduledSourceNode.prototype;
const { start, stop } = proto;

const sample = () => {
  if (context?.state !== "running") return;
  const at = performance.now();
  offsets.push({ at, offset: at - context.currentTime * 1000 });
};

proto.start = function (when = 0) {
  context = this.context;
  sample();
  const begins = Math.max(when, context.currentTime);
  const entry = { kind: "tone", begins, at: performance.now(), hertz: this.frequency?.value ?? null, silent: false };
  entries.set(this, entry);
  log.push(entry);
  return start.call(this, when);
};
proto.stop = function (when = 0) {
  const entry = entries.get(this);
  if (entry && Math.max(when, this.context.currentTime) <= entry.begins) entry.silent = true;
  return stop.call(this, when);
};

let began = null;
new MutationObserver(() => {
  if (began === null && document.querySelector('[data-screen="player"][data-running="true"]')) began = performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });

window.__tones = {
  busy() {
    const until = performance.now() + config.busy;
    let next = 0;
    while (performance.now() < until) {
      if (performance.now() < next) continue;
      next = performance.now() + 5;
      sample();
    }
    setTimeout(window.__tones.busy, config.period - config.busy);
  },
  /**
   * Every tone on the clock of performance.now(). The audio clock moves in steps; just after a step the distance
   * of the two clocks is smallest, so the smallest near the moment of scheduling is the true one.
   */
  result() {
    const near = (moment) => offsets.filter(({ at }) => Math.abs(at - moment) < 1500).map(({ offset }) => offset);
    const all = offsets.map(({ offset }) => offset);
    return {
      began,
      now: performance.now(),
      state: context?.state ?? "none",
      slip: Math.max(...all) - Math.min(...all),
      log: log.map((one) => ({ ...one, heard: one.begins * 1000 + Math.min(...near(one.at)) })),
    };
  },
};
