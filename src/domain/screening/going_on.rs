//! What a session that was cut off may go on with: all that it was allowed, less what its own complaints forbid (R71).

use super::Complaint;
use super::replies::{Replies, Said};
use crate::domain::exercise::ExerciseId;

impl Replies {
    /// The record without the session that began at `started` and is noted in it, for judging whether that session may
    /// go on: what it pressed does not forbid its own next side, nor do its own eases make it gentle.
    ///
    /// `None` where a complaint in it ends it for good. What it holds until a physio was asked is still held.
    pub fn to_carry_on(&self, started: u64) -> Option<Self> {
        let ends = |it: &Said| {
            let complaint = it.complaint;
            matches!(complaint, Complaint::Dizzy | Complaint::Chest | Complaint::LegWeakness)
        };
        if self.said_in(started).any(ends) {
            return None;
        }
        let mut earlier = self.clone();
        earlier.sessions.retain(|it| it.ended != started);
        Some(earlier)
    }

    /// The exercises that were skipped in the session that began at `started`, as the complaint wants it (R69).
    pub fn left_out_of(&self, started: u64) -> Vec<ExerciseId> {
        let skips = |it: &Said| match it.complaint {
            Complaint::Sharp
            | Complaint::Tingling
            | Complaint::Bruise
            | Complaint::Clunk
            | Complaint::Dizzy
            | Complaint::Chest
            | Complaint::LegWeakness => true,
            Complaint::TooStrong | Complaint::Cramp | Complaint::Panic => false,
        };
        self.said_in(started).filter(|it| skips(it)).map(|it| it.exercise).collect()
    }

    fn said_in(&self, started: u64) -> impl Iterator<Item = &Said> {
        self.sessions.iter().filter(move |it| it.ended == started).flat_map(|it| &it.said)
    }
}
