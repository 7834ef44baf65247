//! What can be done with a routine besides playing it: save, change, hand on.

use leptos::prelude::{Get, RwSignal, Set};

use crate::app::App;
use crate::app::links::Shared;
use crate::app::routes::Route;
use crate::i18n::received::page as text;
use crate::ui::components::{Look, action, link, note, section};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, tag, worded};

/// Save and change for what came with a link, change for what is kept; for both, copy the link.
pub(super) fn keeping(app: &'static App, shared: &'static Shared) -> Node {
    let told = RwSignal::new("");
    let is_beside_app = app.links.is_beside_app();
    let label = if is_beside_app { text::COPY_FOR_APP } else { text::COPY };
    let copy = action("copy-link", label, Look::Plain, move || {
        app.links.copy(shared, move |done| {
            told.set(match (done, is_beside_app) {
                (true, true) => text::COPIED_FOR_APP,
                (true, false) => text::COPIED,
                (false, _) => text::NOT_COPIED,
            });
        });
    });
    let row = classed("div", "row").children(own(app, shared)).child(copy);
    let more = Route::Share(shared.key.clone()).fragment();
    let row = row.child(link("button button-quiet", more, crate::i18n::share::HEADLINE));
    let reply = shared.routine.reply_to.map(|_| {
        link("button button-quiet", Route::Reply.fragment(), crate::i18n::reply::HEADLINE)
    });
    let row = row.children(reply);
    let is_new = shared.is_linked();
    let mut parts = Nodes::none();
    parts.extend((is_new && is_beside_app).then(|| note(text::IPHONE)));
    parts.push(row.done());
    parts.extend(is_new.then(|| live(move || saved(shared))));
    let line = tag("p").set("role", "status").set("data-role", "copied");
    parts.push(line.follow_words(move || told.get().to_owned()).done());
    tag("div").set("data-role", "keeping").child(section(text::KEEP, parts)).done()
}

/// What only one of the two has.
fn own(app: &'static App, shared: &'static Shared) -> Nodes {
    if !shared.is_linked() {
        let there = ["#/builder/", &shared.key].concat();
        return nodes![link("button", there, text::EDIT)];
    }
    let save = action("save", text::SAVE, Look::Plain, move || app.save_received(shared));
    let save = tag("span").hidden_while(move || shared.saved_as().is_some()).child(save);
    let adjust = action("adjust", text::ADJUST, Look::Plain, move || app.adjust_received(shared));
    nodes![save.done(), adjust]
}

/// That a copy is kept, and where.
fn saved(shared: &'static Shared) -> Node {
    let line = classed("p", "inline-note").set("role", "status").set("data-role", "saved");
    match shared.saved_as() {
        None => line.set("hidden", "").done(),
        Some(_) => line
            .child(worded("span", "", text::SAVED))
            .words(" ")
            .child(link("", Route::Routines.fragment(), text::SEE_KEPT))
            .done(),
    }
}
