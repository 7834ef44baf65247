//! Everything that is kept: saved as a file, taken in from one, or erased.

mod kept;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use leptos::ev;

use super::journal::JournalKeeper;
use super::routes::Route;
use super::shelf::{Shelf as Routines, check_row};
use super::watched::Watched;
use crate::codec::backup::{self, Backup, BackupError, Import, Look, MAX_BYTES};
use crate::codec::csv;
use crate::platform::file::{self, FileError};
use crate::platform::storage::{database, local};
use crate::platform::{clock, frame, location, task};

/// What every key of the app begins with.
const BEGINNING: &str = "unknot.";
/// Rows of a file that are looked at before the page is painted again.
const AT_A_TIME: usize = 1000;

/// Where saving, taking in or erasing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing goes on.
    Idle,
    /// Something is read or written.
    Working,
    /// A file is looked through; it can be stopped.
    Looking,
    /// A file is taken in; it can be stopped, and then nothing of it is kept.
    Taking,
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
    /// Settings, routines and keys that are taken.
    pub taken: usize,
    /// Records of a person's health, which are taken only if that is the same person (U15).
    pub answers: usize,
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
    /// Something could not be erased.
    NotErased,
    /// What is kept here cannot be read now.
    NotRead,
    /// The person stopped it.
    Stopped,
    /// The browser does not save files here.
    NotSaved,
}

/// Saving, taking in and erasing.
pub struct DataKeeper {
    journal: &'static JournalKeeper,
    shelf: &'static Routines,
    step: Watched<Step>,
    /// How much of the file is done, in percent.
    done: Watched<usize>,
    stopped: AtomicBool,
    plan: Mutex<Option<Import>>,
}

impl DataKeeper {
    /// Starts with nothing going on.
    pub fn new(journal: &'static JournalKeeper, shelf: &'static Routines) -> Self {
        Self {
            journal,
            shelf,
            step: Watched::new(Step::Idle),
            done: Watched::new(0),
            stopped: AtomicBool::new(false),
            plan: Mutex::new(None),
        }
    }

    /// Where it stands; tracked.
    pub fn step(&self) -> Step {
        self.step.get()
    }

    /// How much of a file is done, in percent; tracked.
    pub fn done(&self) -> usize {
        self.done.get()
    }

    /// Lets go of what was asked, or stops what goes on: then nothing of the file is kept.
    pub fn cancel(&self) {
        if matches!(self.step.peek(), Step::Looking | Step::Taking) {
            self.stopped.store(true, Ordering::Relaxed);
        } else {
            self.keep_plan(None);
            self.step.set(Step::Idle);
        }
    }

    /// Something begins that can be stopped.
    fn begin(&self, step: Step) {
        self.stopped.store(false, Ordering::Relaxed);
        self.done.set(0);
        self.step.set(step);
    }

    /// So much of it is done; whether to go on.
    fn goes_on(&self, done: usize, of: usize) -> bool {
        self.done.set(done.saturating_mul(100).checked_div(of).unwrap_or(100));
        !self.stopped.load(Ordering::Relaxed)
    }

    /// Saves everything as one file.
    pub fn save_all(&'static self) {
        self.save("json", "application/json", backup::write);
    }

    /// Saves the journal as a table for spreadsheets.
    pub fn save_table(&'static self) {
        self.save("csv", "text/csv", |kept| csv::write(&kept::journal_of(kept)));
    }

    fn save(&'static self, ending: &'static str, kind: &'static str, write: fn(&Backup) -> String) {
        self.step.set(Step::Working);
        task::run(async move {
            // A copy without all of it would be none.
            self.step.set(match kept::gather(self.journal, self.shelf).await {
                Ok(kept) if file::save(&file_name(ending), kind, &write(&kept)) => Step::Saved,
                Ok(_) => Step::Failed(Failure::NotSaved),
                Err(_) => Step::Failed(Failure::NotRead),
            });
        });
    }

    /// Saves one routine, or all, as a file.
    pub fn save_routines(&self, id: Option<&str>) {
        let is_saved = self.shelf.save_file(id);
        let failed = Step::Failed(Failure::NotSaved);
        self.step.set(if is_saved { Step::RoutinesSaved } else { failed });
    }

    /// Reads the file that was chosen and says what it would do; health answers in it only `with_answers` (U15).
    pub fn choose(&'static self, event: &ev::Event, with_answers: bool) {
        #[expect(clippy::cast_precision_loss, reason = "32 MiB are exact")]
        let most = MAX_BYTES as f64;
        file::chosen(event, most, move |text| {
            self.begin(Step::Looking);
            task::run(async move {
                // What is shown now is painted before the work begins.
                frame::painted().await;
                self.step.set(match self.look_into(text).await {
                    Ok(mut plan) => {
                        if !with_answers {
                            plan.leave_answers();
                        }
                        let offered = offer(&plan);
                        self.keep_plan(Some(plan));
                        Step::Offered(offered)
                    }
                    Err(why) => Step::Failed(why),
                });
            });
        });
    }

    async fn look_into(&'static self, text: Result<String, FileError>) -> Result<Import, Failure> {
        let text = text.map_err(|why| match why {
            FileError::TooLarge => Failure::TooLarge,
            FileError::Unreadable => Failure::NotOurs,
        })?;
        let found = backup::read(&text).map_err(failure)?;
        drop(text);
        let here = kept::gather(self.journal, self.shelf).await.or(Err(Failure::NotRead))?;
        let journal = kept::journal_of(&here);
        let mut look = Look::default();
        while look.at_more(&found, AT_A_TIME) {
            if !self.goes_on(look.seen(), found.journal.len()) {
                return Err(Failure::Stopped);
            }
            frame::painted().await;
        }
        if !self.goes_on(1, 1) {
            return Err(Failure::Stopped);
        }
        Ok(look.end(&found, &here, &journal, check_row))
    }

    /// Does what was offered: all of it or nothing; health answers only when they are the person's `own` (U15). Then the
    /// page starts anew with it.
    pub fn accept(&'static self, own: bool) {
        let Some(mut plan) = self.keep_plan(None) else { return };
        if !own {
            plan.leave_answers();
        }
        self.begin(Step::Taking);
        task::run(async move {
            let rows = plan.journal_rows();
            let all = rows.len();
            let goes_on = Box::new(move |done| self.goes_on(done, all));
            if kept::take_in(&plan, rows, goes_on).await {
                let journal = &plan.journal;
                let only_routines = journal.added.is_empty() && journal.replaced.is_empty();
                restart(if only_routines { &Route::Routines } else { &Route::Progress });
            } else if self.stopped.load(Ordering::Relaxed) {
                self.step.set(Step::Failed(Failure::Stopped));
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
            // Other tabs hold it in memory; the sign makes them start anew too. It goes with the rest; a full phone takes
            // no sign.
            local::write(local::ERASED, &clock::wall_millis().to_string()).ok();
            if gone.is_err() || local::remove_all(BEGINNING).is_err() {
                self.step.set(Step::Failed(Failure::NotErased));
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

fn offer(plan: &Import) -> Offer {
    Offer {
        added: plan.journal.added.len(),
        replaced: plan.journal.replaced.len(),
        known: plan.journal.known + plan.known,
        taken: plan.records.len() - plan.answers() + plan.routines.len() + plan.keys.len(),
        answers: plan.answers(),
        kept: plan.kept,
        left_out: plan.unreadable + plan.newer,
    }
}
