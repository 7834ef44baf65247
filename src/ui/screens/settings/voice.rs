//! Voice: on or off, which one, how fast.

use leptos::prelude::event_target_value;

use super::fields::{field, group, slide, toggle};
use crate::app::App;
use crate::app::settings::Voice;
use crate::i18n::LANGUAGE;
use crate::i18n::messages::settings as words;
use crate::ui::components::{Look, action, section};
use crate::ui::markup::{Node, classed, live, nodes, several, tag, worded};

/// The voice's settings.
pub(super) fn voice(app: &'static App) -> Node {
    let voice = app.settings.now().voice;
    app.settings.follow_voices();
    let on = toggle("voice", words::VOICE_ON, voice.on, move |on| {
        app.settings.change(|it| it.voice.on = on);
    });
    let reader = toggle("reader", words::READER_TOO, voice.reader, move |on| {
        app.settings.change(|it| it.voice.reader = on);
    });
    let why = worded("p", "hint", words::READER_WHY);
    let range = (Voice::MIN_RATE, Voice::MAX_RATE);
    let rate = slide("rate", words::RATE, range, voice.rate_percent, move |rate| {
        app.settings.change(|it| it.voice.rate_percent = rate);
    });
    let hear = action("hear-voice", words::HEAR, Look::Plain, move || {
        app.settings.speak_sample(words::SAMPLE, LANGUAGE);
    });
    let hear = classed("div", "field").child(hear).done();
    section(
        words::VOICE,
        nodes![group(nodes![on, choice(app, voice.uri), rate, hear, reader, why])],
    )
}

/// The browser's voices for this language, or that there are none.
fn choice(app: &'static App, chosen: Option<String>) -> Node {
    let voices = live(move || {
        let voices = app.settings.voices(LANGUAGE).into_iter().map(|voice| {
            let is_chosen = chosen.as_deref() == Some(voice.uri.as_str());
            let option = tag("option").set("value", voice.uri).flag("selected", is_chosen);
            option.words(voice.name).done()
        });
        several(voices.collect())
    });
    let list = tag("select")
        .on("change", move |event| {
            let uri = event_target_value(&event);
            app.settings.change(|it| it.voice.uri = (!uri.is_empty()).then_some(uri));
        })
        .child(tag("option").set("value", "").words(words::VOICE_AUTO))
        .child(voices);
    let none = tag("div")
        .hidden_while(move || !app.settings.voices(LANGUAGE).is_empty())
        .child(worded("p", "hint", words::VOICE_NONE));
    field("voice-uri", words::VOICE_CHOICE, list).child(none).done()
}
