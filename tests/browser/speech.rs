//! Ecosystem 5.10 to 5.12: voices that come late, lines that cut each other, and no speech at all.

use js_sys::{Array, Reflect};
use unknot::platform::speech::{Voice, has_voice, on_voices_changed, supported, voices};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Undo, diary, fire, get, line_class, number, object, recorder, replace, synthesis, text,
    thrower, throwing, wait, wait_until, window,
};

fn voice(uri: &str, lang: &str, local: bool) -> JsValue {
    object(&[
        ("voiceURI", uri.into()),
        ("name", uri.into()),
        ("lang", lang.into()),
        ("localService", local.into()),
    ])
}

/// Puts a fake synthesis with these voices in place.
fn install(voices: &[JsValue]) -> (JsValue, [Undo; 2]) {
    let fake = synthesis(&voices.iter().collect::<Array>());
    // Plain objects stand in for voices, which the browser's own lines would refuse.
    let undo = [
        replace(&window(), "speechSynthesis", fake.clone()),
        replace(&window(), "SpeechSynthesisUtterance", line_class()),
    ];
    (fake, undo)
}

fn said(fake: &JsValue) -> Vec<String> {
    Array::from(&get(fake, "said")).iter().map(|line| text(&line, "text")).collect()
}

fn last(fake: &JsValue) -> JsValue {
    Array::from(&get(fake, "said")).pop()
}

#[wasm_bindgen_test]
fn a_line_is_said_in_its_language_at_its_rate_and_volume() {
    let (fake, _undo) = install(&[voice("a", "en-US", true)]);
    assert!(Voice::new().say("Breathe out", "en-GB", 90, 80, None));
    let line = last(&fake);
    assert_eq!(text(&line, "text"), "Breathe out");
    assert_eq!(text(&line, "lang"), "en-GB");
    assert!((number(&line, "rate") - 0.9).abs() < 1e-9);
    assert!((number(&line, "volume") - 0.8).abs() < 1e-9);
}

#[wasm_bindgen_test]
fn a_rate_and_volume_out_of_range_are_held_at_the_ends() {
    let (fake, _undo) = install(&[]);
    let spoken = Voice::new();
    assert!(spoken.say("one", "en", 9_000, 255, None));
    assert!((number(&last(&fake), "rate") - 2.0).abs() < 1e-9);
    assert!((number(&last(&fake), "volume") - 1.0).abs() < 1e-9);
}

#[wasm_bindgen_test]
async fn a_new_line_cuts_the_old_one_and_is_said_in_a_later_task() {
    let (fake, _undo) = install(&[]);
    let spoken = Voice::new();
    assert!(spoken.say("one", "en", 100, 100, None));
    assert!(spoken.say("two", "en", 100, 100, None));
    assert!((number(&fake, "cancels") - 1.0).abs() < 1e-9);
    assert_eq!(said(&fake), ["one"]);
    wait(10).await;
    assert_eq!(said(&fake), ["one", "two"]);
}

#[wasm_bindgen_test]
async fn of_several_lines_that_cut_each_other_in_one_task_only_the_last_is_said() {
    let (fake, _undo) = install(&[]);
    let spoken = Voice::new();
    for line in ["one", "two", "three"] {
        spoken.say(line, "en", 100, 100, None);
    }
    assert_eq!(said(&fake), ["one"], "the cut is given a task of its own");
    wait(10).await;
    assert_eq!(said(&fake), ["one", "three"]);
}

#[wasm_bindgen_test]
async fn hush_ends_what_is_said_and_what_was_about_to_be() {
    let (fake, _undo) = install(&[]);
    let spoken = Voice::new();
    spoken.say("one", "en", 100, 100, None);
    spoken.say("two", "en", 100, 100, None);
    spoken.hush();
    wait(10).await;
    assert_eq!(said(&fake), ["one"]);
    assert_eq!(get(&fake, "speaking"), JsValue::FALSE);
}

#[wasm_bindgen_test]
fn the_start_tap_unlocks_speech_with_a_line_nobody_hears() {
    let (fake, _undo) = install(&[]);
    Voice::new().unlock();
    assert_eq!(said(&fake), [" "]);
    assert!(number(&last(&fake), "volume").abs() < 1e-9);
}

