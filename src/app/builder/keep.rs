//! Keeping what is made: by itself a moment after the last edit, and when the page is hidden or left.

use leptos::prelude::SetValue;

use super::Builder;
use super::desk::Desk;
use crate::app::shelf::{Kept, Origin};
use crate::app::store::{Loaded, Store};
use crate::codec::record::Making;
use crate::domain::builder::Edit;
use crate::domain::shared::Dated;
use crate::domain::time::Span;
use crate::i18n::{builder as words, format, sharing};
use crate::platform::clock;
use crate::platform::timer::Timer;
use crate::platform::visibility::{self, Change};

/// How long after the last edit the draft is kept, in milliseconds.
const WAIT_MILLIS: u32 = 1_000;

/// What was kept for the next routine.
pub(super) fn making(store: &Store) -> Making {
    match store.load::<Making>() {
        Loaded::Found(making) => making,
        Loaded::Nothing | Loaded::Unreadable => Making::default(),
    }
}

impl Builder {
    /// Keeps the draft at once whenever the page is hidden or left.
    pub fn follow_visibility(&'static self) {
        let watch = visibility::watch(move |change| match change {
            Change::Hidden | Change::Frozen | Change::PageHide => self.keep_now(),
            Change::Visible | Change::Resumed | Change::PageShow { .. } => {}
        });
        // For as long as the page lives.
        std::mem::forget(watch);
    }

    /// Puts today's date on the routine, or takes the date away.
    pub fn date(&'static self, on: bool) {
        let day = if on { Dated::of(clock::today()) } else { None };
        self.act(Edit::Dated(day), String::new());
    }

    /// Saves the draft among the person's routines.
    pub fn save(&'static self) {
        self.settle();
        let title = self.with_desk(|desk| {
            desk.is_draft = false;
            desk.unsaved = true;
            sharing::title(desk.draft.routine()).to_owned()
        });
        self.keep_now();
        self.show();
        if let Some(title) = title {
            self.say(format::fill(words::SAVED, &[&title]));
        }
    }

    /// Keeps a copy as a template, from which others start.
    pub fn save_as_template(&'static self) {
        let Some(routine) = self.routine() else { return };
        let today = clock::today();
        self.say(format::fill(words::TEMPLATE_SAVED, &[sharing::title(&routine)]));
        self.shelf.keep(Kept {
            id: self.shelf.next_id(),
            origin: Origin::Template,
            added: today,
            changed: today,
            is_draft: false,
            pack: self.pack.peek(),
            routine,
        });
    }

    /// Takes the routine on the desk away; it can be brought back until another one is.
    pub fn delete(&'static self) {
        self.settle();
        self.keep_now();
        let Some(desk) = self.desk().take() else { return };
        self.timer.set_value(None);
        self.clear_rows();
        let title = sharing::title(desk.draft.routine()).to_owned();
        let kept = self.shelf.forget(&desk.id).unwrap_or_else(|| desk.kept());
        *self.gone.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(kept);
        self.deleted.set(Some(title));
    }

    /// Brings back what was deleted last; its id.
    pub fn restore(&'static self) -> Option<String> {
        let mut gone = self.gone.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let kept = gone.take()?;
        self.deleted.set(None);
        let id = kept.id.clone();
        self.shelf.keep(kept);
        Some(id)
    }

    /// Keeps the draft a moment from now, counted from the last call.
    pub(super) fn keep_later(&'static self) {
        let wait = Span::from_millis(WAIT_MILLIS);
        self.timer.set_value(Some(Timer::after(wait, move || self.keep_now())));
    }

    /// Keeps the draft now, if there is anything new in it.
    pub fn keep_now(&'static self) {
        self.settle();
        let kept = self.with_desk(|desk| {
            core::mem::take(&mut desk.unsaved).then(|| (desk.kept(), desk.signs))
        });
        let Some((kept, signs)) = kept.flatten() else { return };
        let mut making = self.making.peek();
        if signs {
            making.maker = kept.routine.from.clone();
        }
        if kept.origin != Origin::Template {
            making.last = Some(kept.id.clone());
        }
        if making != self.making.peek() {
            self.store.save(&making);
            self.making.set(making);
        }
        self.shelf.keep(kept);
    }
}

impl Desk {
    /// The draft as it is kept.
    fn kept(&self) -> Kept {
        Kept {
            id: self.id.clone(),
            origin: self.origin,
            added: self.added,
            changed: clock::today(),
            is_draft: self.is_draft,
            pack: self.draft.pack().as_str().to_owned(),
            routine: self.draft.routine().clone(),
        }
    }
}
