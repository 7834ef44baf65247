//! The ten worked cases of `docs/spec/screening.md`, each exactly as the evidence file has it.

use unknot::catalog;
use unknot::domain::body::{Area, Position, Posture};
use unknot::domain::caution::Tag;
use unknot::domain::condition::{Act, Table, Trouble};
use unknot::domain::equipment::{Tool, ToolSet};
use unknot::domain::exercise::Exercise;
use unknot::domain::screening::{
    Cause, Fit, Health, Mode, Prompt, Screen, Shape, Shaped, Standing,
};
use unknot::domain::technique::Technique;

use super::day;
use super::people::{
    TODAY, codes, condition, id, library, person, reference, request, routine, row, rules, screen,
    shaped, well, with,
};

const TABLES: [&str; 7] = ["LBS", "UBS", "FM", "SOA", "DISC", "PIR", "SCI"];
const MINUTES: [u32; 5] = [5, 10, 15, 20, 30];

fn fitted(health: &Health, table: &str, minutes: u32) -> Shaped {
    let (steps, budget) = routine(table, minutes);
    shaped(&screen(health), &request(&steps, budget))
}

/// No step of any routine of the tables has one of these tags.
fn assert_none_has(health: &Health, tags: &[Tag]) {
    for table in TABLES {
        for minutes in MINUTES {
            for step in fitted(health, table, minutes).steps {
                let it = rules().exercise(step.step.exercise).unwrap();
                assert!(tags.iter().all(|tag| !it.skip.contains(tag)), "{table} {}", it.code);
            }
        }
    }
}

/// The rows that the reference table gives a tag.
fn rows_with(tag: Tag) -> impl Iterator<Item = &'static Exercise> {
    library().iter().filter(move |it| it.skip.contains(&tag))
}

fn why_not(health: &Health, code: &str) -> Vec<Cause> {
    screen(health).judge(row(code)).why
}

#[test]
fn case_1_pregnant_at_20_weeks_with_a_roller() {
    // R37, R42, R60 to R63
    let mut health = with(&["pregnant"]);
    health.set_weeks(id("pregnant"), Some(20), day(TODAY));
    let it = fitted(&health, "LBS", 30);
    assert_eq!(screen(&health).limits().mode, Mode::Gentle);
    let there = codes(&it);
    // No lying on the back or front, no leg pressure, no firm low back, no body on a roller.
    // FR05 waits for sign-off, so the table's second roll is the ball BL04 (below table 5.7), which has just been
    // done in place of the first: its time is used up (R65), and its easier way is on the side, not on the back.
    assert_eq!(there.get(..3), Some(&["BR02", "BL04", "HN15"][..]));
    for code in ["MB01", "ST06", "ST07", "HN06", "MB15", "AC04"] {
        assert!(there.contains(&code), "{code} in {there:?}");
    }
    for step in &it.steps {
        let exercise = rules().exercise(step.step.exercise).unwrap();
        assert!(!exercise.technique.takes_body_weight(), "{}", exercise.code);
        assert!(!matches!(exercise.position, Position::OnBack | Position::FaceDown));
    }
    assert_eq!(rows_with(Tag::PregT23).count(), 37);
    assert_none_has(&health, &[Tag::PregT1, Tag::PregT23]);
    assert!(why_not(&health, "FR06").contains(&Cause::Condition(id("pregnant"))));
    assert!(it.total_secs <= 20 * 60);
    assert!(it.steps.iter().all(|it| it.pressure.is_none_or(|cap| cap.rating() <= 3)));
    let cards = [Cause::Condition(id("pregnant"))];
    assert_eq!(screen(&health).cards(), cards);
    // The card stays on what the answer guards, and slow breathing is not that (R31).
    assert_eq!(screen(&health).cards_of(row("HN15")), cards);
    assert_eq!(screen(&health).cards_of(row("BR02")), []);
}

#[test]
fn case_2_blood_thinners_and_a_ball() {
    // R42, R60 to R63
    let health = with(&["blood-thinners"]);
    let it = fitted(&health, "PIR", 10);
    // Both balls go: the hip's easier way is firm hands, which go too; the buttock's is a stretch.
    assert_eq!(
        codes(&it),
        ["MB16", "BR02", "ST06", "ST05", "MB03", "MB13", "MB15"],
        "the seven steps in their order"
    );
    assert_eq!(screen(&health).limits().mode, Mode::Gentle);
    assert_eq!(rows_with(Tag::Anticoag).count(), 37);
    for exercise in rows_with(Tag::Anticoag) {
        assert_eq!(screen(&health).judge(exercise).fit, Fit::Removed, "{}", exercise.code);
    }
    for code in ["HN06", "HN17", "ST05", "MB12", "BR01"] {
        assert_eq!(screen(&health).judge(row(code)).fit, Fit::Allowed, "{code}");
    }
    let swapped = it.steps.iter().find(|it| it.is_swapped()).unwrap();
    assert_eq!(swapped.why, [Cause::Condition(id("blood-thinners"))]);
    assert_none_has(&health, &[Tag::Anticoag]);
}

