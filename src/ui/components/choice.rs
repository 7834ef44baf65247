//! A tick box as large as its words.

use leptos::prelude::event_target_checked;

use crate::ui::markup::{Node, classed, tag, worded};

/// A labelled tick box the whole of which can be tapped; it starts without a tick.
pub(crate) fn choice(
    name: &'static str,
    label: &'static str,
    mut on_change: impl FnMut(bool) + 'static,
) -> Node {
    let tick_box = tag("input")
        .set("type", "checkbox")
        .set("name", name)
        .on("change", move |event| on_change(event_target_checked(&event)));
    classed("label", "choice").child(tick_box).child(worded("span", "", label)).done()
}
