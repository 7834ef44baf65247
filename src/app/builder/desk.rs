//! What lies on the builder's desk: one draft, and what is known of its keeping.

use crate::app::shelf::Origin;
use crate::domain::builder::{Draft, Edit};
use crate::domain::time::LocalDay;

/// The draft that is open.
pub(super) struct Desk {
    /// Its id among what is kept.
    pub(super) id: String,
    /// Whether it is a routine or a template.
    pub(super) origin: Origin,
    /// The day it was begun.
    pub(super) added: LocalDay,
    /// Whether it was not saved yet.
    pub(super) is_draft: bool,
    /// The routine.
    pub(super) draft: Draft,
    /// What is being typed and is no edit yet.
    pub(super) typing: Option<Edit>,
    /// Whether its maker said who they are, which is kept for the next routine.
    pub(super) signs: bool,
    /// Whether it differs from what is kept.
    pub(super) unsaved: bool,
}

impl Desk {
    /// Whether nothing was made on it that would be kept.
    pub(super) const fn is_untouched(&self) -> bool {
        let is_new = self.is_draft && !self.unsaved && !self.draft.can_undo();
        is_new && self.draft.routine().steps.is_empty()
    }

    /// Whether something else is being typed than what `edit` is about.
    pub(super) fn types_elsewhere(&self, edit: &Edit) -> bool {
        let about = core::mem::discriminant::<Edit>;
        match (&self.typing, edit) {
            (None, _) => false,
            (Some(Edit::Change { steps, to }), Edit::Change { steps: others, to: other }) => {
                steps != others || core::mem::discriminant(to) != core::mem::discriminant(other)
            }
            (Some(typed), _) => about(typed) != about(edit),
        }
    }
}
