//! The session in progress: presses and moments go to the engine, its effects go to the phone.

mod asking;
mod carry_on;
mod effects;
mod hints;
mod keep;
mod leave;
mod machine;
mod start;
mod too_much;

use leptos::prelude::*;

pub use asking::{Asking, TooMuch};
use hints::Hints;
pub use keep::Unfinished;
use machine::Machine;

use super::health::HealthKeeper;
use super::history::HistoryKeeper;
use super::journal::JournalKeeper;
use super::library;
use super::links::Links;
use super::playable::Playable;
use super::routes::Route;
use super::screening::Screening;
use super::settings::{Settings, SettingsKeeper, ToneSet};
use super::store::Store;
use super::watched::Watched;
use crate::domain::cue::ToneAt;
use crate::domain::dose::Pressure;
use crate::domain::exercise::ExerciseId;
use crate::domain::screening::{Advice, Waiting};
use crate::domain::session::{Command, Effect, Phase, State, Summary, View, Why};
use crate::domain::shared::{Sound, written};
use crate::domain::time::{Moment, Span};
use crate::i18n::messages::player as words;
use crate::i18n::speech::Step;
use crate::platform::document::open_sheet;
use crate::platform::frame;
use crate::platform::timer::Timer;

/// More than two frames take on a slow phone.
const PAINT: Span = Span::from_millis(250);

/// Most characters of a maker's note in the player: what can be read while getting ready.
const NOTE_CHARS: usize = 120;

/// What the player's address shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// No session of this routine.
    Nothing,
    /// The running or paused session.
    Session,
    /// What was done in the session that is over.
    Summary,
}

/// The player as screens see it: signals to read, presses to make.
pub struct Player {
    machine: StoredValue<Machine, LocalStorage>,
    store: &'static Store,
    settings: &'static SettingsKeeper,
    screening: &'static Screening,
    health: &'static HealthKeeper,
    history: &'static HistoryKeeper,
    journal: &'static JournalKeeper,
    links: &'static Links,
    routine: Watched<Option<Playable>>,
    /// What the session shows; `None` when there is none.
    pub view: Watched<Option<View>>,
    /// The line that was said last, for those who read it.
    pub caption: Watched<String>,
    /// What a screen reader says next.
    pub announcement: Watched<String>,
    /// What was done in the session that is over.
    pub summary: Watched<Option<Summary>>,
    /// The stop rule's advice that ended the session, if one did.
    pub parting: Watched<Option<Advice>>,
    sheet: Watched<Asking>,
    /// The question of the stop rules that is open, and whether the end is to be offered.
    waiting: Watched<Waiting>,
    leaving_for: Watched<Option<Route>>,
    hints: Hints,
    unfinished: Watched<Option<Unfinished>>,
    /// Whether the check that is shown was opened to carry a session on.
    carries_on: Watched<bool>,
    /// Whether an open question is shown before the check that the session needs before it goes on.
    unchecked: Watched<bool>,
}

impl Player {
    /// Starts without a session.
    pub fn idle(
        store: &'static Store,
        settings: &'static SettingsKeeper,
        screening: &'static Screening,
        health: &'static HealthKeeper,
        (history, journal): (&'static HistoryKeeper, &'static JournalKeeper),
        links: &'static Links,
    ) -> Self {
        Self {
            machine: StoredValue::new_local(Machine::idle()),
            store,
            settings,
            screening,
            health,
            history,
            journal,
            links,
            routine: Watched::new(None),
            view: Watched::new(None),
            caption: Watched::new(String::new()),
            announcement: Watched::new(String::new()),
            summary: Watched::new(None),
            parting: Watched::new(None),
            sheet: Watched::new(Asking::Nothing),
            waiting: Watched::new(Waiting::default()),
            leaving_for: Watched::new(None),
            hints: Hints::none(),
            unfinished: Watched::new(None),
            carries_on: Watched::new(false),
            unchecked: Watched::new(false),
        }
    }

    /// What the player's address shows for a routine; tracked.
    pub fn showing(&'static self, routine: Playable) -> Showing {
        if self.routine.get().is_none_or(|it| it.key() != routine.key()) {
            return Showing::Nothing;
        }
        match (self.summary.get().is_some(), self.view.get().is_some()) {
            (true, _) => Showing::Summary,
            (false, true) => Showing::Session,
            (false, false) => Showing::Nothing,
        }
    }

