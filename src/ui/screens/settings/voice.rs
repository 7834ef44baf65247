//! Voice: on or off, which one, how fast.

use leptos::prelude::*;

use super::fields::{Slide, Toggle};
use crate::app::settings::Voice;
use crate::app::use_app;
use crate::i18n::LANGUAGE;
use crate::i18n::messages::settings as words;
use crate::ui::components::Action;

/// The voice's settings.
#[component]
pub(super) fn VoiceGroup() -> impl IntoView {
    let app = use_app();
    let voice = app.settings.now().voice;
    app.settings.follow_voices();
    view! {
        <section class="section">
            <h2>{words::VOICE}</h2>
            <div class="settings-group">
                <Toggle
                    name="voice"
                    label=words::VOICE_ON
                    on=voice.on
                    on_change=move |on: bool| app.settings.change(|it| it.voice.on = on)
                />
                <VoiceChoice chosen=voice.uri />
                <Slide
                    name="rate"
                    label=words::RATE
                    range=(Voice::MIN_RATE, Voice::MAX_RATE)
                    value=voice.rate_percent
                    on_change=move |rate: u8| app.settings.change(|it| it.voice.rate_percent = rate)
                />
                <div class="field">
                    <Action
                        action="hear-voice"
                        label=words::HEAR
                        on_press=move || app.settings.speak_sample(words::SAMPLE, LANGUAGE)
                    />
                </div>
            </div>
        </section>
    }
}

/// The browser's voices for this language, or that there are none.
#[component]
fn VoiceChoice(chosen: Option<String>) -> impl IntoView {
    let app = use_app();
    let choose = move |uri: String| {
        app.settings.change(|it| it.voice.uri = (!uri.is_empty()).then_some(uri));
    };
    view! {
        <div class="field">
            <label for="voice-uri">{words::VOICE_CHOICE}</label>
            <select id="voice-uri" name="voice-uri" on:change:target=move |event| choose(event.target().value())>
                <option value="">{words::VOICE_AUTO}</option>
                {move || {
                    app.settings
                        .voices(LANGUAGE)
                        .into_iter()
                        .map(|voice| {
                            let selected = chosen.as_deref() == Some(voice.uri.as_str());
                            view! { <option value=voice.uri selected=selected>{voice.name}</option> }
                        })
                        .collect_view()
                }}
            </select>
            <p class="hint" hidden=move || !app.settings.voices(LANGUAGE).is_empty()>
                {words::VOICE_NONE}
            </p>
        </div>
    }
}
