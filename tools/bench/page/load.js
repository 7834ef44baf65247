// Runs before the page's own scripts. Reports when the first paint came (so that the driver can tap at once),
// when the effect of the tap was painted, and everything that moved or blocked meanwhile.
// config: { target, effect } (selectors; target may be null: no tap).
const state = { fcp: null, ready: null, effect: null, painted: null, tapAt: null, shift: 0, shifts: [], tasks: [] };
window.__load = state;

const report = (kind, data = {}) => window.__bench(JSON.stringify({ kind, ...data }));

const afterPaint = (run) =>
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = run;
    channel.port2.postMessage(0);
  });

const observe = (type, run) =>
  new PerformanceObserver((list) => list.getEntries().forEach(run)).observe({ type, buffered: true });

// The middle of the thing to tap, as a person would see it; null while it is not there.
const targetPoint = () => {
  const found = [...document.querySelectorAll(config.target)].find((one) => one.getClientRects().length > 0);
  if (!found) return null;
  const control = found.matches("a,button") ? found : (found.querySelector("a,button") ?? found);
  let box = control.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) {
    control.scrollIntoView({ block: "center", behavior: "instant" });
    box = control.getBoundingClientRect();
  }
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

observe("paint", (entry) => {
  if (entry.name !== "first-contentful-paint") return;
  state.fcp = entry.startTime;
  const point = config.target ? targetPoint() : null;
  report("first-paint", { point, fcp: state.fcp });
});
observe("longtask", (entry) => state.tasks.push({ at: Math.round(entry.startTime), ms: Math.round(entry.duration) }));
observe("layout-shift", (entry) => {
  state.shift += entry.value;
  state.shifts.push({
    at: Math.round(entry.startTime),
    value: entry.value,
    what: entry.sources.map((source) => source.node?.outerHTML?.slice(0, 120) ?? String(source.node?.nodeName)),
  });
});

window.__point = targetPoint;
addEventListener("touchstart", () => (state.tapAt ??= performance.now()), { capture: true, passive: true });

const look = () => {
  if (state.ready === null && document.querySelector('body[data-app="ready"]')) {
    state.ready = performance.now();
    report("ready", { wall: performance.timeOrigin + state.ready });
  }
  if (state.effect === null && config.effect && document.querySelector(config.effect)) {
    state.effect = performance.now();
    afterPaint(() => {
      state.painted = performance.now();
      report("effect", { effect: state.effect, painted: state.painted });
    });
  }
};
new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
