//! What a person does with the routines that are kept: renames, files, copies, takes out and brings back.

use super::{Kept, Origin, Shelf, locked};
use crate::codec::backup::{self, Backup};
use crate::codec::{file_name, record};
use crate::domain::shared::Line;
use crate::i18n::{format, sharing, shelf as words};
use crate::platform::{clock, file};

impl Shelf {
    /// Gives a routine another name.
    pub fn rename(&'static self, id: &str, name: &str) {
        self.change(id, |kept| kept.routine.title = Line::clean(name));
    }

    /// Files a routine in the pack of this name; an empty one takes it out of its pack.
    pub fn file_under(&'static self, id: &str, pack: &str) {
        self.change(id, |kept| Line::clean(pack).as_str().clone_into(&mut kept.pack));
    }

    /// Keeps a copy of a routine, which is the person's own; its id.
    pub fn copy(&'static self, id: &str) -> Option<String> {
        let mut kept = self.peek(id)?;
        let name = sharing::title(&kept.routine).to_owned();
        kept.routine.title = Line::clean(&format::fill(words::COPY_OF, &[&name]));
        kept.id = self.next_id();
        if kept.origin == Origin::Received {
            // Replies to what is made of it are not for whoever made it.
            kept.routine.reply_to = None;
        }
        // A copy of a template is still one; whatever else it is a copy of, it is changed here from now on.
        kept.origin = if kept.origin == Origin::Template { Origin::Template } else { Origin::Own };
        kept.added = clock::today();
        kept.changed = kept.added;
        let id = kept.id.clone();
        self.keep(kept);
        Some(id)
    }

    /// Takes a routine out; it can be brought back until another one is, or the page is closed.
    pub fn take_out(&'static self, id: &str) {
        self.gone.set(self.forget(id));
    }

    /// The name of what was taken out last; tracked.
    pub fn taken_out(&self) -> Option<String> {
        self.gone.get().map(|it| sharing::title(&it.routine).to_owned())
    }

    /// Brings back what was taken out last.
    pub fn bring_back(&'static self) {
        if let Some(kept) = self.gone.peek() {
            self.gone.set(None);
            self.keep(kept);
        }
    }

    /// Saves one routine, or all, as a file that any phone with this app can take in; whether the browser took it.
    pub fn save_file(&'static self, id: Option<&str>) -> bool {
        let all = locked(&self.all);
        let chosen = all.iter().filter(|it| id.is_none_or(|id| it.id == id));
        let routines: Vec<backup::Row> = chosen.map(|it| (it.id.clone(), it.encode())).collect();
        let title = match id {
            None => words::FILE.to_owned(),
            Some(id) => all
                .iter()
                .find(|it| it.id == id)
                .map(|it| sharing::title(&it.routine).to_owned())
                .unwrap_or_default(),
        };
        let text = backup::write(&Backup { routines, ..Backup::default() });
        file::save(&file_name(&title, "json"), "application/json", &text)
    }

    fn change(&'static self, id: &str, change: impl FnOnce(&mut Kept)) {
        let Some(before) = self.peek(id) else { return };
        let mut kept = before.clone();
        change(&mut kept);
        if kept != before {
            kept.changed = clock::today();
            self.keep(kept);
        }
    }
}

/// Whether the row of a routine can be read by this version.
///
/// # Errors
/// Why not.
pub(crate) fn check_row((id, text): &backup::Row) -> Result<(), record::RecordError> {
    Kept::decode(id, text).map(drop)
}
