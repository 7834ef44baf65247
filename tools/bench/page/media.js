// Sound, speech and vibration on the clock of clock.js: what the app asks for is written down with the moment it
// would be heard. Nothing is played. config: { quantumSeconds, voices }
const clock = window.__clock;
const origins = new WeakMap();
const held = new WeakMap();
const quantum = config.quantumSeconds;

// The audio clock moves in blocks, as a sound card takes them.
const audioTime = (context) => {
  if (!origins.has(context)) origins.set(context, clock.now());
  if (held.has(context)) return held.get(context);
  const seconds = (clock.now() - origins.get(context)) / 1000;
  return Math.floor(seconds / quantum) * quantum;
};
const getter = (object, name, get) => Object.defineProperty(object, name, { get, configurable: true });

const asked = new WeakSet();
getter(BaseAudioContext.prototype, "currentTime", function () {
  return audioTime(this);
});
getter(BaseAudioContext.prototype, "state", function () {
  return held.has(this) || !asked.has(this) ? "suspended" : "running";
});
getter(AudioContext.prototype, "baseLatency", () => 0);
getter(AudioContext.prototype, "outputLatency", () => 0);
const changed = (context) => context.dispatchEvent(new Event("statechange"));
const RealContext = window.AudioContext;
window.AudioContext = new Proxy(RealContext, {
  construct(target, args) {
    const context = Reflect.construct(target, args);
    origins.set(context, clock.now());
    if (navigator.userActivation?.isActive) asked.add(context);
    return context;
  },
});
Object.assign(AudioContext.prototype, {
  resume() {
    if (held.has(this)) {
      origins.set(this, clock.now() - held.get(this) * 1000);
      held.delete(this);
    }
    asked.add(this);
    return Promise.resolve().then(() => changed(this));
  },
  suspend() {
    held.set(this, audioTime(this));
    return Promise.resolve().then(() => changed(this));
  },
  getOutputTimestamp() {
    return { contextTime: audioTime(this), performanceTime: clock.now() };
  },
});

// One entry a source: `heard` is the moment its first sample would leave the speaker; cut short before that
// moment (a pause, a skip) it is silent, and says so.
const entries = new WeakMap();
const start = function (when = 0) {
  const heard = Math.max(when, audioTime(this.context)) * 1000 + origins.get(this.context);
  const entry = { kind: "tone", heard, hertz: this.frequency?.value ?? null, silent: false, at: clock.now() };
  entries.set(this, entry);
  clock.log.push(entry);
};
const stop = function (when = 0) {
  const entry = entries.get(this);
  if (!entry) throw new DOMException("stop before start", "InvalidStateError");
  const ends = Math.max(when, audioTime(this.context)) * 1000 + origins.get(this.context);
  if (ends <= entry.heard) entry.silent = true;
  clock.after(Math.max(1, ends - clock.now()), () => this.dispatchEvent(new Event("ended")));
};
AudioScheduledSourceNode.prototype.start = start;
AudioScheduledSourceNode.prototype.stop = stop;
AudioBufferSourceNode.prototype.start = start;

// Speech: one local voice, about fourteen characters a second, one line at a time.
const voice = Object.create(SpeechSynthesisVoice.prototype, {
  name: { value: "Bench English" },
  lang: { value: "en-US" },
  voiceURI: { value: "bench" },
  localService: { value: true },
  default: { value: true },
});
const chosen = new WeakMap();
Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", {
  get() {
    return chosen.get(this) ?? null;
  },
  set(value) {
    chosen.set(this, value);
  },
  configurable: true,
});
let queue = [];
let speaking = null;
const sayNext = () => {
  if (speaking || queue.length === 0) return;
  const line = queue.shift();
  speaking = line;
  line.dispatchEvent(new Event("start"));
  clock.after(200 + (line.text.length * 70) / (line.rate || 1), () => {
    if (speaking !== line) return;
    speaking = null;
    line.dispatchEvent(new Event("end"));
    sayNext();
  });
};
Object.assign(SpeechSynthesis.prototype, {
  getVoices: () => (config.voices ? [voice] : []),
  speak(line) {
    clock.note({ kind: "speech", text: line.text, volume: line.volume });
    if (!config.voices) return;
    queue.push(line);
    sayNext();
  },
  cancel() {
    clock.note({ kind: "hush" });
    const cut = [...queue, ...(speaking ? [speaking] : [])];
    queue = [];
    speaking = null;
    for (const line of cut) line.dispatchEvent(new Event("error"));
  },
  pause() {},
  resume() {},
});
getter(SpeechSynthesis.prototype, "speaking", () => speaking !== null);
getter(SpeechSynthesis.prototype, "pending", () => queue.length > 0);
Object.assign(Navigator.prototype, {
  vibrate(pattern) {
    clock.note({ kind: "vibrate", pattern });
    return true;
  },
});

// WebAssembly memory, for the memory row.
const remember = (result) => {
  const memory = Object.values((result.instance ?? result).exports).find((value) => value instanceof WebAssembly.Memory);
  if (memory) window.__wasmBytes = () => memory.buffer.byteLength;
  return result;
};
for (const name of ["instantiate", "instantiateStreaming"]) {
  const real = WebAssembly[name];
  WebAssembly[name] = (...args) => real(...args).then((result) => (result instanceof WebAssembly.Module ? result : remember(result)));
}
