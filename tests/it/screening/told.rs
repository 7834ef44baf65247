//! Answers: how long they count, what is asked again, and how a lock ends.

use unknot::catalog;
use unknot::domain::body::{Area, AreaSet};
use unknot::domain::condition::{Act, Card, ConditionId, Trouble};
use unknot::domain::screening::{
    Cause, ClearError, Fit, Health, Known, Mode, Prompt, Screen, Shape,
};

use super::day;
use super::people::{
    TODAY, condition, id, library, person, request, routine, row, rules, screen, well, with,
};

fn later(health: &Health, days: i32) -> Screen<'_> {
    Screen::new(rules(), person(health, TODAY + days))
}

fn known(health: &Health, slug: &str, days: i32) -> Known {
    health.known(condition(slug), day(TODAY + days))
}

#[test]
fn nobody_who_has_answered_nothing_is_given_any_massage_stretch_or_move() {
    // R33
    let health = Health::default();
    for exercise in library() {
        assert_eq!(screen(&health).judge(exercise).fit, Fit::NeedsAnswer, "{}", exercise.code);
    }
}

#[test]
fn a_body_that_was_not_looked_over_keeps_all_but_breathing_and_rest_shut() {
    // R33, R39
    let mut health = well();
    health.marked = None;
    let judged = screen(&health).judge(row("MB18"));
    assert_eq!((judged.fit, judged.why), (Fit::NeedsAnswer, vec![Cause::NotLookedOver]));
    assert_eq!(screen(&health).judge(row("BR02")).fit, Fit::Allowed);
    assert_eq!(screen(&health).judge(row("BR03")).fit, Fit::Allowed);
    let mut looked = well();
    looked.looked_over(day(TODAY));
    assert!(looked.is_looked_over(day(TODAY + 6)));
    assert!(!looked.is_looked_over(day(TODAY + 7)));
    assert!(!looked.is_looked_over(day(TODAY - 1)), "a clock set back asks again");
}

#[test]
fn a_no_counts_for_its_days_and_then_the_question_is_open_again() {
    // R33
    let health = well();
    assert_eq!(known(&health, "blood-thinners", 89), Known::No);
    assert_eq!(known(&health, "blood-thinners", 90), Known::Unanswered);
    assert_eq!(known(&health, "fever-now", 0), Known::No);
    assert_eq!(known(&health, "fever-now", 1), Known::Unanswered);
    assert_eq!(known(&health, "blood-thinners", -1), Known::Unanswered, "from a day to come");
}

#[test]
fn a_yes_stays_a_yes_however_old_and_is_asked_again() {
    // R33
    let health = with(&["blood-thinners"]);
    assert_eq!(known(&health, "blood-thinners", 89), Known::Yes { ask: false });
    assert_eq!(known(&health, "blood-thinners", 4000), Known::Yes { ask: true });
    assert_eq!(later(&health, 4000).judge(row("BL04")).fit, Fit::Removed);
    let prompts = later(&health, 90).prompts([row("HN02").id]);
    let asks = |it: &Prompt| matches!(it, Prompt::Card { lines, .. } if lines.contains(&id("blood-thinners")));
    assert!(prompts.iter().any(asks));
}

#[test]
fn only_the_questions_that_the_exercises_need_are_asked() {
    // R38
    let health = Health::default();
    let lines = |codes: &[&str]| -> Vec<ConditionId> {
        let ids: Vec<_> = codes.iter().map(|code| row(code).id).collect();
        let prompts = screen(&health).prompts(ids);
        prompts
            .iter()
            .flat_map(|it| match it {
                Prompt::Card { lines, .. } | Prompt::Few(lines) => lines.clone(),
                Prompt::FollowUp(id) | Prompt::Where(id) => vec![*id],
                Prompt::Body => vec![],
            })
            .collect()
    };
    let hands = lines(&["HN05"]);
    assert!(hands.contains(&id("kidney")) && hands.contains(&id("blood-thinners")));
    for slug in ["jaw", "no-kneeling", "no-floor", "numb-feet-hands"] {
        assert!(!hands.contains(&id(slug)), "{slug} is not needed");
    }
    // The gate of 5.4 stands before every row of the lower back, and before no other that it takes nothing from.
    assert!(hands.contains(&id("stenosis")) && !lines(&["HN02"]).contains(&id("stenosis")));
    assert!(lines(&["HN07"]).contains(&id("jaw")));
    // The roller's easier variants are on the wall and by hand; what guards those is asked too.
    assert!(lines(&["BL05"]).contains(&id("no-kneeling")), "ST06 bends the knee");
    let breathing = lines(&["BR02"]);
    assert!(breathing.contains(&id("under-16")) && breathing.contains(&id("fever-now")));
    assert!(breathing.len() < hands.len());
}