#[wasm_bindgen_test]
fn a_synthesis_left_paused_is_woken_before_it_speaks() {
    let (fake, _undo) = install(&[]);
    Reflect::set(&fake, &"paused".into(), &JsValue::TRUE).unwrap();
    assert!(Voice::new().say("one", "en", 100, 100, None));
    assert_eq!(get(&fake, "paused"), JsValue::FALSE);
}

#[wasm_bindgen_test]
fn the_voice_is_the_one_asked_for_then_one_on_the_phone_then_any_of_the_language() {
    let (fake, _undo) = install(&[
        voice("net", "en-US", false),
        voice("phone", "en_GB", true),
        voice("dansk", "da-DK", true),
    ]);
    let chosen = |lang: &str, uri: Option<&str>| {
        assert!(Voice::new().say("x", lang, 100, 100, uri));
        get(&last(&fake), "voice").is_object().then(|| text(&get(&last(&fake), "voice"), "name"))
    };
    assert_eq!(chosen("en-GB", Some("net")).as_deref(), Some("net"));
    assert_eq!(chosen("en-GB", Some("gone since the update")).as_deref(), Some("phone"));
    assert_eq!(chosen("en-GB", None).as_deref(), Some("phone"));
    assert_eq!(chosen("da", None).as_deref(), Some("dansk"));
    assert_eq!(chosen("fr-FR", None), None);
}

#[wasm_bindgen_test]
fn no_speech_is_an_answer_and_not_a_panic() {
    for name in ["speechSynthesis", "SpeechSynthesisUtterance"] {
        let _undo = replace(&window(), name, JsValue::UNDEFINED);
        let spoken = Voice::new();
        spoken.unlock();
        assert!(!supported());
        assert!(!spoken.say("one", "en", 100, 100, Some("a")));
        spoken.hush();
    }
    assert!(supported(), "control: this browser has speech");
}

#[wasm_bindgen_test]
fn speech_that_throws_is_an_answer_and_not_a_panic() {
    {
        let _undo = throwing(&window(), "speechSynthesis", "SecurityError");
        assert!(!Voice::new().say("one", "en", 100, 100, None));
        assert!(voices().is_empty());
    }
    let broken =
        object(&[("speak", thrower("InvalidStateError")), ("getVoices", thrower("TypeError"))]);
    let _undo = replace(&window(), "speechSynthesis", broken);
    assert!(!Voice::new().say("one", "en", 100, 100, None));
    assert!(!has_voice("en"));
}

#[wasm_bindgen_test]
fn the_voices_are_listed_and_found_by_language_whatever_the_country() {
    let (_fake, _undo) = install(&[voice("phone", "en_GB", true)]);
    let list = voices();
    assert_eq!(list.len(), 1);
    assert_eq!(list.first().map(|voice| (voice.lang.as_str(), voice.local)), Some(("en_GB", true)));
    assert!(has_voice("en-US"));
    assert!(!has_voice("es"));
}

#[wasm_bindgen_test]
async fn voices_that_come_late_without_an_event_are_noticed() {
    let (fake, _undo) = install(&[]);
    let (told, on_change) = diary();
    let watch = on_voices_changed(move || on_change(()));
    wait(400).await;
    assert!(told.borrow().is_empty());
    Reflect::set(&fake, &"voices".into(), &[voice("a", "en", true)].iter().collect::<Array>())
        .unwrap();
    wait(600).await;
    assert_eq!(told.borrow().len(), 1);
    fire(&fake, "voiceschanged", &JsValue::UNDEFINED);
    assert_eq!(told.borrow().len(), 2);
    drop(watch);
    fire(&fake, "voiceschanged", &JsValue::UNDEFINED);
    assert_eq!(told.borrow().len(), 2);
}

#[wasm_bindgen_test]
async fn a_phone_without_voices_is_asked_for_two_seconds_and_no_longer() {
    let (fake, _undo) = install(&[]);
    let none = recorder(&Array::new());
    let _none = replace(&fake, "getVoices", none.clone());
    let asked = || Array::from(&get(&none, "calls")).length();
    let _watch = on_voices_changed(|| ());
    wait_until(|| asked() == 9).await;
    assert_eq!(asked(), 9, "at once, and eight times a quarter of a second apart");
    wait(600).await;
    assert_eq!(asked(), 9);
}
