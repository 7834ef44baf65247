//! One routine that is kept: where it leads, what is known of it, and what can be done with it.

use leptos::prelude::{Get, RwSignal, Set, event_target_value};

use crate::app::routes::Route;
use crate::app::shelf::{Kept, Origin};
use crate::app::{App, library};
use crate::domain::shared::{Line, totals};
use crate::domain::time::Span;
use crate::i18n::shelf as words;
use crate::i18n::{format, sharing};
use crate::ui::components::{Look, action, link};
use crate::ui::markup::{Node, classed, live, nothing, tag, worded};

/// Where routines are made.
pub(super) const BUILDER: &str = "#/builder";

/// The row.
pub(super) fn row(app: &'static App, kept: Kept) -> Node {
    let title = sharing::title(&kept.routine).to_owned();
    let is_open = RwSignal::new(false);
    // A draft has nothing to play yet, maybe.
    let there = if kept.is_draft { edit(&kept) } else { page_of(&kept) };
    let about = tag("a")
        .set("href", there)
        .child(classed("bdi", "kept-title").set("dir", "auto").words(title.clone()))
        .child(worded("span", "small quiet", facts(&kept)))
        .children(from(&kept));
    let more = classed("button", "button button-quiet")
        .set("type", "button")
        .set("data-action", "more")
        .set("aria-label", format::fill(words::ACTS_OF, &[&title]))
        .follow("aria-expanded", move || Some(is_open.get().to_string()))
        .on_press(move || is_open.set(!is_open.get()))
        .words("⋯");
    let id = kept.id.clone();
    let panel = live(move || if is_open.get() { acts(app, &kept) } else { nothing() });
    classed("li", "kept").set("data-kept", id).child(about).child(more).child(panel).done()
}

fn page_of(kept: &Kept) -> String {
    Route::Routine(kept.id.clone()).fragment()
}

fn edit(kept: &Kept) -> String {
    [BUILDER, "/", &kept.id].concat()
}

/// How many steps, how long, and since when.
fn facts(kept: &Kept) -> String {
    let secs = totals(&kept.routine, library::exercises()).secs;
    let minutes = format::minutes(Span::from_secs(secs));
    let steps = match kept.routine.steps.len() {
        1 => format::fill(words::ONE_STEP, &[&minutes]),
        steps => format::fill(words::STEPS, &[&steps.to_string(), &minutes]),
    };
    let (since, day) = match kept.origin {
        Origin::Received => (words::CAME, kept.added),
        Origin::Own | Origin::Template => (words::CHANGED, kept.changed),
    };
    [&steps, ". ", &format::fill(since, &[&format::date(day)])].concat()
}

/// Who it is from, as they say.
fn from(kept: &Kept) -> Option<Node> {
    let name = &kept.routine.from.name;
    let is_said = kept.origin == Origin::Received && !name.is_empty();
    is_said.then(|| {
        let from = format::fill(words::FROM, &[&sharing::isolated(name.as_str())]);
        worded("span", "small quiet", from)
    })
}

/// What can be done with it.
fn acts(app: &'static App, kept: &Kept) -> Node {
    let on = |act: fn(&'static App, &str)| {
        let id = kept.id.clone();
        move || act(app, &id)
    };
    let change = if kept.origin == Origin::Received { words::EDIT_COPY } else { words::EDIT };
    let row = classed("div", "row")
        .child(link("button", page_of(kept), words::SHARE))
        .child(link("button", edit(kept), change))
        .child(action(
            "duplicate",
            words::COPY,
            Look::Plain,
            on(|app, id| {
                app.shelf.copy(id);
            }),
        ))
        .child(action(
            "export-one",
            words::SAVE_ONE,
            Look::Plain,
            on(|app, id| app.data.save_routines(Some(id))),
        ))
        .child(action("delete", words::DELETE, Look::Danger, on(|app, id| app.shelf.take_out(id))));
    classed("div", "kept-acts")
        .child(field(kept, "rename", words::NAME, kept.routine.title.as_str(), move |id, text| {
            app.shelf.rename(id, text);
        }))
        .child(field(kept, "pack", words::PACK, &kept.pack, move |id, text| {
            app.shelf.file_under(id, text);
        }))
        .child(worded("p", "small quiet", words::PACK_HINT))
        .child(row)
        .done()
}

/// A text that is kept when the person leaves the field.
fn field(
    kept: &Kept,
    name: &'static str,
    label: &'static str,
    value: &str,
    on_change: impl Fn(&str, &str) + 'static,
) -> Node {
    let id = kept.id.clone();
    let field_id = [name, "-", &kept.id].concat();
    let input = tag("input")
        .set("type", "text")
        .set("id", field_id.clone())
        .set("name", name)
        .set("maxlength", Line::MAX_CHARS.to_string())
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("dir", "auto")
        .set("value", value.to_owned())
        .on("change", move |event| on_change(&id, &event_target_value(&event)));
    let label = tag("label").set("for", field_id).words(label);
    classed("div", "field").child(label).child(input).done()
}
