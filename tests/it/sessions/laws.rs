//! Laws that hold for every plan and every course of events (reliability H2, H3).

use std::collections::HashSet;

use proptest::prelude::*;
use unknot::domain::cue::CueKind;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::plan::Plan;
use unknot::domain::session::{Command, Effect, Phase, ResumeFrom, Session, State, Summary, Why};
use unknot::domain::side::Side;
use unknot::domain::time::{Moment, Span};

use super::support::{Player, any_plan};

/// At least so many cases; more if `PROPTEST_CASES` says so.
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(cases), ..default }
}

/// Commands that never lead back.
fn forward() -> impl Strategy<Value = (u32, Command)> {
    let command = prop_oneof![
        Just(Command::Pause),
        Just(Command::Resume(ResumeFrom::Here)),
        Just(Command::Resume(ResumeFrom::Clock)),
        Just(Command::Next),
        Just(Command::Extend),
        Just(Command::EaseOff),
        Just(Command::SkipTooMuch),
        (0_u16..6).prop_map(|id| Command::LeaveOut(vec![ExerciseId(id), ExerciseId(id + 1)])),
        Just(Command::Tick),
    ];
    (0..20_000_u32, command)
}

/// What a line is about: going forward, it may come once for each.
type Line = (usize, Side, CueKind);

/// A session that is watched at every call.
struct Watched {
    player: Player,
    said: HashSet<Line>,
    step: usize,
    summary: Option<Summary>,
}

impl Watched {
    fn started(plan: Plan) -> Self {
        Self { player: Player::started(plan), said: HashSet::new(), step: 1, summary: None }
    }

    fn run(&mut self, millis: u32) {
        let until = self.player.now + Span::from_millis(millis);
        while let Some(due) = self.player.session.next_deadline().filter(|&due| due <= until) {
            self.player.now = due;
            self.press(Command::Tick);
        }
        self.player.now = until;
        self.press(Command::Tick);
    }

    fn press(&mut self, command: Command) {
        let leaves_out = matches!(command, Command::LeaveOut(_));
        let effects = self.player.press(command);
        let view = self.player.view();
        // What is left out may have stood before the place, which then has another number.
        if leaves_out {
            self.step = self.step.min(view.step);
            self.said.clear();
        }
        assert!(view.step >= self.step, "the step fell");
        assert!(view.left <= view.length && view.left <= view.total_left);
        self.step = view.step;
        let mut cues = effects
            .iter()
            .filter_map(|it| if let Effect::Say(cue) = it { Some(cue) } else { None });
        if let Some(cue) = cues.next() {
            let is_fresh = self.said.insert((view.step, cue.side, cue.kind));
            assert!(is_fresh || may_repeat(cue.kind), "{cue:?} twice in step {}", view.step);
        }
        assert_eq!(cues.next(), None, "one line a call");
        for effect in effects {
            if let Effect::Ended(summary) = effect {
                assert_eq!(self.summary.replace(summary), None, "ends once");
            }
        }
    }
}

/// Going on after a pause says again what runs.
fn may_repeat(kind: CueKind) -> bool {
    matches!(kind, CueKind::Resumed | CueKind::EaseOff | CueKind::Rest | CueKind::Aftercare)
}

proptest! {
    #![proptest_config(config(1500))]

    /// Fault: H2
    #[test]
    fn going_forward_the_step_never_falls_and_no_line_comes_twice(
        plan in any_plan(),
        events in prop::collection::vec(forward(), 1..60),
    ) {
        // S6, S19, S23, S24
        let mut watched = Watched::started(plan);
        for (millis, command) in events {
            watched.run(millis);
            watched.press(command);
        }
        watched.press(Command::End);
        prop_assert!(watched.summary.is_some());
    }

    /// Fault: H2
    #[test]
    fn time_worked_is_the_holds_of_the_plan_when_nothing_is_skipped(
        plan in any_plan(),
        pauses in prop::collection::vec((1..30_000_u32, 1..90_000_u32), 1..20),
    ) {
        // S18
        let holds = plan.steps.iter().map(|it| it.hold.millis() * u32::try_from(it.sides.order().len()).unwrap()).sum();
        let mut watched = Watched::started(plan);
        for (running, standing) in pauses {
            watched.run(running);
            watched.press(Command::Pause);
            watched.player.now = watched.player.now + Span::from_millis(standing);
            watched.press(Command::Resume(ResumeFrom::Here));
        }
        watched.run(10_000_000);
        prop_assert_eq!(watched.summary.map(|it| it.worked), Some(Span::from_millis(holds)));
    }

    /// Fault: H3
    #[test]
    fn one_tick_or_many_lead_to_the_same_state(
        plan in any_plan(),
        before in 0..120_000_u32,
        parts in prop::collection::vec(0..900_u32, 1..6),
    ) {
        // S5: together at most 4.5 s, so that no gap opens
        let mut once = Player::started(plan);
        once.run(before);
        let mut often = once.clone();
        let total = parts.iter().sum();
        once.after(total, Command::Tick);
        for part in parts {
            often.after(part, Command::Tick);
        }
        prop_assert_eq!(once.view(), often.view());
        prop_assert_eq!(once.session.snapshot(once.now), often.session.snapshot(often.now));
        prop_assert_eq!(once.session.next_deadline(), often.session.next_deadline());
    }

    /// Fault: H2
    #[test]
    fn a_snapshot_at_any_moment_comes_back_as_the_same_view_and_the_same_snapshot(
        plan in any_plan(),
        events in prop::collection::vec(forward(), 0..30),
    ) {
        // S16
        let mut player = Player::started(plan);
        for (millis, command) in events {
            player.run(millis);
            player.press(command);
        }
        let view = player.view();
        let snapshot = player.session.snapshot(player.now);
        if view.phase != Phase::Done {
            let back = Session::restore(player.session.plan().clone(), &snapshot).unwrap();
            let mut seen = back.view(Moment::from_millis(3));
            prop_assert_eq!(seen.state, State::Paused(Why::Person));
            (seen.state, seen.segment) = (view.state, view.segment);
            prop_assert_eq!(seen, view);
            prop_assert_eq!(back.snapshot(Moment::default()), snapshot);
        }
    }

    /// Fault: H4
    #[test]
    fn a_damaged_snapshot_is_refused_or_plays_but_never_panics(
        plan in any_plan(),
        numbers in prop::array::uniform5(any::<u32>()),
        keep in any::<u8>(),
    ) {
        // S17
        let mut player = Player::started(plan.clone());
        player.run(numbers[4] % 90_000);
        let mut snapshot = player.session.snapshot(player.now);
        if keep & 1 == 0 { snapshot.elapsed = numbers[0]; }
        if keep & 2 == 0 { snapshot.length = numbers[1]; }
        if keep & 4 == 0 { snapshot.step = u16::try_from(numbers[2] % 9).unwrap(); }
        if keep & 8 == 0 { snapshot.phase = Phase::from_code([0, 1, 2, 3, 4, 5][numbers[3] as usize % 6]).unwrap(); }
        for record in &mut snapshot.records {
            record.worked = Span::from_millis(numbers[0]);
            record.eases = keep;
        }
        if let Ok(session) = Session::restore(plan, &snapshot) {
            let mut player = Player { session, now: Moment::default() };
            player.press(Command::Resume(ResumeFrom::Here));
            player.run(90_000);
            player.press(Command::End);
        }
    }
}