#[test]
fn case_3_cannot_reach_the_floor() {
    // R31, R60
    let health = with(&["no-floor"]);
    let it = fitted(&health, "LBS", 10);
    assert_eq!(codes(&it), ["MB16", "HN05", "BL04", "BR02", "MB08", "BR02", "MB15"]);
    assert_eq!(screen(&health).limits().mode, Mode::Standard, "removing is not softening");
    let floor = |it: &&&Exercise| it.position.posture() == Posture::Floor;
    let allowed = library().iter().filter(|it| screen(&health).allows(it));
    assert_eq!(allowed.clone().filter(|it| floor(&it)).count(), 0);
    assert_eq!(allowed.filter(|it| it.code != "AC04").count(), 55, "55 rows are left of 88");
    // Equal length: what stands in lasts as long as both sides of what went.
    let stretch = it.steps.last().map(|_| &it.steps[5]).unwrap();
    assert_eq!((stretch.was.hold.secs(), stretch.step.hold.secs()), (25, 50));
}

#[test]
fn case_4_a_leg_that_is_swollen_and_red() {
    // R32, R39
    for trouble in [Trouble::Swollen, Trouble::Hot] {
        let mut health = well();
        health.mark(Area::Calf, trouble, day(TODAY));
        let screen = screen(&health);
        let lock = screen.lock().unwrap();
        assert_eq!((lock.act, lock.keeps_breathing), (Act::Urgent, false));
        assert_eq!(lock.why, [Cause::Mark(Area::Calf, trouble)]);
        for exercise in library() {
            assert_eq!(screen.judge(exercise).fit, Fit::Locked(Act::Urgent), "{}", exercise.code);
        }
        let (steps, budget) = routine("UBS", 5);
        assert_eq!(screen.shape(&request(&steps, budget)), Shape::Locked(lock));
    }
    // On the shoulder it is left out and to be checked; the rest goes on.
    let mut health = well();
    health.mark(Area::Shoulder, Trouble::Swollen, day(TODAY));
    assert_eq!(screen(&health).lock(), None);
    let cards = [Cause::Mark(Area::Shoulder, Trouble::Swollen)];
    assert_eq!(screen(&health).cards(), cards);
    assert_eq!(screen(&health).cards_of(row("BL13")), cards);
    assert_eq!(screen(&health).cards_of(row("HN05")), []);
    assert_eq!(screen(&health).judge(row("BL13")).fit, Fit::Removed);
    assert_eq!(screen(&health).judge(row("HN05")).fit, Fit::Allowed);
}

#[test]
fn case_5_back_pain_on_day_one_after_lifting() {
    // R39, R44
    let mut health = well();
    health.mark(Area::LowerBack, Trouble::Injured, day(TODAY));
    assert_eq!(screen(&health).limits().mode, Mode::Comfort);
    let it = fitted(&health, "LBS", 10);
    for step in &it.steps {
        let exercise = rules().exercise(step.step.exercise).unwrap();
        assert_eq!(exercise.pressure_cap, None, "{} presses or pulls", exercise.code);
    }
    assert!(codes(&it).contains(&"MB02") && codes(&it).contains(&"MB03"));
    assert!(it.total_secs <= 600);
    // Stage A's own plan stays as it is.
    let plan = [("BR04", 120), ("MB02", 45), ("MB03", 45), ("MB18", 45)];
    let steps = plan.map(|(code, secs)| super::people::step(code, secs));
    let comfort = shaped(&screen(&health), &request(&steps, 600));
    assert_eq!(comfort.routine_steps(), steps);
    // Light hands away from the sore area stay, on it they do not.
    assert_eq!(screen(&health).judge(row("HN09")).fit, Fit::Allowed);
    assert_eq!(screen(&health).judge(row("HN06")).fit, Fit::Removed);
    // 72 hours on, day 4 opens the tables again; the body is looked over again after a week.
    let later = Screen::new(rules(), person(&health, TODAY + 4));
    assert_eq!(later.limits().mode, Mode::Standard);
    let third = Screen::new(rules(), person(&health, TODAY + 3));
    assert_eq!(third.limits().mode, Mode::Comfort);
}