    /// Whether a session is running or paused; tracked.
    pub fn is_active(&'static self) -> bool {
        self.view.get().is_some()
    }

    /// Strongest pressure or pull of the step that runs, of 10, where it presses or pulls; tracked.
    pub fn pressure(&'static self) -> Option<u8> {
        let view =
            self.view.get().filter(|it| matches!(it.phase, Phase::GetReady | Phase::Work))?;
        let step = self.step(view.exercise);
        let own = self.health.limits().pressure(step.exercise?)?;
        Some(step.cap.map_or(own, |cap| cap.min(own)).rating())
    }

    /// An exercise of what is played, with its words and how strong it may be today; not tracked.
    pub fn step(&'static self, id: ExerciseId) -> Step {
        let step = self.routine.peek().map_or_else(|| library::step(id), |it| it.step(id));
        let wanted = self.planned_pressure(id);
        // Also here, so that no plan that was kept under other answers asks for more (clinical-evidence 1.4).
        let today = |it| untrack(|| self.health.limits()).pressure_within(it, wanted);
        Step { cap: step.exercise.and_then(today), ..step }
    }

    /// The pressure that the plan says for the step that runs.
    fn planned_pressure(&'static self, id: ExerciseId) -> Option<Pressure> {
        self.machine.with_value(|machine| {
            let session = machine.session.as_ref()?;
            // The session's own place: what is shown comes after what is said.
            let at = session.view(Moment::default()).step.saturating_sub(1);
            session.plan().steps.get(at).filter(|it| it.exercise == id)?.pressure
        })
    }

    /// What the maker of the routine wrote about the step that is got ready for, cut short; empty where there is
    /// nothing; tracked.
    // Never inlined: the first screen's part of the program must not grow by it.
    #[inline(never)]
    pub fn maker_note(&'static self) -> String {
        let view = self.view.get().filter(|it| it.phase == Phase::GetReady);
        let (Some(view), Some(Playable::Shared(shared))) = (view, self.routine.peek()) else {
            return String::new();
        };
        let played: Vec<ExerciseId> = self.machine.with_value(|machine| {
            let session = machine.session.as_ref();
            session
                .map_or_else(Vec::new, |it| it.plan().steps.iter().map(|it| it.exercise).collect())
        });
        let step = written(&shared.routine, &played, view.step.saturating_sub(1));
        step.map_or_else(String::new, |it| it.note.short(NOTE_CHARS))
    }

    /// When the session began that runs or is over, in wall-clock milliseconds since 1970; not tracked.
    pub fn started(&'static self) -> u64 {
        self.machine.with_value(|machine| machine.started)
    }

