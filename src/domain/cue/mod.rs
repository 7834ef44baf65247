//! What is due when, and how important it is; not how it sounds.
//!
//! Lines are spoken, tones are played. Both are planned for one segment at a time from lengths alone, so
//! the plan is the same however often the session is ticked (rules S20 to S29 in `docs/spec/session.md`).

mod lines;
mod tones;

#[cfg(test)]
mod tests;

pub(crate) use lines::{Line, Opening, Part, fixed_lines, plan_lines, put_in_order};
pub(crate) use tones::{inner_tones, opening_tone};

use super::exercise::ExerciseId;
use super::side::Side;
use super::time::{Moment, Span};

/// Which line is spoken; the words are in the text tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueKind {
    /// The step's name and side.
    Name,
    /// The step's set-up line.
    SetUp,
    /// The side changes; names the new side.
    SwitchTo,
    /// How strong it may be, such as "five out of ten at most".
    Target,
    /// One of the step's coaching lines, counted from 0.
    Coach(u8),
    /// Half of the hold is over.
    HalfWay,
    /// Ten seconds of the hold are left.
    TenSeconds,
    /// A rest begins.
    Rest,
    /// The holds are over and after-care begins.
    Aftercare,
    /// The session is over.
    Finished,
    /// Ease off: about half the pressure or stretch.
    EaseOff,
    /// The session goes on; repeats the step's name and side.
    Resumed,
}

/// How important a line is, least first (rule S22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Coaching lines.
    Coach,
    /// Half-way.
    HalfWay,
    /// Ten seconds.
    TenSeconds,
    /// Pressure or stretch target.
    Target,
    /// Set-up line.
    SetUp,
    /// What to do now: name, switch, rest, after-care, resumed, finished.
    Place,
    /// Ease off.
    Ease,
}

impl CueKind {
    /// How important the line is.
    pub const fn priority(self) -> Priority {
        match self {
            Self::Coach(_) => Priority::Coach,
            Self::HalfWay => Priority::HalfWay,
            Self::TenSeconds => Priority::TenSeconds,
            Self::Target => Priority::Target,
            Self::SetUp => Priority::SetUp,
            Self::Name
            | Self::SwitchTo
            | Self::Rest
            | Self::Aftercare
            | Self::Finished
            | Self::Resumed => Priority::Place,
            Self::EaseOff => Priority::Ease,
        }
    }

    /// The time kept free for a line whose length is not part of a plan; zero for lines of a step.
    ///
    /// The spoken words of these kinds must fit into it; for `Resumed` it comes on top of the name's length.
    pub const fn allowance(self) -> Span {
        match self {
            Self::HalfWay | Self::TenSeconds => Span::from_millis(2000),
            Self::Resumed => Span::from_millis(1500),
            Self::SwitchTo | Self::Rest | Self::Finished => Span::from_millis(4000),
            Self::EaseOff => Span::from_millis(5000),
            Self::Name | Self::SetUp | Self::Target | Self::Coach(_) | Self::Aftercare => {
                Span::ZERO
            }
        }
    }
}

/// A line to be spoken now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Which line.
    pub kind: CueKind,
    /// The exercise it is about.
    pub exercise: ExerciseId,
    /// The side it is about.
    pub side: Side,
    /// When it was due, counted from the start of its segment.
    pub at: Span,
    /// The time it has before a more important line or the segment's end; `None` when nothing follows.
    pub must_end_by: Option<Span>,
}

/// A short sound; how it sounds depends on the person's choice of set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A hold or the after-care card starts.
    Start,
    /// Half of a hold is over.
    Half,
    /// Three, two and one seconds before a hold starts or ends.
    Count,
    /// A hold ends.
    End,
    /// The side changes.
    Switch,
    /// The session is over.
    Finish,
}

/// A tone and the exact moment it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneAt {
    /// When it sounds.
    pub at: Moment,
    /// Which tone.
    pub tone: Tone,
}
