//! Rows of the journal: D22 to D25.

use proptest::prelude::*;
use unknot::codec::record::{Outbox, Record, RecordError, decode_entry, decode_row, encode_entry};
use unknot::domain::body::Area;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::outcome::{
    Activity, Change, Entry, Felt, Key, Kind, PlanFrom, Rating, SessionDone, StepDone, Week, What,
    When,
};
use unknot::domain::screening::{Complaint, Mode, Reply};
use unknot::domain::session::{Ending, Outcome};
use unknot::domain::shared::{DaysAWeek, Line, Note, Schedule, TimesADay, Weeks};
use unknot::domain::time::LocalDay;

/// Released rows, never edited (D9).
const GOLDEN: [&str; 13] = [
    include_str!("../../fixtures/journal/session-v1.json"),
    include_str!("../../fixtures/journal/before-v1.json"),
    include_str!("../../fixtures/journal/after-v1.json"),
    include_str!("../../fixtures/journal/pain-v1.json"),
    include_str!("../../fixtures/journal/week-v1.json"),
    include_str!("../../fixtures/journal/activity-v1.json"),
    include_str!("../../fixtures/journal/change-v1.json"),
    include_str!("../../fixtures/journal/reply-v1.json"),
    include_str!("../../fixtures/journal/note-v1.json"),
    include_str!("../../fixtures/journal/flare-v1.json"),
    include_str!("../../fixtures/journal/baseline-v1.json"),
    include_str!("../../fixtures/journal/plan-v1.json"),
    include_str!("../../fixtures/journal/plan-ended-v1.json"),
];

