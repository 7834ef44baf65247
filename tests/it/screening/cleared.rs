//! A clinician's word and its day; what is asked before a lock is shown, and before slow breathing.

use unknot::domain::condition::{Act, Card};
use unknot::domain::screening::{ClearError, Health, Prompt, Screen, Shape};

use super::day;
use super::people::{
    TODAY, codes, condition, id, person, request, routine, rules, screen, step, well, with,
};

fn later(health: &Health, days: i32) -> Screen<'_> {
    Screen::new(rules(), person(health, TODAY + days))
}

#[test]
fn a_doctor_may_have_been_asked_before_the_answer_and_the_word_counts_from_its_own_day() {
    // R36
    let mut health = with(&["clot"]);
    health.clear(condition("clot"), day(TODAY - 40), day(TODAY)).unwrap();
    assert_eq!(screen(&health).lock(), None);
    assert!(later(&health, 49).lock().is_none(), "day 89 of the word");
    assert_eq!(later(&health, 50).lock().unwrap().act, Act::Clear, "90 days after the word");
    // The oldest word that counts, counts for today only.
    health.clear(condition("clot"), day(TODAY - 89), day(TODAY)).unwrap();
    assert!(later(&health, 0).lock().is_none());
    assert!(later(&health, 1).lock().is_some());
    // Told under a clock that ran ahead, it is not believed for longer.
    health.clear(condition("clot"), day(TODAY + 10), day(TODAY + 30)).unwrap();
    assert!(later(&health, 20).lock().is_some() && later(&health, 30).lock().is_none());
}

#[test]
fn a_word_from_before_a_condition_was_told_anew_no_longer_counts() {
    // R36
    let mut health = with(&["clot"]);
    health.clear(condition("clot"), day(TODAY - 5), day(TODAY)).unwrap();
    health.answer(rules(), id("clot"), false, day(TODAY + 1));
    health.answer(rules(), id("clot"), true, day(TODAY + 2));
    assert!(later(&health, 2).lock().is_some());
    health.forget(rules(), id("clot"));
    health.answer(rules(), id("clot"), true, day(TODAY + 3));
    assert!(later(&health, 3).lock().is_some());
}

#[test]
fn a_sign_of_now_is_not_opened_by_a_check_from_before_it() {
    // R35
    let mut health = with(&["disc"]);
    health.answer(rules(), id("disc-worse"), true, day(TODAY));
    let worse = condition("disc-worse");
    assert_eq!(health.clear(worse, day(TODAY - 1), day(TODAY)), Err(ClearError::BeforeAnswer));
    assert!(health.clear(worse, day(TODAY), day(TODAY)).is_ok());
}

#[test]
fn what_would_lock_more_gravely_is_asked_before_what_locks_is_shown() {
    // R58
    let (steps, budget) = routine("LBS", 5);
    let asks = |health: &Health, days: i32, steps: &[_]| {
        let screen = later(health, days);
        match screen.shape(&request(steps, budget)) {
            Shape::Ask(prompts) => prompts.into_iter().next(),
            Shape::Locked(_) | Shape::Ready(_) => None,
        }
    };
    let mut health = well();
    health.answer(rules(), id("fever-now"), true, day(TODAY));
    let back_pain = Some(Prompt::FollowUp(id("fever-and-back-pain")));
    assert_eq!(asks(&health, 0, &steps), back_pain);
    // Breathing stays shut by a fever, and asks the same.
    assert_eq!(asks(&health, 0, &[step("BR02", 60)]), back_pain);
    assert_eq!(screen(&health).graver(), back_pain);
    let mut no = health.clone();
    no.answer(rules(), id("fever-and-back-pain"), false, day(TODAY));
    assert_eq!((screen(&no).graver(), asks(&no, 0, &steps)), (None, None));
    assert_eq!(screen(&no).lock().unwrap().act, Act::Pause);
    let mut yes = health.clone();
    yes.answer(rules(), id("fever-and-back-pain"), true, day(TODAY));
    assert_eq!((screen(&yes).graver(), screen(&yes).lock().unwrap().act), (None, Act::Urgent));
    // The day after, whether there is a fever at all comes first.
    let fever = Prompt::Card { card: Card::Today, lines: vec![id("fever-now")] };
    assert_eq!(later(&no, 1).graver(), Some(fever));
    // It is the same behind a lock that has nothing to do with it.
    let mut veins = with(&["clot", "varicose-veins"]);
    assert_eq!(screen(&veins).graver(), None);
    veins.forget(rules(), id("hot-vein"));
    assert_eq!(asks(&veins, 0, &steps), Some(Prompt::FollowUp(id("hot-vein"))));
}

#[test]
fn slow_breathing_asks_only_what_may_lock_it_and_on_one_card() {
    // R59
    let breathing = [step("BR02", 120)];
    let shape = |health: &Health| screen(health).shape(&request(&breathing, 300));
    let wanted = ["fever-now", "under-16", "varicose-veins", "disc"].map(id);
    assert_eq!(shape(&Health::default()), Shape::Ask(vec![Prompt::Few(wanted.to_vec())]));
    let mut health = Health::default();
    health.none_of(rules(), &wanted, day(TODAY));
    let Shape::Ready(shaped) = shape(&health) else { panic!("not ready") };
    assert_eq!(shaped.routine_steps(), breathing);
    // Behind a lock that keeps it open, too; what is left to ask is a card of its own kind.
    health.answer(rules(), id("heart"), true, day(TODAY));
    assert!(matches!(shape(&health), Shape::Ready(_)));
    health.forget(rules(), id("disc"));
    let card = Prompt::Card { card: Card::Nerves, lines: vec![id("disc")] };
    assert_eq!(shape(&health), Shape::Ask(vec![card]));
    // Lying down to breathe asks about lying down.
    let lying = [step("BR01", 120)];
    let Shape::Ask(prompts) = screen(&Health::default()).shape(&request(&lying, 300)) else {
        panic!("nothing is asked")
    };
    let [Prompt::Few(lines)] = prompts.as_slice() else { panic!("{prompts:?}") };
    assert!(lines.contains(&id("no-floor")) && lines.contains(&id("pregnant")));
    assert!(!lines.contains(&id("blood-thinners")));
    let Shape::Ready(on_a_chair) = screen(&with(&["no-floor"])).shape(&request(&lying, 300)) else {
        panic!("not ready")
    };
    assert_eq!(codes(&on_a_chair), ["BR02"]);
}
