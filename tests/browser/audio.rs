//! Reliability C10 and ecosystem 5.5 to 5.7: the audio context's own life.

use js_sys::Array;
use unknot::domain::cue::Tone;
use unknot::domain::time::Span;
use unknot::platform::audio::{AudioError, Health, Mode, Set, Tones};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Undo, ask, audio_session, block, force_state, get, keep_contexts, list, navigator, now, number,
    record_starts, recorder, replace, stepped_contexts, text, thrower, wait, wait_until, window,
};

fn tones() -> Tones {
    Tones::unlock(Mode::Mix, Set::SoftBell, 70).unwrap()
}

/// Whole milliseconds, rounded.
fn span(millis: f64) -> Span {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few seconds in a test"
    )]
    Span::from_millis(millis.round() as u32)
}

async fn running() -> Tones {
    let tones = tones();
    wait_until(|| tones.health() == Health::Running).await;
    assert_eq!(
        tones.health(),
        Health::Running,
        "this browser must play sound without a tap (webdriver.json)"
    );
    tones
}

/// Fault: C10
#[wasm_bindgen_test]
fn no_audio_context_is_an_error_and_not_a_panic() {
    let _undo = replace(&window(), "AudioContext", JsValue::UNDEFINED);
    assert_eq!(Tones::unlock(Mode::Mix, Set::Tick, 50).err(), Some(AudioError::Unsupported));
}

#[wasm_bindgen_test]
fn an_audio_context_that_throws_is_an_error_and_not_a_panic() {
    let _undo = replace(&window(), "AudioContext", throwing_class());
    assert_eq!(Tones::unlock(Mode::Mix, Set::Tick, 50).err(), Some(AudioError::Refused));
}

/// An arrow function, which `new` refuses.
fn throwing_class() -> JsValue {
    thrower("NotSupportedError")
}

/// The coarsest step of an audio clock that was measured, in milliseconds.
const STEP: f64 = 19.0;

/// How far off its due time, in milliseconds, each tone is that has not been taken back.
fn off(record: &Undo, context: &JsValue, due: &[f64]) -> Vec<f64> {
    let live = live(record);
    assert_eq!(live.len(), due.len());
    live.iter()
        .zip(due)
        .map(|(start, due)| ask(context, "onPage", &[number(start, "when")]) - due)
        .collect()
}

#[wasm_bindgen_test]
async fn tones_scheduled_before_the_sound_has_opened_start_within_10_ms_of_their_due_time() {
    let contexts = stepped_contexts(STEP);
    let record = record_starts();
    let mut tones = tones();
    let began = now();
    tones.schedule(&[(span(8_000.0), Tone::Count), (span(9_500.0), Tone::Start)]);
    block(130.0);
    let context = contexts.recorded("kept").get(0);
    ask(&context, "open", &[]);
    assert_eq!(record.recorded("starts").length(), 4, "a click has one oscillator, a bell three");
    // The first readings set right what was scheduled with the one reading at the opening.
    wait(1_500).await;
    let due = [8_000.0, 9_500.0, 9_500.0, 9_500.0].map(|due| began + due);
    let off = off(&record, &context, &due);
    assert!(off.iter().all(|off| off.abs() < 10.0), "{off:?}");
}

#[wasm_bindgen_test]
async fn tones_scheduled_one_by_one_while_the_page_is_busy_start_within_10_ms_of_their_due_time() {
    let contexts = stepped_contexts(STEP);
    let mut tones = tones();
    let context = contexts.recorded("kept").get(0);
    ask(&context, "open", &[]);
    wait(500).await;
    for busy in [350.0, 13.0, 351.0, 5.0, 352.0, 17.0, 353.0, 1.0] {
        block(busy);
        let record = record_starts();
        let due = now() + 3_000.0;
        tones.schedule(&[(span(3_000.0), Tone::Count)]);
        let off = off(&record, &context, &[due]);
        assert!(off.iter().all(|off| off.abs() < 10.0), "{off:?} after {busy} ms");
        wait(1).await;
    }
}

