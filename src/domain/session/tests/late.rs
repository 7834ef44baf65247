//! Late ticks, gaps and strange clocks.

use super::*;

#[test]
fn late_ticks_shift_nothing_that_follows() {
    // S5
    let mut player = Player::started(usual());
    for _ in 0..500 {
        player.sleep(401);
    }
    assert_eq!(player.place(), (3, Phase::Work, Side::Both, 222_000 - 200_500));
}

#[test]
fn exactly_five_seconds_late_catches_up_and_a_millisecond_more_stands() {
    // S13
    let mut player = Player::started(usual());
    player.run(500);
    let due = player.session.next_deadline().unwrap();
    assert_eq!(due.since(player.now), Span::from_millis(500));
    player.sleep(500 + 5_000);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 4_000));
    assert_eq!(player.view().state, State::Running);
    let effects = player.sleep(1_000 + 5_001);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 4_000));
    let missed = Span::from_millis(6_001);
    assert_eq!(player.view().state, State::Paused(Why::Stopped { missed }));
    assert_eq!(effects, [Effect::Hush, Effect::Tones(vec![]), Effect::Entered]);
}

#[test]
fn a_gap_of_up_to_five_seconds_is_caught_up_across_several_steps() {
    // S5, S13
    let mut player = Player::started(bare(vec![step(1, 1); 9]));
    player.sleep(4_250);
    assert_eq!(player.place(), (5, Phase::Work, Side::Both, 750));
    assert_eq!(player.view().state, State::Running);
}

#[test]
fn a_freeze_of_twenty_five_seconds_over_several_steps_stands_at_the_last_moment_delivered() {
    // S13
    let mut player = Player::started(bare(vec![step(1, 5); 20]));
    player.run(7_300);
    player.sleep(25_000);
    assert_eq!(player.place(), (2, Phase::Work, Side::Both, 2_700));
    assert_eq!(player.view().state, State::Paused(Why::Stopped { missed: Span::from_secs(25) }));
    let effects = player.press(Command::Resume(ResumeFrom::Here));
    assert_eq!(said(&effects), [], "2.7 s are too short for the name again");
    player.run(2_700);
    assert_eq!(player.place(), (3, Phase::Work, Side::Both, 5_000));
}

#[test]
fn jumping_to_the_clock_lands_where_the_session_would_be_and_fires_nothing_that_was_missed() {
    // S15
    let mut player = Player::started(bare(vec![step(1, 10); 20]));
    player.run(7_300);
    player.sleep(25_000);
    player.now = player.now + Span::from_millis(4_000);
    let effects = player.press(Command::Resume(ResumeFrom::Clock));
    assert_eq!(player.place(), (4, Phase::Work, Side::Both, 3_700));
    assert_eq!(player.view().state, State::Running);
    assert_eq!(said(&effects), [CueKind::Resumed]);
    assert!(effects.iter().all(|it| !matches!(it, Effect::Pulse(_))));
    assert_eq!(player.summary().worked, Span::from_millis(36_300));
}

#[test]
fn jumping_to_the_clock_just_after_a_line_or_a_boundary_does_not_make_up_for_it() {
    // S15
    let mut player = Player::started(bare(vec![step(1, 60), step(2, 60)]));
    player.run(7_000);
    player.sleep(23_500);
    let mut at_boundary = Player { session: player.session.clone(), now: player.now };
    let effects = player.press(Command::Resume(ResumeFrom::Clock));
    assert_eq!(said(&effects), [CueKind::Resumed], "half-way was due half a second ago");
    at_boundary.now = at_boundary.now + Span::from_secs(30);
    let effects = at_boundary.press(Command::Resume(ResumeFrom::Clock));
    assert_eq!(at_boundary.place(), (2, Phase::Work, Side::Both, 59_500));
    assert_eq!(said(&effects), [CueKind::Resumed]);
    assert!(effects.iter().all(|it| !matches!(it, Effect::Pulse(_))));
}

#[test]
fn jumping_to_a_clock_past_the_end_completes_the_session_in_silence() {
    // S15
    let mut player = Player::started(usual());
    player.run(3_000);
    player.sleep(3_600_000);
    let effects = player.press(Command::Resume(ResumeFrom::Clock));
    assert_eq!(said(&effects), []);
    assert_eq!(ended(&effects).map(|it| it.ending), Some(Ending::Completed));
    assert_eq!(player.view().total_left, Span::ZERO);
}

