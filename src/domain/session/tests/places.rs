//! Where commands lead.

use super::*;

#[test]
fn a_session_is_laid_out_as_get_ready_holds_switch_and_aftercare() {
    // S1, S2
    let mut player = Player::new(usual());
    assert_eq!(
        player.session.total(),
        Span::from_secs(10 + 60 + 12 + 30 + 8 + 30 + 12 + 60 + 12 + 15)
    );
    assert_eq!(player.view().state, State::Ready);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 10_000));
    player.press(Command::Start);
    let lengths = [
        (1, Phase::GetReady, Side::Both, 10_000),
        (1, Phase::Work, Side::Both, 60_000),
        (2, Phase::GetReady, Side::Left, 12_000),
        (2, Phase::Work, Side::Left, 30_000),
        (2, Phase::Switch, Side::Right, 8_000),
        (2, Phase::Work, Side::Right, 30_000),
        (3, Phase::GetReady, Side::Both, 12_000),
        (3, Phase::Work, Side::Both, 60_000),
        (3, Phase::GetReady, Side::Both, 12_000),
        (3, Phase::Aftercare, Side::Both, 15_000),
    ];
    for segment in lengths {
        assert_eq!(player.place(), segment);
        player.run(segment.3);
    }
    assert_eq!(player.view().state, State::Done(Ending::Completed));
}

#[test]
fn changing_posture_takes_longer_also_towards_aftercare() {
    // S2
    let mut player = Player::started(plan(vec![step(1, 5), on_floor(step(2, 5))]));
    player.run(15_000);
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Both, 20_000));
    player.run(25_000);
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Both, 20_000));
}

#[test]
fn plans_that_cannot_be_played_are_refused_with_the_reason() {
    // S3
    let refusal = |steps| Session::new(plan(steps)).err();
    assert_eq!(refusal(vec![]), Some(PlanError::Empty));
    assert_eq!(refusal(vec![step(1, 5); 101]), Some(PlanError::TooManySteps { given: 101 }));
    assert_eq!(refusal(vec![step(1, 5), step(2, 0)]), Some(PlanError::EmptyHold { step: 2 }));
    assert_eq!(refusal(vec![step(1, u32::MAX / 1000)]), Some(PlanError::TooLong));
    assert_eq!(refusal(vec![step(1, 600); 100]), None);
}

#[test]
fn one_step_of_one_second_plays() {
    // S3
    let mut player = Player::started(bare(vec![step(1, 1)]));
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 1000));
    let effects = player.run(1000);
    assert_eq!(
        ended(&effects).map(|it| (it.ending, it.worked)),
        Some((Ending::Completed, Span::from_secs(1)))
    );
    assert_eq!(player.view().progress_permille(), 1000);
}

#[test]
fn next_from_a_left_hold_is_the_right_side_and_from_a_get_ready_the_next_step() {
    // S6
    let mut player = Player::started(usual());
    player.press(Command::Next);
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Left, 12_000));
    player.run(13_000);
    player.press(Command::Next);
    assert_eq!(player.place(), (2, Phase::Switch, Side::Right, 8_000));
    player.press(Command::Next);
    assert_eq!(player.place(), (3, Phase::GetReady, Side::Both, 12_000));
    player.run(12_000);
    player.press(Command::Next);
    assert_eq!(player.place(), (3, Phase::GetReady, Side::Both, 12_000));
    assert_eq!(player.view().next, None);
    let effects = player.press(Command::Next);
    let outcomes: Vec<_> = ended(&effects).unwrap().steps.iter().map(|it| it.done).collect();
    assert_eq!(outcomes, [Outcome::Skipped; 3]);
    assert_eq!(player.view().state, State::Done(Ending::Completed));
}

