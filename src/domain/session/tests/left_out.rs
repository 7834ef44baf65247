//! What is left out of the rest of a session with the step at hand (S9).

use super::*;

#[test]
fn what_is_left_out_with_a_step_never_comes_and_keeps_its_record() {
    // S9
    let mut player =
        Player::started(plan(vec![step(1, 60), step(2, 60), step(1, 60), step(3, 60)]));
    player.run(10_000 + 5_000);
    player.press(Command::LeaveOut(vec![ExerciseId(1), ExerciseId(3), ExerciseId(9)]));
    assert_eq!(player.place(), (2, Phase::GetReady, Side::Both, 12_000));
    assert_eq!((player.view().steps, player.view().exercise), (2, ExerciseId(2)));
    let effects = player.run(12_000 + 60_000 + 12_000 + 15_000);
    let steps = &ended(&effects).unwrap().steps;
    let done: Vec<_> = steps.iter().map(|it| (it.exercise.0, it.done)).collect();
    let (too_much, never) = (Outcome::TooMuch, Outcome::NotReached);
    assert_eq!(done, [(1, too_much), (2, Outcome::Done), (3, never), (1, never)]);
}

#[test]
fn leaving_out_all_that_is_left_goes_on_to_aftercare() {
    // S9
    let mut player = Player::started(plan(vec![step(1, 60), step(2, 60)]));
    player.press(Command::LeaveOut(vec![ExerciseId(1), ExerciseId(2)]));
    assert_eq!(player.view().steps, 1);
    let effects = player.run(12_000 + 15_000);
    assert!(ended(&effects).is_some());
}

#[test]
fn back_never_leads_to_a_step_that_was_left_as_too_much() {
    // S7, S9, R69
    let mut player = Player::started(plan(vec![step(1, 60), step(2, 60), step(3, 60)]));
    player.press(Command::Next);
    player.run(20_000);
    player.press(Command::SkipTooMuch);
    assert_eq!(player.place().0, 3);
    player.press(Command::Back);
    assert_eq!(player.view().exercise, ExerciseId(1));
    // Neither does going on from there, by hand or by time.
    player.press(Command::Next);
    assert_eq!(player.view().exercise, ExerciseId(3));
    player.press(Command::Back);
    player.run(10_000 + 60_000);
    assert_eq!(player.view().exercise, ExerciseId(3));
    let outcomes = player.summary().steps.iter().map(|it| it.done).collect::<Vec<_>>();
    assert_eq!(outcomes, [Outcome::Done, Outcome::TooMuch, Outcome::NotReached]);
}

#[test]
fn where_nothing_before_is_left_back_begins_the_step_at_hand_again() {
    // S7, R69
    let mut player = Player::started(plan(vec![step(1, 60), step(2, 60)]));
    player.run(20_000);
    player.press(Command::SkipTooMuch);
    player.run(2_000);
    player.press(Command::Back);
    assert_eq!((player.view().step, player.view().exercise), (2, ExerciseId(2)));
    assert_eq!(player.summary().steps[0].done, Outcome::TooMuch);
}

#[test]
fn after_a_bruise_back_never_leads_to_what_was_done_on_that_part_before() {
    // S9, R69: the second and the third work the area of the first, which the person did without trouble.
    let mut player =
        Player::started(plan(vec![step(1, 60), step(2, 60), step(3, 60), step(4, 60)]));
    player.run(10_000 + 60_000);
    player.press(Command::Next);
    player.run(20_000);
    player.press(Command::LeaveOut(vec![ExerciseId(1), ExerciseId(3)]));
    assert_eq!(player.view().exercise, ExerciseId(4));
    player.press(Command::Back);
    assert_eq!(player.view().exercise, ExerciseId(2));
    player.press(Command::Back);
    assert_eq!(player.view().exercise, ExerciseId(2));
    let done: Vec<_> = player.summary().steps.iter().map(|it| (it.exercise.0, it.done)).collect();
    let never = Outcome::NotReached;
    assert_eq!(done, [(2, never), (3, Outcome::TooMuch), (4, never), (1, Outcome::Done)]);
}