#[wasm_bindgen_test]
async fn the_real_audio_clock_is_read_in_seconds_of_real_time() {
    let mut tones = running().await;
    wait(300).await;
    let record = record_starts();
    tones.schedule(&[(span(3_000.0), Tone::Count)]);
    let start = record.recorded("starts").get(0);
    let off = (number(&start, "when") - number(&start, "now") - 3.0) * 1_000.0;
    // Wide, because the real clock of a busy machine slips; the stepped clock above holds the 10 ms.
    assert!(off.abs() < 500.0, "{off} ms");
}

fn live(record: &Undo) -> Vec<JsValue> {
    record.recorded("starts").iter().filter(|start| !get(start, "stopped").is_truthy()).collect()
}

#[wasm_bindgen_test]
async fn a_tone_that_is_wanted_again_is_not_played_twice() {
    let mut tones = running().await;
    let record = record_starts();
    let due = now() + 5_000.0;
    for _ in 0..6 {
        tones.schedule(&[
            (span(due - now()), Tone::Count),
            (span(due + 900.0 - now()), Tone::Count),
        ]);
    }
    let live =
        record.recorded("starts").iter().filter(|start| !get(start, "stopped").is_truthy()).count();
    assert_eq!(live, 2);
}

#[wasm_bindgen_test]
async fn a_tone_that_has_just_begun_is_neither_cut_nor_doubled_by_the_next_schedule() {
    let contexts = stepped_contexts(STEP);
    let mut tones = tones();
    ask(&contexts.recorded("kept").get(0), "open", &[]);
    wait(500).await;
    for late in [0.0, 3.0, 9.0, 25.0] {
        let record = record_starts();
        let due = now() + 150.0;
        tones.schedule(&[(span(150.0), Tone::Count)]);
        block(due + late - now());
        let again = (late < 1.0).then_some((Span::ZERO, Tone::Count));
        tones.schedule(again.as_slice());
        assert_eq!(live(&record).len(), 1, "{late} ms late");
        wait(600).await;
    }
}

/// Fault: C10, X1
#[wasm_bindgen_test]
async fn a_dead_or_interrupted_sound_is_opened_anew_in_a_tap_with_what_is_still_to_come() {
    // Ecosystem 5.6
    let contexts = keep_contexts();
    let mut tones = running().await;
    tones.schedule(&[(Span::from_secs(60), Tone::End)]);
    let record = record_starts();
    let old = contexts.recorded("kept").get(0);
    let state = force_state(&old, "interrupted");
    assert_eq!(tones.mend_in_tap(), Ok(()));
    drop(state);
    wait_until(|| tones.health() == Health::Running).await;
    wait(300).await;
    assert_eq!(contexts.recorded("kept").length(), 2);
    assert_eq!(text(&old, "state"), "closed");
    assert_eq!(tones.health(), Health::Running);
    assert_eq!(live(&record).len(), 3);
    assert_eq!(tones.mend_in_tap(), Ok(()));
    assert_eq!(contexts.recorded("kept").length(), 2, "a sound that runs is left alone");
}

/// Fault: C10
#[wasm_bindgen_test]
async fn while_the_sound_is_held_back_nothing_throws_and_later_tones_still_come_on_time() {
    // C10
    let contexts = keep_contexts();
    let mut tones = running().await;
    let context = contexts.recorded("kept").get(0);
    let record = record_starts();
    suspend(&context).await;
    assert_eq!(tones.health(), Health::Suspended);
    tones.schedule(&[(Span::from_millis(50), Tone::Half), (Span::from_millis(4_000), Tone::End)]);
    assert_eq!(record.recorded("starts").length(), 0);
    wait(600).await;
    tones.revive();
    wait_until(|| tones.health() == Health::Running).await;
    wait(300).await;
    let starts = live(&record);
    assert_eq!(starts.len(), 3, "the bell that was missed is not played late");
    let start = starts.first().cloned().unwrap();
    assert!((number(&start, "hertz") - 440.0).abs() < 0.01);
    let wait = number(&start, "when") - number(&start, "now");
    assert!(wait > 0.5 && wait < 3.4, "4 s less the time the sound was away, not {wait}");
}

