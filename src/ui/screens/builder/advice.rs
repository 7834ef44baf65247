//! What the routine's maker should know before sharing it; it stops nobody.

use std::sync::Arc;

use super::steps;
use crate::app::watched::Watched;
use crate::app::{self, App};
use crate::domain::builder::Advice;
use crate::i18n::builder::bar as words;
use crate::i18n::{format, sharing};
use crate::ui::components::{Look, action, section};
use crate::ui::markup::{Node, classed, live, nothing, tag, worded};

/// How much of it is shown before more is asked for.
const FIRST: usize = 5;

/// The advice, what concerns the whole first.
pub(super) fn advice(app: &'static App) -> Node {
    let all = Arc::new(Watched::new(false));
    let list = move || {
        let advice = app.builder.advice();
        let Some(routine) = app.builder.routine().filter(|_| !advice.is_empty()) else {
            return nothing();
        };
        let names: Vec<String> = routine.steps.iter().map(steps::name).collect();
        let count = if all.get() { advice.len() } else { FIRST };
        let lines = advice.iter().take(count).map(|it| line(app, it, &names));
        let list = classed("ul", "build-advice").children(lines).done();
        let more = advice.len().saturating_sub(count);
        let show = Arc::clone(&all);
        let more = (more > 0).then(|| {
            let label = format::fill(words::MORE_ADVICE, &[&more.to_string()]);
            action("more-advice", label, Look::Plain, move || show.set(true))
        });
        let limits = worded("p", "small quiet", sharing::LIMITS_HOLD);
        section(words::ADVICE, [list].into_iter().chain(more).chain([limits]).collect())
    };
    tag("div").set("data-role", "advice").child(live(list)).done()
}

fn line(app: &'static App, advice: &Advice, names: &[String]) -> Node {
    let name = |at: usize| names.get(at).map_or("", String::as_str);
    let said = worded("span", "", sharing::advice(advice, &name));
    let shows = place(advice).map(|at| {
        classed("button", "button button-quiet")
            .set("type", "button")
            .set("data-action", "show-step")
            .on_press(move || show(app, at))
            .words(format::fill(words::SHOW_STEP, &[&(at + 1).to_string()]))
            .done()
    });
    tag("li").child(said).children(shows).done()
}

/// Opens the step and goes there.
fn show(app: &'static App, at: usize) {
    if let Some(key) = app.builder.open_at(at) {
        app::bring(&["[data-key='", &key.to_string(), "'] .step-main"].concat());
    }
}

/// The step that the advice is about; the first one of several.
fn place(advice: &Advice) -> Option<usize> {
    match advice {
        Advice::SessionFull { .. } => None,
        Advice::MuscleFull { steps, .. } => steps.first().copied(),
        Advice::ExerciseFull { at, .. }
        | Advice::HoldHeld { at, .. }
        | Advice::SetsHeld { at }
        | Advice::PressureHeld { at, .. }
        | Advice::PressureStrong { at }
        | Advice::Flagged { at }
        | Advice::Described { at }
        | Advice::Unknown { at } => Some(*at),
    }
}
