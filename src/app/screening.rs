//! The safety check: what is kept of it, what must be asked now, and what follows.

use leptos::prelude::untrack;

use super::context::App;
use super::health::{HealthKeeper, Way};
use super::playable::Playable;
use super::questions::{Asked, Questions};
use super::routes::Route;
use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::domain::body::Area;
use crate::domain::equipment::Tool;
use crate::domain::screening::{
    CLEARANCE_DAYS, Check, Complaint, Draft, Due, Gate, Level, List, Lock, Pain, Reply, SetUp,
    Verdict, gate_after, set_up,
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
    /// How it was after the last session.
    NextDay(Due),
    /// What that reply means.
    Replied(Reply),
    /// The pain now.
    Pain,
    /// One of the health questions.
    Question(Asked),
    /// What was answered, to look over.
    Review,
    /// A health answer stands before any session.
    Held(Lock),
    /// No step of the routine is left.
    NothingLeft,
    /// The set-up check.
    Ready,
}

/// Days back that a check may be dated, one by one.
const CHECKED_DAYS: u16 = 14;

/// The weeks after them that a clinician's word at CLEAR may be dated; it counts for 90 days (R36).
const FIRST_WEEK: u16 = 3;
const LAST_WEEK: u16 = 12;

const _: () = assert!((LAST_WEEK as u32) * 7 < CLEARANCE_DAYS, "a word of the last week counts");

/// How long ago a list counts as answered just now: 10 minutes.
const JUST_NOW_MILLIS: u64 = 10 * 60 * 1000;

/// The safety answers and what stands between the person and a session.
pub struct Screening {
    store: &'static Store,
    health: &'static HealthKeeper,
    questions: &'static Questions,
    check: Watched<Option<Check>>,
    asking: Watched<Option<List>>,
    to_read: Watched<bool>,
    unreadable: Watched<bool>,
    /// When the full or short list was last answered, in wall-clock milliseconds.
    listed_at: Watched<u64>,
    /// What a rating after a session changed, and what it was before.
    felt: Watched<Option<(Pain, Option<Pain>)>>,
}

impl Screening {
    /// Reads what is kept; what cannot be read is asked again, never taken for "no risk".
    pub fn load(
        store: &'static Store,
        health: &'static HealthKeeper,
        questions: &'static Questions,
    ) -> Self {
        let (check, unreadable) = match store.load::<Check>() {
            Loaded::Found(check) => (Some(check), false),
            Loaded::Nothing => (None, false),
            Loaded::Unreadable => (None, true),
        };
        Self {
            store,
            health,
            questions,
            check: Watched::new(check),
            asking: Watched::new(None),
            to_read: Watched::new(false),
            unreadable: Watched::new(unreadable),
            listed_at: Watched::new(0),
            felt: Watched::new(None),
        }
    }

    /// What must be shown before a session of `routine`, or for the check alone; tracked.
    pub fn stage(&self, routine: Option<Playable>) -> Stage {
        if let Some(list) = self.asking.get() {
            return Stage::Ask(list);
        }
        if let Some(reply) = self.questions.replied() {
            return Stage::Replied(reply);
        }
        let check = self.check.get();
        let gate = gate_after(check.as_ref(), clock::today(), self.health.asks_list());
        if let Gate::Locked(verdict) = gate {
            return Stage::Locked(verdict);
        }
        // A "worse" asks for the short list, so this comes before it.
        if let Some(due) = self.health.due().filter(|_| routine.is_some()) {
            return Stage::NextDay(due);
        }
        match gate {
            Gate::AskFull => Stage::Ask(List::Full),
            Gate::AskAnythingNew => Stage::Ask(List::Short),
            Gate::Locked(verdict) => Stage::Locked(verdict),
            Gate::Open => match check.map(|it| it.verdict()) {
                Some(verdict) if self.to_read.get() && verdict.level == Some(Level::Info) => {
                    Stage::Info(verdict)
                }
                Some(_) | None => self.health_stage(routine),
            },
        }
    }

    /// What the health answers ask for.
    #[inline(never)]
    fn health_stage(&self, routine: Option<Playable>) -> Stage {
        let alone = self.questions.is_alone().then(|| self.questions.card(&[])).flatten();
        if let Some(asked) = alone {
            return Stage::Question(asked);
        }
        let Some(routine) = routine else {
            let graver = self.health.graver().and_then(|it| self.questions.card(&[it]));
            return match (graver, self.health.lock()) {
                (Some(asked), _) => Stage::Question(asked),
                (None, Some(lock)) => Stage::Held(lock),
                (None, None) => Stage::Ready,
            };
        };
        let way = self.health.way(routine);
        if let Way::Locked(lock) = way {
            return Stage::Held(lock);
        }
        if !routine.is_breathing() && !self.questions.pain_is_settled() {
            return Stage::Pain;
        }
        let open = if let Way::Ask(prompts) = &way { prompts.as_slice() } else { &[] };
        if let Some(asked) = self.questions.card(open) {
            return Stage::Question(asked);
        }
        match way {
            Way::Open | Way::NothingLeft if !self.questions.answered().is_empty() => Stage::Review,
            Way::NothingLeft => Stage::NothingLeft,
            Way::Open | Way::Ask(_) => Stage::Ready,
            Way::Locked(lock) => Stage::Held(lock),
        }
    }

