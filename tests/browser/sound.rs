//! What is really heard: the tones rendered to samples.

use unknot::domain::cue::Tone;
use unknot::domain::time::Span;
use unknot::platform::audio::{Mode, Set, Tones};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{offline_contexts, onsets, record_starts};

const ALL: [Tone; 6] =
    [Tone::Start, Tone::Half, Tone::Count, Tone::End, Tone::Switch, Tone::Finish];

/// Renders what `play` schedules and answers where sound begins, in milliseconds.
async fn heard(seconds: f64, set: Set, volume: u8, play: impl FnOnce(&mut Tones)) -> Vec<f64> {
    let contexts = offline_contexts(seconds);
    let mut tones = Tones::unlock(Mode::Mix, set, volume).unwrap();
    play(&mut tones);
    onsets(&contexts.recorded("kept").get(0)).await
}

fn at(millis: u32, tone: Tone) -> (Span, Tone) {
    (Span::from_millis(millis), tone)
}

fn near(heard: &[f64], due: &[f64]) -> bool {
    heard.len() == due.len() && heard.iter().zip(due).all(|(heard, due)| (heard - due).abs() < 10.0)
}

#[wasm_bindgen_test]
async fn scheduled_tones_are_heard_within_10_ms_of_their_due_time() {
    for set in [Set::SoftBell, Set::Tick] {
        let found = heard(8.0, set, 70, |tones| {
            tones.schedule(&[
                at(250, Tone::Start),
                at(3_000, Tone::Count),
                at(4_000, Tone::Count),
                at(5_000, Tone::Count),
                at(6_000, Tone::End),
            ]);
        })
        .await;
        assert!(near(&found, &[250.0, 3_000.0, 4_000.0, 5_000.0, 6_000.0]), "{set:?}: {found:?}");
    }
}

#[wasm_bindgen_test]
async fn a_new_schedule_replaces_the_old_one() {
    let found = heard(4.0, Set::Tick, 70, |tones| {
        tones.schedule(&[at(500, Tone::Start), at(1_000, Tone::End)]);
        tones.schedule(&[at(2_000, Tone::Switch)]);
    })
    .await;
    // The offline clock stands still between the two calls, so the whole may be late by the time they took.
    let [first, second] = found[..] else { panic!("{found:?}") };
    assert!((1_990.0..2_040.0).contains(&first), "{found:?}");
    assert!((second - first - 280.0).abs() < 10.0, "{found:?}");
}

#[wasm_bindgen_test]
async fn silence_takes_everything_back() {
    let found = heard(3.0, Set::SoftBell, 100, |tones| {
        tones.schedule(&[at(200, Tone::Start), at(1_000, Tone::Finish)]);
        tones.silence();
    })
    .await;
    assert!(found.is_empty(), "{found:?}");
}

#[wasm_bindgen_test]
async fn at_volume_0_nothing_is_heard_and_at_100_nothing_is_distorted() {
    let quiet = heard(2.0, Set::SoftBell, 0, |tones| tones.schedule(&[at(200, Tone::Start)])).await;
    assert!(quiet.is_empty());
    for tone in ALL {
        let peak = loudest(Set::SoftBell, tone).await.max(loudest(Set::Tick, tone).await);
        assert!(peak > 0.1 && peak <= 1.0, "{tone:?} peaks at {peak}");
    }
}

async fn loudest(set: Set, tone: Tone) -> f64 {
    let contexts = offline_contexts(3.0);
    let mut tones = Tones::unlock(Mode::Mix, set, 100).unwrap();
    tones.schedule(&[at(0, tone)]);
    crate::support::peak(&contexts.recorded("kept").get(0)).await
}

#[wasm_bindgen_test]
fn every_tone_differs_from_every_other_by_pitch_or_number() {
    for set in [Set::SoftBell, Set::Tick] {
        let mut melodies: Vec<Vec<(i64, i64)>> = Vec::new();
        for tone in ALL {
            let contexts = offline_contexts(1.0);
            let record = record_starts();
            let mut tones = Tones::unlock(Mode::Mix, set, 70).unwrap();
            tones.schedule(&[at(0, tone)]);
            let starts = record.recorded("starts");
            let melody = starts.iter().map(|start| {
                let whole = |name| crate::support::number(&start, name);
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "pitches and milliseconds of a test"
                )]
                ((whole("when") * 1_000.0) as i64, whole("hertz") as i64)
            });
            melodies.push(melody.collect());
            drop(tones);
            drop(record);
            drop(contexts);
        }
        let count = melodies.len();
        melodies.sort();
        melodies.dedup();
        assert_eq!(melodies.len(), count);
    }
}

#[wasm_bindgen_test]
fn a_hundred_rounds_of_pause_and_go_are_no_panic() {
    // C12
    let contexts = offline_contexts(1.0);
    let mut tones = Tones::unlock(Mode::Mix, Set::SoftBell, 255).unwrap();
    for round in 0..100 {
        tones.schedule(&ALL.map(|tone| at(round * 10, tone)));
        tones.schedule(&[]);
        tones.silence();
        tones.set_volume(30);
        assert_eq!(tones.mend_in_tap(), Ok(()));
    }
    drop(tones);
    drop(contexts);
}
