//! A session that is over, made into an entry.

use crate::domain::outcome::{Entry, SessionDone, StepDone, What};
use crate::domain::screening::{Mode, Said};
use crate::domain::session::Summary;
use crate::domain::shared::Line;
use crate::domain::time::LocalDay;
use crate::platform::clock;

/// A session that is over, as the player knows it.
pub struct Over<'a> {
    /// When it began, in wall-clock milliseconds since 1970.
    pub started: u64,
    /// Its routine's word in addresses.
    pub key: &'a str,
    /// Its routine's number in the library, or 0.
    pub number: u16,
    /// Its routine's name.
    pub name: &'a str,
    /// What was done in it.
    pub summary: &'a Summary,
    /// What the person said was wrong.
    pub said: &'a [Said],
    /// How cautious it was.
    pub mode: Mode,
}

impl Over<'_> {
    /// Its entry; `None` where nothing of it was done.
    pub(super) fn entry(&self) -> Option<Entry> {
        let Self { started, key, number, name, summary, said, mode } = *self;
        let secs = |span: crate::domain::time::Span| span.millis() / 1000;
        if summary.worked.is_zero() {
            return None;
        }
        let steps = summary.steps.iter().take(SessionDone::MAX_STEPS).map(|it| {
            let reasons = said.iter().filter(|said| said.exercise == it.exercise);
            StepDone {
                exercise: it.exercise,
                outcome: it.done,
                eases: it.eases,
                secs: u16::try_from(secs(it.worked)).unwrap_or(u16::MAX),
                reasons: reasons.map(|it| it.complaint).take(StepDone::MAX_REASONS).collect(),
            }
        });
        let day: LocalDay = clock::day_of(started);
        let what = What::Session(SessionDone {
            started,
            routine: key.to_owned(),
            number,
            name: Line::clean(name),
            secs: secs(summary.worked).min(SessionDone::MAX_SECS),
            mode,
            ending: summary.ending,
            steps: steps.collect(),
        });
        Some(Entry { at: clock::wall_millis(), day, what })
    }
}
