//! The square code of the link.

use super::part;
use crate::app::sharing;
use crate::i18n::share::code as words;
use crate::ui::components::{Look, action};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, worded};
use leptos::prelude::*;

/// The part that shows the code when it is asked for.
pub(super) fn code(address: &str) -> Node {
    let Some(code) = sharing::code(address) else {
        return part("code", words::HEADING, nodes![worded("p", "", words::TOO_LONG)]);
    };
    let shown = RwSignal::new(false);
    let piece = live(move || {
        let label = if shown.get() { words::HIDE } else { words::SHOW };
        let button = action("show-qr", label, Look::Plain, move || shown.update(|it| *it = !*it));
        let picture = if shown.get() { drawn(&code) } else { nothing() };
        several(nodes![picture, button])
    });
    let body = classed("div", "stack").child(piece).done();
    part("code", words::HEADING, nodes![worded("p", "", words::LEAD), body])
}

/// The code, dark on white in every theme.
pub(super) fn drawn(code: &sharing::Code) -> Node {
    let side = code.side.to_string();
    let frame = ["0 0 ", &side, " ", &side].concat();
    let path = code.path.clone();
    let picture = view! {
        <svg class="qr" viewBox=frame role="img" aria-label=words::NAME data-role="qr" shape-rendering="crispEdges">
            <rect width=side.clone() height=side fill="#fff"></rect>
            <path d=path fill="#000"></path>
        </svg>
    };
    classed("div", "qr-paper").child(Node::of(picture)).done()
}
