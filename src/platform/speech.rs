//! The spoken cues.
//!
//! <https://developer.mozilla.org/docs/Web/API/SpeechSynthesis>. Needs a tap before the first word on iPhones
//! ([`Voice::unlock`]). The engine's clock decides what is said and when: a new line cuts the old one, nothing
//! waits for an `end` event (phones lose them), and a pause is a cut because Android ends a paused line. Where
//! the interface or the voices are missing, [`Voice::say`] answers `false` and the tones and words on the
//! screen carry the session.

mod voices;

use core::cell::RefCell;

use wasm_bindgen::JsValue;

use super::js;
use super::timer::Timer;
use crate::domain::time::Span;

pub use voices::{VoiceInfo, VoicesWatch, has_voice, on_voices_changed, voices};

/// The slowest and fastest speech asked for, in percent of the voice's own speed.
const RATES: core::ops::RangeInclusive<u16> = 50..=200;

/// Whether this browser can speak at all; a browser that can may still have no voice.
pub fn supported() -> bool {
    js::find(&js::window(), "speechSynthesis").is_some()
        && js::get(&js::window(), "SpeechSynthesisUtterance").is_function()
}

/// The one voice of a session; dropping it ends what it says.
#[derive(Default)]
pub struct Voice {
    /// A line that waits for the browser to have finished cutting the one before.
    next: RefCell<Option<Timer>>,
}

impl Voice {
    /// Makes a voice that has said nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says nothing audible; called in the Start tap it allows speech without a tap later on.
    pub fn unlock(&self) {
        let Ok(silence) = js::make("SpeechSynthesisUtterance", &[" ".into()]) else {
            return;
        };
        js::set(&silence, "volume", &JsValue::from_f64(0.0));
        js::set(&silence, "rate", &JsValue::from_f64(10.0));
        speak(&silence);
    }

    /// Says `text` in the language `lang` (such as `en-GB`), cutting whatever is being said.
    ///
    /// `rate_percent` is held in 50 to 200 and `volume` at 100. A `voice_uri` that no longer exists falls back
    /// to a voice on the phone for that language, then to the browser's own choice. Answers `false` where
    /// nothing can be said.
    pub fn say(
        &self,
        text: &str,
        lang: &str,
        rate_percent: u16,
        volume: u8,
        voice_uri: Option<&str>,
    ) -> bool {
        let Ok(line) = js::make("SpeechSynthesisUtterance", &[text.into()]) else {
            return false;
        };
        let rate = f64::from(rate_percent.clamp(*RATES.start(), *RATES.end())) / 100.0;
        js::set(&line, "lang", &lang.into());
        js::set(&line, "rate", &JsValue::from_f64(rate));
        js::set(&line, "volume", &JsValue::from_f64(f64::from(volume.min(100)) / 100.0));
        if let Some(voice) = voices::choose(lang, voice_uri) {
            js::set(&line, "voice", &voice);
        }
        let cut_before = self.next.take().is_some();
        if !cut_before && !is_busy() {
            return speak(&line);
        }
        cut();
        // Speaking in the same task as a cut makes several engines swallow the new line.
        let later = Timer::after(Span::ZERO, move || {
            speak(&line);
        });
        self.next.replace(Some(later));
        supported()
    }

    /// Ends what is being said and forgets what was about to be.
    pub fn hush(&self) {
        drop(self.next.take());
        if is_busy() {
            cut();
        }
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        self.hush();
    }
}

fn synthesis() -> JsValue {
    js::get(&js::window(), "speechSynthesis")
}

fn is_busy() -> bool {
    let synthesis = synthesis();
    js::is_true(&synthesis, "speaking") || js::is_true(&synthesis, "pending")
}

fn cut() {
    // Without the interface there is nothing to cut.
    js::call(&synthesis(), "cancel", &[]).ok();
}

fn speak(line: &JsValue) -> bool {
    let synthesis = synthesis();
    if js::is_true(&synthesis, "paused") {
        // Chromium stays paused across lines and even across pages until told otherwise.
        js::call(&synthesis, "resume", &[]).ok();
    }
    js::call(&synthesis, "speak", core::slice::from_ref(line)).is_ok()
}
