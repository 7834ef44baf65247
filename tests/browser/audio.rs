//! Reliability C10 and ecosystem 5.5 to 5.7: the audio context's own life.

use js_sys::Array;
use unknot::domain::cue::Tone;
use unknot::domain::time::Span;
use unknot::platform::audio::{AudioError, Health, Mode, Set, Tones};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Undo, audio_ahead, audio_session, block, force_state, get, keep_contexts, list, navigator, now,
    number, record_starts, recorder, replace, text, thrower, wait, wait_until, window,
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

/// Checks how far tones are off, once the audio clock has kept steady for a whole round.
///
/// On a machine with too much to do the audio clock itself slips; then `round` answers `None` and is repeated.
async fn on_time(round: impl AsyncFn(&mut Tones, &JsValue) -> Option<Vec<f64>>) {
    for _ in 0..25 {
        let contexts = keep_contexts();
        let mut tones = running().await;
        let context = contexts.recorded("kept").get(0);
        let before = audio_ahead(&context);
        wait(400).await;
        if !steady(before, audio_ahead(&context)) {
            continue;
        }
        if let Some(found) = round(&mut tones, &context).await {
            assert!(found.iter().all(|off| off.abs() < 10.0), "off by {found:?} ms");
            return;
        }
    }
    panic!("the audio clock never kept steady: this machine is too busy to judge");
}

/// Whether two readings of the audio clock agree.
fn steady(one: f64, other: f64) -> bool {
    (one - other).abs() < 3.0
}

#[wasm_bindgen_test]
async fn tones_start_within_10_ms_of_their_due_time_on_the_audio_clock() {
    on_time(async |_, _| {
        let contexts = keep_contexts();
        let record = record_starts();
        // Scheduled in the Start tap, before the sound has opened.
        let mut tones = tones();
        let began = now();
        tones.schedule(&[(span(2_000.0), Tone::Count), (span(5_500.0), Tone::Start)]);
        wait_until(|| tones.health() == Health::Running).await;
        let context = contexts.recorded("kept").get(0);
        let before = audio_ahead(&context);
        wait(150).await;
        let between = audio_ahead(&context);
        // By the end the first readings have set right what was scheduled while the sound was opening.
        wait(700).await;
        let ahead = audio_ahead(&context);
        let due = [2_000.0, 5_500.0, 5_500.0, 5_500.0].map(|due| due + began);
        let live = live(&record);
        assert_eq!(live.len(), 4, "a click has one oscillator, a bell three");
        let off = |(start, due): (&JsValue, f64)| number(start, "when") * 1_000.0 - ahead - due;
        (steady(before, ahead) && steady(between, ahead))
            .then(|| live.iter().zip(due).map(off).collect())
    })
    .await;
}

#[wasm_bindgen_test]
async fn tones_scheduled_one_by_one_are_on_time_while_the_page_is_busy() {
    on_time(async |tones, context| {
        let first = audio_ahead(context);
        let mut found = Vec::new();
        for busy in [350.0, 13.0, 350.0] {
            block(busy);
            let record = record_starts();
            let due = now() + 3_000.0;
            tones.schedule(&[(span(3_000.0), Tone::Count)]);
            let when = number(&record.recorded("starts").get(0), "when") * 1_000.0;
            let ahead = audio_ahead(context);
            if !steady(first, ahead) {
                return None;
            }
            found.push(when - ahead - due);
            wait(1).await;
        }
        Some(found)
    })
    .await;
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
    let mut tones = running().await;
    wait(300).await;
    for late in [0.0, 3.0, 9.0, 25.0] {
        let record = record_starts();
        let due = now() + 150.0;
        tones.schedule(&[(span(150.0), Tone::Count)]);
        block(due + late - now());
        let again = (late < 1.0).then_some((Span::ZERO, Tone::Count));
        tones.schedule(again.as_slice());
        assert_eq!(live(&record).len(), 1, "{late} ms late");
        wait(150).await;
    }
}

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
