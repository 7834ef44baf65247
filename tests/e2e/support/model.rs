//! The same session played natively: what a browser must show, say and sound, and when.
//!
//! The engine is checked by its own tests; against it these tests find every command that a screen
//! loses, every effect the phone does not get, and every moment that is off.

use unknot::app::library;
use unknot::catalog;
use unknot::domain::cue::ToneAt;
use unknot::domain::plan::{Plan, Timing};
use unknot::domain::session::{Command, Effect, Phase, Session, State, View};
use unknot::domain::side::Side;
use unknot::domain::time::Moment;
use unknot::i18n::speech::{self, Step};

use super::app::PlayerState;
use super::transcript::{Heard, Transcript};

/// A session whose time is counted in milliseconds since its Start tap.
#[derive(Debug)]
pub(crate) struct Model {
    session: Session,
    waiting: Vec<ToneAt>,
    heard: Vec<Heard>,
}

impl Model {
    /// A library routine with the default times, started at 0.
    pub(crate) fn start(slug: &str) -> Self {
        Self::start_with(slug, Timing::default())
    }

    /// A library routine with these times, started at 0.
    pub(crate) fn start_with(slug: &str, timing: Timing) -> Self {
        let session = Session::new(plan(slug, timing)).expect("library routines can be played");
        let mut model = Self { session, waiting: Vec::new(), heard: Vec::new() };
        model.command(Command::Start, 0);
        model
    }

    /// Hands over a command at `at`, after everything that was due before it.
    pub(crate) fn command(&mut self, command: Command, at: u64) {
        self.run_until(at);
        self.handle(command, at);
    }

    /// Ticks at every moment that is due up to `end`.
    pub(crate) fn run_until(&mut self, end: u64) {
        while let Some(due) = self.session.next_deadline().map(Moment::millis)
            && due <= end
        {
            self.handle(Command::Tick, due);
        }
    }

    /// Runs to the end and returns its moment.
    pub(crate) fn run_to_the_end(&mut self) -> u64 {
        let mut last = 0;
        while let Some(due) = self.session.next_deadline().map(Moment::millis) {
            self.handle(Command::Tick, due);
            last = due;
        }
        self.sound_until(u64::MAX);
        last
    }

    /// What a page must show at `at`; nothing is ticked.
    pub(crate) fn shows(&self, at: u64) -> PlayerState {
        shown(&self.session.view(Moment::from_millis(at)))
    }

    /// What was said and sounded so far, at milliseconds since the Start tap.
    pub(crate) fn transcript(&self) -> Transcript {
        let mut heard = self.heard.clone();
        heard.sort_by(|a, b| a.at.total_cmp(&b.at));
        Transcript(heard)
    }

    fn handle(&mut self, command: Command, at: u64) {
        self.sound_until(at);
        let now = Moment::from_millis(at);
        let effects = self.session.handle(command, now);
        let eased = self.session.view(now).eased;
        for effect in effects {
            match effect {
                Effect::Tones(tones) => {
                    self.waiting = tones.into_iter().filter(|it| it.at >= now).collect();
                }
                Effect::Say(cue) => {
                    let place = self.session.view(now).step - 1;
                    let plan = self.session.plan().steps.get(place);
                    let planned = plan.filter(|it| it.exercise == cue.exercise);
                    let cap = planned.and_then(|it| it.pressure);
                    let step = Step { cap, ..library::step(cue.exercise) };
                    let text = speech::line(&cue, step, eased);
                    self.note(at, "say", text);
                }
                Effect::Hush
                | Effect::Pulse(_)
                | Effect::Entered
                | Effect::EnoughForNow
                | Effect::Ended(_) => {}
            }
        }
    }

    fn sound_until(&mut self, end: u64) {
        let (due, waiting): (Vec<ToneAt>, Vec<ToneAt>) =
            self.waiting.iter().copied().partition(|tone| tone.at.millis() <= end);
        self.waiting = waiting;
        for tone in due {
            self.note(tone.at.millis(), "tone", format!("{:?}", tone.tone));
        }
    }

    fn note(&mut self, at: u64, kind: &str, text: String) {
        #[expect(clippy::cast_precision_loss, reason = "a session is shorter than 2^52 ms")]
        self.heard.push(Heard { at: at as f64, kind: kind.to_owned(), text });
    }
}

fn plan(slug: &str, timing: Timing) -> Plan {
    let routine = catalog::routine(slug).unwrap_or_else(|| panic!("no routine {slug}"));
    catalog::plan(
        routine,
        timing,
        |exercise| speech::lengths(library::step(exercise.id), 100),
        speech::length(speech::AFTERCARE, 100),
    )
}

fn shown(view: &View) -> PlayerState {
    if matches!(view.state, State::Done(_)) {
        return PlayerState { screen: "done".into(), seconds_left: -1, ..PlayerState::default() };
    }
    PlayerState {
        screen: "player".into(),
        phase: phase(view.phase).into(),
        running: view.state == State::Running,
        step: u32::try_from(view.step).expect("at most 100 steps"),
        steps: u32::try_from(view.steps).expect("at most 100 steps"),
        exercise: catalog::exercise(view.exercise)
            .map(|it| it.slug.to_string())
            .unwrap_or_default(),
        side: match view.side {
            Side::Left => "left",
            Side::Right => "right",
            Side::Both => "both",
        }
        .into(),
        seconds_left: i64::from(view.left.whole_secs_up()),
    }
}

const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::GetReady => "get-ready",
        Phase::Work => "work",
        Phase::Switch => "switch",
        Phase::Rest => "rest",
        Phase::Aftercare => "aftercare",
        Phase::Done => "done",
    }
}