#[test]
fn back_restarts_the_step_past_three_seconds_and_else_goes_to_the_one_before() {
    // S7
    let mut player = Player::started(usual());
    player.run(70_000 + 3_000);
    player.press(Command::Back);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 10_000));
    player.run(70_000 + 3_001);
    player.press(Command::Back);
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Left, 12_000));
    player.run(12_000 + 30_000 + 8_000 + 1);
    player.press(Command::Back);
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Left, 12_000));
}

#[test]
fn back_in_the_first_step_restarts_it_and_restart_always_does() {
    // S7
    let mut player = Player::started(usual());
    player.run(2_000);
    player.press(Command::Back);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 10_000));
    player.run(30_000);
    player.press(Command::Restart);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 10_000));
}

#[test]
fn going_back_to_another_posture_gives_the_time_for_it() {
    // S7
    let mut player = Player::started(plan(vec![step(1, 5), on_floor(step(2, 30))]));
    player.run(15_000 + 20_000 + 1_000);
    assert_eq!(player.view().phase, Phase::Work);
    player.press(Command::Restart);
    assert_eq!(player.place().3, 20_000, "still on the floor, the plan's own time");
    player.press(Command::Back);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 20_000));
}

#[test]
fn fifteen_more_seconds_are_added_up_to_the_cap_and_then_nothing_happens() {
    // S8
    let mut player = Player::started(bare(vec![step(1, 160)]));
    let before = player.view();
    assert!(!player.press(Command::Extend).is_empty());
    let after = player.view();
    assert_eq!((after.left, after.length), (Span::from_secs(175), Span::from_secs(175)));
    assert_ne!(after.segment, before.segment);
    player.press(Command::Extend);
    assert_eq!(player.view().length, Span::from_secs(180));
    assert_eq!(player.press(Command::Extend), []);
    assert_eq!(player.view().length, Span::from_secs(180));
}

#[test]
fn a_hold_that_is_already_longer_than_the_cap_is_not_extended() {
    // S8
    let mut player = Player::started(bare(vec![step(1, 300)]));
    assert_eq!(player.press(Command::Extend), []);
    assert_eq!(player.view().length, Span::from_secs(300));
}

#[test]
fn any_lead_in_rest_and_aftercare_can_be_extended_but_not_without_end() {
    // S8
    let mut player = Player::started(usual());
    for _ in 0..100 {
        player.press(Command::Extend);
    }
    assert_eq!(player.view().length, Span::from_secs(600));
}

#[test]
fn easing_off_marks_the_step_and_says_so_at_once() {
    // S9
    let mut player = Player::started(usual());
    player.run(10_000 + 2_000);
    let effects = player.press(Command::EaseOff);
    assert_eq!(said(&effects), [CueKind::EaseOff]);
    assert!(player.view().eased);
    player.run(60_000);
    assert!(!player.view().eased);
    assert_eq!(player.summary().steps[0].eases, 1);
}

#[test]
fn skipping_for_too_much_leaves_both_sides() {
    // S9
    let mut player = Player::started(usual());
    player.run(10_000 + 60_000 + 12_000 + 5_000);
    player.press(Command::SkipTooMuch);
    assert_eq!(player.place(), (3, Phase::GetReady, Side::Both, 12_000));
    let summary = player.summary();
    assert_eq!(
        (summary.steps[1].done, summary.steps[1].worked),
        (Outcome::TooMuch, Span::from_secs(5))
    );
}

#[test]
fn swapping_puts_the_easier_step_in_place_once_and_keeps_the_record_of_the_other() {
    // S9
    let mut player = Player::started(plan(vec![on_floor(step(1, 60)), step(2, 60)]));
    player.run(10_000 + 4_000);
    let easier = Command::Swap(Box::new(step(9, 20)));
    player.press(easier.clone());
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 20_000), "up from the floor");
    assert_eq!(player.view().exercise, ExerciseId(9));
    assert!(player.view().eased);
    assert_eq!(player.press(easier), []);
    assert_eq!(player.session.plan().steps[0].exercise, ExerciseId(9));
    let steps = player.summary().steps;
    assert_eq!(steps.len(), 3);
    assert_eq!((steps[0].exercise, steps[0].eases), (ExerciseId(9), 1));
    assert_eq!((steps[2].exercise, steps[2].done), (ExerciseId(1), Outcome::TooMuch));
    assert_eq!(steps[2].worked, Span::from_secs(4));
}

