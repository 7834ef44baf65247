//! A routine that one person makes for another: what a link carries and the builder edits.
//!
//! Nothing in it is trusted. [`receive`] makes it fit for whoever opened it: their own screening decides, and
//! the limits of clinical-evidence 3.7 hold whatever it says (`docs/spec/builder.md`).

mod custom;
mod number;
mod play;
mod receive;
mod reply_key;
mod text;
mod totals;
mod used;
mod written;

use super::body::{Area, Position};
use super::dose::Pressure;
use super::exercise::ExerciseId;
use super::plan::Timing;
use super::side::Sides;
use super::slug::slugged;
use super::time::{LocalDay, Span};

pub use super::muscle::{Muscle, muscles};
pub use custom::{CUSTOM_FROM, find, ids, with_custom};
pub use number::{
    AftercareSecs, Bounded, Breaths, DaysAWeek, GapSecs, Number, RestSecs, Sets, StepSecs,
    TimesADay, Weeks,
};
pub use receive::{
    CUSTOM_HOLD_SECS, CUSTOM_PRESSURE, CUSTOM_TOTAL_SECS, Dropped, Fitted, FittedStep, MAX_SETS,
    Received, Receiver, SESSION_SECS, Why, receive,
};
pub use reply_key::ReplyKey;
pub use text::{Line, Note};
pub use totals::{Totals, totals};
pub use written::written;

/// Most steps of a routine.
pub const MAX_STEPS: usize = 100;
/// Longest routine, in seconds: 4 hours.
pub const MAX_TOTAL_SECS: u32 = 4 * 3600;
/// Seconds of one slow breath: in for 4, out for 6 (clinical-evidence 1.1, S13, S14; the count is E).
pub const BREATH_SECS: u16 = 10;

/// A routine as its maker wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedRoutine {
    /// Its name; may be empty.
    pub title: Line,
    /// Its steps in order, at most [`MAX_STEPS`].
    pub steps: Vec<Step>,
    /// Length of the after-care card.
    pub aftercare: Aftercare,
    /// Times between holds; the receiver's own where there are none.
    pub pace: Option<Pace>,
    /// How it should sound; as the receiver's phone is set where it does not say.
    pub sound: Option<Sound>,
    /// How often to do it.
    pub schedule: Option<Schedule>,
    /// A word to the person it is for.
    pub note: Note,
    /// Who made it, as they say.
    pub from: Maker,
    /// The day they put on it.
    pub dated: Option<Dated>,
    /// The key to seal replies with, so that they alone can read them.
    pub reply_to: Option<ReplyKey>,
}

/// One line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub what: What,
    /// What its maker's app calls a library exercise, for apps whose library does not hold it; mostly empty.
    pub stated_name: Line,
    /// How long each hold lasts.
    pub amount: Amount,
    /// How many times the step is done.
    pub sets: Sets,
    /// Which sides, of a step that has two.
    pub sides: SideChoice,
    /// Rest after each set.
    pub rest: RestSecs,
    /// Strongest pressure or stretch its maker wants.
    pub pressure: Option<Pressure>,
    /// A word about it.
    pub note: Note,
}

/// What is done in a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An exercise of a library, which need not be the one at hand.
    Library(Number),
    /// An exercise that its maker described.
    Custom(Box<Custom>),
}

/// An exercise that the library lacks, in its maker's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom {
    /// Its name.
    pub name: Line,
    /// How it is done, one line after the other.
    pub lines: Note,
    /// The part of the body it is about.
    pub area: Area,
    /// How the person is placed.
    pub position: Position,
    /// Whether it is done once a side.
    pub two_sided: bool,
}

/// How long a hold lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// By the clock.
    Secs(StepSecs),
    /// By breaths of [`BREATH_SECS`] seconds.
    Breaths(Breaths),
}

slugged! {
    /// Which sides of a two-sided step are done, and which first.
    SideChoice {
        /// Left, then right.
        Both = "both",
        /// The left alone.
        LeftOnly = "left-only",
        /// The right alone.
        RightOnly = "right-only",
        /// Right, then left.
        RightFirst = "right-first",
    }
}

slugged! {
    /// How a routine should sound.
    Sound {
        /// The bell alone.
        QuietBell = "quiet-bell",
        /// Every line spoken.
        FullVoice = "full-voice",
    }
}

/// Length of the after-care card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aftercare(pub AftercareSecs);

impl Aftercare {
    /// What a routine has that says nothing, in seconds: that of the short stock routines.
    pub const DEFAULT_SECS: u16 = 15;
}

