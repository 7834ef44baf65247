//! What Home adds below the fold: what else fits, what was done lately, what is marked.

use std::sync::Arc;

use leptos::prelude::Effect;

use crate::app::library::{self, Entry, Filter, Offers};
use crate::app::routes::Route;
use crate::app::watched::Watched;
use crate::app::{App, after_paint};
use crate::domain::body::Area;
use crate::domain::choice::Choice;
use crate::i18n::format;
use crate::i18n::messages::home as words;
use crate::i18n::shelf;
use crate::ui::components::{Look, action, entry_list, entry_row, link, section};
use crate::ui::markup::{Node, classed, live, nodes, nothing, several, worded};

/// How many of a kind Home shows.
const SHOWN: usize = 4;

/// Everything below the routine that fits best.
pub(super) fn below(app: &'static App) -> Node {
    let recent = app.history.recent_routines();
    let marked = app.favourites.routines().into_iter().map(Entry::Routine);
    let marked = marked.chain(app.favourites.exercises().into_iter().map(Entry::Exercise));
    let marked: Vec<Entry> = marked.take(SHOWN).collect();
    let recent: Vec<Entry> = recent.into_iter().map(Entry::Routine).collect();
    // An answer is seen at once in the routine that fits best; the list behind it follows a moment later.
    let shown = Arc::new(Watched::new(app.finder.now()));
    let wanted = Arc::clone(&shown);
    Effect::new(move |_: Option<()>| {
        let (choice, shown) = (app.finder.choice(), Arc::clone(&wanted));
        after_paint(move || shown.set(choice));
    });
    several(nodes![
        live(move || results(app, shown.get())),
        entries(app, words::RECENT, recent),
        entries(app, words::FAVOURITES, marked),
        link("button", Route::Routines.fragment(), shelf::HEADLINE),
    ])
}

/// What else fits the answers; nothing before the first one.
fn results(app: &'static App, choice: Choice) -> Node {
    if choice.is_empty() {
        return nothing();
    }
    let Offers { fits, near } = library::offers(choice);
    let (none, heading) =
        if fits.is_empty() { (Some(words::NONE), "") } else { (None, words::NEAR) };
    // The first of all stands in the bar already.
    let from_near = usize::from(fits.is_empty());
    let others: Vec<Entry> = fits.into_iter().skip(1).take(SHOWN).map(Entry::Routine).collect();
    let room = SHOWN.saturating_sub(others.len());
    let close = near.into_iter().skip(from_near).take(room).map(Entry::Routine).collect();
    let clear = action("clear-choice", words::CLEAR, Look::Quiet, move || {
        app.finder.choose(|it| *it = Choice::default());
    });
    let more = choice.area.map(exercises_of);
    classed("div", "home-results")
        .set("data-role", "results")
        .children(none.map(|none| worded("p", "", none)))
        .child(entries(app, words::FITS, others))
        .child(entries(app, heading, close))
        .child(classed("div", "row").children(more).child(clear))
        .done()
}

/// The way to the single exercises of an area.
fn exercises_of(area: Area) -> Node {
    let filter = Filter { area: Some(area), ..Filter::default() };
    let count = library::exercises_of(area).to_string();
    let words = format::fill(words::EXERCISES, &[&count]);
    link("button", Route::Library(filter).fragment(), words)
}

/// Entries under a heading, if it has words; nothing where there are none.
fn entries(app: &'static App, heading: &'static str, entries: Vec<Entry>) -> Node {
    if entries.is_empty() {
        return nothing();
    }
    let rows = entries.into_iter().map(|it| entry_row(app, it)).collect();
    let list = entry_list(rows);
    if heading.is_empty() { list } else { section(heading, nodes![list]) }
}
