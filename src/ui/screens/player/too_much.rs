//! "Too much": ease, skip or stop, by the stop rules (R20 to R27).

use crate::app::App;
use crate::app::player::TooMuch;
use crate::domain::screening::{Advice, Complaint, Question};
use crate::domain::session::Command;
use crate::i18n::format;
use crate::i18n::messages::{common, too_much as words};
use crate::i18n::screening as text;
use crate::ui::components::{Look, action, main_action, sheet};
use crate::ui::markup::{Node, Nodes, Say, classed, nodes, tag, worded};

const TITLE: &str = "too-much-title";

/// The sheet behind "Too much", at one of its steps.
pub(super) fn too_much(app: &'static App, at: TooMuch) -> Node {
    let body = match at {
        TooMuch::Eased => eased(app),
        TooMuch::Menu => menu(app),
        TooMuch::Asked { question, advice, .. } => asked(app, question, advice),
        TooMuch::Told(advice) => told(app, advice),
        TooMuch::Breathe(advice) => breathe(app, advice),
    };
    let dismiss = move || match at {
        // These want an answer: putting them away is none (R20, R56).
        TooMuch::Eased | TooMuch::Asked { .. } => {}
        TooMuch::Menu => app.player.ask_first(),
        TooMuch::Told(_) | TooMuch::Breathe(_) => app.player.go_on(),
    };
    sheet("too-much", TITLE, dismiss, body)
}

fn title(words: &'static str) -> Node {
    tag("h2").set("id", TITLE).words(words).done()
}

fn strong(words: impl Say) -> Node {
    tag("p").child(worded("strong", "", words)).done()
}

fn stop(app: &'static App, look: Look) -> Node {
    action("stop", words::STOP, look, move || app.player.press(Command::End))
}

fn go_on(app: &'static App, look: Look) -> Node {
    action("go-on", words::GO_ON, look, move || app.player.go_on())
}

/// First step: eased already; better now, or what else?
fn eased(app: &'static App) -> Nodes {
    let answer = move |yes| app.player.answer_question(app, Question::EasedEnough, yes);
    let easier = app
        .player
        .easier_label()
        .map(|label| action("easier", label, Look::Plain, move || app.player.use_easier()));
    let or_not = classed("div", "sheet-grid")
        .child(action("skip", words::NO, Look::Plain, move || answer(false)))
        .child(stop(app, Look::Danger));
    let other = action("something-else", words::OTHER, Look::Quiet, move || app.player.ask_what());
    let mut parts = nodes![
        title(words::HEADLINE),
        worded("p", "", words::PAUSED),
        strong(format::fill(words::ASK, &[&app.player.eased_to().to_string()])),
        main_action("eased-yes", words::YES, move || answer(true)),
        worded("p", "small", app.player.easier_words()),
    ];
    parts.extend(easier);
    parts.push(or_not.done());
    parts.push(other);
    parts
}

/// Second step: what is it?
fn menu(app: &'static App) -> Nodes {
    let complaints = Complaint::ALL.iter().map(|&complaint| {
        classed("button", "button")
            .set("type", "button")
            .set("data-action", "complain")
            .set("data-complaint", complaint.slug())
            .on_press(move || app.player.complain(app, complaint))
            .words(text::complaint(complaint))
            .done()
    });
    nodes![
        title(words::WHAT),
        classed("div", "sheet-grid").children(complaints).done(),
        action("go-on", words::GO_ON, Look::Quiet, move || app.player.ask_first()),
    ]
}

/// Advice with a yes-or-no question.
fn asked(app: &'static App, question: Question, advice: Advice) -> Nodes {
    let answer = move |yes| app.player.answer_question(app, question, yes);
    let answers = classed("div", "sheet-grid")
        .child(action("yes", common::YES, Look::Plain, move || answer(true)))
        .child(action("no", common::NO, Look::Plain, move || answer(false)));
    nodes![title(text::advice(advice)), strong(text::question(question)), answers.done()]
}

/// Advice, then on or stop.
fn told(app: &'static App, advice: Advice) -> Nodes {
    nodes![title(text::advice(advice)), go_on(app, Look::Main), stop(app, Look::Plain)]
}

/// Kind words; breathe slowly, go on, or stop.
fn breathe(app: &'static App, advice: Advice) -> Nodes {
    let breathe = main_action("breathe", words::BREATHE, move || app.player.end_with_breathing());
    nodes![title(text::advice(advice)), breathe, go_on(app, Look::Plain), stop(app, Look::Plain)]
}
