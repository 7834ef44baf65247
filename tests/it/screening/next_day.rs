//! Replies and complaints: what they mean for the next session (clinical-evidence 1.5 and 3.5).

use unknot::domain::body::Area;
use unknot::domain::screening::{
    Cause, Check, Complaint, Done, DoneStep, Due, Fit, Gate, Hold, Mode, Person, Prompt, Replied,
    Replies, Reply, Said, Screen, Shape, Standing, gate_after,
};
use unknot::domain::session::Outcome;

use super::people::{TODAY, code, id, person, request, row, rules, screen, shaped, step, well};
use super::{clear_on, day};

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// A session of these exercises, `ago` days before today.
pub(super) fn session(ago: i32, codes: &[&str]) -> Done {
    let steps = codes.iter().map(|code| DoneStep {
        exercise: row(code).id,
        outcome: Outcome::Done,
        eases: 0,
    });
    Done {
        ended: ended(ago),
        day: day(TODAY - ago),
        steps: steps.collect(),
        said: vec![],
        enough: false,
        reply: None,
        still: None,
    }
}

pub(super) fn ended(ago: i32) -> u64 {
    (1000 - u64::try_from(ago).unwrap()) * DAY
}

pub(super) fn replied(mut done: Done, reply: Reply) -> Done {
    done.reply = Some(Replied { reply, at: done.ended + DAY, day: day(done.day.days() + 1) });
    done
}

pub(super) fn said(mut done: Done, code: &str, complaint: Complaint) -> Done {
    done.said.push(Said { exercise: row(code).id, complaint });
    done
}

/// The record of these sessions, oldest first.
pub(super) fn record(sessions: impl IntoIterator<Item = Done>) -> Replies {
    let mut replies = Replies::default();
    for it in sessions {
        replies.add(it);
    }
    replies
}

pub(super) fn standing(replies: &Replies) -> Standing {
    Standing::of(replies, rules(), day(TODAY), None)
}

/// Why an exercise is left out today after `replies`.
pub(super) fn why(replies: &Replies, on: i32, code: &str) -> Vec<Cause> {
    let health = well();
    let standing = Standing::of(replies, rules(), day(on), None);
    let person = Person { standing: &standing, ..person(&health, TODAY) };
    Screen::new(rules(), person).judge(row(code)).why
}

#[test]
fn the_question_is_due_from_18_to_72_hours_after_the_newest_session() {
    // R51
    let replies = record([session(5, &["HN05"]), session(2, &["BL04"])]);
    let after = |hours: u64| replies.due(ended(2) + hours * HOUR);
    assert_eq!((after(17), after(18)), (None, Some(Due::NextDay)));
    assert_eq!((after(72), after(73)), (Some(Due::NextDay), None));
    assert_eq!(replies.due_day(ended(2) + 24 * HOUR), Some(day(TODAY - 2)));
    assert_eq!(replies.due(0), None, "a clock set back asks nothing");
    assert_eq!(Replies::default().due(ended(0)), None);
}

#[test]
fn an_answer_given_ends_the_question_and_worse_asks_once_more_at_48_hours() {
    // R51
    let mut replies = record([session(2, &["BL04"])]);
    replies.reply(rules(), Reply::Worse, ended(2) + 24 * HOUR, day(TODAY - 1));
    assert_eq!(replies.due(ended(2) + 30 * HOUR), None);
    assert_eq!(replies.due(ended(2) + 48 * HOUR), Some(Due::Still));
    replies.reply(rules(), Reply::Better, ended(2) + 50 * HOUR, day(TODAY));
    assert_eq!(replies.due(ended(2) + 51 * HOUR), None);
    assert!(replies.held.is_empty());
    let mut fine = record([session(2, &["BL04"])]);
    fine.reply(rules(), Reply::Same, ended(2) + 24 * HOUR, day(TODAY - 1));
    assert_eq!(fine.due(ended(2) + 48 * HOUR), None);
}

#[test]
fn a_bit_sore_is_normal_within_a_day_or_two_and_too_long_after_48_hours() {
    // R52, R53
    let mut soon = record([session(3, &["BL04"])]);
    soon.reply(rules(), Reply::BitSore, ended(3) + 24 * HOUR, day(TODAY - 2));
    assert_eq!((standing(&soon).gentle, soon.held.len()), (None, 0));
    let mut late = record([session(3, &["BL04"])]);
    late.reply(rules(), Reply::BitSore, ended(3) + 48 * HOUR, day(TODAY - 1));
    assert_eq!(standing(&late).gentle, Some(Cause::Worse));
    assert_eq!(late.held.first().map(|it| it.hold), Some(Hold::Area(Area::Hip)));
}