#[test]
fn case_6_fibromyalgia() {
    // R42, R60
    let health = with(&["touch-hurts"]);
    let screen = screen(&health);
    assert_eq!(screen.limits().mode, Mode::Gentle);
    assert_eq!((screen.limits().pressure_aim, screen.limits().pressure_cap.rating()), ((2, 2), 3));
    assert_eq!(screen.suited(), [Table::Fm]);
    for minutes in [5, 10, 15, 20] {
        let (steps, budget) = routine("FM", minutes);
        let it = shaped(&screen, &request(&steps, budget));
        let listed: Vec<_> = steps.iter().map(|it| it.exercise).collect();
        let kept: Vec<_> = it.steps.iter().map(|it| it.step.exercise).collect();
        assert_eq!(kept, listed, "FM {minutes} keeps every step");
        // No longer than three quarters of the standard time; breathing and rest keep theirs.
        for step in &it.steps {
            let exercise = rules().exercise(step.step.exercise).unwrap();
            let most = exercise.hold.secs() * 3 / 4;
            assert!(exercise.technique.is_rest() || step.step.hold.secs() <= most);
        }
    }
    assert_eq!(rows_with(Tag::Fibro).count(), 13);
    for exercise in library().iter().filter(|it| it.technique.takes_body_weight()) {
        assert_eq!(screen.judge(exercise).fit, Fit::Removed, "{}", exercise.code);
    }
    assert_none_has(&health, &[Tag::Fibro]);
}

#[test]
fn case_7_a_stable_disc() {
    // R31, R35, R42
    let health = with(&["disc"]);
    let screen = screen(&health);
    assert_eq!((screen.limits().mode, screen.suited()), (Mode::Gentle, vec![Table::Disc]));
    for minutes in [5, 10, 15] {
        let (steps, budget) = routine("DISC", minutes);
        let it = shaped(&screen, &request(&steps, budget));
        assert!(it.steps.iter().all(|it| !it.is_swapped()) && it.left_out.is_empty());
    }
    assert_eq!(rows_with(Tag::DiscStable).count(), 7);
    for exercise in rows_with(Tag::DiscStable) {
        assert_eq!(screen.judge(exercise).fit, Fit::Removed, "{}", exercise.code);
    }
    // No massage along the leg nerve.
    for code in ["HN13", "FR16", "BL11", "HN11"] {
        assert_eq!(screen.judge(row(code)).fit, Fit::Removed, "{code}");
    }
    // Spreading or weaker: everything is locked, and only a clearance ends it.
    let mut worse = health.clone();
    assert!(worse.answer(rules(), id("disc-worse"), true, day(TODAY)));
    let lock = super::people::screen(&worse).lock().unwrap();
    assert_eq!(lock.act, Act::Urgent);
    assert!(!worse.answer(rules(), id("disc-worse"), false, day(TODAY)));
    assert!(!worse.answer(rules(), id("disc"), false, day(TODAY)));
    worse.clear(condition("disc-worse"), day(TODAY), day(TODAY)).unwrap();
    let (steps, budget) = routine("DISC", 10);
    let asked = super::people::screen(&worse).shape(&request(&steps, budget));
    assert_eq!(asked, Shape::Ask(vec![Prompt::FollowUp(id("disc-worse"))]));
}

#[test]
fn case_8_age_74() {
    // R42, R45
    let health = with(&["age-70"]);
    let it = fitted(&health, "LBS", 20);
    let there = codes(&it);
    assert_eq!(screen(&health).limits().mode, Mode::Gentle);
    assert!(there.contains(&"MB12") && !there.contains(&"MB01"), "chair first: {there:?}");
    assert!(there.contains(&"ST06") && !there.contains(&"ST05"), "chair first: {there:?}");
    assert!(there.contains(&"MB02") && there.contains(&"MB03"), "no chair way in the library");
    assert!(it.total_secs <= 20 * 60);
    let chair_first = it.steps.iter().find(|it| super::people::code(it.step.exercise) == "MB12");
    assert_eq!(chair_first.unwrap().why, [Cause::ChairFirst]);
    for exercise in library().iter().filter(|it| it.technique == Technique::RollerBodyWeight) {
        assert_eq!(screen(&health).judge(exercise).why, [Cause::GentleMode]);
    }
    // The floor is asked about as well, and then it is not only second.
    let both = with(&["age-70", "no-floor"]);
    assert_none_has(&both, &[Tag::FloorNo]);
}

