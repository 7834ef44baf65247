//! The words that people look under: their rules, and the muscles of the evidence file.

use super::files::{self, File, Problem};
use super::{emit_longest, emit_synonyms, real, synonyms};

const SYNONYMS: &str = "data/text/en/synonyms.json";
const REFERENCE: &str = include_str!("../../../fixtures/reference-exercises.json");

fn read(files: &[File]) -> Result<synonyms::Synonyms, Vec<Problem>> {
    synonyms::read(files, &files::parse(files).unwrap())
}

/// The line that the problem saying `says` points at, after `from` became `to`.
fn told(from: &str, to: &str, says: &str) -> String {
    let mut files = real();
    let file = files.iter_mut().find(|it| it.path == SYNONYMS).unwrap();
    assert!(file.text.contains(from), "{from} is not there");
    file.text = file.text.replacen(from, to, 1);
    let text = file.text.clone();
    let problems = read(&files).expect_err("a planted fault is found");
    let told = problems.iter().find(|it| it.message.contains(says));
    let told = told.unwrap_or_else(|| panic!("{says} was not said: {problems:?}"));
    assert_eq!(told.file, SYNONYMS);
    text.lines().nth(told.line - 1).unwrap_or_default().to_owned()
}

#[test]
fn a_word_that_breaks_its_rule_is_told_with_its_line() {
    // B28
    for (from, to, says, line) in [
        ("\"hip\": \"hip", "\"hip\": \"Hüfte", "\"Hüfte\" may hold only", "Hüfte"),
        ("nape", "neck", "neck is there twice", "cervical"),
        ("\"hip\":", "\"hips\":", "hip has no words", "areas"),
        ("\"hip\":", "\"hips\":", "unknown word of areas", "hips"),
        ("\"doorway\": \"doorway door frame\"", "\"doorway\": \"\"", "may hold only", "doorway"),
        ("[\"FR12\"]", "[\"FR99\"]", "FR99 is not in data/numbers.json", "FR99"),
        ("[\"FR12\"]", "[]", "names no exercise", "tibialis"),
        ("\"filler\": \"a ", "\"filler\": \"a neck ", "neck stands for something too", "filler"),
        ("sciatica", "buttock", "buttock stands for something too", "conditions"),
        ("\"filler\"", "\"fillers\"", "unknown field `fillers`", "fillers"),
    ] {
        let found = told(from, to, says);
        assert!(found.contains(line), "{says} points at: {found}");
    }
}

#[test]
fn a_missing_file_of_words_is_told_by_its_name() {
    let files: Vec<File> = real().into_iter().filter(|it| it.path != SYNONYMS).collect();
    let problems = read(&files).unwrap_err();
    assert_eq!(problems[0].to_string(), "data/text/en/synonyms.json:1: file is missing");
}

#[test]
fn every_muscle_that_the_evidence_names_is_found_under_its_own_name() {
    // Numbers and facts carry over: the reference's targets, read without our words
    let names = [
        "trapezius",
        "rhomboid",
        "latissimus",
        "levator",
        "piriformis",
        "hamstring",
        "adductor",
        "gastrocnemius",
        "soleus",
        "tibialis",
        "pectoral",
        "plantar",
        "suboccipital",
        "masseter",
        "temporalis",
        "infraspinatus",
        "scalene",
        "quadriceps",
        "glute",
        "iliopsoas",
    ];
    let reference: serde_json::Value = serde_json::from_str(REFERENCE).unwrap();
    let file = real().into_iter().find(|it| it.path == SYNONYMS).unwrap();
    let known: serde_json::Value = serde_json::from_str(&file.text).unwrap();
    let mut checked = 0;
    for exercise in reference["exercises"].as_array().unwrap() {
        let target = exercise["target"].as_str().unwrap();
        for name in names.iter().filter(|name| target.contains(**name)) {
            let groups = known["muscles"].as_object().unwrap().iter();
            let mut fitting = groups.filter(|(words, _)| {
                words
                    .split(' ')
                    .any(|word| word.starts_with(name) || name.strip_suffix('s') == Some(word))
            });
            let has = fitting.any(|(_, codes)| codes.as_array().unwrap().contains(&exercise["id"]));
            assert!(has, "{} is not found under {name} ({target})", exercise["id"]);
            checked += 1;
        }
    }
    assert!(checked > 30, "{checked} muscles");
}

#[test]
fn rust_is_written_for_every_group_and_every_limit() {
    let files = real();
    let library = files::parse(&files).unwrap();
    let words = read(&files).unwrap();
    let rust = emit_synonyms::emit(&library, &words);
    assert!(rust.contains(&format!("static GROUPS: [Group; {}]", words.groups.len())));
    assert!(rust.contains("means: Means::Area(Area::Hip)"));
    let limits = emit_longest::emit(&library);
    assert!(limits.contains("(25, 90)"), "BL05 stops at 90 s: {limits}");
}
