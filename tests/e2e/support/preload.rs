//! Scripts that run in the page before any of ours, put together from what a test asks for.

use serde_json::{Value, json};

const COLLECTOR: &str = include_str!("js/collector.js");
const CLOCK: &str = include_str!("js/clock.js");
const STUBS: &str = include_str!("js/stubs.js");

/// What a test changes about the page's surroundings before our code runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Preload {
    held_clock: bool,
    faults: Vec<(&'static str, &'static str)>,
    scripts: Vec<String>,
}

impl Preload {
    /// The real surroundings; problems are still noted.
    pub(crate) fn real() -> Self {
        Self::default()
    }

    /// A clock that the test moves, and stand-ins for voice, sound, vibration and screen lock.
    pub(crate) fn held_clock() -> Self {
        Self { held_clock: true, ..Self::default() }
    }

    /// Breaks one stand-in, for example `("speech", "no-voices")`; see `js/stubs.js` for the words.
    pub(crate) fn fault(mut self, part: &'static str, how: &'static str) -> Self {
        self.faults.push((part, how));
        self
    }

    /// Someone who is past the first three sessions and answered every question today with "none of these".
    pub(crate) fn answered(self) -> Self {
        self.practised().script(ANSWERED)
    }

    /// Someone who is past the first three sessions.
    pub(crate) fn practised(self) -> Self {
        self.script(PRACTISED)
    }

    /// Runs this script too, after the stand-ins.
    pub(crate) fn script(mut self, text: &str) -> Self {
        self.scripts.push(text.to_owned());
        self
    }

    /// The whole script.
    pub(crate) fn text(&self) -> String {
        let faults: serde_json::Map<String, Value> =
            self.faults.iter().map(|(part, how)| ((*part).to_owned(), json!(how))).collect();
        let mut text = format!("window.__faults = {};\n{COLLECTOR}", Value::Object(faults));
        if self.held_clock {
            text.push_str(CLOCK);
            text.push_str(STUBS);
        }
        for script in &self.scripts {
            text.push_str("\n;(() => {\n");
            text.push_str(script);
            text.push_str("\n})();\n");
        }
        text
    }
}

/// Every question answered today with "none of these".
pub(crate) const ANSWERED: &str = "
const day = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60000) / 86400000);
const check = { v: 1, list: 'full', ticked: [], day, stopped: null, cleared: null, last_session: null, ask_full: false };
const told = Array.from({ length: 50 }, (_, at) => [at + 1, false, day, day, null, []]);
const health = { v: 1, told, marks: [], marked: day, pain: [0, null, day, false], cleared: [], left_gentle: null, ill: null };
try {
  localStorage.getItem('unknot.check') ?? localStorage.setItem('unknot.check', JSON.stringify(check));
  localStorage.getItem('unknot.health') ?? localStorage.setItem('unknot.health', JSON.stringify(health));
} catch {}";

/// Three sessions were played to their end: the doses are the routine's own.
pub(crate) const PRACTISED: &str = "
try {
  localStorage.getItem('unknot.history') ?? localStorage.setItem('unknot.history',
    JSON.stringify({ v: 1, finished: 3, last_day: null, recent: [] }));
} catch {}";

/// Puts rows of a journal into the database: `__seed({ weeks })`, and `__store(act)` for anything else.
pub(crate) const SEED: &str = include_str!("js/seed.js");

/// `localStorage` throws on every touch, as with all site data blocked.
pub(crate) const STORAGE_DENIED: &str = "Object.defineProperty(window, 'localStorage', { get() { \
    throw new DOMException('denied', 'SecurityError'); } });";

/// `localStorage` reads, but every write says the disk is full.
pub(crate) const STORAGE_FULL: &str = "Storage.prototype.setItem = () => { \
    throw new DOMException('full', 'QuotaExceededError'); };";

/// A browser without WebAssembly, like an iPhone in Lockdown Mode.
pub(crate) const NO_WASM: &str = "delete window.WebAssembly;";

/// A browser without service workers.
pub(crate) const NO_WORKER: &str = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }); \
     delete Navigator.prototype.serviceWorker;";

/// Keeps the app's memory within the test's reach, so that `__trap()` makes the next step of the
/// app a real WebAssembly trap.
pub(crate) const TRAP: &str = "
const memories = [];
const keep = (made) => {
  for (const thing of Object.values((made.instance ?? made).exports)) {
    if (thing instanceof WebAssembly.Memory) memories.push(thing);
  }
  if (window.__trapAtStart) window.__trap();
  return made;
};
for (const name of ['instantiateStreaming', 'instantiate']) {
  const real = WebAssembly[name].bind(WebAssembly);
  WebAssembly[name] = async (...parts) => keep(await real(...parts));
}
window.__trap = () => { for (const memory of memories) new Uint8Array(memory.buffer).fill(0xff); };";
