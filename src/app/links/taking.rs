//! Getting a link into the app and out of the browser: paste, a photo of a code, a copy.

use leptos::ev::Event;

use super::{Links, Shared};
use crate::platform::install::{self, Kind};
use crate::platform::{barcode, clipboard};

pub use crate::platform::barcode::Found;

impl Links {
    /// Whether the browser can be asked for what was copied.
    pub fn can_paste(&self) -> bool {
        clipboard::can_read()
    }

    /// Asks for what was copied, in a tap; `None` where it is refused.
    pub fn paste(&self, on_text: impl FnOnce(Option<String>) + 'static) {
        clipboard::read(on_text);
    }

    /// Whether the browser reads codes in photos.
    pub fn can_read_codes(&self) -> bool {
        barcode::can_read()
    }

    /// Reads the code in the photo that was chosen in the field `event` came from.
    pub fn read_code(&self, event: &Event, on_found: impl FnOnce(Found) + 'static) {
        barcode::read(event, on_found);
    }

    /// Copies the address of a routine, in a tap; whether that could be done.
    pub fn copy(&self, shared: &Shared, on_done: impl FnOnce(bool) + 'static) {
        match self.address(shared) {
            Some(address) => clipboard::write(&address, on_done),
            None => on_done(false),
        }
    }

    /// Whether links open in this browser although the app may be on the home screen, with a memory of its own.
    pub fn is_beside_app(&self) -> bool {
        install::platform() == Kind::IosSafari && !install::is_standalone()
    }

    /// Whether this is the app on the home screen of a phone whose links open in the browser.
    pub fn is_app_beside(&self) -> bool {
        install::platform() == Kind::IosSafari && install::is_standalone()
    }
}
