//! Keys of the builder: Ctrl or Cmd with Z, with Shift and Z, or with Y.

use leptos::prelude::StoredValue;

use super::Builder;
use crate::platform::keyboard::{self, Target};

impl Builder {
    /// Listens until the calling component goes; in a field the keys are the field's own.
    pub fn listen_to_keys(&'static self) {
        let watch = keyboard::watch_commands(move |chord| {
            if chord.target == Target::Editable || chord.alt {
                return false;
            }
            match (chord.key.as_str(), chord.shift) {
                ("z" | "Z", false) => self.undo(),
                ("z" | "Z", true) | ("y" | "Y", _) => self.redo(),
                _ => return false,
            }
            true
        });
        StoredValue::new_local(watch);
    }
}
