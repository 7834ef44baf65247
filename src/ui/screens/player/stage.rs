//! The upper area: ring, name, digits, phase and the line being said. All of it pauses.

use leptos::prelude::*;

use crate::app::{library, use_app};
use crate::domain::session::{Command, Phase, State, View};
use crate::domain::time::Span;
use crate::i18n::format;
use crate::i18n::messages::player as words;
use crate::i18n::speech;
use crate::ui::components::{Ring, Turn};
use crate::ui::icons::Picture;

/// The upper area of the player.
#[component]
pub(super) fn Stage() -> impl IntoView {
    let app = use_app();
    let turn_key = Memo::new(move |_| app.player.view.get().as_ref().map(turn_key));
    let read = move |pick: fn(&View) -> String| move || app.player.view.get().as_ref().map(pick);
    view! {
        <div class="stage" on:click=move |_| app.player.press(Command::Pause)>
            {move || {
                turn_key.track();
                app.player.view.peek().map(|view| view! { <Ring turn=turn(&view) /> })
            }}
            <h2 class="stage-name" data-role="step-name">
                {read(|view| speech::headline(view.phase, library::step(view.exercise)).to_owned())}
            </h2>
            <div class="digits" role="timer" aria-live="off" data-role="countdown">
                {read(|view| format::countdown(view.left))}
            </div>
            <p class="phase-line" data-role="phase">
                <span class=read(|view| if is_running(view) { String::new() } else { "paused-word".into() })>
                    {read(phase_words)}
                </span>
            </p>
            <p class="caption" data-role="caption">
                {move || app.player.caption.get()}
            </p>
        </div>
    }
}

fn is_running(view: &View) -> bool {
    view.state == State::Running
}

fn phase_words(view: &View) -> String {
    if is_running(view) {
        speech::phase_line(view.phase, view.side)
    } else {
        words::PAUSED.to_owned()
    }
}

/// What makes the ring a new one.
fn turn_key(view: &View) -> (u32, bool, Span) {
    (view.segment, is_running(view), view.length)
}

fn turn(view: &View) -> Turn {
    Turn {
        length: view.length,
        passed: view.length.less(view.left),
        running: is_running(view),
        picture: picture(view.phase),
    }
}

const fn picture(phase: Phase) -> Picture {
    match phase {
        Phase::GetReady => Picture::Ready,
        Phase::Work => Picture::Hold,
        Phase::Switch => Picture::Switch,
        Phase::Rest | Phase::Aftercare => Picture::Rest,
        Phase::Done => Picture::Tick,
    }
}
