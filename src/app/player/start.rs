//! The Start tap: it makes the session and unlocks sound, voice and screen, which only a tap may.

use leptos::prelude::*;

use super::{Asking, Player};
use crate::app::context::App;
use crate::app::library;
use crate::app::links::Shared;
use crate::app::playable::Playable;
use crate::app::routes::Route;
use crate::app::settings::{AudioMode, SideOrder, ToneSet};
use crate::catalog;
use crate::domain::exercise::Exercise;
use crate::domain::plan::Plan;
use crate::domain::routine::Routine;
use crate::domain::screening::Waiting;
use crate::domain::session::{Command, ResumeFrom, Session};
use crate::domain::shared::{FittedStep, Received};
use crate::domain::time::Span;
use crate::i18n::speech::{self, Step};
use crate::platform::audio::{self, Mode, Tones};
use crate::platform::leave_guard::LeaveGuard;
use crate::platform::media_session::{Action, MediaSession};
use crate::platform::wake_lock::{Held, WakeLock};
use crate::platform::{clock, keyboard};

impl Player {
    /// Starts a routine from a tap; if the safety check is not passed it comes first.
    pub fn start(&'static self, app: &'static App, routine: Playable) {
        // A session that was begun and left counts first: it may change what is done now (R49, R50).
        if self.screening.is_open(routine) && self.unfinished.peek().is_some() {
            self.discard_unfinished();
        }
        let plan = if self.screening.is_open(routine) { self.plan(routine) } else { None };
        let Some(plan) = plan else {
            return app.go(&Route::Check(Some(routine.key().to_owned())));
        };
        let Ok(session) = Session::new(plan) else { return };
        let started = clock::wall_millis();
        self.take_up(routine, session, started);
        self.keep_plan();
        self.journal.starts(started);
        if let Playable::Shared(shared) = routine {
            app.take_on(shared);
        }
        self.press(Command::Start);
        app.go(&Route::Play(routine.key().to_owned()));
    }

    /// Makes a session the one in progress and unlocks the phone for it, in a tap.
    pub(super) fn take_up(&'static self, routine: Playable, session: Session, started: u64) {
        self.waiting.set(Waiting::default());
        self.sheet.set(Asking::Nothing);
        self.summary.set(None);
        self.parting.set(None);
        self.unfinished.set(None);
        self.carries_on.set(false);
        self.unchecked.set(false);
        self.caption.set(String::new());
        // Before the phone is unlocked: its maker may have a word on how it sounds.
        self.routine.set(Some(routine));
        self.unlock();
        self.machine.update_value(|machine| {
            machine.session = Some(session);
            machine.started = started;
        });
    }

    /// Keys: space pauses, arrows go to the next step and back, Escape asks to end.
    pub fn listen_to_keys(&'static self) {
        let watch = keyboard::watch(move |press| {
            let free = press.target == keyboard::Target::Page && !press.repeated;
            match press.key.as_str() {
                " " if free => self.press(Command::Pause),
                "ArrowRight" if free => self.press(Command::Next),
                "ArrowLeft" if free => self.press(Command::Back),
                _ => return false,
            }
            true
        });
        StoredValue::new_local(watch);
    }

    /// A routine made fit for the person, as a plan timed for their settings and voice; `None` where
    /// questions, a lock or an empty routine stand before it.
    fn plan(&'static self, routine: Playable) -> Option<Plan> {
        match routine {
            Playable::Stock(stock) => self.stock_plan(stock),
            Playable::Shared(shared) => self.shared_plan(shared),
        }
    }

    fn stock_plan(&'static self, routine: &Routine) -> Option<Plan> {
        let shaped = untrack(|| self.health.shaped(routine))?;
        let settings = self.settings.now();
        let rate = settings.voice.rate_percent;
        let lengths = |exercise: &Exercise, cap| {
            speech::lengths(Step { cap, ..library::step(exercise.id) }, rate)
        };
        let aftercare = Span::from_secs(u32::from(routine.aftercare_secs));
        let spoken = speech::length(speech::AFTERCARE, rate);
        let steps = shaped.played();
        let mut plan = catalog::plan_of(&steps, aftercare, settings.timing, lengths, spoken);
        self.limit(&mut plan, library::exercises());
        if settings.sides == SideOrder::RightFirst {
            plan.right_first();
        }
        Some(plan)
    }

    #[inline(never)]
    fn shared_plan(&'static self, shared: &'static Shared) -> Option<Plan> {
        let fitted = match untrack(|| self.health.received(shared)) {
            Received::Ready(fitted) if !fitted.steps.is_empty() => fitted,
            Received::Ready(_) | Received::Locked(_) | Received::Ask(_) => return None,
        };
        let settings = self.settings.now();
        let rate = settings.voice.rate_percent;
        let lengths = |it: &FittedStep| {
            speech::lengths(Step { cap: it.pressure, ..shared.step(it.exercise) }, rate)
        };
        let spoken = speech::length(speech::AFTERCARE, rate);
        let mut plan = fitted.plan(shared.exercises(), settings.timing, &lengths, spoken);
        self.limit(&mut plan, shared.exercises());
        Some(plan)
    }

    /// How long each hold may become, in the mode of today (S8).
    pub(super) fn limit(&'static self, plan: &mut Plan, exercises: &[Exercise]) {
        let limits = untrack(|| self.health.limits());
        plan.limit(exercises, &|it| limits.longest(it));
    }

    fn unlock(&'static self) {
        let settings = self.settings_now();
        let mode = match settings.tones.mode {
            AudioMode::Mix => Mode::Mix,
            AudioMode::AlwaysHeard => Mode::AlwaysHeard,
        };
        let set = match settings.tones.set {
            ToneSet::SoftBell => Some(audio::Set::SoftBell),
            ToneSet::Tick => Some(audio::Set::Tick),
            ToneSet::Off => None,
        };
        let tones = set.map(|set| Tones::unlock(mode, set, settings.tones.volume_percent));
        self.hints.bell.set(matches!(tones, Some(Err(_))));

        let wake_lock = settings
            .keep_awake
            .then(|| WakeLock::request(move |held| self.hints.screen.set(held != Held::Yes)));
        let media = MediaSession::claim(move |action| self.press(command(action)));
        self.machine.update_value(|machine| {
            machine.release();
            if settings.voice.on {
                machine.voice.unlock();
            }
            machine.tones = tones.and_then(Result::ok);
            machine.wake_lock = wake_lock;
            machine.media = Some(media);
            machine.guard = Some(LeaveGuard::hold());
        });
    }
}

const fn command(action: Action) -> Command {
    match action {
        Action::Play => Command::Resume(ResumeFrom::Here),
        Action::Pause => Command::Pause,
        Action::Next => Command::Next,
        Action::Previous => Command::Back,
    }
}
