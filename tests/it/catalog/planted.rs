//! The build's own checks, run on the real data with one fault planted at a time.

use std::path::Path;

use unknot::domain;

mod articles;
mod cards;
mod health;
mod looked_up;

#[path = "../../../build/care.rs"]
mod care;
#[path = "../../../build/check.rs"]
mod check;
#[path = "../../../build/conditions.rs"]
mod conditions;
#[path = "../../../build/emit.rs"]
mod emit;
#[path = "../../../build/emit_conditions.rs"]
mod emit_conditions;
#[path = "../../../build/emit_longest.rs"]
mod emit_longest;
#[path = "../../../build/emit_synonyms.rs"]
mod emit_synonyms;
#[path = "../../../build/files.rs"]
pub(crate) mod files;
#[path = "../../../build/learn.rs"]
mod learn;
#[path = "../../../build/limits.rs"]
mod limits;
#[path = "../../../build/records.rs"]
mod records;
#[path = "../../../build/report.rs"]
mod report;
#[path = "../../../build/synonyms.rs"]
mod synonyms;
#[path = "../../../build/words.rs"]
mod words;

use files::{File, Problem};

const HIP: &str = "data/exercises/hip.json";
const NECK: &str = "data/exercises/neck.json";
const LOW_BACK: &str = "data/exercises/lower-back.json";
const HIP_ROUTINES: &str = "data/routines/hip.json";
const HIP_TEXT: &str = "data/text/en/exercises/hip.json";
const ROUTINE_TEXT: &str = "data/text/en/routines.json";

/// One fault: in `file`, the first `from` becomes `to`; a problem then says `says` at a line that holds
/// `line`.
struct Plant {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static str,
    line: &'static str,
}

const fn plant(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    says: &'static str,
    line: &'static str,
) -> Plant {
    Plant { file, from, to, says, line }
}

