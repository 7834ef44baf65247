//! A step that comes again (rule S31).

use super::*;

fn pressed(step: PlanStep, longest: u32) -> PlanStep {
    PlanStep { is_pressed: true, longest: Span::from_secs(longest), ..step }
}

fn restored(player: &Player) -> Player {
    let snapshot = player.session.snapshot(player.now);
    let session = Session::restore(player.session.plan().clone(), &snapshot).unwrap();
    Player { session, now: Moment::default() }
}

#[test]
fn a_hold_that_comes_again_gets_what_is_left_of_its_time_and_then_no_more() {
    // S31
    let mut player = Player::started(bare(vec![pressed(step(1, 60), 100), step(2, 60)]));
    player.run(50_000);
    player.press(Command::Restart);
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 50_000));
    player.run(45_000);
    player.press(Command::Restart);
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 5_000), "5 s is still a hold");
    player.run(1);
    assert_eq!(player.press(Command::Restart), [], "less is none");
    assert_eq!(player.press(Command::Back), []);
    player.run(4_999 + 1_000);
    player.press(Command::Back);
    assert_eq!(player.place(), (2, Phase::Work, Side::Both, 60_000), "Back passes it over");
}

#[test]
fn what_is_not_pressed_comes_again_whole_as_often_as_it_is_asked_for() {
    // S31
    let stretch = PlanStep { longest: Span::from_secs(60), ..step(1, 60) };
    let mut player = Player::started(bare(vec![stretch]));
    for _ in 0..5 {
        player.run(59_000);
        player.press(Command::Restart);
        assert_eq!(player.place(), (1, Phase::Work, Side::Both, 60_000));
    }
}

#[test]
fn a_side_that_has_had_its_time_is_left_out_and_the_other_gets_its_rest() {
    // S31
    let mut player = Player::started(plan(vec![pressed(each_side(1, 60), 60), step(2, 60)]));
    player.run(10_000 + 60_000 + 8_000 + 20_000);
    player.press(Command::Restart);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Right, 10_000));
    let back = restored(&player);
    assert_eq!((back.place(), back.view().total_left), (player.place(), player.view().total_left));
    // Also before it is known again what is pressed.
    let mut kept = player.session.plan().clone();
    kept.steps[0].is_pressed = false;
    let snapshot = player.session.snapshot(player.now);
    let back = Session::restore(kept, &snapshot).unwrap().view(Moment::default());
    assert_eq!((back.phase, back.side), (Phase::GetReady, Side::Right));
    player.run(10_000);
    assert_eq!(player.place(), (1, Phase::Work, Side::Right, 40_000));
    player.run(40_000);
    assert_eq!(player.place().0, 2);
    assert_eq!(player.summary().steps[0].worked, Span::from_secs(120));
}

#[test]
fn a_later_step_that_was_worked_before_going_back_is_shorter_too() {
    // S31
    let steps = vec![step(1, 60), pressed(step(2, 60), 70), step(3, 60)];
    let mut player = Player::started(bare(steps));
    player.run(60_000 + 2_000);
    player.press(Command::Back);
    player.run(60_000 + 40_000);
    player.press(Command::Restart);
    assert_eq!(player.place(), (2, Phase::Work, Side::Both, 28_000));
    player.press(Command::Back);
    assert_eq!(player.view().total_left, Span::from_secs(60 + 28 + 60));
    player.press(Command::LeaveOut(vec![ExerciseId(3)]));
    assert_eq!(player.place(), (2, Phase::Work, Side::Both, 28_000), "also in what is left");
    assert_eq!(player.view().steps, 2);
}

#[test]
fn more_time_counts_what_the_side_got_before() {
    // S8, S31
    let mut player = Player::started(bare(vec![pressed(step(1, 60), 100)]));
    player.run(30_000);
    player.press(Command::Restart);
    player.run(10_000);
    for player in [&mut restored(&player), &mut player] {
        player.press(Command::Extend);
        assert_eq!(player.view().length, Span::from_secs(70));
        assert_eq!(player.press(Command::Extend), []);
    }
}

#[test]
fn what_stands_in_for_a_step_gets_what_is_left_of_its_time() {
    // S9, S31
    let mut player = Player::started(bare(vec![pressed(step(1, 60), 60), step(2, 60)]));
    player.run(40_000);
    player.press(Command::Swap(Box::new(pressed(step(9, 30), 90))));
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 20_000));
    assert_eq!(player.view().exercise, ExerciseId(9));
    player.run(18_000);
    player.press(Command::Swap(Box::new(pressed(step(8, 30), 90))));
    assert_eq!(player.place().0, 2, "nothing is left for another");
    let summary = player.summary();
    let steps: Vec<_> = summary.steps.iter().map(|it| (it.exercise.0, it.done)).collect();
    assert_eq!(steps, [(9, Outcome::TooMuch), (2, Outcome::NotReached), (1, Outcome::TooMuch)]);
}

