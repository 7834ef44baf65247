//! The safety check: what is kept of it, what must be asked now, and what follows.

use super::context::App;
use super::routes::Route;
use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::catalog;
use crate::domain::equipment::Tool;
use crate::domain::routine::Routine;
use crate::domain::screening::{
    Check, Complaint, Draft, Gate, Level, List, SetUp, Verdict, gate, set_up,
};
use crate::domain::time::LocalDay;
use crate::i18n::format;
use crate::i18n::messages::check as words;
use crate::platform::clock;

/// What the check screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A list of red flags.
    Ask(List),
    /// Nothing but the message.
    Locked(Verdict),
    /// A card to read.
    Info(Verdict),
    /// The set-up check.
    Ready,
}

/// Days back that a clearance may be dated.
const CLEARANCE_DAYS: u16 = 14;

/// The safety answers and what stands between the person and a session.
pub struct Screening {
    store: &'static Store,
    check: Watched<Option<Check>>,
    asking: Watched<Option<List>>,
    to_read: Watched<bool>,
    unreadable: Watched<bool>,
}

impl Screening {
    /// Reads what is kept; what cannot be read is asked again, never taken for "no risk".
    pub fn load(store: &'static Store) -> Self {
        let (check, unreadable) = match store.load::<Check>() {
            Loaded::Found(check) => (Some(check), false),
            Loaded::Nothing => (None, false),
            Loaded::Unreadable => (None, true),
        };
        Self {
            store,
            check: Watched::new(check),
            asking: Watched::new(None),
            to_read: Watched::new(false),
            unreadable: Watched::new(unreadable),
        }
    }

    /// What must be shown before a session; tracked.
    pub fn stage(&self) -> Stage {
        if let Some(list) = self.asking.get() {
            return Stage::Ask(list);
        }
        let check = self.check.get();
        match gate(check.as_ref(), clock::today()) {
            Gate::AskFull => Stage::Ask(List::Full),
            Gate::AskAnythingNew => Stage::Ask(List::Short),
            Gate::Locked(verdict) => Stage::Locked(verdict),
            Gate::Open => match check.map(|it| it.verdict()) {
                Some(verdict) if self.to_read.get() && verdict.level == Some(Level::Info) => {
                    Stage::Info(verdict)
                }
                Some(_) | None => Stage::Ready,
            },
        }
    }

    /// Takes the answers of a list; without any it changes nothing.
    pub fn answer(&self, app: &'static App, draft: &Draft) {
        let Some(answers) = draft.answers(clock::today()) else { return };
        let asked_in_between = self.asking.peek().is_some_and(|list| list != List::Full);
        self.to_read.set(true);
        self.unreadable.set(false);
        self.keep(Check::record(self.check.peek().as_ref(), &answers));
        self.asking.set(None);
        if asked_in_between && answers.flags().is_empty() {
            app.player.show_summary(app);
        }
    }

    /// The INFO card was read.
    pub fn read_info(&self) {
        self.to_read.set(false);
    }

    /// Whether earlier answers could not be read; tracked.
    pub fn was_unreadable(&self) -> bool {
        self.unreadable.get()
    }

    /// Whether the questions were ever answered; tracked.
    pub fn is_answered(&self) -> bool {
        self.check.get().is_some()
    }

    /// Whether the person said that they were checked, so that only what is new counts; tracked.
    pub fn is_cleared(&self) -> bool {
        self.check.get().is_some_and(|check| check.cleared.is_some())
    }

    /// Asks `list` before anything else.
    pub fn ask(&self, list: List) {
        self.asking.set(Some(list));
    }

    /// "Something is new": the full list is due, and then the routine again.
    pub fn something_new(&self, app: &'static App, routine: &Routine) {
        if let Some(check) = self.check.peek() {
            self.keep(check.ask_again());
        }
        app.go(&Route::Check(Some(routine.slug.to_owned())));
    }

    /// A complaint stopped a session.
    pub fn stopped_by(&self, complaint: Complaint) {
        let stored = self.check.peek();
        self.keep(Check::stopped_by(stored.as_ref(), complaint, clock::today()));
    }

    /// A session took place today.
    pub fn after_session(&self) {
        if let Some(check) = self.check.peek() {
            self.keep(check.after_session(clock::today()));
        }
    }

    /// "I have been checked", `days_ago` days ago; answers whether it was taken.
    pub fn clear(&self, confirmed: bool, days_ago: u16) -> bool {
        let today = clock::today();
        let day = LocalDay::from_days(today.days().saturating_sub(i32::from(days_ago)));
        let cleared =
            self.check.peek().filter(|_| confirmed).and_then(|it| it.clear(day, today).ok());
        cleared.map(|check| self.keep(check)).is_some()
    }

    /// The days a clearance can be dated, as days ago and in words.
    pub fn days_to_choose(&self) -> Vec<(u16, String)> {
        (0..=CLEARANCE_DAYS)
            .map(|ago| {
                let day = match ago {
                    0 => words::TODAY.to_owned(),
                    1 => words::YESTERDAY.to_owned(),
                    _ => format::fill(words::DAYS_AGO, &[&ago.to_string()]),
                };
                (ago, day)
            })
            .collect()
    }

    /// The set-up check's lines for a routine.
    pub fn set_up_lines(&self, routine: &Routine) -> Vec<SetUp> {
        let tools: Vec<Tool> = routine
            .steps
            .iter()
            .filter_map(|step| catalog::exercise(step.exercise))
            .map(|it| it.tool)
            .collect();
        set_up(&tools)
    }

    fn keep(&self, check: Check) {
        self.store.save(&check);
        self.check.set(Some(check));
    }
}
