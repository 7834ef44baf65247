//! A whole number that stays inside its range.

use crate::domain::dose::OutOfRange;

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bounded<const MIN: u16, const MAX: u16>(u16);

impl<const MIN: u16, const MAX: u16> Bounded<MIN, MAX> {
    /// The smallest number.
    pub const MIN: u16 = MIN;
    /// The largest number.
    pub const MAX: u16 = MAX;

    /// Takes a number.
    ///
    /// # Errors
    /// [`OutOfRange`] below [`Self::MIN`] or above [`Self::MAX`].
    pub const fn new(number: u16) -> Result<Self, OutOfRange> {
        if number < MIN || number > MAX {
            return Err(OutOfRange { given: number as u32, min: MIN as u32, max: MAX as u32 });
        }
        Ok(Self(number))
    }

    /// Takes a number, or the nearest that can be.
    #[must_use]
    pub const fn held(number: u16) -> Self {
        let (short_of, past) = (MIN.saturating_sub(number), number.saturating_sub(MAX));
        Self(number + short_of - past)
    }

    /// The number.
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// Seconds of one hold, 1 to 3600; what a phone plays is limited further on receipt.
pub type StepSecs = Bounded<1, 3600>;
/// Slow breaths of one hold, 1 to 60.
pub type Breaths = Bounded<1, 60>;
/// Sets of a step, 1 to 10; a phone plays at most four (clinical-evidence 1.2).
pub type Sets = Bounded<1, 10>;
/// Seconds of rest after each set, 0 to 120.
pub type RestSecs = Bounded<0, 120>;
/// Seconds between holds, 0 to 120 (S2).
pub type GapSecs = Bounded<0, 120>;
/// Seconds of the after-care card, 0 to 600 (B10).
pub type AftercareSecs = Bounded<0, 600>;
/// Permanent number of a library exercise, 1 to 32767.
pub type Number = Bounded<1, 0x7fff>;
/// Times a day, 1 to 8.
pub type TimesADay = Bounded<1, 8>;
/// Days a week, 1 to 7.
pub type DaysAWeek = Bounded<1, 7>;
/// Weeks that a plan lasts, 1 to 52.
pub type Weeks = Bounded<1, 52>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_one_past_either_end_is_refused_and_held_to_the_end() {
        assert!(Breaths::new(0).is_err());
        assert_eq!(Breaths::new(1).map(Breaths::get), Ok(1));
        assert_eq!(Breaths::new(60).map(Breaths::get), Ok(60));
        assert_eq!(Breaths::new(61), Err(OutOfRange { given: 61, min: 1, max: 60 }));
        for (given, held) in [(0, 1), (1, 1), (2, 2), (7, 7), (60, 60), (61, 60), (u16::MAX, 60)] {
            assert_eq!(Breaths::held(given).get(), held, "{given}");
        }
        // Seconds between holds have no lower end but 0, numbers of exercises a high upper one.
        assert_eq!((GapSecs::held(0).get(), GapSecs::held(121).get()), (0, 120));
        assert_eq!(Number::held(u16::MAX).get(), 0x7fff);
    }
}
