//! Adding an exercise from its own page to the routine that was edited last.

use super::{Builder, Opening, Start};
use crate::app::shelf::Origin;
use crate::domain::builder::Edit;
use crate::domain::exercise::ExerciseId;
use crate::i18n::sharing;

/// What came of adding an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addition {
    /// It is the last step of this routine now.
    Done {
        /// The routine's id.
        id: String,
        /// Its title.
        title: String,
        /// How many steps it has.
        steps: usize,
    },
    /// It could not be added; why, in words.
    Refused(String),
}

impl Builder {
    /// Adds a library exercise to the end; whether that could be done.
    pub fn add(&'static self, id: ExerciseId, said: impl FnOnce(usize) -> String) -> bool {
        self.settle();
        let edit = self.with_desk(|desk| {
            let at = desk.draft.routine().steps.len();
            desk.draft.step_of(id).map(|step| Edit::Add { at, step: Box::new(step) })
        });
        let Some(edit) = edit.flatten() else { return false };
        let steps = self.keys.peek().len() + 1;
        self.act(edit, said(steps))
    }

    /// Adds an exercise to the draft that was edited last, or to a new one; what is kept must have been read.
    pub fn add_to_latest(&'static self, id: ExerciseId) -> Addition {
        // A routine that was deleted among the others does not come back with what is still on the desk.
        let last = self.making.peek().last;
        let is_gone = |id: &String| last.as_ref() == Some(id) && self.shelf.peek(id).is_none();
        if self.id().is_none_or(|id| is_gone(&id)) {
            let last = last.filter(|last| {
                self.shelf.peek(last).is_some_and(|it| it.origin != Origin::Received)
            });
            let is_here = last.is_some_and(|it| matches!(self.open(&it), Opening::Here(_)));
            if !is_here {
                self.begin(Start::Empty);
            }
        }
        if !self.add(id, |_| String::new()) {
            return Addition::Refused(self.said.peek());
        }
        self.keep_now();
        let done = self.with_desk(|desk| {
            let routine = desk.draft.routine();
            let title = sharing::title(routine).to_owned();
            Addition::Done { id: desk.id.clone(), title, steps: routine.steps.len() }
        });
        done.unwrap_or_else(|| Addition::Refused(String::new()))
    }
}
