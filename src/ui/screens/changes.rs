//! What was changed in a routine for this person, and why, in their own words.

use crate::app::library::Entry;
use crate::app::{App, library};
use crate::domain::equipment::Tool;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::{Goal, Routine, RoutineStep};
use crate::domain::screening::{Fit, LeftOut, Lock, Shape, Shaped, ShapedStep};
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::health::{self as text, card, changes as words};
use crate::ui::components::{entry_list, entry_row, note, pick, section, stop_note};
use crate::ui::markup::{Node, Nodes, Say, Tag, classed, nodes, nothing, several, tag, worded};
use crate::ui::screens::check::change_pain;

/// The block of the routine page; nothing when nothing changed.
// Never inlined, nor are its neighbours: the first screen's part of the program must not grow by them.
#[inline(never)]
pub(super) fn changes(app: &'static App, routine: &'static Routine) -> Node {
    let suited = suited(app, routine);
    let told = match app.health.shape(routine) {
        Shape::Locked(lock) => locked(&lock),
        Shape::Ask(open) => {
            block(known(app, routine.steps.iter().map(|it| it.exercise), open.len()))
        }
        Shape::Ready(shaped) => ready(app, &shaped),
    };
    several([told].into_iter().chain(suited).collect())
}

/// The steps that are played for this person, where that is settled.
pub(super) fn shaped(app: &'static App, routine: &Routine) -> Option<Shaped> {
    app.arrival.is_here().then(|| app.health.shaped(routine)).flatten()
}

/// The routines that are rest and breathing, to go on with when nothing else is left.
pub(super) fn gentle_ones(app: &'static App) -> Node {
    let comfort = library::routines().iter().filter(|it| it.goal == Goal::Comfort);
    let rows = [&library::BREATHING].into_iter().chain(comfort);
    entry_list(rows.map(|it| entry_row(app, Entry::Routine(it))).collect())
}

/// The steps that have no place in it, each with its reason.
pub(super) fn left_out(shape: &Shape) -> Node {
    let Shape::Ready(shaped) = shape else { return nothing() };
    classed("ul", "changes panel").children(shaped.left_out.iter().map(left_out_row)).done()
}

fn block(parts: Nodes) -> Node {
    classed("section", "section")
        .set("data-role", "changes")
        .child(worded("h2", "", words::HEADING))
        .all(parts)
        .done()
}

fn locked(lock: &Lock) -> Node {
    block(nodes![worded("p", "lead", text::lock(lock.act)), stop_note(text::causes(&lock.why))])
}

fn ready(app: &'static App, shaped: &Shaped) -> Node {
    if shaped.steps.is_empty() {
        return block(nodes![
            worded("p", "lead", card::NOTHING_LEFT),
            left_out(&Shape::Ready(shaped.clone())),
            worded("p", "", card::NOTHING_LEFT_WHY),
            change_pain(app),
            gentle_ones(app),
        ]);
    }
    let mode = mode(app);
    let swapped: Nodes =
        shaped.steps.iter().filter(|it| it.is_swapped()).map(swapped_row).collect();
    let out: Nodes = shaped.left_out.iter().map(left_out_row).collect();
    let timed: Vec<Node> = shaped
        .steps
        .iter()
        .filter(|it| !it.is_swapped() && it.step.hold != it.was.hold)
        .map(timed_row)
        .collect();
    if mode.is_none() && swapped.is_empty() && out.is_empty() && timed.is_empty() {
        return nothing();
    }
    let mut parts: Nodes = mode.into_iter().collect();
    let rows: Nodes = swapped.into_iter().chain(out).collect();
    if !rows.is_empty() {
        parts.push(classed("ul", "changes panel").children(rows).done());
    }
    if !timed.is_empty() {
        parts.push(times(timed));
    }
    block(parts)
}

/// The mode of today and what led to it, with the way to change strong pain; nothing in standard mode.
pub(super) fn mode(app: &'static App) -> Option<Node> {
    let limits = app.health.limits();
    let words = text::mode(limits.mode)?;
    let cap = limits.pressure_cap.rating().to_string();
    let cap = format::fill(self::words::PRESS, &[&cap]);
    let often = text::how_often(limits.mode);
    let rest = [" ", &cap, " ", often, " ", &text::causes(&limits.why)].concat();
    let line = classed("p", "inline-note").set("data-mode", limits.mode.slug());
    let line = line.child(worded("strong", "", words)).words(rest).done();
    Some(several(nodes![line, change_pain(app)]))
}

/// While questions are open: how many cards there are, the mode, and what is left out whatever the answers (R68).
pub(super) fn known(
    app: &'static App,
    steps: impl Iterator<Item = ExerciseId>,
    open: usize,
) -> Nodes {
    let first = match open {
        1 => words::ASK_ONE.to_owned(),
        _ => format::fill(words::ASK_MANY, &[&open.to_string()]),
    };
    let mut seen: Vec<ExerciseId> = Vec::new();
    let mut rows = Nodes::none();
    for exercise in steps.filter_map(library::exercise) {
        let judged = app.health.judge(exercise);
        if judged.fit > Fit::NeedsAnswer && !seen.contains(&exercise.id) {
            seen.push(exercise.id);
            let title = [library::name(exercise.id), ": ", words::NOT_SO].concat();
            rows.push(row("known", exercise.id, title, text::causes(&judged.why)).done());
        }
    }
    let mut parts = nodes![note(first)];
    parts.extend(mode(app));
    if !seen.is_empty() {
        parts.push(classed("ul", "changes panel").all(rows).done());
    }
    parts
}

