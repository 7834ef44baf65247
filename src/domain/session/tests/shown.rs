//! What a screen shows (S19).

use super::*;

#[test]
fn progress_is_told_in_thousandths_of_what_runs() {
    // S19
    let mut player = Player::started(bare(vec![step(1, 60)]));
    for (millis, permille) in [(0, 0), (15_000, 250), (15_000, 500), (29_999, 999)] {
        player.run(millis);
        assert_eq!(player.view().progress_permille(), permille);
    }
}
