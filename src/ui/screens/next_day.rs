//! How it was after the last session, and what follows from the reply (clinical-evidence 3.5).

use leptos::prelude::{RwSignal, Set};

use super::check::{Said, confirm};
use crate::app::App;
use crate::app::screening::day_before;
use crate::domain::screening::{Due, Reply};
use crate::i18n::health::{self as text, card as words};
use crate::ui::components::{Look, action, headline, main_action, note, stack, stop_note};
use crate::ui::markup::{Node, Nodes, classed, nodes, several, tag, worded};

/// The card on Home: the question while it is due, then what the reply means, then "talk to someone".
// Never inlined: the first screen's part of the program must not grow by it.
#[inline(never)]
pub(crate) fn next_day(app: &'static App) -> Node {
    let heading = |words: &'static str| worded("h2", "", words);
    if let Some(reply) = app.questions.replied() {
        let ok = action("continue", words::CONTINUE, Look::Plain, move || {
            app.questions.read_reply();
        });
        let acts = classed("div", "row").child(ok).children(again(app)).done();
        let parts = nodes![heading(words::REPLIED), means(app, reply), acts];
        return panel("next-day").all(parts).done();
    }
    let due = app.health.due().map(|due| {
        let parts =
            nodes![heading(title(due)), worded("p", "quiet", words::NEXT_DAY_LEAD), replies(app)];
        panel("next-day").all(parts).done()
    });
    several(due.into_iter().chain(talk(app)).collect())
}

/// The question before the next session.
pub(super) fn question(app: &'static App, due: Due) -> Nodes {
    let top = nodes![headline(title(due)), worded("p", "lead", words::NEXT_DAY_LEAD)];
    let card = classed("div", "question")
        .set("data-card", "next-day")
        .child(stack(top))
        .child(replies(app));
    nodes![card.done()]
}

/// What the reply means, before the next session.
pub(super) fn meaning(app: &'static App, reply: Reply) -> Nodes {
    let go_on = main_action("continue", words::CONTINUE, move || app.questions.read_reply());
    let card = classed("div", "question")
        .set("data-card", "next-day")
        .child(stack(nodes![headline(words::REPLIED), means(app, reply)]))
        .children(talk(app))
        .child(classed("div", "thumb").child(go_on).children(again(app)));
    nodes![card.done()]
}

/// The way back from a reply that was tapped by mistake.
fn again(app: &'static App) -> Option<Node> {
    let is_open = app.questions.can_reply_again();
    is_open.then(|| {
        action("change-reply", words::CHANGE_ANSWER, Look::Quiet, move || {
            app.questions.reply_again();
        })
    })
}

fn panel(role: &'static str) -> crate::ui::markup::Tag {
    classed("section", "panel").set("data-role", role).set("data-card", role)
}

const fn title(due: Due) -> &'static str {
    match due {
        Due::NextDay => words::NEXT_DAY,
        Due::Still => words::STILL,
    }
}

fn replies(app: &'static App) -> Node {
    let buttons = Reply::ALL.iter().map(|&reply| {
        classed("button", "button reply")
            .set("type", "button")
            .set("data-action", "reply")
            .set("data-reply", reply.slug())
            .on_press(move || app.questions.reply(reply))
            .child(worded("span", "", text::reply(reply)))
            .child(worded("span", "small quiet", text::reply_about(reply)))
            .done()
    });
    classed("div", "replies").children(buttons).done()
}

fn means(app: &'static App, reply: Reply) -> Node {
    let mut parts = nodes![worded("p", "lead", text::reply_means(reply))];
    parts.extend((reply == Reply::Worse && app.health.asks_list()).then(|| note(words::LIST_NEXT)));
    tag("div").set("data-reply", reply.slug()).child(stack(parts)).done()
}

/// "Talk to a physio or doctor", with the confirmation that it was done.
fn talk(app: &'static App) -> Option<Node> {
    let standing = app.health.standing();
    if !standing.talk_to_someone() {
        return None;
    }
    let why = if standing.joint_slips { words::TALK_SLIP } else { words::TALK_WHY };
    let top = [worded("h2", "", words::TALK), stop_note(why)];
    Some(panel("talk").children(top).child(talked(app)).done())
}

/// "I have asked, and I may go on", with its day.
pub(crate) fn talked(app: &'static App) -> Node {
    let refused = RwSignal::new(false);
    let said = Said {
        line: words::TALKED,
        next: words::TALKED_NEXT,
        need: words::CHECKED_NEED,
        days: app.screening.days_to_choose(),
    };
    confirm(said, refused, move |is_on, ago| {
        refused.set(!(is_on && app.questions.talked(day_before(ago))));
    })
}
