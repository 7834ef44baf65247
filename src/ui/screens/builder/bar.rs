//! The bar at the lower edge: what was done last, and the main acts.

use super::{Over, Sheet, bulk};
use crate::app::App;
use crate::i18n::builder::{bar as words, picker as picker_words};
use crate::ui::components::{Look, action};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, live, tag};

/// The bar.
pub(super) fn bar(app: &'static App, over: &Over) -> Node {
    let said = tag("p")
        .set("role", "status")
        .set("data-role", "announcer")
        .follow_words(move || app.builder.said());
    let over = std::sync::Arc::clone(over);
    let acts =
        live(
            move || {
                if app.builder.is_choosing() { bulk::acts(app, &over) } else { acts(app, &over) }
            },
        );
    classed("div", "thumb build-bar").child(said).child(acts).done()
}

fn acts(app: &'static App, over: &Over) -> Node {
    let (picker, share) = (std::sync::Arc::clone(over), std::sync::Arc::clone(over));
    let add = classed("button", "button button-main")
        .set("type", "button")
        .set("data-action", "add-step")
        .on_press(move || picker.set(Sheet::Picker))
        .child(icon(Picture::Plus))
        .words(picker_words::ADD);
    classed("div", "build-acts")
        .child(add)
        .child(action("save", words::SAVE, Look::Plain, move || app.builder.save()))
        .child(action("share", words::SHARE, Look::Plain, move || share.set(Sheet::Share)))
        .done()
}
