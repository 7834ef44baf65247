//! `unknot.health` and `unknot.replies`: golden texts, laws, and what damage does.

use proptest::prelude::*;
use unknot::catalog;
use unknot::codec::record::{Decoded, Record, RecordError};
use unknot::domain::body::{Area, AreaSet};
use unknot::domain::condition::{ConditionId, Trouble};
use unknot::domain::exercise::ExerciseId;
use unknot::domain::screening::{
    Cause, Clearance, Complaint, Done, DoneStep, Fit, Health, Held, Hold, Known, Mark, Mode, Pain,
    Person, Replied, Replies, Reply, Said, Screen, Standing, Told,
};
use unknot::domain::session::Outcome;

use super::{HEALTH, REPLIES, day, round_trips};

const TODAY: i32 = 20_410;

fn told(id: u16, yes: bool, areas: &[Area]) -> Told {
    let (since, day) = (day(20_400), day(20_410));
    Told { id: ConditionId(id), yes, since, day, weeks: None, areas: AreaSet::of(areas) }
}

pub(super) fn golden_health() -> Health {
    Health {
        told: vec![
            Told { weeks: Some(17), ..told(6, true, &[]) },
            told(9, false, &[]),
            told(35, true, &[Area::Calf, Area::Arm]),
        ],
        marks: vec![
            Mark { area: Area::LowerBack, trouble: Trouble::Injured, day: day(20_409) },
            Mark { area: Area::Foot, trouble: Trouble::NewScar, day: day(-3) },
        ],
        marked: Some(day(20_410)),
        pain: Some(Pain { rating: 7, area: Some(Area::UpperBack), day: day(20_410), listed: true }),
        pain_passed: None,
        clearances: vec![Clearance { id: ConditionId(10), day: day(20_390), told: day(20_390) }],
        left_gentle: None,
        ill: Some(day(20_300)),
    }
}

pub(super) fn golden_replies() -> Replies {
    let step = |id, outcome, eases| DoneStep { exercise: ExerciseId(id), outcome, eases };
    let replied = |reply, at, on| Some(Replied { reply, at, day: day(on) });
    Replies {
        sessions: vec![
            Done {
                ended: 1_763_800_600_123,
                day: day(20_410),
                steps: vec![step(24, Outcome::Done, 0), step(45, Outcome::TooMuch, 2)],
                said: vec![Said { exercise: ExerciseId(45), complaint: Complaint::LegWeakness }],
                enough: true,
                reply: None,
                still: None,
            },
            Done {
                ended: 1_763_500_000_000,
                day: day(20_407),
                steps: vec![],
                said: vec![],
                enough: false,
                reply: replied(Reply::Worse, 1_763_590_000_000, 20_408),
                still: replied(Reply::BitSore, 1_763_690_000_000, 20_409),
            },
        ],
        held: vec![
            Held { hold: Hold::Numb(ExerciseId(25)), day: day(20_100) },
            Held { hold: Hold::Area(Area::UpperBack), day: day(20_409) },
        ],
        talked: Some(day(20_000)),
        listed: true,
        unsure: false,
    }
}

prop_compose! {
    fn any_told()(
        id in any::<u16>(),
        yes in any::<bool>(),
        since in any::<i32>(),
        on in any::<i32>(),
        weeks in any::<Option<u8>>(),
        areas in prop::sample::subsequence(Area::ALL, 0..=Area::ALL.len()),
    ) -> Told {
        let areas = areas.into_iter().collect();
        Told { id: ConditionId(id), yes, since: day(since), day: day(on), weeks, areas }
    }
}