impl Default for Aftercare {
    fn default() -> Self {
        Self(AftercareSecs::held(Self::DEFAULT_SECS))
    }
}

/// Times between holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Get-ready before the first step.
    pub first: GapSecs,
    /// Get-ready before a later step in the same posture.
    pub same_posture: GapSecs,
    /// Get-ready before a later step in another posture.
    pub new_posture: GapSecs,
    /// Switch from one side to the other.
    pub switch: GapSecs,
}

/// How often, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Times a day.
    pub times: TimesADay,
    /// Days a week.
    pub days: DaysAWeek,
    /// Weeks, after which it is looked at again (clinical-evidence 1.1: 4 to 6).
    pub weeks: Weeks,
}

/// Who made a routine, as they say; nobody has checked it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Maker {
    /// Name.
    pub name: Line,
    /// Profession.
    pub profession: Line,
    /// How to reach them; shown as plain text, never as a link.
    pub contact: Line,
}

/// A day from 2025-01-01 to 2114-09-17.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dated(Bounded<0, 0x7fff>);

impl Dated {
    /// 2025-01-01, in days since 1970-01-01.
    const FIRST: i32 = 20_089;

    /// Takes a day; `None` outside the range.
    pub fn of(day: LocalDay) -> Option<Self> {
        let since = u16::try_from(day.days().checked_sub(Self::FIRST)?).ok()?;
        Bounded::new(since).ok().map(Self)
    }

    /// Takes days since 2025-01-01; `None` above 32767.
    pub fn from_days_since_2025(days: u16) -> Option<Self> {
        Bounded::new(days).ok().map(Self)
    }

    /// Days since 2025-01-01, 0 to 32767.
    pub const fn days_since_2025(self) -> u16 {
        self.0.get()
    }

    /// The day.
    pub fn day(self) -> LocalDay {
        LocalDay::from_days(Self::FIRST + i32::from(self.0.get()))
    }
}

impl Amount {
    /// An amount of seconds, held inside its range.
    pub const fn of_secs(secs: u16) -> Self {
        Self::Secs(StepSecs::held(secs))
    }

    /// Its length in seconds, 1 to 3600.
    pub const fn secs(self) -> u16 {
        match self {
            Self::Secs(secs) => secs.get(),
            Self::Breaths(breaths) => breaths.get() * BREATH_SECS,
        }
    }
}

impl Step {
    /// A step of one set on both sides, with nothing said about it.
    pub fn new(what: What, amount: Amount) -> Self {
        Self {
            what,
            stated_name: Line::default(),
            amount,
            sets: Sets::held(1),
            sides: SideChoice::Both,
            rest: RestSecs::held(0),
            pressure: None,
            note: Note::default(),
        }
    }
}

impl What {
    /// A library exercise; `None` for a number that none can have.
    pub fn library(id: ExerciseId) -> Option<Self> {
        Number::new(id.0).ok().map(Self::Library)
    }
}

impl SideChoice {
    /// The sides in which a step is done whose exercise has `sides`.
    pub const fn of(self, sides: Sides) -> Sides {
        match (sides, self) {
            (Sides::Together, _) => Sides::Together,
            (_, Self::Both) => Sides::Each,
            (_, Self::LeftOnly) => Sides::LeftOnly,
            (_, Self::RightOnly) => Sides::RightOnly,
            (_, Self::RightFirst) => Sides::RightFirst,
        }
    }
}

impl Pace {
    /// The times as a plan takes them.
    pub fn timing(self) -> Timing {
        let span = |gap: GapSecs| Span::from_secs(u32::from(gap.get()));
        Timing {
            first: span(self.first),
            same_posture: span(self.same_posture),
            new_posture: span(self.new_posture),
            switch: span(self.switch),
        }
    }

    /// Times of a plan in whole seconds, each held inside 0 to 120.
    pub fn of(timing: Timing) -> Self {
        let gap =
            |span: Span| GapSecs::held(u16::try_from(span.whole_secs_up()).unwrap_or(GapSecs::MAX));
        Self {
            first: gap(timing.first),
            same_posture: gap(timing.same_posture),
            new_posture: gap(timing.new_posture),
            switch: gap(timing.switch),
        }
    }
}

impl Maker {
    /// Whether nothing is said about who made it.
    pub const fn is_empty(&self) -> bool {
        self.name.is_empty() && self.profession.is_empty() && self.contact.is_empty()
    }
}
