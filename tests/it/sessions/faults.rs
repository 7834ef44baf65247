//! What a phone does to a page (reliability part B, C).

use unknot::domain::body::Posture::Chair;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::plan::Plan;
use unknot::domain::session::{
    Command, Effect, Ending, Outcome, Phase, ResumeFrom, Session, State, Why,
};
use unknot::domain::side::Sides;
use unknot::domain::time::{Moment, Span};

use super::support::{Player, bare, plan, step};

fn short_steps() -> Plan {
    bare((0..40).map(|nth| step(nth, Chair, Sides::Together, 2_000)).collect())
}

fn usual() -> Plan {
    plan(vec![step(1, Chair, Sides::Each, 30_000), step(2, Chair, Sides::Together, 60_000)])
}

/// Step and milliseconds left of a run of two-second steps after `millis`.
fn place_after(millis: u32) -> (usize, u32) {
    ((millis / 2_000 + 1) as usize, 2_000 - millis % 2_000)
}

fn place(player: &Player) -> (usize, u32) {
    (player.view().step, player.view().left.millis())
}

/// Fault: C2
#[test]
fn a_freeze_of_three_seconds_is_caught_up_wherever_it_begins() {
    // C2, S13
    for offset in (0..4_000).step_by(97) {
        let mut player = Player::started(short_steps());
        player.run(offset);
        player.after(3_000, Command::Tick);
        assert_eq!(place(&player), place_after(offset + 3_000));
        assert_eq!(player.view().state, State::Running);
    }
}

/// Fault: C2
#[test]
fn a_freeze_of_ten_minutes_stands_at_the_last_delivered_moment_wherever_it_begins() {
    // C2, S13
    for offset in (0..4_000).step_by(97) {
        let mut player = Player::started(short_steps());
        player.run(offset);
        let effects = player.after(600_000, Command::Tick);
        assert_eq!(place(&player), place_after(offset));
        let missed = Span::from_secs(600);
        assert_eq!(player.view().state, State::Paused(Why::Stopped { missed }));
        assert_eq!(effects, [Effect::Hush, Effect::Tones(vec![]), Effect::Entered]);
    }
}

#[test]
fn a_freeze_of_twenty_five_seconds_over_several_steps_gives_both_choices_exactly() {
    // C2, S13, S15
    let mut player = Player::started(short_steps());
    player.run(7_300);
    player.after(25_000, Command::Tick);
    assert_eq!(place(&player), place_after(7_300));
    let mut at_clock = player.clone();
    player.after(1_500, Command::Resume(ResumeFrom::Here));
    assert_eq!(place(&player), place_after(7_300));
    at_clock.after(1_500, Command::Resume(ResumeFrom::Clock));
    assert_eq!(place(&at_clock), place_after(7_300 + 25_000 + 1_500));
    for mut choice in [player, at_clock] {
        let (step, left) = place(&choice);
        choice.run(left);
        assert_eq!(place(&choice), (step + 1, 2_000));
    }
}

/// Fault: C3
#[test]
fn throttled_to_one_tick_a_minute_it_stands_at_the_last_delivered_moment() {
    // C3, S13
    let mut player = Player::started(usual());
    player.run(4_000);
    for _ in 0..3 {
        player.after(60_000, Command::Tick);
    }
    assert_eq!((player.view().phase, player.view().left), (Phase::GetReady, Span::from_secs(6)));
    player.press(Command::Resume(ResumeFrom::Here));
    player.run(6_000);
    assert_eq!(player.view().phase, Phase::Work);
}

#[test]
fn ticked_once_a_second_in_the_background_it_goes_on_to_the_end() {
    // S13
    let mut player = Player::started(usual());
    let total = player.session.total().millis();
    for _ in 0..=total / 1000 {
        player.after(1_000, Command::Tick);
    }
    assert_eq!(player.view().state, State::Done(Ending::Completed));
}

/// Fault: C8
#[test]
fn a_page_blocked_again_and_again_is_right_each_time_and_never_counts_up() {
    // C8, S5, S19
    let mut player = Player::started(bare(vec![step(1, Chair, Sides::Together, 600_000)]));
    let mut shown = u32::MAX;
    let mut passed = 0;
    for block in [350, 650, 5_000, 20, 4_999, 1].into_iter().cycle().take(90) {
        passed += block;
        player.after(block, Command::Tick);
        assert_eq!(player.view().state, State::Running);
        assert_eq!(player.view().left.millis(), 600_000 - passed);
        assert!(player.view().left.whole_secs_up() <= shown);
        shown = player.view().left.whole_secs_up();
    }
}

/// Fault: C12
#[test]
fn double_taps_within_fifty_milliseconds_start_and_pause_once_and_skip_twice() {
    // C12, S6, S11
    let mut player =
        Player { session: Session::new(short_steps()).unwrap(), now: Moment::default() };
    player.press(Command::Start);
    assert_eq!(player.after(50, Command::Start), []);
    assert_eq!(place(&player), (1, 1_950));
    player.press(Command::Pause);
    assert_eq!(player.after(50, Command::Pause), []);
    assert_eq!(place(&player), (1, 1_950));
    player.press(Command::Resume(ResumeFrom::Here));
    player.after(50, Command::Resume(ResumeFrom::Here));
    assert_eq!(place(&player), (1, 1_900));
    player.press(Command::Next);
    player.after(50, Command::Next);
    assert_eq!(place(&player), (3, 2_000));
}