#[test]
fn a_command_that_comes_with_the_gap_is_done_as_if_pressed_while_paused() {
    // S14
    let gapped = |command: Command| {
        let mut player = Player::started(usual());
        player.run(3_000);
        player.now = player.now + Span::from_secs(60);
        player.press(command);
        (player.view().state, player.place())
    };
    let stopped = State::Paused(Why::Stopped { missed: Span::from_secs(60) });
    let here = (1, Phase::GetReady, Side::Both, 7_000);
    assert_eq!(gapped(Command::Pause), (stopped, here));
    assert_eq!(gapped(Command::Start), (stopped, here));
    assert_eq!(gapped(Command::EaseOff), (stopped, here));
    assert_eq!(gapped(Command::Resume(ResumeFrom::Here)), (State::Running, here));
    let second = (2, Phase::GetReady, Side::Left, 12_000);
    assert_eq!(gapped(Command::Next), (State::Paused(Why::Person), second));
    let longer = (1, Phase::GetReady, Side::Both, 22_000);
    assert_eq!(gapped(Command::Extend), (stopped, longer));
    assert_eq!(gapped(Command::End).0, State::Done(Ending::EndedEarly));
}

#[test]
fn after_moving_elsewhere_the_clock_no_longer_matters() {
    // S14, S15
    let mut player = Player::started(usual());
    player.sleep(60_000);
    player.press(Command::Next);
    player.press(Command::Resume(ResumeFrom::Clock));
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Left, 12_000));
}

#[test]
fn a_look_during_a_gap_shows_the_place_where_the_session_will_stand() {
    // S19
    let player = Player::started(usual());
    let left = |millis| player.session.view(player.now + Span::from_millis(millis)).left.millis();
    assert_eq!(left(4_000), 6_000);
    assert_eq!(left(6_000), 4_000);
    assert_eq!(left(6_001), 10_000);
}

#[test]
fn time_left_never_goes_up_while_ticks_are_late_by_up_to_five_seconds() {
    // S19
    let mut player = Player::started(bare(vec![step(1, 60)]));
    let mut last = u32::MAX;
    for delay in [350, 1000, 5_000, 17, 4_999, 0, 2_500].into_iter().cycle().take(20) {
        for part in 0..10_u32 {
            let left = player.session.view(player.now + Span::from_millis(delay * part / 10)).left;
            assert!(left.millis() <= last);
            last = left.millis();
        }
        player.sleep(delay);
    }
}

#[test]
fn a_moment_before_the_last_one_counts_as_the_last_one() {
    // S12
    let mut player = Player::started(usual());
    player.run(5_000);
    assert_eq!(player.session.handle(Command::Tick, Moment::default()), []);
    assert_eq!(player.place().3, 5_000);
    player.session.handle(Command::Pause, Moment::from_millis(1));
    assert_eq!(player.place().3, 5_000);
}

#[test]
fn the_farthest_moments_make_nothing_overflow() {
    // S12
    for command in
        [Command::Tick, Command::Next, Command::Resume(ResumeFrom::Clock), Command::Extend]
    {
        let mut player = Player::started(usual());
        player.now = Moment::from_millis(u64::MAX);
        player.press(command.clone());
        player.press(Command::Resume(ResumeFrom::Clock));
        player.press(command);
        assert!(player.view().progress_permille() <= 1000);
        let mut late = Player::new(usual());
        late.now = Moment::from_millis(u64::MAX - 10_000);
        late.press(Command::Start);
        late.run(5_000);
        assert_eq!(late.place().3, 5_000);
    }
}

#[test]
fn a_pause_of_fifty_days_loses_nothing() {
    // S5, S11
    let mut player = Player::started(usual());
    player.run(12_345);
    player.press(Command::Pause);
    player.now = Moment::from_millis(player.now.millis() + 50 * 86_400_000);
    player.press(Command::Tick);
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 57_655));
    player.press(Command::Resume(ResumeFrom::Here));
    player.run(7_655);
    assert_eq!(player.place().3, 50_000);
}

#[test]
fn the_deadline_is_never_more_than_a_second_ahead_and_falls_on_what_is_shown() {
    // S13
    let mut player = Player::started(usual());
    player.run(250);
    assert_eq!(player.session.next_deadline(), Some(player.now + Span::from_millis(750)));
    player.press(Command::Pause);
    assert_eq!(player.session.next_deadline(), None);
    player.press(Command::Resume(ResumeFrom::Here));
    let mut calls = 0;
    while let Some(due) = player.session.next_deadline() {
        assert!(due > player.now && due.since(player.now) <= Span::from_secs(1));
        player.now = due;
        player.press(Command::Tick);
        calls += 1;
    }
    assert!((249..300).contains(&calls), "{calls}");
}
