//! What the person told of their health and how sessions went, and the rules applied to both.
//!
//! The records are read when the first screen asks for them, so that Home needs nothing of this to be shown.

mod way;

use leptos::prelude::untrack;

pub use way::Way;

use super::history::HistoryKeeper;
use super::notices::Kind;
use super::store::{Loaded, Store};
use super::watched::Watched;
use crate::catalog;
use crate::codec::record::{Missing, Place, StoredPlan};
use crate::domain::equipment::{Tool, ToolSet};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::routine::Routine;
use crate::domain::screening::{
    Cause, Done, DoneStep, Due, Fit, Health, Judged, Limits, Lock, Mode, Person, Prompt, Replies,
    Reply, Said, Screen, Shape, Shaped, Standing,
};
use crate::domain::session::{Outcome, Summary};
use crate::domain::time::LocalDay;
use crate::platform::clock;

/// Both records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Answers, marked spots, pain, clearances.
    pub health: Health,
    /// Sessions that are over and how they felt the next day.
    pub replies: Replies,
}

/// The keeper of the health answers and of the next-day replies.
pub struct HealthKeeper {
    store: &'static Store,
    history: &'static HistoryKeeper,
    told: Watched<Option<Told>>,
    unreadable: Watched<bool>,
    missing: Watched<Option<Missing>>,
}

impl HealthKeeper {
    /// Starts without having read anything.
    pub fn new(store: &'static Store, history: &'static HistoryKeeper) -> Self {
        Self {
            store,
            history,
            told: Watched::new(None),
            unreadable: Watched::new(false),
            missing: Watched::new(None),
        }
    }

    /// Both records; tracked.
    #[inline(never)]
    pub fn told(&self) -> Told {
        if self.told.peek().is_none() {
            self.told.set(Some(self.load()));
        }
        self.told.get().unwrap_or_default()
    }

    /// Whether earlier answers could not be read, so that they are asked again; tracked.
    pub fn was_unreadable(&self) -> bool {
        self.unreadable.get()
    }

    /// Changes the health answers and keeps the change.
    pub fn change(&self, change: impl FnOnce(&mut Health)) {
        let mut told = untrack(|| self.told());
        change(&mut told.health);
        self.keep(told, true, false);
    }

    /// Changes the replies and keeps the change.
    pub fn change_replies(&self, change: impl FnOnce(&mut Replies)) {
        let mut told = untrack(|| self.told());
        change(&mut told.replies);
        self.keep(told, false, true);
    }

    /// Notes a complaint at once, so that nothing of it is lost if the session never ends properly.
    ///
    /// `started` is when the session began; it names the note until the session is over.
    pub fn complained(&self, started: u64, said: Said) {
        self.note(started, |done| {
            let (exercise, outcome) = (said.exercise, Outcome::TooMuch);
            done.steps.push(DoneStep { exercise, outcome, eases: 0 });
            done.said.push(said);
        });
    }

    /// Notes that a session came to three eases or two skips (R27).
    pub fn was_enough(&self, started: u64) {
        self.note(started, |done| done.enough = true);
    }

    /// Takes in a session that is over, with what was noted in it.
    pub fn after_session(&self, started: u64, summary: &Summary) {
        self.note(started, |done| {
            let (said, enough) = (core::mem::take(&mut done.said), done.enough);
            *done = Done::of(summary, said, enough, clock::wall_millis(), clock::today());
        });
    }

    /// Takes in a session that was cut off and is not carried on, as it stood when it was `saved` (R50).
    #[inline(never)]
    pub fn after_cut_off(&self, plan: &StoredPlan, place: &Place) {
        let mut told = untrack(|| self.told());
        take_in(&mut told, plan, place);
        self.keep(told, true, true);
    }

    fn note(&self, started: u64, change: impl FnOnce(&mut Done)) {
        let mut told = untrack(|| self.told());
        note_in(&mut told, started, change);
        self.keep(told, true, true);
    }

    /// The red flags were asked again, as strong pain or a "worse" wants.
    pub fn listed(&self) {
        let mut told = untrack(|| self.told());
        told.health.listed();
        told.replies.listed();
        self.keep(told, true, true);
    }

    /// Whether strong pain or a "worse" asks for the red flags; tracked.
    pub fn asks_list(&self) -> bool {
        let told = self.told();
        told.health.asks_list(clock::today()) || told.replies.asks_list()
    }