prop_compose! {
    fn any_health()(
        mut told in prop::collection::vec(any_told(), 0..60),
        marks in prop::collection::vec(
            (prop::sample::select(Area::ALL), prop::sample::select(Trouble::ALL), any::<i32>()),
            0..20,
        ),
        marked in any::<Option<i32>>(),
        pain in prop::option::of((
            0_u8..=10,
            prop::option::of(prop::sample::select(Area::ALL)),
            any::<i32>(),
            any::<bool>(),
        )),
        passed in any::<Option<i32>>(),
        cleared in prop::collection::vec((any::<u16>(), any::<i32>(), any::<i32>()), 0..20),
        left in any::<Option<i32>>(),
        ill in any::<Option<i32>>(),
    ) -> Health {
        told.sort_by_key(|it| it.id);
        told.dedup_by_key(|it| it.id);
        Health {
            told,
            marks: marks
                .into_iter()
                .map(|(area, trouble, on)| Mark { area, trouble, day: day(on) })
                .collect(),
            marked: marked.map(day),
            pain: pain.map(|(rating, area, on, listed)| Pain { rating, area, day: day(on), listed }),
            pain_passed: passed.map(day),
            clearances: cleared
                .into_iter()
                .map(|(id, on, told)| Clearance { id: ConditionId(id), day: day(on), told: day(told) })
                .collect(),
            left_gentle: left.map(day),
            ill: ill.map(day),
        }
    }
}

prop_compose! {
    fn any_replied()(
        reply in prop::sample::select(Reply::ALL),
        at in 0..=i64::MAX.unsigned_abs(),
        on in any::<i32>(),
    ) -> Replied {
        Replied { reply, at, day: day(on) }
    }
}

prop_compose! {
    fn any_done()(
        ended in 0..=i64::MAX.unsigned_abs(),
        on in any::<i32>(),
        steps in prop::collection::vec((any::<u16>(), 0_u8..4, any::<u8>()), 0..=Replies::MAX_STEPS),
        said in prop::collection::vec(
            (any::<u16>(), prop::sample::select(Complaint::ALL)),
            0..=Replies::MAX_SAID,
        ),
        enough in any::<bool>(),
        [reply, still] in [prop::option::of(any_replied()), prop::option::of(any_replied())],
    ) -> Done {
        let steps = steps.into_iter().map(|(id, outcome, eases)| DoneStep {
            exercise: ExerciseId(id),
            outcome: Outcome::from_code(outcome).unwrap(),
            eases,
        });
        let said = said
            .into_iter()
            .map(|(id, complaint)| Said { exercise: ExerciseId(id), complaint });
        Done {
            ended,
            day: day(on),
            steps: steps.collect(),
            said: said.collect(),
            enough,
            reply,
            still,
        }
    }
}

prop_compose! {
    fn any_replies()(
        sessions in prop::collection::vec(any_done(), 0..6),
        held in prop::collection::vec((any::<Option<u16>>(), any::<i32>()), 0..10),
        talked in any::<Option<i32>>(),
        [listed, unsure] in any::<[bool; 2]>(),
    ) -> Replies {
        let held = held.into_iter().map(|(id, on)| {
            let hold = id.map_or(Hold::Area(Area::Hip), |id| Hold::Numb(ExerciseId(id)));
            Held { hold, day: day(on) }
        });
        Replies { sessions, held: held.collect(), talked: talked.map(day), listed, unsure }
    }
}

/// What today's engine makes of it, whatever it holds.
fn fits(health: &Health, replies: &Replies, today: i32) -> Vec<Fit> {
    let standing = Standing::of(replies, catalog::rules(), day(today), health.ill);
    let person = Person { health, standing: &standing, sessions: 10, today: day(today) };
    let screen = Screen::new(catalog::rules(), person);
    catalog::exercises().iter().map(|it| screen.judge(it).fit).collect()
}