#[test]
fn worse_makes_the_next_session_gentle_at_the_safe_end_and_leaves_the_suspect_out() {
    // R43, R52
    let eased = said(session(4, &["BL04", "HN05"]), "HN05", Complaint::TooStrong);
    let replies = record([replied(eased, Reply::Worse)]);
    let health = well();
    let standing = standing(&replies);
    let screen = Screen::new(rules(), Person { standing: &standing, ..person(&health, TODAY) });
    let limits = screen.limits();
    assert_eq!((limits.mode, limits.time_percent, limits.session_secs), (Mode::Gentle, 50, 900));
    assert_eq!(limits.stretch_secs, Some(15));
    assert_eq!(screen.judge(row("HN05")).why, [Cause::Worse]);
    assert_eq!(screen.judge(row("BL04")).fit, Fit::Allowed);
    // Nobody said anything: the massage that presses most is suspected.
    let silent = record([replied(session(4, &["HN06", "BL04", "ST05"]), Reply::Worse)]);
    assert_eq!(why(&silent, TODAY, "BL04"), [Cause::Worse]);
    assert!(why(&silent, TODAY, "HN06").is_empty());
    // A good reply to a later session lifts both.
    let better = record([
        replied(session(4, &["BL04"]), Reply::Worse),
        replied(session(2, &["HN06"]), Reply::Same),
    ]);
    assert!(why(&better, TODAY, "BL04").is_empty());
    assert_eq!(self::standing(&better).gentle, None);
}

#[test]
fn worse_at_48_hours_or_twice_in_a_row_pauses_the_area_until_someone_was_asked() {
    // R53, R54
    let mut replies = record([session(3, &["BL04", "MB12"])]);
    replies.reply(rules(), Reply::Worse, ended(3) + 49 * HOUR, day(TODAY - 1));
    assert!(standing(&replies).talk_to_someone());
    assert!(why(&replies, TODAY, "HN15").contains(&Cause::Paused(Area::Hip)));
    assert!(why(&replies, TODAY, "ST05").is_empty(), "massage only");
    assert!(why(&replies, TODAY, "HN02").is_empty(), "that area only");
    let mut twice = record([replied(session(9, &["HN02"]), Reply::Worse), session(2, &["BL04"])]);
    twice.reply(rules(), Reply::Worse, ended(2) + 24 * HOUR, day(TODAY - 1));
    assert!(why(&twice, TODAY, "HN15").contains(&Cause::Paused(Area::Hip)));
    assert!(!twice.talked(day(TODAY + 1), day(TODAY)), "not in the future");
    assert!(!twice.talked(day(TODAY - 5), day(TODAY)), "not before it began");
    assert!(twice.talked(day(TODAY), day(TODAY)));
    assert!(why(&twice, TODAY + 9, "HN15").is_empty());
    let mut once = record([replied(session(9, &["HN02"]), Reply::Same), session(2, &["BL04"])]);
    once.reply(rules(), Reply::Worse, ended(2) + 24 * HOUR, day(TODAY - 1));
    assert!(once.held.is_empty());
}

#[test]
fn three_eases_or_two_skips_make_the_next_three_sessions_gentle() {
    // R43
    let enough = Done { enough: true, ..session(9, &["HN05"]) };
    let mut sessions = vec![enough];
    for count in 0..4 {
        let replies = record(sessions.clone());
        let expected = (count < 3).then_some(Cause::Enough);
        assert_eq!(standing(&replies).gentle, expected, "{count} sessions later");
        sessions.push(session(8 - count, &["HN06"]));
    }
}

#[test]
fn sharp_pain_leaves_the_exercise_out_for_seven_days() {
    // R55
    let replies = record([said(session(0, &["BL04"]), "BL04", Complaint::Sharp)]);
    assert!(why(&replies, TODAY + 6, "BL04").contains(&Cause::Sharp));
    assert!(why(&replies, TODAY + 7, "BL04").is_empty());
}

#[test]
fn numbness_leaves_the_row_out_until_someone_was_asked_and_asks_about_leg_nerves() {
    // R55
    let done = said(session(9, &["BL05"]), "BL05", Complaint::Tingling);
    let mut replies = record([done.clone()]);
    assert_eq!(why(&replies, TODAY + 300, "BL05"), [Cause::Numb]);
    let mut health = well();
    health.after_session(rules(), &done);
    let asked = screen(&health).prompts([row("BL05").id]);
    assert!(matches!(&asked[..], [Prompt::Card { lines, .. }] if *lines == [id("leg-nerve")]));
    assert!(replies.talked(day(TODAY), day(TODAY)));
    assert!(why(&replies, TODAY, "BL05").is_empty());
}

