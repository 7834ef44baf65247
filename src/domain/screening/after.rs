//! What a session leaves behind in a person's health: marks, and questions that are open again (R55).

use super::Complaint;
use super::health::{Health, Told};
use super::replies::Done;
use super::rules::Rules;
use super::standing::Standing;
use crate::domain::caution::Tag;
use crate::domain::condition::{Act, Condition, ConditionId, Trouble};
use crate::domain::time::LocalDay;

impl Health {
    /// Takes in the complaints of a session: a bruise marks its area and asks about blood thinners again;
    /// numbness asks about leg nerves again (clinical-evidence 3.5).
    pub fn after_session(&mut self, rules: Rules<'_>, done: &Done) {
        for said in &done.said {
            match said.complaint {
                Complaint::Bruise => {
                    if let Some(exercise) = rules.exercise(said.exercise) {
                        self.mark(exercise.area, Trouble::Bruised, done.day);
                    }
                    self.ask_again(rules, Tag::Anticoag);
                }
                Complaint::Tingling => self.ask_again(rules, Tag::Radicular),
                Complaint::TooStrong
                | Complaint::Sharp
                | Complaint::Dizzy
                | Complaint::Chest
                | Complaint::LegWeakness
                | Complaint::Clunk
                | Complaint::Cramp
                | Complaint::Panic => {}
            }
        }
    }

    /// Erases all that was told, but what locks until it was checked: that ends only so (R35).
    ///
    /// The question that led to such an answer stays with it, for without its "yes" the lock would be gone.
    pub fn erase(&mut self, rules: Rules<'_>) {
        let locks = |it: &Told| {
            let highest = rules.condition(it.id).and_then(Condition::highest);
            it.yes && highest >= Some(Act::Urgent)
        };
        let locking: Vec<ConditionId> =
            self.told.iter().filter(|it| locks(it)).map(|it| it.id).collect();
        let leads = |it: &Told| {
            let first = |id: &ConditionId| rules.condition(*id).and_then(|it| it.after);
            it.yes && locking.iter().any(|id| first(id) == Some(it.id))
        };
        self.told.retain(|it| locking.contains(&it.id) || leads(it));
        self.marks.retain(|it| {
            rules.trouble(it.trouble).is_none_or(|rule| rule.urgent_in.contains(it.area))
        });
        let (told, marks) = (core::mem::take(&mut self.told), core::mem::take(&mut self.marks));
        *self = Self { told, marks, ..Self::default() };
    }

    /// Leaves gentle mode by choice, after two weeks of good replies (R46). Answers whether it was taken.
    pub const fn leave_gentle(&mut self, standing: &Standing, today: LocalDay) -> bool {
        if standing.may_leave_gentle {
            self.left_gentle = Some(today);
        }
        standing.may_leave_gentle
    }

    /// Takes back every "no" to a condition that raises `tag`.
    fn ask_again(&mut self, rules: Rules<'_>, tag: Tag) {
        self.told.retain(|told| {
            told.yes || !rules.condition(told.id).is_some_and(|it| it.tags.contains(&tag))
        });
    }
}
