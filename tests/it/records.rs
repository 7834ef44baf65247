//! The rules of `docs/spec/storage.md`, on shipped records and on hostile ones.

mod health;
pub(crate) mod journal;
mod kept;
mod kept_golden;
mod laws;
mod machine;
mod making;
mod running;
mod soft;

use unknot::codec::record::{
    AudioMode, Decoded, Favourites, History, MAX_BYTES, Missing, PastEnding, PastSession, Place,
    Record, RecordError, Settings, SideOrder, StoredPlan, TextSize, Theme, ToneSet, Tones, Voice,
};
use unknot::domain::body::{Area, Posture};
use unknot::domain::choice::Choice;
use unknot::domain::dose::Pressure;
use unknot::domain::equipment::Tool;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use unknot::domain::screening::{
    Check, Complaint, Flag, Health, List, Question, Replies, Stopped, Waiting,
};
use unknot::domain::session::{Outcome, Phase, Snapshot, StepRecord, Worked};
use unknot::domain::side::{Side, Sides};
use unknot::domain::time::{LocalDay, Span};

use health::{golden_health, golden_replies};

const SETTINGS: &str = include_str!("../fixtures/records/settings-v1.json");
const CHECK: &str = include_str!("../fixtures/records/check-v1.json");
const PLAN: &str = include_str!("../fixtures/records/plan-v1.json");
const PLAN_SHARED: &str = include_str!("../fixtures/records/plan-shared-v1.json");
const PLACE: &str = include_str!("../fixtures/records/place-v1.json");
const PLACE_WAITING: &str = include_str!("../fixtures/records/place-waiting-v1.json");
const PLACE_AGAIN: &str = include_str!("../fixtures/records/place-again-v1.json");
const HISTORY: &str = include_str!("../fixtures/records/history-v1.json");
const HEALTH: &str = include_str!("../fixtures/records/health-v1.json");
const REPLIES: &str = include_str!("../fixtures/records/replies-v1.json");
const FAVOURITES: &str = include_str!("../fixtures/records/favourites-v1.json");
const FINDER: &str = include_str!("../fixtures/records/finder-v1.json");
const MISSING: &str = include_str!("../fixtures/records/missing-v1.json");
const GOLDEN: [&str; 13] = [
    SETTINGS,
    CHECK,
    PLAN,
    PLAN_SHARED,
    PLACE,
    PLACE_WAITING,
    PLACE_AGAIN,
    HISTORY,
    HEALTH,
    REPLIES,
    FAVOURITES,
    FINDER,
    MISSING,
];

const fn day(days: i32) -> LocalDay {
    LocalDay::from_days(days)
}

/// Decodes `text` as every kind of record; what comes of it does not matter here.
fn decode_as_all(text: &str) -> [bool; 10] {
    [
        Settings::decode(text).is_ok(),
        Check::decode(text).is_ok(),
        StoredPlan::decode(text).is_ok(),
        Place::decode(text).is_ok(),
        History::decode(text).is_ok(),
        Health::decode(text).is_ok(),
        Replies::decode(text).is_ok(),
        Favourites::decode(text).is_ok(),
        Choice::decode(text).is_ok(),
        Missing::decode(text).is_ok(),
    ]
}

fn round_trips<T: Record + PartialEq + core::fmt::Debug + Clone>(value: &T) {
    let whole = Decoded { value: value.clone(), problems: 0 };
    assert_eq!(T::decode(&value.encode()), Ok(whole));
}

fn golden_settings() -> Settings {
    Settings {
        voice: Voice {
            on: true,
            uri: Some("urn:voice:Ann \"B\"".to_owned()),
            rate_percent: 90,
            reader: false,
        },
        tones: Tones { set: ToneSet::Tick, volume_percent: 55, mode: AudioMode::AlwaysHeard },
        vibration: false,
        theme: Theme::Dark,
        text: TextSize::Normal,
        sides: SideOrder::LeftFirst,
        timing: Timing {
            first: Span::from_secs(15),
            same_posture: Span::ZERO,
            new_posture: Span::from_secs(120),
            switch: Span::from_secs(8),
        },
        keep_awake: true,
        install_offer_dismissed: true,
    }
}