proptest! {
    #[test]
    fn health_and_replies_that_were_written_are_read_back_the_same(
        health in any_health(),
        replies in any_replies(),
    ) {
        // D1
        round_trips(&health);
        round_trips(&replies);
    }

    #[test]
    fn no_stored_day_or_number_makes_the_engine_panic(
        health in any_health(),
        replies in any_replies(),
        today in any::<i32>(),
        now in any::<u64>(),
        reply in prop::sample::select(Reply::ALL),
    ) {
        // D5
        fits(&health, &replies, today);
        let mut replies = replies;
        replies.reply(catalog::rules(), reply, now, day(today));
        fits(&health, &replies, today);
    }

    #[test]
    fn damaged_health_allows_no_massage_stretch_or_move(
        health in any_health(),
        at in any::<prop::sample::Index>(),
        today in any::<i32>(),
    ) {
        // D16, R33: with one byte lost it is refused, whole, or asks
        let text = health.encode();
        let at = at.index(text.len());
        let damaged = format!("{}{}", &text[..at], &text[at + 1..]);
        let Ok(decoded) = Health::decode(&damaged) else { return Ok(()) };
        if decoded.problems > 0 {
            let allowed = fits(&decoded.value, &Replies::default(), today);
            let all = allowed.iter().zip(catalog::exercises());
            for (fit, it) in all.filter(|(_, it)| !it.technique.is_rest()) {
                prop_assert!(*fit > Fit::Allowed, "{}", it.code);
            }
        }
    }

    #[test]
    fn damaged_replies_make_the_next_session_gentle(
        replies in any_replies(),
        at in any::<prop::sample::Index>(),
    ) {
        // D17
        let text = replies.encode();
        let at = at.index(text.len());
        let damaged = format!("{}{}", &text[..at], &text[at + 1..]);
        let Ok(decoded) = Replies::decode(&damaged) else { return Ok(()) };
        if decoded.problems > 0 {
            let standing = Standing::of(&decoded.value, catalog::rules(), day(TODAY), None);
            prop_assert!(standing.gentle.is_some() && decoded.value.asks_list());
        }
    }
}

#[test]
fn the_largest_record_of_replies_stays_below_the_limit() {
    // D3
    let step = DoneStep { exercise: ExerciseId(65_535), outcome: Outcome::Done, eases: 255 };
    let said = Said { exercise: ExerciseId(65_535), complaint: Complaint::LegWeakness };
    let reply = Replied { reply: Reply::BitSore, at: i64::MAX.unsigned_abs(), day: day(i32::MIN) };
    let done = Done {
        ended: i64::MAX.unsigned_abs(),
        day: day(i32::MIN),
        steps: vec![step; Replies::MAX_STEPS],
        said: vec![said; Replies::MAX_SAID],
        enough: false,
        reply: Some(reply),
        still: Some(reply),
    };
    let held = Held { hold: Hold::Area(Area::UpperBack), day: day(i32::MIN) };
    let full = Replies {
        sessions: vec![done; Replies::MAX_SESSIONS],
        held: vec![held; Replies::MAX_HELD],
        ..Replies::default()
    };
    assert!(full.encode().len() < unknot::codec::record::MAX_BYTES);
    round_trips(&full);
}

#[test]
fn a_yes_outlives_damage_to_the_rest_of_its_row_and_its_clearance_does_not() {
    // D16
    let rules = catalog::rules();
    let mut health = Health::default();
    let clot = catalog::conditions().iter().find(|it| it.slug == "clot").unwrap();
    health.answer(rules, clot.id, true, day(TODAY));
    health.clear(clot, day(TODAY), day(TODAY)).unwrap();
    let text = health.encode().replace("[10,true,20410,20410,null,[]]", "[10,true,\"?\"]");
    assert_ne!(text, health.encode());
    let decoded = Health::decode(&text).unwrap();
    assert_eq!(decoded.problems, 1);
    assert_eq!(decoded.value.known(clot, day(TODAY)), Known::Yes { ask: true });
    assert!(!decoded.value.is_cleared(clot.id, day(TODAY)));
    let lost = health.encode().replace("[10,true,", "[10,\"true\",");
    let decoded = Health::decode(&lost).unwrap();
    assert_eq!(decoded.value.known(clot, day(TODAY)), Known::Unanswered);
}

