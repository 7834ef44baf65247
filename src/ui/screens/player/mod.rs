//! The player: everything readable from two metres, everything reachable by a thumb.

mod foot;
mod sheets;
mod stage;
mod too_much;

use leptos::prelude::*;

use foot::Foot;
use sheets::Sheets;
use stage::Stage;

use super::check::BeforeStart;
use super::done::Done;
use super::{Check, NotFound};
use crate::app::player::Showing;
use crate::app::screening::Stage as CheckStage;
use crate::app::use_app;
use crate::app::library;
use crate::domain::session::{Phase, State, View};
use crate::domain::side::Side;
use crate::i18n::format;
use crate::i18n::messages::player as words;
use crate::ui::components::Page;
use crate::ui::icons::{Icon, Picture};

/// The player's address: the running session, its end, or the way to its start.
#[component]
pub(crate) fn Player(
    /// Slug of the routine.
    slug: String,
) -> impl IntoView {
    let app = use_app();
    let Some(routine) = library::routine(&slug) else {
        return view! { <NotFound /> }.into_any();
    };
    let showing = Memo::new(move |_| app.player.showing(routine));
    let stage = Memo::new(move |_| app.screening.stage());
    let body = move || match showing.get() {
        Showing::Session => view! { <Session /> }.into_any(),
        Showing::Summary => view! { <Done routine=routine /> }.into_any(),
        Showing::Nothing if stage.get() == CheckStage::Ready => {
            view! {
                <Page screen="player">
                    <BeforeStart routine=routine action="start" />
                </Page>
            }
            .into_any()
        }
        Showing::Nothing => view! { <Check slug=Some(routine.slug.to_owned()) /> }.into_any(),
    };
    body.into_any()
}

/// The running or paused session.
#[component]
fn Session() -> impl IntoView {
    let app = use_app();
    app.player.listen_to_keys(app);
    let data = move |pick: fn(&View) -> String| move || app.player.view.get().as_ref().map(pick);
    view! {
        <main
            id="main"
            tabindex="-1"
            class="player"
            data-screen="player"
            data-phase=data(|view| phase_slug(view.phase).to_owned())
            data-running=data(|view| (view.state == State::Running).to_string())
            data-step=data(|view| view.step.to_string())
            data-steps=data(|view| view.steps.to_string())
            data-exercise=data(|view| {
                library::exercise(view.exercise).map_or("", |it| it.slug).to_owned()
            })
            data-side=data(|view| side_slug(view.side).to_owned())
            data-seconds-left=data(|view| view.left.whole_secs_up().to_string())
        >
            <Top />
            <Stage />
            <Foot />
            <p class="visually-hidden" data-role="announcer" aria-live="polite">
                {move || app.player.announcement.get()}
            </p>
            <Sheets />
        </main>
    }
}

/// Routine, total time left and the way out.
#[component]
fn Top() -> impl IntoView {
    let app = use_app();
    let total = move || {
        let left = app.player.view.get().map(|view| view.total_left).unwrap_or_default();
        format::fill(words::TOTAL_LEFT, &[&format::clock(left)])
    };
    view! {
        <div class="player-top">
            <h1>{move || app.player.routine_name()}</h1>
            <span class="total" data-role="total">
                {move || total()}
            </span>
            <button
                type="button"
                class="button button-quiet"
                data-action="end"
                on:click=move |_| app.player.ask_end()
            >
                <Icon picture=Picture::Close />
                {words::END}
            </button>
        </div>
    }
}

/// The phase's word in `data-phase`.
const fn phase_slug(phase: Phase) -> &'static str {
    match phase {
        Phase::GetReady => "get-ready",
        Phase::Work => "work",
        Phase::Switch => "switch",
        Phase::Rest => "rest",
        Phase::Aftercare => "aftercare",
        Phase::Done => "done",
    }
}

/// The side's word in `data-side`.
const fn side_slug(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Both => "both",
    }
}
