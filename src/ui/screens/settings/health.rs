//! The health answers: what was told, to be changed or erased, each alone or all at once.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

use crate::app::library::{condition, rules, trouble_text};
use crate::app::questions::prompt_of;
use crate::app::routes::Route;
use crate::app::screening::{day_before, day_in_words};
use crate::app::{App, library};
use crate::domain::condition::{Act, Condition};
use crate::domain::screening::{Health, Held, Hold, Mark, Prompt, Told};
use crate::domain::shared::CUSTOM_FROM;
use crate::domain::time::LocalDay;
use crate::i18n::format;
use crate::i18n::health::{card, settings as words};
use crate::i18n::sharing;
use crate::i18n::words as plain;
use crate::ui::components::{Look, action, note, section};
use crate::ui::markup::{Node, Nodes, Tag, classed, live, nodes, several, tag, worded};
use crate::ui::screens::check::line;
use crate::ui::screens::next_day::talked;

/// What was erased last, to take it back.
type Erased = RwSignal<Option<Health>>;

/// The answers and what can be done with them.
pub(super) fn health(app: &'static App) -> Node {
    let erased = RwSignal::new(None::<Health>);
    let parts = live(move || several(answers(app, erased)));
    section(words::HEADING, nodes![worded("p", "", words::LEAD), parts])
}

#[inline(never)]
fn answers(app: &'static App, erased: Erased) -> Nodes {
    let told = app.health.told();
    let health = &told.health;
    let mut rows: Nodes = health
        .told
        .iter()
        .filter(|it| it.yes)
        .filter_map(|it| told_row(app, health, it, erased))
        .collect();
    let today = day_before(0);
    rows.extend(health.live_marks(rules(), today).map(|it| mark_row(app, it, erased)));
    rows.extend(told.replies.held.iter().map(held_row));
    let is_empty = health.told.is_empty() && health.marks.is_empty() && health.marked.is_none();
    let mut parts = Nodes::none();
    if !rows.is_empty() {
        parts
            .push(classed("ul", "answers panel").set("data-role", "answers").children(rows).done());
    } else if is_empty {
        parts.push(worded("p", "quiet", words::NONE));
    } else {
        parts.push(worded("p", "quiet", words::NOTHING_APPLIES));
    }
    parts.extend(erased.get().map(|before| undo(app, before, erased)));
    if !told.replies.held.is_empty() {
        parts.push(talked(app));
    }
    parts.extend(leave_gentle(app));
    if !is_empty {
        parts.push(acts(app, erased));
    }
    parts
}

/// Looks the body over again, or erases everything.
fn acts(app: &'static App, erased: Erased) -> Node {
    let body = action("body-again", words::BODY, Look::Plain, move || {
        ask(app, Prompt::Body);
    });
    let all = action("erase", words::ERASE_ALL, Look::Danger, move || {
        keep_and(app, erased, |health| health.erase(rules()));
    });
    let row = classed("div", "row").child(body).child(all).done();
    several(nodes![row, worded("p", "small quiet", words::ERASE_ALL_BUT)])
}

/// Changes the answers and keeps what they were.
fn keep_and(app: &'static App, erased: Erased, change: impl FnOnce(&mut Health)) {
    let before = leptos::prelude::untrack(|| app.health.told().health);
    app.health.change(change);
    erased.set(Some(before));
}

fn undo(app: &'static App, before: Health, erased: Erased) -> Node {
    let kept = RwSignal::new(before);
    let back = action("undo", words::UNDO, Look::Plain, move || {
        app.health.change(|health| *health = kept.get_untracked());
        erased.set(None);
    });
    classed("div", "row").set("role", "status").child(note(words::ERASED)).child(back).done()
}

fn ask(app: &'static App, prompt: Prompt) {
    app.questions.ask_alone(prompt, Some(Route::Settings));
    app.go(&Route::Check(None));
}

/// A row: what was told, when, and its acts.
fn row(title: String, about: String) -> Tag {
    let text =
        tag("div").child(worded("strong", "", title)).child(worded("p", "small quiet", about));
    classed("li", "answer answer-wide").child(text)
}

fn since(day: LocalDay) -> String {
    let ago = day_before(0).days_since(day).unwrap_or(0);
    format::fill(words::SINCE, &[&day_in_words(ago).to_ascii_lowercase()])
}

fn told_row(app: &'static App, health: &Health, told: &Told, erased: Erased) -> Option<Node> {
    let it: &'static Condition = condition(told.id)?;
    let mut about = since(told.since);
    let cleared = health.clearances.iter().find(|clearance| clearance.id == it.id);
    if let Some(day) = cleared.map(|clearance| clearance.day) {
        let ago = day_before(0).days_since(day).unwrap_or(0);
        about.push_str(". ");
        about.push_str(&format::fill(words::CLEARED, &[&day_in_words(ago).to_ascii_lowercase()]));
    }
    let is_lock = it.highest() >= Some(Act::Urgent);
    let row = row(line(told), about).set("data-condition", it.slug);
    if is_lock {
        return Some(row.child(worded("p", "small", words::KEPT)).done());
    }
    let change = action("change", card::CHANGE, Look::Quiet, move || ask(app, prompt_of(it)));
    let erase = action("erase-one", words::ERASE, Look::Quiet, move || {
        keep_and(app, erased, |health| health.forget(rules(), it.id));
    });
    Some(row.child(classed("div", "row").child(change).child(erase)).done())
}

fn mark_row(app: &'static App, mark: &Mark, erased: Erased) -> Node {
    let (area, trouble) = (mark.area, mark.trouble);
    let title = [plain::area(area), ": ", trouble_text(trouble).question].concat();
    let row = row(title, since(mark.day))
        .set("data-area", area.slug())
        .set("data-trouble", trouble.slug());
    if rules().trouble(trouble).is_none_or(|rule| rule.urgent_in.contains(area)) {
        return row.child(worded("p", "small", words::KEPT)).done();
    }
    let erase = action("erase-one", words::ERASE, Look::Quiet, move || {
        keep_and(app, erased, |health| {
            health.unmark(rules(), area, trouble);
        });
    });
    row.child(classed("div", "row").child(erase)).done()
}

/// What waits until a physio or doctor was asked.
fn held_row(held: &Held) -> Node {
    let words = match held.hold {
        Hold::Numb(id) if id.0 >= CUSTOM_FROM => format::fill(words::HELD, &[sharing::UNNAMED]),
        Hold::Numb(id) => format::fill(words::HELD, &[library::name(id)]),
        Hold::Area(area) => format::fill(words::HELD_AREA, &[plain::area(area)]),
    };
    row(words, since(held.day)).set("data-role", "held").done()
}

/// The way out of gentle sessions after two good weeks.
fn leave_gentle(app: &'static App) -> Option<Node> {
    let standing = app.health.standing();
    if !standing.may_leave_gentle || !app.health.is_gentle() {
        return None;
    }
    let leave = action("leave-gentle", words::LEAVE_GENTLE_GO, Look::Plain, move || {
        app.health.leave_gentle();
    });
    Some(classed("div", "panel").child(worded("p", "", words::LEAVE_GENTLE)).child(leave).done())
}
