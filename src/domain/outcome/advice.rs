//! What the app says about the course as a whole (clinical-evidence 1.4, 3.5 and 4.4).

use super::{Journal, Key, Kind, Label, Measures, course_start, flare_day};
use crate::domain::slug::slugged;
use crate::domain::time::LocalDay;

/// Days after which "no clear change" is worth a talk (clinical-evidence 4.4).
const SIX_WEEKS_DAYS: u32 = 42;
/// Measures that must be worse for that talk to come earlier.
const WORSE_MEASURES: usize = 2;

slugged! {
    /// Advice on the course.
    Advice {
        /// Worse on two measures: time to see a physio or doctor.
        WorseOnTwo = "worse-on-two",
        /// Six weeks without a clear change: time to see a physio or doctor.
        SixWeeks = "six-weeks",
        /// A flare today: go gently.
        Flare = "flare",
    }
}

/// The advice that applies on `today`, the gravest first (P18 to P20).
pub fn advice(journal: &Journal, measures: &Measures, today: LocalDay) -> Vec<Advice> {
    let mut found = Vec::new();
    let worse = measures.labels().filter(|it| *it == Label::Worse).count();
    if worse >= WORSE_MEASURES {
        found.push(Advice::WorseOnTwo);
    } else if is_six_weeks(journal, today)
        && measures.labels().next().is_some()
        && measures.labels().all(|it| it != Label::Clear)
    {
        found.push(Advice::SixWeeks);
    }
    let marked = Key { kind: Kind::Flare, number: i64::from(today.days()) };
    if journal.get(marked).is_some() || flare_day(&measures.days, today) {
        found.push(Advice::Flare);
    }
    found
}

fn is_six_weeks(journal: &Journal, today: LocalDay) -> bool {
    let start = course_start(journal);
    start.and_then(|start| today.days_since(start)).is_some_and(|it| it >= SIX_WEEKS_DAYS)
}
