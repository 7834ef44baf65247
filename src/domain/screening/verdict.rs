//! What the answers add up to.

use super::{Answers, Complaint, Flag, FlagSet, Level};

/// Why a verdict is what it is, so that it can be shown in the person's own words (R6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A red flag was ticked.
    Flag(Flag),
    /// A session was stopped by this complaint.
    Stopped(Complaint),
}

impl Reason {
    /// How serious it is.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Flag(flag) => Some(flag.rule().level),
            Self::Stopped(complaint) => complaint.locks_at(),
        }
    }
}

/// The highest level of all answers, with what led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The highest level; `None` when nothing applies.
    pub level: Option<Level>,
    /// Everything that applies, most serious first, then in the order of the table.
    pub reasons: Vec<Reason>,
}

/// Judges one answered list (R1).
pub fn verdict(answers: &Answers) -> Verdict {
    Verdict::of(answers.flags(), None)
}

impl Verdict {
    pub(super) fn of(flags: FlagSet, stopped: Option<Complaint>) -> Self {
        let all = || stopped.map(Reason::Stopped).into_iter().chain(flags.iter().map(Reason::Flag));
        let gravest_first = [Some(Level::Emergency), Some(Level::Urgent), Some(Level::Info), None];
        let reasons: Vec<Reason> = gravest_first
            .into_iter()
            .flat_map(|level| all().filter(move |reason| reason.level() == level))
            .collect();
        Self { level: reasons.first().and_then(|reason| reason.level()), reasons }
    }

    /// Whether every routine is locked (R1).
    pub fn locks(&self) -> bool {
        self.level.is_some_and(Level::locks)
    }

    /// The reasons of exactly `level`.
    pub fn at(&self, level: Level) -> impl Iterator<Item = Reason> {
        self.reasons.iter().copied().filter(move |reason| reason.level() == Some(level))
    }

    /// Whether being checked within days is soon enough, rather than today.
    ///
    /// Only when pain at night (RF11) is the one reason that locks (R5, clinical-evidence 3.2).
    pub fn can_wait_days(&self) -> bool {
        let mut locking =
            self.reasons.iter().filter(|reason| reason.level().is_some_and(Level::locks));
        locking.next() == Some(&Reason::Flag(Flag::NightPain)) && locking.next().is_none()
    }
}
