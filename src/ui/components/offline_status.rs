//! Whether the app starts without a network, in words.

use crate::app::App;
use crate::app::offline::Offline;
use crate::i18n::messages::settings as words;
use crate::ui::markup::{Node, tag};

const ROLE: &str = "offline-status";

/// Keeps that line of the static shell true for as long as it stands.
pub(crate) fn offline_status_of_shell(app: &'static App) {
    if app.stand_in.suffices() {
        let state = app.offline.state();
        app.stand_in.tell(ROLE, slug(state), line(state));
    }
}

/// One quiet line.
pub(crate) fn offline_status(app: &'static App) -> Node {
    tag("p")
        .set("data-role", ROLE)
        .follow("data-state", move || Some(slug(app.offline.state()).to_owned()))
        .follow_words(move || line(app.offline.state()).to_owned())
        .done()
}

const fn slug(state: Offline) -> &'static str {
    match state {
        Offline::Unsupported => "unsupported",
        Offline::Saving => "saving",
        Offline::Ready | Offline::UpdateWaiting => "ready",
        Offline::Failed | Offline::Full => "failed",
    }
}

const fn line(state: Offline) -> &'static str {
    match state {
        Offline::Unsupported => words::OFFLINE_NONE,
        Offline::Saving => words::OFFLINE_SAVING,
        Offline::Ready | Offline::UpdateWaiting => words::OFFLINE_READY,
        Offline::Failed => words::OFFLINE_FAILED,
        Offline::Full => words::OFFLINE_FULL,
    }
}
