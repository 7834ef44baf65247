//! How far a segment has come, as a ring that the compositor turns.

use leptos::prelude::*;

use crate::domain::time::Span;
use crate::ui::icons::{Icon, Picture};

/// What the ring shows; a new value rebuilds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    /// Length of the segment.
    pub(crate) length: Span,
    /// How much of it is over.
    pub(crate) passed: Span,
    /// Whether it turns.
    pub(crate) running: bool,
    /// The phase's picture.
    pub(crate) picture: Picture,
}

fn milliseconds(span: Span, negative: bool) -> String {
    let mut text = String::from(if negative { "-" } else { "" });
    text.push_str(&span.millis().to_string());
    text.push_str("ms");
    text
}

/// A ring that fills once over the segment, standing still while paused.
#[component]
pub(crate) fn Ring(
    /// What to show.
    turn: Turn,
) -> impl IntoView {
    view! {
        <div
            class="ring"
            aria-hidden="true"
            style:--ring-length=milliseconds(turn.length, false)
            style:--ring-delay=milliseconds(turn.passed, true)
            style:--ring-state=if turn.running { "running" } else { "paused" }
        >
            <span class="ring-half">
                <i></i>
            </span>
            <span class="ring-half">
                <i></i>
            </span>
            <div class="ring-core">
                <Icon picture=turn.picture />
            </div>
        </div>
    }
}