    /// What earlier sessions ask of the next one; tracked.
    pub fn standing(&self) -> Standing {
        standing(&self.told(), clock::today())
    }

    /// What locks everything; tracked.
    pub fn lock(&self) -> Option<Lock> {
        let mut lock = None;
        self.ask(&mut |screen| lock = screen.lock());
        lock
    }

    /// The mode of today and its limits; tracked.
    pub fn limits(&self) -> Limits {
        self.applied(|screen| screen.limits().clone())
    }

    /// The things worth knowing about what was told; tracked.
    pub fn cards(&self) -> Vec<Cause> {
        let mut cards = Vec::new();
        self.ask(&mut |screen| cards = screen.cards());
        cards
    }

    /// Those of them that belong to an exercise; tracked.
    pub fn cards_of(&self, exercise: &Exercise) -> Vec<Cause> {
        let mut cards = Vec::new();
        self.ask(&mut |screen| cards = screen.cards_of(exercise));
        cards
    }

    /// May this exercise be done, and why not; tracked.
    #[inline(never)]
    pub fn judge(&self, exercise: &Exercise) -> Judged {
        let mut judged = Judged { fit: Fit::NeedsAnswer, why: Vec::new() };
        self.ask(&mut |screen| judged = screen.judge(exercise));
        judged
    }

    /// The exercises that are left out for this person; tracked.
    pub fn left_out(&self) -> Vec<ExerciseId> {
        let mut left_out = Vec::new();
        self.ask(&mut |screen| {
            let out = |it: &&Exercise| screen.judge(it).fit > Fit::NeedsAnswer;
            left_out = catalog::exercises().iter().filter(out).map(|it| it.id).collect();
        });
        left_out
    }

    /// What becomes of a routine today with the tools at hand; tracked.
    // Never inlined: the first screen's part of the program must not grow by the rules.
    #[inline(never)]
    pub fn shape(&self, routine: &Routine) -> Shape {
        let tools = self.tools();
        let mut shape = Shape::Ask(Vec::new());
        self.ask(&mut |screen| shape = screen.shape(&catalog::shape_request(routine, tools)));
        shape
    }

    /// The open question that comes before the message of what locks (R58); tracked.
    pub fn graver(&self) -> Option<Prompt> {
        let mut graver = None;
        self.ask(&mut |screen| graver = screen.graver());
        graver
    }

    /// A routine made fit, if nothing stands before it; tracked.
    #[inline(never)]
    pub fn shaped(&self, routine: &Routine) -> Option<Shaped> {
        match self.shape(routine) {
            Shape::Ready(shaped) => Some(shaped).filter(|it| !it.steps.is_empty()),
            Shape::Locked(_) | Shape::Ask(_) => None,
        }
    }

    /// Whether sessions are gentle because of what was told; tracked.
    pub fn is_gentle(&self) -> bool {
        let limits = self.limits();
        let is_told = |it: &Cause| matches!(it, Cause::Condition(_));
        limits.mode == Mode::Gentle && limits.why.iter().any(is_told)
    }

    /// Leaves gentle sessions after two good weeks.
    pub fn leave_gentle(&self) {
        let standing = untrack(|| self.standing());
        self.change(|health| {
            health.leave_gentle(&standing, clock::today());
        });
    }

