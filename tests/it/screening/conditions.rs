//! The condition table against the evidence file's sections 2.1, 3.1 and 3.3, and its words.

use std::collections::BTreeSet;

use unknot::catalog;
use unknot::domain::body::Area;
use unknot::domain::caution::Tag;
use unknot::domain::condition::{Act, Card, Condition, Table, Trouble};
use unknot::domain::muscle::areas;
use unknot::domain::screening::{CLEARANCE_DAYS, Fit};
use unknot::domain::technique::Technique;

use super::people::{condition, library};
use crate::wording::reading;

/// Every row of 3.3 and every tag of 2.1: word, permanent number, what it does, tags.
///
/// A number is never changed or used again: kept answers hold it.
const TABLE: &[(&str, u16, &str, &str)] = &[
    ("fever-now", 1, "pause", ""),
    ("fever-and-back-pain", 2, "urgent", ""),
    ("alcohol", 3, "info pause", ""),
    ("under-16", 4, "block", ""),
    ("age-70", 5, "gentle", ""),
    ("pregnant", 6, "info gentle remove", "preg_t1"),
    ("after-birth", 7, "gentle", ""),
    ("after-birth-surgery", 8, "remove clear", "hernia_abdo recent_surgery"),
    ("blood-thinners", 9, "gentle remove", "anticoag"),
    ("clot", 10, "remove clear", "dvt_hist"),
    ("varicose-veins", 11, "remove", "varicose"),
    ("hot-vein", 12, "urgent", ""),
    ("heart", 13, "remove clear", "hbp_uncontrolled no_headdown"),
    ("high-blood-pressure", 14, "remove clear", "hbp_uncontrolled no_headdown"),
    ("chest-implant", 15, "remove", "implant_chest"),
    ("thin-bones", 16, "gentle remove", "osteo"),
    ("thin-bones-high", 17, "remove clear", "osteo_high"),
    ("fracture", 18, "remove clear", ""),
    ("bone-infection", 19, "remove clear", ""),
    ("recent-operation", 20, "remove clear", "recent_surgery"),
    ("disc", 21, "gentle remove", "disc_stable"),
    ("disc-worse", 22, "urgent", ""),
    ("leg-nerve", 23, "gentle remove", "radicular"),
    ("leg-nerve-irritable", 24, "remove comfort", "radicular_irritable"),
    ("arm-nerve", 50, "remove", ""),
    ("stenosis", 25, "remove", "stenosis"),
    ("spine-bone-forward", 26, "remove clear", "spondylolisthesis"),
    ("numb-feet-hands", 27, "remove", "neuropathy"),
    ("touch-hurts", 28, "gentle remove", "fibro"),
    ("neck-arteries", 29, "remove clear", "neck_vasc"),
    ("neck-unstable", 30, "remove clear", "ra_neck neck_vasc"),
    ("dizzy-head-moves", 31, "remove", "vertigo"),
    ("no-head-down", 32, "remove", "no_headdown"),
    ("jaw", 33, "remove", "jaw_lock"),
    ("inflamed-joints", 34, "remove", "ra_neck"),
    ("joint-flare", 35, "gentle remove", "ia_flare"),
    ("loose-joints", 36, "gentle remove", "hypermobile"),
    ("vascular-eds", 37, "remove clear", "neck_vasc"),
    ("new-hip", 38, "remove", "hip_replace"),
    ("new-knee", 39, "remove", "knee_replace"),
    ("cancer", 40, "remove clear", "cancer_active"),
    ("low-platelets", 41, "remove clear", "anticoag"),
    ("breast-operation", 42, "remove", "cancer_breast"),
    ("lymph", 43, "remove", "lymphoedema"),
    ("kidney", 44, "remove", "kidney"),
    ("hernia", 45, "remove", "hernia_abdo"),
    ("no-floor", 46, "remove", "floor_no"),
    ("no-kneeling", 47, "remove", "knee_bad"),
    ("no-weight-on-hands", 48, "remove", "wrist_bad"),
    ("sore-shoulder", 49, "remove", "shoulder_bad"),
];

fn slugs<T: Copy>(items: &[T], slug: fn(T) -> &'static str) -> String {
    items.iter().copied().map(slug).collect::<Vec<_>>().join(" ")
}

/// Every tag that a condition may raise.
fn raised(it: &Condition) -> impl Iterator<Item = Tag> {
    it.tags.iter().chain(it.from_week.map_or(&[][..], |from| from.tags)).copied()
}

#[test]
fn every_condition_has_the_number_the_acts_and_the_tags_of_the_evidence_table() {
    // R31
    let ours: Vec<_> = catalog::conditions()
        .iter()
        .map(|it| (it.slug, it.id.0, slugs(it.acts, Act::slug), slugs(it.tags, Tag::slug)))
        .collect();
    let table: Vec<_> = TABLE
        .iter()
        .map(|&(slug, number, acts, tags)| (slug, number, acts.to_owned(), tags.to_owned()))
        .collect();
    assert_eq!(ours, table);
}

