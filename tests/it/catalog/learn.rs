//! Articles, after-care cards, places never to press and plans against the tables of the evidence file.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use unknot::catalog;
use unknot::domain::condition::Card;

/// Table 2.8: a technique and the rows that carry it, without those that wait for sign-off.
///
/// Deep pressure takes the ball rows whose own facts name a strength up to 4 of 10.
const TECHNIQUES: &[(&str, &[&str])] = &[
    ("light-strokes", &["HN01", "HN06", "HN08", "HN10", "HN13", "HN17"]),
    ("deep-pressure", &["HN05", "HN15", "BL01", "BL02", "BL04", "BL05", "BL11", "BL13"]),
    ("tender-spots", &["BL01", "BL02", "BL04", "BL05", "BL13", "HN03"]),
    ("small-area-work", &["BL02", "BL09", "HN03"]),
    ("thai-style-stretching", &["MB04", "MB19", "ST04", "ST05", "ST13"]),
];

/// Table 5.9: cards and their sources.
const CARDS: &[(&str, &[&str])] = &[
    ("AC01", &["S44", "S45", "S46"]),
    ("AC02", &["S44", "S47"]),
    ("AC03", &["S71"]),
    ("AC04", &["S37"]),
    ("AC05", &["S48"]),
    ("AC06", &["S70", "E"]),
];

/// Table 3.4 in its order: place, what may touch it, sources.
const ZONES: &[(&str, &str, &[&str])] = &[
    ("neck-front-and-sides", "none", &["S25", "S26"]),
    ("spine-bones", "none", &["E"]),
    ("lower-back", "no-roller", &["S15", "E"]),
    ("lowest-ribs", "light", &["E"]),
    ("tailbone", "light", &["E"]),
    ("armpit", "none", &["K"]),
    ("inner-elbow-and-arm", "light", &["K"]),
    ("groin", "none", &["K"]),
    ("behind-knee", "none", &["K"]),
    ("below-outer-knee", "none", &["S47"]),
    ("belly", "none", &["E"]),
    ("throat", "none", &["K"]),
    ("breast", "none", &["E"]),
    ("eyes-and-temples", "light", &["E"]),
    ("lump-vein-or-hot-skin", "none", &["S67"]),
];

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn rows(path: &str) -> Vec<Value> {
    read(path).as_array().unwrap().clone()
}

#[test]
fn each_technique_is_carried_by_the_rows_that_the_evidence_table_names() {
    let articles = rows("data/learn.json");
    for (slug, codes) in TECHNIQUES {
        let article = articles.iter().find(|it| it["slug"] == *slug).unwrap();
        assert_eq!(article["kind"], "technique", "{slug}");
        assert_eq!(article["exercises"], json!(codes), "{slug}");
    }
}

#[test]
fn tool_and_slow_articles_carry_every_row_of_their_tools_that_needs_no_sign_off() {
    // Table 2.8: slow holds are HN06 and the roller rows; tools are all roller, ball and hand rows. FR14 is a
    // rolled towel to rest on, not a roller.
    let reference: Value =
        serde_json::from_str(include_str!("../../fixtures/reference-exercises.json")).unwrap();
    let ready = |kinds: &[&str]| -> Vec<String> {
        let rows = reference["exercises"].as_array().unwrap().iter();
        let codes = rows.filter(|row| row["needs_signoff"] == false).map(|row| row["id"].as_str());
        let mut codes: Vec<String> = codes
            .flatten()
            .filter(|code| *code != "FR14" && kinds.contains(&&code[..2]))
            .map(str::to_owned)
            .collect();
        codes.sort();
        codes
    };
    let articles = rows("data/learn.json");
    let carried = |slug: &str| -> Vec<String> {
        let article = articles.iter().find(|it| it["slug"] == slug).unwrap();
        let codes = article["exercises"].as_array().unwrap().iter();
        let mut codes: Vec<String> = codes.filter_map(Value::as_str).map(str::to_owned).collect();
        codes.sort();
        codes
    };
    let mut slow = ready(&["FR"]);
    slow.push("HN06".to_owned());
    assert_eq!(carried("slow-holds"), slow);
    assert_eq!(carried("roller-ball-hands"), ready(&["FR", "BL", "HN"]));
}

#[test]
fn the_six_cards_have_the_sources_of_their_table() {
    // B22
    let cards = rows("data/aftercare.json");
    assert_eq!(cards.len(), CARDS.len());
    for (card, (code, sources)) in cards.iter().zip(CARDS) {
        assert_eq!((&card["code"], &card["sources"]), (&json!(code), &json!(sources)));
    }
}

#[test]
fn the_fifteen_places_are_kept_as_their_table_says_with_one_exception() {
    // B23
    let zones = rows("data/no-go.json");
    assert_eq!(zones.len(), ZONES.len());
    for (zone, (slug, touch, sources)) in zones.iter().zip(ZONES) {
        assert_eq!(zone["slug"], *slug);
        assert_eq!(zone["touch"], *touch, "{slug}");
        assert_eq!(zone["sources"], json!(sources), "{slug}");
        // A roller across the shoulder blades (FR01, FR02, FR13) is the only exception of the table.
        let except =
            if *slug == "spine-bones" { json!(["FR01", "FR02", "FR13"]) } else { json!([]) };
        assert_eq!(zone["except"], except, "{slug}");
    }
}

