//! Plans and a session with its own clock.

use proptest::prelude::*;
use unknot::domain::body::Posture;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use unknot::domain::session::{Command, Effect, Session, View};
use unknot::domain::side::Sides;
use unknot::domain::time::{Moment, Span};

pub(super) fn step(exercise: u16, posture: Posture, sides: Sides, millis: u32) -> PlanStep {
    PlanStep {
        exercise: ExerciseId(exercise),
        posture,
        sides,
        hold: Span::from_millis(millis),
        rest: Span::ZERO,
        longest: Span::from_secs(180),
        is_pressed: false,
        pressure: None,
        spoken: SpokenLengths {
            name: Span::from_millis(1_900),
            set_up: Span::from_millis(4_300),
            target: Some(Span::from_millis(2_700)),
            coaching: [2_500, 3_100, 2_900].map(Span::from_millis).to_vec(),
        },
    }
}

pub(super) fn plan(steps: Vec<PlanStep>) -> Plan {
    Plan {
        steps,
        timing: Timing::default(),
        aftercare: Span::from_secs(15),
        aftercare_posture: Posture::Chair,
        aftercare_spoken: Span::from_millis(5_200),
    }
}

/// One step after another with nothing in between.
pub(super) fn bare(steps: Vec<PlanStep>) -> Plan {
    let timing = Timing {
        first: Span::ZERO,
        same_posture: Span::ZERO,
        new_posture: Span::ZERO,
        switch: Span::ZERO,
    };
    Plan { timing, aftercare: Span::ZERO, ..plan(steps) }
}

/// A session and the moment it is.
#[derive(Clone)]
pub(super) struct Player {
    pub(super) session: Session,
    pub(super) now: Moment,
}

impl Player {
    pub(super) fn started(plan: Plan) -> Self {
        let mut player =
            Self { session: Session::new(plan).unwrap(), now: Moment::from_millis(90_000) };
        player.press(Command::Start);
        player
    }

    pub(super) fn press(&mut self, command: Command) -> Vec<Effect> {
        self.session.handle(command, self.now)
    }

    /// Lets time pass with no call, then does a command.
    pub(super) fn after(&mut self, millis: u32, command: Command) -> Vec<Effect> {
        self.now = self.now + Span::from_millis(millis);
        self.press(command)
    }

    /// Lets time pass with a tick at every deadline.
    pub(super) fn run(&mut self, millis: u32) -> Vec<Effect> {
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

    pub(super) fn view(&self) -> View {
        self.session.view(self.now)
    }
}

fn any_posture() -> impl Strategy<Value = Posture> {
    prop_oneof![Just(Posture::Floor), Just(Posture::Chair), Just(Posture::Standing)]
}

fn any_sides() -> impl Strategy<Value = Sides> {
    prop::sample::select(vec![
        Sides::Together,
        Sides::Each,
        Sides::LeftOnly,
        Sides::RightOnly,
        Sides::RightFirst,
    ])
}

fn any_lead() -> impl Strategy<Value = Span> {
    prop_oneof![Just(0_u32), 1..3_000_u32, Just(8_000), 10_000..25_000_u32]
        .prop_map(Span::from_millis)
}

fn any_spoken() -> impl Strategy<Value = SpokenLengths> {
    let line = || (0..9_000_u32).prop_map(Span::from_millis);
    let coaching = prop::collection::vec(line(), 0..5);
    (line(), line(), prop::option::of(line()), coaching).prop_map(
        |(name, set_up, target, coaching)| SpokenLengths { name, set_up, target, coaching },
    )
}

fn any_step() -> impl Strategy<Value = PlanStep> {
    let hold = prop_oneof![1..2_000_u32, 5_000..65_000_u32, 150_000..200_000_u32];
    let longest = prop_oneof![Just(0_u32), 5_000..30_000_u32, Just(180_000)];
    let longest = (longest, any::<bool>());
    (0..5_u16, any_posture(), any_sides(), hold, longest, any_lead(), any_spoken()).prop_map(
        |(exercise, posture, sides, hold, (longest, is_pressed), rest, spoken)| PlanStep {
            rest,
            longest: Span::from_millis(longest.max(hold)),
            is_pressed,
            spoken,
            ..step(exercise, posture, sides, hold)
        },
    )
}

/// Plans of one to five steps, with and without everything that may be missing.
pub(super) fn any_plan() -> impl Strategy<Value = Plan> {
    let timing = (any_lead(), any_lead(), any_lead(), any_lead());
    let steps = prop::collection::vec(any_step(), 1..6);
    (steps, timing, any_lead(), any_posture()).prop_map(
        |(steps, (first, same_posture, new_posture, switch), aftercare, aftercare_posture)| Plan {
            timing: Timing { first, same_posture, new_posture, switch },
            aftercare,
            aftercare_posture,
            ..plan(steps)
        },
    )
}