#[test]
fn case_9_inflammatory_arthritis() {
    // R31, R42
    let health = with(&["inflamed-joints"]);
    assert_eq!(screen(&health).limits().mode, Mode::Standard);
    assert_eq!(rows_with(Tag::RaNeck).count(), 10);
    for exercise in rows_with(Tag::RaNeck) {
        assert_eq!(screen(&health).judge(exercise).fit, Fit::Removed, "{}", exercise.code);
    }
    for code in ["HN09", "HN06", "HN13", "ST05", "MB12"] {
        assert_eq!(screen(&health).judge(row(code)).fit, Fit::Allowed, "{code}");
    }
    assert_none_has(&health, &[Tag::RaNeck]);
    // A flare softens, and the joint's own area goes once it is named.
    let mut flare = with(&["inflamed-joints", "joint-flare"]);
    let (steps, budget) = routine("SOA", 10);
    let asked = screen(&flare).shape(&request(&steps, budget));
    assert_eq!(asked, Shape::Ask(vec![Prompt::Where(id("joint-flare"))]));
    flare.set_areas(id("joint-flare"), [Area::Arm].into_iter().collect());
    assert_eq!(screen(&flare).limits().mode, Mode::Gentle);
    assert_eq!(screen(&flare).judge(row("HN17")).fit, Fit::Removed);
    assert_eq!(screen(&flare).judge(row("HN06")).fit, Fit::Allowed);
    assert_none_has(&flare, &[Tag::RaNeck, Tag::IaFlare]);
}

#[test]
fn case_10_nothing_at_all() {
    // R41, R60
    let health = well();
    assert_eq!(screen(&health).limits().mode, Mode::Standard);
    assert_eq!((screen(&health).lock(), screen(&health).cards()), (None, vec![]));
    for table in TABLES {
        for minutes in MINUTES {
            let (steps, budget) = routine(table, minutes);
            let it = shaped(&screen(&health), &request(&steps, budget));
            assert_eq!(it.routine_steps(), steps, "{table} {minutes}");
            assert!(it.left_out.is_empty() && it.steps.iter().all(|it| it.why.is_empty()));
        }
    }
    assert!(library().iter().all(|it| screen(&health).allows(it)));
    assert_eq!(reference()["exercises"].as_array().unwrap().len(), 88);
    // The first three sessions are short and light.
    let standing = Standing::default();
    let first = Screen::new(
        rules(),
        unknot::domain::screening::Person {
            health: &health,
            standing: &standing,
            sessions: 0,
            today: day(TODAY),
        },
    );
    let (steps, budget) = routine("LBS", 20);
    let it = shaped(&first, &request(&steps, budget));
    assert_eq!((first.limits().mode, it.total_secs <= 600), (Mode::Starter, true));
    assert!(it.steps.iter().all(|it| it.pressure.is_none_or(|cap| cap.rating() <= 4)));
}

#[test]
fn no_roller_here_leads_to_wall_ball_hands_and_then_what_needs_nothing() {
    // R64
    let health = well();
    let steps = [super::people::step("FR04", 60), super::people::step("FR01", 60)];
    let with_tools = |tools: ToolSet| {
        let request = unknot::domain::screening::Request { tools, ..request(&steps, 600) };
        codes(&shaped(&screen(&health), &request))
    };
    assert_eq!(with_tools(ToolSet::ALL), ["FR04", "FR01"]);
    assert_eq!(with_tools(ToolSet::ALL.without(Tool::Roller)), ["BL04", "HN16"]);
    let hands = ToolSet::HANDS.with(Tool::Chair).with(Tool::Mat);
    assert_eq!(with_tools(hands), ["HN15", "HN16"]);
    assert_eq!(with_tools(ToolSet::HANDS.with(Tool::Chair)), ["BR02", "HN16"]);
}

#[test]
fn the_shipped_routines_fit_the_well_and_the_comfort_plan_fits_everyone_who_may_lie_down() {
    // R60
    let health = well();
    let rules = catalog::rules();
    let screen = Screen::new(rules, person(&health, TODAY));
    for it in catalog::routines() {
        let request = catalog::shape_request(it, ToolSet::ALL);
        let Shape::Ready(shaped) = screen.shape(&request) else { panic!("{}", it.slug) };
        assert_eq!(shaped.routine_steps(), it.steps, "{}", it.slug);
        assert_eq!(shaped.total_secs, catalog::total(it).whole_secs_up(), "{}", it.slug);
    }
}
