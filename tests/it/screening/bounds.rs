//! Where what counts against somebody begins and ends, to the day.

use unknot::domain::body::Area;
use unknot::domain::condition::Trouble;
use unknot::domain::exercise::{Exercise, ExerciseId};
use unknot::domain::screening::{
    Answers, Cause, Check, ClearError, Complaint, Done, Flag, Gate, Held, Hold, List, Mode, Person,
    Prompt, Replies, Reply, Screen, Shape, Standing, gate,
};
use unknot::domain::session::{Ending, Outcome, StepRecord, Summary};
use unknot::domain::time::Span;

use super::next_day::{ended, record, replied, said, session, standing, why};
use super::people::{
    TODAY, code, condition, id, library, person, request, row, rules, screen, step, well, with,
};
use super::{answered, clear_on, day, ticked};

const DAY: u64 = 24 * 3_600_000;

#[test]
fn a_check_from_the_day_before_the_answer_does_not_open_a_lock_of_today() {
    // R12
    let locked = answered(&ticked(List::Full, &[Flag::Fever], TODAY));
    assert_eq!(locked.clear(day(TODAY - 1), day(TODAY)), Err(ClearError::BeforeAnswer));
    assert!(locked.clear(day(TODAY), day(TODAY)).is_ok());
}

#[test]
fn a_session_earlier_today_is_no_gap() {
    // R9, R11
    let check = clear_on(TODAY - 3).after_session(day(TODAY));
    assert_eq!(gate(Some(&check), day(TODAY)), Gate::Open);
    let short = Answers::none_of_these(List::Short, day(TODAY));
    assert_eq!(gate(Some(&Check::record(Some(&check), &short)), day(TODAY)), Gate::Open);
}

#[test]
fn only_a_yes_to_an_illness_is_an_illness() {
    // R47
    assert_eq!(well().ill, None, "a fever was answered with no");
    assert_eq!(with(&["clot"]).ill, None);
    assert_eq!(with(&["fever-now"]).ill, Some(day(TODAY)));
}

#[test]
fn weeks_go_to_the_condition_they_are_about_and_only_if_it_applies() {
    // R37
    let mut health = with(&["clot", "pregnant"]);
    health.set_weeks(id("pregnant"), Some(12), day(TODAY + 1));
    let told = |slug| health.find(id(slug)).map(|it| (it.weeks, it.day));
    assert_eq!(told("pregnant"), Some((Some(12), day(TODAY + 1))));
    assert_eq!(told("clot"), Some((None, day(TODAY))));
    let mut not = well();
    not.set_weeks(id("pregnant"), Some(12), day(TODAY + 1));
    assert_eq!(not, well());
}

#[test]
fn taking_one_mark_back_leaves_the_others() {
    // R39
    let mut health = well();
    health.mark(Area::Hip, Trouble::Wound, day(TODAY));
    health.mark(Area::Arm, Trouble::Wound, day(TODAY));
    assert!(health.unmark(rules(), Area::Hip, Trouble::Wound));
    assert_eq!(health.marks.iter().map(|it| it.area).collect::<Vec<_>>(), [Area::Arm]);
}

#[test]
fn a_word_from_before_a_condition_was_told_anew_does_not_count_on_the_days_after_either() {
    // R36
    let mut health = with(&["clot"]);
    health.clear(condition("clot"), day(TODAY), day(TODAY)).unwrap();
    health.answer(rules(), id("clot"), false, day(TODAY + 1));
    health.answer(rules(), id("clot"), true, day(TODAY + 2));
    for days in 2..6 {
        let screen = Screen::new(rules(), person(&health, TODAY + days));
        assert!(screen.lock().is_some(), "{days}");
    }
}

#[test]
fn a_condition_told_after_gentle_mode_was_left_brings_it_back_and_one_of_that_day_does_not() {
    // R46
    let mode = |told: i32, last_worse: Option<i32>| {
        let mut health = with(&["thin-bones"]);
        health.told.iter_mut().for_each(|it| it.since = day(told));
        health.left_gentle = Some(day(TODAY - 10));
        let standing = Standing { last_worse: last_worse.map(day), ..Standing::default() };
        let person = Person { standing: &standing, ..person(&health, TODAY) };
        Screen::new(rules(), person).limits().mode
    };
    assert_eq!(mode(TODAY - 11, None), Mode::Standard);
    assert_eq!(mode(TODAY - 10, None), Mode::Standard);
    assert_eq!(mode(TODAY - 9, None), Mode::Gentle);
    assert_eq!(mode(TODAY - 40, Some(TODAY - 11)), Mode::Standard);
    assert_eq!(mode(TODAY - 40, Some(TODAY - 10)), Mode::Gentle);
    assert_eq!(mode(TODAY - 40, Some(TODAY - 9)), Mode::Gentle);
}

