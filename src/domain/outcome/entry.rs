//! What is noted: one entry a fact, each under a key of its own.

use core::fmt;

use super::{Change, Rating};
use crate::domain::body::Area;
use crate::domain::exercise::ExerciseId;
use crate::domain::screening::{Complaint, Mode, Reply};
use crate::domain::session::{Ending, Outcome};
use crate::domain::shared::{Line, Note, Schedule};
use crate::domain::slug::slugged;
use crate::domain::time::LocalDay;

slugged! {
    /// What an entry is about; its slug begins the entry's key. In the order of the slugs, as a database sorts keys.
    Kind {
        /// An activity that the person rates.
        Activity = "activity",
        /// How it felt after a session.
        After = "after",
        /// The day from which change is counted anew.
        Baseline = "baseline",
        /// How it felt before a session.
        Before = "before",
        /// Change in all.
        Change = "change",
        /// A day marked as a flare.
        Flare = "flare",
        /// A note.
        Note = "note",
        /// Average pain of a day.
        Pain = "pain",
        /// How often the person means to do it.
        Plan = "plan",
        /// A next-day reply.
        Reply = "reply",
        /// A session that is over.
        Session = "session",
        /// The questions of a week.
        Week = "week",
    }
}

/// The key of an entry: the same fact noted twice has the same key, so it is there once (P2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// What it is about.
    pub kind: Kind,
    /// Milliseconds since 1970 when the session began or the thing was made, or days since 1970.
    pub number: i64,
}

impl Key {
    /// Reads a key such as `session-1764374400000`; `None` when it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, number) = text.split_once('-')?;
        // `+5`, `05` and `-0` are numbers too, but no key is written so.
        let digits = number.strip_prefix('-').unwrap_or(number);
        let is_plain = number == "0" || matches!(digits.bytes().next(), Some(b'1'..=b'9'));
        let number = number.parse().ok().filter(|_| is_plain)?;
        Some(Self { kind: Kind::from_slug(kind)?, number })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.kind.slug())?;
        out.write_str("-")?;
        out.write_str(&self.number.to_string())
    }
}

/// One fact and when it was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was written last, in wall-clock milliseconds since 1970; of two versions the later counts (P4).
    pub at: u64,
    /// The day it belongs to, where the person was then; never worked out anew (P3).
    pub day: LocalDay,
    /// The fact.
    pub what: What,
}

/// The fact of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A session that is over.
    Session(SessionDone),
    /// How it felt before or after one.
    Felt(Felt),
    /// Average pain of the day.
    Pain(Rating),
    /// The questions of a week.
    Week(Week),
    /// An activity that the person rates.
    Activity(Activity),
    /// Change in all, since the start.
    Change(Change),
    /// A next-day reply.
    Reply(Reply),
    /// A note.
    Note(Note),
    /// A day the person marked as a flare.
    Flare,
    /// Change is counted from this day on, because the person chose so.
    Baseline,
    /// How often the person means to do it from this day on; `None` ends a plan.
    Plan(PlanFrom),
}

/// A session that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionDone {
    /// When it began, in wall-clock milliseconds since 1970: its name, so that it counts once (P2).
    pub started: u64,
    /// The routine's slug, at most 64 bytes of `a-z`, `0-9` and `-`.
    pub routine: String,
    /// The routine's number in the library; 0 for one that is not in it.
    pub number: u16,
    /// The routine's name at that time.
    pub name: Line,
    /// Time its holds ran, in seconds, at most [`SessionDone::MAX_SECS`].
    pub secs: u32,
    /// How cautious it was.
    pub mode: Mode,
    /// How it ended.
    pub ending: Ending,
    /// Its steps in order, at most [`SessionDone::MAX_STEPS`].
    pub steps: Vec<StepDone>,
}

impl SessionDone {
    /// Longest time that is kept, in seconds: ten hours.
    pub const MAX_SECS: u32 = 36_000;
    /// Most steps that are kept.
    pub const MAX_STEPS: usize = 200;

    /// Its length in whole minutes, rounded to the nearest.
    pub const fn minutes(&self) -> u32 {
        (self.secs + 30) / 60
    }

    /// Whether it counts as a session done: it was played to its end, or for a minute (P14).
    pub fn counts(&self) -> bool {
        self.secs >= 60 || (self.ending == Ending::Completed && self.secs > 0)
    }
}

/// What became of one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDone {
    /// Which exercise; 0 for one that is not in the library.
    pub exercise: ExerciseId,
    /// What became of it.
    pub outcome: Outcome,
    /// How often the person eased off.
    pub eases: u8,
    /// Time its holds ran, in seconds.
    pub secs: u16,
    /// What the person said was wrong with it, at most [`StepDone::MAX_REASONS`].
    pub reasons: Vec<Complaint>,
}

impl StepDone {
    /// Most reasons that are kept of one step.
    pub const MAX_REASONS: usize = 8;
}

slugged! {
    /// Before or after a session.
    When {
        /// Before it.
        Before = "before",
        /// After it.
        After = "after",
    }
}

/// How it felt before or after a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    /// When the session began, as in [`SessionDone::started`].
    pub session: u64,
    /// Before or after.
    pub when: When,
    /// Pain now.
    pub pain: Rating,
    /// Where it is felt most.
    pub place: Option<Area>,
}

/// The questions of a week; what was not answered is `None` or left out, and never made up (P7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Activities by their number, at most [`Activity::MAX`], each once.
    pub activities: Vec<(u64, Rating)>,
    /// Sleep.
    pub sleep: Option<Rating>,
    /// Confidence to do daily things.
    pub confidence: Option<Rating>,
}

/// Something the person wants to do more easily, in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its number: when it was named, in milliseconds since 1970.
    pub id: u64,
    /// What it is.
    pub name: Line,
    /// Whether it is still asked about.
    pub is_asked: bool,
}

impl Activity {
    /// Most activities that are asked about at a time (clinical-evidence 4.1).
    pub const MAX: usize = 3;
}

/// How often the person means to do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFrom {
    /// The routine that the plan came with; empty for a plan of one's own.
    pub routine: String,
    /// How often and for how long; `None` ends the plan before.
    pub schedule: Option<Schedule>,
}

impl Entry {
    /// Its key.
    pub fn key(&self) -> Key {
        let day = i64::from(self.day.days());
        let millis = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
        let (kind, number) = match &self.what {
            What::Session(it) => (Kind::Session, millis(it.started)),
            What::Felt(it) => {
                let kind = if it.when == When::Before { Kind::Before } else { Kind::After };
                (kind, millis(it.session))
            }
            What::Pain(_) => (Kind::Pain, day),
            What::Week(_) => (Kind::Week, day),
            What::Activity(it) => (Kind::Activity, millis(it.id)),
            What::Change(_) => (Kind::Change, day),
            What::Reply(_) => (Kind::Reply, day),
            What::Note(_) => (Kind::Note, millis(self.at)),
            What::Flare => (Kind::Flare, day),
            What::Baseline => (Kind::Baseline, day),
            What::Plan(_) => (Kind::Plan, day),
        };
        Key { kind, number }
    }
}