/// Fault: C12
#[test]
fn two_hundred_wild_taps_leave_a_session_that_can_be_ended_with_a_true_summary() {
    // C12, S11, S18
    let taps = [
        Command::Next,
        Command::Pause,
        Command::Resume(ResumeFrom::Here),
        Command::Back,
        Command::Extend,
        Command::Start,
        Command::EaseOff,
        Command::Restart,
        Command::Resume(ResumeFrom::Clock),
        Command::SkipTooMuch,
        Command::LeaveOut(vec![ExerciseId(2)]),
        Command::Swap(Box::new(step(77, Chair, Sides::Each, 20_000))),
        Command::Finish(Box::new(step(88, Chair, Sides::Together, 60_000))),
    ];
    for seed in 1..60_u32 {
        let mut player = Player::started(usual());
        let mut random = seed;
        for _ in 0..200 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let choices = taps.iter().take(taps.len() - seed as usize % 3);
            let tap = choices.cycle().nth((random >> 24) as usize).cloned();
            player.after((random >> 12) % 400, tap.unwrap_or(Command::Tick));
            let view = player.view();
            assert!(view.left <= view.length && view.step <= view.steps);
        }
        let ended = player.press(Command::End);
        if let Some(Effect::Ended(summary)) = ended.last() {
            let sum: u32 = summary.steps.iter().map(|it| it.worked.millis()).sum();
            assert_eq!(summary.worked.millis(), sum);
            assert!(summary.steps.len() <= 200);
        }
        assert!(matches!(player.view().state, State::Done(_)));
    }
}

/// Fault: C13
#[test]
fn a_page_killed_in_any_second_is_offered_again_with_the_right_time_left() {
    // C13, S16
    let mut player = Player::started(usual());
    while player.view().state == State::Running {
        let snapshot = player.session.snapshot(player.now);
        let session = Session::restore(player.session.plan().clone(), &snapshot).unwrap();
        let mut back = Player { session, now: Moment::from_millis(40) };
        assert_eq!(back.view().total_left, player.view().total_left);
        back.press(Command::Resume(ResumeFrom::Here));
        back.run(player.view().total_left.millis());
        assert_eq!(back.view().state, State::Done(Ending::Completed));
        player.run(1_000);
    }
}

/// Fault: C14
#[test]
fn the_smallest_and_the_largest_plans_play_to_the_end() {
    // C14, S3
    let one = bare(vec![step(1, Chair, Sides::Together, 1)]);
    let full = bare((0..100).map(|nth| step(nth, Chair, Sides::Each, 1_000)).collect());
    for (plan, total) in [(one, 1), (full, 200_000)] {
        let mut player = Player::started(plan);
        assert_eq!(player.session.total().millis(), total);
        let effects = player.run(total);
        let Some(Effect::Ended(summary)) = effects.iter().find(|it| matches!(it, Effect::Ended(_)))
        else {
            panic!("not ended");
        };
        assert!(summary.steps.iter().all(|it| it.done == Outcome::Done));
        assert_eq!(player.view().progress_permille(), 1000);
    }
}

/// Fault: C14
#[test]
fn a_pause_in_the_very_first_instant_is_harmless() {
    // C14, S11
    let mut player = Player::started(short_steps());
    player.press(Command::Pause);
    assert_eq!(player.view().progress_permille(), 0);
    player.after(9_000, Command::Resume(ResumeFrom::Here));
    player.run(2_000);
    assert_eq!(place(&player), (2, 2_000));
}

/// Fault: C16
#[test]
fn nothing_wraps_when_the_clock_passes_forty_nine_point_seven_days() {
    // C16, S5
    for start in [u64::from(u32::MAX) - 50_000, u64::from(u32::MAX) * 1_000 - 50_000] {
        let mut player =
            Player { session: Session::new(usual()).unwrap(), now: Moment::from_millis(start) };
        player.press(Command::Start);
        let total = player.session.total().millis();
        player.run(total - 1);
        assert_eq!(player.view().total_left, Span::from_millis(1));
        player.run(1);
        assert_eq!(player.view().state, State::Done(Ending::Completed));
    }
}

/// Fault: C16
#[test]
fn a_gap_of_more_than_forty_nine_point_seven_days_is_a_gap_like_any_other() {
    // C16, S13, S15
    let mut player = Player::started(usual());
    player.run(4_000);
    player.now = Moment::from_millis(player.now.millis() + 60 * 86_400_000);
    player.press(Command::Tick);
    assert_eq!(player.view().left, Span::from_secs(6));
    let missed = Span::from_millis(u32::MAX);
    assert_eq!(player.view().state, State::Paused(Why::Stopped { missed }));
    player.press(Command::Resume(ResumeFrom::Clock));
    assert_eq!(player.view().state, State::Done(Ending::Completed));
}
