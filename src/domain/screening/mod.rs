//! Safety questions and what follows from them: answers in, a verdict or the player's next act out.
//!
//! The rules are numbered in `docs/spec/screening.md` (R1 to R30) and come from the evidence file,
//! sections 3.1, 3.2, 3.5 and 3.6. Words live in `i18n::screening`.

mod answers;
mod check;
mod flag;
mod level;
mod setup;
mod stop;
mod verdict;

pub use answers::{Answers, Draft, FlagSet, List};
pub use check::{Check, ClearError, Gate, STALE_DAYS, Stopped, gate};
pub use flag::{Flag, Rule};
pub use level::Level;
pub use setup::{SetUp, set_up};
pub use stop::{Action, Advice, Complaint, ENOUGH, Question, Response, answer, respond};
pub use verdict::{Reason, Verdict, verdict};
