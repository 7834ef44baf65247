//! The settings: each does what it says, at once and after a new start.

use serde_json::{Value, json};

use crate::support::app::{App, ROUTINE};
use crate::support::oracle;
use crate::support::preload::Preload;

/// A stand-in for the way in which an iPhone mixes sounds.
const AUDIO_SESSION: &str =
    "Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } });";

async fn settings(app: &App) {
    app.open("#/settings").await;
    app.browser.wait("[name=theme]").await;
}

/// Sets a field as a person does.
async fn set(app: &App, name: &str, value: &str) {
    let script = format!(
        "const field = document.querySelector('[name={name}]'); field.value = {}; \
         for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));",
        json!(value)
    );
    app.browser.eval(&script).await;
}

async fn value(app: &App, script: &str) -> Value {
    app.browser.eval(&format!("return {script};")).await
}

#[tokio::test]
async fn colours_and_the_size_of_words_change_at_once_and_last() {
    let app = App::new(Preload::real().answered()).await;
    settings(&app).await;
    let paper = "getComputedStyle(document.body).color";
    let size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)";
    let mut papers = Vec::new();
    for theme in ["light", "dark"] {
        set(&app, "theme", theme).await;
        papers.push(value(&app, paper).await);
        settings(&app).await;
        assert_eq!(value(&app, paper).await, papers[papers.len() - 1], "{theme} after a new start");
        assert_eq!(value(&app, "document.querySelector('[name=theme]').value").await, json!(theme));
    }
    assert_ne!(papers[0], papers[1]);
    let mut sizes = Vec::new();
    for text in ["normal", "large", "larger"] {
        set(&app, "text-size", text).await;
        sizes.push(value(&app, size).await.as_f64().unwrap_or_default());
        settings(&app).await;
        assert_eq!(value(&app, size).await.as_f64(), sizes.last().copied(), "{text}");
        oracle::fits(&app.browser, 390).await.expect("it fits");
    }
    assert!(sizes[0] < sizes[1] && sizes[1] < sizes[2], "{sizes:?}");
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn voice_sounds_shaking_and_the_screen_lock_are_silent_when_they_are_off() {
    for on in [true, false] {
        let app = App::new(Preload::held_clock().answered()).await;
        settings(&app).await;
        if !on {
            for name in ["voice", "vibration"] {
                app.browser.press(&format!("input[name={name}]")).await;
            }
            set(&app, "tones", "off").await;
            let awake =
                "const box = document.querySelector('#awake'); box.click(); return box.checked;";
            assert_eq!(app.browser.eval(awake).await, json!(false));
        }
        app.begin(ROUTINE).await;
        app.advance(60_000).await;
        let heard = app.heard().await;
        for kind in ["say", "tone", "vibrate", "lock"] {
            assert_eq!(!heard.of(kind).is_empty(), on, "{kind}, on: {on}");
        }
        oracle::no_problems(&app.browser).await;
    }
}

#[tokio::test]
async fn a_faster_voice_a_longer_first_time_and_the_right_side_first_are_heard_and_seen() {
    let app = App::new(Preload::held_clock().answered()).await;
    settings(&app).await;
    set(&app, "rate", "150").await;
    set(&app, "first", "25").await;
    app.browser.press("input[name=right-first]").await;
    app.begin(ROUTINE).await;
    let state = app.state().await;
    assert_eq!((state.phase.as_str(), state.seconds_left), ("get-ready", 25));
    app.advance(40_000).await;
    let rates = value(&app, "__log.filter((it) => it.kind === 'say').map((it) => it.rate)").await;
    assert!(
        rates.as_array().is_some_and(|it| !it.is_empty() && it.iter().all(|it| *it == 1.5)),
        "{rates}"
    );
    let first = app.advance_until(600, |it| it.phase == "work" && it.side != "both").await;
    assert_eq!(first.side, "right");
    // A number that cannot be is put right, and what is no number changes nothing.
    settings(&app).await;
    set(&app, "first", "4000").await;
    assert_eq!(value(&app, "document.querySelector('[name=first]').value").await, json!("120"));
    set(&app, "first", "").await;
    assert_eq!(value(&app, "document.querySelector('[name=first]').value").await, json!("120"));
    oracle::no_problems(&app.browser).await;
}

#[tokio::test]
async fn music_goes_on_beside_the_bell_unless_the_bell_is_always_to_be_heard() {
    let mut types = Vec::new();
    for mode in ["mix", "always-heard"] {
        let app = App::new(Preload::held_clock().answered().script(AUDIO_SESSION)).await;
        settings(&app).await;
        set(&app, "audio", mode).await;
        app.begin(ROUTINE).await;
        app.advance(15_000).await;
        types.push(value(&app, "navigator.audioSession.type").await);
    }
    assert_ne!(types[0], types[1], "{types:?}");
}

#[tokio::test]
async fn a_tool_that_is_not_at_hand_is_kept_as_missing_and_swapped() {
    let app = App::new(Preload::held_clock().answered()).await;
    settings(&app).await;
    let shown = "[data-action=own-tool][data-tool=ball]";
    assert_eq!(app.browser.attribute(shown, "aria-pressed").await, "true");
    app.browser.press(shown).await;
    assert_eq!(app.browser.attribute(shown, "aria-pressed").await, "false");
    assert_eq!(app.kept("unknot.missing").await["tools"], json!(["ball"]));
    settings(&app).await;
    assert_eq!(app.browser.attribute(shown, "aria-pressed").await, "false", "after a new start");
    app.open(&format!("#/check/{ROUTINE}")).await;
    app.hold_time().await;
    app.answer_none_to_all().await;
    app.browser.wait("[data-action=accept-check]").await;
    let words = app.browser.text("main").await;
    assert!(words.to_lowercase().contains("ball"), "the swap is not said: {words}");
}

#[tokio::test]
async fn about_says_the_version_the_licence_the_sources_and_that_nobody_has_reviewed_it() {
    let app = App::new(Preload::real().answered()).await;
    settings(&app).await;
    let version = app.browser.text("[data-role=version]").await;
    assert_eq!(version, format!("Version {}", env!("CARGO_PKG_VERSION")));
    let reviewed = app.browser.text("[data-role=reviewed]").await;
    assert!(reviewed.starts_with("Reviewed by: nobody yet."), "{reviewed}");
    let page = app.browser.text("[data-screen=settings]").await;
    for words in ["MIT", "Apache", "English. There is no other language yet."] {
        assert!(page.contains(words), "{words}");
    }
    let sources =
        value(&app, "[...document.querySelectorAll('[data-screen=settings] details li')].length")
            .await;
    assert!(sources.as_u64().is_some_and(|it| it > 30), "{sources} sources");
    oracle::no_problems(&app.browser).await;
}
