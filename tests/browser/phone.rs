//! Vibration, media controls and the home screen.

use js_sys::{Array, Promise};
use unknot::domain::time::Span;
use unknot::platform::haptics;
use unknot::platform::install::{Answer, Change, Install, Kind, is_standalone, platform};
use unknot::platform::media_session::{Action, MediaSession, Playback};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    diary, fire, get, media_session, navigator, number, object, recorder, replace, text, thrower,
    throwing, wait, window,
};

#[wasm_bindgen_test]
fn vibration_hands_the_pattern_to_the_phone() {
    let vibrate = recorder(&JsValue::TRUE);
    let _undo = replace(&navigator(), "vibrate", vibrate.clone());
    assert!(haptics::vibrate(&[200, 100, 200]));
    let call = Array::from(&Array::from(&get(&vibrate, "calls")).get(0));
    let pattern: Vec<f64> =
        Array::from(&call.get(0)).iter().filter_map(|part| part.as_f64()).collect();
    assert_eq!(pattern, [200.0, 100.0, 200.0]);
}

/// Fault: C11
#[wasm_bindgen_test]
fn vibration_that_is_absent_refused_or_throws_is_false() {
    // C11
    for vibrate in [JsValue::UNDEFINED, recorder(&JsValue::FALSE), thrower("TypeError")] {
        let _undo = replace(&navigator(), "vibrate", vibrate);
        assert!(!haptics::vibrate(&[100]));
    }
    let _undo = replace(&navigator(), "vibrate", JsValue::UNDEFINED);
    assert!(!haptics::supported());
}

#[wasm_bindgen_test]
fn the_media_controls_report_each_action_and_are_given_back() {
    let fake = media_session("");
    let _undo = replace(&navigator(), "mediaSession", fake.clone());
    let (told, on_action) = diary();
    let session = MediaSession::claim(on_action);
    for name in ["play", "pause", "nexttrack", "previoustrack"] {
        let handler: js_sys::Function = get(&get(&fake, "handlers"), name).unchecked_into();
        handler.call0(&JsValue::NULL).unwrap();
    }
    assert_eq!(*told.borrow(), [Action::Play, Action::Pause, Action::Next, Action::Previous]);
    session.playback(Playback::Playing);
    assert_eq!(text(&fake, "playbackState"), "playing");
    drop(session);
    assert_eq!(text(&fake, "playbackState"), "none");
    assert!(get(&get(&fake, "handlers"), "play").is_null());
}

#[wasm_bindgen_test]
fn the_media_controls_name_the_step_and_never_stand_beyond_the_end() {
    let fake = media_session("");
    let _undo = replace(&navigator(), "mediaSession", fake.clone());
    let session = MediaSession::claim(|_| ());
    session.describe("Knees to chest", "Left", "Lower back 10");
    assert_eq!(text(&get(&fake, "metadata"), "title"), "Knees to chest");
    session.position(Span::from_secs(70), Span::from_secs(60));
    let position = get(&fake, "position");
    assert!((number(&position, "position") - 60.0).abs() < 1e-9);
}

#[wasm_bindgen_test]
fn an_action_the_browser_does_not_know_leaves_the_others() {
    let fake = media_session("nexttrack");
    let _undo = replace(&navigator(), "mediaSession", fake.clone());
    let _session = MediaSession::claim(|_| ());
    assert!(get(&get(&fake, "handlers"), "pause").is_function());
    assert!(get(&get(&fake, "handlers"), "previoustrack").is_function());
}

#[wasm_bindgen_test]
fn a_browser_without_media_controls_changes_nothing() {
    let use_all = || {
        let session = MediaSession::claim(|_| ());
        session.describe("a", "b", "c");
        session.playback(Playback::Paused);
        session.position(Span::ZERO, Span::ZERO);
    };
    {
        let _undo = replace(&navigator(), "mediaSession", JsValue::UNDEFINED);
        use_all();
    }
    {
        let _undo = throwing(&navigator(), "mediaSession", "SecurityError");
        use_all();
    }
    let _undo = replace(&window(), "MediaMetadata", JsValue::UNDEFINED);
    use_all();
}

fn offer(outcome: &str) -> JsValue {
    let choice = Promise::resolve(&object(&[("outcome", outcome.into())]));
    object(&[("prompt", recorder(&JsValue::UNDEFINED)), ("userChoice", choice.into())])
}

#[wasm_bindgen_test]
async fn the_browsers_offer_is_kept_for_our_own_button_and_shown_once() {
    let (told, on_change) = diary();
    let install = Install::listen(on_change);
    assert!(!install.can_prompt());
    assert!(
        fire(&window(), "beforeinstallprompt", &offer("accepted")),
        "the browser's own banner is held back"
    );
    assert!(install.can_prompt());
    let (answers, on_answer) = diary();
    install.prompt(on_answer);
    assert!(!install.can_prompt());
    wait(0).await;
    assert_eq!(*answers.borrow(), [Answer::Accepted]);
    fire(&window(), "appinstalled", &JsValue::UNDEFINED);
    assert_eq!(*told.borrow(), [Change::Offered, Change::Installed]);
}

#[wasm_bindgen_test]
async fn an_offer_that_came_before_the_app_had_started_is_not_lost() {
    let _early = replace(&window(), "unknotInstallOffer", offer("dismissed"));
    let install = Install::listen(|_| ());
    assert!(install.can_prompt());
    let (answers, on_answer) = diary();
    install.prompt(on_answer);
    wait(0).await;
    assert_eq!(*answers.borrow(), [Answer::Dismissed]);
}

#[wasm_bindgen_test]
fn without_an_offer_or_with_a_withdrawn_one_the_answer_is_unavailable() {
    let install = Install::listen(|_| ());
    let (answers, on_answer) = diary();
    install.prompt(on_answer);
    fire(&window(), "beforeinstallprompt", &object(&[("prompt", thrower("InvalidStateError"))]));
    let (more, on_answer) = diary();
    install.prompt(on_answer);
    assert_eq!(*answers.borrow(), [Answer::Unavailable]);
    assert_eq!(*more.borrow(), [Answer::Unavailable]);
}

#[wasm_bindgen_test]
fn the_home_screen_is_known_by_either_sign() {
    assert!(!is_standalone(), "control: the tests run in a tab");
    {
        let _undo = replace(&navigator(), "standalone", JsValue::TRUE);
        assert!(is_standalone());
    }
    {
        let query = recorder(&object(&[("matches", JsValue::TRUE)]));
        let _undo = replace(&window(), "matchMedia", query);
        assert!(is_standalone());
    }
    let _undo = replace(&window(), "matchMedia", JsValue::UNDEFINED);
    assert!(!is_standalone());
}

#[wasm_bindgen_test]
fn an_iphone_is_known_by_what_it_has() {
    assert_eq!(platform(), Kind::Other, "control");
    let _standalone = replace(&navigator(), "standalone", JsValue::FALSE);
    let _touch = replace(&navigator(), "maxTouchPoints", JsValue::from_f64(5.0));
    assert_eq!(platform(), Kind::IosSafari);
}
