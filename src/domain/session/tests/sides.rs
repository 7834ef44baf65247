//! Steps for one side alone, or for the right side first (S1, S6, S20).

use super::*;

fn sided(sides: Sides) -> Plan {
    plan(vec![PlanStep { sides, ..step(1, 30) }, step(2, 30)])
}

/// Phase, side and length of everything in the first step.
fn first_step(sides: Sides) -> Vec<(Phase, Side, u32)> {
    let timeline = Timeline::new(&sided(sides)).unwrap();
    (0..timeline.end())
        .map(|at| timeline.get(at))
        .filter(|it| it.step == 0)
        .map(|it| (it.phase, it.side, it.length.whole_secs_up()))
        .collect()
}

#[test]
fn one_side_alone_has_one_hold_and_no_switch() {
    // S1
    for (sides, side) in [(Sides::LeftOnly, Side::Left), (Sides::RightOnly, Side::Right)] {
        assert_eq!(first_step(sides), [(Phase::GetReady, side, 10), (Phase::Work, side, 30)]);
        let mut player = Player::started(sided(sides));
        player.run(10_000);
        player.press(Command::Next);
        assert_eq!(player.place(), (2, Phase::GetReady, Side::Both, 12_000));
    }
}

#[test]
fn the_right_side_first_is_left_for_the_left_one() {
    // S1, S6
    let expected = [
        (Phase::GetReady, Side::Right, 10),
        (Phase::Work, Side::Right, 30),
        (Phase::Switch, Side::Left, 8),
        (Phase::Work, Side::Left, 30),
    ];
    assert_eq!(first_step(Sides::RightFirst), expected);
    let mut player = Player::started(sided(Sides::RightFirst));
    player.run(10_000);
    player.press(Command::Next);
    assert_eq!(player.place(), (1, Phase::Switch, Side::Left, 8_000));
}

#[test]
fn the_name_and_set_up_are_said_for_the_first_side_whichever_it_is() {
    // S20
    for sides in [Sides::Each, Sides::RightFirst, Sides::LeftOnly, Sides::RightOnly] {
        let mut player = Player::new(sided(sides));
        let mut lines = said(&player.press(Command::Start));
        lines.extend(said(&player.run(10_000)));
        assert!(lines.contains(&CueKind::Name), "{sides:?}: {lines:?}");
        assert!(!lines.iter().any(|it| matches!(it, CueKind::SwitchTo)), "{sides:?}: {lines:?}");
        lines = said(&player.run(38_000));
        let switches = lines.iter().any(|it| matches!(it, CueKind::SwitchTo));
        assert_eq!(switches, sides.order().len() == 2, "{sides:?}: {lines:?}");
    }
}

#[test]
fn the_right_side_is_named_also_after_a_step_for_the_left_alone() {
    // S20
    let alone = |exercise, sides| PlanStep { sides, ..step(exercise, 30) };
    let mut player =
        Player::started(plan(vec![alone(1, Sides::LeftOnly), alone(2, Sides::RightOnly)]));
    let lines = said(&player.run(10_000 + 30_000 + 12_000));
    assert!(lines.ends_with(&[CueKind::Name, CueKind::SetUp]), "{lines:?}");
}
