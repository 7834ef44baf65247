//! After a session: what was done, after-care, and again.

use super::progress::felt_after;
use crate::app::install::Offer;
use crate::app::playable::Playable;
use crate::app::routes::Route;
use crate::app::{App, library};
use crate::domain::session::{Ending, Outcome, StepRecord, Summary};
use crate::i18n::format;
use crate::i18n::messages::done as words;
use crate::i18n::received::page as received;
use crate::i18n::screening as safety;
use crate::ui::components::{
    Look, action, bullets, headline, link, main_action, page, section, stack, stop_note,
};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, live, nodes, nothing, tag, worded};

/// After-care cards by their numbers: AC01 to AC04 and AC06; AC05 is the question how it feels.
const PACKS: [u16; 2] = [121, 122];
const WATER: u16 = 123;
const WALK: u16 = 124;
const SORENESS: u16 = 126;

/// The done screen.
pub(crate) fn done(app: &'static App, routine: Playable) -> Node {
    let summary = app.player.summary.peek();
    let again = action("restart", words::AGAIN, Look::Plain, move || {
        app.player.forget_summary();
        app.go(&Route::Check(Some(routine.key().to_owned())));
    });
    let finish = main_action("finish", words::FINISH, move || app.player.finish(app));
    let mut body = nodes![top(summary.as_ref())];
    body.extend(app.player.unsaved().then(not_saved));
    if summary.as_ref().is_some_and(|it| !it.worked.is_zero()) && !routine.is_breathing() {
        body.push(felt_after(app, app.player.started()));
    }
    let parting = app.player.parting.peek();
    body.extend(parting.map(|advice| stop_note(safety::advice(advice))));
    body.push(after_care(parting.is_some()));
    body.extend(summary.as_ref().map(|it| what_was_done(routine, it)));
    body.extend(opened_meanwhile(app));
    body.push(install(app));
    // After a stop rule nothing invites to go on today.
    let again = parting.is_none().then_some(again);
    body.push(classed("div", "thumb").child(finish).children(again).done());
    page(app, "done", body)
}

fn top(summary: Option<&Summary>) -> Node {
    let mark = classed("div", "done-mark").child(icon(Picture::Tick)).done();
    let early = summary.is_some_and(|it| it.ending == Ending::EndedEarly);
    let worked = summary
        .filter(|it| !it.worked.is_zero())
        .map(|it| worded("p", "lead", format::fill(words::WORKED, &[&format::clock(it.worked)])));
    let words = headline(if early { words::EARLY } else { words::HEADLINE });
    let mut parts = nodes![mark, words];
    parts.extend(worked);
    stack(parts)
}

/// That this session leaves no trace here, for someone who wants to note it elsewhere.
fn not_saved() -> Node {
    classed("p", "inline-note")
        .set("data-role", "notice")
        .set("data-kind", "storage")
        .words(words::NOT_SAVED)
        .done()
}

/// The after-care cards of the library (clinical-evidence 5.9).
///
/// After a stop rule (3.5) the person rests: no walk and no warmth, which its advice may speak against.
fn after_care(stopped: bool) -> Node {
    let now: &[u16] = if stopped { &[WATER, SORENESS] } else { &[WALK, WATER, SORENESS] };
    let lines = now.iter().filter_map(|number| library::care_card(*number));
    let lines = lines.flat_map(|card| card.lines).map(|line| (*line).into()).collect();
    let packs: &[u16] = if stopped { &[] } else { &PACKS };
    let packs = packs.iter().filter_map(|number| library::care_card(*number)).map(|card| {
        let lines = card.lines.iter().map(|line| (*line).into()).collect();
        tag("details").child(worded("summary", "", card.name)).child(bullets(lines)).done()
    });
    classed("section", "panel")
        .set("data-role", "aftercare")
        .child(worded("h2", "", words::AFTER))
        .child(bullets(lines))
        .children(packs)
        .child(stop_note(words::SEE))
        .done()
}

/// Each step with what became of it.
fn what_was_done(routine: Playable, summary: &Summary) -> Node {
    let lines = summary.steps.iter().map(|step| {
        tag("li")
            .child(tag("span").set("dir", "auto").words(routine.step(step.exercise).text.name))
            .child(worded("span", "quiet", outcome(step)))
            .done()
    });
    section(words::WHAT, nodes![classed("ul", "done-list").children(lines).done()])
}

fn outcome(step: &StepRecord) -> String {
    match step.done {
        Outcome::Done if step.eases > 0 => words::EASED.to_owned(),
        Outcome::Done => format::clock(step.worked),
        Outcome::Skipped => words::SKIPPED.to_owned(),
        Outcome::TooMuch => words::TOO_MUCH.to_owned(),
        Outcome::NotReached => words::NOT_REACHED.to_owned(),
    }
}

/// The way to a routine whose link was opened during the session.
fn opened_meanwhile(app: &'static App) -> Option<Node> {
    let shared = app.links.take_waiting()?;
    let address = Route::Routine(shared.key.clone()).fragment();
    Some(link("button button-wide", address, received::WAITING))
}

/// The offer to keep the app, after a finished session and until it is refused.
fn install(app: &'static App) -> Node {
    live(move || match app.install.offer(app) {
        Some(offer) => install_offer(app, offer),
        None => nothing(),
    })
}

fn install_offer(app: &'static App, offer: Offer) -> Node {
    let how = if offer.can_prompt {
        action("install", words::INSTALL_GO, Look::Plain, move || app.install.prompt())
    } else {
        worded("p", "", words::INSTALL_IOS)
    };
    classed("section", "panel")
        .set("data-role", "install")
        .child(worded("h2", "", words::INSTALL))
        .child(worded("p", "", words::INSTALL_WHY))
        .child(how)
        .child(action("not-now", words::NOT_NOW, Look::Quiet, move || app.install.dismiss(app)))
        .done()
}
