//! Questions that rise over the player: leave, end, after a stop of the page, enough for now.

use leptos::prelude::*;

use super::too_much::TooMuchSheet;
use crate::app::player::Asking;
use crate::app::use_app;
use crate::domain::session::{Command, ResumeFrom};
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::{player as words, too_much as enough_words};
use crate::ui::components::{Action, Look, Sheet};

/// The sheet that is open, if any.
#[component]
pub(super) fn Sheets() -> impl IntoView {
    let app = use_app();
    let asking = Memo::new(move |_| app.player.asking());
    move || match asking.get() {
        Asking::Nothing => ().into_any(),
        Asking::Leave => view! { <LeaveSheet /> }.into_any(),
        Asking::End => view! { <EndSheet /> }.into_any(),
        Asking::Stopped(missed) => view! { <StoppedSheet missed=missed /> }.into_any(),
        Asking::TooMuch(at) => view! { <TooMuchSheet at=at /> }.into_any(),
        Asking::Enough => view! { <EnoughSheet /> }.into_any(),
    }
}

#[component]
fn LeaveSheet() -> impl IntoView {
    let app = use_app();
    view! {
        <Sheet role="leave" named_by="leave-title" on_dismiss=move || app.player.stay()>
            <h2 id="leave-title">{words::LEAVE}</h2>
            <p>{words::LEAVE_WHY}</p>
            <Action action="stay" label=words::STAY look=Look::Main on_press=move || app.player.stay() />
            <Action action="leave" label=words::GO on_press=move || app.player.leave(app) />
        </Sheet>
    }
}

#[component]
fn EndSheet() -> impl IntoView {
    let app = use_app();
    view! {
        <Sheet role="end" named_by="end-title" on_dismiss=move || app.player.stay()>
            <h2 id="end-title">{words::END_ASK}</h2>
            <p>{words::END_WHY}</p>
            <Action action="stay" label=words::STAY look=Look::Main on_press=move || app.player.stay() />
            <Action
                action="end-now"
                label=words::END_YES
                look=Look::Danger
                on_press=move || app.player.press(Command::End)
            />
        </Sheet>
    }
}

/// After the page stopped running: where to go on.
#[component]
fn StoppedSheet(
    /// How long it stood.
    missed: Span,
) -> impl IntoView {
    let app = use_app();
    let from = move |from: ResumeFrom| app.player.press(Command::Resume(from));
    view! {
        <Sheet role="stopped" named_by="stopped-title" on_dismiss=|| ()>
            <h2 id="stopped-title">
                {format::fill(words::STOPPED, &[&speech_length(missed)])}
            </h2>
            <p>{words::STOPPED_WHY}</p>
            <Action
                action="resume"
                label=words::CARRY_ON
                look=Look::Main
                on_press=move || from(ResumeFrom::Here)
            />
            <Action action="jump-to-clock" label=words::JUMP on_press=move || from(ResumeFrom::Clock) />
        </Sheet>
    }
}

fn speech_length(missed: Span) -> String {
    if missed < Span::from_secs(100) { format::seconds(missed) } else { format::minutes(missed) }
}

#[component]
fn EnoughSheet() -> impl IntoView {
    let app = use_app();
    view! {
        <Sheet role="enough" named_by="enough-title" on_dismiss=move || app.player.keep_on()>
            <h2 id="enough-title">{enough_words::ENOUGH}</h2>
            <p>{enough_words::ENOUGH_WHY}</p>
            <Action
                action="breathe"
                label=enough_words::BREATHE
                look=Look::Main
                on_press=move || app.player.end_with_breathing()
            />
            <Action action="keep-on" label=enough_words::KEEP_ON on_press=move || app.player.keep_on() />
            <Action
                action="end-now"
                label=enough_words::STOP
                on_press=move || app.player.press(Command::End)
            />
        </Sheet>
    }
}
