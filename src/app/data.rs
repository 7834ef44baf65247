//! Everything that is kept: saved as a file, taken in from one, or erased.

use std::sync::{Mutex, PoisonError};

use leptos::ev;

use super::routes::Route;
use super::shelf::{Shelf as Routines, check_row};
use super::watched::Watched;
use crate::codec::backup::{self, Backup, BackupError, Import, MAX_BYTES};
use crate::codec::csv;
use crate::codec::record;
use crate::domain::outcome::Journal;
use crate::platform::file::{self, FileError};
use crate::platform::storage::database::{self, Answer, Change, Shelf};
use crate::platform::storage::local;
use crate::platform::{clock, frame, location, task};

/// What every key of the app begins with.
const BEGINNING: &str = "unknot.";

/// Where saving, taking in or erasing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing goes on.
    Idle,
    /// Something is read or written.
    Working,
    /// The file was handed to the browser.
    Saved,
    /// A file with routines alone was handed to the browser.
    RoutinesSaved,
    /// What a file would do, to be agreed to.
    Offered(Offer),
    /// It did not work, and nothing was changed.
    Failed(Failure),
}

/// What taking a file in would do, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// Sessions and ratings that are new here.
    pub added: usize,
    /// Those that take the place of an earlier version.
    pub replaced: usize,
    /// What is here already.
    pub known: usize,
    /// Settings, answers and routines that are taken.
    pub taken: usize,
    /// Settings, answers and routines of this phone that stay.
    pub kept: usize,
    /// What is left out, as it cannot be read.
    pub left_out: usize,
}

/// Why it did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file is too large.
    TooLarge,
    /// It is no backup of this app, or cut off.
    NotOurs,
    /// A newer version of the app made it.
    Newer,
    /// There is no room, or the browser keeps nothing.
    NotKept,
    /// The browser does not save files here.
    NotSaved,
}

/// Saving, taking in and erasing.
pub struct DataKeeper {
    shelf: &'static Routines,
    step: Watched<Step>,
    plan: Mutex<Option<Import>>,
}

impl DataKeeper {
    /// Starts with nothing going on.
    pub fn new(shelf: &'static Routines) -> Self {
        Self { shelf, step: Watched::new(Step::Idle), plan: Mutex::new(None) }
    }

    /// Where it stands; tracked.
    pub fn step(&self) -> Step {
        self.step.get()
    }

    /// Lets go of what was asked.
    pub fn cancel(&self) {
        self.keep_plan(None);
        self.step.set(Step::Idle);
    }

    /// Saves everything as one file.
    pub fn save_all(&'static self) {
        self.step.set(Step::Working);
        task::run(async move {
            let text = backup::write(&gather().await.unwrap_or_default());
            self.saved(file::save(&file_name("json"), "application/json", &text));
        });
    }

    /// Saves the journal as a table for spreadsheets.
    pub fn save_table(&'static self) {
        self.step.set(Step::Working);
        task::run(async move {
            let table = csv::write(&journal_of(&gather().await.unwrap_or_default()));
            self.saved(file::save(&file_name("csv"), "text/csv", &table));
        });
    }

    /// Saves one routine, or all, as a file.
    pub fn save_routines(&self, id: Option<&str>) {
        let is_saved = self.shelf.save_file(id);
        let failed = Step::Failed(Failure::NotSaved);
        self.step.set(if is_saved { Step::RoutinesSaved } else { failed });
    }

    fn saved(&self, is_saved: bool) {
        self.step.set(if is_saved { Step::Saved } else { Step::Failed(Failure::NotSaved) });
    }

    /// Reads the file that was chosen and says what it would do.
    pub fn choose(&'static self, event: &ev::Event) {
        #[expect(clippy::cast_precision_loss, reason = "32 MiB are exact")]
        let most = MAX_BYTES as f64;
        file::chosen(event, most, move |text| {
            self.step.set(Step::Working);
            // What is shown now is painted before the work begins.
            frame::after_paint(move || self.look_into(text));
        });
    }