async fn suspend(context: &JsValue) {
    let method: js_sys::Function = get(context, "suspend").into();
    let promise = method.call0(context).unwrap();
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(promise)).await.unwrap();
    wait(20).await;
}

/// Fault: C10, X1
#[wasm_bindgen_test]
async fn an_interrupted_sound_is_told_and_not_resumed() {
    // Ecosystem 5.6: resuming it breaks it.
    let contexts = keep_contexts();
    let mut tones = running().await;
    let context = contexts.recorded("kept").get(0);
    let resume = recorder(&JsValue::UNDEFINED);
    let _resume = replace(&context, "resume", resume.clone());
    for (state, health, resumed) in [
        ("interrupted", Health::Interrupted, 0),
        ("closed", Health::Dead, 0),
        ("suspended", Health::Suspended, 1),
    ] {
        let _state = force_state(&context, state);
        assert_eq!(tones.health(), health);
        tones.revive();
        tones.schedule(&[(Span::from_secs(1), Tone::Start)]);
        assert_eq!(Array::from(&get(&resume, "calls")).length(), resumed);
    }
}

/// Fault: X3
#[wasm_bindgen_test]
async fn a_context_that_claims_to_run_while_its_clock_stands_still_is_dead() {
    // Ecosystem 5.6
    let contexts = keep_contexts();
    let tones = running().await;
    let context = contexts.recorded("kept").get(0);
    wait(400).await;
    assert_eq!(tones.health(), Health::Running, "control: a clock that moves");
    let _frozen = replace(&context, "currentTime", number(&context, "currentTime"));
    assert_eq!(tones.health(), Health::Running);
    wait(400).await;
    assert_eq!(tones.health(), Health::Dead);
}

#[wasm_bindgen_test]
async fn dropping_the_tones_closes_the_context() {
    let contexts = keep_contexts();
    let tones = running().await;
    drop(tones);
    let context = contexts.recorded("kept").get(0);
    wait_until(|| text(&context, "state") == "closed").await;
    assert_eq!(text(&contexts.recorded("kept").get(0), "state"), "closed");
}

#[wasm_bindgen_test]
fn the_tones_mix_with_music_unless_they_must_always_be_heard() {
    // Ecosystem 5.7
    for (known, mode, expected) in [
        (&["auto", "transient", "ambient", "playback"][..], Mode::Mix, &["transient"][..]),
        (&["auto", "ambient", "playback"][..], Mode::Mix, &["transient", "ambient"][..]),
        (&["auto", "transient", "ambient", "playback"][..], Mode::AlwaysHeard, &["playback"][..]),
    ] {
        let session = audio_session(&list(known));
        let _undo = replace(&navigator(), "audioSession", session.clone());
        let tones = Tones::unlock(mode, Set::SoftBell, 50);
        let asked: Vec<String> = Array::from(&get(&session, "asked"))
            .iter()
            .filter_map(|kind| kind.as_string())
            .collect();
        assert_eq!(asked, expected);
        drop(tones);
        assert_eq!(text(&session, "type"), "auto");
    }
}

#[wasm_bindgen_test]
fn a_context_whose_resume_or_nodes_are_refused_is_no_panic() {
    let real = get(&get(&window(), "BaseAudioContext"), "prototype");
    for name in ["createOscillator", "createBiquadFilter", "createBufferSource", "createBuffer"] {
        let _undo = replace(&real, name, thrower("InvalidStateError"));
        let mut tones = tones();
        tones.schedule(&[(Span::ZERO, Tone::Count), (Span::ZERO, Tone::Finish)]);
        tones.silence();
    }
    let _undo = replace(&real, "createGain", thrower("InvalidStateError"));
    assert_eq!(Tones::unlock(Mode::Mix, Set::Tick, 50).err(), Some(AudioError::Refused));
}