#[test]
fn a_worse_after_gentle_mode_was_left_brings_it_back_though_a_good_reply_came_since() {
    // R46
    let mut health = with(&["thin-bones"]);
    health.told.iter_mut().for_each(|it| it.since = day(TODAY - 40));
    health.left_gentle = Some(day(TODAY - 6));
    let replies = record([
        replied(session(7, &["HN06"]), Reply::Worse),
        replied(session(2, &["HN06"]), Reply::Same),
    ]);
    let standing = standing(&replies);
    assert_eq!((standing.gentle, standing.last_worse), (None, Some(day(TODAY - 6))));
    let person = Person { standing: &standing, ..person(&health, TODAY) };
    assert_eq!(Screen::new(rules(), person).limits().mode, Mode::Gentle);
}

#[test]
fn strong_pain_nobody_placed_keeps_light_hands_out_also_where_a_mark_is_elsewhere() {
    // R44
    let mut health = well();
    health.mark(Area::Shoulder, Trouble::Wound, day(TODAY));
    health.feel(8, None, day(TODAY));
    assert_eq!(screen(&health).judge(row("HN06")).why, [Cause::ComfortMode]);
    health.feel(8, Some(Area::Shoulder), day(TODAY));
    assert!(screen(&health).judge(row("HN06")).why.is_empty());
}

#[test]
fn what_locks_until_a_check_is_not_asked_again_however_old() {
    // R35
    let mut health = with(&["disc"]);
    health.answer(rules(), id("disc-worse"), true, day(TODAY));
    health.answer(rules(), id("disc"), true, day(TODAY + 400));
    let screen = Screen::new(rules(), person(&health, TODAY + 400));
    let follow_up = Prompt::FollowUp(id("disc-worse"));
    assert!(!screen.prompts([row("MB12").id]).contains(&follow_up));
    let steps = [step("MB12", 60)];
    assert!(matches!(screen.shape(&request(&steps, 600)), Shape::Locked(_)));
}

#[test]
fn a_follow_up_waits_while_its_first_question_is_due_again() {
    // R58
    let health = with(&["disc"]);
    let asked = Screen::new(rules(), person(&health, TODAY + 100)).prompts([row("MB12").id]);
    assert!(!asked.contains(&Prompt::FollowUp(id("disc-worse"))), "{asked:?}");
    let fresh = Screen::new(rules(), person(&health, TODAY + 20)).prompts([row("MB12").id]);
    assert!(fresh.contains(&Prompt::FollowUp(id("disc-worse"))), "{fresh:?}");
}

#[test]
fn a_lock_is_shown_and_an_open_question_as_grave_does_not_come_before_it() {
    // R58
    let mut health = with(&["disc", "varicose-veins"]);
    health.answer(rules(), id("disc-worse"), true, day(TODAY));
    health.forget(rules(), id("hot-vein"));
    assert_eq!(screen(&health).graver(), None);
}

#[test]
fn a_lock_of_today_is_shown_though_another_question_is_open_and_an_old_one_is_asked_again() {
    // R36, R58
    let steps = [step("MB12", 60)];
    let mut health = with(&["clot", "after-birth"]);
    health.forget(rules(), id("after-birth-surgery"));
    assert!(!screen(&health).prompts([row("MB12").id]).is_empty());
    assert!(matches!(screen(&health).shape(&request(&steps, 600)), Shape::Locked(_)));
    let mut old = with(&["after-birth"]);
    old.answer(rules(), id("after-birth-surgery"), true, day(TODAY - 30));
    let Shape::Ask(asked) = screen(&old).shape(&request(&steps, 600)) else { panic!("locked") };
    assert_eq!(asked, [Prompt::FollowUp(id("after-birth-surgery"))]);
}

#[test]
fn a_step_eased_before_its_first_second_is_kept() {
    // R49
    let eased = StepRecord {
        exercise: row("BL04").id,
        done: Outcome::Skipped,
        eases: 1,
        worked: Span::ZERO,
    };
    let summary = Summary { ending: Ending::EndedEarly, worked: Span::ZERO, steps: vec![eased] };
    let done = Done::of(&summary, vec![], false, ended(1), day(TODAY - 1));
    assert_eq!(done.steps.iter().map(|it| it.eases).collect::<Vec<_>>(), [1]);
}

/// A session of these in which one was eased or left as too much, and nobody complained.
fn hard(ago: i32, codes: &[&str], hard: &str, eases: u8, outcome: Outcome) -> Done {
    let mut done = session(ago, codes);
    for it in done.steps.iter_mut().filter(|it| code(it.exercise) == hard) {
        (it.eases, it.outcome) = (eases, outcome);
    }
    done
}

const HARD: [(u8, Outcome); 2] = [(1, Outcome::Done), (0, Outcome::TooMuch)];

#[test]
fn a_session_with_an_ease_or_a_skip_makes_no_step_up() {
    // R47
    for (eases, outcome) in HARD {
        let eased = hard(3, &["HN05"], "HN05", eases, outcome);
        let good = |ago| replied(session(ago, &["HN05"]), Reply::Same);
        let replies = record([good(9), good(6), replied(eased, Reply::Same)]);
        assert_eq!(standing(&replies).level, 0, "{outcome:?}");
    }
}

