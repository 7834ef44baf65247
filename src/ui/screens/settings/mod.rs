//! Settings: voice, bell, times, screen, safety answers, offline.

mod fields;
mod sound;
mod voice;

use leptos::prelude::*;

use fields::{Seconds, Toggle, options};
use sound::SoundGroup;
use voice::VoiceGroup;

use crate::app::routes::Route;
use crate::app::settings::Theme;
use crate::app::use_app;
use crate::domain::screening::List;
use crate::i18n::messages::{common, settings as words};
use crate::ui::components::{Action, OfflineStatus, Page};

/// The settings screen; every change is kept at once.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    view! {
        <Page screen="settings">
            <div class="stack">
                <h1 tabindex="-1">{common::SETTINGS}</h1>
                <p class="lead">{words::SAVED}</p>
            </div>
            <VoiceGroup />
            <SoundGroup />
            <TimesGroup />
            <ScreenGroup />
            <SafetyGroup />
            <section class="section">
                <h2>{words::ABOUT}</h2>
                <OfflineStatus />
            </section>
        </Page>
    }
}

/// Times between holds.
#[component]
fn TimesGroup() -> impl IntoView {
    view! {
        <section class="section">
            <h2>{words::TIMES}</h2>
            <div class="settings-group">
                <Seconds name="first" label=words::FIRST of=|timing| &mut timing.first />
                <Seconds name="same" label=words::SAME of=|timing| &mut timing.same_posture />
                <Seconds name="new" label=words::NEW of=|timing| &mut timing.new_posture />
                <Seconds name="switch" label=words::SWITCH of=|timing| &mut timing.switch />
            </div>
        </section>
    }
}

/// Colours and the screen's sleep.
#[component]
fn ScreenGroup() -> impl IntoView {
    let app = use_app();
    let theme = app.settings.now().theme;
    let themes = [
        (Theme::Auto.slug(), words::THEME_AUTO),
        (Theme::Light.slug(), words::THEME_LIGHT),
        (Theme::Dark.slug(), words::THEME_DARK),
    ];
    view! {
        <section class="section">
            <h2>{words::SCREEN}</h2>
            <div class="settings-group">
                <Toggle
                    name="awake"
                    label=words::AWAKE
                    on=app.settings.now().keep_awake
                    on_change=move |on: bool| app.settings.change(|it| it.keep_awake = on)
                />
                <div class="field">
                    <label for="theme">{words::THEME}</label>
                    <select
                        id="theme"
                        name="theme"
                        on:change:target=move |event| {
                            if let Some(theme) = Theme::from_slug(&event.target().value()) {
                                app.settings.change(|it| it.theme = theme);
                            }
                        }
                    >
                        {options(&themes, theme.slug())}
                    </select>
                </div>
            </div>
        </section>
    }
}

/// The answers to the safety questions.
#[component]
fn SafetyGroup() -> impl IntoView {
    let app = use_app();
    let answered = move || {
        if app.screening.is_answered() { words::SAFETY_DONE } else { words::SAFETY_NONE }
    };
    view! {
        <section class="section">
            <h2>{words::SAFETY}</h2>
            <p>{answered}</p>
            <Action
                action="check-again"
                label=words::SAFETY_AGAIN
                on_press=move || {
                    app.screening.ask(List::Full);
                    app.go(&Route::Check(None));
                }
            />
        </section>
    }
}