    /// Name of the routine that is played; tracked.
    pub fn routine_name(&'static self) -> &'static str {
        self.routine.get().map_or("", Playable::name)
    }

    /// The settings as they hold for what is played: its maker may want the bell alone, or every line spoken (G8).
    fn settings_now(&'static self) -> Settings {
        let mut settings = self.settings.now();
        match self.routine.peek().and_then(Playable::sound) {
            Some(Sound::QuietBell) => {
                settings.voice.on = false;
                if settings.tones.set == ToneSet::Off {
                    settings.tones.set = ToneSet::SoftBell;
                }
            }
            Some(Sound::FullVoice) => settings.voice.on = true,
            None => {}
        }
        settings
    }

    /// Does what a control or the clock asks.
    pub fn press(&'static self, command: Command) {
        self.catch_up();
        // A question of the stop rules stands before going on, whichever way that is asked (R56).
        if matches!(command, Command::Resume(_)) && self.waiting.peek().asked.is_some() {
            self.ask_again(self.waiting.peek());
            // A browser may have closed it on a second Escape.
            return open_sheet();
        }
        if matches!(command, Command::Resume(_)) && self.must_be_checked() {
            return;
        }
        if moves(&command) && self.is_held_up() {
            return open_sheet();
        }
        if !matches!(command, Command::Tick) {
            self.wake_up_in_tap();
        }
        let (by_hand, refused) = (is_control(&command), refused(&command));
        if matches!(command, Command::Resume(_) | Command::End) {
            self.sheet.set(Asking::Nothing);
        }
        let changes_plan =
            matches!(command, Command::Swap(_) | Command::Finish(_) | Command::LeaveOut(_));
        let handled = self.machine.try_update_value(|machine| machine.handle(command)).flatten();
        let Some((effects, view)) = handled else { return };
        let is_free = || untrack(|| self.asking()) == Asking::Nothing;
        if let Some(words) = refused.filter(|_| effects.is_empty() && is_free()) {
            self.write(words);
        }
        if by_hand && !matches!(view.state, State::Done(_)) {
            self.perform_after_paint(effects, view);
        } else {
            self.perform(effects, &view);
            self.show(view);
        }
        self.arm();
        if changes_plan {
            self.keep_plan();
        }
        if !by_hand {
            self.keep_place();
        }
    }

    /// What is asked over the player now; tracked.
    pub fn asking(&'static self) -> Asking {
        let (sheet, state) = (self.sheet.get(), self.view.get().map(|view| view.state));
        match (sheet, state) {
            // Also where the page had stopped when "Too much" was tapped: the question is what lets it go on.
            (Asking::TooMuch(_), _) => sheet,
            (_, Some(State::Paused(Why::Stopped { missed }))) => Asking::Stopped(missed),
            (_, Some(State::Ready | State::Running | State::Paused(_) | State::Done(_)) | None) => {
                sheet
            }
        }
    }

    fn show(&'static self, view: View) {
        let over = matches!(view.state, State::Done(_));
        self.view.set((!over).then_some(view));
    }

    fn perform(&'static self, effects: Vec<Effect>, view: &View) {
        for effect in effects {
            self.perform_one(effect, view);
        }
    }

    /// Shows what a control did and silences what it ended; the phone's slower parts follow after the paint.
    fn perform_after_paint(&'static self, effects: Vec<Effect>, view: View) {
        let mut later = Vec::with_capacity(effects.len());
        for effect in effects {
            match effect {
                Effect::Tones(tones) if self.can_wait(&tones) => {
                    self.perform_one(Effect::Tones(Vec::new()), &view);
                    later.push(Effect::Tones(tones));
                }
                Effect::Entered | Effect::Say(_) => later.push(effect),
                Effect::Tones(_)
                | Effect::Hush
                | Effect::Pulse(_)
                | Effect::EnoughForNow
                | Effect::Ended(_) => self.perform_one(effect, &view),
            }
        }
        self.show(view);
        self.machine.update_value(|machine| machine.later = Some((later, view)));
        frame::after_paint(move || self.catch_up());
    }

    /// Whether these tones are still on time when they are scheduled after the paint.
    fn can_wait(&'static self, tones: &[ToneAt]) -> bool {
        let now = self.machine.try_update_value(Machine::now).unwrap_or_default();
        !tones.is_empty() && tones.iter().all(|it| it.at.since(now) >= PAINT)
    }

    /// Does what the last press left for after the paint, if it is not done yet.
    pub(super) fn catch_up(&'static self) {
        let later = self.machine.try_update_value(|machine| machine.later.take()).flatten();
        let Some((effects, view)) = later else { return };
        self.perform(effects, &view);
        self.keep_place();
    }

    /// Wakes up at the session's next deadline.
    fn arm(&'static self) {
        self.machine.update_value(|machine| {
            machine.timer =
                machine.wait().map(|wait| Timer::after(wait, move || self.press(Command::Tick)));
        });
    }
}

/// What is told where a command does nothing: the time of what runs, or of its side, is used up (S8, S31).
const fn refused(command: &Command) -> Option<&'static str> {
    if matches!(command, Command::Extend) {
        Some(words::LONG_ENOUGH)
    } else if matches!(command, Command::Restart | Command::Back) {
        Some(words::NOT_AGAIN)
    } else {
        None
    }
}

/// Whether a command goes to another place or makes this one longer.
const fn moves(command: &Command) -> bool {
    matches!(command, Command::Next | Command::Back | Command::Restart | Command::Extend)
}

/// Whether a command comes from a control that has to be seen to act at once, and changes no plan.
const fn is_control(command: &Command) -> bool {
    matches!(
        command,
        Command::Pause
            | Command::Resume(_)
            | Command::Next
            | Command::Back
            | Command::Restart
            | Command::Extend
    )
}
