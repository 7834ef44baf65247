//! What an answer locks: the reason, who can open it, and breathing where it stays open.

use leptos::prelude::{GetUntracked, RwSignal, Set};

use super::confirm::{Said, confirm};
use super::pain::change_pain;
use super::verdict::numbers;
use crate::app::library::condition;
use crate::app::playable::Playable;
use crate::app::questions::{Questions, opens};
use crate::app::routes::Route;
use crate::app::screening::day_before;
use crate::app::{App, library};
use crate::domain::condition::Act;
use crate::domain::screening::{Cause, Level, Lock};
use crate::i18n::health::{self as text, card as words};
use crate::i18n::messages::common;
use crate::i18n::screening as safety;
use crate::ui::components::{Look, action, headline, link, section};
use crate::ui::markup::{Node, Nodes, classed, nodes, tag, worded};

/// The message of a lock, its clearance, and what stays open.
#[inline(never)]
pub(super) fn held(app: &'static App, lock: &Lock) -> Nodes {
    let slug = lock.act.slug();
    let level = match lock.act {
        Act::Emergency => Some(Level::Emergency),
        Act::Urgent => Some(Level::Urgent),
        Act::Info
        | Act::Gentle
        | Act::Remove
        | Act::Comfort
        | Act::Clear
        | Act::Pause
        | Act::Block => None,
    };
    let rows = lock.why.iter().map(|why| {
        let advice = text::advice(*why).map(|advice| worded("p", "quiet", advice));
        tag("li").words(text::cause(*why)).children(advice).done()
    });
    let class = if level.is_some() { "level" } else { "level level-info" };
    let call = level.map(|level| worded("p", "lead", safety::level(level).call));
    let message = classed("div", class)
        .set("role", "alert")
        .set("data-level", slug)
        .child(headline(text::lock(lock.act)))
        .children(call)
        .children(level.and_then(numbers))
        .child(worded("p", "", text::lock_about(lock.act)))
        .child(classed("ul", "bullets").children(rows));
    let mut parts = nodes![message.done()];
    parts.extend(is_opened_by_word(lock).then(|| clearance(app, lock.clone())));
    parts.extend(lock.keeps_breathing.then(breathing));
    parts.extend(change(app, lock));
    parts.push(link("button button-quiet button-wide", "#/", common::BACK_HOME));
    parts
}

/// Nothing of the routine is left: what stays gentle instead.
#[inline(never)]
pub(super) fn nothing_left(app: &'static App, routine: Playable) -> Nodes {
    let mut parts = nodes![crate::ui::components::stack(nodes![
        headline(words::NOTHING_LEFT),
        worded("p", "lead", words::NOTHING_LEFT_WHY),
    ])];
    parts.push(match routine {
        Playable::Stock(stock) => super::super::changes::left_out(&app.health.shape(stock)),
        Playable::Shared(shared) => super::super::shared::left_out(app, shared),
    });
    parts.push(change_pain(app));
    parts.push(super::super::changes::gentle_ones(app));
    parts.push(link("button button-quiet button-wide", "#/", common::BACK_HOME));
    parts
}

/// Whether everything that locks can be opened by a clinician's word.
fn is_opened_by_word(lock: &Lock) -> bool {
    lock.why.iter().all(|why| match *why {
        Cause::Condition(id) => condition(id).is_some_and(opens),
        Cause::Mark(..) | Cause::Slipped => true,
        Cause::Unanswered(_)
        | Cause::Where(_)
        | Cause::NotLookedOver
        | Cause::GentleMode
        | Cause::ComfortMode
        | Cause::StrongPain
        | Cause::FirstSessions
        | Cause::Sharp
        | Cause::Numb
        | Cause::Dizzy
        | Cause::Bruise
        | Cause::Worse
        | Cause::Enough
        | Cause::Unsure
        | Cause::PressedToday
        | Cause::Paused(_)
        | Cause::NoTool(_)
        | Cause::ChairFirst
        | Cause::Dose
        | Cause::LevelDown
        | Cause::LevelUp
        | Cause::EnoughOfIt
        | Cause::OutOfTime
        | Cause::NotInLibrary => false,
    })
}

fn clearance(app: &'static App, lock: Lock) -> Node {
    let refused = RwSignal::new(false);
    let is_urgent = lock.act >= Act::Urgent;
    // A word that is no answer to a sign of now may be older than the answer (R36).
    let is_only_told = lock.why.iter().all(|why| matches!(why, Cause::Condition(_)));
    let said = if is_urgent {
        Said {
            line: safety::CONFIRM_CHECKED,
            next: safety::CONFIRM_NEXT,
            need: words::CHECKED_NEED,
            days: app.screening.days_to_choose(),
        }
    } else {
        Said {
            line: words::SAID_FINE,
            next: words::SAID_LASTS,
            need: if is_only_told { words::SAID_NEED } else { words::CHECKED_NEED },
            days: if is_only_told {
                app.screening.weeks_to_choose()
            } else {
                app.screening.days_to_choose()
            },
        }
    };
    confirm(said, refused, move |is_confirmed, days_ago| {
        let taken = is_confirmed && app.questions.clear(&lock, day_before(days_ago));
        refused.set(!taken);
    })
}

fn breathing() -> Node {
    let address = Route::Check(Some(library::BREATHING.slug.to_owned())).fragment();
    let go = link("button button-wide", address, words::BREATHE_GO);
    section(words::BREATHE, nodes![worded("p", "", words::BREATHE_WHY), go])
}

/// The way back to an answer that was ticked by mistake.
fn change(app: &'static App, lock: &Lock) -> Option<Node> {
    let prompt = Questions::to_change(lock)?;
    let alone = RwSignal::new(prompt);
    Some(action("change", words::CHANGE_ANSWER, Look::Quiet, move || {
        app.questions.ask_alone(alone.get_untracked(), None);
    }))
}
