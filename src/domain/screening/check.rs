//! The check a phone keeps, and whether it lets a session begin.

use super::{Answers, Complaint, FlagSet, Level, List, Verdict};
use crate::domain::time::LocalDay;

/// Days after which a list is asked again, and days without a session that count as a gap (R8, R9).
pub const STALE_DAYS: i64 = 7;

/// A session stopped by a complaint that locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// What the person said.
    pub complaint: Complaint,
    /// The day it happened.
    pub day: LocalDay,
}

/// Everything the safety questions leave behind on the phone.
///
/// Change it through its methods; the fields are open so that a stored check can be rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The list answered last, [`List::Full`] or [`List::Short`].
    pub list: List,
    /// Flags that apply.
    pub ticked: FlagSet,
    /// The day of that list.
    pub asked: LocalDay,
    /// The complaint that stopped a session and locked the app.
    pub stopped: Option<Stopped>,
    /// The day the person says they were checked and told that gentle exercise is fine.
    pub cleared: Option<LocalDay>,
    /// The day of the last session.
    pub last_session: Option<LocalDay>,
    /// Whether the full list is due whatever its day.
    pub ask_full: bool,
}

/// What must happen before a session (R7 to R11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Ask the full list.
    AskFull,
    /// Ask the short list: "Any of these new?".
    AskAnythingNew,
    /// Nothing but the message of the verdict.
    Locked(Verdict),
    /// Ask the one-line question and show the set-up check; then go.
    Open,
}

/// A clearance was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClearError {
    /// The day given is after today.
    InFuture,
    /// The day given is before the answer that locked the app.
    BeforeAnswer,
    /// The day given is so long ago that it no longer counts.
    TooOld,
    /// Nothing is locked.
    NotLocked,
}

impl core::fmt::Display for ClearError {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(match self {
            Self::InFuture => "the day of the check is after today",
            Self::BeforeAnswer => "the day of the check is before the answer that locked the app",
            Self::TooOld => "the day of the check is 90 days ago or more",
            Self::NotLocked => "nothing is locked",
        })
    }
}

impl core::error::Error for ClearError {}

/// Decides what stands between the person and a session today.
///
/// `stored` is `None` when nothing was ever answered and when what is stored cannot be read: both ask
/// everything (R7).
pub fn gate(stored: Option<&Check>, today: LocalDay) -> Gate {
    let Some(check) = stored else { return Gate::AskFull };
    let verdict = check.verdict();
    if verdict.locks() {
        return if check.is_cleared(today) { Gate::AskFull } else { Gate::Locked(verdict) };
    }
    if check.ask_full || check.asked > today {
        return Gate::AskFull;
    }
    if days_between(check.asked, today) >= STALE_DAYS || check.has_unasked_gap(today) {
        return Gate::AskAnythingNew;
    }
    Gate::Open
}

/// [`gate`], with the short list due besides: strong pain now, or a "worse" since the last list (R57).
///
/// Ask [`Health::asks_list`](super::Health::asks_list) and [`Replies::asks_list`](super::Replies::asks_list).
pub fn gate_after(stored: Option<&Check>, today: LocalDay, asks_list: bool) -> Gate {
    match gate(stored, today) {
        Gate::Open if asks_list => Gate::AskAnythingNew,
        as_ever @ (Gate::Open | Gate::AskFull | Gate::AskAnythingNew | Gate::Locked(_)) => as_ever,
    }
}