#[test]
fn pain_and_holds_that_cannot_be_read_count_as_the_worst() {
    // D16, D17
    let text = HEALTH.replace("\"pain\":[7,", "\"pain\":[77,");
    let decoded = Health::decode(&text).unwrap();
    assert_eq!(decoded.problems, 1);
    let standing = Standing::default();
    let today = day(30_000);
    let person = Person { health: &decoded.value, standing: &standing, sessions: 9, today };
    assert_eq!(Screen::new(catalog::rules(), person).limits().mode, Mode::Comfort);
    let text = REPLIES.replace("\"upper-back\"", "\"upperback\"");
    let decoded = Replies::decode(&text).unwrap();
    assert_eq!(decoded.problems, 1);
    let standing = Standing::of(&decoded.value, catalog::rules(), day(TODAY), None);
    assert_eq!(standing.paused, [Area::WholeBody]);
    let hands = catalog::exercises().iter().find(|it| it.code == "HN05").unwrap();
    let health = Health::default();
    let person = Person { health: &health, standing: &standing, sessions: 9, today: day(TODAY) };
    let why = Screen::new(catalog::rules(), person).judge(hands).why;
    assert!(why.contains(&Cause::Paused(Area::LowerBack)));
}

#[test]
fn a_record_without_its_list_is_unreadable() {
    // D16, D17
    let told = RecordError::Unreadable { field: "told" };
    assert_eq!(Health::decode(r#"{"v":1}"#).unwrap_err(), told);
    let sessions = RecordError::Unreadable { field: "sessions" };
    assert_eq!(Replies::decode(r#"{"v":1}"#).unwrap_err(), sessions);
}

#[test]
fn what_is_past_two_hundred_rows_of_each_counts_as_damage_and_the_body_is_looked_over_again() {
    // D16
    for (count, problems, kept) in [(200, 0, Some(day(1))), (201, 3, None)] {
        let told: Vec<String> = (0..count).map(|id| format!("[{id},false,1,1,null,[]]")).collect();
        let told = told.join(",");
        let marks = vec![r#"["foot","new-scar",1]"#; count].join(",");
        let cleared = vec!["[10,1]"; count].join(",");
        let decoded = Health::decode(&format!(
            r#"{{"v":1,"told":[{told}],"marks":[{marks}],"marked":1,"pain":null,"cleared":[{cleared}],"left_gentle":1,"ill":null}}"#
        ));
        let Decoded { value: it, problems: found } = decoded.unwrap();
        assert_eq!((it.told.len(), it.marks.len(), it.clearances.len()), (200, 200, 200));
        assert_eq!((found, it.marked, it.left_gentle), (problems, kept, kept));
    }
}

#[test]
fn of_two_answers_to_one_question_a_yes_stays() {
    // D16
    let rows = |first, second| {
        format!(
            r#"{{"v":1,"told":[[9,{first},1,1,null,[]],[9,{second},2,2,null,[]]],"marks":[],"marked":1,"pain":null,"cleared":[],"left_gentle":null,"ill":null}}"#
        )
    };
    for (first, second) in [(true, false), (false, true)] {
        let health = Health::decode(&rows(first, second)).unwrap().value;
        assert_eq!(health.told.len(), 1);
        assert!(health.told[0].yes);
    }
}

#[test]
fn a_clearance_of_before_has_one_day_and_one_told_later_has_two() {
    // D16, R36
    let row = |row: &str| {
        let text = format!(
            r#"{{"v":1,"told":[[10,true,20400,20400,null,[]]],"marks":[],"marked":1,"pain":null,"cleared":[{row}],"left_gentle":null,"ill":null}}"#
        );
        Health::decode(&text).unwrap()
    };
    let clearance = |word, told| Clearance { id: ConditionId(10), day: day(word), told: day(told) };
    let old = row("[10,20405]");
    assert_eq!((old.problems, &old.value.clearances[..]), (0, &[clearance(20_405, 20_405)][..]));
    let told = row("[10,20390,20400]");
    assert_eq!((told.problems, &told.value.clearances[..]), (0, &[clearance(20_390, 20_400)][..]));
    assert!(told.value.is_cleared(ConditionId(10), day(20_401)));
    // One of before that is older than the answer never counted, and still does not.
    assert!(!row("[10,20390]").value.is_cleared(ConditionId(10), day(20_401)));
    for broken in ["[10]", "[10,20390,null]", "[10,20390,20400,1]"] {
        let decoded = row(broken);
        assert_eq!((decoded.problems, decoded.value.clearances.len()), (1, 0), "{broken}");
    }
}
