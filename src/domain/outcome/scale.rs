//! Scales that people rate on.

/// A rating from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

impl Rating {
    /// The highest rating.
    pub const MAX: u8 = 10;

    /// Takes a rating; `None` above 10.
    pub const fn new(rating: u8) -> Option<Self> {
        if rating <= Self::MAX { Some(Self(rating)) } else { None }
    }

    /// The number, 0 to 10.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// All ratings, 0 first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::MAX).map(Self)
    }
}

/// How much it has changed in all, from −5 (much worse) to +5 (much better).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change(i8);

impl Change {
    /// The furthest from no change, either way.
    pub const MAX: i8 = 5;

    /// Takes a change; `None` outside −5 to +5.
    pub const fn new(change: i8) -> Option<Self> {
        if change >= -Self::MAX && change <= Self::MAX { Some(Self(change)) } else { None }
    }

    /// The number, −5 to +5.
    pub const fn get(self) -> i8 {
        self.0
    }

    /// All changes, −5 first.
    pub fn all() -> impl Iterator<Item = Self> {
        (-Self::MAX..=Self::MAX).map(Self)
    }
}