#[test]
fn cards_come_in_their_order_each_once_and_the_body_last() {
    // R34, R38
    let health = Health::default();
    let (steps, _) = routine("LBS", 30);
    let prompts = screen(&health).prompts(steps.iter().map(|it| it.exercise));
    let cards: Vec<Card> = prompts
        .iter()
        .filter_map(|it| if let Prompt::Card { card, .. } = it { Some(*card) } else { None })
        .collect();
    assert!(cards.is_sorted() && cards.len() <= Card::ALL.len());
    assert!(cards.windows(2).all(|pair| pair[0] != pair[1]));
    assert_eq!(prompts.last(), Some(&Prompt::Body));
    assert_eq!(prompts.iter().filter(|it| **it == Prompt::Body).count(), 1);
}

#[test]
fn a_follow_up_is_asked_at_once_and_goes_with_its_first_question() {
    // R34
    let mut health = well();
    health.answer(rules(), id("thin-bones"), true, day(TODAY));
    let first = screen(&health).prompts([row("HN05").id]).into_iter().next();
    assert_eq!(first, Some(Prompt::FollowUp(id("thin-bones-high"))));
    assert_eq!(screen(&health).judge(row("HN05")).fit, Fit::NeedsAnswer);
    health.answer(rules(), id("thin-bones-high"), true, day(TODAY));
    assert_eq!(screen(&health).lock().unwrap().act, Act::Clear);
    assert!(health.answer(rules(), id("thin-bones"), false, day(TODAY)));
    assert_eq!(health.find(id("thin-bones-high")), None);
    assert_eq!(screen(&health).lock(), None);
}

#[test]
fn clear_locks_all_but_breathing_until_a_clinician_said_so_and_again_after_three_months() {
    // R32, R36
    let mut health = with(&["clot"]);
    let lock = screen(&health).lock().unwrap();
    assert_eq!((lock.act, lock.keeps_breathing), (Act::Clear, true));
    assert_eq!(screen(&health).judge(row("BR02")).fit, Fit::Allowed);
    assert_eq!(screen(&health).judge(row("BR03")).fit, Fit::Locked(Act::Clear));
    let clot = condition("clot");
    assert_eq!(health.clear(clot, day(TODAY + 1), day(TODAY)), Err(ClearError::InFuture));
    assert_eq!(health.clear(clot, day(TODAY - 90), day(TODAY)), Err(ClearError::TooOld));
    assert_eq!(health.clear(condition("jaw"), day(TODAY), day(TODAY)), Err(ClearError::NotLocked));
    health.clear(clot, day(TODAY), day(TODAY)).unwrap();
    assert_eq!(screen(&health).lock(), None);
    assert_eq!(screen(&health).judge(row("HN13")).fit, Fit::Removed, "legs stay left out");
    assert_eq!(screen(&health).judge(row("HN05")).fit, Fit::Allowed);
    assert!(later(&health, 89).lock().is_none());
    assert_eq!(later(&health, 90).lock().unwrap().act, Act::Clear);
    // Old enough to be asked again: the question comes before the lock.
    let (steps, budget) = routine("LBS", 5);
    let shape = later(&health, 90).shape(&request(&steps, budget));
    assert!(matches!(shape, Shape::Ask(_)));
    assert!(matches!(screen(&with(&["clot"])).shape(&request(&steps, budget)), Shape::Locked(_)));
}

#[test]
fn a_new_answer_with_yes_keeps_its_first_day_so_that_a_clearance_still_fits() {
    // R36
    let mut health = with(&["clot"]);
    health.clear(condition("clot"), day(TODAY + 2), day(TODAY + 2)).unwrap();
    health.answer(rules(), id("clot"), true, day(TODAY + 60));
    assert!(health.is_cleared(id("clot"), day(TODAY + 60)));
    health.answer(rules(), id("clot"), false, day(TODAY + 61));
    health.answer(rules(), id("clot"), true, day(TODAY + 62));
    assert!(!health.is_cleared(id("clot"), day(TODAY + 62)), "told anew, to be cleared anew");
}