#[test]
fn an_unplayable_swap_or_finish_changes_nothing() {
    // S9, S10
    let mut player = Player::started(usual());
    let before = player.place();
    assert_eq!(player.press(Command::Swap(Box::new(step(9, 0)))), []);
    assert_eq!(player.press(Command::Finish(Box::new(step(9, 0)))), []);
    assert_eq!(player.place(), before);
}

#[test]
fn the_third_ease_or_second_skip_offers_to_end_once() {
    // S10
    let offers = |commands: &[Command]| {
        let mut player = Player::started(plan(vec![step(1, 60); 9]));
        let effects = commands.iter().flat_map(|it| player.press(it.clone()));
        effects.filter(|it| *it == Effect::EnoughForNow).count()
    };
    let (ease, skip) = (Command::EaseOff, Command::SkipTooMuch);
    assert_eq!(offers(&vec![ease.clone(); 2]), 0);
    assert_eq!(offers(&vec![ease.clone(); 3]), 1);
    assert_eq!(offers(std::slice::from_ref(&skip)), 0);
    assert_eq!(offers(&[skip.clone(), skip.clone(), skip, ease.clone(), ease.clone(), ease]), 1);
}

#[test]
fn a_session_that_has_just_ended_is_not_offered_to_be_ended() {
    // S10
    let mut player = Player::started(bare(vec![step(1, 60), step(2, 60)]));
    player.press(Command::SkipTooMuch);
    let effects = player.press(Command::SkipTooMuch);
    assert!(ended(&effects).is_some());
    assert!(!effects.contains(&Effect::EnoughForNow));
}

#[test]
fn finishing_drops_what_is_left_and_ends_with_aftercare() {
    // S10
    let mut player = Player::started(usual());
    player.run(10_000 + 60_000 + 12_000 + 5_000);
    let breathe = Command::Finish(Box::new(step(9, 60)));
    player.press(breathe.clone());
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Both, 12_000));
    assert_eq!(player.view().steps, 2);
    assert_eq!(player.press(breathe), []);
    let effects = player.run(12_000 + 60_000 + 12_000 + 15_000);
    let steps = &ended(&effects).unwrap().steps;
    let done: Vec<_> = steps.iter().map(|it| (it.exercise.0, it.done)).collect();
    assert_eq!(
        done,
        [(1, Outcome::Done), (9, Outcome::Done), (2, Outcome::Skipped), (3, Outcome::NotReached)]
    );
}

#[test]
fn finishing_works_in_aftercare_and_with_a_full_plan() {
    // S10
    let mut player = Player::started(plan(vec![step(1, 5); 100]));
    for _ in 0..100 {
        player.press(Command::SkipTooMuch);
    }
    assert_eq!(player.view().next, None);
    player.press(Command::Finish(Box::new(step(9, 60))));
    let view = player.view();
    assert_eq!((view.step, view.steps, view.exercise), (100, 100, ExerciseId(9)));
    assert_eq!(player.summary().steps.len(), 101);
}

#[test]
fn before_the_start_and_after_the_end_only_what_makes_sense_happens() {
    // S11
    let others = [
        Command::Pause,
        Command::Resume(ResumeFrom::Here),
        Command::Next,
        Command::Back,
        Command::Restart,
        Command::Extend,
        Command::EaseOff,
        Command::SkipTooMuch,
        Command::LeaveOut(vec![ExerciseId(1)]),
        Command::Swap(Box::new(step(9, 9))),
        Command::Finish(Box::new(step(9, 9))),
        Command::Tick,
    ];
    let mut player = Player::new(usual());
    for command in others.clone() {
        assert_eq!(player.press(command), []);
    }
    assert_eq!(player.view().state, State::Ready);
    assert!(ended(&player.press(Command::End)).is_some());
    for command in others.into_iter().chain([Command::Start, Command::End]) {
        assert_eq!(player.press(command), []);
    }
    assert_eq!(player.view().state, State::Done(Ending::EndedEarly));
    assert_eq!(player.view().left, Span::ZERO);
}