    /// The routines that fit better than the person's own choice; tracked.
    pub fn suited(&self) -> Vec<&'static Routine> {
        let mut tables = Vec::new();
        self.ask(&mut |screen| tables = screen.suited());
        tables.into_iter().flat_map(catalog::routines_of).collect()
    }

    /// The question about an earlier session that is due; tracked.
    pub fn due(&self) -> Option<Due> {
        self.told().replies.due(clock::wall_millis())
    }

    /// Answers it.
    pub fn reply(&self, reply: Reply) {
        let (now, today) = (clock::wall_millis(), clock::today());
        self.change_replies(|replies| replies.reply(catalog::rules(), reply, now, today));
    }

    /// What is at hand: everything but what the person said is missing; tracked.
    pub fn tools(&self) -> ToolSet {
        if self.missing.peek().is_none() {
            self.missing.set_quietly(Some(self.load_missing()));
        }
        self.missing.get().unwrap_or_default().at_hand()
    }

    /// "I have no … here", or that it is here after all; it is kept until the person says otherwise.
    pub fn set_missing(&self, tool: Tool, is_missing: bool) {
        let mut missing = self.missing.peek().unwrap_or_else(|| self.load_missing());
        missing.set(tool, is_missing);
        self.store.save(&missing);
        self.missing.set(Some(missing));
    }

    /// What is kept; what cannot be read counts as nothing missing, which the switches show.
    fn load_missing(&self) -> Missing {
        match self.store.load::<Missing>() {
            Loaded::Found(missing) => missing,
            Loaded::Nothing | Loaded::Unreadable => Missing::default(),
        }
    }

    /// Asks the rules, applied to what was told.
    fn ask(&self, question: &mut dyn FnMut(&Screen<'_>)) {
        self.applied(question);
    }

    fn applied<T>(&self, question: impl FnOnce(&Screen<'_>) -> T) -> T {
        self.with_person(|person| question(&Screen::new(catalog::rules(), person)))
    }

    fn with_person<T>(&self, question: impl FnOnce(Person<'_>) -> T) -> T {
        let told = self.told();
        let today = clock::today();
        let standing = standing(&told, today);
        question(Person {
            health: &told.health,
            standing: &standing,
            sessions: self.history.finished(),
            today,
        })
    }

    fn load(&self) -> Told {
        let mut told = Told::default();
        match self.store.load::<Health>() {
            Loaded::Found(health) => told.health = health,
            Loaded::Nothing => {}
            Loaded::Unreadable => {
                self.unreadable.set(true);
                self.store.notices().add(Kind::Answers);
            }
        }
        match self.store.load::<Replies>() {
            Loaded::Found(replies) => told.replies = replies,
            Loaded::Nothing => {}
            Loaded::Unreadable => {
                told.replies = Replies::unreadable();
                self.store.notices().add(Kind::Answers);
            }
        }
        self.take_in_old(&mut told);
        told
    }

    /// A session that was cut off and is not offered again counts with what was done in it.
    fn take_in_old(&self, told: &mut Told) {
        let kept = (self.store.load::<StoredPlan>(), self.store.load::<Place>());
        if let (Loaded::Found(plan), Loaded::Found(place)) = kept
            && place.belongs_to(&plan)
            && !place.is_fresh(clock::wall_millis())
        {
            take_in(told, &plan, &place);
            self.store.save(&told.health);
            self.store.save(&told.replies);
            self.store.forget::<Place>();
            self.store.forget::<StoredPlan>();
        }
    }

    fn keep(&self, told: Told, health: bool, replies: bool) {
        if health {
            self.store.save(&told.health);
        }
        if replies {
            self.store.save(&told.replies);
        }
        self.told.set(Some(told));
    }
}

/// Changes what is noted of the session that began at `started`.
fn note_in(told: &mut Told, started: u64, change: impl FnOnce(&mut Done)) {
    let sessions = &mut told.replies.sessions;
    let noted = sessions.iter().position(|it| it.ended == started);
    let mut done = noted.map_or_else(|| blank(started), |at| sessions.remove(at));
    change(&mut done);
    if !done.steps.is_empty() || !done.said.is_empty() || done.enough {
        told.health.after_session(catalog::rules(), &done);
        told.replies.add(done);
    }
}

/// Breathing alone is no session of massage and stretching.
fn take_in(told: &mut Told, plan: &StoredPlan, place: &Place) {
    if way::is_breathing(&plan.plan) {
        return;
    }
    // It did not end later than now, whatever the clock said then.
    let (summary, saved) = (place.snapshot.summary(), place.saved.min(clock::wall_millis()));
    note_in(told, plan.started, |done| {
        let (said, enough) = (core::mem::take(&mut done.said), done.enough);
        *done = Done::of(&summary, said, enough, saved, clock::day_of(saved));
    });
}

/// A session of which nothing is known yet.
fn blank(started: u64) -> Done {
    Done {
        ended: started,
        day: clock::today(),
        steps: Vec::new(),
        said: Vec::new(),
        enough: false,
        reply: None,
        still: None,
    }
}

fn standing(told: &Told, today: LocalDay) -> Standing {
    Standing::of(&told.replies, catalog::rules(), today, told.health.ill)
}

/// Whether a prompt has a card of its own number; what follows a "yes" shares the number of its card.
pub const fn is_numbered(prompt: &Prompt) -> bool {
    match prompt {
        Prompt::Card { .. } | Prompt::Few(_) | Prompt::Body => true,
        Prompt::FollowUp(_) | Prompt::Where(_) => false,
    }
}
