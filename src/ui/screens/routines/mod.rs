//! My routines: what the person made, saved or was sent, by pack and by where it came from.

mod row;

use super::settings::{take_file, taking};
use crate::app::App;
use crate::app::routes::Route;
use crate::app::shelf::{Kept, NotKept, Origin, ShelfState};
use crate::i18n::format;
use crate::i18n::shelf as words;
use crate::ui::components::{
    Look, Making, ROWS, action, entry_list, headline, link, note, page, rows_in_turn, section,
    stack, stop_note,
};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, nothing, several, worded};

/// The screen.
pub(crate) fn routines(app: &'static App) -> Node {
    let begin = link("button button-main button-wide", row::BUILDER, words::MAKE);
    let body = nodes![
        live(move || deleted(app)),
        stack(nodes![headline(words::HEADLINE), worded("p", "lead", words::LEAD), begin]),
        live(move || problems(app)),
        live(move || groups(app)),
        files(app),
    ];
    page(app, "routines", body)
}

/// Says that a routine was deleted, and brings it back.
fn deleted(app: &'static App) -> Node {
    let Some(title) = app.shelf.taken_out() else { return nothing() };
    let back = action("undo", words::UNDO, Look::Plain, move || app.shelf.bring_back());
    classed("div", "panel kept-deleted")
        .set("data-role", "deleted")
        .set("role", "status")
        .child(worded("p", "", format::fill(words::DELETED, &[&title])))
        .child(back)
        .done()
}

fn problems(app: &'static App) -> Node {
    let unkept = match app.shelf.state() {
        ShelfState::Loading | ShelfState::Here => None,
        ShelfState::NotKept(NotKept::Denied) => Some(stop_note(words::NOT_KEPT)),
        ShelfState::NotKept(NotKept::Newer) => Some(stop_note(words::NEWER)),
    };
    let unreadable = match app.shelf.unreadable() {
        0 => None,
        1 => Some(note(words::ONE_UNREADABLE)),
        more => Some(note(format::fill(words::UNREADABLE, &[&more.to_string()]))),
    };
    several(unkept.into_iter().chain(unreadable).collect())
}

/// Whether a routine belongs to a group.
type Is = fn(&Kept) -> bool;

/// The routines: packs by name, then what is in none.
fn groups(app: &'static App) -> Node {
    if !app.shelf.is_ready() {
        return nothing();
    }
    let all = app.shelf.all();
    if all.is_empty() {
        return empty();
    }
    let mut packs: Vec<(String, Vec<Kept>)> = Vec::new();
    let mut loose: Vec<Kept> = Vec::new();
    for it in all {
        if it.pack.is_empty() {
            loose.push(it);
            continue;
        }
        let at = packs.partition_point(|(name, _)| *name < it.pack);
        match packs.get_mut(at) {
            Some((name, these)) if *name == it.pack => these.push(it),
            _ => packs.insert(at, (it.pack.clone(), vec![it])),
        }
    }
    let mut parts: Nodes = packs.into_iter().map(|(name, all)| pack(app, name, all)).collect();
    let kinds: [(&str, &str, Is); 4] = [
        ("drafts", words::DRAFTS, |it| it.is_draft && it.origin == Origin::Own),
        ("own", words::OWN, |it| !it.is_draft && it.origin == Origin::Own),
        ("received", words::RECEIVED, |it| it.origin == Origin::Received),
        ("templates", words::TEMPLATES, |it| it.origin == Origin::Template),
    ];
    for (role, heading, is_it) in kinds {
        let (these, others) = loose.into_iter().partition(is_it);
        loose = others;
        parts.push(group(app, role, heading, these));
    }
    several(parts)
}

fn empty() -> Node {
    let open = link("button", Route::Open(None).fragment(), words::OPEN);
    classed("div", "panel")
        .set("data-role", "empty")
        .child(worded("strong", "", words::EMPTY))
        .child(worded("p", "", words::EMPTY_WHY))
        .child(open)
        .done()
}

fn group(app: &'static App, role: &'static str, heading: &'static str, all: Vec<Kept>) -> Node {
    if all.is_empty() {
        return nothing();
    }
    section(heading, nodes![classed("div", "").set("data-role", role).child(list(app, all)).done()])
}

/// A pack under the name that the person gave it.
fn pack(app: &'static App, name: String, all: Vec<Kept>) -> Node {
    classed("section", "section")
        .set("data-role", "pack")
        .child(classed("h2", "").child(classed("bdi", "").words(name)))
        .child(list(app, all))
        .done()
}

fn list(app: &'static App, all: Vec<Kept>) -> Node {
    let rows = all.into_iter().map(|it| -> Making { Box::new(move || row::row(app, it)) });
    entry_list(nodes![rows_in_turn(rows.collect(), ROWS)])
}

/// Saving all as a file, and taking one in.
fn files(app: &'static App) -> Node {
    let save = live(move || {
        if app.shelf.read(<[Kept]>::is_empty) {
            return nothing();
        }
        action("export", words::SAVE_ALL, Look::Plain, move || app.data.save_routines(None))
    });
    section(
        words::FILES,
        nodes![
            worded("p", "", words::FILES_LEAD),
            save,
            take_file(app, false),
            live(move || taking(app))
        ],
    )
}
