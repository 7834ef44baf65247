//! What counts by the muscle and the part of the body, not by the exercise: its time, its rest, and the area
//! rule (clinical-evidence 1.1, 3.1, 3.5).

use unknot::domain::condition::Trouble;
use unknot::domain::muscle::{Muscle, areas, muscles};
use unknot::domain::screening::{
    Cause, Done, Fit, Mode, Person, Replied, Replies, Reply, Screen, Shaped, Standing,
};

use super::next_day::session;
use super::people::{
    TODAY, code, codes, library, person, request, routine, row, rules, screen, shaped, step, well,
};
use super::{day, next_day};
use unknot::domain::body::{Area, AreaSet};

const DAY: u64 = 24 * 3_600_000;

fn replied(mut done: Done, reply: Reply) -> Done {
    done.reply = Some(Replied { reply, at: done.ended + DAY, day: day(done.day.days() + 1) });
    done
}

fn why(replies: &Replies, exercise: &str) -> Vec<Cause> {
    let (health, standing) = (well(), Standing::of(replies, rules(), day(TODAY), None));
    let person = Person { standing: &standing, ..person(&health, TODAY) };
    Screen::new(rules(), person).judge(row(exercise)).why
}

fn on(shaped: &Shaped, muscle: Muscle) -> u16 {
    let pulls = shaped.steps.iter().filter(|it| muscles(it.step.exercise).contains(&muscle));
    pulls.map(|it| it.step.hold.secs()).sum()
}

#[test]
fn all_that_is_on_one_muscle_stays_within_180_seconds_whatever_the_exercises() {
    // R65
    let health = well();
    let steps = [step("FR06", 120), step("FR16", 120), step("BL04", 60), step("HN13", 60)];
    let fitted = shaped(&screen(&health), &request(&steps, 1800));
    let holds: Vec<u16> = fitted.steps.iter().map(|it| it.step.hold.secs()).collect();
    assert_eq!(codes(&fitted)[..3], ["FR06", "FR16", "BL04"]);
    assert_eq!(holds[..3], [120, 60, 60]);
    assert_eq!(on(&fitted, Muscle::FrontThigh), 180);
    let last = fitted.steps.get(3).map(|it| code(it.step.exercise));
    assert_ne!(last, Some("HN13"), "no time is left of the front of the thigh");
}

#[test]
fn a_step_up_makes_no_muscle_longer_than_180_seconds() {
    // R47, R65: this routine holds exactly 180 s for the top of the shoulder.
    let mut replies = Replies::default();
    for ago in (1..=12).rev() {
        replies.add(replied(session(ago, &["MB08"]), Reply::Better));
    }
    let (health, standing) = (well(), Standing::of(&replies, rules(), day(TODAY), None));
    assert_eq!(standing.level, 3);
    let screen = Screen::new(rules(), Person { standing: &standing, ..person(&health, TODAY) });
    assert_eq!(screen.limits().mode, Mode::Standard);
    let (steps, budget) = routine("UBS", 20);
    let fitted = shaped(&screen, &request(&steps, budget));
    assert_eq!(on(&fitted, Muscle::ShoulderTop), 180);
    let longer = fitted.steps.iter().filter(|it| it.why == [Cause::LevelUp]).count();
    assert_eq!(longer, 3, "what has room is made longer instead");
}

#[test]
fn an_exercise_on_two_areas_is_left_out_with_either() {
    // R39
    for (exercise, area) in [
        ("HN17", Area::Shoulder),
        ("HN17", Area::Arm),
        ("HN16", Area::Arm),
        ("HN01", Area::Shoulder),
        ("ST11", Area::Shoulder),
        ("ST02", Area::Hip),
        ("ST04", Area::Hip),
        ("ST07", Area::Hip),
    ] {
        let mut health = well();
        assert_eq!(screen(&health).judge(row(exercise)).fit, Fit::Allowed, "{exercise}");
        health.mark(area, Trouble::Wound, day(TODAY));
        let judged = screen(&health).judge(row(exercise));
        assert_eq!(judged.why, [Cause::Mark(area, Trouble::Wound)], "{exercise}");
    }
    // Light hands away from the sore place are away from all of it (R44).
    let mut health = well();
    health.feel(8, Some(Area::Shoulder), day(TODAY));
    assert_eq!(screen(&health).judge(row("HN17")).why, [Cause::ComfortMode]);
    assert_eq!(screen(&health).judge(row("HN06")).fit, Fit::Allowed);
}

#[test]
fn every_exercise_is_on_its_own_area_and_what_neither_presses_nor_pulls_on_no_other() {
    // R39
    for it in library() {
        assert!(areas(it).contains(it.area), "{}", it.code);
        if it.pressure_cap.is_none() {
            assert_eq!(areas(it), AreaSet::EMPTY.with(it.area), "{}", it.code);
        }
    }
}

#[test]
fn the_same_muscle_is_pressed_firmly_once_a_day_with_whatever_tool() {
    // R49
    let mut replies = Replies::default();
    replies.add(session(0, &["BL04"]));
    assert_eq!(why(&replies, "FR04"), [Cause::PressedToday]);
    assert_eq!(why(&replies, "HN15"), [Cause::PressedToday]);
    assert!(why(&replies, "HN05").is_empty(), "another muscle");
    assert!(why(&replies, "ST02").is_empty(), "a stretch does not press");
}

#[test]
fn a_worse_without_a_good_reply_since_is_not_forgotten_by_many_sessions() {
    // R43, R52
    let mut replies = Replies::default();
    replies.add(replied(session(90, &["BL04"]), Reply::Worse));
    for ago in (1..=60).rev() {
        replies.add(session(ago, &["HN06"]));
    }
    assert_eq!(replies.sessions.len(), Replies::MAX_SESSIONS);
    let gentle = |replies: &Replies| Standing::of(replies, rules(), day(TODAY), None).gentle;
    assert_eq!(gentle(&replies), Some(Cause::Worse));
    assert_eq!(why(&replies, "BL04"), [Cause::Worse]);
    assert_eq!(replies.sessions[0].ended, next_day::ended(1), "the newest is always kept");
    replies.add(replied(session(0, &["HN06"]), Reply::Same));
    for _ in 0..2 {
        replies.add(session(0, &["HN06"]));
    }
    assert_eq!(gentle(&replies), None);
    assert!(why(&replies, "BL04").is_empty());
}
