//! How far a segment has come, as a ring that the compositor turns.

use leptos::prelude::*;

use crate::domain::time::Span;
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::Node;

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

fn milliseconds(span: Span, sign: &str) -> String {
    [sign, &span.millis().to_string(), "ms"].concat()
}

/// A ring that fills once over the segment, standing still while paused.
pub(crate) fn ring(turn: Turn) -> Node {
    Node::of(view! {
        <div
            class="ring"
            aria-hidden="true"
            style:--ring-length=milliseconds(turn.length, "")
            style:--ring-delay=milliseconds(turn.passed, "-")
            style:--ring-state=if turn.running { "running" } else { "paused" }
        >
            <span class="ring-half">
                <i></i>
            </span>
            <span class="ring-half">
                <i></i>
            </span>
            <div class="ring-core">{icon(turn.picture).view()}</div>
        </div>
    })
}