#[test]
fn settings_that_came_later_are_read_where_they_stand_and_missed_by_nobody() {
    // D26, D9
    let old = Settings::decode(SETTINGS).unwrap();
    assert_eq!((old.problems, old.value.text), (0, TextSize::Normal));
    let added = ",\"reader\":true,\"text\":\"large\",\"sides\":\"right-first\"}";
    let text = SETTINGS.trim_end().replace('}', added);
    let new = Settings::decode(&text).unwrap();
    assert_eq!((new.problems, new.value.text), (0, TextSize::Large));
    assert!(new.value.voice.reader && !old.value.voice.reader);
    assert_eq!((new.value.sides, new.value.encode()), (SideOrder::RightFirst, text.clone()));
    let wrong = Settings::decode(&text.replace("large", "huge")).unwrap();
    assert_eq!((wrong.problems, wrong.value.text), (1, TextSize::Normal));
}

fn golden_check() -> Check {
    Check {
        list: List::Short,
        ticked: [Flag::SwollenLegBreathless, Flag::RoutineCheck].into_iter().collect(),
        asked: day(20_410),
        stopped: Some(Stopped { complaint: Complaint::LegWeakness, day: day(20_411) }),
        cleared: Some(day(20_412)),
        last_session: None,
        ask_full: false,
    }
}

fn golden_plan() -> StoredPlan {
    let step = |exercise, posture, sides, hold, rest| PlanStep {
        exercise: ExerciseId(exercise),
        posture,
        sides,
        hold: Span::from_secs(hold),
        rest: Span::from_secs(rest),
        longest: Span::from_secs(hold),
        is_pressed: false,
        pressure: None,
        spoken: SpokenLengths::default(),
    };
    StoredPlan {
        routine: "lower-back-10".to_owned(),
        started: 1_763_800_000_123,
        shared: None,
        plan: Plan {
            steps: vec![
                step(12, Posture::Floor, Sides::Each, 45, 15),
                step(3, Posture::Chair, Sides::Together, 60, 0),
                step(65_535, Posture::Standing, Sides::Each, 1, 0),
            ],
            timing: Timing::default(),
            aftercare: Span::from_secs(30),
            aftercare_posture: Posture::Chair,
            aftercare_spoken: Span::ZERO,
        },
    }
}

/// The plan of a routine that came with a link, with what its maker wants and wrote.
fn golden_plan_shared() -> StoredPlan {
    let link = include_str!("../fixtures/links/golden/everything.link").trim_end();
    let routine = unknot::codec::link::decode(link).unwrap().routine;
    let described = unknot::domain::shared::ids(&routine)[4];
    let mut plan = golden_plan();
    plan.routine = "link-00c0ffee".to_owned();
    plan.plan.steps[0].sides = Sides::RightFirst;
    plan.plan.steps[0].pressure = Some(Pressure::held(3));
    plan.plan.steps[1].exercise = described;
    plan.plan.steps[1].pressure = Some(Pressure::held(0));
    plan.shared = Some(Box::new(routine));
    plan
}

fn golden_place() -> Place {
    let record = |exercise, done, eases, worked| StepRecord {
        exercise: ExerciseId(exercise),
        done,
        eases,
        worked: Span::from_millis(worked),
    };
    Place {
        started: 1_763_800_000_123,
        saved: 1_763_800_150_456,
        snapshot: Snapshot {
            step: 1,
            phase: Phase::Work,
            side: Side::Both,
            elapsed: 12_345,
            length: 75_000,
            eases: 1,
            too_much: 1,
            records: vec![
                record(12, Outcome::TooMuch, 1, 61_000),
                record(3, Outcome::NotReached, 0, 12_345),
                record(65_535, Outcome::NotReached, 0, 0),
                record(9, Outcome::Skipped, 0, 2_000),
            ],
            worked: vec![],
        },
        waiting: Waiting::default(),
    }
}

