//! The engine against a naive model that moves a cursor over a list (reliability H1).

use proptest::prelude::*;
use unknot::domain::body::Posture;
use unknot::domain::plan::Plan;
use unknot::domain::session::{Command, Phase, ResumeFrom, Session, State, Why};
use unknot::domain::side::Side;
use unknot::domain::time::{Moment, Span};

use super::support::{Player, any_plan};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mode {
    Ready,
    Running,
    Paused,
    Stopped,
    Done,
}

/// A cursor in a list of segments.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) plan: Plan,
    segments: Vec<(usize, Phase, Side, u64)>,
    postures: Vec<Posture>,
    moving: u64,
    pub(super) mode: Mode,
    pub(super) at: usize,
    age: u64,
    length: u64,
    stance: Option<Posture>,
    away: u64,
    eased: Vec<bool>,
}

impl Model {
    pub(super) fn new(plan: &Plan) -> Self {
        let mut segments = Vec::new();
        let mut add = |step: usize, phase, side, span: Span| {
            if !span.is_zero() {
                segments.push((step, phase, side, u64::from(span.millis())));
            }
        };
        let mut postures: Vec<_> = plan.steps.iter().map(|it| it.posture).collect();
        postures.push(plan.aftercare_posture);
        let lead = |nth: usize| match nth {
            0 => plan.timing.first,
            _ if postures[nth] == postures[nth - 1] => plan.timing.same_posture,
            _ => plan.timing.new_posture,
        };
        for (nth, step) in plan.steps.iter().enumerate() {
            add(nth, Phase::GetReady, step.sides.order()[0], lead(nth));
            for (hold, &side) in step.sides.order().iter().enumerate() {
                if hold > 0 {
                    add(nth, Phase::Switch, side, plan.timing.switch);
                }
                add(nth, Phase::Work, side, step.hold);
            }
            add(nth, Phase::Rest, Side::Both, step.rest);
        }
        let steps = plan.steps.len();
        if !plan.aftercare.is_zero() {
            add(steps, Phase::GetReady, Side::Both, lead(steps));
            add(steps, Phase::Aftercare, Side::Both, plan.aftercare);
        }
        let moving = u64::from(plan.timing.new_posture.millis());
        let length = segments[0].3;
        let eased = vec![false; steps + 1];
        let (mode, stance) = (Mode::Ready, None);
        let plan = plan.clone();
        let (at, age, away) = (0, 0, 0);
        Self { plan, segments, postures, moving, mode, at, age, length, stance, away, eased }
    }

    fn enter(&mut self, at: usize) {
        self.at = at;
        self.age = 0;
        let Some(&(step, phase, _, length)) = self.segments.get(at) else {
            (self.mode, self.length) = (Mode::Done, 0);
            return;
        };
        let posture = self.postures[step];
        let moves = phase == Phase::GetReady && self.stance.is_some_and(|it| it != posture);
        self.length = if moves { length.max(self.moving) } else { length };
        if matches!(phase, Phase::Work | Phase::Aftercare) {
            self.stance = Some(posture);
        }
    }

    fn pass(&mut self, millis: u64) {
        match self.mode {
            Mode::Running => self.age += millis,
            Mode::Stopped => self.away += millis,
            Mode::Ready | Mode::Paused | Mode::Done => {}
        }
        while self.mode == Mode::Running && self.age >= self.length {
            let rest = self.age - self.length;
            self.enter(self.at + 1);
            self.age = if self.mode == Mode::Done { 0 } else { rest };
        }
    }

    /// Whether a hold of the step follows the segment at hand, at once or after the switch.
    fn has_other_side(&self, step: usize) -> bool {
        let next = self.segments.get(self.at + 1);
        next.is_some_and(|it| it.0 == step && matches!(it.1, Phase::Switch | Phase::Work))
    }

    fn go(&mut self, to: Option<usize>) {
        if self.mode == Mode::Stopped {
            self.mode = Mode::Paused;
        }
        self.enter(to.unwrap_or(self.segments.len()));
    }

    fn first_of(&self, step: usize) -> Option<usize> {
        self.segments.iter().position(|it| it.0 >= step)
    }

