//! The frame of every screen but the player: masthead and main.

use crate::app::App;
use crate::app::library::Filter;
use crate::app::routes::Route;
use crate::i18n::messages::common;
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, Nodes, Tag, classed, tag};

/// A screen's frame; its root carries `data-screen`.
pub(crate) fn page(app: &'static App, screen: &'static str, children: Nodes) -> Node {
    let brand =
        classed("a", "brand").set("href", "#/").child(icon(Picture::Knot)).words(common::NAME);
    let menu = tag("nav")
        .set("aria-label", common::MAIN_MENU)
        .child(menu_entry(app, &Route::Library(Filter::default()), common::LIBRARY))
        .child(menu_entry(app, &Route::Learn, common::LEARN))
        .child(menu_entry(app, &Route::Progress, common::PROGRESS))
        .child(menu_entry(app, &Route::Settings, common::SETTINGS));
    classed("div", "page")
        .set("data-screen", screen)
        .child(classed("header", "masthead").child(brand).child(menu))
        .child(tag("main").set("id", "main").set("tabindex", "-1").all(children))
        .done()
}

fn menu_entry(app: &App, there: &Route, words: &'static str) -> Tag {
    let entry = tag("a").set("href", there.fragment()).words(words);
    if app.route.peek().is_same_screen(there) { entry.set("aria-current", "page") } else { entry }
}