impl Check {
    /// The check after `answers`, which join what was `stored`.
    ///
    /// A full list replaces the flags, unless a lock stands that was not cleared: then they are added.
    /// Any other list replaces only the flags it asks, and only while nothing is locked (R3, R12).
    #[must_use]
    pub fn record(stored: Option<&Self>, answers: &Answers) -> Self {
        let is_full = answers.list() == List::Full;
        let Some(old) = stored else { return Self::first(answers) };
        let unlocked_by_full = is_full && (!old.locks() || old.is_cleared(answers.day()));
        if unlocked_by_full {
            return Self { last_session: old.last_session, ..Self::first(answers) };
        }
        let asked_again: FlagSet = answers.list().flags().collect();
        let kept = if old.locks() { old.ticked } else { old.ticked.without(asked_again) };
        let counts_as_weekly = matches!(answers.list(), List::Full | List::Short);
        Self {
            list: if counts_as_weekly { answers.list() } else { old.list },
            ticked: kept.union(answers.flags()),
            asked: if counts_as_weekly { answers.day() } else { old.asked },
            ..*old
        }
    }

    /// The check after a complaint stopped a session.
    ///
    /// A complaint that locks is kept with its day; after any other the full list is due (R13).
    #[must_use]
    pub fn stopped_by(stored: Option<&Self>, complaint: Complaint, day: LocalDay) -> Self {
        let unasked = Answers::none_of_these(List::Short, day);
        let old = stored.copied().unwrap_or_else(|| Self::first(&unasked));
        if complaint.locks_at().is_none() {
            return old.ask_again();
        }
        let before = old.stopped.and_then(|it| it.complaint.locks_at());
        let worse = before <= complaint.locks_at();
        let stopped = if worse { Some(Stopped { complaint, day }) } else { old.stopped };
        Self { stopped, cleared: None, ..old }
    }

    /// The check after "something is new": the full list is due until it is answered (R10).
    #[must_use]
    pub const fn ask_again(self) -> Self {
        Self { ask_full: true, ..self }
    }

    /// The check after a session on `day`.
    #[must_use]
    pub const fn after_session(self, day: LocalDay) -> Self {
        Self { last_session: Some(day), ..self }
    }

    /// The check after "I have been checked and told I can do gentle exercise" on `day` (R12).
    ///
    /// It does not open the app: the full list is asked next.
    ///
    /// # Errors
    /// [`ClearError`] when nothing is locked, or `day` is after `today` or before the locking answer.
    pub fn clear(self, day: LocalDay, today: LocalDay) -> Result<Self, ClearError> {
        if !self.locks() {
            return Err(ClearError::NotLocked);
        }
        if day > today {
            return Err(ClearError::InFuture);
        }
        let cleared = Self { cleared: Some(day), ..self };
        if cleared.is_cleared(today) { Ok(cleared) } else { Err(ClearError::BeforeAnswer) }
    }

    /// What the kept answers add up to.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self.ticked, self.stopped.map(|it| it.complaint))
    }

    fn locks(&self) -> bool {
        self.verdict().level.is_some_and(Level::locks)
    }

    /// Whether a clearance answers the lock. A lock from a day that has not come yet was written
    /// under a wrong clock, so any clearance up to today answers it.
    fn is_cleared(&self, today: LocalDay) -> bool {
        let locked_on = self.stopped.map_or(self.asked, |it| it.day.max(self.asked));
        self.cleared.is_some_and(|day| day <= today && (day >= locked_on || locked_on > today))
    }

    /// Whether the person comes back after a week or more and was not asked since (R9). A last session
    /// in the future tells nothing about the gap, so it counts as one until a list is answered today.
    fn has_unasked_gap(&self, today: LocalDay) -> bool {
        self.last_session.is_some_and(|last| {
            if last > today {
                return self.asked < today;
            }
            days_between(last, today) >= STALE_DAYS && days_between(last, self.asked) < STALE_DAYS
        })
    }

    /// A check that begins with `answers`; unless they are of the full list, that list is still due.
    const fn first(answers: &Answers) -> Self {
        let is_full = matches!(answers.list(), List::Full);
        Self {
            list: if is_full { List::Full } else { List::Short },
            ticked: answers.flags(),
            asked: answers.day(),
            stopped: None,
            cleared: None,
            last_session: None,
            ask_full: !is_full,
        }
    }
}

fn days_between(earlier: LocalDay, later: LocalDay) -> i64 {
    i64::from(later.days()) - i64::from(earlier.days())
}
