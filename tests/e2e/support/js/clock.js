// A clock the test holds in its hand. Until `stop()` it follows the real one; after it, time
// passes only in `run` (timers fire when due) and `gap` (nothing fires until the gap is over).
(() => {
  const real = {
    now: performance.now.bind(performance),
    Date,
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
  };
  const started = real.now();
  // Time that a test let pass on an earlier page has passed for this page too.
  const AHEAD = "e2e.ahead";
  const kept = (act) => {
    try {
      return act();
    } catch {
      return 0; // blocked storage is one of the things under test
    }
  };
  const ahead = kept(() => Number(localStorage.getItem(AHEAD)));
  const dateAtStart = real.Date.now() + ahead;
  let stoppedAt = null;
  let offset = 0;
  let skew = 0;
  let skewed = 0; // the part of it by which a person set the phone's clock
  let serial = 1_000_000;
  const timers = new Map();
  const watchers = [];

  const now = () => stoppedAt ?? real.now() + offset;
  const wall = () => Math.floor(dateAtStart + (now() - started) + skew);
  const turn = () =>
    new Promise((resolve) => {
      const line = new MessageChannel();
      line.port1.onmessage = () => {
        line.port1.close();
        resolve();
      };
      line.port2.postMessage(0);
    });

  const earliest = () => {
    let first = null;
    for (const timer of timers.values()) {
      if (!first || timer.due < first.due || (timer.due === first.due && timer.id < first.id)) first = timer;
    }
    return first;
  };
  const fire = (timer) => {
    if (timer.every === null) timers.delete(timer.id);
    else timer.due = Math.max(timer.due + timer.every, now());
    if (timer.every !== null && stoppedAt === null) follow(timer);
    try {
      timer.run(...timer.args);
    } catch (error) {
      reportError(error);
    }
  };
  const follow = (timer) =>
    real.setTimeout(() => {
      if (stoppedAt !== null || !timers.has(timer.id)) return;
      if (timer.due > now() + 0.5) follow(timer);
      else fire(timer);
    }, Math.max(0, timer.due - now()));
  const add = (run, delay, every, args) => {
    const id = serial++;
    const wait = Math.max(every === null ? 0 : 1, Number(delay) || 0);
    const timer = { id, run, args, due: now() + wait, every: every === null ? null : wait };
    timers.set(id, timer);
    if (stoppedAt === null) follow(timer);
    return id;
  };
  const clear = (id) => {
    if (!timers.delete(id)) real.clearTimeout(id);
  };

  performance.now = now;
  window.Date = class extends real.Date {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(wall());
    }
    static now() {
      return wall();
    }
  };
  window.setTimeout = (run, delay, ...args) => add(run, delay, null, args);
  window.setInterval = (run, delay, ...args) => add(run, delay, true, args);
  window.clearTimeout = clear;
  window.clearInterval = clear;

  const remember = () => kept(() => localStorage.setItem(AHEAD, String(wall() - skewed - real.Date.now())));
  const pass = (until) => {
    stoppedAt = Math.max(stoppedAt, until);
    for (const watch of watchers) watch(stoppedAt);
  };
  window.__clock = {
    now,
    turn,
    onpass: (watch) => watchers.push(watch),
    stop() {
      stoppedAt ??= Math.ceil(now());
    },
    go() {
      if (stoppedAt === null) return;
      offset = stoppedAt - real.now();
      stoppedAt = null;
      for (const timer of timers.values()) follow(timer);
    },
    async run(ms) {
      const target = stoppedAt + ms;
      for (let fired = 0; fired < 2_000_000; fired++) {
        const next = earliest();
        if (!next || next.due > target) break;
        pass(next.due);
        fire(next);
        await turn();
      }
      pass(target);
      remember();
      await turn();
      await turn();
    },
    // The page did not run for `ms`; `monotonic` says whether performance.now counted meanwhile.
    async gap(ms, monotonic = true) {
      if (monotonic) pass(stoppedAt + ms);
      else skew += ms;
      remember();
      const late = [...timers.values()].filter((timer) => timer.due <= stoppedAt);
      late.sort((a, b) => a.due - b.due || a.id - b.id);
      for (const timer of late) {
        if (timers.has(timer.id)) fire(timer);
        await turn();
      }
      await turn();
    },
    setWallBy(ms) {
      skew += ms;
      skewed += ms;
    },
  };
})();
