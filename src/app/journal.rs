//! The journal: what was done and how it felt, read once and written as it comes.
//!
//! Screens read it from memory. A new entry goes to the outbox at once, and from there to the database; it leaves the
//! outbox only when the database has it, so that no crash loses it and none makes it count twice (P2, D25).

mod disk;
mod over;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use over::Over;

use super::notices::Kind as Notice;
use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::codec::record::{Outbox, Record};
use crate::domain::body::Area;
use crate::domain::outcome::{
    Activity, Entry, Felt, Journal, Key, Kind, PlanFrom, Rating, What, When,
};
use crate::domain::shared::{DaysAWeek, Line, Note, Schedule, TimesADay, Weeks};
use crate::domain::time::LocalDay;
use crate::platform::storage::{local, persist, persisted};
use crate::platform::{clock, location};

/// Whether the journal is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked for it.
    Unread,
    /// It is being read.
    Reading,
    /// It is here.
    Here,
    /// The browser lets nothing be kept: what is noted lasts until the page is closed.
    Unkept,
    /// It cannot be read now; what is noted waits.
    Late,
}

/// What the browser promised about what is kept here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// It was not asked yet, or does not answer.
    Unknown,
    /// It keeps it until the person clears it.
    Lasting,
    /// It may clear it when room runs short.
    Passing,
}

/// The journal's keeper.
pub struct JournalKeeper {
    store: &'static Store,
    journal: Mutex<Journal>,
    outbox: Mutex<Option<Outbox>>,
    state: Watched<State>,
    /// Whether the sessions of long ago are here too.
    is_whole: Watched<bool>,
    /// Rises with each thing that is noted or taken back here.
    noted: AtomicU32,
    /// Rises with each change, so that screens follow.
    version: Watched<u32>,
    /// Rows that could not be read; they stay where they are.
    unreadable: Watched<usize>,
    promise: Watched<Promise>,
    /// Pain told before the session that is about to start.
    before: Watched<Option<(Rating, Option<Area>)>>,
}

impl JournalKeeper {
    /// Starts without having read anything.
    pub fn new(store: &'static Store) -> Self {
        Self {
            store,
            journal: Mutex::new(Journal::default()),
            outbox: Mutex::new(None),
            state: Watched::new(State::Unread),
            is_whole: Watched::new(false),
            noted: AtomicU32::new(0),
            version: Watched::new(0),
            unreadable: Watched::new(0),
            promise: Watched::new(Promise::Unknown),
            before: Watched::new(None),
        }
    }

    /// Follows what other tabs write and erase.
    pub fn follow_other_tabs(&'static self) {
        let watch = local::watch(move |key, is_written| {
            if key == local::ERASED && is_written {
                location::reload();
            } else if key == Outbox::KEY && !is_written && self.state.peek() == State::Here {
                // Another tab has written to the database.
                disk::read(self);
            }
        });
        leptos::prelude::StoredValue::new_local(watch);
    }

    /// Whether it is here; tracked. The first to ask has it read.
    pub fn state(&'static self) -> State {
        if self.state.peek() == State::Unread {
            self.open();
        }
        self.state.get()
    }

    /// Looks at the journal; tracked.
    pub fn read<R>(&'static self, look: impl FnOnce(&Journal) -> R) -> R {
        self.version.track();
        look(&locked(&self.journal))
    }

    /// Whether the sessions of long ago are here too, not only those of half a year; tracked.
    pub fn is_whole(&self) -> bool {
        self.is_whole.get()
    }

    /// How many rows could not be read; tracked.
    pub fn unreadable(&self) -> usize {
        self.unreadable.get()
    }

    /// What the browser promised; tracked.
    pub fn promise(&self) -> Promise {
        self.promise.get()
    }

    /// Asks the browser not to clear what is kept, and takes its answer.
    pub fn ask_to_last(&'static self) {
        persist(move |answer| self.promise.set(promise_of(answer)));
    }

