//! What the app is: version, who reviewed it, licence, sources.

use crate::app::App;
use crate::app::library::sources;
use crate::i18n::data as words;
use crate::i18n::format::fill;
use crate::ui::components::{bullets, offline_status, section};
use crate::ui::markup::{Node, nodes, tag, worded};

/// About the app.
pub(super) fn about(app: &'static App) -> Node {
    let lines = sources().iter().map(|it| it.label.into()).collect();
    let list =
        tag("details").child(worded("summary", "", words::SOURCES)).child(bullets(lines)).done();
    let version = tag("p")
        .set("data-role", "version")
        .words(fill(words::VERSION, &[env!("CARGO_PKG_VERSION")]))
        .done();
    let reviewed = tag("p").set("data-role", "reviewed").words(words::REVIEWED).done();
    let licence = worded("p", "", words::LICENCE);
    section(words::ABOUT, nodes![version, reviewed, licence, offline_status(app), list])
}
