//! Sessions in virtual time.

mod again;
mod cues;
mod late;
mod left_out;
mod longer;
mod places;
mod records;
mod restore;
mod shown;
mod sides;
mod tones;

use super::*;
use crate::domain::body::Posture;
use crate::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use crate::domain::side::{Side, Sides};

/// A session with its own clock.
struct Player {
    session: Session,
    now: Moment,
}

impl Player {
    fn new(plan: Plan) -> Self {
        Self { session: Session::new(plan).unwrap(), now: Moment::from_millis(7_000) }
    }

    fn started(plan: Plan) -> Self {
        let mut player = Self::new(plan);
        player.press(Command::Start);
        player
    }

    fn press(&mut self, command: Command) -> Vec<Effect> {
        self.session.handle(command, self.now)
    }

    /// Lets time pass with no call, then ticks.
    fn sleep(&mut self, millis: u32) -> Vec<Effect> {
        self.now = self.now + Span::from_millis(millis);
        self.press(Command::Tick)
    }

    /// Lets time pass with a tick at every deadline.
    fn run(&mut self, millis: u32) -> Vec<Effect> {
        let until = self.now + Span::from_millis(millis);
        let mut effects = Vec::new();
        while let Some(due) = self.session.next_deadline().filter(|&due| due <= until) {
            self.now = due;
            effects.extend(self.press(Command::Tick));
        }
        self.now = until;
        effects.extend(self.press(Command::Tick));
        effects
    }

    fn view(&self) -> View {
        self.session.view(self.now)
    }

    /// Step, phase, side and milliseconds left.
    fn place(&self) -> (usize, Phase, Side, u32) {
        let view = self.view();
        (view.step, view.phase, view.side, view.left.millis())
    }

    fn summary(&mut self) -> Summary {
        let effects = self.press(Command::End);
        match effects.last() {
            Some(Effect::Ended(summary)) => summary.clone(),
            other => panic!("not ended: {other:?}"),
        }
    }
}

fn step(exercise: u16, secs: u32) -> PlanStep {
    PlanStep {
        exercise: ExerciseId(exercise),
        posture: Posture::Chair,
        sides: Sides::Together,
        hold: Span::from_secs(secs),
        rest: Span::ZERO,
        longest: Span::from_secs(180),
        is_pressed: false,
        pressure: None,
        spoken: SpokenLengths {
            name: Span::from_millis(2000),
            set_up: Span::from_millis(4000),
            target: Some(Span::from_millis(3000)),
            coaching: vec![Span::from_millis(3000); 2],
        },
    }
}

fn each_side(exercise: u16, secs: u32) -> PlanStep {
    PlanStep { sides: Sides::Each, ..step(exercise, secs) }
}

fn on_floor(step: PlanStep) -> PlanStep {
    PlanStep { posture: Posture::Floor, ..step }
}

fn plan(steps: Vec<PlanStep>) -> Plan {
    Plan {
        steps,
        timing: Timing::default(),
        aftercare: Span::from_secs(15),
        aftercare_posture: Posture::Chair,
        aftercare_spoken: Span::from_millis(5000),
    }
}

/// Three steps of a minute, the middle one for each side.
fn usual() -> Plan {
    plan(vec![step(1, 60), each_side(2, 30), step(3, 60)])
}

/// No get-ready, switch or after-care.
fn bare(steps: Vec<PlanStep>) -> Plan {
    let timing = Timing {
        first: Span::ZERO,
        same_posture: Span::ZERO,
        new_posture: Span::ZERO,
        switch: Span::ZERO,
    };
    Plan { timing, aftercare: Span::ZERO, ..plan(steps) }
}

fn said(effects: &[Effect]) -> Vec<CueKind> {
    let kind = |effect: &Effect| if let Effect::Say(cue) = effect { Some(cue.kind) } else { None };
    effects.iter().filter_map(kind).collect()
}

fn ended(effects: &[Effect]) -> Option<&Summary> {
    effects.iter().find_map(|it| if let Effect::Ended(summary) = it { Some(summary) } else { None })
}
