//! The last look before a session: set-up check, stop rule, "anything new?".

use leptos::prelude::*;

use crate::app::use_app;
use crate::app::library;
use crate::domain::routine::Routine;
use crate::domain::screening::SetUp;
use crate::i18n::messages::{check as words, routine as routine_words};
use crate::i18n::screening as text;
use crate::ui::components::{Action, Look};

/// The set-up check and the Start tap, which also unlocks voice and bell.
#[component]
pub(crate) fn BeforeStart(
    /// The routine that follows.
    routine: &'static Routine,
    /// `data-action` of the Start tap.
    action: &'static str,
) -> impl IntoView {
    let app = use_app();
    view! {
        <div class="stack">
            <h1 tabindex="-1">{words::READY_HEADLINE}</h1>
            <p class="lead">{library::routine_text(routine.id).name}</p>
        </div>
        <SetUpLines lines=app.screening.set_up_lines(routine) />
        <p class="inline-note stop-note">{routine_words::STOP_LINE}</p>
        <div class="thumb">
            <p>
                <strong>{text::ANYTHING_NEW}</strong>
            </p>
            <Action
                action=action
                label=words::READY_NEW
                look=Look::Main
                on_press=move || app.player.start(app, routine)
            />
            <Action
                action="something-new"
                label=words::READY_CHANGED
                on_press=move || app.screening.something_new(app, routine)
            />
        </div>
    }
}

/// The set-up check's lines.
#[component]
fn SetUpLines(lines: Vec<SetUp>) -> impl IntoView {
    view! {
        <ul class="checklist">
            {lines.into_iter().map(|line| view! { <li>{text::set_up(line)}</li> }).collect_view()}
        </ul>
    }
}