#[test]
fn dizziness_leaves_neck_and_head_rows_out_of_the_next_session() {
    // R55
    let replies = record([said(session(1, &["HN01"]), "HN01", Complaint::Dizzy)]);
    for code in ["HN01", "HN08", "ST11", "MB07", "ST01", "ST17"] {
        assert_eq!(why(&replies, TODAY, code), [Cause::Dizzy], "{code}");
    }
    assert!(why(&replies, TODAY, "HN05").is_empty());
    assert!(!why(&replies, TODAY + 30, "HN01").is_empty(), "the next session, however late");
    let later =
        record([said(session(9, &["HN01"]), "HN01", Complaint::Dizzy), session(1, &["MB12"])]);
    assert!(why(&later, TODAY, "HN01").is_empty());
}

#[test]
fn a_bruise_marks_its_area_and_asks_about_blood_thinners() {
    // R55
    let done = said(session(0, &["BL04"]), "BL04", Complaint::Bruise);
    let mut health = well();
    health.after_session(rules(), &done);
    let judged = screen(&health).judge(row("HN15"));
    assert!(
        judged.why.contains(&Cause::Mark(Area::Hip, unknot::domain::condition::Trouble::Bruised))
    );
    let asked = screen(&health).prompts([row("HN02").id]);
    assert!(matches!(&asked[..], [Prompt::Card { lines, .. }] if *lines == [id("blood-thinners")]));
}

#[test]
fn a_joint_that_slips_twice_locks_until_someone_was_asked() {
    // R54
    let slip = |ago| said(session(ago, &["ST16"]), "ST16", Complaint::Clunk);
    assert!(!standing(&record([slip(9)])).joint_slips);
    let mut replies = record([slip(9), slip(3)]);
    let health = well();
    let twice = standing(&replies);
    let screen = Screen::new(rules(), Person { standing: &twice, ..person(&health, TODAY) });
    assert_eq!(screen.lock().unwrap().why, [Cause::Slipped]);
    assert_eq!(screen.judge(row("BR02")).fit, Fit::Allowed);
    assert!(replies.talked(day(TODAY), day(TODAY)));
    assert!(!standing(&replies).joint_slips);
}

#[test]
fn the_same_spot_is_pressed_firmly_once_a_day_and_not_on_the_day_after_worse() {
    // R49
    let today = record([session(0, &["BL04", "HN06"])]);
    assert_eq!(why(&today, TODAY, "BL04"), [Cause::PressedToday]);
    assert!(why(&today, TODAY, "HN06").is_empty(), "light hands may come again");
    assert!(why(&today, TODAY + 1, "BL04").is_empty());
    // The good reply of today lifts the suspicion, not the rest of the day after yesterday's "worse".
    let after = record([
        replied(session(2, &["BL04"]), Reply::Worse),
        replied(session(1, &["HN06"]), Reply::Same),
    ]);
    assert_eq!(why(&after, TODAY, "BL04"), [Cause::Worse]);
    assert!(why(&after, TODAY + 1, "BL04").is_empty());
}

#[test]
fn three_good_sessions_in_a_row_step_up_and_worse_a_gap_or_illness_step_back() {
    // R47
    let good = |ago| replied(session(ago, &["HN05"]), Reply::Same);
    let level = |sessions: Vec<Done>| standing(&record(sessions)).level;
    assert_eq!(level(vec![good(9), good(6)]), 0);
    assert_eq!(level(vec![good(9), good(6), good(3)]), 1);
    let sore = replied(session(6, &["HN05"]), Reply::BitSore);
    assert_eq!(level(vec![good(9), sore, good(3), good(2)]), 0, "not in a row");
    let silent = session(6, &["HN05"]);
    assert_eq!(level(vec![good(9), silent, good(3), good(2)]), 0, "no reply is not a good one");
    let eased = said(good(6), "HN05", Complaint::TooStrong);
    assert_eq!(level(vec![good(9), eased, good(3), good(2)]), 0, "the peak was above 4");
    assert_eq!(level(vec![replied(session(3, &["HN05"]), Reply::Worse)]), -1);
    assert_eq!(level(vec![good(15)]), -1, "more than two weeks");
    assert_eq!(level(vec![good(14)]), 0);
    let ill = Standing::of(
        &record([good(9), good(6), good(3)]),
        rules(),
        day(TODAY),
        Some(day(TODAY - 2)),
    );
    assert_eq!(ill.level, 0, "up by one and back by one");
    let many: Vec<_> = (0..30).rev().map(|ago| good(ago + 1)).collect();
    assert_eq!(level(many), 3);
}