#[test]
fn released_rows_are_read_and_written_as_they_are() {
    // D9, D22
    for text in GOLDEN {
        let entry = decode_entry(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(encode_entry(&entry), text.trim_end());
        assert_eq!(decode_row(&entry.key().to_string(), text), Ok(entry));
    }
}

#[test]
fn a_released_session_says_what_was_done() {
    let Ok(Entry { what: What::Session(it), day, .. }) = decode_entry(GOLDEN[0]) else {
        panic!("no session")
    };
    assert_eq!((day.days(), it.started, it.minutes()), (20_421, 1_764_374_400_000, 7));
    assert_eq!((it.mode, it.ending), (Mode::Starter, Ending::EndedEarly));
    let third = &it.steps[2];
    assert_eq!((third.outcome, third.eases, third.secs), (Outcome::TooMuch, 2, 15));
    assert_eq!(third.reasons, [Complaint::TooStrong, Complaint::Sharp]);
}

#[test]
fn a_row_with_anything_wrong_in_it_is_not_read() {
    // D22, B12
    for (golden, from, to) in [
        (0, "\"secs\":431", "\"secs\":36001"),
        (0, "\"secs\":431", "\"secs\":\"431\""),
        (0, "\"secs\":431", "\"secs\":1.5"),
        (0, "\"started\":1764374400000", "\"started\":-1"),
        (0, "lower-back-10", "../../x"),
        (0, "\"ending\":1", "\"ending\":2"),
        (0, "[101,0,0,120]", "[101,9,0,120]"),
        (0, "[101,0,0,120]", "[101,0,0]"),
        (0, "Lower back, 10 minutes", "Lower\\u202eback"),
        (1, "\"pain\":6", "\"pain\":11"),
        (1, "lower-back", "elbow"),
        (3, "\"day\":20421", "\"day\":100001"),
        (3, "\"day\":20421", "\"day\":-2147483648"),
        (3, "\"day\":20421", "\"dag\":20421"),
        (4, "1764374000001", "1764374000000"),
        (4, "\"sleep\":7", "\"sleep\":-1"),
        (5, "Put on socks", ""),
        (5, "true", "1"),
        (6, "-5", "-6"),
        (7, "a-bit-sore", "sore"),
        (8, "Long", "\\u0000Long"),
        (11, "[2,5,6]", "[2,8,6]"),
        (11, "[2,5,6]", "[2,5]"),
    ] {
        let text = GOLDEN[golden];
        assert!(text.contains(from), "{text} has no {from}");
        let found = decode_entry(&text.replace(from, to));
        assert!(matches!(found, Err(RecordError::Unreadable { .. })), "{to}: {found:?}");
    }
}

#[test]
fn a_row_of_the_most_steps_or_activities_is_read_and_one_of_more_is_not() {
    // D22
    let is_read = |entry: &Entry| decode_entry(&encode_entry(entry)).is_ok_and(|it| it == *entry);
    let mut session = decode_entry(GOLDEN[0]).unwrap();
    for (count, expected) in [(SessionDone::MAX_STEPS, true), (SessionDone::MAX_STEPS + 1, false)] {
        let What::Session(it) = &mut session.what else { panic!("no session") };
        it.steps = vec![it.steps[0].clone(); count];
        assert_eq!(is_read(&session), expected, "{count} steps");
    }
    let mut week = decode_entry(GOLDEN[4]).unwrap();
    for (count, expected) in [(20, true), (21, false)] {
        let What::Week(it) = &mut week.what else { panic!("no week") };
        it.activities = (0..count).map(|id| (id, Rating::new(3).unwrap())).collect();
        assert_eq!(is_read(&week), expected, "{count} activities");
    }
}

#[test]
fn a_row_of_a_newer_version_is_known_as_such() {
    // D4, D24
    let newer = GOLDEN[3].replace("\"v\":1", "\"v\":2");
    assert_eq!(decode_entry(&newer), Err(RecordError::NewerVersion { found: 2 }));
}

#[test]
fn a_row_under_a_key_that_is_not_its_own_is_not_read() {
    // D23: else one fact could be there twice.
    for key in ["pain-20422", "change-20421", "pain-020421", "pain-+20421", "pain", "", "pain-"] {
        assert!(decode_row(key, GOLDEN[3]).is_err(), "{key}");
    }
    assert_eq!(Key::parse("pain--1"), Some(Key { kind: Kind::Pain, number: -1 }));
}

#[test]
fn fields_that_a_later_version_may_add_are_passed_over() {
    // D6
    let more = GOLDEN[3].replace("\"pain\":10", "\"pain\":10,\"mood\":[1,{}]");
    assert_eq!(decode_entry(&more), decode_entry(GOLDEN[3]));
}

fn a_rating() -> impl Strategy<Value = Rating> {
    (0..=10_u8).prop_map(|it| Rating::new(it).unwrap())
}

fn an_outcome() -> impl Strategy<Value = Outcome> {
    (0..=3_u8).prop_map(|it| Outcome::from_code(it).unwrap())
}

fn a_step() -> impl Strategy<Value = StepDone> {
    let reasons = proptest::collection::vec(proptest::sample::select(Complaint::ALL), 0..=8);
    (any::<u16>(), an_outcome(), any::<u8>(), any::<u16>(), reasons).prop_map(
        |(exercise, outcome, eases, secs, reasons)| StepDone {
            exercise: ExerciseId(exercise),
            outcome,
            eases,
            secs,
            reasons,
        },
    )
}

fn a_session() -> impl Strategy<Value = What> {
    let steps = proptest::collection::vec(a_step(), 0..20);
    let mode = proptest::sample::select(Mode::ALL);
    let head = (0..4_000_000_000_000_u64, "[a-z0-9-]{1,64}", any::<u16>(), "\\PC{0,40}");
    (head, 0..=SessionDone::MAX_SECS, mode, any::<bool>(), steps).prop_map(
        |((started, routine, number, name), secs, mode, early, steps)| {
            let ending = if early { Ending::EndedEarly } else { Ending::Completed };
            let name = Line::clean(&name);
            What::Session(SessionDone { started, routine, number, name, secs, mode, ending, steps })
        },
    )
}

fn a_felt() -> impl Strategy<Value = What> {
    let place = proptest::option::of(proptest::sample::select(Area::ALL));
    let when = proptest::sample::select(When::ALL);
    (0..4_000_000_000_000_u64, when, a_rating(), place)
        .prop_map(|(session, when, pain, place)| What::Felt(Felt { session, when, pain, place }))
}

fn a_week() -> impl Strategy<Value = What> {
    let rated = proptest::collection::btree_map(0..4_000_000_000_000_u64, a_rating(), 0..4);
    let optional = || proptest::option::of(a_rating());
    (rated, optional(), optional()).prop_map(|(activities, sleep, confidence)| {
        let activities = activities.into_iter().collect();
        What::Week(Week { activities, sleep, confidence })
    })
}

fn a_plan() -> impl Strategy<Value = What> {
    let schedule = (1..=8_u16, 1..=7_u16, 1..=52_u16).prop_map(|(times, days, weeks)| Schedule {
        times: TimesADay::held(times),
        days: DaysAWeek::held(days),
        weeks: Weeks::held(weeks),
    });
    ("[a-z0-9-]{0,64}", proptest::option::of(schedule))
        .prop_map(|(routine, schedule)| What::Plan(PlanFrom { routine, schedule }))
}

pub(crate) fn an_entry() -> impl Strategy<Value = Entry> {
    let name = "[A-Za-zéß][A-Za-z ]{0,20}".prop_map(|it| Line::clean(&it));
    let note = "[A-Za-z=][A-Za-z\n\"']{0,50}".prop_map(|it| Note::clean(&it));
    let activity = (0..4_000_000_000_000_u64, name, any::<bool>())
        .prop_map(|(id, name, is_asked)| What::Activity(Activity { id, name, is_asked }));
    let what = prop_oneof![
        a_session(),
        a_felt(),
        a_rating().prop_map(What::Pain),
        a_week(),
        activity,
        (-5..=5_i8).prop_map(|it| What::Change(Change::new(it).unwrap())),
        proptest::sample::select(Reply::ALL).prop_map(What::Reply),
        note.prop_map(What::Note),
        Just(What::Flare),
        Just(What::Baseline),
        a_plan(),
    ];
    (0..4_000_000_000_000_u64, -366..100_000_i32, what).prop_map(|(at, day, what)| Entry {
        at,
        day: LocalDay::from_days(day),
        what,
    })
}

proptest! {
    // D1
    #[test]
    fn an_entry_comes_back_as_it_was(entry in an_entry()) {
        let text = encode_entry(&entry);
        prop_assert!(text.len() <= unknot::codec::record::MAX_BYTES);
        prop_assert_eq!(decode_entry(&text), Ok(entry.clone()));
        prop_assert_eq!(Key::parse(&entry.key().to_string()), Some(entry.key()));
    }

    // D5
    #[test]
    fn no_damage_panics(
        entry in an_entry(), at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = encode_entry(&entry).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            drop(decode_entry(&text));
        }
    }

    // D5
    #[test]
    fn no_text_panics(key in "\\PC{0,30}", text in "\\PC{0,200}") {
        drop(decode_row(&key, &text));
    }
}

#[test]
fn an_outbox_comes_back_as_it_was_and_holds_each_fact_once() {
    // D25
    let entries: Vec<Entry> = GOLDEN.iter().filter_map(|it| decode_entry(it).ok()).collect();
    let mut outbox = Outbox::default();
    for it in &entries {
        outbox.add(it.clone());
        outbox.add(it.clone());
    }
    assert_eq!(outbox.entries, entries);
    let decoded = Outbox::decode(&outbox.encode()).unwrap();
    assert_eq!((decoded.problems, &decoded.value), (0, &outbox));
    let mut later = entries[3].clone();
    later.at += 1;
    outbox.add(later.clone());
    outbox.sent(&entries);
    assert_eq!(outbox.entries, [later]);
}

#[test]
fn a_damaged_row_of_an_outbox_is_left_out_and_counted() {
    // D25
    let text = r#"{"v":1,"rows":[["pain-1","{}"],["x"],5,["flare-20421","{\"v\":1,\"kind\":\"flare\",\"at\":1,\"day\":20421}"]]}"#;
    let decoded = Outbox::decode(text).unwrap();
    assert_eq!((decoded.problems, decoded.value.entries.len()), (3, 1));
}