#[test]
fn neither_no_nor_forgetting_nor_unmarking_ends_an_urgent_lock() {
    // R35
    let mut health = with(&["varicose-veins"]);
    assert!(health.answer(rules(), id("hot-vein"), true, day(TODAY)));
    for slug in ["hot-vein", "varicose-veins"] {
        assert!(!health.answer(rules(), id(slug), false, day(TODAY + 9)), "{slug}");
        health.forget(rules(), id(slug));
    }
    assert_eq!(later(&health, 9).lock().unwrap().act, Act::Urgent);
    let (steps, budget) = routine("FM", 5);
    let old = later(&health, 9).shape(&request(&steps, budget));
    assert!(matches!(old, Shape::Locked(_)), "however old, never a question instead: {old:?}");
    health.mark(Area::Calf, Trouble::Hot, day(TODAY));
    assert!(!health.unmark(rules(), Area::Calf, Trouble::Hot));
    let hot = (Area::Calf, Trouble::Hot);
    assert_eq!(health.clear_mark(hot, day(TODAY - 1), day(TODAY)), Err(ClearError::BeforeAnswer));
    health.clear_mark(hot, day(TODAY), day(TODAY)).unwrap();
    assert_eq!((health.marks.len(), health.marked), (0, None), "the body is looked over again");
    health.clear(condition("hot-vein"), day(TODAY), day(TODAY)).unwrap();
    assert_eq!(known(&health, "hot-vein", 0), Known::Unanswered);
    health.mark(Area::Arm, Trouble::Hot, day(TODAY));
    assert!(health.unmark(rules(), Area::Arm, Trouble::Hot));
}

#[test]
fn weeks_that_are_not_known_count_as_late_and_those_that_are_go_on() {
    // R37
    let mut health = with(&["pregnant"]);
    let lying_down = |health: &Health, days| later(health, days).judge(row("MB02")).fit;
    assert_eq!(lying_down(&health, 0), Fit::Removed, "weeks not known");
    health.set_weeks(id("pregnant"), Some(15), day(TODAY));
    assert_eq!(lying_down(&health, 0), Fit::Allowed);
    assert_eq!(later(&health, 0).judge(row("HN13")).fit, Fit::Removed, "no leg pressure");
    // The other answers of today are too old by then for a "yes".
    assert_eq!(lying_down(&health, 6), Fit::NeedsAnswer);
    assert_eq!(lying_down(&health, 7), Fit::Removed, "week 16");
    health.answer(rules(), id("pregnant"), true, day(TODAY + 21));
    assert_eq!(health.find(id("pregnant")).unwrap().weeks, Some(18));
    health.set_weeks(id("pregnant"), Some(42), day(TODAY + 21));
    assert_eq!(known(&health, "pregnant", 21), Known::Yes { ask: false });
    assert_eq!(known(&health, "pregnant", 28), Known::Yes { ask: true }, "week 43");
}

#[test]
fn where_it_is_must_be_told_before_anything_there_opens() {
    // R33, R38
    let mut health = with(&["lymph"]);
    assert_eq!(screen(&health).judge(row("HN05")).why, [Cause::Where(id("lymph"))]);
    assert_eq!(screen(&health).judge(row("MB12")).fit, Fit::Allowed, "only massage");
    health.set_areas(id("lymph"), AreaSet::of(&[Area::Calf]));
    assert_eq!(screen(&health).judge(row("HN11")).fit, Fit::Removed);
    assert_eq!(screen(&health).judge(row("HN05")).fit, Fit::Allowed);
    health.set_areas(id("lymph"), AreaSet::of(&[Area::WholeBody]));
    assert_eq!(screen(&health).judge(row("HN05")).fit, Fit::Removed);
}

#[test]
fn fever_pauses_everything_and_alcohol_all_but_breathing_until_asked_again() {
    // R32
    let fever = with(&["fever-now"]);
    assert_eq!(screen(&fever).judge(row("BR02")).fit, Fit::Locked(Act::Pause));
    assert_eq!(fever.ill, Some(day(TODAY)));
    let alcohol = with(&["alcohol"]);
    assert_eq!(screen(&alcohol).judge(row("BR02")).fit, Fit::Allowed);
    assert_eq!(screen(&alcohol).judge(row("HN06")).fit, Fit::Locked(Act::Pause));
    let (steps, budget) = routine("FM", 5);
    let tomorrow = later(&alcohol, 1).shape(&request(&steps, budget));
    assert!(matches!(tomorrow, Shape::Ask(_)), "asked, not locked for ever");
    let young = with(&["under-16"]);
    assert_eq!(screen(&young).judge(row("BR02")).fit, Fit::Locked(Act::Block));
}

#[test]
fn every_trouble_leaves_its_area_out_and_an_old_injury_or_injection_ends() {
    // R39
    for &trouble in Trouble::ALL {
        let mut health = well();
        health.mark(Area::Arm, trouble, day(TODAY));
        let screen = screen(&health);
        let why = screen.judge(row("HN10")).why;
        assert!(why.contains(&Cause::Mark(Area::Arm, trouble)), "{trouble:?}");
        if screen.limits().mode == Mode::Standard {
            assert_eq!(screen.judge(row("HN05")).fit, Fit::Allowed, "{trouble:?}");
            assert_eq!(screen.judge(row("MB16")).fit, Fit::Removed, "the whole body has arms");
        }
        assert_eq!(screen.judge(row("BR04")).fit, Fit::Allowed, "{trouble:?}");
    }
    let ends = |trouble| {
        let mut health = well();
        health.mark(Area::Arm, trouble, day(TODAY));
        (0..60).find(|days| health.live_marks(rules(), day(TODAY + days)).next().is_none())
    };
    assert_eq!((ends(Trouble::Injured), ends(Trouble::Injection)), (Some(4), Some(3)));
    assert_eq!(ends(Trouble::Bruised), None);
}

