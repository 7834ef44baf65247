// Event Timing and long tasks between `start()` and `end()`; durations are to the next paint, in steps of 8 ms.
let events = [];
let tasks = [];
const observe = (type, options, run) =>
  new PerformanceObserver((list) => list.getEntries().forEach(run)).observe({ type, ...options });
const TAPS = new Set(["pointerdown", "pointerup", "touchstart", "touchend", "mousedown", "mouseup", "click"]);
observe("event", { durationThreshold: 16, buffered: false }, (entry) => {
  if (TAPS.has(entry.name)) events.push({ name: entry.name, ms: entry.duration });
});
observe("longtask", { buffered: false }, (entry) => tasks.push({ ms: entry.duration }));
window.__taps = {
  start() {
    events = [];
    tasks = [];
  },
  end: () => ({ events, tasks }),
};
