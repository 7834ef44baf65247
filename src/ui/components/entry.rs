//! A routine or an exercise as a row of a list.

use super::star;
use crate::app::App;
use crate::app::library::{self, Entry};
use crate::app::routes::Route;
use crate::domain::exercise::Exercise;
use crate::domain::routine::Routine;
use crate::i18n::messages::common;
use crate::i18n::words as plain;
use crate::ui::markup::{Node, Nodes, Tag, classed, tag, worded};

/// What parts the facts of a row.
const DOT: &str = "\u{a0}· ";

/// A row that leads to an entry, with what it needs and its star.
pub(crate) fn entry_row(app: &'static App, entry: Entry) -> Node {
    marked_row(app, entry, None, None)
}

/// Such a row with a picture before it and a remark for this person.
pub(crate) fn marked_row(
    app: &'static App,
    entry: Entry,
    picture: Option<Node>,
    remark: Option<&'static str>,
) -> Node {
    let (row, address, about) = match entry {
        Entry::Routine(it) => {
            let row = tag("li").set("data-routine", it.slug).set("data-area", it.area.slug());
            (row, Route::Routine(it.slug.to_owned()), needs(it))
        }
        Entry::Exercise(it) => {
            (exercise_attributes(it), Route::Exercise(it.slug.to_owned()), facts(it))
        }
    };
    let flagged = matches!(entry, Entry::Exercise(it) if it.needs_signoff);
    let link = tag("a")
        .set("href", address.fragment())
        .words(entry.name())
        .child(worded("span", "small quiet", about))
        .children(flagged.then(|| worded("span", "tag ask-first", common::ASK_FIRST)))
        .children(remark.map(|it| worded("span", "small left-out", it)));
    row.children(picture).child(link).child(star(app, entry)).done()
}

/// Rows as a list.
pub(crate) fn entry_list(rows: Nodes) -> Node {
    classed("ul", "entries").all(rows).done()
}

/// What has to be at hand for a routine, in a few words.
pub(crate) fn needs(routine: &Routine) -> String {
    let tools: Vec<&str> = library::tools(routine).into_iter().map(plain::tool_short).collect();
    if tools.is_empty() { common::NO_TOOL.to_owned() } else { tools.join(DOT) }
}

fn exercise_attributes(it: &Exercise) -> Tag {
    tag("li")
        .set("data-exercise", it.slug)
        .set("data-area", it.area.slug())
        .set("data-tool", it.tool.slug())
}

fn facts(it: &Exercise) -> String {
    [plain::area(it.area), plain::tool_short(it.tool), plain::position(it.position)].join(DOT)
}
