//! The mark of a favourite: a star that is full or empty.

use crate::app::App;
use crate::app::library::Entry;
use crate::i18n::format;
use crate::i18n::messages::common;
use crate::ui::markup::{Node, Tag, classed};

/// A star without words, for a row that names its entry; pressing it again takes the mark away.
pub(crate) fn star(app: &'static App, entry: Entry) -> Node {
    let name = format::fill(common::FAVOURITE_OF, &[entry.name()]);
    toggle(app, entry, "star").set("aria-label", name).done()
}

/// The same with its word, for the entry's own page.
pub(crate) fn star_button(app: &'static App, entry: Entry) -> Node {
    toggle(app, entry, "button star star-worded").words(common::FAVOURITE).done()
}

fn toggle(app: &'static App, entry: Entry, class: &'static str) -> Tag {
    classed("button", class)
        .set("type", "button")
        .set("data-action", "favourite")
        .follow("aria-pressed", move || Some(app.favourites.has(entry).to_string()))
        .on_press(move || app.favourites.toggle(entry))
}