    fn press(&mut self, op: Op) {
        match (op, self.mode) {
            (Op::Start, Mode::Ready) => {
                self.mode = Mode::Running;
                self.enter(0);
            }
            (Op::End, _) => {
                (self.mode, self.age, self.length, self.at) =
                    (Mode::Done, 0, 0, self.segments.len());
            }
            (_, Mode::Ready | Mode::Done) | (Op::Tick | Op::Start, _) => {}
            (op, _) => self.press_under_way(op),
        }
    }

    fn press_under_way(&mut self, op: Op) {
        let (step, phase, _, _) = self.segments[self.at];
        match op {
            Op::Pause if self.mode == Mode::Running => self.mode = Mode::Paused,
            Op::Resume | Op::ResumeClock if self.mode != Mode::Running => {
                let jumps = op == Op::ResumeClock && self.mode == Mode::Stopped;
                self.mode = Mode::Running;
                self.pass(if jumps { self.away } else { 0 });
            }
            Op::Next if phase == Phase::Work && self.has_other_side(step) => {
                self.go(Some(self.at + 1));
            }
            Op::Next => self.go(self.first_of(step + 1)),
            Op::Skip => {
                // Too much is too much for good; after-care is no exercise.
                let steps = self.plan.steps.len();
                self.segments.retain(|it| it.0 != step || step == steps);
                self.go(self.first_of(step + 1));
            }
            Op::Restart => self.go(self.first_of(step)),
            Op::Back => {
                let first = self.first_of(step).unwrap();
                let before: u64 = self.segments[first..self.at].iter().map(|it| it.3).sum();
                let near = before + self.age <= 3_000;
                let earlier = self.segments[..first].last().map_or(step, |it| it.0);
                self.go(self.first_of(if near { earlier } else { step }));
            }
            Op::Extend => {
                let longest =
                    self.plan.steps.get(step).map_or(0, |it| u64::from(it.longest.millis()));
                let cap = if phase == Phase::Work { longest.min(180_000) } else { 600_000 };
                self.length = self.length.max((self.length + 15_000).min(cap));
            }
            Op::EaseOff if step + 1 < self.postures.len() => self.eased[step] = true,
            Op::Start
            | Op::Pause
            | Op::Resume
            | Op::ResumeClock
            | Op::EaseOff
            | Op::End
            | Op::Tick => {}
        }
    }

