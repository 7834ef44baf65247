//! Records that are read whole or not at all: the plan and the place of a session in progress.

use unknot::codec::record::{Place, Record, RecordError, StoredPlan};
use unknot::domain::exercise::ExerciseId;
use unknot::domain::session::Session;
use unknot::domain::time::{Moment, Span};

use super::{PLACE, PLAN, PLAN_SHARED, golden_place, golden_plan};

#[test]
fn a_plan_is_read_whole_or_not_at_all() {
    // D14
    let broken = [
        ("\"routine\":\"lower-back-10\"", "\"routine\":\"../etc\""),
        ("\"routine\":\"lower-back-10\"", "\"routine\":\"\""),
        ("\"started\":1763800000123", "\"started\":-1"),
        ("[12,\"floor\"", "[65536,\"floor\""),
        ("[12,\"floor\"", "[12,\"bed\""),
        ("\"each\",45000", "\"each\",3600001"),
        ("\"each\",45000", "\"each\",-1"),
        ("\"each\",45000,15000]", "\"each\",45000]"),
        ("\"timing\":[10000,", "\"timing\":["),
        ("\"aftercare\":[30000,\"chair\"]", "\"aftercare\":30000"),
    ];
    for (from, to) in broken {
        let text = PLAN.replace(from, to);
        assert_ne!(text, PLAN, "{from}");
        let error = StoredPlan::decode(&text).unwrap_err();
        assert!(matches!(error, RecordError::Unreadable { .. }), "{to}: {error}");
    }
}

#[test]
fn a_plan_of_a_link_is_read_with_all_that_its_maker_wrote_or_not_at_all() {
    // D14, D40
    let broken = [
        ("\"pressures\":[3,0,null]", "\"pressures\":[3,0]"),
        ("\"pressures\":[3,0,null]", "\"pressures\":[6,0,null]"),
        ("\"pressures\":[3,0,null]", "\"pressures\":null"),
        ("\"shared\":\"1", "\"shared\":\"2"),
        ("\"shared\":\"1", "\"shared\":\""),
        ("\"shared\":\"", "\"shared\":1,\"was\":\""),
    ];
    for (from, to) in broken {
        let text = PLAN_SHARED.replace(from, to);
        assert_ne!(text, PLAN_SHARED, "{from}");
        let error = StoredPlan::decode(&text).unwrap_err();
        assert!(matches!(error, RecordError::Unreadable { .. }), "{to}: {error}");
    }
}

#[test]
fn a_length_of_an_hour_is_the_longest_that_is_read() {
    // D14
    let hour = PLAN.replace("\"each\",45000", "\"each\",3600000");
    assert!(StoredPlan::decode(&hour).is_ok());
}

#[test]
fn a_plan_has_1_to_100_steps() {
    // D14
    let with_steps = |count: usize| {
        let mut stored = golden_plan();
        let step = stored.plan.steps[0].clone();
        stored.plan.steps = vec![step; count];
        StoredPlan::decode(&stored.encode())
    };
    assert!(with_steps(1).is_ok() && with_steps(100).is_ok());
    for count in [0, 101] {
        let error = with_steps(count).unwrap_err();
        assert_eq!(error, RecordError::Unreadable { field: "steps" });
    }
}

#[test]
fn a_stored_session_comes_back_at_its_step_and_second() {
    // D13, D14
    let plan = StoredPlan::decode(PLAN).unwrap().value;
    let place = Place::decode(PLACE).unwrap().value;
    assert!(place.belongs_to(&plan));
    let restored = Session::restore(plan.plan, &place.snapshot).unwrap();
    let view = restored.view(Moment::from_millis(0));
    assert_eq!((view.step, view.exercise), (2, ExerciseId(3)));
    assert_eq!(view.left, Span::from_millis(75_000 - 12_345));
}

#[test]
fn a_place_is_offered_up_to_12_hours_later_and_a_minute_ahead_and_no_further() {
    // D13
    let place = golden_place();
    let half_a_day = 12 * 3_600_000;
    assert!(place.is_fresh(place.saved));
    assert!(place.is_fresh(place.saved + half_a_day));
    assert!(!place.is_fresh(place.saved + half_a_day + 1));
    assert!(place.is_fresh(place.saved - 60_000));
    assert!(!place.is_fresh(place.saved - 60_001));
    assert!(!place.is_fresh(0) && !place.is_fresh(u64::MAX));
}

#[test]
fn a_place_of_another_session_does_not_belong_to_the_plan() {
    // D13
    let place = Place { started: 1, ..golden_place() };
    assert!(!place.belongs_to(&golden_plan()));
}

#[test]
fn a_place_is_read_whole_or_not_at_all() {
    // D14
    let too_many = format!("\"records\":[{}", "[1,0,0,0],".repeat(197));
    let broken = [
        ("\"started\":1763800000123,", ""),
        ("\"saved\":1763800150456", "\"saved\":1.5"),
        ("\"at\":[1,", "\"at\":[65536,"),
        ("[1,1,\"both\"", "[1,9,\"both\""),
        ("\"both\"", "\"middle\""),
        ("12345,75000]", "12345]"),
        ("\"too_much\":[1,1]", "\"too_much\":[1,256]"),
        ("[12,2,1,61000]", "[12,4,1,61000]"),
        ("[12,2,1,61000]", "[12,2,1,-1]"),
        ("\"records\":[", too_many.as_str()),
        ("\"v\":1", "\"v\":1,\"waiting\":[\"sharp\",null,false]"),
        ("\"v\":1", "\"v\":1,\"waiting\":[\"itch\",\"spreads\",false]"),
        ("\"v\":1", "\"v\":1,\"waiting\":null"),
    ];
    for (from, to) in broken {
        let text = PLACE.replace(from, to);
        assert_ne!(text, PLACE, "{from}");
        let error = Place::decode(&text).unwrap_err();
        assert!(matches!(error, RecordError::Unreadable { .. }), "{to}: {error}");
    }
    let just_fits = too_many.replacen("[1,0,0,0],", "", 1);
    assert!(Place::decode(&PLACE.replace("\"records\":[", &just_fits)).is_ok());
}
