//! What version 1 of the format means by what it does not say. Never edited: links last for ever.

use crate::domain::body::{Area, Position};
use crate::domain::shared::Number;

/// Seconds of a hold that a link does not give, by number of the exercise, in fives; 0 where it must give them.
#[rustfmt::skip]
const FIVES: [u8; 128] = [
    0, 12, 9, 9, 12, 9, 12, 12, 12, 9, 9, 9, 6, 12, 18, 9, 9, 0, 0, 0,
    0, 9, 12, 6, 12, 9, 9, 12, 18, 9, 6, 9, 6, 9, 12, 0, 0, 0, 0, 0,
    0, 12, 9, 9, 12, 12, 12, 9, 12, 9, 9, 9, 12, 12, 9, 12, 9, 12, 0, 0,
    0, 9, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 4, 0,
    0, 12, 12, 12, 9, 9, 9, 9, 9, 12, 12, 9, 12, 9, 9, 9, 12, 6, 9, 6,
    0, 24, 12, 24, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 60, 0, 0, 0,
];

/// Areas by number.
pub(super) const AREAS: [Area; 12] = [
    Area::Neck,
    Area::Shoulder,
    Area::UpperBack,
    Area::LowerBack,
    Area::Hip,
    Area::Thigh,
    Area::Calf,
    Area::Foot,
    Area::Chest,
    Area::Arm,
    Area::Head,
    Area::WholeBody,
];

/// Positions by number.
pub(super) const POSITIONS: [Position; 8] = [
    Position::OnBack,
    Position::FaceDown,
    Position::OnSide,
    Position::FloorSitting,
    Position::Kneeling,
    Position::Chair,
    Position::Wall,
    Position::Standing,
];

/// Seconds of a hold that a link does not give; `None` where it must give them.
pub(super) fn secs(number: Number) -> Option<u16> {
    let fives = FIVES.get(usize::from(number.get())).copied().filter(|it| *it > 0)?;
    Some(u16::from(fives) * 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_without_a_hold_of_ours_has_no_seconds_that_a_link_may_leave_out() {
        let mut without = 0;
        for (at, fives) in FIVES.iter().enumerate() {
            let Some(number) = u16::try_from(at).ok().and_then(|it| Number::new(it).ok()) else {
                continue;
            };
            let expected = (*fives != 0).then(|| u16::from(*fives) * 5);
            assert_eq!(secs(number), expected, "{at}");
            without += usize::from(*fives == 0);
        }
        assert!(without > 0, "control: some are of no exercise");
    }
}
