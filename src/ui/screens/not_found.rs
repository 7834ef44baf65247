//! An address that leads nowhere.

use crate::app::App;
use crate::i18n::messages::{common, not_found as words};
use crate::ui::components::{headline, link, page, stack};
use crate::ui::markup::{Node, nodes, worded};

/// A friendly not-found with the way home.
pub(crate) fn not_found(app: &'static App) -> Node {
    let body = nodes![
        stack(nodes![headline(words::HEADLINE), worded("p", "lead", words::WHY)]),
        link("button button-main button-wide", "#/", common::BACK_HOME),
        link("button button-wide", "#/library", common::LIBRARY),
    ];
    page(app, "not-found", body)
}