#[test]
fn what_was_left_stays_away_after_a_reload() {
    // S16, R69
    let mut player = Player::started(plan(vec![step(1, 60), step(2, 60)]));
    player.run(20_000);
    player.press(Command::SkipTooMuch);
    let snapshot = player.session.snapshot(player.now);
    player.session = Session::restore(player.session.plan().clone(), &snapshot).unwrap();
    player.press(Command::Back);
    assert_eq!(player.view().exercise, ExerciseId(2));
}

#[test]
fn leaving_the_last_step_while_paused_waits_for_going_on_so_that_a_question_can_still_be_asked() {
    // S9, R22, R56
    let last = || {
        let mut player =
            Player::started(Plan { aftercare: Span::ZERO, ..plan(vec![step(1, 60), step(2, 60)]) });
        player.press(Command::Next);
        player.run(20_000);
        player.press(Command::Pause);
        let effects = player.press(Command::LeaveOut(vec![ExerciseId(1), ExerciseId(2)]));
        assert_eq!((ended(&effects), player.view().exercise), (None, ExerciseId(2)));
        player
    };
    let snapshot = last().session.snapshot(last().now);
    let mut reloaded = last();
    reloaded.session = Session::restore(last().session.plan().clone(), &snapshot).unwrap();
    for mut player in [last(), reloaded] {
        for command in [Command::Restart, Command::Back] {
            player.press(command);
            assert_eq!(player.view().state, State::Paused(Why::Person));
        }
        let effects = player.press(Command::Resume(ResumeFrom::Here));
        let steps = &ended(&effects).unwrap().steps;
        let done: Vec<_> = steps.iter().map(|it| (it.exercise.0, it.done)).collect();
        assert_eq!(done, [(2, Outcome::TooMuch), (1, Outcome::Skipped)]);
    }
}

#[test]
fn leaving_out_in_aftercare_leaves_aftercare_where_it_is() {
    // S9, R56
    let mut player = Player::started(plan(vec![step(1, 60)]));
    player.run(10_000 + 60_000 + 12_000 + 1_000);
    player.press(Command::Pause);
    let effects = player.press(Command::LeaveOut(vec![ExerciseId(1)]));
    assert_eq!((ended(&effects), player.view().phase), (None, Phase::Aftercare));
    assert_eq!(player.summary().steps[0].done, Outcome::Done);
}

#[test]
fn leaving_the_last_step_while_paused_counts_once_and_a_step_before_it_is_left_at_once() {
    // S9, S10
    let three = || bare(vec![step(1, 60), step(2, 60), step(3, 60)]);
    let leave = |exercise| Command::LeaveOut(vec![ExerciseId(exercise)]);
    let mut player = Player::started(three());
    player.press(Command::Pause);
    player.press(leave(1));
    assert_eq!(player.place(), (2, Phase::Work, Side::Both, 60_000));
    player.press(Command::Next);
    assert!(player.press(leave(3)).contains(&Effect::EnoughForNow), "the second");
    let mut player = Player::started(three());
    player.press(Command::Next);
    player.press(Command::Next);
    player.press(Command::Pause);
    assert!(!player.press(leave(3)).is_empty());
    assert_eq!(player.press(leave(3)), [], "the same one");
}

#[test]
fn leaving_a_step_whose_lead_in_goes_with_an_earlier_one_leaves_that_step_and_no_other() {
    // S9: without a first get-ready, step 2 loses its own as it becomes the first.
    let mut three = plan(vec![step(1, 60), step(2, 60), step(3, 60)]);
    three.timing.first = Span::ZERO;
    let mut player = Player::started(three);
    player.run(60_000 + 2_000);
    assert_eq!(player.place().1, Phase::GetReady);
    player.press(Command::LeaveOut(vec![ExerciseId(1), ExerciseId(2)]));
    assert_eq!(player.view().exercise, ExerciseId(3));
    let done: Vec<_> = player.summary().steps.iter().map(|it| (it.exercise.0, it.done)).collect();
    assert_eq!(done, [(2, Outcome::TooMuch), (3, Outcome::NotReached), (1, Outcome::Done)]);
}
