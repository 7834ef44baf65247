//! Whether the app starts without a network, in words.

use leptos::prelude::*;

use crate::app::offline::Offline;
use crate::app::use_app;
use crate::i18n::messages::settings as words;

/// One quiet line.
#[component]
pub(crate) fn OfflineStatus() -> impl IntoView {
    let app = use_app();
    view! {
        <p data-role="offline-status" data-state=move || slug(app.offline.state())>
            {move || line(app.offline.state())}
        </p>
    }
}

const fn slug(state: Offline) -> &'static str {
    match state {
        Offline::Unsupported => "unsupported",
        Offline::Saving => "saving",
        Offline::Ready | Offline::UpdateWaiting => "ready",
        Offline::Failed => "failed",
    }
}

const fn line(state: Offline) -> &'static str {
    match state {
        Offline::Unsupported => words::OFFLINE_NONE,
        Offline::Saving => words::OFFLINE_SAVING,
        Offline::Ready | Offline::UpdateWaiting => words::OFFLINE_READY,
        Offline::Failed => words::OFFLINE_FAILED,
    }
}
