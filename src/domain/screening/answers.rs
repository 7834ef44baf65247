//! What a person ticked, on which list and day.

use super::Flag;
use crate::domain::time::LocalDay;

/// A set of red flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FlagSet(u32);

const _: () = assert!(Flag::ALL.len() <= 32, "a flag set has 32 places");

impl FlagSet {
    /// No flag.
    pub const EMPTY: Self = Self(0);

    /// The set with `flag` in it.
    #[must_use]
    pub const fn with(self, flag: Flag) -> Self {
        Self(self.0 | Self::place(flag))
    }

    /// The set with `flag` put in if it was out, or taken out if it was in.
    #[must_use]
    pub const fn toggled(self, flag: Flag) -> Self {
        Self(self.0 ^ Self::place(flag))
    }

    /// The flags of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The flags of this set that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether `flag` is in it.
    pub const fn contains(self, flag: Flag) -> bool {
        self.0 & Self::place(flag) != 0
    }

    /// Whether it has no flag.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its flags in the order of the red-flag table.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.iter().copied().filter(move |&flag| self.contains(flag))
    }

    const fn place(flag: Flag) -> u32 {
        1 << flag as u32
    }
}

impl FromIterator<Flag> for FlagSet {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Self {
        flags.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// Which red flags are asked together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// All of them: first use, after a clearance, and after "something new" (R7).
    Full,
    /// "Any of these new?": weekly and after a gap (R8).
    Short,
    /// RF1 to RF5, after tingling that does not go (R22).
    Nerve,
    /// RF14, after dizziness (R23).
    Head,
}

impl List {
    /// Its flags in the order they are asked.
    pub fn flags(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.iter().copied().filter(move |&flag| self.asks(flag))
    }

    /// Whether it asks about `flag`.
    pub const fn asks(self, flag: Flag) -> bool {
        match self {
            Self::Full => true,
            Self::Short => flag.rule().short,
            Self::Nerve => (flag as u32) <= (Flag::WeakerSlowly as u32),
            Self::Head => matches!(flag, Flag::NeckOrFace),
        }
    }
}

/// A list answered to the end: flags ticked, or "none of these" said aloud (R4).
///
/// There is no value for a list that was never answered, so silence cannot pass for "none".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers {
    list: List,
    ticked: FlagSet,
    day: LocalDay,
}

impl Answers {
    /// The person chose "none of these" on `day`.
    pub const fn none_of_these(list: List, day: LocalDay) -> Self {
        Self { list, ticked: FlagSet::EMPTY, day }
    }

    /// The person ticked `flags` on `day`; `None` if there are none, since that is no answer.
    pub const fn ticked(list: List, flags: FlagSet, day: LocalDay) -> Option<Self> {
        if flags.is_empty() {
            return None;
        }
        Some(Self { list, ticked: flags, day })
    }

    /// The list that was asked.
    pub const fn list(&self) -> List {
        self.list
    }

    /// The flags that apply.
    pub const fn flags(&self) -> FlagSet {
        self.ticked
    }

    /// The day it was answered.
    pub const fn day(&self) -> LocalDay {
        self.day
    }
}

/// A list while it is being answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draft {
    list: List,
    choice: Choice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Nothing,
    NoneOfThese,
    Ticked(FlagSet),
}

impl Draft {
    /// Starts `list` with nothing chosen.
    pub const fn new(list: List) -> Self {
        Self { list, choice: Choice::Nothing }
    }

    /// The list that is asked.
    pub const fn list(&self) -> List {
        self.list
    }

    /// Ticks or unticks `flag`; takes "none of these" back. A flag off the list changes nothing.
    pub fn toggle(&mut self, flag: Flag) {
        if !self.list.asks(flag) {
            return;
        }
        let ticked = match self.choice {
            Choice::Nothing | Choice::NoneOfThese => FlagSet::EMPTY,
            Choice::Ticked(flags) => flags,
        }
        .toggled(flag);
        self.choice = if ticked.is_empty() { Choice::Nothing } else { Choice::Ticked(ticked) };
    }

    /// Chooses "none of these", which takes every tick back.
    pub const fn choose_none(&mut self) {
        self.choice = Choice::NoneOfThese;
    }

    /// Whether `flag` is ticked.
    pub const fn is_ticked(&self, flag: Flag) -> bool {
        match self.choice {
            Choice::Nothing | Choice::NoneOfThese => false,
            Choice::Ticked(flags) => flags.contains(flag),
        }
    }

    /// Whether "none of these" is chosen.
    pub const fn is_none_chosen(&self) -> bool {
        matches!(self.choice, Choice::NoneOfThese)
    }

    /// The answers as of `day`, or `None` while nothing is chosen (R4).
    pub const fn answers(&self, day: LocalDay) -> Option<Answers> {
        match self.choice {
            Choice::Nothing => None,
            Choice::NoneOfThese => Some(Answers::none_of_these(self.list, day)),
            Choice::Ticked(flags) => Answers::ticked(self.list, flags, day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: LocalDay = LocalDay::from_days(20_000);

    #[test]
    fn a_list_that_nobody_answered_gives_no_answers() {
        // R4
        let mut draft = Draft::new(List::Full);
        assert_eq!(draft.answers(DAY), None);
        draft.toggle(Flag::Fever);
        draft.toggle(Flag::Fever);
        assert_eq!(draft.answers(DAY), None, "unticking the last tick is not none of these");
    }

    #[test]
    fn none_of_these_and_a_tick_take_each_other_back() {
        let mut draft = Draft::new(List::Full);
        draft.toggle(Flag::Fever);
        assert!(draft.is_ticked(Flag::Fever) && !draft.is_ticked(Flag::Lump));
        draft.choose_none();
        assert!(draft.is_none_chosen() && !draft.is_ticked(Flag::Fever));
        assert_eq!(draft.answers(DAY), Some(Answers::none_of_these(List::Full, DAY)));
        draft.toggle(Flag::Lump);
        assert!(!draft.is_none_chosen());
        let flags = draft.answers(DAY).map(|it| it.flags());
        assert_eq!(flags, Some(FlagSet::EMPTY.with(Flag::Lump)));
    }

    #[test]
    fn a_flag_put_in_twice_stays_in() {
        let once = FlagSet::EMPTY.with(Flag::Fever);
        assert_eq!(once.with(Flag::Fever), once);
    }

    #[test]
    fn a_flag_off_the_list_cannot_be_ticked() {
        let mut draft = Draft::new(List::Head);
        draft.toggle(Flag::Fever);
        assert_eq!(draft.answers(DAY), None);
    }
}
