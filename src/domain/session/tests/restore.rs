//! Taking a snapshot and coming back from it.

use super::*;

fn restored(player: &Player) -> Session {
    let snapshot = player.session.snapshot(player.now);
    Session::restore(player.session.plan().clone(), &snapshot).unwrap()
}

#[test]
fn a_restored_session_stands_paused_at_the_same_place_at_every_half_second() {
    // S16
    let mut player = Player::started(usual());
    player.press(Command::EaseOff);
    while player.view().state == State::Running {
        let back = restored(&player).view(Moment::default());
        let view = player.view();
        assert_eq!(back.state, State::Paused(Why::Person));
        assert_eq!(View { state: view.state, segment: view.segment, ..back }, view);
        player.run(500);
    }
}

#[test]
fn a_restored_session_goes_on_to_the_millisecond_on_a_clock_that_begins_anew() {
    // S16
    let mut player = Player::started(usual());
    player.run(12_345);
    let mut back = Player { session: restored(&player), now: Moment::from_millis(3) };
    assert_eq!(said(&back.press(Command::Resume(ResumeFrom::Here))), [CueKind::Resumed]);
    back.run(57_655);
    assert_eq!(back.place(), (2, Phase::GetReady, Side::Left, 12_000));
    assert_eq!(back.summary().steps[0].worked, Span::from_secs(60));
}

#[test]
fn swaps_extensions_and_what_was_dropped_survive() {
    // S16
    let mut player = Player::started(usual());
    player.run(15_000);
    player.press(Command::Swap(Box::new(step(8, 60))));
    player.press(Command::Extend);
    player.press(Command::Finish(Box::new(step(9, 60))));
    player.run(13_000);
    player.press(Command::Extend);
    player.run(1_000);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    assert_eq!(back.place(), player.place());
    assert_eq!(back.summary(), player.summary());
}

#[test]
fn what_was_left_out_with_a_step_stays_out() {
    // S9, S16
    let mut player = Player::started(usual());
    player.run(15_000);
    player.press(Command::LeaveOut(vec![ExerciseId(3)]));
    let back = Player { session: restored(&player), now: Moment::default() };
    assert_eq!(back.place().0, 2);
    let view = back.session.view(back.now);
    assert_eq!((view.steps, view.exercise), (2, ExerciseId(2)));
    assert_eq!(back.session.plan(), player.session.plan());
}

#[test]
fn the_offer_to_end_is_not_made_again_after_a_restore() {
    // S10, S16
    let mut player = Player::started(usual());
    for _ in 0..3 {
        player.press(Command::EaseOff);
    }
    let mut back = restored(&player);
    assert!(!back.handle(Command::EaseOff, Moment::default()).contains(&Effect::EnoughForNow));
}

#[test]
fn no_line_is_repeated_after_a_restore_in_the_middle_of_a_hold() {
    // S23, S16
    let mut player = Player::started(usual());
    player.run(10_000 + 20_000);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    back.press(Command::Resume(ResumeFrom::Here));
    assert_eq!(said(&back.run(39_999)), [CueKind::HalfWay, CueKind::Coach(1), CueKind::TenSeconds]);
}

#[test]
fn a_session_restored_at_the_first_instant_of_a_hold_says_where_it_is_and_no_set_up_again() {
    // S16, S23, S25
    let mut player = Player::started(usual());
    player.run(10_000);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    assert_eq!(said(&back.press(Command::Resume(ResumeFrom::Here))), [CueKind::Resumed]);
    assert_eq!(said(&back.run(8_000)), [CueKind::Target]);
}

#[test]
fn a_session_restored_at_the_very_end_of_a_hold_goes_on_with_the_next_step() {
    // S16
    let mut player = Player::started(usual());
    player.run(69_999);
    let mut snapshot = player.session.snapshot(player.now);
    snapshot.elapsed = snapshot.length;
    let session = Session::restore(usual(), &snapshot).unwrap();
    let mut back = Player { session, now: Moment::default() };
    assert_eq!(said(&back.press(Command::Resume(ResumeFrom::Here))), [CueKind::Name]);
    assert_eq!(back.place(), (2, Phase::GetReady, Side::Left, 12_000));
}

#[test]
fn going_back_to_the_floor_from_aftercare_takes_its_time_also_after_a_restore() {
    // S7, S16
    let mut only = bare(vec![on_floor(step(1, 10))]);
    only.timing.first = Span::from_secs(10);
    only.timing.new_posture = Span::from_secs(20);
    only.timing.same_posture = Span::ZERO;
    only.aftercare = Span::from_secs(15);
    let mut player = Player::started(only);
    player.run(10_000 + 10_000 + 20_000 + 1_000);
    assert_eq!(player.view().phase, Phase::Aftercare);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    for player in [&mut player, &mut back] {
        player.press(Command::Restart);
        player.press(Command::Back);
        assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 20_000));
    }
}