    fn look_into(&'static self, text: Result<String, FileError>) {
        let found = match text {
            Ok(text) => backup::read(&text).map_err(failure),
            Err(FileError::TooLarge) => Err(Failure::TooLarge),
            Err(FileError::Unreadable) => Err(Failure::NotOurs),
        };
        let found = match found {
            Ok(found) => found,
            Err(why) => return self.step.set(Step::Failed(why)),
        };
        task::run(async move {
            let here = gather().await.unwrap_or_default();
            let journal = journal_of(&here);
            let plan = backup::import(&found, &here, &journal, check_row);
            // Somebody may have let it go meanwhile.
            if self.step.peek() == Step::Working {
                self.step.set(Step::Offered(offer(&plan)));
                self.keep_plan(Some(plan));
            }
        });
    }

    /// Does what was offered: all of it or nothing. Then the page starts anew with it.
    pub fn accept(&'static self) {
        let Some(plan) = self.keep_plan(None) else { return };
        self.step.set(Step::Working);
        task::run(async move {
            if take_in(&plan).await {
                let journal = &plan.journal;
                let only_routines = journal.added.is_empty() && journal.replaced.is_empty();
                restart(if only_routines { &Route::Routines } else { &Route::Progress });
            } else {
                self.step.set(Step::Failed(Failure::NotKept));
            }
        });
    }

    /// Erases everything, and starts anew as on the first day.
    pub fn erase(&'static self) {
        self.step.set(Step::Working);
        task::run(async move {
            let gone = database::erase().await;
            // Other tabs hold it in memory; the sign makes them start anew too. It goes with the rest.
            let sign = local::write(local::ERASED, &clock::wall_millis().to_string());
            let records = sign.and_then(|()| local::remove_all(BEGINNING));
            if gone.is_err() || records.is_err() {
                self.step.set(Step::Failed(Failure::NotKept));
            } else {
                restart(&Route::Home);
            }
        });
    }

    fn keep_plan(&self, plan: Option<Import>) -> Option<Import> {
        let mut kept = self.plan.lock().unwrap_or_else(PoisonError::into_inner);
        core::mem::replace(&mut *kept, plan)
    }
}

/// Starts the page anew at a screen.
fn restart(route: &Route) {
    location::replace_fragment(&route.fragment());
    location::reload();
}

fn file_name(ending: &str) -> String {
    ["unknot-", &csv::date(clock::today()), ".", ending].concat()
}

const fn failure(error: BackupError) -> Failure {
    match error {
        BackupError::TooLarge => Failure::TooLarge,
        BackupError::NotOurs => Failure::NotOurs,
        BackupError::Newer => Failure::Newer,
    }
}

/// Everything that is kept now; what the browser does not give is left out.
fn gather() -> Answer<'static, Backup> {
    Box::pin(async {
        let record = |key: &'static str| Some((key.to_owned(), local::read(key).ok().flatten()?));
        Ok(Backup {
            records: record::keys().filter_map(record).collect(),
            journal: database::all(Shelf::Journal).await.unwrap_or_default(),
            routines: database::all(Shelf::Routines).await.unwrap_or_default(),
            keys: database::all(Shelf::Keys).await.unwrap_or_default(),
        })
    })
}

fn journal_of(here: &Backup) -> Journal {
    let rows = here.journal.iter();
    Journal::of(rows.filter_map(|(key, text)| record::decode_row(key, text).ok()).collect())
}

fn offer(plan: &Import) -> Offer {
    Offer {
        added: plan.journal.added.len(),
        replaced: plan.journal.replaced.len(),
        known: plan.journal.known + plan.known,
        taken: plan.records.len() + plan.routines.len() + plan.keys.len(),
        kept: plan.kept,
        left_out: plan.unreadable + plan.newer,
    }
}

/// Writes the records, then the rows in one transaction; where those fail, the records go again.
async fn take_in(plan: &Import) -> bool {
    let mut written = Vec::new();
    let mut is_kept = true;
    for (key, text) in &plan.records {
        is_kept = is_kept && local::write(key, text).is_ok();
        if is_kept {
            written.push(key.as_str());
        }
    }
    if is_kept {
        let put = |shelf, put| Change { shelf, put, removed: Vec::new() };
        let rows = vec![
            put(Shelf::Journal, plan.journal_rows()),
            put(Shelf::Routines, plan.routines.clone()),
            put(Shelf::Keys, plan.keys.clone()),
        ];
        is_kept = database::change(rows).await.is_ok();
    }
    if !is_kept {
        // They were not there before.
        for key in written {
            local::remove(key).ok();
        }
    }
    is_kept
}
