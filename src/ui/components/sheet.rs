//! A sheet that rises over the screen and keeps the focus until it is answered.

use crate::ui::markup::{Node, Nodes, classed, following};

/// A modal sheet, named by the heading with the id `<role>-title`; Escape does what `on_dismiss` says.
pub(crate) fn sheet(
    role: &'static str,
    title: &'static str,
    mut on_dismiss: impl FnMut() + 'static,
    children: Nodes,
) -> Node {
    following(crate::app::open_sheet);
    leptos::prelude::on_cleanup(crate::app::close_sheet);
    classed("dialog", "sheet rise")
        .set("data-role", role)
        .set("aria-labelledby", title)
        .on("cancel", move |event| {
            event.prevent_default();
            on_dismiss();
        })
        .child(classed("div", "sheet-body").all(children))
        .done()
}