#[test]
fn worse_is_put_down_to_what_was_eased_or_too_much_though_nobody_complained() {
    // R52
    for (eases, outcome) in HARD {
        let done = hard(4, &["BL04", "HN05"], "HN05", eases, outcome);
        let replies = record([replied(done, Reply::Worse)]);
        assert_eq!(why(&replies, TODAY, "HN05"), [Cause::Worse], "{outcome:?}");
        assert!(why(&replies, TODAY, "BL04").is_empty(), "{outcome:?}");
    }
}

#[test]
fn an_exercise_is_stepped_down_by_what_was_too_strong_in_it_alone() {
    // R48
    for (eases, outcome) in HARD {
        let done = hard(4, &["BL04", "HN05"], "HN05", eases, outcome);
        assert_eq!(standing(&record([done])).dropped, [row("HN05").id], "{outcome:?}");
    }
    let other = said(session(4, &["BL04", "HN05"]), "HN05", Complaint::TooStrong);
    assert_eq!(standing(&record([other])).dropped, [row("HN05").id]);
    let sharp = said(session(4, &["BL04"]), "BL04", Complaint::Sharp);
    assert!(standing(&record([sharp])).dropped.is_empty());
}

#[test]
fn a_talk_on_the_day_a_pause_began_ends_it() {
    // R54
    let mut replies = record([said(session(0, &["BL05"]), "BL05", Complaint::Tingling)]);
    assert_eq!(replies.held.len(), 1);
    assert!(replies.talked(day(TODAY), day(TODAY)));
    assert!(replies.held.is_empty());
}

#[test]
fn each_thing_is_held_once_and_sixty_at_most() {
    // R55, D17
    let mut replies = Replies::default();
    let numb = |ids: &[ExerciseId]| {
        let mut done = session(1, &["HN06"]);
        for id in ids {
            done = said(done, code(*id), Complaint::Tingling);
        }
        done
    };
    let ids: Vec<ExerciseId> = library().iter().map(|it| it.id).take(70).collect();
    replies.add(numb(&[ids[0], ids[0], ids[1]]));
    replies.add(numb(&[ids[1]]));
    let held: Vec<Hold> = replies.held.iter().map(|it| it.hold).collect();
    assert_eq!(held, [Hold::Numb(ids[0]), Hold::Numb(ids[1])]);
    for some in ids.chunks(10) {
        replies.add(numb(some));
    }
    assert_eq!(replies.held.len(), Replies::MAX_HELD);
}

#[test]
fn with_nothing_held_against_a_person_nobody_is_sent_to_talk_to_someone() {
    // R54
    assert!(!Standing::default().talk_to_someone());
}

#[test]
fn a_pause_is_named_by_the_area_it_was_made_for() {
    // R54: a stroke down the arm is on the shoulder too
    let held = |area| Held { hold: Hold::Area(area), day: day(TODAY - 1) };
    let replies = Replies { held: vec![held(Area::Shoulder)], ..Replies::default() };
    assert_eq!(why(&replies, TODAY, "HN17"), [Cause::Paused(Area::Shoulder)]);
}

#[test]
fn an_illness_on_the_day_of_the_last_session_is_not_one_since_then() {
    // R47
    let replies = record([replied(session(3, &["HN06"]), Reply::Same)]);
    let level = |ill| Standing::of(&replies, rules(), day(TODAY), Some(day(ill))).level;
    assert_eq!((level(TODAY - 3), level(TODAY - 2)), (0, -1));
}

#[test]
fn dizziness_before_the_last_session_counts_for_seven_days() {
    // R55
    let after = |days| {
        let dizzy = said(session(days, &["HN01"]), "HN01", Complaint::Dizzy);
        standing(&record([dizzy, session(1, &["MB12"])])).no_head_rows
    };
    assert_eq!([5, 6, 7].map(after), [true, true, false]);
}

#[test]
fn only_slips_after_the_talk_count_as_repeated() {
    // R54
    let slips = |agos: [i32; 2]| {
        let slip = |ago| said(session(ago, &["ST16"]), "ST16", Complaint::Clunk);
        let talked = Some(day(TODAY - 5));
        standing(&Replies { talked, ..record(agos.map(slip)) }).joint_slips
    };
    assert!(slips([4, 1]));
    assert!(!slips([5, 1]), "the talk was on that day");
}

#[test]
fn the_first_week_of_rolling_has_its_own_time_however_long_the_exercise_is_else() {
    // R41; clinical-evidence 1.3
    use unknot::domain::dose::HoldSecs;
    let health = well();
    let starter = Screen::new(rules(), Person { sessions: 0, ..person(&health, TODAY) });
    for (code, secs) in [("FR01", 45), ("FR13", 45), ("FR03", 30), ("FR05", 20)] {
        let longer = Exercise { hold: HoldSecs::new(120).unwrap(), ..*row(code) };
        assert_eq!(starter.limits().longest(&longer), secs, "{code}");
    }
}

#[test]
fn the_day_of_a_worse_is_the_day_it_was_said() {
    // R46
    let mut done = replied(session(5, &["HN06"]), Reply::Worse);
    done.still = done.reply.map(|it| unknot::domain::screening::Replied {
        reply: Reply::Better,
        at: it.at + DAY,
        day: day(TODAY - 3),
    });
    assert_eq!(standing(&record([done])).last_worse, Some(day(TODAY - 4)));
}
