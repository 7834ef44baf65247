//! What is spoken, and when.

use super::*;
use crate::domain::cue::Cue;

/// Everything said while a session runs, with the moment since its start.
fn transcript(player: &mut Player, millis: u32) -> Vec<(u32, CueKind)> {
    let start = player.now;
    let until = start + Span::from_millis(millis);
    let mut lines = Vec::new();
    while let Some(due) = player.session.next_deadline().filter(|&due| due <= until) {
        player.now = due;
        let effects = player.press(Command::Tick);
        lines.extend(said(&effects).into_iter().map(|kind| (due.since(start).millis(), kind)));
    }
    lines
}

fn say(effects: &[Effect]) -> Option<Cue> {
    effects.iter().find_map(|it| if let Effect::Say(cue) = it { Some(*cue) } else { None })
}

#[test]
fn a_step_for_each_side_is_led_through_with_every_line_once_and_in_order() {
    // S20, S23
    let mut player = Player::new(plan(vec![each_side(4, 30)]));
    let first = say(&player.press(Command::Start)).unwrap();
    assert_eq!(
        (first.kind, first.exercise, first.side),
        (CueKind::Name, ExerciseId(4), Side::Left)
    );
    assert_eq!(first.must_end_by, Some(Span::from_secs(10)));
    let lines = transcript(&mut player, 200_000);
    assert_eq!(
        lines,
        [
            (2_500, CueKind::SetUp),
            (11_500, CueKind::Target),
            (18_500, CueKind::Coach(0)),
            (30_000, CueKind::TenSeconds),
            (40_000, CueKind::SwitchTo),
            (49_500, CueKind::Target),
            (56_500, CueKind::Coach(0)),
            (68_000, CueKind::TenSeconds),
            (78_000, CueKind::Aftercare),
            (105_000, CueKind::Finished),
        ]
    );
}

#[test]
fn a_rest_is_announced() {
    // S20
    let rested = PlanStep { rest: Span::from_secs(20), ..step(1, 10) };
    let mut player = Player::started(plan(vec![rested]));
    let effects = player.run(20_000);
    assert_eq!(said(&effects).last(), Some(&CueKind::Rest));
    assert_eq!(player.place(), (1, Phase::Rest, Side::Both, 20_000));
}

#[test]
fn a_line_more_than_one_point_two_seconds_late_is_dropped() {
    // S24
    let mut player = Player::started(usual());
    player.run(2_000);
    let mut later = Player { session: player.session.clone(), now: player.now };
    assert_eq!(said(&player.sleep(500 + 1_200)), [CueKind::SetUp]);
    assert_eq!(said(&later.sleep(500 + 1_201)), []);
    assert_eq!(said(&later.run(5_000)), []);
}

#[test]
fn a_page_woken_once_a_second_at_the_worst_moment_still_says_every_line() {
    // S24
    let mut on_time = Player::started(plan(vec![step(1, 60)]));
    let all: Vec<_> = transcript(&mut on_time, 97_000).into_iter().map(|(_, kind)| kind).collect();
    let mut player = Player::started(plan(vec![step(1, 60)]));
    let mut lines = said(&player.sleep(999));
    for _ in 0..97 {
        lines.extend(said(&player.sleep(1_000)));
    }
    assert_eq!(lines, all);
}

#[test]
fn several_lines_due_at_once_make_one_line_the_most_important() {
    // S24
    let mut crowded = step(1, 60);
    crowded.spoken.name = Span::from_millis(100);
    crowded.spoken.set_up = Span::from_millis(100);
    let mut player = Player::new(bare(vec![crowded]));
    player.press(Command::Start);
    // Set-up is due at 0.6 s and the target at 1.5 s.
    assert_eq!(said(&player.sleep(1_700)), [CueKind::SetUp]);
}

