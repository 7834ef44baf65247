//! Bell and vibration.

use leptos::prelude::*;

use super::fields::{Slide, Toggle, options};
use crate::app::settings::{AudioMode, ToneSet};
use crate::app::use_app;
use crate::i18n::messages::settings as words;

/// The bell's settings.
#[component]
pub(super) fn SoundGroup() -> impl IntoView {
    let app = use_app();
    let settings = app.settings.now();
    view! {
        <section class="section">
            <h2>{words::SOUND}</h2>
            <div class="settings-group">
                <ToneChoice chosen=settings.tones.set />
                <Slide
                    name="volume"
                    label=words::VOLUME
                    range=(0, 100)
                    value=settings.tones.volume_percent
                    on_change=move |volume: u8| app.settings.change(|it| it.tones.volume_percent = volume)
                />
                <ModeChoice chosen=settings.tones.mode />
                <Toggle
                    name="vibration"
                    label=words::VIBRATE
                    on=settings.vibration
                    on_change=move |on: bool| app.settings.change(|it| it.vibration = on)
                />
            </div>
        </section>
    }
}

#[component]
fn ToneChoice(chosen: ToneSet) -> impl IntoView {
    let app = use_app();
    let sets = [
        (ToneSet::SoftBell.slug(), words::SOFT_BELL),
        (ToneSet::Tick.slug(), words::TICK),
        (ToneSet::Off.slug(), words::OFF),
    ];
    view! {
        <div class="field">
            <label for="tones">{words::TONES}</label>
            <select
                id="tones"
                name="tones"
                on:change:target=move |event| {
                    if let Some(set) = ToneSet::from_slug(&event.target().value()) {
                        app.settings.change(|it| it.tones.set = set);
                    }
                }
            >
                {options(&sets, chosen.slug())}
            </select>
        </div>
    }
}

#[component]
fn ModeChoice(chosen: AudioMode) -> impl IntoView {
    let app = use_app();
    let modes = [
        (AudioMode::Mix.slug(), words::MIX_ON),
        (AudioMode::AlwaysHeard.slug(), words::MIX_OFF),
    ];
    view! {
        <div class="field">
            <label for="audio">{words::MIX}</label>
            <select
                id="audio"
                name="audio"
                on:change:target=move |event| {
                    if let Some(mode) = AudioMode::from_slug(&event.target().value()) {
                        app.settings.change(|it| it.tones.mode = mode);
                    }
                }
            >
                {options(&modes, chosen.slug())}
            </select>
        </div>
    }
}
