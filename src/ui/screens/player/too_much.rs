//! "Too much": ease, skip or stop, by the stop rules (R20 to R27).

use leptos::prelude::*;

use crate::app::player::TooMuch;
use crate::app::use_app;
use crate::domain::screening::{Advice, Complaint, Question};
use crate::domain::session::Command;
use crate::i18n::messages::too_much as words;
use crate::i18n::messages::common;
use crate::i18n::screening as text;
use crate::ui::components::{Action, Look, Sheet};

/// The sheet behind "Too much", at one of its steps.
#[component]
pub(super) fn TooMuchSheet(
    /// Where the person is in it.
    at: TooMuch,
) -> impl IntoView {
    let app = use_app();
    view! {
        <Sheet role="too-much" named_by="too-much-title" on_dismiss=move || app.player.go_on()>
            {match at {
                TooMuch::Eased => view! { <Eased /> }.into_any(),
                TooMuch::Menu => view! { <Menu /> }.into_any(),
                TooMuch::Asked { question, advice, .. } => {
                    view! { <Asked question=question advice=advice /> }.into_any()
                }
                TooMuch::Told(advice) => view! { <Told advice=advice /> }.into_any(),
                TooMuch::Breathe(advice) => view! { <Breathe advice=advice /> }.into_any(),
            }}
        </Sheet>
    }
}

/// First step: eased already; better now, or what else?
#[component]
fn Eased() -> impl IntoView {
    let app = use_app();
    let answer = move |yes: bool| app.player.answer_question(app, Question::EasedEnough, yes);
    view! {
        <h2 id="too-much-title">{words::HEADLINE}</h2>
        <p>{words::PAUSED}</p>
        <p>
            <strong>{words::ASK}</strong>
        </p>
        <Action action="eased-yes" label=words::YES look=Look::Main on_press=move || answer(true) />
        <p class="small">{app.player.easier_words()}</p>
        {app
            .player
            .easier_label()
            .map(|label| {
                view! { <Action action="easier" label=label on_press=move || app.player.use_easier() /> }
            })}
        <div class="sheet-grid">
            <Action action="skip" label=words::NO on_press=move || answer(false) />
            <Action
                action="stop"
                label=words::STOP
                look=Look::Danger
                on_press=move || app.player.press(Command::End)
            />
        </div>
        <Action
            action="something-else"
            label=words::OTHER
            look=Look::Quiet
            on_press=move || app.player.ask_what()
        />
    }
}

/// Second step: what is it?
#[component]
fn Menu() -> impl IntoView {
    let app = use_app();
    view! {
        <h2 id="too-much-title">{words::WHAT}</h2>
        <div class="sheet-grid">
            {Complaint::ALL
                .iter()
                .map(|complaint| {
                    let complaint = *complaint;
                    view! {
                        <button
                            type="button"
                            class="button"
                            data-action="complain"
                            data-complaint=complaint.slug()
                            on:click=move |_| app.player.complain(app, complaint)
                        >
                            {text::complaint(complaint)}
                        </button>
                    }
                })
                .collect_view()}
        </div>
        <Action action="go-on" label=words::GO_ON look=Look::Quiet on_press=move || app.player.go_on() />
    }
}

/// Advice with a yes-or-no question.
#[component]
fn Asked(question: Question, advice: Advice) -> impl IntoView {
    let app = use_app();
    let answer = move |yes: bool| app.player.answer_question(app, question, yes);
    view! {
        <h2 id="too-much-title">{text::advice(advice)}</h2>
        <p>
            <strong>{text::question(question)}</strong>
        </p>
        <div class="sheet-grid">
            <Action action="yes" label=common::YES on_press=move || answer(true) />
            <Action action="no" label=common::NO on_press=move || answer(false) />
        </div>
    }
}

/// Advice, then on or stop.
#[component]
fn Told(advice: Advice) -> impl IntoView {
    let app = use_app();
    view! {
        <h2 id="too-much-title">{text::advice(advice)}</h2>
        <Action action="go-on" label=words::GO_ON look=Look::Main on_press=move || app.player.go_on() />
        <Action action="stop" label=words::STOP on_press=move || app.player.press(Command::End) />
    }
}

/// Kind words; breathe slowly, go on, or stop.
#[component]
fn Breathe(advice: Advice) -> impl IntoView {
    let app = use_app();
    view! {
        <h2 id="too-much-title">{text::advice(advice)}</h2>
        <Action
            action="breathe"
            label=words::BREATHE
            look=Look::Main
            on_press=move || app.player.end_with_breathing()
        />
        <Action action="go-on" label=words::GO_ON on_press=move || app.player.go_on() />
        <Action action="stop" label=words::STOP on_press=move || app.player.press(Command::End) />
    }
}