fn golden_place_waiting() -> Place {
    let asked = Some((Complaint::Sharp, Question::Spreads));
    Place { waiting: Waiting { asked, enough: true }, ..golden_place() }
}

fn golden_place_again() -> Place {
    let mut place = golden_place();
    let worked =
        |left, right| Worked { left: Span::from_millis(left), right: Span::from_millis(right) };
    place.snapshot.worked = vec![worked(61_000, 0), worked(12_345, 12_345), worked(0, 0)];
    place
}

fn golden_missing() -> Missing {
    let mut missing = Missing::default();
    missing.set(Tool::Roller, true);
    missing.set(Tool::TwoBalls, true);
    missing
}

fn golden_history() -> History {
    let past = |routine: &str, on, minutes, ending| PastSession {
        routine: routine.to_owned(),
        day: day(on),
        minutes,
        ending,
    };
    History {
        finished: 7,
        last_day: Some(day(20_411)),
        recent: vec![
            past("lower-back-10", 20_411, 4, PastEnding::Stopped),
            past("comfort-5", 20_409, 5, PastEnding::Completed),
            past("upper-back-5", -1, 0, PastEnding::EndedEarly),
        ],
    }
}

fn golden_favourites() -> Favourites {
    let list = |slugs: &[&str]| slugs.iter().map(|it| (*it).to_owned()).collect();
    Favourites {
        routines: list(&["lower-back-10", "a-routine-of-later"]),
        exercises: list(&["cat-and-cow"]),
    }
}

fn golden_finder() -> Choice {
    Choice { area: Some(Area::Hip), minutes: Some(10), tool: Some(Tool::Ball) }
}

/// Fault: H7
#[test]
fn the_shipped_records_of_version_1_read_as_they_were_meant() {
    // D9
    let settings = Settings::decode(SETTINGS).unwrap();
    assert_eq!((settings.value, settings.problems), (golden_settings(), 0));
    let check = Check::decode(CHECK).unwrap();
    assert_eq!((check.value, check.problems), (golden_check(), 0));
    let plan = StoredPlan::decode(PLAN).unwrap();
    assert_eq!((plan.value, plan.problems), (golden_plan(), 0));
    let shared = StoredPlan::decode(PLAN_SHARED).unwrap();
    assert_eq!((shared.value, shared.problems), (golden_plan_shared(), 0));
    let place = Place::decode(PLACE).unwrap();
    assert_eq!((place.value, place.problems), (golden_place(), 0));
    let history = History::decode(HISTORY).unwrap();
    assert_eq!((history.value, history.problems), (golden_history(), 0));
    let health = Health::decode(HEALTH).unwrap();
    assert_eq!((health.value, health.problems), (golden_health(), 0));
    let replies = Replies::decode(REPLIES).unwrap();
    assert_eq!((replies.value, replies.problems), (golden_replies(), 0));
    let favourites = Favourites::decode(FAVOURITES).unwrap();
    assert_eq!((favourites.value, favourites.problems), (golden_favourites(), 0));
    let finder = Choice::decode(FINDER).unwrap();
    assert_eq!((finder.value, finder.problems), (golden_finder(), 0));
    let waiting = Place::decode(PLACE_WAITING).unwrap();
    assert_eq!((waiting.value, waiting.problems), (golden_place_waiting(), 0));
    let again = Place::decode(PLACE_AGAIN).unwrap();
    assert_eq!((again.value, again.problems), (golden_place_again(), 0));
    let missing = Missing::decode(MISSING).unwrap();
    assert_eq!((missing.value, missing.problems), (golden_missing(), 0));
}

#[test]
fn this_app_still_writes_the_shipped_records_byte_for_byte() {
    // D1, D2
    assert_eq!(golden_settings().encode(), SETTINGS.trim_end());
    assert_eq!(golden_check().encode(), CHECK.trim_end());
    assert_eq!(golden_plan().encode(), PLAN.trim_end());
    assert_eq!(golden_plan_shared().encode(), PLAN_SHARED.trim_end());
    assert_eq!(golden_place().encode(), PLACE.trim_end());
    assert_eq!(golden_history().encode(), HISTORY.trim_end());
    assert_eq!(golden_health().encode(), HEALTH.trim_end());
    assert_eq!(golden_replies().encode(), REPLIES.trim_end());
    assert_eq!(golden_favourites().encode(), FAVOURITES.trim_end());
    assert_eq!(golden_finder().encode(), FINDER.trim_end());
    assert_eq!(golden_place_waiting().encode(), PLACE_WAITING.trim_end());
    assert_eq!(golden_place_again().encode(), PLACE_AGAIN.trim_end());
    assert_eq!(golden_missing().encode(), MISSING.trim_end());
}

