//! One exercise: everything known about it.

mod adding;
mod facts;
mod guide;

use adding::adding;
use facts::facts;
use guide::guide;

use super::{changes, not_found};
use crate::app::App;
use crate::app::library::{self, Entry};
use crate::app::routes::Route;
use crate::domain::body::AreaSet;
use crate::domain::exercise::{Easier, Exercise};
use crate::i18n::messages::{common, exercise as words};
use crate::i18n::words as plain;
use crate::ui::body_map::{Pointing, body_map};
use crate::ui::components::figure::small_figure;
use crate::ui::components::{
    bullets, entry_list, entry_row, headline, link, marked_row, page, section, stop_note,
};
use crate::ui::markup::{Node, Nodes, Words, classed, live, nodes, several, worded};

/// The article about the places never to press.
const NEVER: &str = "where-never-to-press";

/// The exercise screen, or not-found for an unknown slug.
pub(crate) fn exercise(app: &'static App, slug: &str) -> Node {
    let Some(entry) = library::exercise_by_slug(slug) else { return not_found(app) };
    let text = library::text(entry.id);
    let top = classed("div", "stack")
        .set("data-exercise", entry.slug)
        .set("data-area", entry.area.slug())
        .set("data-tool", entry.tool.slug())
        .child(headline(library::name(entry.id)))
        .child(worded("p", "lead", text.feel))
        .children(entry.needs_signoff.then(ask_first))
        .child(adding(app, entry));
    let mut body = nodes![
        top.done(),
        live(move || changes::left_out_note(app, entry)),
        live(move || changes::to_know(app, entry)),
        stop_note(text.cautions.join(" ")),
        live(move || guide(app, entry).unwrap_or_else(|| in_words(entry))),
        facts(entry),
        section(words::SKIP, nodes![skip(entry)]),
        section(words::EASIER, easier(app, entry)),
    ];
    body.extend(entry.technique.is_massage().then(|| never_here(entry)));
    body.extend(used_in(app, entry));
    body.push(section(words::SOURCES, sources(entry)));
    page(app, "exercise", body)
}

/// How it goes, in words alone.
fn in_words(entry: &Exercise) -> Node {
    let text = library::text(entry.id);
    let cues = text.cues.iter().map(|cue| Words::Borrowed(cue)).collect();
    several(nodes![
        section(words::SET_UP, nodes![worded("p", "", text.set_up)]),
        section(words::HOW, nodes![bullets(cues)]),
    ])
}

/// Said of a row that waits for a physiotherapist's word.
fn ask_first() -> Node {
    classed("div", "panel ask-panel")
        .set("data-role", "ask-first")
        .child(worded("strong", "", common::ASK_FIRST))
        .child(worded("p", "", words::ASK_WHY))
        .done()
}

/// The body with the exercise's area lit and the places never to press, behind one line.
fn never_here(entry: &Exercise) -> Node {
    let map = body_map(&Pointing::showing(AreaSet::of(&[entry.area])));
    let more = link("", Route::Article(NEVER.to_owned()).fragment(), words::NEVER_MORE);
    classed("details", "panel")
        .set("data-role", "never-here")
        .child(worded("summary", "", words::NEVER))
        .child(map)
        .child(classed("p", "small").child(more))
        .done()
}

/// Who should leave it out.
fn skip(entry: &Exercise) -> Node {
    if entry.skip.is_empty() {
        return worded("p", "", words::NONE_TO_SKIP);
    }
    bullets(entry.skip.iter().map(|tag| plain::tag(*tag).into()).collect())
}

/// What to do when it is too much, with the easier exercise when it is one of its own.
fn easier(app: &'static App, entry: &Exercise) -> Nodes {
    let other = match entry.easier {
        Easier::Exercise(id) => library::exercise(id),
        Easier::SameButGentler => None,
    };
    let row = other.map(|it| {
        entry_list(nodes![marked_row(app, Entry::Exercise(it), Some(small_figure(app, it)), None)])
    });
    [worded("p", "", library::text(entry.id).easier)].into_iter().chain(row).collect()
}

/// The routines that use it; nothing where none does.
fn used_in(app: &'static App, entry: &Exercise) -> Option<Node> {
    let rows: Nodes = library::used_in(entry.id)
        .into_iter()
        .map(|it| entry_row(app, Entry::Routine(it)))
        .collect();
    (!rows.is_empty()).then(|| section(words::USED_IN, nodes![entry_list(rows)]))
}

/// The sources of its dose, each with how far it has been read.
fn sources(entry: &Exercise) -> Nodes {
    let lines = entry.sources.iter().filter_map(|id| {
        let source = library::source(id)?;
        Some(Words::Owned([source.label, ". ", standing(source.standing)].concat()))
    });
    nodes![bullets(lines.collect()), worded("p", "small quiet", words::SOURCES_NOTE)]
}

const fn standing(standing: library::Standing) -> &'static str {
    match standing {
        library::Standing::Seen => words::SEEN,
        library::Standing::Background => words::BACKGROUND,
        library::Standing::Known => words::KNOWN,
        // Its label says it.
        library::Standing::Rule => "",
    }
}
