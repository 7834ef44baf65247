//! What comes to the desk: something new, or something that is kept.

use super::Builder;
use super::desk::Desk;
use crate::app::library;
use crate::app::routes::Fork;
use crate::app::shelf::{Kept, Origin};
use crate::domain::builder::Draft;
use crate::domain::shared::{Line, SharedRoutine};
use crate::i18n::builder::COPY_OF;
use crate::i18n::format;
use crate::platform::clock;

/// What a new routine starts from.
pub enum Start {
    /// Nothing.
    Empty,
    /// A routine of the library.
    Stock(&'static crate::domain::routine::Routine),
    /// A routine that was received, kept or made from a template, in the pack it is filed under.
    Kept(Box<Kept>),
}

/// What came of opening a routine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// What is kept has not been read yet.
    #[default]
    Waiting,
    /// It lies on the desk, under this id.
    Here(String),
    /// Nothing of that name is kept here.
    Missing,
}

impl Builder {
    /// Opens the routine with this id; what is kept is tracked until it has been read.
    ///
    /// What somebody else made is not changed: a copy of it is opened.
    pub fn open(&'static self, id: &str) -> Opening {
        let lies_here = self.id().as_deref() == Some(id);
        if !self.shelf.is_ready() {
            return if lies_here { Opening::Here(id.to_owned()) } else { Opening::Waiting };
        }
        if lies_here {
            self.keep_now();
        }
        let kept = self.shelf.peek(id);
        if lies_here && self.is_as_kept(kept.as_ref()) {
            return Opening::Here(id.to_owned());
        }
        let Some(kept) = kept else { return Opening::Missing };
        if kept.origin == Origin::Received {
            return Opening::Here(self.begin(Start::Kept(Box::new(kept))));
        }
        self.keep_now();
        let id = kept.id.clone();
        if self.lay(kept) { Opening::Here(id) } else { Opening::Missing }
    }

    /// Begins a routine that starts from another.
    pub fn fork(&'static self, from: &Fork) -> Opening {
        let start = match from {
            Fork::Stock(slug) => library::routine(slug).map(Start::Stock),
            Fork::Kept(id) => {
                if !self.shelf.is_ready() {
                    return Opening::Waiting;
                }
                self.shelf.peek(id).map(|it| Start::Kept(Box::new(it)))
            }
        };
        start.map_or(Opening::Missing, |start| Opening::Here(self.begin(start)))
    }

    /// Begins a new routine; its id. One that starts from nothing is kept with its first edit.
    pub fn begin(&'static self, start: Start) -> String {
        self.keep_now();
        let maker = self.making.peek().maker;
        let mut pack = String::new();
        let mut routine = match start {
            Start::Empty => SharedRoutine::default(),
            Start::Stock(it) => {
                let name = library::routine_text(it.id).name;
                Draft::from_stock(it, name, library::exercises()).routine().clone()
            }
            Start::Kept(it) => {
                pack.clone_from(&it.pack);
                renamed(*it)
            }
        };
        // Whoever makes it now is who it is from, not who made what it starts from.
        routine.from = maker;
        routine.dated = None;
        let unsaved = !routine.steps.is_empty();
        let today = clock::today();
        let id = self.shelf.next_id();
        let laid = self.lay(Kept {
            id: id.clone(),
            origin: Origin::Own,
            added: today,
            changed: today,
            is_draft: true,
            pack,
            routine,
        });
        if laid && unsaved {
            self.with_desk(|desk| desk.unsaved = true);
            self.keep_now();
            self.show();
        }
        id
    }

    /// Whether the desk still holds what is kept: among the person's routines it may have got another name, or have
    /// been taken out. What was never kept is as it should be.
    fn is_as_kept(&self, kept: Option<&Kept>) -> bool {
        let is_same = self.with_desk(|desk| match kept {
            Some(kept) => {
                kept.routine == *desk.draft.routine() && kept.pack == desk.draft.pack().as_str()
            }
            None => desk.is_untouched(),
        });
        is_same.unwrap_or(false)
    }

    /// Lays a routine on the desk; `false` when it is longer than any that was decoded.
    fn lay(&'static self, kept: Kept) -> bool {
        let Kept { id, origin, added, is_draft, pack, routine, .. } = kept;
        let Ok(draft) = Draft::from_shared(routine, library::exercises()) else { return false };
        self.clear_rows();
        *self.desk() = Some(Desk {
            id,
            origin,
            added,
            is_draft,
            draft: draft.filed_under(Line::clean(&pack)),
            typing: None,
            signs: false,
            unsaved: false,
        });
        self.deleted.set(None);
        self.said.set(String::new());
        self.show();
        true
    }
}

/// The routine of what is kept, under a name that tells it from what it is a copy of.
fn renamed(kept: Kept) -> SharedRoutine {
    let mut routine = kept.routine;
    if kept.origin == Origin::Received {
        // Replies to what is made of it are not for whoever made it.
        routine.reply_to = None;
    }
    if kept.origin == Origin::Own && !routine.title.is_empty() {
        routine.title = Line::clean(&format::fill(COPY_OF, &[routine.title.as_str()]));
    }
    routine
}