/// Fault: H4
#[test]
fn a_shipped_record_cut_anywhere_is_refused_without_a_panic() {
    // D5
    for golden in GOLDEN {
        let golden = golden.trim_end();
        for end in (0..golden.len()).filter(|&end| golden.is_char_boundary(end)) {
            assert_eq!(decode_as_all(&golden[..end]), [false; 10], "{}", &golden[..end]);
        }
    }
}

/// Fault: H4
#[test]
fn a_shipped_record_with_any_byte_changed_never_panics() {
    // D5
    for golden in GOLDEN {
        for at in 0..golden.len() {
            for byte in *b"\"{}[]:,0-9aeE\\ \n" {
                let mut bytes = golden.as_bytes().to_vec();
                bytes[at] = byte;
                if let Ok(text) = String::from_utf8(bytes) {
                    decode_as_all(&text);
                }
            }
        }
    }
}

#[test]
fn keys_are_the_documented_ones() {
    assert_eq!([Settings::KEY, Check::KEY], ["unknot.settings", "unknot.check"]);
    assert_eq!([StoredPlan::KEY, Place::KEY], ["unknot.plan", "unknot.place"]);
    assert_eq!(
        [History::KEY, Health::KEY, Replies::KEY],
        ["unknot.history", "unknot.health", "unknot.replies"]
    );
    assert_eq!(
        [Favourites::KEY, Choice::KEY, Missing::KEY],
        ["unknot.favourites", "unknot.finder", "unknot.missing"]
    );
}

#[test]
fn a_newer_version_is_refused_by_its_number_and_a_missing_one_as_such() {
    // D2, D4
    let newer = RecordError::NewerVersion { found: 2 };
    assert_eq!(Settings::decode(r#"{"v":2,"voice":true}"#).unwrap_err(), newer);
    assert_eq!(newer.to_string(), "version 2, newer than 1");
    for text in ["{}", r#"{"v":0}"#, r#"{"v":-1}"#, r#"{"v":"1"}"#, r#"{"v":1.0}"#, "[]", "null"] {
        assert_eq!(Settings::decode(text).unwrap_err(), RecordError::NoVersion, "{text}");
    }
}

/// Fault: H6
#[test]
fn text_is_read_up_to_64_kib_and_refused_one_byte_longer() {
    // D3
    let padded = |bytes: usize| format!("{{\"v\":1{}}}", " ".repeat(bytes - 7));
    assert!(Settings::decode(&padded(MAX_BYTES)).is_ok());
    let refused = Settings::decode(&padded(MAX_BYTES + 1)).unwrap_err();
    assert_eq!(refused, RecordError::TooLong { bytes: MAX_BYTES + 1 });
}

/// Fault: D13
#[test]
fn deep_nesting_and_broken_text_are_refused_readably() {
    // D3
    let deep = format!("{{\"v\":1,\"x\":{}", "[".repeat(50_000));
    assert_eq!(Settings::decode(&deep).unwrap_err(), RecordError::TooDeep);
    assert_eq!(Settings::decode("<html>").unwrap_err(), RecordError::NotJson { at: 0 });
}

/// Fault: D13
#[test]
fn unknown_fields_are_ignored_and_the_last_of_two_counts() {
    // D6
    let text =
        SETTINGS.replace("\"v\":1", "\"new\":{\"deep\":[1.5e9]},\"theme\":\"light\",\"v\":1");
    let decoded = Settings::decode(&text).unwrap();
    assert_eq!((decoded.value, decoded.problems), (golden_settings(), 0));
}
