//! Questions that rise over the player: leave, end, after a stop of the page, enough for now.

use leptos::prelude::{Get, Memo};

use super::too_much::too_much;
use crate::app::App;
use crate::app::player::Asking;
use crate::domain::session::{Command, ResumeFrom};
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::{player as words, too_much as enough_words};
use crate::ui::components::{Look, action, main_action, sheet};
use crate::ui::markup::{Node, Say, live, nodes, nothing, tag, worded};

/// The sheet that is open, if any.
pub(super) fn sheets(app: &'static App) -> Node {
    let asking = Memo::new(move |_| app.player.asking());
    live(move || match asking.get() {
        Asking::Nothing => nothing(),
        Asking::Leave => leave(app),
        Asking::End => end(app),
        Asking::Stopped(missed) => stopped(app, missed),
        Asking::TooMuch(at) => too_much(app, at),
        Asking::Enough => enough(app),
    })
}

fn title(id: &'static str, words: impl Say) -> Node {
    tag("h2").set("id", id).words(words).done()
}

fn leave(app: &'static App) -> Node {
    let body = nodes![
        title("leave-title", words::LEAVE),
        worded("p", "", words::LEAVE_WHY),
        main_action("stay", words::STAY, move || app.player.stay()),
        action("leave", words::GO, Look::Plain, move || app.player.leave(app)),
    ];
    sheet("leave", "leave-title", move || app.player.stay(), body)
}

fn end(app: &'static App) -> Node {
    let body = nodes![
        title("end-title", words::END_ASK),
        worded("p", "", words::END_WHY),
        main_action("stay", words::STAY, move || app.player.stay()),
        action("end-now", words::END_YES, Look::Danger, move || app.player.press(Command::End)),
    ];
    sheet("end", "end-title", move || app.player.stay(), body)
}

/// After the page stopped running for `missed`: where to go on.
fn stopped(app: &'static App, missed: Span) -> Node {
    let from = move |from: ResumeFrom| app.player.press(Command::Resume(from));
    let short = missed < Span::from_secs(100);
    let missed = if short { format::seconds(missed) } else { format::minutes(missed) };
    let body = nodes![
        title("stopped-title", format::fill(words::STOPPED, &[&missed])),
        worded("p", "", words::STOPPED_WHY),
        main_action("resume", words::CARRY_ON, move || from(ResumeFrom::Here)),
        action("jump-to-clock", words::JUMP, Look::Plain, move || from(ResumeFrom::Clock)),
    ];
    sheet("stopped", "stopped-title", || (), body)
}

fn enough(app: &'static App) -> Node {
    let body = nodes![
        title("enough-title", enough_words::ENOUGH),
        worded("p", "", enough_words::ENOUGH_WHY),
        main_action("breathe", enough_words::BREATHE, move || app.player.end_with_breathing()),
        action("keep-on", enough_words::KEEP_ON, Look::Plain, move || app.player.keep_on()),
        action("end-now", enough_words::STOP, Look::Plain, move || app.player.press(Command::End)),
    ];
    sheet("enough", "enough-title", move || app.player.keep_on(), body)
}
