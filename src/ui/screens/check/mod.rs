//! What stands before a session: red flags, health questions, what they mean, and the set-up check.

mod before_start;
mod body;
mod card;
mod confirm;
mod flags;
mod held;
mod pain;
mod review;
mod verdict;

use leptos::prelude::{Effect, Get, Memo};

pub(crate) use before_start::before_start;
pub(crate) use confirm::{Said, confirm};
pub(crate) use pain::change_pain;
pub(crate) use review::line;

use super::{next_day, open};
use crate::app::App;
use crate::app::problem::Problem;
use crate::app::routes::{Route, is_made};
use crate::app::screening::Stage;
use crate::i18n::messages::{check as words, common};
use crate::ui::components::{headline, link, page, stack};
use crate::ui::markup::{Node, Nodes, live, nodes, several, worded};

/// The safety check; leads on to the routine it was opened for, if any.
pub(crate) fn check(app: &'static App, slug: Option<&str>) -> Node {
    let routine = slug.and_then(|it| app.playable(it));
    if routine.is_none() && slug.is_some_and(is_made) {
        return open(app, Some(Problem::Gone));
    }
    if routine.is_some() {
        app.questions.begin();
    }
    let stage = Memo::new(move |_| app.screening.stage(routine));
    Effect::new(move |before: Option<()>| {
        stage.get();
        if before.is_some() {
            app.top();
        }
    });
    let body = live(move || {
        let parts = match (stage.get(), routine) {
            (Stage::Ask(list), _) => flags::flags(app, list),
            (Stage::Locked(verdict), _) => verdict::locked(app, &verdict),
            (Stage::Info(verdict), _) => verdict::card(app, &verdict),
            (Stage::NextDay(due), _) => next_day::question(app, due),
            (Stage::Replied(reply), _) => next_day::meaning(app, reply),
            (Stage::Pain, _) => pain::pain(app),
            (Stage::Question(asked), _) => card::card(app, &asked),
            (Stage::Review, _) => review::review(app),
            (Stage::Held(lock), _) => held::held(app, &lock),
            (Stage::NothingLeft, Some(routine)) => held::nothing_left(app, routine),
            (Stage::Ready, Some(routine)) => before_start(app, routine, "accept-check"),
            (Stage::Ready | Stage::NothingLeft, None) => answered(),
        };
        several(parts)
    });
    page(app, "check", nodes![body])
}

/// The end of a check that was not opened for a routine.
fn answered() -> Nodes {
    nodes![
        stack(nodes![headline(words::THANKS), worded("p", "lead", words::SAVED_HERE)]),
        link("button button-main button-wide", Route::Home.fragment(), common::BACK_HOME),
    ]
}
