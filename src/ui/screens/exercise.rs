//! One exercise: everything known about it.

use super::{changes, not_found};
use crate::app::routes::Route;
use crate::app::{App, library};
use crate::domain::exercise::{Easier, Exercise};
use crate::domain::side::Sides;
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::{common, library as words};
use crate::i18n::words as plain;
use crate::ui::components::{bullets, headline, link, page, section, stop_note};
use crate::ui::markup::{Node, Words, classed, live, worded};

/// The exercise screen, or not-found for an unknown slug.
pub(crate) fn exercise(app: &'static App, slug: &str) -> Node {
    let Some(entry) = library::exercise_by_slug(slug) else { return not_found(app) };
    let text = library::text(entry.id);
    let top = classed("div", "stack")
        .set("data-exercise", entry.slug)
        .child(headline(text.name))
        .child(worded("p", "lead", text.feel));
    let body = vec![
        top.done(),
        live(move || changes::left_out_note(app, entry)),
        stop_note(text.cautions.join(" ")),
        section(words::SET_UP, vec![worded("p", "", text.set_up)]),
        section(
            words::HOW,
            vec![bullets(text.cues.iter().map(|cue| Words::Borrowed(cue)).collect())],
        ),
        facts(entry),
        section(words::SKIP, vec![skip(entry)]),
        section(words::EASIER, easier(entry)),
        section(words::SOURCES, sources(entry)),
    ];
    page(app, "exercise", body)
}

/// Area, muscles, tool, time and limit.
fn facts(entry: &Exercise) -> Node {
    let time = format::seconds(Span::from_secs(u32::from(entry.hold.secs())));
    let time = match entry.sides {
        Sides::Together => time,
        Sides::Each => format::fill(common::EACH_SIDE, &[&time]),
    };
    let limit = entry.pressure_cap.map(|cap| {
        let limit = format::fill(words::OUT_OF_TEN, &[&cap.rating().to_string()]);
        (words::AT_MOST, Words::Owned(limit))
    });
    let rows = [
        (words::AREA, plain::area(entry.area).into()),
        (words::MUSCLES, library::text(entry.id).muscles.into()),
        (words::TOOL, plain::tool(entry.tool).into()),
        (words::POSITION, plain::position(entry.position).into()),
        (words::TIME, Words::Owned(time)),
    ];
    let rows = rows.into_iter().chain(limit);
    let cells = rows.flat_map(|(name, value)| [worded("dt", "", name), worded("dd", "", value)]);
    classed("dl", "facts panel").children(cells).done()
}

/// Who should leave it out.
fn skip(entry: &Exercise) -> Node {
    if entry.skip.is_empty() {
        return worded("p", "", words::NONE_TO_SKIP);
    }
    bullets(entry.skip.iter().map(|tag| plain::tag(*tag).into()).collect())
}

/// The easier variant, linked when it is an exercise of its own.
fn easier(entry: &Exercise) -> Vec<Node> {
    let other = match entry.easier {
        Easier::Exercise(id) => library::exercise(id),
        Easier::SameButGentler => None,
    };
    let link = other.map(|it| {
        link("button", Route::Exercise(it.slug.to_owned()).fragment(), library::text(it.id).name)
    });
    let mut parts = vec![worded("p", "", library::text(entry.id).easier)];
    parts.extend(link);
    parts
}

/// The sources of its dose.
fn sources(entry: &Exercise) -> Vec<Node> {
    let lines = entry.sources.iter().map(|id| {
        let label = library::source(id).map_or("", |it| it.label);
        Words::Owned([*id, ". ", label].concat())
    });
    vec![bullets(lines.collect()), worded("p", "small quiet", words::SOURCES_NOTE)]
}
