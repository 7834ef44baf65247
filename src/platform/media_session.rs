//! The lock screen's and headset's play, pause, next and previous.
//!
//! <https://developer.mozilla.org/docs/Web/API/Media_Session_API> (Chrome on Android 57, iOS 15). A browser
//! shows the controls only while it thinks the page plays sound, so they are a bonus. Where the interface or
//! one of its parts is missing, nothing happens.

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::js;
use crate::domain::time::Span;
use std::rc::Rc;

/// What the person asked for outside the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go on.
    Play,
    /// Pause.
    Pause,
    /// The next step.
    Next,
    /// Back to the start of this step or to the step before.
    Previous,
}

const ACTIONS: [(&str, Action); 4] = [
    ("play", Action::Play),
    ("pause", Action::Pause),
    ("nexttrack", Action::Next),
    ("previoustrack", Action::Previous),
];

/// What the controls show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Playback {
    /// Nothing to play.
    Idle,
    /// A session runs.
    Playing,
    /// A session is paused.
    Paused,
}

/// The hold on the phone's media controls; dropping it gives them back.
#[must_use = "the controls are given back when this is dropped"]
pub struct MediaSession {
    _handlers: Vec<Closure<dyn FnMut()>>,
}

impl MediaSession {
    /// Takes the controls and reports every use of them to `on`.
    pub fn claim(on: impl Fn(Action) + 'static) -> Self {
        let on: Rc<dyn Fn(Action)> = Rc::new(on);
        let mut handlers = Vec::new();
        for (name, action) in ACTIONS {
            let on = Rc::clone(&on);
            let handler = Closure::<dyn FnMut()>::new(move || on(action));
            if handle(name, handler.as_ref().unchecked_ref::<Function>()) {
                handlers.push(handler);
            }
        }
        Self { _handlers: handlers }
    }

    /// Names what is playing: the step as title, its phase or side as artist, the routine as album.
    pub fn describe(&self, title: &str, artist: &str, album: &str) {
        let words = js::record(&[
            ("title", title.into()),
            ("artist", artist.into()),
            ("album", album.into()),
        ]);
        if let Ok(metadata) = js::make("MediaMetadata", &[words]) {
            js::set(&session(), "metadata", &metadata);
        }
    }

    /// Shows whether the session plays.
    pub fn playback(&self, playback: Playback) {
        show(playback);
    }

    /// Shows how much of `total` is done; a `done` beyond it is held at `total`.
    pub fn position(&self, done: Span, total: Span) {
        let secs = |span: Span| JsValue::from_f64(f64::from(span.millis()) / 1000.0);
        let state = js::record(&[
            ("duration", secs(total)),
            ("position", secs(done.min(total))),
            ("playbackRate", JsValue::from_f64(1.0)),
        ]);
        // Optional in every browser; a refusal leaves the bar away.
        js::call(&session(), "setPositionState", &[state]).ok();
    }
}

impl Drop for MediaSession {
    fn drop(&mut self) {
        for (name, _) in ACTIONS {
            handle(name, &JsValue::NULL);
        }
        js::set(&session(), "metadata", &JsValue::NULL);
        show(Playback::Idle);
    }
}

fn session() -> JsValue {
    js::get(&js::navigator(), "mediaSession")
}

fn handle(name: &str, handler: &JsValue) -> bool {
    js::call(&session(), "setActionHandler", &[name.into(), handler.clone()]).is_ok()
}

fn show(playback: Playback) {
    let word = match playback {
        Playback::Idle => "none",
        Playback::Playing => "playing",
        Playback::Paused => "paused",
    };
    js::set(&session(), "playbackState", &word.into());
}