/// The source ids below a value.
fn named(value: &Value, into: &mut BTreeSet<String>) {
    if let Some(ids) = value["sources"].as_array() {
        into.extend(ids.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    let below = value.as_object().into_iter().flat_map(|fields| fields.values());
    for item in below.chain(value.as_array().into_iter().flatten()) {
        named(item, into);
    }
}

fn json_files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(json_files(&name));
        } else if path.extension().is_some_and(|it| it == "json") {
            found.push(name);
        }
    }
    found
}

#[test]
fn every_source_with_a_label_is_named_somewhere() {
    // B7, B20
    let mut used = BTreeSet::new();
    for path in json_files("data") {
        named(&read(&path), &mut used);
    }
    let labels: BTreeSet<String> =
        read("data/sources.json").as_object().unwrap().keys().cloned().collect();
    assert_eq!(used, labels);
}

/// A stage in words: weeks, minutes, days and times a day.
fn told(stage: &Value) -> String {
    let range = |field: &str| match (&stage[field][0], &stage[field][1]) {
        (Value::Null, _) => "-".to_owned(),
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low}-{high}"),
    };
    let days = if stage["most_days"] == true { "most".to_owned() } else { range("days") };
    let last = stage["to_week"].as_u64();
    let last = last.map_or_else(|| "+".to_owned(), |week| format!("-{week}"));
    let weeks = format!("{}{last}", stage["from_week"]);
    format!("{weeks}: {} min, {days} days, {} a day", range("minutes"), range("times_a_day"))
}

#[test]
fn each_plan_has_the_weeks_minutes_and_days_of_its_table() {
    // B24, clinical-evidence 5.8
    let ache = [
        "1-2: 10 min, 3-4 days, - a day",
        "3-4: 15 min, 4-5 days, - a day",
        "5-6: 15-20 min, 3-5 days, - a day",
        "7+: 10 min, 2-3 days, - a day",
    ];
    let tender = [
        "1-2: 5-10 min, most days, - a day",
        "3-4: 10-15 min, - days, - a day",
        "5-6: 15-20 min, - days, - a day",
        "7+: 10-15 min, most days, - a day",
    ];
    let chair = [
        "1-2: 10 min, 3-5 days, - a day",
        "3-4: 15 min, - days, - a day",
        "5-6: 20 min, 3-5 days, - a day",
        "7+: 10-15 min, 7 days, - a day",
    ];
    let movement = [
        "1-2: 5-10 min, 7 days, 1-3 a day",
        "3-4: 10-15 min, 7 days, 1-2 a day",
        "5-6: 15-20 min, 7 days, - a day",
        "7+: - min, - days, - a day",
    ];
    let buttock = [
        "1-2: 10 min, 3-4 days, - a day",
        "3-4: 15 min, - days, - a day",
        "5-6: 15-20 min, - days, - a day",
        "7+: - min, 2-3 days, - a day",
    ];
    let tables = [
        ("LBS", ache),
        ("UBS", ache),
        ("FM", tender),
        ("SOA", chair),
        ("DISC", movement),
        ("PIR", buttock),
        ("SCI", movement),
    ];
    let plans = rows("data/plans.json");
    assert_eq!(plans.len(), tables.len());
    for (plan, (code, stages)) in plans.iter().zip(tables) {
        assert_eq!(plan["code"], code);
        let shipped: Vec<String> = plan["stages"].as_array().unwrap().iter().map(told).collect();
        assert_eq!(shipped, stages, "{code}");
    }
    // Touch at 2 of 10 at first; moving breaks of 5 minutes after six weeks.
    assert_eq!(plans[2]["stages"][0]["touch_cap"], 2);
    for ache in [0, 1] {
        assert_eq!(plans[ache]["stages"][3]["moving_breaks_minutes"], 5);
    }
}

#[test]
fn every_article_is_found_by_its_word_and_no_other_word_finds_one() {
    let all = catalog::articles();
    assert_eq!(all.len(), rows("data/learn.json").len());
    for it in all {
        assert_eq!(catalog::article(it.slug), Some(it));
    }
    assert_eq!(catalog::article("no-such-article"), None);
}

#[test]
fn every_place_that_is_never_pressed_is_in_the_app_in_the_order_of_its_table() {
    // B23
    let slugs: Vec<&str> = catalog::zones().iter().map(|it| it.slug).collect();
    assert_eq!(slugs, ZONES.iter().map(|it| it.0).collect::<Vec<_>>());
}

#[test]
fn every_card_of_questions_has_a_headline_of_its_own() {
    let titles: BTreeSet<&str> = Card::ALL.iter().map(|it| catalog::card_title(*it)).collect();
    assert_eq!(titles.len(), Card::ALL.len());
    assert!(titles.iter().all(|it| it.len() > 3), "{titles:?}");
}
