//! What was answered, to look over before the session.

use crate::app::App;
use crate::app::library::{card_title, condition, condition_text, trouble_text};
use crate::domain::body::AreaSet;
use crate::domain::condition::ConditionId;
use crate::domain::screening::{Health, Prompt, Told};
use crate::i18n::format;
use crate::i18n::health::{advice, card as words, settings};
use crate::i18n::words as plain;
use crate::ui::components::{Look, action, headline, main_action, stack};
use crate::ui::markup::{Node, Nodes, Words, classed, nodes, tag, worded};

/// Every card answered just now, each to be changed, and what is worth knowing about the answers.
#[inline(never)]
pub(super) fn review(app: &'static App) -> Nodes {
    let health = app.health.told().health;
    let rows = app.questions.answered().into_iter().map(|prompt| row(app, &health, prompt));
    let list = classed("ul", "answers panel").children(rows).done();
    let advice = app.health.cards().into_iter().filter_map(advice);
    let notes = advice.map(|words| worded("p", "inline-note", words));
    let go_on = main_action("continue", words::REVIEW_GO, move || app.questions.leave());
    let page = classed("div", "question")
        .set("data-card", "review")
        .child(stack(nodes![headline(words::REVIEW), worded("p", "lead", words::REVIEW_LEAD)]))
        .child(list)
        .children(notes)
        .child(classed("div", "thumb").child(go_on));
    nodes![page.done()]
}

fn row(app: &'static App, health: &Health, prompt: Prompt) -> Node {
    let (title, slug, told) = match &prompt {
        Prompt::Card { card, lines } => (card_title(*card), card.slug(), ticked(health, lines)),
        Prompt::Few(lines) => (words::FEW, "few", ticked(health, lines)),
        Prompt::FollowUp(id) => {
            let yes = health.find(*id).is_some_and(|it| it.yes);
            let answer = if yes {
                crate::i18n::messages::common::YES
            } else {
                crate::i18n::messages::common::NO
            };
            (condition_text(*id).question, slug_of(*id), vec![answer.into()])
        }
        Prompt::Where(id) => {
            let areas = health.find(*id).map_or(AreaSet::EMPTY, |it| it.areas);
            (words::WHERE, slug_of(*id), vec![places(areas).into()])
        }
        Prompt::Body => (words::BODY, "body", marks(health)),
    };
    let none = told.is_empty().then(|| worded("p", "quiet", words::NOTHING_TOLD));
    let told = told.into_iter().map(|line| worded("p", "", line));
    let change = action("change", words::CHANGE, Look::Quiet, move || app.questions.again(&prompt));
    let text = tag("div").child(worded("h2", "small quiet", title)).children(told).children(none);
    classed("li", "answer").set("data-card", slug).child(text).child(change).done()
}

fn slug_of(id: ConditionId) -> &'static str {
    condition(id).map_or("", |it| it.card.slug())
}

/// The lines that apply.
fn ticked(health: &Health, lines: &[ConditionId]) -> Vec<Words> {
    let told = lines.iter().filter_map(|id| health.find(*id)).filter(|it| it.yes);
    told.map(|it| line(it).into()).collect()
}

/// A line that applies, with its weeks and places.
pub(crate) fn line(told: &Told) -> String {
    let mut line = condition_text(told.id).question.to_owned();
    if let Some(weeks) = told.weeks {
        line.push_str(". ");
        line.push_str(&format::fill(settings::WEEKS, &[&weeks.to_string()]));
    }
    if !told.areas.is_empty() {
        line.push_str(": ");
        line.push_str(&places(told.areas));
    }
    line
}

fn marks(health: &Health) -> Vec<Words> {
    let today = crate::app::screening::day_before(0);
    let marks = health.live_marks(crate::app::library::rules(), today);
    let words =
        marks.map(|it| [plain::area(it.area), ": ", trouble_text(it.trouble).question].concat());
    words.map(Words::Owned).collect()
}

/// Areas in a row.
fn places(areas: AreaSet) -> String {
    areas.iter().map(plain::area).collect::<Vec<_>>().join(", ")
}
