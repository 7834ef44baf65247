// What the tests of the adapters put in the browser's place. Each `undo` puts the real thing back.

function define(object, name, descriptor) {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, ...descriptor });
  return () => {
    if (own) Object.defineProperty(object, name, own);
    else delete object[name];
  };
}

export function replace(object, name, value) {
  return define(object, name, { value, writable: true });
}

export function throwing(object, name, kind) {
  return define(object, name, {
    get() {
      throw new DOMException("refused", kind);
    },
  });
}

// Calls -------------------------------------------------------------------------------------------------

export function recorder(answer) {
  const calls = [];
  const record = (...given) => {
    calls.push(given);
    return answer;
  };
  record.calls = calls;
  return record;
}

export function thrower(kind) {
  return () => {
    throw new DOMException("refused", kind);
  };
}

export function rejected(kind) {
  return () => Promise.reject(new DOMException("refused", kind));
}

export function silent() {
  return () => new Promise(() => {});
}

export function block(millis) {
  const end = performance.now() + millis;
  while (performance.now() < end);
}

// Events ------------------------------------------------------------------------------------------------

export function fire(target, kind, fields) {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  for (const [name, value] of Object.entries(fields ?? {})) Object.defineProperty(event, name, { value });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

export function press(target, key, fields) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...fields });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

export function target(fields) {
  return Object.assign(new EventTarget(), fields);
}

// Screen wake lock ----------------------------------------------------------------------------------------

export function wakeLock() {
  const lock = { asked: 0, released: 0, sentinel: null };
  lock.request = async () => {
    lock.asked += 1;
    const sentinel = target({ released: false });
    sentinel.release = async () => {
      if (sentinel.released) return;
      lock.released += 1;
      sentinel.released = true;
      sentinel.dispatchEvent(new Event("release"));
    };
    lock.sentinel = sentinel;
    return sentinel;
  };
  return lock;
}

// Speech --------------------------------------------------------------------------------------------------

export function synthesis(voices) {
  const speech = target({ said: [], cancels: 0, speaking: false, pending: false, paused: false, voices });
  speech.getVoices = () => speech.voices;
  speech.speak = (line) => {
    speech.said.push(line);
    speech.speaking = true;
  };
  speech.cancel = () => {
    speech.cancels += 1;
    speech.speaking = false;
  };
  speech.resume = () => {
    speech.paused = false;
  };
  return speech;
}

// A line that takes any object for a voice; the browser's own takes only its own voices.
export function lineClass() {
  return class Line {
    constructor(text) {
      this.text = text;
    }
  };
}

// Audio ---------------------------------------------------------------------------------------------------

// Every real context made meanwhile, in order.
export function keepContexts() {
  const Real = window.AudioContext;
  const kept = [];
  class Kept extends Real {
    constructor(...given) {
      super(...given);
      kept.push(this);
    }
  }
  const undo = replace(window, "AudioContext", Kept);
  undo.kept = kept;
  return undo;
}

// A context that claims to run and is rendered to samples at the end.
export function offlineContexts(seconds) {
  const kept = [];
  function Offline() {
    const context = new OfflineAudioContext(1, seconds * 44100, 44100);
    replace(context, "state", "running");
    replace(context, "resume", async () => {});
    replace(context, "close", async () => {});
    // Rendering runs faster than time: what it says about its state means nothing here.
    replace(context, "addEventListener", () => {});
    kept.push(context);
    return context;
  }
  const undo = replace(window, "AudioContext", Offline);
  undo.kept = kept;
  return undo;
}

// Where sound begins, in milliseconds: each first loud sample after 60 quiet milliseconds.
export async function onsets(context) {
  const samples = (await context.startRendering()).getChannelData(0);
  const found = [];
  let loudAt = -Infinity;
  for (let at = 0; at < samples.length; at += 1) {
    if (Math.abs(samples[at]) < 0.002) continue;
    if (at - loudAt > 0.06 * context.sampleRate) found.push((at * 1000) / context.sampleRate);
    loudAt = at;
  }
  return found;
}

