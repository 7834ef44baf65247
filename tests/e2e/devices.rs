//! Phones that cannot speak, sound, shake or stay awake: the session completes with what is left.

use serde_json::json;

use crate::support::app::{App, ROUTINE};
use crate::support::engine::Engine;
use crate::support::model::Model;
use crate::support::oracle;
use crate::support::preload::Preload;
use crate::support::transcript::Heard;

async fn completes_with(faults: &[(&'static str, &'static str)]) -> App {
    let preload = faults
        .iter()
        .fold(Preload::held_clock().answered(), |all, (part, how)| all.fault(part, how));
    let app = App::new(preload).await;
    app.begin(ROUTINE).await;
    let total = Model::start(ROUTINE).run_to_the_end();
    app.advance(30_000).await;
    let mut model = Model::start(ROUTINE);
    model.run_until(30_000);
    assert_eq!(app.state().await, model.shows(30_000), "{faults:?}");
    app
        .browser
        .eval("window.__hints = [...document.querySelectorAll('[data-role=notice]')].map(e => e.dataset.kind);")
        .await;
    app.advance(total - 30_000).await;
    app.wait_screen("done").await;
    oracle::no_problems(&app.browser).await;
    app
}

async fn hints(app: &App) -> Vec<String> {
    let kinds = app.browser.eval("return __hints;").await;
    kinds
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_str().map(ToOwned::to_owned))
        .collect()
}

#[tokio::test]
async fn with_everything_in_order_there_is_no_hint() {
    // The positive control of the tests below.
    let app = completes_with(&[]).await;
    assert_eq!(hints(&app).await, Vec::<String>::new());
    let heard = app.heard().await;
    assert!(
        !heard.of("say").is_empty()
            && !heard.of("tone").is_empty()
            && !heard.of("vibrate").is_empty()
    );
}

/// Fault: C9, C10, C11
#[tokio::test]
async fn a_phone_without_voice_sound_shaking_or_screen_lock_still_leads_to_the_end() {
    // C9, C10, C11
    let app = completes_with(&[
        ("speech", "absent"),
        ("audio", "absent"),
        ("wake", "absent"),
        ("vibrate", "absent"),
    ])
    .await;
    assert!(!hints(&app).await.is_empty(), "nothing says what is missing");
}

#[tokio::test]
async fn a_voice_that_throws_or_is_silent_stops_nothing() {
    for how in ["throws", "no-voices", "silent"] {
        let app = completes_with(&[("speech", how)]).await;
        assert!(!app.heard().await.of("tone").is_empty(), "{how}");
    }
}

/// Fault: C10
#[tokio::test]
async fn sound_that_is_blocked_or_missing_leaves_voice_shaking_and_words_and_says_so() {
    // C10
    let texts = |heard: &[Heard]| heard.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    let control = completes_with(&[]).await.heard().await;
    let (said, shaken) = (texts(&control.of("say")), texts(&control.of("vibrate")));
    assert!(said.len() > 10 && shaken.len() > 10, "control: {said:?} {shaken:?}");
    for how in ["throws", "suspended", "absent"] {
        let app = completes_with(&[("audio", how)]).await;
        assert_eq!(hints(&app).await, ["sound"], "{how}");
        let heard = app.heard().await;
        assert_eq!(texts(&heard.of("say")), said, "{how}");
        assert_eq!(texts(&heard.of("vibrate")), shaken, "{how}");
        assert!(heard.of("tone").is_empty(), "control: {how} is a fault");
    }
}

/// Fault: C9
#[tokio::test]
async fn a_refused_or_missing_screen_lock_gives_one_quiet_hint() {
    // C9
    for how in ["denied", "absent"] {
        let app = completes_with(&[("wake", how)]).await;
        assert_eq!(hints(&app).await, ["wake-lock"], "{how}");
    }
}

/// Fault: C9
#[tokio::test]
async fn the_screen_lock_is_taken_again_on_return_and_given_back_at_the_end() {
    // C9
    let app = App::new(Preload::held_clock().answered()).await;
    app.begin(ROUTINE).await;
    app.advance(5_000).await;
    let held = "return __locks.size;";
    assert_eq!(app.browser.eval(held).await, json!(1));
    app.browser.eval("__hide(true);").await;
    assert_eq!(app.browser.eval(held).await, json!(0), "control: hiding takes the lock away");
    app.browser.eval("__hide(false);").await;
    app.advance(1_000).await;
    assert_eq!(app.browser.eval(held).await, json!(1), "the lock was not taken again");
    app.press("end").await;
    app.press("end-now").await;
    app.wait_screen("done").await;
    app.advance(100).await;
    assert_eq!(app.browser.eval(held).await, json!(0), "the lock is still held on the done screen");
}

/// Fault: C9
#[tokio::test]
async fn chromiums_own_refusal_of_the_screen_lock_is_survived_and_said() {
    // C9, with the browser's own refusal
    let app = App::new(Preload::real().answered()).await;
    let permission = json!({ "permission": { "name": "screen-wake-lock" }, "setting": "denied" });
    app.browser.cdp("Browser.setPermission", permission).await;
    app.begin(ROUTINE).await;
    app.browser.wait("[data-role=notice][data-kind=wake-lock]").await;
    assert!(app.state().await.running);
    oracle::no_problems(&app.browser).await;
}

/// Fault: C10
#[tokio::test]
async fn the_start_tap_makes_the_real_audio_run_and_nothing_before_it_does() {
    // C10
    let spy = "window.__audio = []; const Real = window.AudioContext; \
        window.AudioContext = class extends Real { constructor(...p) { super(...p); window.__audio.push(this); } };";
    let app = App::new(Preload::real().answered().script(spy)).await;
    app.open(&format!("#/routine/{ROUTINE}")).await;
    assert_eq!(app.browser.eval("return __audio.length;").await, json!(0), "sound before the tap");
    app.start_from_routine().await;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(app.browser.eval("return __audio.map(a => a.state);").await, json!(["running"]));
    assert!(!app.browser.shows("[data-kind=sound]").await);
}

/// Fault: C9, C11
/// Engines: WebKitGTK
#[tokio::test]
async fn webkit_plays_with_what_it_really_has() {
    // C9, C11: WebKitGTK refuses the screen lock and has no vibration
    if Engine::WebKit.left_out() {
        return;
    }
    let app = App::on(Engine::WebKit, Preload::real().answered()).await;
    app.begin(ROUTINE).await;
    let has = "return ['speechSynthesis', 'AudioContext'].map(n => `${n}: ${n in window}`)\
        .concat(['vibrate', 'wakeLock', 'mediaSession', 'audioSession'].map(n => `${n}: ${n in navigator}`)).join(', ');";
    println!("WebKitGTK has {}", app.browser.eval(has).await);
    let first = app.state().await;
    tokio::time::sleep(std::time::Duration::from_millis(3_500)).await;
    let then = app.state().await;
    assert!(then.running, "{then:?}");
    assert!((2..=5).contains(&(first.seconds_left - then.seconds_left)), "{first:?} {then:?}");
    oracle::no_problems(&app.browser).await;
}