#[test]
fn lines_of_a_segment_that_is_over_are_never_spoken() {
    // S24
    let mut player = Player::started(usual());
    player.run(10_000);
    player.run(48_000);
    let effects = player.sleep(4_900);
    assert_eq!(said(&effects), [], "ten seconds was due 2.9 s ago");
    player.run(7_000);
    assert_eq!(said(&player.sleep(200)), [CueKind::Name]);
}

#[test]
fn going_on_repeats_name_and_side_and_the_set_up_waits_for_it() {
    // S25
    let mut player = Player::started(usual());
    player.run(1_000);
    assert_eq!(player.press(Command::Pause).first(), Some(&Effect::Hush));
    player.sleep(60_000);
    let cue = say(&player.press(Command::Resume(ResumeFrom::Here))).unwrap();
    assert_eq!((cue.kind, cue.exercise), (CueKind::Resumed, ExerciseId(1)));
    assert_eq!(transcript(&mut player, 9_000), [(4_000, CueKind::SetUp)]);
}

#[test]
fn a_step_reached_while_paused_is_named_when_the_session_goes_on() {
    // S20, S26
    let mut player = Player::started(usual());
    player.press(Command::Pause);
    let effects = player.press(Command::Next);
    assert_eq!(effects, [Effect::Hush, Effect::Entered]);
    let cue = say(&player.press(Command::Resume(ResumeFrom::Here))).unwrap();
    assert_eq!((cue.kind, cue.exercise, cue.side), (CueKind::Name, ExerciseId(2), Side::Left));
}

#[test]
fn a_name_cuts_the_ease_off_line_but_coaching_waits_for_nobody() {
    // S24
    let mut player = Player::started(usual());
    player.run(10_000 + 8_000);
    player.press(Command::EaseOff);
    assert_eq!(said(&player.run(4_000)), [], "a coaching line was due at 8.5 s");
    player.run(46_000);
    player.press(Command::EaseOff);
    assert_eq!(said(&player.run(2_000)), [CueKind::Name]);
}

#[test]
fn half_way_and_ten_seconds_move_with_the_end_and_come_once() {
    // S23
    let mut player = Player::started(bare(vec![step(1, 60)]));
    let early = transcript(&mut player, 31_000);
    assert!(early.contains(&(30_000, CueKind::HalfWay)));
    player.press(Command::Extend);
    let late = transcript(&mut player, 44_000);
    let fixed: Vec<_> =
        late.iter().filter(|(_, kind)| !matches!(kind, CueKind::Coach(_))).copied().collect();
    assert_eq!(fixed, [(34_000, CueKind::TenSeconds), (44_000, CueKind::Finished)]);
}

#[test]
fn a_hold_made_longer_early_gets_its_half_way_at_the_new_half() {
    // S23
    let mut player = Player::started(bare(vec![step(1, 35)]));
    player.run(1_000);
    player.press(Command::Extend);
    let lines = transcript(&mut player, 49_000);
    assert!(lines.contains(&(24_000, CueKind::HalfWay)));
    assert!(lines.contains(&(39_000, CueKind::TenSeconds)));
}

#[test]
fn a_half_way_that_an_extension_puts_into_the_past_is_not_spoken() {
    // S23
    let mut player = Player::started(bare(vec![step(1, 35)]));
    player.run(24_900);
    player.run(600);
    player.press(Command::Extend);
    assert!(player.session.next_deadline() > Some(player.now));
    assert!(!said(&player.run(10_000)).contains(&CueKind::HalfWay));
}

#[test]
fn a_late_line_that_would_run_past_the_end_of_its_segment_is_dropped() {
    // S24
    let mut talkative = step(1, 60);
    talkative.spoken.set_up = Span::from_millis(7_000);
    let mut player = Player::started(plan(vec![talkative]));
    player.run(2_000);
    let mut later = Player { session: player.session.clone(), now: player.now };
    assert_eq!(said(&player.sleep(500 + 500)), [CueKind::SetUp]);
    assert_eq!(said(&later.sleep(500 + 501)), []);
}