#[test]
fn every_tag_of_the_vocabulary_is_raised_by_a_question() {
    // R31
    let all: BTreeSet<Tag> = catalog::conditions().iter().flat_map(raised).collect();
    let missing: Vec<_> = Tag::ALL.iter().filter(|tag| !all.contains(tag)).collect();
    assert!(missing.is_empty(), "no question raises {missing:?}");
}

#[test]
fn a_clearance_never_outlives_three_months_and_clear_always_keeps_breathing_open() {
    // R32, R36
    assert_eq!(CLEARANCE_DAYS, 90);
    for it in catalog::conditions() {
        assert_eq!(it.does(Act::Clear) || it.slug == "alcohol", it.keeps_breathing, "{}", it.slug);
        if it.does(Act::Clear) {
            assert!(u32::from(it.lasts_days) <= CLEARANCE_DAYS, "{}", it.slug);
        }
    }
}

#[test]
fn pregnancy_counts_as_late_from_week_16_and_is_asked_again_each_month() {
    // R37
    let from = condition("pregnant").from_week.unwrap();
    assert_eq!((from.week, from.last, from.tags), (16, 42, &[Tag::PregT23][..]));
    assert_eq!(condition("pregnant").lasts_days, 28);
}

#[test]
fn follow_ups_are_asked_after_the_condition_they_are_about() {
    // R34
    let after = |slug| condition(slug).after.and_then(catalog::condition).map(|it| it.slug);
    let table = [
        ("fever-and-back-pain", "fever-now"),
        ("after-birth-surgery", "after-birth"),
        ("hot-vein", "varicose-veins"),
        ("thin-bones-high", "thin-bones"),
        ("disc-worse", "disc"),
        ("leg-nerve-irritable", "leg-nerve"),
        ("vascular-eds", "loose-joints"),
        ("low-platelets", "cancer"),
    ];
    assert!(table.iter().all(|(slug, first)| after(slug) == Some(first)));
    let count = catalog::conditions().iter().filter(|it| it.after.is_some()).count();
    assert_eq!(count, table.len());
}

#[test]
fn the_area_rule_has_every_trouble_of_the_evidence_file() {
    // R39
    let urgent = |trouble| {
        let rule = catalog::troubles().iter().find(|it| it.trouble == trouble).unwrap();
        rule.urgent_in.iter().collect::<Vec<_>>()
    };
    assert_eq!(catalog::troubles().len(), Trouble::ALL.len());
    let legs = [Area::Thigh, Area::Calf, Area::Foot];
    let back = [Area::UpperBack, Area::LowerBack];
    assert_eq!(urgent(Trouble::Swollen), [&back[..], &legs].concat());
    assert_eq!(urgent(Trouble::Hot), legs);
    assert_eq!(urgent(Trouble::Lump), back);
    for it in catalog::troubles() {
        let checked = matches!(it.trouble, Trouble::Swollen | Trouble::Hot | Trouble::Lump);
        assert_eq!(it.acts.contains(&Act::Info), checked, "{:?}", it.trouble);
        assert_eq!(it.urgent_in.is_empty(), !checked, "{:?}", it.trouble);
        let listed = [(Trouble::Injured, 3), (Trouble::Injection, 2)];
        let ends = listed.iter().find(|(trouble, _)| *trouble == it.trouble).map(|(_, days)| *days);
        assert_eq!(it.ends_days, ends, "{:?}", it.trouble);
        assert_eq!(it.keeps_easy_moves, it.trouble == Trouble::Injured);
    }
}

#[test]
fn nerve_leg_pain_leaves_no_massage_on_leg_or_buttock() {
    // R31; clinical-evidence 5.7
    let legs = [Area::Hip, Area::Thigh, Area::Calf, Area::Foot];
    assert_eq!(condition("leg-nerve").areas.iter().collect::<Vec<_>>(), legs);
    assert_eq!(condition("leg-nerve").guided_minutes, Some(15));
    assert!(library().iter().any(|it| it.technique == Technique::BallWall && it.area == Area::Hip));
}

#[test]
fn an_arm_that_tingles_or_is_weak_leaves_neck_shoulder_upper_back_and_arm_alone() {
    // R31, the gate of clinical-evidence 5.2
    let it = condition("arm-nerve");
    for area in [Area::Neck, Area::Shoulder, Area::UpperBack, Area::Arm] {
        assert!(it.areas.contains(area), "{area:?}");
    }
    let health = super::people::with(&["arm-nerve"]);
    let screen = super::people::screen(&health);
    for table in ["UBS", "FM"] {
        let (steps, budget) = super::people::routine(table, 10);
        let fitted = super::people::shaped(&screen, &super::people::request(&steps, budget));
        for step in &fitted.steps {
            let row = super::people::rules().exercise(step.step.exercise).unwrap();
            assert!(row.technique.is_rest() || !it.areas.meets(areas(row)), "{}", row.code);
        }
    }
    assert_eq!(screen.judge(super::people::row("HN05")).fit, Fit::Allowed);
}