    /// Whether a session of `routine` may begin now; not tracked.
    pub fn is_open(&self, routine: Playable) -> bool {
        untrack(|| self.stage(Some(routine))) == Stage::Ready
    }

    /// Whether a session of `routine` that was cut off may go on; what is left of it is judged by itself; not tracked.
    pub fn may_go_on(&self, routine: Playable) -> bool {
        matches!(untrack(|| self.stage(Some(routine))), Stage::Ready | Stage::NothingLeft)
    }

    /// Tells the pain now; a list that was answered a moment ago is not asked again for it.
    pub fn feel(&self, rating: u8, area: Option<Area>) {
        self.questions.feel(rating, area);
        self.spare_list();
    }

    /// Tells the pain right before a session: it counts as the pain of now (R70).
    pub fn feel_before(&self, rating: u8) {
        self.health.change(|health| health.feel_before(rating, clock::today()));
        self.spare_list();
    }

    /// Tells the pain right after a session (R70).
    pub fn feel_after(&self, rating: u8) {
        self.health.change(|health| self.felt.set(health.feel_after(rating, clock::today())));
    }

    /// Takes that back.
    pub fn unfeel_after(&self) {
        if let Some(felt) = self.felt.peek() {
            self.felt.set(None);
            self.health.change(|health| health.unfeel(felt));
        }
    }

    fn spare_list(&self) {
        let since = clock::wall_millis().checked_sub(self.listed_at.peek());
        if since.is_some_and(|millis| millis < JUST_NOW_MILLIS) {
            self.health.listed();
        }
    }

    /// Takes the answers of a list; without any it changes nothing.
    pub fn answer(&self, app: &'static App, draft: &Draft) {
        let Some(answers) = draft.answers(clock::today()) else { return };
        let asked_in_between = self.asking.peek().is_some_and(|list| list != List::Full);
        self.to_read.set(true);
        self.unreadable.set(false);
        if matches!(answers.list(), List::Full | List::Short) {
            self.listed_at.set(clock::wall_millis());
            self.health.listed();
        }
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
    pub fn something_new(&self, app: &'static App, routine: Playable) {
        if let Some(check) = self.check.peek() {
            self.keep(check.ask_again());
        }
        app.go(&Route::Check(Some(routine.key().to_owned())));
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
        let (today, day) = (clock::today(), day_before(days_ago));
        let cleared =
            self.check.peek().filter(|_| confirmed).and_then(|it| it.clear(day, today).ok());
        cleared.map(|check| self.keep(check)).is_some()
    }

    /// The days that a check can be dated, as days ago and in words.
    pub fn days_to_choose(&self) -> Vec<(u16, String)> {
        (0..=CHECKED_DAYS).map(|ago| (ago, day_in_words(ago.into()))).collect()
    }

    /// The days that a word at CLEAR can be dated: those, then every week as long as it counts (R36).
    pub fn weeks_to_choose(&self) -> Vec<(u16, String)> {
        let weeks = FIRST_WEEK..=LAST_WEEK;
        let weeks =
            weeks.map(|week| (week * 7, format::fill(words::WEEKS_AGO, &[&week.to_string()])));
        self.days_to_choose().into_iter().chain(weeks).collect()
    }

    /// The set-up check's lines for a routine.
    pub fn set_up_lines(&self, routine: Playable) -> Vec<SetUp> {
        let tools: Vec<Tool> =
            self.health.exercises(routine).into_iter().map(|it| it.tool).collect();
        set_up(&tools)
    }

    fn keep(&self, check: Check) {
        self.store.save(&check);
        self.check.set(Some(check));
    }
}

/// The day `days_ago` days before today.
pub fn day_before(days_ago: u16) -> LocalDay {
    LocalDay::from_days(clock::today().days().saturating_sub(i32::from(days_ago)))
}

/// A day up to today in words: today, yesterday, so many days ago.
pub fn day_in_words(ago: u32) -> String {
    match ago {
        0 => words::TODAY.to_owned(),
        1 => words::YESTERDAY.to_owned(),
        _ => format::fill(words::DAYS_AGO, &[&ago.to_string()]),
    }
}