    /// Looks up what the browser promised before.
    pub fn look_up_promise(&'static self) {
        persisted(move |answer| self.promise.set(promise_of(answer)));
    }

    /// Notes something of today.
    pub fn note(&'static self, what: What) {
        self.put(Entry { at: clock::wall_millis(), day: clock::today(), what });
    }

    /// Takes an entry back.
    pub fn take_back(&'static self, key: Key) {
        self.noted.fetch_add(1, Ordering::Relaxed);
        locked(&self.journal).remove(key);
        self.change_outbox(|outbox| outbox.entries.retain(|it| it.key() != key));
        self.changed();
        disk::remove(self, key);
    }

    /// What today's rating of this kind is; tracked.
    pub fn today(&'static self, kind: Kind) -> Option<What> {
        let key = Key { kind, number: i64::from(clock::today().days()) };
        self.read(|journal| journal.get(key).map(|it| it.what.clone()))
    }

    /// Takes today's rating of this kind back.
    pub fn take_back_today(&'static self, kind: Kind) {
        self.take_back(Key { kind, number: i64::from(clock::today().days()) });
    }

    /// Means to do it on so many days a week from today on; none ends the plan.
    pub fn plan_days(&'static self, days: u16) {
        let schedule = (days > 0).then(|| Schedule {
            times: TimesADay::held(1),
            days: DaysAWeek::held(days),
            weeks: Weeks::held(Weeks::MAX),
        });
        self.note(What::Plan(PlanFrom { routine: String::new(), schedule }));
    }

    /// Asks no more about an activity; what was rated stays.
    pub fn ask_no_more(&'static self, activity: &Activity) {
        let activity = Activity { is_asked: false, ..activity.clone() };
        self.note(What::Activity(activity));
    }

    /// Names an activity to be asked about.
    pub fn name_activity(&'static self, name: &str) {
        let name = Line::clean(name);
        if !name.is_empty() {
            self.note(What::Activity(Activity { id: clock::wall_millis(), name, is_asked: true }));
        }
    }

    /// Keeps a note.
    pub fn keep_note(&'static self, text: &str) {
        let note = Note::clean(text);
        if !note.is_empty() {
            self.note(What::Note(note));
        }
    }

    /// Pain told before the session that is about to start; tracked.
    pub fn before(&self) -> Option<Rating> {
        self.before.get().map(|it| it.0)
    }

    /// Takes the pain before the session that is about to start, or lets it go.
    pub fn feel_before(&self, pain: Option<Rating>, place: Option<Area>) {
        self.before.set(pain.map(|it| (it, place)));
    }

    /// A session starts: what was told before it belongs to it now.
    pub fn starts(&'static self, started: u64) {
        if let Some((pain, place)) = self.before.peek() {
            self.before.set(None);
            self.feel(started, When::Before, pain, place);
        }
    }

    /// Notes how it felt before or after a session.
    pub fn feel(&'static self, session: u64, when: When, pain: Rating, place: Option<Area>) {
        self.note(What::Felt(Felt { session, when, pain, place }));
    }

    /// Takes that back.
    pub fn unfeel(&'static self, session: u64, when: When) {
        let kind = if when == When::Before { Kind::Before } else { Kind::After };
        self.take_back(Key { kind, number: i64::try_from(session).unwrap_or(i64::MAX) });
    }

    /// Where it was felt most.
    pub fn feel_where(&'static self, session: u64, when: When, place: Option<Area>) {
        let kind = if when == When::Before { Kind::Before } else { Kind::After };
        let felt = leptos::prelude::untrack(|| self.felt(session, kind));
        if let Some(felt) = felt {
            self.feel(session, when, felt.pain, place);
        }
    }

