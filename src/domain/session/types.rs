//! What goes into a session and what comes out of it.

use super::record::Summary;
use crate::domain::cue::{Cue, Tone, ToneAt};
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::PlanStep;
use crate::domain::side::Side;
use crate::domain::time::Span;

/// What a person, or the clock, asks of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin; only a session that is ready begins.
    Start,
    /// Stand still.
    Pause,
    /// Go on after a pause.
    Resume(ResumeFrom),
    /// To the next hold; from a get-ready, to the next step.
    Next,
    /// To the step's start; within its first 3 s, to the step before.
    Back,
    /// To the step's start.
    Restart,
    /// 15 s more for what runs now.
    Extend,
    /// About half the pressure for this step.
    EaseOff,
    /// Leave this step, both sides: it was too much.
    SkipTooMuch,
    /// The same, and every later step of these exercises is dropped.
    LeaveOut(Vec<ExerciseId>),
    /// Do this easier step in place of the current one, from its get-ready.
    Swap(Box<PlanStep>),
    /// Drop everything that is left, do this one step, then after-care.
    Finish(Box<PlanStep>),
    /// End now.
    End,
    /// Nothing but time has passed.
    Tick,
}

/// Where a paused session goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResumeFrom {
    /// Where it stands.
    Here,
    /// Where it would be had it not stopped; the same as `Here` unless it stands [`Why::Stopped`].
    Clock,
}

/// What runs, or would run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Time to get into place.
    GetReady,
    /// A hold.
    Work,
    /// Time to change from left to right.
    Switch,
    /// Rest after a step.
    Rest,
    /// The after-care card.
    Aftercare,
    /// Nothing more.
    Done,
}

impl Phase {
    const ALL: [Self; 6] =
        [Self::GetReady, Self::Work, Self::Switch, Self::Rest, Self::Aftercare, Self::Done];

    /// The permanent small number of the phase in stored records.
    pub const fn code(self) -> u8 {
        match self {
            Self::GetReady => 0,
            Self::Work => 1,
            Self::Switch => 2,
            Self::Rest => 3,
            Self::Aftercare => 4,
            Self::Done => 5,
        }
    }

    /// The phase with this number, or `None`.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Whether the session moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not begun.
    Ready,
    /// Time runs.
    Running,
    /// Time stands.
    Paused(Why),
    /// Over.
    Done(Ending),
}

/// Why a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The person wished it, or it was restored.
    Person,
    /// The page stopped running for longer than the session may catch up.
    Stopped {
        /// Time between the last moment handled and the first one after the gap.
        missed: Span,
    },
}

/// How a session came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// It ran, or was skipped, to the end of the plan.
    Completed,
    /// The person ended it.
    EndedEarly,
}

impl Ending {
    /// The permanent small number of the ending in stored records.
    pub const fn code(self) -> u8 {
        match self {
            Self::Completed => 0,
            Self::EndedEarly => 1,
        }
    }

    /// The ending with this number, or `None`.
    pub fn from_code(code: u8) -> Option<Self> {
        [Self::Completed, Self::EndedEarly].into_iter().find(|it| it.code() == code)
    }
}

/// Everything a screen shows of a session at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Whether it moves.
    pub state: State,
    /// What runs, or would run.
    pub phase: Phase,
    /// The current step, from 1; after-care belongs to the last.
    pub step: usize,
    /// Number of steps.
    pub steps: usize,
    /// The current exercise; the last one in after-care.
    pub exercise: ExerciseId,
    /// The side that is worked or got ready for.
    pub side: Side,
    /// Time left of what runs, 0 to `length`.
    pub left: Span,
    /// Length of what runs, with all extensions; zero when done.
    pub length: Span,
    /// Time left of the whole session.
    pub total_left: Span,
    /// What follows the hold at hand, if anything.
    pub next: Option<Upcoming>,
    /// Whether the person eased the current step, or took an easier one.
    pub eased: bool,
    /// Changes whenever a segment starts, starts again, is extended or goes on.
    pub segment: u32,
}

impl View {
    /// How much of what runs is over, 0 to 1000 of 1000; 1000 when there is nothing to run.
    pub fn progress_permille(&self) -> u16 {
        if self.length.is_zero() {
            return 1000;
        }
        let over = u64::from(self.length.less(self.left).millis());
        let permille = over.saturating_mul(1000) / u64::from(self.length.millis());
        u16::try_from(permille.min(1000)).unwrap_or(1000)
    }
}

/// The next hold, or after-care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// [`Phase::Work`] or [`Phase::Aftercare`].
    pub phase: Phase,
    /// Its exercise; the last one for after-care.
    pub exercise: ExerciseId,
    /// Its side.
    pub side: Side,
}

/// What the app must do now, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Stop speech at once.
    Hush,
    /// Replaces all tones scheduled for later than now; tones already due are left to sound.
    Tones(Vec<ToneAt>),
    /// Vibrate now, for a tone that is due.
    Pulse(Tone),
    /// Another segment runs, or the state changed: save, announce, tell the media session.
    Entered,
    /// Speak now; cuts whatever is still being spoken.
    Say(Cue),
    /// Offer to end with slow breathing: 3 eases or 2 skips (clinical-evidence 3.5).
    EnoughForNow,
    /// The session is over.
    Ended(Summary),
}
