//! What the answers mean: locked screens and cards to read.

use leptos::prelude::*;

use crate::app::use_app;
use crate::domain::screening::{Level, Reason, Verdict};
use crate::i18n::messages::{check as words, common};
use crate::i18n::screening as text;
use crate::ui::components::{Action, Look};

/// EMERGENCY or URGENT: nothing but the message and the way out of it.
#[component]
pub(crate) fn Locked(verdict: Verdict) -> impl IntoView {
    let level = verdict.level.unwrap_or(Level::Emergency);
    let screen = text::level(level);
    let call = if verdict.can_wait_days() { text::WITHIN_DAYS } else { screen.call };
    view! {
        <div class="level" role="alert" data-level=level_slug(level)>
            <h1 tabindex="-1">{screen.title}</h1>
            <p class="lead">{call}</p>
            {(level == Level::Emergency).then(|| view! { <Numbers /> })}
            <p>{screen.body}</p>
            <Reasons verdict=verdict.clone() />
            <p class="quiet">{words::CALM}</p>
        </div>
        <Clearance />
        <a class="button button-quiet button-wide" href="#/">
            {common::BACK_HOME}
        </a>
    }
}

/// INFO: to be read once, then on.
#[component]
pub(crate) fn Card(verdict: Verdict) -> impl IntoView {
    let app = use_app();
    let screen = text::level(Level::Info);
    view! {
        <div class="level level-info" data-level=level_slug(Level::Info)>
            <h1 tabindex="-1">{screen.title}</h1>
            <p>{screen.body}</p>
            <Reasons verdict=verdict />
            <p class="quiet">{screen.call}</p>
        </div>
        <div class="thumb">
            <Action
                action="continue"
                label=words::INFO_GO
                look=Look::Main
                on_press=move || app.screening.read_info()
            />
        </div>
    }
}

const fn level_slug(level: Level) -> &'static str {
    match level {
        Level::Info => "info",
        Level::Urgent => "urgent",
        Level::Emergency => "emergency",
    }
}

/// Emergency numbers that a tap dials.
#[component]
fn Numbers() -> impl IntoView {
    view! {
        <ul class="numbers">
            {text::EMERGENCY_NUMBERS
                .iter()
                .map(|(place, number)| {
                    let mut address = String::from("tel:");
                    address.push_str(number);
                    view! {
                        <li>
                            <a class="button button-danger button-wide" href=address>
                                {*place}
                                " "
                                {*number}
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// The person's own answers that led here.
#[component]
fn Reasons(verdict: Verdict) -> impl IntoView {
    let line = |reason: &Reason| {
        let note = match reason {
            Reason::Flag(flag) => text::flag_note(*flag),
            Reason::Stopped(_) => None,
        };
        view! {
            <li>{text::reason(*reason)} {note.map(|note| view! { <p class="quiet">{note}</p> })}</li>
        }
    };
    view! {
        <h2>{text::YOU_TOLD_US}</h2>
        <ul class="bullets">{verdict.reasons.iter().map(line).collect_view()}</ul>
    }
}

/// "I have been checked": a day, then the questions again.
#[component]
fn Clearance() -> impl IntoView {
    let app = use_app();
    let confirmed = RwSignal::new(false);
    let days_ago = RwSignal::new(0_u16);
    let refused = RwSignal::new(false);
    let clear = move || refused.set(!app.screening.clear(confirmed.get_untracked(), days_ago.get_untracked()));
    view! {
        <section class="panel" data-role="clearance">
            <label class="choice">
                <input
                    type="checkbox"
                    name="checked"
                    on:change:target=move |event| confirmed.set(event.target().checked())
                />
                <span>{text::CONFIRM_CHECKED}</span>
            </label>
            <div class="field">
                <label for="checked-day">{text::CONFIRM_DAY}</label>
                <select
                    id="checked-day"
                    name="checked-day"
                    on:change:target=move |event| {
                        days_ago.set(event.target().value().parse().unwrap_or(0));
                    }
                >
                    {app
                        .screening
                        .days_to_choose()
                        .into_iter()
                        .map(|(ago, day)| view! { <option value=ago.to_string()>{day}</option> })
                        .collect_view()}
                </select>
            </div>
            <p class="hint">{text::CONFIRM_NEXT}</p>
            <p class="inline-note stop-note" role="alert" hidden=move || !refused.get()>
                {move || if refused.get() { words::CLEARED_NEED } else { "" }}
            </p>
            <Action action="clear" label=words::CLEARED_NEXT on_press=clear />
        </section>
    }
}