#[test]
fn going_back_from_a_rest_on_the_floor_takes_its_time_also_after_a_restore() {
    // S7, S16
    let floor = PlanStep { rest: Span::from_secs(20), ..on_floor(step(2, 10)) };
    let mut both = bare(vec![step(1, 10), floor]);
    both.timing.first = Span::from_secs(5);
    both.timing.new_posture = Span::from_secs(20);
    let mut player = Player::started(both);
    player.run(5_000 + 10_000);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    back.press(Command::Back);
    assert_eq!(back.place(), (1, Phase::GetReady, Side::Both, 5_000), "still in the chair");
    player.run(20_000 + 10_000 + 1_000);
    assert_eq!(player.view().phase, Phase::Rest);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    for player in [&mut player, &mut back] {
        player.press(Command::Back);
        player.press(Command::Back);
        assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 20_000));
    }
}

#[test]
fn a_snapshot_between_two_ticks_counts_the_work_since_the_last() {
    // S16, S18
    let mut player = Player::started(usual());
    player.run(10_000 + 5_000);
    let snapshot = player.session.snapshot(player.now + Span::from_millis(300));
    assert_eq!((snapshot.elapsed, snapshot.records[0].worked.millis()), (5_300, 5_300));
}

#[test]
fn a_session_that_is_over_is_not_brought_back() {
    // S17
    let mut player = Player::started(usual());
    player.press(Command::End);
    let snapshot = player.session.snapshot(player.now);
    assert_eq!(Session::restore(usual(), &snapshot).err(), Some(RestoreError::Over));
}

#[test]
fn a_snapshot_that_does_not_belong_to_the_plan_is_refused_with_the_reason() {
    // S17
    let mut player = Player::started(usual());
    player.run(20_000);
    let good = player.session.snapshot(player.now);
    let refusal = |snapshot: &Snapshot| Session::restore(usual(), snapshot).err();
    assert_eq!(refusal(&good), None);
    let bad = |change: fn(&mut Snapshot)| {
        let mut snapshot = good.clone();
        change(&mut snapshot);
        refusal(&snapshot)
    };
    assert_eq!(bad(|it| it.step = 9), Some(RestoreError::NoSuchPlace));
    assert_eq!(bad(|it| it.step = u16::MAX), Some(RestoreError::NoSuchPlace));
    assert_eq!(bad(|it| it.side = Side::Right), Some(RestoreError::NoSuchPlace));
    assert_eq!(bad(|it| it.phase = Phase::Rest), Some(RestoreError::NoSuchPlace));
    assert_eq!(bad(|it| it.length = 0), Some(RestoreError::BadTimes));
    assert_eq!(bad(|it| it.length = u32::MAX), Some(RestoreError::BadTimes));
    assert_eq!(bad(|it| it.elapsed = 60_001), Some(RestoreError::BadTimes));
    assert_eq!(bad(|it| it.records.truncate(2)), Some(RestoreError::BadRecords));
    assert_eq!(bad(|it| it.records.swap(0, 1)), Some(RestoreError::BadRecords));
    assert_eq!(bad(|it| it.records = vec![it.records[0]; 201]), Some(RestoreError::BadRecords));
    let empty = Session::restore(plan(vec![]), &good).err();
    assert_eq!(empty, Some(RestoreError::Plan(PlanError::Empty)));
}

#[test]
fn codes_of_stored_words_lead_back_to_the_words() {
    // S16
    for code in 0..=u8::MAX {
        assert!(Phase::from_code(code).is_none_or(|it| it.code() == code));
        assert!(Outcome::from_code(code).is_none_or(|it| it.code() == code));
        assert!(Ending::from_code(code).is_none_or(|it| it.code() == code));
    }
    assert_eq!(Phase::from_code(1), Some(Phase::Work));
    assert_eq!(Outcome::from_code(2), Some(Outcome::TooMuch));
    assert_eq!(Ending::from_code(1), Some(Ending::EndedEarly));
}

#[test]
fn a_session_restored_at_the_first_instant_of_a_second_side_does_not_announce_it_again() {
    // S16, S23
    let mut player = Player::started(plan(vec![each_side(1, 60), step(2, 60)]));
    player.run(10_000 + 60_000 + 8_000);
    assert_eq!(player.place(), (1, Phase::Work, Side::Right, 60_000));
    let mut back = Player { session: restored(&player), now: Moment::default() };
    assert_eq!(said(&back.press(Command::Resume(ResumeFrom::Here))), [CueKind::Resumed]);
}

#[test]
fn a_session_restored_at_the_first_instant_of_a_step_without_get_ready_names_the_step() {
    // S16, S20
    let mut player = Player::started(bare(vec![step(1, 60), step(2, 60)]));
    player.run(60_000);
    let mut back = Player { session: restored(&player), now: Moment::default() };
    assert_eq!(back.place(), (2, Phase::Work, Side::Both, 60_000));
    assert_eq!(said(&back.press(Command::Resume(ResumeFrom::Here))), [CueKind::Name]);
}

#[test]
fn a_restored_hold_that_is_made_longer_still_tells_half_and_the_last_ten_seconds() {
    // S16, S23
    let sided = || vec![each_side(1, 60)];
    for (plan, at) in [(plan(sided()), 10_000), (plan(sided()), 78_000), (bare(sided()), 60_000)] {
        let mut player = Player::started(plan);
        player.run(at + 9_000);
        let mut back = Player { session: restored(&player), now: Moment::default() };
        back.press(Command::Extend);
        back.press(Command::Resume(ResumeFrom::Here));
        let lines = said(&back.run(66_000 - 1));
        assert!(lines.contains(&CueKind::HalfWay) && lines.contains(&CueKind::TenSeconds));
    }
}
