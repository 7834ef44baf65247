//! Why an exercise was left out, changed or locked, so that it can be told in the person's words (R40).

use crate::domain::body::Area;
use crate::domain::condition::{ConditionId, Trouble};
use crate::domain::equipment::Tool;

/// One reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The person told of this condition.
    Condition(ConditionId),
    /// This condition was not answered yet.
    Unanswered(ConditionId),
    /// The person told of this condition but not where.
    Where(ConditionId),
    /// A spot is marked.
    Mark(Area, Trouble),
    /// The body was not looked over yet.
    NotLookedOver,
    /// Gentle mode leaves out what takes the body's weight.
    GentleMode,
    /// Comfort mode keeps breathing, rest and easy moves only.
    ComfortMode,
    /// The pain told today is strong.
    StrongPain,
    /// The first three sessions are short and light.
    FirstSessions,
    /// It hurt sharply less than 7 days ago.
    Sharp,
    /// It made something numb or tingle.
    Numb,
    /// There was dizziness.
    Dizzy,
    /// A joint slipped.
    Slipped,
    /// It left a bruise or broke the skin.
    Bruise,
    /// A session was followed by "worse".
    Worse,
    /// One of the last three sessions was too much.
    Enough,
    /// Part of the record was lost.
    Unsure,
    /// It pressed firmly today already.
    PressedToday,
    /// Massage of this area is paused until a physio or doctor was asked.
    Paused(Area),
    /// A tool or place is not at hand.
    NoTool(Tool),
    /// Chair or wall comes before the floor.
    ChairFirst,
    /// The mode or the dose limits its time.
    Dose,
    /// It was too strong before, so it is a level down.
    LevelDown,
    /// Three good sessions: a little longer.
    LevelUp,
    /// The same massage already has its full time in this session.
    EnoughOfIt,
    /// The time of the routine or of the mode is used up.
    OutOfTime,
    /// The library does not hold it.
    NotInLibrary,
}
