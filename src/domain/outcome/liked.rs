//! How it felt around each routine.

use super::{Journal, Kind, SessionDone};
use crate::domain::time::LocalDay;

/// Pairs of ratings below which no mean is shown (P21).
pub const MIN_PAIRS: u32 = 3;

/// A routine and how it went for this person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Liked<'a> {
    /// The newest session of it.
    pub newest: &'a SessionDone,
    /// The day of that session.
    pub day: LocalDay,
    /// Sessions that count.
    pub sessions: u32,
    /// Sessions with a rating before and after.
    pub pairs: u32,
    /// Points by which pain was lower after than before, all pairs together; negative where it was higher.
    pub eased: i32,
}

impl Liked<'_> {
    /// Mean number of points by which pain was lower after than before, in tenths, rounded to the nearest;
    /// `None` below [`MIN_PAIRS`] pairs.
    pub fn mean_tenths(&self) -> Option<i32> {
        let pairs = i32::try_from(self.pairs).ok().filter(|_| self.pairs >= MIN_PAIRS)?;
        let twice = 20 * self.eased;
        Some((twice + twice.signum() * pairs) / (2 * pairs))
    }

    /// Order: those with a mean first, the best mean first, then the one done most often, then by slug.
    fn rank(&self, other: &Self) -> core::cmp::Ordering {
        let mean = |it: &Self| (it.pairs >= MIN_PAIRS).then_some((it.eased, it.pairs));
        let by_mean = match (mean(self), mean(other)) {
            (Some((eased, pairs)), Some((others, of))) => {
                (i64::from(others) * i64::from(pairs)).cmp(&(i64::from(eased) * i64::from(of)))
            }
            (Some(_), None) => core::cmp::Ordering::Less,
            (None, Some(_)) => core::cmp::Ordering::Greater,
            (None, None) => core::cmp::Ordering::Equal,
        };
        by_mean
            .then_with(|| other.sessions.cmp(&self.sessions))
            .then_with(|| self.newest.routine.cmp(&other.newest.routine))
    }
}

/// Every routine that was done, the one that went best first (P21).
pub fn liked(journal: &Journal) -> Vec<Liked<'_>> {
    // Sessions and both ratings are sorted by the session's start, so one pass joins them.
    let mut before = journal.felt(Kind::Before).peekable();
    let mut after = journal.felt(Kind::After).peekable();
    let mut all: Vec<Liked<'_>> = Vec::new();
    for (day, session) in journal.sessions() {
        while before.next_if(|it| it.session < session.started).is_some() {}
        while after.next_if(|it| it.session < session.started).is_some() {}
        let of = |it: Option<&&super::Felt>| {
            it.filter(|it| it.session == session.started).map(|it| i32::from(it.pain.get()))
        };
        let pair = of(before.peek()).zip(of(after.peek()));
        let at = all.iter().position(|it| it.newest.routine == session.routine);
        let at = at.unwrap_or_else(|| {
            all.push(Liked { newest: session, day, sessions: 0, pairs: 0, eased: 0 });
            all.len() - 1
        });
        let Some(one) = all.get_mut(at) else { continue };
        (one.newest, one.day) = (session, day);
        one.sessions += 1;
        if let Some((before, after)) = pair {
            one.pairs += 1;
            one.eased += before - after;
        }
    }
    // A few dozen at most.
    let mut ranked: Vec<Liked<'_>> = Vec::with_capacity(all.len());
    for one in all {
        let at = ranked.iter().position(|it| one.rank(it).is_lt()).unwrap_or(ranked.len());
        ranked.insert(at, one);
    }
    ranked
}
