//! Long sessions are exact to the millisecond (reliability C1), and totals are those of the evidence.

use unknot::domain::body::Posture::{self, Chair, Floor, Standing};
use unknot::domain::cue::{CueKind, Tone};
use unknot::domain::plan::{Plan, PlanStep};
use unknot::domain::session::{Command, Effect, Ending, Phase, Session, State};
use unknot::domain::side::Sides;
use unknot::domain::time::{Moment, Span};

use super::support::{Player, plan, step};

/// Thirty steps of a minute and a half or so: an hour with everything in between.
fn hour() -> Plan {
    let steps = (0..30_u16).map(|nth| {
        let posture = [Chair, Floor, Floor, Standing][usize::from(nth) % 4];
        let sides = if nth % 3 == 0 { Sides::Each } else { Sides::Together };
        let rest = Span::from_secs(if nth % 5 == 4 { 20 } else { 0 });
        PlanStep { rest, ..step(nth, posture, sides, 70_000 + u32::from(nth) * 311) }
    });
    plan(steps.collect())
}

/// Every boundary of a plan in milliseconds since its start, worked out by hand.
fn boundaries(plan: &Plan) -> Vec<u32> {
    let mut lengths = Vec::new();
    for (nth, step) in plan.steps.iter().enumerate() {
        let moves = nth > 0 && plan.steps[nth - 1].posture != step.posture;
        lengths.push(if nth == 0 {
            10_000
        } else if moves {
            20_000
        } else {
            12_000
        });
        lengths.push(step.hold.millis());
        if step.sides == Sides::Each {
            lengths.extend([8_000, step.hold.millis()]);
        }
        lengths.extend(Some(step.rest.millis()).filter(|&it| it > 0));
    }
    let last = plan.steps.last().unwrap().posture;
    lengths.extend([if last == Chair { 12_000 } else { 20_000 }, 15_000]);
    lengths
        .iter()
        .scan(0, |sum, it| {
            *sum += it;
            Some(*sum)
        })
        .collect()
}

/// Fault: C1
#[test]
fn an_hour_ticked_at_its_deadlines_has_every_boundary_exact_and_no_drift() {
    // S4, S5
    let mut player = Player::started(hour());
    let expected = boundaries(&hour());
    assert!(expected.last().copied().unwrap() > 3_300_000, "about an hour");
    assert_eq!(player.session.total().millis(), *expected.last().unwrap());
    let start = player.now;
    let mut seen = Vec::new();
    while let Some(due) = player.session.next_deadline() {
        player.now = due;
        if player.press(Command::Tick).contains(&Effect::Entered) {
            seen.push(due.since(start).millis());
        }
    }
    assert_eq!(seen, expected);
    assert_eq!(player.view().state, State::Done(Ending::Completed));
}

/// Fault: C1
#[test]
fn an_hour_of_late_ticks_has_every_tone_at_the_same_exact_moment() {
    // S5, S28
    assert_eq!(bells(|_| 0), bells(|nth| [350, 0, 999, 4, 1_730, 4_900][nth % 6]));
}

/// Moments of all bells that are handed over, with ticks late by `late(nth)` milliseconds.
fn bells(late: impl Fn(usize) -> u32) -> Vec<(u32, Tone)> {
    let mut player =
        Player { session: Session::new(hour()).unwrap(), now: Moment::from_millis(90_000) };
    let mut heard = std::collections::BTreeMap::new();
    let mut effects = player.press(Command::Start);
    let mut nth = 0;
    loop {
        let tones = effects
            .iter()
            .filter_map(|it| if let Effect::Tones(it) = it { Some(it) } else { None });
        for tone in tones.flatten().filter(|it| it.tone != Tone::Count) {
            heard.insert(tone.at.since(Moment::from_millis(90_000)).millis(), tone.tone);
        }
        let Some(due) = player.session.next_deadline() else { break };
        player.now = due + Span::from_millis(late(nth));
        nth += 1;
        effects = player.press(Command::Tick);
    }
    heard.into_iter().collect()
}

