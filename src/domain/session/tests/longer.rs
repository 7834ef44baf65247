//! More time for a hold.

use super::*;

#[test]
fn a_hold_is_not_made_longer_than_its_exercise_may_last_nor_is_what_stands_in_for_it() {
    // S8
    let short = PlanStep { longest: Span::from_secs(60), ..step(1, 40) };
    let mut player = Player::started(bare(vec![short.clone()]));
    for length in [55, 60, 60] {
        player.press(Command::Extend);
        assert_eq!(player.view().length, Span::from_secs(length));
    }
    player.press(Command::Swap(Box::new(step(2, 30))));
    for length in [45, 60, 60] {
        player.press(Command::Extend);
        assert_eq!(player.view().length, Span::from_secs(length));
    }
}