const SOURCES_AND_WORDS: &[Plant] = &[
    plant(HIP, r#"["S11", "S12"]"#, "[]", "BL04: has no source", "\"sources\": []"),
    plant(HIP, r#""S11""#, r#""S99""#, "source S99 is not in", "S99"),
    plant(HIP_ROUTINES, r#"["E"]"#, r#"["S98"]"#, "source S98 is not in", "S98"),
    plant(HIP, "hip_replace", "hip_replaced", "unknown skip tag \"hip_replaced\"", "hip_replaced"),
    plant(HIP, "\"hip_replace\"", "\"anticoag\"", "anticoag is there twice", "anticoag"),
    plant(HIP, "\"each\"", "\"both\"", "unknown sides \"both\"", "both"),
    plant(HIP, "\"wall\"", "\"sofa\"", "unknown position \"sofa\"", "sofa"),
    plant(HIP, "\"ball\"", "\"bat\"", "unknown tool \"bat\"", "\"bat\""),
    plant(HIP, "\"ball-wall\"", "\"ball-sky\"", "unknown technique \"ball-sky\"", "ball-sky"),
    plant(HIP, "\"hip\"", "\"bottom\"", "unknown area \"bottom\"", "bottom"),
    plant(HIP_ROUTINES, "\"ease\"", "\"win\"", "unknown goal \"win\"", "win"),
    plant(HIP, "\"easier\"", "\"easyer\"", "unknown field `easyer`", "easyer"),
];

const IDENTITY: &[Plant] = &[
    plant(
        HIP,
        "ball-deep-buttock",
        "ball-side-of-hip",
        "slug ball-side-of-hip is there twice",
        "side-of",
    ),
    plant(HIP, "ball-deep-buttock", "Ball!", "\"Ball!\" may hold only", "Ball!"),
    plant(HIP, "\"number\": 25", "\"number\": 24", "24 is not its permanent number 25", "24"),
    plant(HIP, "\"number\": 25", "\"number\": 24", "BL05: number 24 is there twice", "24"),
    plant(
        HIP,
        "\"code\": \"BL04\"",
        "\"code\": \"BL99\"",
        "BL99: is not in data/numbers.json",
        "BL99",
    ),
    plant(
        HIP_ROUTINES,
        "\"number\": 52",
        "\"number\": 53",
        "53 is not its permanent number 52",
        "53",
    ),
];

const DOSES: &[Plant] = &[
    plant(HIP, "\"seconds\": 60", "\"seconds\": 121", "121 s is above its cap of 120 s", "121"),
    plant(NECK, "\"seconds\": 60", "\"seconds\": 181", "181 s is above its cap of 180 s", "181"),
    plant(
        HIP,
        "_seconds\": 120",
        "_seconds\": 240",
        "240 s is above the 180 s of its technique",
        "240",
    ),
    plant(HIP, "\"seconds\": 60", "\"seconds\": 4", "4 is outside 5 to 600", "\"seconds\": 4"),
    plant(HIP, "cap\": 5", "cap\": 6", "6 is outside 0 to 5", "cap\": 6"),
    plant(HIP, "cap\": 4", "cap\": 5", "HN15: 5 is above the 4 of its technique", "cap\": 5"),
    plant(HIP, "cap\": 5", "cap\": null", "BL04: is missing; 5 at most", "cap\": null"),
    plant(
        HIP_ROUTINES,
        "BL05\", \"seconds\": 45",
        "BL05\", \"seconds\": 91",
        "91 s is above the 90 s of BL05",
        "91",
    ),
    plant(HIP_ROUTINES, "\"minutes\": 10", "\"minutes\": 31", "31 is outside 5 to 30", "31"),
    plant(
        HIP_ROUTINES,
        "aftercare_seconds\": 15",
        "aftercare_seconds\": 601",
        "is above 600 s",
        "601",
    ),
];

const SAFETY: &[Plant] = &[
    plant(HIP, "false", "true", "PIR-10: BL04 waits for sign-off", "BL04"),
    plant(LOW_BACK, "hands-firm", "roller-light", "no roller on the lower back", "roller-light"),
    plant(LOW_BACK, "\"floor_no\", ", "", "needs the tag floor_no", "skip"),
    plant(LOW_BACK, "high\", \"preg_t23\",", "high\",", "needs the tag preg_t23", "skip"),
    plant(LOW_BACK, "\"knee_bad\", ", "", "needs the tag knee_bad", "skip"),
];

const LINKS: &[Plant] = &[
    plant(HIP, "\"ST06\"", "\"ST99\"", "BL05: ST99 is not in the library", "ST99"),
    plant(HIP, "\"easier\": \"same\"", "\"easier\": \"BL04\"", "in a circle at BL04", "easier"),
    plant(HIP_ROUTINES, "\"BL04\"", "\"ZZ01\"", "ZZ01 is not in the library", "ZZ01"),
    plant(HIP_TEXT, "\"BL05\"", "\"BL95\"", "BL05: has no text in", "BL05"),
    plant(HIP_TEXT, "\"BL05\"", "\"BL95\"", "BL95: text of an exercise that is not", "BL95"),
    plant(ROUTINE_TEXT, "\"PIR-10\"", "\"PIR-11\"", "PIR-10: has no text in", "PIR-10"),
];

const TEXTS: &[Plant] = &[
    plant(HIP_TEXT, "\"cues\": [", "\"cues\": [], \"old\": [", "unknown field `old`", "old"),
    plant(HIP_TEXT, "\"cues\": [", "\"cues\": [\"A.\", \"B.\",", "BL04: 6 cues; 3 to 5", "BL04"),
    plant(HIP_TEXT, "\"Stop if", "\"Wait if", "the first caution must say when to stop", "BL04"),
    plant(HIP_TEXT, "\"feel\": \"", "\"feel\": \" \", \"x\": \"", "unknown field `x`", "\"x\""),
    plant(ROUTINE_TEXT, "\"about\"", "\"abaut\"", "unknown field `abaut`", "abaut"),
];

/// Upper limits of clinical-evidence 1.3, by muscle: seconds a side and the rows of the muscle.
const LONGEST: &[(u16, &[&str])] = &[
    (120, &["FR01", "FR13", "FR04", "BL04", "FR06", "FR16", "FR07", "BL11", "FR08", "FR15"]),
    (90, &["FR03", "FR05", "BL05"]),
    (60, &["FR09", "BL12", "FR10", "FR11", "FR12"]),
];

fn real() -> Vec<File> {
    files::read(Path::new("data")).unwrap_or_else(|error| panic!("data: {error}"))
}

fn problems(files: &[File]) -> Vec<Problem> {
    match files::parse(files) {
        Ok(library) => check::check(&library),
        Err(problems) => problems,
    }
}

fn replaced(files: &[File], plant: &Plant) -> Vec<File> {
    let mut files = files.to_vec();
    let file = files.iter_mut().find(|it| it.path == plant.file);
    let file = file.unwrap_or_else(|| panic!("no {}", plant.file));
    assert!(file.text.contains(plant.from), "{} is not in {}", plant.from, plant.file);
    file.text = file.text.replacen(plant.from, plant.to, 1);
    files
}

fn assert_found(plants: &[Plant]) {
    let real = real();
    for plant in plants {
        let files = replaced(&real, plant);
        let problems = problems(&files);
        let told = problems.iter().find(|it| it.message.contains(plant.says));
        let Some(told) = told else {
            panic!("{} for {} was not said: {problems:?}", plant.says, plant.to);
        };
        let file = files.iter().find(|it| it.path == told.file);
        let line = file.and_then(|it| it.text.lines().nth(told.line - 1)).unwrap_or_default();
        assert!(line.contains(plant.line), "{told} points at: {line}");
    }
}

#[test]
fn the_real_data_has_no_problem() {
    assert_eq!(problems(&real()), []);
}

#[test]
fn a_missing_source_or_an_unknown_word_is_told_with_its_line() {
    // B1, B6, B7
    assert_found(SOURCES_AND_WORDS);
}

#[test]
fn a_number_or_slug_that_is_taken_or_not_its_own_is_told_with_its_line() {
    // B2
    assert_found(IDENTITY);
}

#[test]
fn a_dose_above_its_cap_is_told_with_its_line() {
    // B3, B4, B10
    assert_found(DOSES);
}

#[test]
fn a_muscle_is_worked_no_longer_than_the_evidence_table_says() {
    // B3
    let files = real();
    let library = files::parse(&files).unwrap();
    let all = check::exercises(&library);
    for (most, codes) in LONGEST {
        for code in *codes {
            let (_, _, it) = all.iter().find(|(_, _, it)| it.code == *code).unwrap();
            assert_eq!(it.max_seconds, Some(*most), "{code}");
        }
    }
}

#[test]
fn an_unsigned_row_a_rolled_lower_back_and_a_missing_floor_tag_are_told_with_their_line() {
    // B5, B6, B9
    assert_found(SAFETY);
}

#[test]
fn an_easier_way_or_text_that_leads_nowhere_or_round_is_told_with_its_line() {
    // B8, B11
    assert_found(LINKS);
}

#[test]
fn a_text_with_too_many_cues_or_no_stop_words_is_told_with_its_line() {
    // B12
    assert_found(TEXTS);
}

#[test]
fn an_empty_text_is_told() {
    // B11
    let mut files = real();
    let file = files.iter_mut().find(|it| it.path == HIP_TEXT).unwrap();
    let from = file.text.find("\"feel\": \"").unwrap() + 9;
    let to = from + file.text[from..].find('"').unwrap();
    file.text.replace_range(from..to, " ");
    assert!(problems(&files).iter().any(|it| it.message == "BL04: a text is empty"));
}

#[test]
fn a_file_that_is_gone_is_told_by_its_name() {
    let files: Vec<File> = real().into_iter().filter(|it| it.path != "data/numbers.json").collect();
    let problems = problems(&files);
    assert!(problems.iter().any(|it| it.to_string() == "data/numbers.json:1: file is missing"));
}

#[test]
fn rust_and_words_are_written_for_every_row() {
    let files = real();
    let library = files::parse(&files).unwrap();
    let (exercises, routines) =
        (unknot::catalog::exercises().len(), unknot::catalog::routines().len());
    let rust = emit::emit(&library, "0123456789abcdef");
    assert!(rust.contains(&format!("static EXERCISES: [Exercise; {exercises}]")));
    assert!(rust.contains(&format!("static EXERCISE_NAMES: [(u16, &str); {exercises}]")));
    assert!(rust.contains(&format!("static ROUTINES: [Routine; {routines}]")));
    assert!(rust.contains(&format!("static ROUTINE_TEXTS: [(u16, RoutineText); {routines}]")));
    assert!(rust.contains("WORDS_ID: &str = \"0123456789abcdef\""));

    let (id, text) = words::words(&library, &conditions::parse(&files).unwrap());
    assert!(text.starts_with(&format!("unknot words 1 {id}\n")) && text.ends_with("\nend\n"));
    let lines = |kind: &str| text.lines().filter(|line| line.starts_with(kind)).count();
    assert_eq!(lines("exercise\t"), exercises);
    assert_eq!(lines("routine\t"), routines);
}