    /// How it felt before or after a session; tracked.
    pub fn felt(&'static self, session: u64, kind: Kind) -> Option<Felt> {
        let number = i64::try_from(session).unwrap_or(i64::MAX);
        self.read(|journal| {
            let What::Felt(felt) = journal.get(Key { kind, number })?.what else { return None };
            Some(felt)
        })
    }

    /// Takes in a session that is over.
    pub fn add_session(&'static self, over: &Over<'_>) {
        let entry = over.entry();
        // The browser is asked once there is something worth keeping.
        if entry.is_some() {
            self.ask_to_last();
        }
        if let Some(entry) = entry {
            self.put(entry);
        }
    }

    fn put(&'static self, entry: Entry) {
        self.noted.fetch_add(1, Ordering::Relaxed);
        locked(&self.journal).put(entry.clone());
        self.change_outbox(|outbox| outbox.add(entry));
        self.changed();
        self.send();
    }

    fn changed(&self) {
        self.version.update(|it| *it = it.wrapping_add(1));
    }

    /// Sends what is in the outbox to the database.
    fn send(&'static self) {
        let entries = self.with_outbox(|outbox| outbox.entries.clone());
        if !entries.is_empty() {
            disk::write(self, entries);
        }
    }

    /// The database has these now.
    fn sent(&self, entries: &[Entry]) {
        self.change_outbox(|outbox| outbox.sent(entries));
    }

    fn open(&'static self) {
        self.state.set(State::Reading);
        disk::read(self);
    }

    /// Shows what was done of late, while the rest is still being read.
    fn show_recent(&'static self, entries: Vec<Entry>) {
        self.hold(entries);
        self.state.set(State::Here);
    }

    /// Takes in what the database holds.
    fn take_in(&'static self, entries: Vec<Entry>, unreadable: usize) {
        self.is_whole.set(true);
        self.hold(entries);
        self.unreadable.set(unreadable);
        if unreadable > 0 {
            self.store.notices().add(Notice::Damaged);
        }
        self.state.set(State::Here);
        self.send();
    }

    /// Holds these entries, under what is not in the database yet.
    fn hold(&self, entries: Vec<Entry>) {
        let noted = self.with_outbox(|outbox| outbox.entries.clone());
        let mut journal = Journal::of(entries);
        for entry in noted {
            journal.put(entry);
        }
        let is_other = {
            let mut held = locked(&self.journal);
            let is_other = *held != journal;
            *held = journal;
            is_other
        };
        if is_other {
            self.changed();
        }
    }

    /// Goes on without a database, for now or for good.
    fn unkept(&'static self, for_now: bool) {
        let here = locked(&self.journal).entries().to_vec();
        self.is_whole.set(true);
        self.hold(here);
        self.state.set(if for_now { State::Late } else { State::Unkept });
    }

    /// What the database does not have yet.
    pub(super) fn unsent(&self) -> Vec<Entry> {
        self.with_outbox(|outbox| outbox.entries.clone())
    }

    fn with_outbox<R>(&self, look: impl FnOnce(&mut Outbox) -> R) -> R {
        let mut outbox = locked(&self.outbox);
        let kept = outbox.get_or_insert_with(|| match self.store.load::<Outbox>() {
            Loaded::Found(kept) => kept,
            Loaded::Nothing | Loaded::Unreadable => Outbox::default(),
        });
        look(kept)
    }

    fn change_outbox(&self, change: impl FnOnce(&mut Outbox)) {
        let after = self.with_outbox(|outbox| {
            change(outbox);
            outbox.clone()
        });
        if after.entries.is_empty() {
            self.store.forget::<Outbox>();
        } else {
            self.store.save(&after);
        }
    }
}

const fn promise_of(answer: Option<bool>) -> Promise {
    match answer {
        Some(true) => Promise::Lasting,
        // A browser that promises nothing may clear it.
        Some(false) | None => Promise::Passing,
    }
}

/// Today, where the person is.
pub fn today() -> LocalDay {
    clock::today()
}

fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}
