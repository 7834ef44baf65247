//! What comes next, the controls, and "Too much", always in the same places.

use leptos::prelude::*;

use crate::app::{library, use_app};
use crate::domain::session::{Command, ResumeFrom, State};
use crate::i18n::messages::player as words;
use crate::i18n::speech;
use crate::ui::icons::{Icon, Picture};

/// The lower area of the player.
#[component]
pub(super) fn Foot() -> impl IntoView {
    let app = use_app();
    let next = move || {
        let next = app.player.view.get().and_then(|view| view.next);
        next.map_or_else(String::new, |next| speech::upcoming(&next, library::step(next.exercise)))
    };
    view! {
        <div class="player-foot">
            <p class="player-next">
                {move || if next().is_empty() { words::LAST } else { words::UP_NEXT }}
                <strong data-role="next">{move || next()}</strong>
            </p>
            <div class="controls">
                <Control action="back" label=words::BACK picture=Picture::Back command=Command::Back />
                <Control action="restart" label=words::RESTART picture=Picture::Again command=Command::Restart />
                <PauseOrResume />
                <Control action="next" label=words::NEXT picture=Picture::Next command=Command::Next />
                <Control action="extend" label=words::EXTEND picture=Picture::Plus command=Command::Extend />
            </div>
            <button
                type="button"
                class="too-much"
                data-action="ease-off"
                on:click=move |_| app.player.too_much()
            >
                {words::TOO_MUCH}
            </button>
            <Hint />
        </div>
    }
}

/// What the phone does not do in this session, if anything.
#[component]
fn Hint() -> impl IntoView {
    let app = use_app();
    let kind = move || app.player.hint().map(|(kind, _)| kind.to_owned());
    let words = move || app.player.hint().map_or("", |(_, words)| words);
    view! {
        <p class="player-hint" hidden=move || app.player.hint().is_none()>
            <span data-role="notice" data-kind=move || kind()>
                {move || words()}
            </span>
        </p>
    }
}

/// One control with its word below the picture.
#[component]
fn Control(
    /// Value of `data-action`.
    action: &'static str,
    /// Its word.
    label: &'static str,
    /// Its picture.
    picture: Picture,
    /// What it does.
    command: Command,
) -> impl IntoView {
    let app = use_app();
    view! {
        <button
            type="button"
            class="control"
            data-action=action
            on:click=move |_| app.player.press(command.clone())
        >
            <Icon picture=picture />
            {label}
        </button>
    }
}

/// The middle control: pause while running, go on while paused.
#[component]
fn PauseOrResume() -> impl IntoView {
    let app = use_app();
    let runs = move || app.player.view.get().is_some_and(|view| view.state == State::Running);
    let press = move |_| {
        app.player.press(match untrack(runs) {
            true => Command::Pause,
            false => Command::Resume(ResumeFrom::Here),
        });
    };
    view! {
        <button
            type="button"
            class="control control-main"
            data-action=move || if runs() { "pause" } else { "resume" }
            on:click=press
        >
            <Icon picture=Picture::Pause />
            <Icon picture=Picture::Play />
            {move || if runs() { words::PAUSE } else { words::RESUME }}
        </button>
    }
}
