//! How long and how strong: bounded numbers for a dose.

/// A number was outside its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange {
    /// The number that was given.
    pub given: u32,
    /// The smallest that is allowed.
    pub min: u32,
    /// The largest that is allowed.
    pub max: u32,
}

impl core::fmt::Display for OutOfRange {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(out, "{} is outside {} to {}", self.given, self.min, self.max)
    }
}

/// Time a position is held, in whole seconds.
///
/// Range [`HoldSecs::MIN`]..=[`HoldSecs::MAX`]. Massage of one muscle is capped at
/// [`HoldSecs::MUSCLE_CAP`] s a side (clinical-evidence 1.1, expert rule E); breathing, rest and walking
/// may last longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HoldSecs(u16);

impl HoldSecs {
    /// Shortest hold, in seconds.
    pub const MIN: u16 = 5;
    /// Longest hold of any kind, in seconds.
    pub const MAX: u16 = 600;
    /// Longest massage of one muscle on one side, in seconds (clinical-evidence 1.1, E).
    pub const MUSCLE_CAP: u16 = 180;

    /// Makes a hold of `secs` seconds.
    ///
    /// # Errors
    /// [`OutOfRange`] below [`HoldSecs::MIN`] or above [`HoldSecs::MAX`].
    pub const fn new(secs: u16) -> Result<Self, OutOfRange> {
        if secs < Self::MIN || secs > Self::MAX {
            return Err(OutOfRange {
                given: secs as u32,
                min: Self::MIN as u32,
                max: Self::MAX as u32,
            });
        }
        Ok(Self(secs))
    }

    /// The hold of `secs` seconds, or the nearest that can be.
    #[must_use]
    pub const fn held(secs: u16) -> Self {
        Self(match secs {
            ..Self::MIN => Self::MIN,
            Self::MIN..=Self::MAX => secs,
            _ => Self::MAX,
        })
    }

    /// Its length in seconds.
    pub const fn secs(self) -> u16 {
        self.0
    }
}

/// Strength of pressure or stretch on the numeric pain rating, 0 (nothing) to 10 (worst).
///
/// The app aims at 3 to 4 and never above [`Pressure::CAP`] (clinical-evidence 1.1, S09, S10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pressure(u8);

impl Pressure {
    /// Hard cap for every exercise, whoever made the routine (clinical-evidence 1.1).
    pub const CAP: u8 = 5;

    /// Makes a pressure target or cap.
    ///
    /// # Errors
    /// [`OutOfRange`] above [`Pressure::CAP`].
    pub const fn new(rating: u8) -> Result<Self, OutOfRange> {
        if rating > Self::CAP {
            return Err(OutOfRange { given: rating as u32, min: 0, max: Self::CAP as u32 });
        }
        Ok(Self(rating))
    }

    /// The pressure of this rating, held at [`Pressure::CAP`].
    #[must_use]
    pub const fn held(rating: u8) -> Self {
        Self(match rating {
            ..=Self::CAP => rating,
            _ => Self::CAP,
        })
    }

    /// The rating, 0 to 5.
    pub const fn rating(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hold_is_refused_one_second_past_either_end_of_its_range() {
        assert!(HoldSecs::new(4).is_err());
        assert_eq!(HoldSecs::new(5).map(HoldSecs::secs), Ok(5));
        assert_eq!(HoldSecs::new(600).map(HoldSecs::secs), Ok(600));
        assert_eq!(HoldSecs::new(601), Err(OutOfRange { given: 601, min: 5, max: 600 }));
    }

    #[test]
    fn no_pressure_above_five_of_ten_can_be_made() {
        assert_eq!(Pressure::new(5).map(Pressure::rating), Ok(5));
        assert!(Pressure::new(6).is_err());
    }

    #[test]
    fn what_is_past_an_end_of_its_range_is_held_there_and_all_else_stays() {
        for (given, held) in [(0, 5), (4, 5), (5, 5), (6, 6), (599, 599), (600, 600), (601, 600)] {
            assert_eq!(HoldSecs::held(given).secs(), held, "{given}");
        }
        assert_eq!(HoldSecs::held(u16::MAX).secs(), 600);
        for (given, held) in [(0, 0), (4, 4), (5, 5), (6, 5), (7, 5), (u8::MAX, 5)] {
            assert_eq!(Pressure::held(given).rating(), held, "{given}");
        }
    }
}