#[test]
fn levels_stand_in_the_order_of_the_evidence_file_and_the_highest_wins() {
    // R31
    let order = [Act::Info, Act::Gentle, Act::Remove, Act::Clear, Act::Urgent, Act::Emergency];
    assert!(order.is_sorted());
    let mut health = with(&["clot", "fever-now", "varicose-veins"]);
    health.answer(rules(), id("hot-vein"), true, day(TODAY));
    let lock = screen(&health).lock().unwrap();
    assert_eq!(lock.act, Act::Urgent);
    let told = [id("hot-vein"), id("fever-now"), id("clot")].map(Cause::Condition);
    assert_eq!(lock.why, told, "the most serious first");
    assert!(catalog::conditions().iter().all(|it| it.highest().is_some()));
}

#[test]
fn erasing_everything_asks_everything() {
    // R33
    let health = with(&["clot"]);
    assert_ne!(health, Health::default());
    let (steps, budget) = routine("LBS", 5);
    let nothing = Health::default();
    assert!(matches!(screen(&nothing).shape(&request(&steps, budget)), Shape::Ask(_)));
}

#[test]
fn the_modes_have_the_limits_of_the_evidence_table() {
    // R41 to R44; clinical-evidence 1.1, 1.3, 1.4
    use unknot::domain::screening::{Limits, Person};
    let limits = |health: &Health, sessions| -> Limits {
        let standing = super::people::calm();
        let person = Person { health, standing, sessions, today: day(TODAY) };
        Screen::new(rules(), person).limits().clone()
    };
    let caps = |it: &Limits| (it.mode, it.time_percent, it.pressure_cap.rating(), it.session_secs);
    let (well, old) = (well(), with(&["age-70"]));
    assert_eq!(caps(&limits(&well, 3)), (Mode::Standard, 100, 5, 1800));
    assert_eq!(caps(&limits(&well, 2)), (Mode::Starter, 75, 4, 600));
    assert_eq!(caps(&limits(&old, 3)), (Mode::Gentle, 75, 3, 1200));
    assert_eq!(caps(&limits(&old, 0)), (Mode::Gentle, 75, 3, 600), "the lowest cap of each");
    let mut sore = with(&["age-70"]);
    sore.feel(7, None, day(TODAY));
    assert_eq!(caps(&limits(&sore, 0)), (Mode::Comfort, 100, 2, 600));
    let longest = |health: &Health, sessions, code| limits(health, sessions).longest(row(code));
    let starter =
        [("FR01", 45), ("FR03", 30), ("FR04", 30), ("FR05", 20), ("FR08", 30), ("FR10", 20)];
    for (code, secs) in starter {
        assert_eq!(longest(&well, 0, code), secs, "{code}");
    }
    assert_eq!((longest(&well, 0, "HN05"), longest(&well, 0, "ST05")), (45, 20));
    assert_eq!((longest(&old, 9, "FR16"), longest(&old, 9, "BR01")), (33, 300));
    assert_eq!(longest(&well, 9, "ST05"), 60);
}

#[test]
fn guided_work_with_nerve_leg_pain_stays_within_15_minutes_and_walks_do_not_count() {
    // R66; clinical-evidence 5.7
    let health = with(&["leg-nerve"]);
    let (steps, _) = routine("SCI", 20);
    let long: Vec<_> = steps.iter().chain(&steps).copied().collect();
    let Shape::Ready(shaped) = screen(&health).shape(&request(&long, 3600)) else {
        panic!("not ready")
    };
    let secs = |codes: &[&str], but: bool| -> u32 {
        let steps = shaped
            .steps
            .iter()
            .filter(|it| codes.iter().any(|code| row(code).id == it.step.exercise) != but);
        let sides = |id| rules().exercise(id).unwrap().sides.order().len();
        steps
            .map(|it| {
                u32::from(it.step.hold.secs()) * u32::try_from(sides(it.step.exercise)).unwrap()
            })
            .sum()
    };
    let free = ["AC04", "BR01", "BR02", "BR03", "BR04"];
    assert!(secs(&free, true) <= 900, "guided work of {} s", secs(&free, true));
    let on_foot = [super::people::step("AC04", 270), super::people::step("MB02", 45)].repeat(3);
    let walked = super::people::shaped(&screen(&health), &request(&on_foot, 3600));
    assert_eq!(walked.routine_steps(), on_foot, "945 s, of which 810 s are walks");
}
