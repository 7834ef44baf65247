//! Which voices the phone has.
//!
//! <https://developer.mozilla.org/docs/Web/API/SpeechSynthesis/getVoices>. The list often comes late and may
//! change with an update of the phone, so it is asked for again for 2 seconds and never kept.

use core::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::synthesis;
use crate::domain::time::Span;
use crate::platform::js;
use crate::platform::listener::Listener;
use crate::platform::timer::Timer;

/// How often an empty list is asked for again, and how many times: 2 seconds in all.
const POLL_EVERY: Span = Span::from_millis(250);
const POLLS: u8 = 8;

/// One voice the phone offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceInfo {
    /// The name it is stored under; may vanish with an update of the phone.
    pub uri: String,
    /// The name shown to people.
    pub name: String,
    /// Its language, such as `en-GB` (Android writes `en_GB`).
    pub lang: String,
    /// Whether it speaks without a network.
    pub local: bool,
}

/// The voices known now; empty where there are none, or none yet.
pub fn voices() -> Vec<VoiceInfo> {
    list().iter().map(|voice| describe(&voice)).collect()
}

/// Whether some voice speaks the language of `lang`, whatever its country.
pub fn has_voice(lang: &str) -> bool {
    list().iter().any(|voice| speaks(&voice, lang))
}

/// A standing watch on the list of voices; dropping it ends the watch.
#[must_use = "the watch ends when this is dropped"]
pub struct VoicesWatch {
    _listener: Option<Listener>,
    _poll: Rc<Poll>,
}

/// Calls `on_change` when the list changes, and when it stops being empty within the first 2 seconds.
pub fn on_voices_changed(on_change: impl Fn() + 'static) -> VoicesWatch {
    let on_change: Rc<dyn Fn()> = Rc::new(on_change);
    let poll = Rc::new(Poll { on_change: Rc::clone(&on_change), timer: RefCell::new(None) });
    if list().length() == 0 {
        poll_again(&poll, POLLS);
    }
    let listener = Listener::on(&synthesis(), "voiceschanged", move |_| on_change());
    VoicesWatch { _listener: listener, _poll: poll }
}

/// The voice to speak `lang` with: the one asked for, else one on the phone, else any, else the browser's own.
pub(super) fn choose(lang: &str, uri: Option<&str>) -> Option<JsValue> {
    let list = list();
    let asked = uri.and_then(|uri| {
        list.iter().find(|voice| js::text(voice, "voiceURI").as_deref() == Some(uri))
    });
    asked
        .or_else(|| {
            list.iter().find(|voice| speaks(voice, lang) && js::is_true(voice, "localService"))
        })
        .or_else(|| list.iter().find(|voice| speaks(voice, lang)))
}

struct Poll {
    on_change: Rc<dyn Fn()>,
    timer: RefCell<Option<Timer>>,
}

fn poll_again(poll: &Rc<Poll>, left: u8) {
    let Some(left) = left.checked_sub(1) else {
        return;
    };
    let weak = Rc::downgrade(poll);
    let timer = Timer::after(POLL_EVERY, move || {
        let Some(poll) = weak.upgrade() else { return };
        if list().length() == 0 {
            poll_again(&poll, left);
        } else {
            (poll.on_change)();
        }
    });
    drop(poll.timer.replace(Some(timer)));
}

fn list() -> Array {
    js::call(&synthesis(), "getVoices", &[])
        .ok()
        .and_then(|list| list.dyn_into::<Array>().ok())
        .unwrap_or_default()
}

fn describe(voice: &JsValue) -> VoiceInfo {
    let text = |name| js::text(voice, name).unwrap_or_default();
    VoiceInfo {
        uri: text("voiceURI"),
        name: text("name"),
        lang: text("lang"),
        local: js::is_true(voice, "localService"),
    }
}

fn speaks(voice: &JsValue, lang: &str) -> bool {
    js::text(voice, "lang")
        .is_some_and(|spoken| primary(&spoken).eq_ignore_ascii_case(primary(lang)))
}

fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or(lang)
}