#[test]
fn moving_on_stops_speech_and_names_the_new_step() {
    // S26, S30
    let mut player = Player::started(usual());
    player.run(500);
    let effects = player.press(Command::Next);
    assert!(matches!(
        effects.as_slice(),
        [Effect::Hush, Effect::Tones(_), Effect::Entered, Effect::Say(cue)] if cue.kind == CueKind::Name
    ));
}

#[test]
fn ending_says_nothing_and_completing_says_finished() {
    // S20, S26
    let mut player = Player::started(usual());
    assert_eq!(said(&player.press(Command::End)), []);
    let mut player = Player::started(bare(vec![step(1, 5)]));
    let effects = player.press(Command::Next);
    assert_eq!(said(&effects), [CueKind::Finished]);
    assert!(matches!(effects.last(), Some(Effect::Ended(_))));
}

#[test]
fn going_on_before_aftercare_says_aftercare_and_no_name_again() {
    // S25
    let mut player = Player::started(plan(vec![step(1, 30)]));
    player.run(10_000 + 30_000 + 1_000);
    player.press(Command::Pause);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 11_000));
    assert_eq!(said(&player.press(Command::Resume(ResumeFrom::Here))), [CueKind::Aftercare]);
}

#[test]
fn going_on_repeats_the_name_as_long_as_it_ends_with_the_hold() {
    // S25: the name takes 2 s and "going on" 1.5 s
    for (left, lines) in [(3_500, vec![CueKind::Resumed]), (3_499, vec![])] {
        let mut player = Player::started(bare(vec![step(1, 60)]));
        player.run(60_000 - left);
        player.press(Command::Pause);
        assert_eq!(said(&player.press(Command::Resume(ResumeFrom::Here))), lines);
    }
}

#[test]
fn a_coaching_line_that_falls_into_the_repeated_name_is_left_out() {
    // S24, S25
    let mut player = Player::started(plan(vec![step(1, 60)]));
    player.run(10_000 + 7_000);
    player.press(Command::Pause);
    assert_eq!(said(&player.press(Command::Resume(ResumeFrom::Here))), [CueKind::Resumed]);
    assert_eq!(transcript(&mut player, 22_999), [], "a coaching line was due after 1.5 s");
}

#[test]
fn a_line_begins_at_the_very_moment_at_which_another_ends() {
    // S24
    let mut player = Player::started(plan(vec![step(1, 60)]));
    player.run(10_000 + 3_500);
    assert_eq!(said(&player.press(Command::EaseOff)), [CueKind::EaseOff]);
    assert_eq!(transcript(&mut player, 5_000), [(5_000, CueKind::Coach(0))]);
}

#[test]
fn a_line_has_time_until_the_next_that_matters_more() {
    // S22, S24
    let mut talkative = step(1, 60);
    talkative.spoken.coaching = vec![Span::from_secs(3); 4];
    let mut player = Player::started(bare(vec![talkative]));
    let effects = player.run(60_000);
    let room = |kind| {
        let cues = effects.iter().filter_map(|it| say(std::slice::from_ref(it)));
        cues.filter(|cue| cue.kind == kind).map(|cue| (cue.at, cue.must_end_by)).next()
    };
    let (first, room_of_first) = room(CueKind::Coach(0)).unwrap();
    let (second, _) = room(CueKind::Coach(1)).unwrap();
    assert!(first < second && second < Span::from_secs(30), "two before half-way");
    assert_eq!(room_of_first, Some(Span::from_secs(30).less(first)));
}

#[test]
fn a_half_way_that_an_extension_puts_at_this_very_moment_is_not_spoken() {
    // S23
    let mut player = Player::started(bare(vec![step(1, 35)]));
    player.run(25_000);
    player.press(Command::Extend);
    assert_eq!(player.view().length, Span::from_secs(50));
    assert!(player.session.next_deadline() > Some(player.now));
    assert!(!said(&player.run(10_000)).contains(&CueKind::HalfWay));
}