#[test]
fn what_each_side_got_survives_a_restore() {
    // S16, S31
    let mut player = Player::started(plan(vec![pressed(each_side(1, 60), 90), step(2, 60)]));
    player.run(10_000 + 60_000 + 8_000 + 20_000);
    let mut back = restored(&player);
    assert_eq!((back.place(), back.view().total_left), (player.place(), player.view().total_left));
    back.press(Command::Restart);
    back.press(Command::Next);
    assert_eq!(back.place().0, 2, "from a get-ready to the next step");
    back.press(Command::Back);
    back.press(Command::Resume(ResumeFrom::Here));
    back.run(10_000);
    assert_eq!(back.place(), (1, Phase::Work, Side::Left, 30_000));
    back.run(30_000 + 8_000);
    assert_eq!(back.place(), (1, Phase::Work, Side::Right, 60_000));
}

#[test]
fn a_session_restored_in_any_phase_of_a_step_that_came_again_shows_the_same() {
    // S16, S31
    let mut one = pressed(each_side(1, 20), 50);
    one.rest = Span::from_secs(10);
    let mut player = Player::started(plan(vec![one, step(2, 60)]));
    player.run(10_000 + 20_000 + 8_000 + 20_000);
    for _ in 0..2 {
        assert_eq!(player.view().phase, Phase::Rest);
        player.press(Command::Restart);
        while player.view().phase != Phase::Rest {
            let back = restored(&player);
            assert_eq!(back.place(), player.place());
            assert_eq!(back.view().total_left, player.view().total_left);
            player.run(500);
        }
        let back = restored(&player);
        assert_eq!(back.view().total_left, player.view().total_left);
    }
    assert_eq!(player.press(Command::Restart), []);
    assert_eq!(player.summary().worked, Span::from_secs(100));
}

#[test]
fn where_a_side_is_not_known_it_counts_as_having_got_all_of_its_step() {
    // S31
    let mut player = Player::started(plan(vec![pressed(each_side(1, 60), 90), step(2, 60)]));
    player.run(10_000 + 60_000 + 8_000 + 20_000);
    let mut snapshot = player.session.snapshot(player.now);
    snapshot.worked.clear();
    let session = Session::restore(player.session.plan().clone(), &snapshot).unwrap();
    let mut back = Player { session, now: Moment::default() };
    assert_eq!(back.place(), player.place(), "the hold at hand goes on");
    back.press(Command::Restart);
    back.press(Command::Resume(ResumeFrom::Here));
    back.run(10_000);
    assert_eq!(back.place(), (1, Phase::Work, Side::Left, 10_000), "90 less 80");
}

#[test]
fn a_step_that_has_had_its_time_keeps_its_record_when_back_leads_past_it() {
    // S7, S31
    let mut one = pressed(step(2, 60), 60);
    one.rest = Span::from_secs(20);
    let mut player = Player::started(bare(vec![step(1, 60), one]));
    player.run(120_000 + 10_000);
    assert_eq!(player.place(), (2, Phase::Rest, Side::Both, 10_000));
    player.press(Command::Back);
    assert_eq!(player.place(), (1, Phase::Work, Side::Both, 60_000));
    assert_eq!(player.summary().steps[1].done, Outcome::Done);
}

#[test]
fn a_session_that_is_carried_on_within_narrower_limits_stands_where_it_was() {
    // S16, S31: gentle mode since; the hold that it stood before had had its time by it.
    let mut player = Player::started(plan(vec![pressed(step(1, 60), 120), step(2, 60)]));
    player.run(10_000 + 60_000);
    player.press(Command::Back);
    assert_eq!(player.place(), (1, Phase::GetReady, Side::Both, 10_000));
    let mut narrower = player.session.plan().clone();
    narrower.steps[0].longest = Span::from_secs(60);
    let snapshot = player.session.snapshot(player.now);
    let session = Session::restore(narrower, &snapshot).unwrap();
    let mut back = Player { session, now: Moment::default() };
    assert_eq!(back.place(), player.place());
    back.press(Command::Resume(ResumeFrom::Here));
    back.run(10_000);
    assert_eq!(back.place(), (1, Phase::Work, Side::Both, 5_000));
}

#[test]
fn a_step_whose_sides_have_had_their_time_is_no_shorter_for_a_lead_in_of_another() {
    // S16, S31
    let one = pressed(each_side(1, 60), 60);
    let mut player = Player::started(plan(vec![one, step(2, 60)]));
    player.run(10_000 + 60_000 + 3_000);
    let mut back = restored(&player);
    assert_eq!((back.place(), back.view().total_left), (player.place(), player.view().total_left));
    back.press(Command::Resume(ResumeFrom::Here));
    back.run(5_000);
    assert_eq!(back.place(), (1, Phase::Work, Side::Right, 60_000));
}

#[test]
fn a_later_step_that_has_had_its_time_stays_away_after_a_restore() {
    // S16, S31
    let steps = vec![step(1, 60), pressed(step(2, 60), 60), step(3, 60)];
    let mut player = Player::started(bare(steps));
    player.run(120_000 + 1_000);
    player.press(Command::Back);
    for player in [restored(&player), player] {
        assert_eq!(player.place(), (1, Phase::Work, Side::Both, 60_000));
        assert_eq!(player.view().total_left, Span::from_secs(120));
    }
}
