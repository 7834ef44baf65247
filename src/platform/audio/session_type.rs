//! How the tones share the phone with the person's own music.
//!
//! <https://developer.mozilla.org/docs/Web/API/AudioSession/type> (iPhones from iOS 16.4; elsewhere nothing
//! happens and the phone decides).

use wasm_bindgen::JsValue;

use crate::platform::js;

/// What matters more: the person's music, or that the tones are heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The tones play over the music; an iPhone's silent switch mutes them.
    #[default]
    Mix,
    /// The tones are heard with the silent switch on; an iPhone pauses the music for them.
    AlwaysHeard,
}

/// Asks for the sharing that `mode` names; to be called before the context is made.
pub(super) fn ask_for(mode: Mode) {
    match mode {
        // "transient" lowers the music while a tone sounds; where it is unknown, "ambient" plays over it.
        Mode::Mix => {
            if !ask("transient") {
                ask("ambient");
            }
        }
        Mode::AlwaysHeard => {
            ask("playback");
        }
    }
}

/// Lets the phone decide again.
pub(super) fn give_back() {
    ask("auto");
}

fn ask(kind: &str) -> bool {
    let Some(session) = js::find(&js::navigator(), "audioSession") else {
        return true;
    };
    js::set(&session, "type", &JsValue::from_str(kind));
    // A kind the browser does not know is ignored without an error, so it is read back.
    js::text(&session, "type").as_deref() == Some(kind)
}
