//! The engine against the naive model, whatever happens (reliability H1).

use proptest::prelude::*;
use unknot::domain::session::{Command, Phase, ResumeFrom, Session, State, Why};
use unknot::domain::side::Side;
use unknot::domain::time::{Moment, Span};

use super::model::{Mode, Model};
use super::support::{Player, any_plan};

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