#[test]
fn a_step_up_adds_ten_seconds_to_one_exercise_where_there_is_time_and_a_step_back_takes_fifteen() {
    // R47, R48
    let steps = [step("HN05", 60), step("BL04", 60), step("MB12", 60)];
    let holds = |replies: &Replies, budget| {
        let health = well();
        let standing = standing(replies);
        let screen = Screen::new(rules(), Person { standing: &standing, ..person(&health, TODAY) });
        let it = shaped(&screen, &request(&steps, budget));
        it.steps.iter().map(|it| (code(it.step.exercise), it.step.hold.secs())).collect::<Vec<_>>()
    };
    let good = |ago| replied(session(ago, &["MB08"]), Reply::Better);
    let up = record([good(9), good(6), good(3)]);
    assert_eq!(holds(&up, 600), [("HN05", 70), ("BL04", 60), ("MB12", 60)]);
    let full = 10 + 60 + 20 + 60 + 8 + 60 + 20 + 60 + 12 + 15 - 10;
    assert_eq!(holds(&up, full), [("HN05", 60), ("BL04", 60), ("MB12", 60)], "no time left");
    let back = record([good(20), good(4)]);
    assert_eq!(standing(&back).level, -1);
    assert_eq!(holds(&back, 600), [("HN05", 45), ("BL04", 45), ("MB12", 60)]);
    let too_strong = said(session(3, &["BL04"]), "BL04", Complaint::TooStrong);
    let dropped = record([too_strong]);
    assert_eq!(holds(&dropped, 600), [("HN05", 60), ("BL04", 45), ("MB12", 60)]);
    let calm: Vec<_> = (0..3).map(|it| session(3 - it, &["BL04"])).collect();
    let early = said(session(9, &["BL04"]), "BL04", Complaint::Cramp);
    let over = record([vec![early], calm].concat());
    assert_eq!(holds(&over, 600)[1], ("BL04", 60));
}

#[test]
fn gentle_mode_is_left_only_after_two_weeks_of_good_replies_and_worse_brings_it_back() {
    // R46
    let mut health = super::people::with(&["thin-bones"]);
    health.told.iter_mut().for_each(|it| it.since = day(TODAY - 40));
    let good = |ago| replied(session(ago, &["HN06"]), Reply::Same);
    let short = standing(&record([good(12), good(8), good(4)]));
    assert!(!health.leave_gentle(&short, day(TODAY)));
    let long = standing(&record([good(16), good(8), good(4)]));
    assert!(health.leave_gentle(&long, day(TODAY)));
    let mode = |standing: &Standing| {
        Screen::new(rules(), Person { standing, ..person(&health, TODAY) }).limits().mode
    };
    assert_eq!(mode(&long), Mode::Standard);
    assert_eq!(screen(&health).judge(row("FR01")).fit, Fit::Removed, "what is removed stays out");
    let worse = record([good(16), good(8), replied(session(1, &["HN06"]), Reply::Worse)]);
    assert_eq!(mode(&standing(&worse)), Mode::Gentle);
    let mixed = [good(20), replied(session(10, &["HN06"]), Reply::BitSore), good(4)];
    assert!(!standing(&record(mixed)).may_leave_gentle);
}

#[test]
fn strong_pain_and_worse_ask_the_short_list_before_anything_opens() {
    // R57
    let check = clear_on(TODAY);
    let gate = |asks| gate_after(Some(&check), day(TODAY), asks);
    let mut health = well();
    for (rating, asks) in [(6, false), (7, true), (200, true)] {
        health.feel(rating, None, day(TODAY));
        assert_eq!(health.asks_list(day(TODAY)), asks, "{rating}");
        assert_eq!(screen(&health).limits().mode == Mode::Comfort, asks, "{rating}");
    }
    assert_eq!(health.pain.unwrap().rating, 10);
    assert_eq!((gate(true), gate(false)), (Gate::AskAnythingNew, Gate::Open));
    health.listed();
    assert!(!health.asks_list(day(TODAY)));
    assert!(!health.asks_list(day(TODAY + 1)) && health.strong_pain(day(TODAY + 1)).is_none());
    let mut replies = record([session(2, &["BL04"])]);
    assert!(!replies.asks_list());
    replies.reply(rules(), Reply::Worse, ended(2) + 24 * HOUR, day(TODAY - 1));
    assert!(replies.asks_list());
    replies.listed();
    assert!(!replies.asks_list());
    let stale: Option<&Check> = None;
    assert_eq!(gate_after(stale, day(TODAY), false), Gate::AskFull);
}

#[test]
fn a_lost_record_makes_the_next_session_gentle_until_a_good_reply() {
    // D17
    let mut replies = Replies::unreadable();
    assert_eq!(standing(&replies).gentle, Some(Cause::Unsure));
    replies.add(session(2, &["HN06"]));
    assert_eq!(standing(&replies).gentle, Some(Cause::Unsure));
    replies.reply(rules(), Reply::Better, ended(2) + 24 * HOUR, day(TODAY - 1));
    assert_eq!(standing(&replies).gentle, None);
}

#[test]
fn a_routine_is_open_again_when_nothing_stands_against_it() {
    // A positive control: every test above changes something from here.
    let health = well();
    let steps = [step("HN05", 60)];
    assert!(matches!(screen(&health).shape(&request(&steps, 600)), Shape::Ready(_)));
}
