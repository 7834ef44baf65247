//! The link that is the routine.

use super::Builder;
use crate::codec::link::{self, LinkError};
use crate::i18n::{builder as words, format, sharing};
use crate::platform::{clipboard, location, share};

/// The link of the routine on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// The whole address.
    Ready(String),
    /// There are no steps yet.
    Empty,
    /// Its texts are too long for a link.
    TooLong,
}

impl Builder {
    /// The link of the routine as it stands.
    pub fn link(&'static self) -> Link {
        let Some(routine) = self.routine() else { return Link::Empty };
        match link::encode(&routine) {
            Ok(payload) => Link::Ready([&location::page(), link::MARK, &payload].concat()),
            Err(LinkError::Empty) => Link::Empty,
            Err(_) => Link::TooLong,
        }
    }

    /// Copies a link and says what came of it.
    pub fn copy_link(&'static self, link: &str) {
        self.keep_now();
        clipboard::write(link, move |is_done| {
            self.say(if is_done { words::share::COPIED } else { words::share::NOT_COPIED });
        });
    }

    /// Whether the phone has a way to hand a link on.
    pub fn can_send() -> bool {
        share::can_share()
    }

    /// Hands a link to the phone's own way of sending.
    pub fn send_link(&'static self, link: &str) {
        self.keep_now();
        let title = self.routine().map(|it| sharing::title(&it).to_owned()).unwrap_or_default();
        share::share(&format::fill(words::share::SENT_TITLE, &[&title]), link);
    }
}
