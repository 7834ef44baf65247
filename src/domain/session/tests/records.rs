//! What a step is recorded as (S9, S10, S18).

use super::*;

fn outcomes(summary: &Summary) -> Vec<(u16, Outcome)> {
    summary.steps.iter().map(|it| (it.exercise.0, it.done)).collect()
}

#[test]
fn a_step_whose_second_side_was_left_early_is_skipped_though_its_first_was_done() {
    // S6, S18
    for both in [plan(vec![each_side(1, 30), step(2, 30)]), bare(vec![each_side(1, 30)])] {
        let mut player = Player::started(both);
        while player.view().side != Side::Right || player.view().phase != Phase::Work {
            player.run(1_000);
        }
        player.press(Command::Next);
        let done = player.session.snapshot(player.now).summary().steps[0].done;
        assert_eq!(done, Outcome::Skipped);
    }
}

#[test]
fn a_step_with_a_rest_is_done_as_soon_as_its_hold_is_over() {
    // S18
    let rested = PlanStep { rest: Span::from_secs(20), ..step(1, 30) };
    let mut player = Player::started(plan(vec![rested, step(2, 30)]));
    player.run(10_000 + 30_000 + 1_000);
    assert_eq!(player.view().phase, Phase::Rest);
    player.press(Command::Next);
    assert_eq!(player.summary().steps[0].done, Outcome::Done);
}

#[test]
fn easing_off_in_aftercare_does_nothing_for_there_is_no_pressure_to_ease() {
    // S9
    let mut player = Player::started(plan(vec![step(1, 60)]));
    player.run(10_000 + 60_000 + 12_000 + 1_000);
    assert_eq!(player.view().phase, Phase::Aftercare);
    for _ in 0..4 {
        assert_eq!(player.press(Command::EaseOff), []);
    }
    assert!(!player.view().eased);
}

#[test]
fn a_swap_that_is_the_third_ease_offers_to_end() {
    // S9, S10
    let mut player = Player::started(usual());
    player.press(Command::EaseOff);
    player.press(Command::EaseOff);
    let effects = player.press(Command::Swap(Box::new(step(9, 20))));
    assert!(effects.contains(&Effect::EnoughForNow));
}

#[test]
fn the_second_skip_offers_to_end_and_the_third_does_not_again() {
    // S10
    let mut player = Player::started(plan(vec![step(1, 60); 5]));
    let offers = [(); 3].map(|()| {
        let effects = player.press(Command::SkipTooMuch);
        effects.contains(&Effect::EnoughForNow)
    });
    assert_eq!(offers, [false, true, false]);
}

#[test]
fn no_command_in_aftercare_changes_the_record_of_a_step_that_was_dropped() {
    // S9, S10
    let easy_out = |it: &mut Player| {
        it.press(Command::EaseOff);
        it.press(Command::LeaveOut(vec![ExerciseId(2)]));
    };
    let commands = [
        Command::Tick,
        Command::Next,
        Command::Back,
        Command::Restart,
        Command::EaseOff,
        Command::SkipTooMuch,
        Command::LeaveOut(vec![ExerciseId(1)]),
    ];
    for command in commands {
        let mut player = Player::started(plan(vec![step(1, 60), step(2, 60)]));
        easy_out(&mut player);
        player.run(13_000);
        assert_eq!(player.view().phase, Phase::Aftercare);
        let snapshot = player.session.snapshot(player.now);
        let back = Session::restore(player.session.plan().clone(), &snapshot).unwrap();
        let mut back = Player { session: back, now: Moment::default() };
        for player in [&mut player, &mut back] {
            let effects = player.press(command.clone());
            let summary = ended(&effects).cloned().unwrap_or_else(|| player.summary());
            assert_eq!(outcomes(&summary)[1], (2, Outcome::NotReached), "{command:?}");
        }
    }
}

#[test]
fn aftercare_is_not_shown_as_eased_for_the_sake_of_a_step_that_was_swapped() {
    // S9, S19
    let mut player = Player::started(plan(vec![step(1, 60)]));
    player.press(Command::EaseOff);
    player.press(Command::Swap(Box::new(step(9, 20))));
    player.run(12_000 + 20_000 + 13_000);
    assert_eq!(player.view().phase, Phase::Aftercare);
    assert!(!player.view().eased);
}

#[test]
fn a_full_plan_swapped_without_end_keeps_two_hundred_records_and_can_be_brought_back() {
    // S9, S16
    let mut player = Player::started(plan(vec![step(0, 60); 100]));
    for nth in 1..=150 {
        player.press(Command::Swap(Box::new(step(nth, 60))));
        let kept = player.session.snapshot(player.now).records.len();
        assert_eq!(kept, usize::from(nth + 100).min(200));
    }
    let snapshot = player.session.snapshot(player.now);
    let back = Session::restore(player.session.plan().clone(), &snapshot);
    assert_eq!(back.map(|it| it.snapshot(Moment::default())), Ok(snapshot));
}

#[test]
fn leaving_aftercare_is_no_second_skip() {
    // S9, S10
    let mut player = Player::started(usual());
    player.run(12_000);
    player.press(Command::SkipTooMuch);
    while player.view().phase != Phase::Aftercare {
        player.run(1_000);
    }
    assert!(!player.press(Command::SkipTooMuch).contains(&Effect::EnoughForNow));
}