    fn reload(&mut self) {
        if matches!(self.mode, Mode::Running | Mode::Stopped) {
            self.mode = Mode::Paused;
        }
        if self.segments[self.at].1 == Phase::GetReady {
            self.stance = None;
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Op {
    Start,
    Pause,
    Resume,
    ResumeClock,
    Next,
    Back,
    Restart,
    Extend,
    EaseOff,
    Skip,
    End,
    Tick,
}

impl Op {
    pub(super) const ALL: [Self; 12] = [
        Self::Start,
        Self::Pause,
        Self::Resume,
        Self::ResumeClock,
        Self::Next,
        Self::Back,
        Self::Restart,
        Self::Extend,
        Self::EaseOff,
        Self::Skip,
        Self::End,
        Self::Tick,
    ];

    fn command(self) -> Command {
        match self {
            Self::Start => Command::Start,
            Self::Pause => Command::Pause,
            Self::Resume => Command::Resume(ResumeFrom::Here),
            Self::ResumeClock => Command::Resume(ResumeFrom::Clock),
            Self::Next => Command::Next,
            Self::Back => Command::Back,
            Self::Restart => Command::Restart,
            Self::Extend => Command::Extend,
            Self::EaseOff => Command::EaseOff,
            Self::Skip => Command::SkipTooMuch,
            Self::End => Command::End,
            Self::Tick => Command::Tick,
        }
    }
}

/// One thing that happens to a session.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event {
    /// Time passes with a tick at every deadline.
    Run(u32),
    /// Time passes with no call, then a command comes.
    Press(u32, Op),
    /// Stored, killed and brought back.
    Reload,
}

/// Reads an event out of a number, so that proptest has no tree of strategies to build for each.
fn event(number: u32) -> Event {
    use Op::{
        Back, EaseOff, End, Extend, Next, Pause, Restart, Resume, ResumeClock, Skip, Start, Tick,
    };
    const OPS: [Op; 20] = [
        Start,
        Back,
        Restart,
        EaseOff,
        Skip,
        Pause,
        Pause,
        Next,
        Next,
        Extend,
        Resume,
        Resume,
        Resume,
        Resume,
        Resume,
        ResumeClock,
        ResumeClock,
        Tick,
        Tick,
        Tick,
    ];
    let amount = number >> 12;
    match number % 50 {
        0..=31 => {
            let op = OPS[(number / 50 % 20) as usize];
            let delay = match number / 1000 % 8 {
                0 | 1 => 0,
                2 | 3 => amount % 60,
                4..=6 => amount % 7_000,
                _ => amount % 90_000,
            };
            Event::Press(delay, op)
        }
        32..=44 => Event::Run(amount % 5_000),
        45 | 46 => Event::Run(amount % 60_000),
        47 | 48 => Event::Reload,
        _ => Event::Press(0, if amount.is_multiple_of(8) { End } else { Tick }),
    }
}

fn happen(event: Event, player: &mut Player, model: &mut Model) {
    let late = match event {
        Event::Press(millis, _) => {
            let now = player.now + Span::from_millis(millis);
            let due = player.session.next_deadline();
            due.is_some_and(|due| now.since(due) > Span::from_secs(5))
        }
        Event::Run(_) | Event::Reload => false,
    };
    happen_to_model(event, late, model);
    happen_to_session(event, player);
}

/// `late`: whether the call comes more than five seconds after one that was due.
pub(super) fn happen_to_model(event: Event, late: bool, model: &mut Model) {
    match event {
        Event::Run(millis) => model.pass(u64::from(millis)),
        Event::Press(millis, op) => {
            if late && model.mode == Mode::Running {
                (model.mode, model.away) = (Mode::Stopped, 0);
            }
            model.pass(u64::from(millis));
            model.press(op);
        }
        Event::Reload if matches!(model.mode, Mode::Ready | Mode::Done) => {}
        Event::Reload => model.reload(),
    }
}

pub(super) fn happen_to_session(event: Event, player: &mut Player) {
    match event {
        Event::Run(millis) => drop(player.run(millis)),
        Event::Press(millis, op) => drop(player.after(millis, op.command())),
        Event::Reload if matches!(player.view().state, State::Ready | State::Done(_)) => {}
        Event::Reload => {
            let snapshot = player.session.snapshot(player.now);
            let plan = player.session.plan().clone();
            player.session = Session::restore(plan, &snapshot).unwrap();
            player.now = Moment::from_millis(player.now.millis() % 7_919);
        }
    }
}

pub(super) fn compare(player: &Player, model: &Model) {
    let view = player.view();
    let mode = match view.state {
        State::Ready => Mode::Ready,
        State::Running => Mode::Running,
        State::Paused(Why::Person) => Mode::Paused,
        State::Paused(Why::Stopped { .. }) => Mode::Stopped,
        State::Done(_) => Mode::Done,
    };
    let left = model.length - model.age;
    let later: u64 = model.segments.iter().skip(model.at + 1).map(|it| it.3).sum();
    let steps = model.postures.len() - 1;
    let done = (steps, Phase::Done, Side::Both, 0);
    let (step, phase, side, _) = model.segments.get(model.at).copied().unwrap_or(done);
    assert_eq!(mode, model.mode);
    assert_eq!((view.step, view.phase, view.side), ((step + 1).min(steps), phase, side));
    assert_eq!(u64::from(view.left.millis()), left);
    assert_eq!(u64::from(view.length.millis()), model.length);
    assert_eq!(u64::from(view.total_left.millis()), left + later);
    assert_eq!(view.eased, model.eased[step]);
    assert!(view.progress_permille() <= 1000);
}

/// Ten thousand, or more if `PROPTEST_CASES` says so.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(10_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    /// Fault: H1
    #[test]
    fn after_any_two_hundred_events_the_session_is_where_a_naive_model_is(
        plan in any_plan(),
        events in prop::collection::vec(any::<u32>(), 1..200),
    ) {
        // S1 to S8, S11, S13 to S16, S19
        let mut model = Model::new(&plan);
        let mut player = Player { session: Session::new(plan).unwrap(), now: Moment::from_millis(5) };
        happen(Event::Press(0, Op::Start), &mut player, &mut model);
        for number in events {
            happen(event(number), &mut player, &mut model);
            compare(&player, &model);
        }
    }
}
