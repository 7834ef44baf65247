//! Safety questions and what follows from them: answers in; a verdict, a fitted routine or the player's next
//! act out.
//!
//! The rules are numbered in `docs/spec/screening.md` and come from the evidence file, sections 1.1, 1.4, 1.5
//! and 3. Words live in `i18n::screening` and in the catalog.

mod after;
mod answers;
mod cause;
mod check;
mod fitting;
mod flag;
mod going_on;
mod health;
mod judge;
mod level;
mod mode;
mod pain;
mod prompts;
mod replies;
mod rules;
mod setup;
mod shape;
mod standing;
mod stop;
mod verdict;

pub use answers::{Answers, Draft, FlagSet, List};
pub use cause::Cause;
pub use check::{Check, ClearError, Gate, STALE_DAYS, Stopped, gate, gate_after};
pub use flag::{Flag, Rule};
pub use health::{CLEARANCE_DAYS, Clearance, Health, Known, MARKS_DAYS, Mark, Told};
pub use judge::{Fit, Judged, Lock, Person, Screen};
pub use level::Level;
pub use mode::{Limits, Mode, STARTER_SESSIONS};
pub use pain::{Pain, STRONG_PAIN};
pub use prompts::Prompt;
pub use replies::{Done, DoneStep, Due, Held, Hold, Replied, Replies, Reply, Said};
pub use rules::Rules;
pub use setup::{SetUp, set_up};
pub use shape::{LeftOut, Request, Shape, Shaped, ShapedStep};
pub use standing::Standing;
pub use stop::{
    Action, Advice, Complaint, ENOUGH, Question, Response, Waiting, answer, eased_to, leaves_out,
    respond,
};
pub use verdict::{Reason, Verdict, verdict};
