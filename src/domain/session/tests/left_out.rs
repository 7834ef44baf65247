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