#[test]
fn the_same_command_twice_within_fifty_milliseconds_acts_once_where_it_must() {
    // S11
    for command in [Command::Start, Command::Pause, Command::Resume(ResumeFrom::Here), Command::End]
    {
        let mut player = Player::new(usual());
        if command != Command::Start {
            player.press(Command::Start);
        }
        if command == Command::Resume(ResumeFrom::Here) {
            player.press(Command::Pause);
        }
        assert!(!player.press(command.clone()).is_empty(), "{command:?}");
        player.now = player.now + Span::from_millis(50);
        assert_eq!(player.press(command.clone()), [], "{command:?}");
    }
}

#[test]
fn commands_work_while_paused_and_leave_the_session_paused() {
    // S11
    let mut player = Player::started(usual());
    player.run(4_000);
    player.press(Command::Pause);
    player.sleep(3_600_000);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 6_000));
    player.press(Command::Next);
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Left, 12_000));
    assert_eq!(player.view().state, State::Paused(Why::Person));
    player.press(Command::Extend);
    player.sleep(1_000);
    assert_eq!(player.place().3, 27_000);
    player.press(Command::Resume(ResumeFrom::Clock));
    player.run(1_000);
    assert_eq!(player.place().3, 26_000);
}

#[test]
fn the_summary_tells_done_skipped_and_not_reached_apart() {
    // S18
    let mut player = Player::started(usual());
    player.run(10_000 + 60_000 + 12_000 + 1_500);
    let summary = player.summary();
    let done: Vec<_> = summary.steps.iter().map(|it| it.done).collect();
    assert_eq!(done, [Outcome::Done, Outcome::Skipped, Outcome::NotReached]);
    assert_eq!(summary.worked, Span::from_millis(61_500));
}

#[test]
fn a_step_done_again_after_going_back_counts_as_done() {
    // S7, S18
    let mut player = Player::started(bare(vec![step(1, 10), step(2, 10)]));
    player.run(5_000);
    player.press(Command::Next);
    player.press(Command::Back);
    player.run(15_000);
    let steps = player.summary().steps;
    assert_eq!((steps[0].done, steps[0].worked), (Outcome::Done, Span::from_secs(15)));
    assert_eq!((steps[1].done, steps[1].worked), (Outcome::Skipped, Span::from_secs(5)));
}

#[test]
fn a_step_cut_short_and_left_backwards_can_still_be_done() {
    // S7, S18
    let mut player = Player::started(bare(vec![step(1, 10), each_side(2, 2), step(3, 10)]));
    player.run(10_500);
    player.press(Command::Next);
    player.press(Command::Back);
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 10_000));
    player.run(10_000 + 2_000 + 2_000);
    assert_eq!(player.summary().steps[1].done, Outcome::Done);
}

#[test]
fn the_upcoming_hold_is_the_one_after_the_hold_at_hand() {
    // S19
    let mut player = Player::started(usual());
    let next = |player: &Player| player.view().next.map(|it| (it.phase, it.exercise.0, it.side));
    assert_eq!(next(&player), Some((Phase::Work, 2, Side::Left)));
    player.run(70_000);
    assert_eq!(next(&player), Some((Phase::Work, 2, Side::Right)));
    player.run(12_000 + 30_000);
    assert_eq!(next(&player), Some((Phase::Work, 3, Side::Both)));
    player.run(8_000 + 30_000 + 12_000);
    assert_eq!(next(&player), Some((Phase::Aftercare, 3, Side::Both)));
}