/// Steps with another time, behind one line.
fn times(rows: Vec<Node>) -> Node {
    let count = rows.len();
    let words = if count == 1 {
        words::ONE_TIME.to_owned()
    } else {
        format::fill(words::TIMES, &[&count.to_string()])
    };
    classed("details", "panel")
        .child(worded("summary", "", words))
        .child(classed("ul", "changes").children(rows))
        .done()
}

fn row(kind: &'static str, step: ExerciseId, title: impl Say, why: String) -> Tag {
    let slug = library::exercise(step).map_or("", |it| it.slug);
    tag("li")
        .set("data-change", kind)
        .set("data-exercise", slug)
        .child(worded("strong", "", title))
        .child(worded("p", "small quiet", why))
}

fn swapped_row(step: &ShapedStep) -> Node {
    let (now, was) = (library::name(step.step.exercise), library::name(step.was.exercise));
    let title = format::fill(words::SWAPPED, &[now, was]);
    let now = library::exercise(step.step.exercise).map_or("", |it| it.slug);
    row("swapped", step.was.exercise, title, text::causes(&step.why)).set("data-with", now).done()
}

fn left_out_row(step: &LeftOut) -> Node {
    let title = [words::LEFT_OUT, ": ", library::name(step.was.exercise)].concat();
    row("removed", step.was.exercise, title, text::causes(&step.why)).done()
}

fn timed_row(step: &ShapedStep) -> Node {
    let kind = if step.step.hold < step.was.hold { "shorter" } else { "longer" };
    let secs = |step: RoutineStep| format::seconds(Span::from_secs(u32::from(step.hold.secs())));
    let times = format::fill(words::SHORTER, &[&secs(step.step), &secs(step.was)]);
    let title = [library::name(step.step.exercise), ": ", &times].concat();
    row(kind, step.step.exercise, title, text::causes(&step.why)).done()
}

/// Routines that fit better what was told.
fn suited(app: &'static App, routine: &Routine) -> Option<Node> {
    let suited = app.health.suited();
    if suited.is_empty() || suited.iter().any(|it| it.id == routine.id) {
        return None;
    }
    let rows = suited.into_iter().map(|it| entry_row(app, Entry::Routine(it))).collect();
    Some(section(words::SUITED, nodes![entry_list(rows)]))
}

/// That an exercise is left out for this person, and why; nothing where it is not.
#[inline(never)]
pub(super) fn left_out_note(app: &'static App, exercise: &Exercise) -> Node {
    let judged = app.health.judge(exercise);
    let lead = match judged.fit {
        Fit::Allowed | Fit::NeedsAnswer => return nothing(),
        Fit::Removed => words::EXERCISE_OUT,
        Fit::Locked(_) => words::EXERCISE_WAITS,
    };
    classed("p", "inline-note")
        .set("data-role", "left-out")
        .child(worded("strong", "", lead))
        .words([" ", &text::causes(&judged.why)].concat())
        .done()
}

/// What is worth knowing about the answers and belongs to an exercise; nothing where there is nothing.
#[inline(never)]
pub(super) fn to_know(app: &'static App, exercise: &Exercise) -> Node {
    let advice = app.health.cards_of(exercise).into_iter().filter_map(text::advice);
    let note = |it| classed("p", "inline-note").set("data-role", "to-know").words(it).done();
    several(advice.map(note).collect())
}

/// "No roller here": the tools that another step can stand in for.
#[inline(never)]
pub(super) fn handy(app: &'static App, routine: &'static Routine) -> Node {
    let swappable = [Tool::Roller, Tool::Ball, Tool::TwoBalls];
    // What screening left out anyway need not be at hand; what is missing can be found again.
    let used = leptos::prelude::untrack(|| app.health.shaped(routine)).map(|it| it.routine_steps());
    let used = library::tools_of(used.as_deref().unwrap_or(routine.steps));
    let at_hand = leptos::prelude::untrack(|| app.health.tools());
    let tools = library::tools(routine).into_iter().filter(|it| swappable.contains(it));
    let tools: Vec<Tool> = tools.filter(|it| used.contains(it) || !at_hand.has(*it)).collect();
    if tools.is_empty() {
        return nothing();
    }
    let buttons = tools.into_iter().map(|tool| {
        let is_missing = move || !app.health.tools().has(tool);
        let turn = move || {
            let is_missing = leptos::prelude::untrack(is_missing);
            app.health.set_missing(tool, !is_missing);
        };
        pick("no-tool", text::no_tool(tool), is_missing, turn).set("data-tool", tool.slug()).done()
    });
    classed("div", "picks").children(buttons).done()
}
