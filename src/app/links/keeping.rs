//! What a person keeps of a link: a copy as it came, or one to change.

use super::Shared;
use crate::app::context::App;
use crate::app::shelf::{Kept, Origin};
use crate::domain::outcome::{PlanFrom, What};
use crate::domain::shared::Maker;
use crate::platform::{clock, location};

impl App {
    /// Keeps a routine as it came, beside everything that is kept already (D26); pressed twice it is kept once.
    pub fn save_received(&'static self, shared: &Shared) {
        if shared.saved_as().is_none() {
            shared.saved(self.keep(shared, Origin::Received));
            self.take_on(shared);
        }
    }

    /// A person means to do what came with a link: how often becomes their plan, and the key stays for the reply.
    #[inline(never)]
    pub fn take_on(&'static self, shared: &Shared) {
        if !shared.is_linked() {
            // What is kept was taken on when it was saved.
            return;
        }
        let mut known = self.replies.known();
        let schedule = shared.routine.schedule;
        // Once: what the person plans afterwards stays.
        if schedule.is_some() && known.plan(&shared.key) {
            let routine = shared.key.clone();
            self.journal.note(What::Plan(PlanFrom { routine, schedule }));
        }
        if let Some(key) = shared.routine.reply_to {
            known.add(shared.routine.from.name.clone(), key);
        }
        self.replies.keep(known);
    }

    /// Keeps a copy that is the person's own, and goes on to change it.
    pub fn adjust_received(&'static self, shared: &Shared) {
        let id = self.keep(shared, Origin::Own);
        self.take_on(shared);
        location::set_fragment(&["#/builder/", &id].concat());
    }

    fn keep(&'static self, shared: &Shared, origin: Origin) -> String {
        let (id, today) = (self.shelf.next_id(), clock::today());
        let mut routine = shared.routine.clone();
        if origin == Origin::Own {
            // What is changed here is not from them any more.
            routine.from = Maker::default();
            routine.dated = None;
            routine.reply_to = None;
        }
        self.shelf.keep(Kept {
            id: id.clone(),
            origin,
            added: today,
            changed: today,
            is_draft: origin == Origin::Own,
            pack: String::new(),
            routine,
        });
        id
    }
}
