//! The engine as a state machine beside a naive model: whatever is pressed, in whatever order, and however long the
//! phone sleeps, both stand in the same place; a run that fails is shortened to the presses that matter.

use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use unknot::domain::session::Session;
use unknot::domain::time::Moment;

use super::events::{Event, Op, compare, happen_to_model, happen_to_session};
use super::model::{Mode, Model};
use super::support::{Player, any_plan};

/// Longer than any segment: no deadline is met in it.
const ASLEEP: std::ops::Range<u32> = 700_000..90_000_000;
/// As late as a call may come without the session standing still.
const SOON: std::ops::Range<u32> = 0..5_001;

/// What a person may do where the model stands.
struct Pressed;

impl ReferenceStateMachine for Pressed {
    type State = Model;
    type Transition = Event;

    fn init_state() -> BoxedStrategy<Model> {
        any_plan().prop_map(|plan| Model::new(&plan)).boxed()
    }

    fn transitions(model: &Model) -> BoxedStrategy<Event> {
        let start = (SOON, Just(Op::Start)).prop_map(|(millis, op)| Event::Press(millis, op));
        let ops = prop::sample::select(Op::ALL.to_vec());
        let press = (SOON, ops).prop_map(|(millis, op)| Event::Press(millis, op));
        let wake = (ASLEEP, Just(Op::Tick)).prop_map(|(millis, op)| Event::Press(millis, op));
        match model.mode {
            Mode::Ready => start.boxed(),
            Mode::Running | Mode::Paused | Mode::Stopped | Mode::Done => prop_oneof![
                8 => press,
                3 => (0..60_000_u32).prop_map(Event::Run),
                1 => wake,
                1 => Just(Event::Reload),
            ]
            .boxed(),
        }
    }

    fn preconditions(model: &Model, event: &Event) -> bool {
        // Ending it early would leave nothing to look at.
        !matches!(event, Event::Press(_, Op::End)) || model.at > 3
    }

    fn apply(mut model: Model, event: &Event) -> Model {
        let sleeps = matches!(event, Event::Press(millis, _) if *millis >= ASLEEP.start);
        happen_to_model(*event, sleeps, &mut model);
        model
    }
}

/// The engine with its own clock.
struct Engine;

impl StateMachineTest for Engine {
    type SystemUnderTest = Player;
    type Reference = Pressed;

    fn init_test(model: &Model) -> Player {
        let session = Session::new(model.plan.clone()).unwrap();
        Player { session, now: Moment::from_millis(5) }
    }

    fn apply(mut player: Player, _: &Model, event: Event) -> Player {
        happen_to_session(event, &mut player);
        player
    }

    fn check_invariants(player: &Player, model: &Model) {
        compare(player, model);
    }
}

prop_state_machine! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Fault: H1
    #[test]
    fn pressed_at_will_the_session_stands_where_the_model_stands(sequential 1..60 => Engine);
}