/// Fault: C1
#[test]
fn an_hour_speaks_every_line_once_in_order_and_none_over_another() {
    // S20, S21, S23
    let mut player =
        Player { session: Session::new(hour()).unwrap(), now: Moment::from_millis(90_000) };
    let mut effects = player.press(Command::Start);
    let mut lines = Vec::new();
    loop {
        for effect in &effects {
            if let Effect::Say(cue) = effect {
                lines.push((cue.exercise.0, cue.side, cue.kind, player.now));
            }
        }
        let Some(due) = player.session.next_deadline() else { break };
        player.now = due;
        effects = player.press(Command::Tick);
    }
    for pair in lines.windows(2) {
        assert!(pair[0].3 < pair[1].3);
    }
    let count = |kind| lines.iter().filter(|it| it.2 == kind).count();
    assert_eq!((count(CueKind::Name), count(CueKind::SetUp)), (30, 30));
    assert_eq!((count(CueKind::SwitchTo), count(CueKind::Rest)), (10, 6));
    for kind in [CueKind::Target, CueKind::HalfWay, CueKind::TenSeconds, CueKind::Coach(0)] {
        assert_eq!(count(kind), 40, "{kind:?}");
    }
    assert_eq!((count(CueKind::Aftercare), count(CueKind::Finished)), (1, 1));
    assert_eq!(count(CueKind::Coach(1)) + count(CueKind::Coach(2)), 80);
}

/// Seconds and number of sides.
type Row = (u32, Sides, Posture);

const EACH: Sides = Sides::Each;
const ONCE: Sides = Sides::Together;

fn total(rows: &[Row]) -> u32 {
    let steps = rows.iter().map(|&(secs, sides, posture)| step(1, posture, sides, secs * 1000));
    Session::new(plan(steps.collect())).unwrap().total().millis()
}

#[test]
fn totals_are_those_of_the_evidence_file_plus_the_first_get_ready() {
    // S4: clinical-evidence 5.1 (5 and 10 minutes), 5.5 and 5.7 (5 minutes)
    let minutes = |minutes: u32, secs: u32| (minutes * 60 + secs + 10) * 1000;
    let lower_back_5 = [(40, ONCE, Chair), (60, ONCE, Chair), (60, ONCE, Chair), (25, EACH, Chair)];
    assert_eq!(total(&lower_back_5), minutes(4, 41));
    let lower_back_10 = [
        (45, ONCE, Standing),
        (60, ONCE, Chair),
        (45, EACH, Standing),
        (60, ONCE, Floor),
        (60, ONCE, Floor),
        (25, EACH, Floor),
        (40, ONCE, Standing),
    ];
    assert_eq!(total(&lower_back_10), minutes(9, 20));
    let disc_5 = [(120, ONCE, Floor), (60, ONCE, Floor), (30, ONCE, Floor)];
    assert_eq!(total(&disc_5), minutes(4, 29));
    let nerve_5 = [(120, ONCE, Floor), (60, ONCE, Floor), (45, ONCE, Floor)];
    assert_eq!(total(&nerve_5), minutes(4, 44));
}

#[test]
fn half_an_hour_with_a_pause_in_every_phase_is_still_exact() {
    // S5, S11
    let mut player = Player::started(hour());
    let total = player.session.total().millis();
    let mut pauses = 0;
    let start = player.now;
    while player.view().phase != Phase::Done {
        player.run(7_777);
        player.press(Command::Pause);
        player.after(1_234, Command::Resume(unknot::domain::session::ResumeFrom::Here));
        if player.view().state == State::Running {
            pauses += 1_234;
        }
    }
    let over = player.now.since(start).millis() - pauses;
    assert!(over >= total && over - total < 7_777 + 1_234);
}
