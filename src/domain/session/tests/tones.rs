//! Tones and vibration.

use super::*;
use crate::domain::cue::{Tone, ToneAt};

fn tones(effects: &[Effect]) -> Option<Vec<ToneAt>> {
    effects
        .iter()
        .find_map(|it| if let Effect::Tones(tones) = it { Some(tones.clone()) } else { None })
}

fn offsets(player: &Player, effects: &[Effect]) -> Vec<(u32, Tone)> {
    let tones = tones(effects).unwrap();
    tones.iter().map(|it| (it.at.since(player.now).millis(), it.tone)).collect()
}

const COUNT: Tone = Tone::Count;

#[test]
fn the_start_hands_over_the_tones_of_the_get_ready_and_the_whole_first_hold() {
    // S27, S28
    let mut player = Player::new(usual());
    let effects = player.press(Command::Start);
    assert_eq!(
        offsets(&player, &effects),
        [
            (7_000, COUNT),
            (8_000, COUNT),
            (9_000, COUNT),
            (10_000, Tone::Start),
            (40_000, Tone::Half),
            (67_000, COUNT),
            (68_000, COUNT),
            (69_000, COUNT),
            (70_000, Tone::End),
        ]
    );
}

#[test]
fn very_short_segments_are_covered_for_at_least_six_seconds() {
    // S28
    let mut player = Player::new(bare(vec![step(1, 1); 30]));
    let effects = player.press(Command::Start);
    let starts = offsets(&player, &effects);
    assert_eq!(starts.first(), Some(&(0, Tone::Start)));
    assert_eq!(starts.last(), Some(&(6_000, Tone::Start)));
}

#[test]
fn every_tone_of_a_session_was_handed_over_at_least_two_seconds_early_after_the_start() {
    // S28
    let mut player = Player::new(plan(vec![each_side(1, 20), step(2, 45)]));
    let mut pending: Vec<(ToneAt, Moment)> = Vec::new();
    let mut sounded = Vec::new();
    let mut effects = player.press(Command::Start);
    loop {
        let now = player.now;
        if let Some(new) = tones(&effects) {
            pending.retain(|(tone, _)| tone.at <= now);
            pending.extend(new.into_iter().map(|tone| (tone, now)));
        }
        let Some(due) = player.session.next_deadline() else { break };
        let (over, later): (Vec<_>, Vec<_>) =
            pending.into_iter().partition(|(tone, _)| tone.at <= due);
        sounded.extend(over);
        pending = later;
        player.now = due;
        effects = player.press(Command::Tick);
    }
    let start = Moment::from_millis(7_000);
    let heard: Vec<_> =
        sounded.iter().map(|(tone, _)| (tone.at.since(start).millis(), tone.tone)).collect();
    assert!(heard.is_sorted_by_key(|(at, _)| *at));
    assert!(heard.windows(2).all(|pair| pair[0] != pair[1]), "none twice");
    let bells: Vec<_> = heard.iter().filter(|(_, tone)| *tone != COUNT).copied().collect();
    assert_eq!(
        bells,
        [
            (10_000, Tone::Start),
            (30_000, Tone::Switch),
            (38_000, Tone::Start),
            (58_000, Tone::End),
            (70_000, Tone::Start),
            (92_500, Tone::Half),
            (115_000, Tone::End),
            (127_000, Tone::Start),
            (142_000, Tone::Finish),
        ]
    );
}

#[test]
fn pausing_takes_all_tones_back_and_going_on_hands_them_over_anew() {
    // S28
    let mut player = Player::started(usual());
    player.run(12_000);
    assert_eq!(tones(&player.press(Command::Pause)), Some(vec![]));
    player.sleep(5_000);
    let effects = player.press(Command::Resume(ResumeFrom::Here));
    assert_eq!(offsets(&player, &effects)[0], (28_000, Tone::Half));
}

#[test]
fn going_on_does_not_sound_again_what_was_before_the_pause() {
    // S28
    let mut player = Player::started(usual());
    player.run(10_000 + 35_000);
    player.press(Command::Pause);
    let effects = player.press(Command::Resume(ResumeFrom::Here));
    assert_eq!(offsets(&player, &effects)[0], (22_000, COUNT));
}

#[test]
fn an_extension_moves_the_tones_at_once() {
    // S28
    let mut player = Player::started(usual());
    player.run(9_500);
    let effects = player.press(Command::Extend);
    assert_eq!(offsets(&player, &effects)[0], (12_500, COUNT));
}

#[test]
fn a_hold_that_is_jumped_into_sounds_its_start_also_after_a_pause() {
    // S27
    let mut player = Player::started(bare(vec![step(1, 20), step(2, 20)]));
    let effects = player.press(Command::Next);
    assert_eq!(offsets(&player, &effects)[0], (0, Tone::Start));
    assert!(effects.contains(&Effect::Pulse(Tone::Start)));
    player.press(Command::Pause);
    player.press(Command::Back);
    let effects = player.press(Command::Resume(ResumeFrom::Here));
    assert_eq!(offsets(&player, &effects)[0], (0, Tone::Start));
}

#[test]
fn pausing_in_the_first_instant_of_a_hold_sounds_its_start_only_once() {
    // S27
    let mut player = Player::started(bare(vec![step(1, 20)]));
    player.press(Command::Pause);
    let effects = player.press(Command::Resume(ResumeFrom::Here));
    assert_eq!(offsets(&player, &effects)[0].1, COUNT);
}

#[test]
fn vibration_comes_with_a_boundary_that_is_on_time() {
    // S29
    let mut player = Player::started(usual());
    assert!(player.run(10_000).contains(&Effect::Pulse(Tone::Start)));
    player.run(59_000);
    let mut late = Player { session: player.session.clone(), now: player.now };
    assert!(player.sleep(1_000).contains(&Effect::Pulse(Tone::End)));
    assert!(!late.sleep(3_000).contains(&Effect::Pulse(Tone::End)));
}

#[test]
fn skipping_to_the_end_sounds_the_finish_at_once() {
    // S27
    let mut player = Player::started(bare(vec![step(1, 20)]));
    let effects = player.press(Command::Next);
    assert_eq!(offsets(&player, &effects), [(0, Tone::Finish)]);
}