// The loudest sample of what was scheduled.
export async function peak(context) {
  const samples = (await context.startRendering()).getChannelData(0);
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

// Every start of an oscillator meanwhile: when it was asked for, the audio clock then, the pitch, and whether it
// was taken back.
export function recordStarts() {
  const starts = [];
  const entries = new WeakMap();
  const real = AudioScheduledSourceNode.prototype;
  const undoStart = replace(OscillatorNode.prototype, "start", function start(when) {
    const entry = { when, now: this.context.currentTime, hertz: this.frequency.value, stopped: false };
    entries.set(this, entry);
    starts.push(entry);
    return real.start.call(this, when);
  });
  const undoStop = replace(OscillatorNode.prototype, "stop", function stop(when = 0) {
    const entry = entries.get(this);
    if (entry && when <= entry.when) entry.stopped = true;
    return real.stop.call(this, when);
  });
  const undo = () => {
    undoStop();
    undoStart();
  };
  undo.starts = starts;
  return undo;
}

// Contexts whose clock follows the page's clock in steps, from the moment `open` is called. The real one slips on a
// busy machine, which would make a test of tenths of a second depend on the machine.
export function steppedContexts(stepMillis) {
  const kept = [];
  function Stepped() {
    const context = new OfflineAudioContext(1, 44100, 44100);
    let opened = null;
    replace(context, "resume", async () => {});
    replace(context, "close", async () => {});
    define(context, "state", { get: () => (opened === null ? "suspended" : "running") });
    define(context, "currentTime", {
      get: () => (opened === null ? 0 : (Math.floor((performance.now() - opened) / stepMillis) * stepMillis) / 1000),
    });
    context.open = () => {
      opened = performance.now();
      context.dispatchEvent(new Event("statechange"));
    };
    // Where a moment of this clock lies on the page's, half a step late as its readings are on average.
    context.onPage = (seconds) => seconds * 1000 + opened + stepMillis / 2;
    kept.push(context);
    return context;
  }
  const undo = replace(window, "AudioContext", Stepped);
  undo.kept = kept;
  return undo;
}

export function forceState(context, state) {
  return replace(context, "state", state);
}

export function audioSession(known) {
  let type = "auto";
  const asked = [];
  return {
    asked,
    get type() {
      return type;
    },
    set type(kind) {
      asked.push(kind);
      if (known.includes(kind)) type = kind;
    },
  };
}

// Media session -------------------------------------------------------------------------------------------

export function mediaSession(unknown) {
  const session = { handlers: {}, metadata: null, playbackState: "none", position: null };
  session.setActionHandler = (name, handler) => {
    if (name === unknown) throw new TypeError(`${name} is unknown`);
    session.handlers[name] = handler;
  };
  session.setPositionState = (position) => {
    if (position.position > position.duration) throw new TypeError("position is beyond the end");
    session.position = position;
  };
  return session;
}

// Service worker ------------------------------------------------------------------------------------------

export function worker(state) {
  const made = target({ state, messages: [] });
  made.postMessage = (message) => made.messages.push(message);
  return made;
}

export function registration(fields) {
  const made = target({ installing: null, waiting: null, active: null, updates: 0, ...fields });
  made.update = async () => {
    made.updates += 1;
    throw new TypeError("the server is gone");
  };
  return made;
}

export function container(made, controller) {
  const fake = target({ controller, asked: [] });
  fake.register = async (address, options) => {
    fake.asked.push([address, options.updateViaCache]);
    if (!made) throw new TypeError("the script is a web page");
    return made;
  };
  fake.getRegistration = async () => undefined;
  return fake;
}

export function move(made, from, to, state) {
  const moved = made[from];
  made[from] = null;
  if (to) made[to] = moved;
  moved.state = state;
  moved.dispatchEvent(new Event("statechange"));
}

// Database ------------------------------------------------------------------------------------------------

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

// A connection as an old tab holds it, which never gives way; `layout` 0 takes the database as it is.
export function heldDatabase(layout, stores) {
  const request = layout ? indexedDB.open("unknot", layout) : indexedDB.open("unknot");
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  return settled(request);
}

export function removeDatabase() {
  return settled(indexedDB.deleteDatabase("unknot"));
}

export function putRaw(database, store, key, value) {
  const transaction = database.transaction(store, "readwrite");
  transaction.objectStore(store).put(value, key);
  return new Promise((resolve) => (transaction.oncomplete = resolve));
}

// The `nth` call of `object.name` throws, counted from 1; with `kind` "abort" it goes through and its transaction is
// aborted.
export function failNth(name, nth, kind) {
  const prototype = { put: IDBObjectStore, createObjectStore: IDBDatabase, transaction: IDBDatabase }[name].prototype;
  const real = prototype[name];
  let calls = 0;
  return define(prototype, name, {
    writable: true,
    value(...given) {
      calls += 1;
      if (calls === nth && kind !== "abort") throw new DOMException("refused", kind);
      const answer = real.apply(this, given);
      if (calls === nth) this.transaction.abort();
      return answer;
    },
  });
}

export function openDatabases() {
  return indexedDB.databases().then((all) => all.map((it) => `${it.name} ${it.version}`));
}
