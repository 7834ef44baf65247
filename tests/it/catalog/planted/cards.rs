//! Faults planted in the after-care cards, the places never to press and the frequency plans.

use super::{Plant, ROUTINE_TEXT, assert_found, plant, problems, real};

const CARDS: &str = "data/aftercare.json";
const CARD_TEXT: &str = "data/text/en/aftercare.json";
const ZONES: &str = "data/no-go.json";
const ZONE_TEXT: &str = "data/text/en/no-go.json";
const PLANS: &str = "data/plans.json";
const PLAN_TEXT: &str = "data/text/en/plans.json";

const CARD_FAULTS: &[Plant] = &[
    plant(CARDS, "121", "122", "122 is not its permanent number 121", "AC01"),
    plant(CARDS, "\"AC02\"", "\"AC01\"", "code AC01 is there twice", "AC01"),
    plant(CARDS, "\"AC02\"", "\"AC09\"", "AC09: is not in data/numbers.json", "AC09"),
    plant(CARDS, "\"S71\"", "\"S99\"", "AC03: source S99 is not in", "S99"),
    plant(CARDS, "[\"S71\"]", "[]", "AC03: has no source", "AC03"),
    plant(CARD_TEXT, "\"AC03\"", "\"AC09\"", "AC03: has no text in data/text/en", "AC03"),
    plant(CARD_TEXT, "\"AC03\"", "\"AC09\"", "AC09: text of something that is not in", "AC09"),
    plant(CARD_TEXT, "\"Water\"", "\" \"", "AC03: a text is empty", "AC03"),
    plant(CARD_TEXT, "[\"Drink if you are thirsty.\"]", "[]", "AC03: a text is empty", "AC03"),
];

const ZONE_FAULTS: &[Plant] = &[
    plant(ZONES, "\"armpit\"", "\"groin\"", "slug groin is there twice", "groin"),
    plant(ZONES, "\"armpit\"", "\"Arm pit\"", "\"Arm pit\" may hold only", "Arm pit"),
    plant(ZONES, "\"light\"", "\"firm\"", "unknown variant `firm`", "firm"),
    plant(ZONES, "\"FR13\"", "\"ZZ01\"", "spine-bones: ZZ01 is not in the library", "ZZ01"),
    plant(ZONES, "\"FR13\"", "\"FR01\"", "spine-bones: FR01 is named twice", "FR01"),
    plant(
        ZONES,
        "\"light\", \"except\": []",
        "\"light\", \"except\": [\"HN06\"]",
        "only where nothing may touch",
        "HN06",
    ),
    plant(ZONES, "\"S47\"", "\"S99\"", "below-outer-knee: source S99 is not in", "S99"),
    plant(ZONE_TEXT, "\"belly\"", "\"tummy\"", "belly: has no text in data/text/en", "belly"),
    plant(ZONE_TEXT, "\"belly\"", "\"tummy\"", "tummy: text of something that is not in", "tummy"),
    plant(ZONE_TEXT, "\"Behind the knee\"", "\"\"", "behind-knee: a text is empty", "behind-knee"),
];

const PLAN_FAULTS: &[Plant] = &[
    plant(PLANS, "\"to_week\": 2", "\"to_week\": 3", "LBS: the weeks do not follow", "_week\": 3"),
    plant(PLANS, "\"from_week\": 1", "\"from_week\": 2", "the weeks do not follow", "_week\": 2"),
    plant(PLANS, "\"from_week\": 7,", "\"from_week\": 7, \"to_week\": 8,", "must go on", "stages"),
    plant(PLANS, "[10, 10]", "[4, 10]", "LBS: minutes must rise from 5 to 30", "[4, 10]"),
    plant(PLANS, "[15, 20]", "[15, 31]", "LBS: minutes must rise from 5 to 30", "[15, 31]"),
    plant(PLANS, "[15, 20]", "[20, 15]", "LBS: minutes must rise from 5 to 30", "[20, 15]"),
    plant(PLANS, "[3, 4]", "[3, 8]", "LBS: days must rise from 1 to 7", "[3, 8]"),
    plant(PLANS, "[1, 3]", "[0, 3]", "DISC: times_a_day must rise from 1 to 3", "[0, 3]"),
    plant(PLANS, "cap\": 2", "cap\": 6", "FM: touch_cap must rise from 0 to 5", "cap\": 6"),
    plant(
        PLANS,
        "es\": 5 ",
        "es\": 0 ",
        "moving_breaks_minutes must rise from 1 to 10",
        "es\": 0 ",
    ),
    plant(
        PLANS,
        "\"most_days\": true",
        "\"days\": [4, 5], \"most_days\": true",
        "FM: either days or most_days",
        "[4, 5]",
    ),
    plant(PLANS, "\"SOA\"", "\"OLD\"", "SOA-5: has no plan in data/plans.json", "SOA-5"),
    plant(PLANS, "\"SOA\"", "\"OLD\"", "OLD: is a plan for no routine", "OLD"),
    plant(PLANS, "\"SOA\"", "\"FM\"", "code FM is there twice", "FM"),
    plant(PLANS, "\"S42\"", "\"S99\"", "FM: source S99 is not in", "S99"),
    plant(PLAN_TEXT, "\"SOA\"", "\"OLD\"", "SOA: has no text in data/text/en", "SOA"),
    plant(PLAN_TEXT, "\"Put moving first.\"", "\" \"", "DISC: a text is empty", "DISC"),
    plant(ROUTINE_TEXT, "\"FM-5\"", "\"FM-6\"", "FM-6: text of a routine that is not in", "FM-6"),
];

#[test]
fn a_wrong_aftercare_card_is_told_with_its_line() {
    // B22
    assert_found(CARD_FAULTS);
}

#[test]
fn a_wrong_place_of_the_body_map_is_told_with_its_line() {
    // B23
    assert_found(ZONE_FAULTS);
}

#[test]
fn a_wrong_plan_and_a_routine_without_one_are_told_with_their_line() {
    // B24, B11
    assert_found(PLAN_FAULTS);
}

#[test]
fn a_missing_file_of_cards_places_plans_or_articles_is_told_by_its_name() {
    for path in [CARDS, CARD_TEXT, ZONES, ZONE_TEXT, PLANS, PLAN_TEXT, "data/learn.json"] {
        let files: Vec<_> = real().into_iter().filter(|it| it.path != path).collect();
        let told: Vec<String> = problems(&files).iter().map(ToString::to_string).collect();
        assert_eq!(told, [format!("{path}:1: file is missing")]);
    }
}
