//! A screen whose part of the program or words are still on their way.

use crate::app::App;
use crate::i18n::messages::waiting as words;
use crate::ui::components::{headline, page};
use crate::ui::markup::{Node, classed, nodes, worded};

/// Says so, unless it is over in a blink (the stylesheet lets it show after a moment).
pub(crate) fn waiting(app: &'static App) -> Node {
    let body = classed("div", "stack waiting")
        .set("role", "status")
        .child(headline(words::HEADLINE))
        .child(worded("p", "lead", words::WHY));
    page(app, "waiting", nodes![body.done()])
}
