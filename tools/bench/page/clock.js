// A clock the driver turns. Runs before the page's own scripts; until `hold()` time passes by itself, afterwards
// only `advance()` moves it. Everything a page can read the time from, or wait with, comes from here.
// config: { quantumSeconds } is used by media.js, which reads `window.__clock`.
const realNow = performance.now.bind(performance);
const realTimeout = window.setTimeout.bind(window);
const realClear = window.clearTimeout.bind(window);
const RealDate = Date;
const wallZero = performance.timeOrigin;

let held = null;
let pump = null;
let nextId = 1;
let running = false;
const timers = new Map();

const now = () => (held === null ? realNow() : held);

const nextTimer = () => {
  let best = null;
  for (const timer of timers.values()) {
    if (best === null || timer.due < best.due || (timer.due === best.due && timer.id < best.id)) best = timer;
  }
  return best;
};

const fire = (timer) => {
  timers.delete(timer.id);
  if (timer.every !== null) timers.set(timer.id, { ...timer, due: Math.max(timer.due + timer.every, now()) });
  try {
    if (typeof timer.run === "function") timer.run(...timer.args);
  } catch (error) {
    reportError(error);
  }
};

// While time passes by itself the real timer wakes us for the next one due.
const arm = () => {
  realClear(pump);
  const next = held === null ? nextTimer() : null;
  if (next) pump = realTimeout(() => { fire(next); arm(); }, Math.max(0, next.due - realNow()));
};

const add = (run, delay, args, every) => {
  const wait = Math.max(1, Number(delay) || 0);
  const id = nextId++;
  timers.set(id, { id, due: now() + wait, run, args, every: every ? wait : null });
  if (!running) arm();
  return id;
};
const remove = (id) => {
  timers.delete(Number(id));
};

Object.defineProperty(Performance.prototype, "now", { value: () => now(), configurable: true, writable: true });
window.Date = class Date extends RealDate {
  constructor(...args) {
    if (args.length) super(...args);
    else super(wallZero + now());
  }
  static now() {
    return Math.floor(wallZero + now());
  }
};
Object.assign(window, {
  setTimeout: (run, delay, ...args) => add(run, delay, args, false),
  setInterval: (run, delay, ...args) => add(run, delay, args, true),
  clearTimeout: remove,
  clearInterval: remove,
  requestAnimationFrame: (run) => add(() => run(now()), 16 - (now() % 16), [], false),
  cancelAnimationFrame: remove,
  requestIdleCallback: (run) => add(() => run({ didTimeout: false, timeRemaining: () => 10 }), 1, [], false),
  cancelIdleCallback: remove,
});

// Lets everything a callback set going (microtasks, posted messages) finish before time moves on.
const settle = () =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    let rounds = 2;
    channel.port1.onmessage = () => {
      rounds -= 1;
      if (rounds) channel.port2.postMessage(0);
      else {
        channel.port1.close();
        resolve();
      }
    };
    channel.port2.postMessage(0);
  });

// A timer that comes due while the thread is busy runs when the thread is free again.
const whenFree = (due, block) => {
  if (!block) return due;
  const into = due % block.period;
  return into < block.busy ? due - into + block.busy : due;
};

let visible = "visible";
for (const [name, value] of [["visibilityState", () => visible], ["hidden", () => visible === "hidden"]]) {
  Object.defineProperty(Document.prototype, name, { get: value, configurable: true });
}

const clock = {
  now,
  log: [],
  note: (entry) => clock.log.push({ at: now(), ...entry }),
  after: (ms, run) => add(run, ms, [], false),
  settle,
  /** Stops the clock where it is (or at `phase` ms past a whole second). */
  async hold(phase = null) {
    const at = realNow();
    held = phase === null ? at : Math.ceil(at / 1000) * 1000 + phase;
    realClear(pump);
    await settle();
    return held;
  },
  /** Moves time on by `ms`, running timers in order; stops early when `until()` holds after one of them. */
  async advance(ms, { block = null, until = null } = {}) {
    const end = held + ms;
    running = true;
    await settle();
    try {
      for (;;) {
        const next = nextTimer();
        if (!next) break;
        const at = Math.max(held, whenFree(Math.max(held, next.due), block));
        if (at > end) break;
        held = at;
        fire(next);
        await settle();
        if (until?.()) return held;
      }
      held = end;
      return held;
    } finally {
      running = false;
    }
  },
  /** The page stops for `ms`: hidden, frozen, no timer runs; then it is shown again. */
  async freeze(ms) {
    visible = "hidden";
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    document.dispatchEvent(new Event("freeze"));
    await settle();
    held += ms;
    document.dispatchEvent(new Event("resume"));
    visible = "visible";
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    await settle();
  },
  /** The log so far; the next one starts empty. */
  take() {
    const taken = clock.log;
    clock.log = [];
    return taken;
  },
};
window.__clock = clock;

// What the player says about itself, whenever it changes.
const FIELDS = ["phase", "running", "step", "steps", "exercise", "side", "secondsLeft"];
let last = "";
const look = () => {
  const player = document.querySelector('[data-screen="player"]');
  const screen = document.querySelector("[data-screen]")?.dataset.screen ?? null;
  const state = { screen };
  if (player) for (const field of FIELDS) state[field] = player.dataset[field] ?? null;
  const text = JSON.stringify(state);
  if (text === last) return;
  last = text;
  clock.note({ kind: "state", ...state });
};
new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
