// Stand-ins for voice, sound, vibration and the screen lock that write down what they were told,
// with the time on the test's clock. `__faults` says which of them are broken.
(() => {
  const faults = (window.__faults ??= {});
  const log = (window.__log = []);
  const now = () => window.__clock.now();
  const note = (kind, what) => log.push({ at: now(), kind, ...what });

  // Voice.
  class Voice {
    constructor(name, lang) {
      Object.assign(this, { name, lang, voiceURI: name, localService: true, default: true });
    }
  }
  class Utterance extends EventTarget {
    constructor(text = "") {
      super();
      Object.assign(this, { text, lang: "", voice: null, rate: 1, pitch: 1, volume: 1 });
    }
    tell(kind) {
      const event = Object.assign(new Event(kind), { utterance: this, charIndex: 0 });
      this[`on${kind}`]?.(event);
      this.dispatchEvent(event);
    }
  }
  class Speech extends EventTarget {
    queue = [];
    timer = 0;
    paused = false;
    onvoiceschanged = null;
    voices = faults.speech === "no-voices" ? [] : [new Voice("Test voice", "en-GB")];
    get speaking() {
      return this.queue.length > 0;
    }
    get pending() {
      return this.queue.length > 1;
    }
    getVoices() {
      return this.voices;
    }
    speak(line) {
      if (faults.speech === "throws") throw new DOMException("no speech", "InvalidStateError");
      if (faults.speech === "silent") return;
      this.queue.push(line);
      if (this.queue.length === 1) this.begin();
    }
    begin() {
      const line = this.queue[0];
      if (!line) return;
      const words = line.text.trim().split(/\s+/).filter(Boolean).length;
      if (words && line.volume > 0) note("say", { text: line.text, rate: line.rate });
      line.tell("start");
      this.timer = setTimeout(() => {
        this.queue.shift();
        if (words && line.volume > 0) note("said", { text: line.text });
        line.tell("end");
        this.begin();
      }, (200 + line.text.length * 60) / line.rate);
    }
    cancel() {
      clearTimeout(this.timer);
      const cut = this.queue.splice(0);
      if (cut[0]?.text.trim() && cut[0].volume > 0) note("cut", { text: cut[0].text });
      for (const line of cut) line.tell("error");
    }
    pause() {}
    resume() {}
  }
  const put = (holder, name, value) =>
    Object.defineProperty(holder, name, { value, configurable: true, writable: true });
  if (faults.speech === "absent") {
    put(window, "speechSynthesis", undefined);
    put(window, "SpeechSynthesisUtterance", undefined);
  } else if (window.speechSynthesis) {
    put(window, "speechSynthesis", new Speech());
    put(window, "SpeechSynthesisUtterance", Utterance);
    put(window, "SpeechSynthesisVoice", Voice);
  }

  // Sound: a graph of nodes without any audio, whose clock is the test's.
  class Param {
    constructor(value) {
      this.value = value;
    }
  }
  for (const name of ["setValueAtTime", "linearRampToValueAtTime", "exponentialRampToValueAtTime", "setTargetAtTime", "cancelScheduledValues", "cancelAndHoldAtTime"]) {
    Param.prototype[name] = function () {
      return this;
    };
  }
  class Node extends EventTarget {
    constructor(context) {
      super();
      this.context = context;
      this.outputs = new Set();
      for (const name of ["frequency", "detune", "gain", "Q", "offset", "pan", "playbackRate"]) this[name] = new Param(1);
    }
    connect(to) {
      this.outputs.add(to);
      return to;
    }
    disconnect(from) {
      if (from) this.outputs.delete(from);
      else this.outputs.clear();
    }
    reaches() {
      return [...this.outputs].some((node) => node === this.context.destination || node.reaches?.());
    }
    start(when = 0) {
      this.begins = Math.max(when, this.context.currentTime);
      this.context.waiting.add(this);
    }
    stop(when = 0) {
      this.ends = Math.max(when, this.context.currentTime);
    }
  }
  const contexts = new Set();
  class Sound extends EventTarget {
    state = faults.audio === "suspended" ? "suspended" : "running";
    sampleRate = 48000;
    baseLatency = 0;
    outputLatency = 0;
    onstatechange = null;
    waiting = new Set();
    destination = new EventTarget();
    origin = now();
    constructor() {
      super();
      if (faults.audio === "throws") throw new DOMException("no device", "NotSupportedError");
      contexts.add(this);
    }
    get currentTime() {
      return (now() - this.origin) / 1000;
    }
    async resume() {
      if (faults.audio === "suspended") throw new DOMException("not allowed", "NotAllowedError");
      this.state = "running";
    }
    async suspend() {
      this.state = "suspended";
    }
    async close() {
      this.state = "closed";
      this.waiting.clear();
    }
    createBuffer(channels, length, rate) {
      return { length, sampleRate: rate, duration: length / rate, getChannelData: () => new Float32Array(length) };
    }
  }
  for (const kind of ["Oscillator", "Gain", "BiquadFilter", "BufferSource", "ConstantSource", "DynamicsCompressor", "StereoPanner"]) {
    Sound.prototype[`create${kind}`] = function () {
      return Object.assign(new Node(this), { source: kind === "Oscillator" });
    };
  }
  window.__clock.onpass((time) => {
    for (const context of contexts) {
      if (context.state !== "running") continue;
      const at = (time - context.origin) / 1000;
      for (const node of context.waiting) {
        if (node.begins > at) continue;
        context.waiting.delete(node);
        const heard = node.source && node.reaches() && !(node.ends <= node.begins);
        if (heard) log.push({ at: context.origin + node.begins * 1000, kind: "tone" });
      }
    }
  });
  if (faults.audio === "absent") {
    put(window, "AudioContext", undefined);
    put(window, "webkitAudioContext", undefined);
  } else {
    put(window, "AudioContext", Sound);
  }

  // Vibration and the screen lock.
  if (faults.vibrate === "absent") put(navigator, "vibrate", undefined);
  else put(navigator, "vibrate", (pattern) => {
    note("vibrate", { text: String(pattern) });
    return faults.vibrate !== "false";
  });
  const locks = (window.__locks = new Set());
  const lock = {
    async request() {
      note("lock", { text: faults.wake ?? "held" });
      if (faults.wake === "denied") throw new DOMException("denied", "NotAllowedError");
      const held = new EventTarget();
      Object.assign(held, { released: false, type: "screen", onrelease: null });
      held.release = async () => {
        if (held.released) return;
        held.released = true;
        locks.delete(held);
        const event = new Event("release");
        held.onrelease?.(event);
        held.dispatchEvent(event);
      };
      locks.add(held);
      return held;
    },
  };
  put(navigator, "wakeLock", faults.wake === "absent" ? undefined : lock);

  // Hidden and shown again, as a phone does it: the screen lock goes while hidden.
  let hidden = false;
  Object.defineProperty(document, "hidden", { get: () => hidden, configurable: true });
  Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible"), configurable: true });
  window.__hide = (yes) => {
    hidden = yes;
    if (yes) for (const held of [...locks]) held.release();
    document.dispatchEvent(new Event("visibilitychange"));
  };
})();
