//! What becomes of a routine for this person, step by step, each with its reason (G9).

use crate::app::App;
use crate::app::links::Shared;
use crate::domain::exercise::ExerciseId;
use crate::domain::shared::{Dropped, Fitted, FittedStep, Received, Step, Why};
use crate::i18n::format;
use crate::i18n::health::{self as health, card, changes as words};
use crate::i18n::received::page as text;
use crate::i18n::sharing;
use crate::ui::components::{note, stop_note};
use crate::ui::markup::{Node, Nodes, classed, nodes, nothing, tag, worded};
use crate::ui::screens::changes::{gentle_ones, known, mode};
use crate::ui::screens::check::change_pain;

/// The block above the steps: what stands in the way, or how much was changed.
pub(super) fn changed(app: &'static App, shared: &'static Shared, received: &Received) -> Node {
    let parts = match received {
        Received::Locked(lock) => {
            nodes![
                worded("p", "lead", health::lock(lock.act)),
                stop_note(health::causes(&lock.why))
            ]
        }
        Received::Ask(open) => known(app, shared.ids().iter().copied(), open.len()),
        Received::Ready(fitted) if fitted.steps.is_empty() => {
            nodes![worded("p", "lead", card::NOTHING_LEFT), change_pain(app), gentle_ones(app)]
        }
        Received::Ready(fitted) => ready(app, shared, fitted),
    };
    if parts.is_empty() {
        return nothing();
    }
    classed("section", "section")
        .set("data-role", "changes")
        .child(worded("h2", "", words::HEADING))
        .all(parts)
        .done()
}

fn ready(app: &'static App, shared: &'static Shared, fitted: &Fitted) -> Nodes {
    let mut parts: Nodes = mode(app).into_iter().collect();
    let steps = shared.routine.steps.len();
    let changed = (0..steps).filter(|at| row_changes(shared, fitted, *at).is_some()).count();
    if changed > 0 {
        let (changed, steps) = (changed.to_string(), steps.to_string());
        let words = if changed == "1" {
            format::fill(text::CHANGED_ONE, &[&steps])
        } else {
            format::fill(text::CHANGED, &[&changed, &steps])
        };
        parts.push(classed("p", "").set("data-role", "changed-count").words(words).done());
    }
    parts.extend(fitted.pauses_cut.then(|| note(text::PAUSES_CUT)));
    parts
}

/// What becomes of one step; `None` where it is played as it was written.
pub(super) fn row_changes(shared: &'static Shared, fitted: &Fitted, at: usize) -> Option<Node> {
    let step = shared.routine.steps.get(at)?;
    let was = shared.ids().get(at).copied()?;
    // What the library does not hold has its own words.
    crate::domain::shared::find(shared.exercises(), was)?;
    let sets: Vec<&FittedStep> = fitted.steps.iter().filter(|it| it.at == at).collect();
    let dropped: Vec<&Dropped> = fitted.left_out.iter().filter(|it| it.at == at).collect();
    let (kind, told) = if sets.is_empty() {
        ("removed", vec![text::LEFT_OUT.to_owned()])
    } else {
        played(shared, (step, was), &sets)
    };
    if told.is_empty() {
        return None;
    }
    let whys = sets.iter().flat_map(|it| &it.why).chain(dropped.iter().flat_map(|it| &it.why));
    let line = [told.join(" "), reasons(whys)].join(" ");
    let row = classed("p", "for-you")
        .set("data-change", kind)
        .child(worded("strong", "", text::FOR_YOU))
        .words([": ", line.trim_end()].concat());
    Some(row.done())
}

/// How what is played differs from what was written.
fn played(
    shared: &'static Shared,
    (step, was): (&Step, ExerciseId),
    sets: &[&FittedStep],
) -> (&'static str, Vec<String>) {
    let mut kind = "shorter";
    let mut told = Vec::new();
    let hold = |it: &FittedStep| it.hold.secs();
    let mut others: Vec<(ExerciseId, u16)> = Vec::new();
    for it in sets.iter().filter(|it| it.exercise != was) {
        if !others.contains(&(it.exercise, hold(it))) {
            others.push((it.exercise, hold(it)));
            let name = shared.step(it.exercise).text.name;
            let time = [&hold(it).to_string(), " s"].concat();
            told.push(format::fill(text::IN_PLACE, &[name, &time]));
            kind = "swapped";
        }
    }
    let own: Vec<u16> = sets.iter().filter(|it| it.exercise == was).map(|it| hold(it)).collect();
    let said = step.amount.secs();
    if let (Some(least), Some(most)) = (own.iter().min(), own.iter().max())
        && (*least != said || *most != said)
    {
        let (least, most, said) = (least.to_string(), most.to_string(), said.to_string());
        told.push(if least == most {
            format::fill(text::SECONDS, &[&most, &said])
        } else {
            format::fill(text::SECONDS_TO, &[&least, &most, &said])
        });
    }
    let all = usize::from(step.sets.get());
    if sets.len() < all {
        let (left, all) = (sets.len().to_string(), all.to_string());
        told.push(format::fill(text::SETS, &[&left, &all]));
    }
    let lowered = sets.iter().find(|it| it.why.contains(&Why::PressureHeld));
    if let Some(pressure) = lowered.and_then(|it| it.pressure) {
        told.push(format::fill(text::PRESSURE, &[&pressure.rating().to_string()]));
    }
    (kind, told)
}

/// The reasons in a row, each once.
fn reasons<'w>(whys: impl Iterator<Item = &'w Why>) -> String {
    let mut told: Vec<String> = Vec::new();
    // That nobody has checked it stands beside the exercise already.
    let whys = whys.filter(|it| **it != Why::Unchecked);
    for why in whys.map(|it| sharing::why(*it)) {
        if !told.contains(&why) {
            told.push(why);
        }
    }
    told.join(" ")
}

/// The steps that have no place in it, each with its reason.
pub(crate) fn left_out(app: &'static App, shared: &'static Shared) -> Node {
    let Received::Ready(fitted) = app.health.received(shared) else { return nothing() };
    let rows = fitted.left_out.iter().filter_map(|it| {
        let step = shared.routine.steps.get(it.at)?;
        let name = sharing::step_name(step, &|id| {
            crate::app::library::exercise(id).map(|it| crate::app::library::name(it.id))
        });
        let title = [words::LEFT_OUT, ": ", &sharing::isolated(name)].concat();
        let row = tag("li").set("data-change", "removed").child(worded("strong", "", title));
        Some(row.child(worded("p", "small quiet", reasons(it.why.iter()))).done())
    });
    classed("ul", "changes panel").children(rows).done()
}
