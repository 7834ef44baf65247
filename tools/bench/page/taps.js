// Event Timing and long tasks between `start()` and `end()`; durations are to the next paint, in steps of 8 ms.
let events = [];
let tasks = [];
const observe = (type, options, run) =>
  new PerformanceObserver((list) => list.getEntries().forEach(run)).observe({ type, ...options });
const TAPS = new Set(["pointerdown", "pointerup", "touchstart", "touchend", "mousedown", "mouseup", "click", "keydown", "keypress", "beforeinput", "input"]);
observe("event", { durationThreshold: 16, buffered: false }, (entry) => {
  if (TAPS.has(entry.name)) events.push({ name: entry.name, ms: entry.duration, work: entry.processingEnd - entry.processingStart });
});
observe("longtask", { buffered: false }, (entry) => tasks.push({ ms: entry.duration }));
window.__taps = {
  start() {
    events = [];
    tasks = [];
  },
  /** An act without an event of its own: how long it took, in ms. */
  work: (ms) => events.push({ name: "act", ms: 0, work: ms }),
  end: () => ({ events, tasks }),
};