#[test]
fn the_gates_of_the_tables_lead_to_the_light_the_chair_first_and_the_movement_led_sets() {
    // R31, clinical-evidence 5.3 to 5.5 and 5.7
    let leads = catalog::conditions().iter().filter_map(|it| Some((it.slug, it.leads_to?)));
    let table = [
        ("disc", Table::Disc),
        ("leg-nerve", Table::Sci),
        ("stenosis", Table::Soa),
        ("touch-hurts", Table::Fm),
    ];
    assert_eq!(leads.collect::<Vec<_>>(), table);
    for (table, slug) in [
        (Table::Disc, "lower-back-movement-"),
        (Table::Sci, "lower-back-leg-movement-"),
        (Table::Soa, "gentle-back-chair-"),
        (Table::Fm, "gentle-whole-body-"),
    ] {
        let routines: Vec<_> = catalog::routines_of(table).collect();
        assert_eq!(routines.len(), 5, "{table:?}");
        assert!(routines.iter().all(|it| it.slug.starts_with(slug)), "{table:?}");
    }
}

#[test]
fn what_the_tag_vocabulary_names_is_in_the_words_of_a_question() {
    // R31, clinical-evidence 2.1: the signs by which people know that it is about them
    for (slug, words) in [
        ("neck-arteries", &["stroke", "torn", "narrow", "diseased"][..]),
        ("vascular-eds", &["vascular", "Ehlers-Danlos"]),
        ("loose-joints", &["bendy", "pop out", "Ehlers-Danlos"]),
        ("varicose-veins", &["Bulging", "sore", "operation", "6 weeks"]),
        ("hot-vein", &["red", "hot"]),
        ("no-head-down", &["glaucoma", "reflux", "eye operation"]),
        ("thin-bones", &["osteoporosis", "steroid"]),
        ("thin-bones-high", &["spine", "too easily", "shorter", "risk high"]),
        ("blood-thinners", &["thinners", "platelets", "bruise", "bleed"]),
        ("clot", &["now", "past", "risk is high"]),
        ("leg-nerve", &["below the knee", "tingling", "numb"]),
        ("leg-nerve-irritable", &["easily", "6 or more", "last 2 weeks"]),
        ("neck-unstable", &["Down syndrome", "loose neck", "whiplash"]),
        ("heart", &["not settled", "heart attack", "stroke", "3 months"]),
        ("chest-implant", &["pacemaker", "port", "line"]),
        ("kidney", &["stones", "infection", "disease", "side"]),
        ("hernia", &["hernia", "tummy operation", "12 weeks"]),
        ("cancer", &["now", "in care", "bones"]),
        ("no-floor", &["floor", "fell", "6 months"]),
        ("alcohol", &["Alcohol", "sleeping pills", "painkillers", "few hours"]),
        ("recent-operation", &["12 weeks", "not yet signed off"]),
    ] {
        let question = catalog::condition_text(condition(slug).id).question.to_lowercase();
        for word in words {
            assert!(question.contains(&word.to_lowercase()), "{slug} does not say {word}");
        }
    }
}

#[test]
fn every_source_of_a_condition_or_trouble_has_a_label() {
    // R31
    let conditions = catalog::conditions().iter().flat_map(|it| it.sources);
    for id in conditions.chain(catalog::troubles().iter().flat_map(|it| it.sources)) {
        assert!(catalog::source(id).is_some_and(|it| !it.label.is_empty()), "{id}");
    }
}

#[test]
fn the_words_are_short_plain_and_say_what_the_person_told_us() {
    // R30, R40
    let mut kinds = [vec![], vec![], vec![]];
    let conditions = catalog::conditions().iter().map(|it| catalog::condition_text(it.id));
    for text in conditions.chain(Trouble::ALL.iter().map(|it| catalog::trouble_text(*it))) {
        assert!(text.reason.starts_with("You told us"), "{}", text.reason);
        assert!(text.question.split_whitespace().count() <= 20, "{}", text.question);
        for line in [text.reason, text.advice] {
            let sentences = line.split_inclusive(['.', '?', '!', ';']);
            for sentence in sentences.filter(|it| !it.trim().is_empty()) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 20, "{words} words: {sentence}");
            }
        }
        for (kind, line) in kinds.iter_mut().zip([text.question, text.reason, text.advice]) {
            kind.push(line);
        }
    }
    for kind in kinds {
        let grade = reading::grade(&kind);
        assert!(grade <= 6.0, "{grade:.1}: {kind:?}");
    }
    assert!(Card::ALL.iter().all(|it| !catalog::card_title(*it).is_empty()));
    let follow_ups = catalog::conditions().iter().filter(|it| it.after.is_some());
    for it in follow_ups {
        assert!(catalog::condition_text(it.id).question.ends_with('?'), "{}", it.slug);
    }
}

#[test]
fn no_card_is_longer_than_a_thumb_reaches_and_each_comes_once() {
    // R34
    assert!(catalog::conditions().is_sorted_by_key(|it| it.card));
    for card in Card::ALL {
        let lines =
            catalog::conditions().iter().filter(|it| it.card == *card && it.after.is_none());
        let count = lines.count();
        assert!((1..=7).contains(&count), "{card:?} has {count} lines");
    }
}
