//! Faults planted in the condition files, each told with its file and line.

use super::files::{self, File, Problem};
use super::{Plant, conditions, emit_conditions, plant, real, replaced};

const ROWS: &str = "data/conditions.json";
const TEXT: &str = "data/text/en/conditions.json";

const PLANTS: &[Plant] = &[
    plant(ROWS, r#"["S27", "E"]"#, "[]", "blood-thinners: has no source", "\"sources\": []"),
    plant(ROWS, r#""S27""#, r#""S99""#, "source S99 is not in", "S99"),
    plant(ROWS, "\"anticoag\"", "\"antikoag\"", "unknown skip tag \"antikoag\"", "antikoag"),
    plant(ROWS, "\"pause\"", "\"wait\"", "unknown act \"wait\"", "wait"),
    plant(ROWS, "\"blood\"", "\"blut\"", "unknown card \"blut\"", "blut"),
    plant(ROWS, "\"DISC\"", "\"DISK\"", "unknown table \"DISK\"", "DISK"),
    plant(ROWS, "\"massage\"", "\"press\"", "unknown scope \"press\"", "press"),
    plant(ROWS, "\"lump\"", "\"bump\"", "unknown trouble \"bump\"", "bump"),
    plant(ROWS, "\"thigh\"", "\"leg\"", "unknown area \"leg\"", "leg"),
    plant(ROWS, "\"tags\"", "\"tagz\"", "unknown field `tagz`", "tagz"),
    plant(ROWS, "\"id\": \"clot\"", "\"id\": \"heart\"", "heart: is there twice", "heart"),
    plant(ROWS, "\"id\": \"clot\"", "\"id\": \"Clot\"", "may hold only a to z", "Clot"),
    plant(ROWS, "\"number\": 10,", "\"number\": 9,", "number 9 is taken", "\"number\": 9"),
    plant(ROWS, "\"number\": 10,", "\"number\": 0,", "number 0 is taken or 0", "\"number\": 0"),
    plant(
        ROWS,
        "\"after\": \"disc\"",
        "\"after\": \"kidney\"",
        "kidney does not stand before",
        "kidney",
    ),
    plant(
        ROWS,
        "\"after\": \"disc\"",
        "\"after\": \"hot-vein\"",
        "hot-vein is itself asked after another",
        "hot-vein",
    ),
    plant(ROWS, "\"after\": \"disc\"", "\"after\": \"clot\"", "clot is on another card", "clot"),
    plant(ROWS, "[\"pause\"]", "[]", "fever-now: does nothing", "\"acts\": []"),
    plant(
        ROWS,
        "[\"info\", \"pause\"]",
        "[\"pause\", \"info\"]",
        "acts stand mildest first",
        "[\"pause\", \"info\"]",
    ),
    plant(
        ROWS,
        "\"is_illness\": true",
        "\"is_illness\": true, \"lasts_days\": 3",
        "duplicate field",
        "lasts_days",
    ),
    plant(ROWS, "\"lasts_days\": 365", "\"lasts_days\": 366", "366 is outside 1 to 365", "366"),
    plant(
        ROWS,
        "\"lasts_days\": 1,",
        "\"lasts_days\": 0,",
        "0 is outside 1 to 365",
        "\"lasts_days\": 0",
    ),
    plant(
        ROWS,
        "[\"remove\", \"clear\"],\n      \"keeps_breathing\": true,\n      \"tags\": [\"dvt_hist\"]",
        "[\"remove\", \"clear\"],\n      \"tags\": [\"dvt_hist\"]",
        "clot: breathing stays open under clear",
        "clear",
    ),
    plant(
        ROWS,
        "\"acts\": [\"block\"]",
        "\"keeps_breathing\": true, \"acts\": [\"block\"]",
        "only a lock that may keep breathing open",
        "keeps_breathing",
    ),
    plant(
        ROWS,
        "\"acts\": [\"block\"]",
        "\"acts\": [\"remove\", \"block\"]",
        "remove stands exactly where",
        "remove",
    ),
    plant(ROWS, "\"scope\": \"massage\",\n      ", "", "areas and scope go together", "areas"),
    plant(ROWS, "\"week\": 16", "\"week\": 43", "needs a first week, a later last one", "43"),
    plant(
        ROWS,
        "[\"ra_neck\", \"neck_vasc\"]",
        "[\"ra_neck\", \"ra_neck\"]",
        "ra_neck is there twice",
        "ra_neck",
    ),
    plant(
        ROWS,
        "\"ends_days\": 3",
        "\"ends_days\": 0",
        "ends before it begins",
        "\"ends_days\": 0",
    ),
    plant(ROWS, "\"id\": \"lump\"", "\"id\": \"hot\"", "lump: has no row", ""),
    plant(ROWS, "\"id\": \"lump\"", "\"id\": \"hot\"", "hot: is there twice", "hot"),
    plant(TEXT, "\"clot\": {", "\"klot\": {", "clot: has no text in", "clot"),
    plant(TEXT, "\"clot\": {", "\"klot\": {", "klot: text of a condition that is not", "klot"),
    plant(TEXT, "\"lump\": {", "\"bump\": {", "bump: text of a trouble that is not", "bump"),
    plant(TEXT, "\"lump\": {", "\"bump\": {", "lump: has no text in", "lump"),
    plant(TEXT, "\"You told us", "\"We know", "must say what the person told us", "fever-now"),
    plant(TEXT, "\"advice\"", "\"advise\"", "unknown field `advise`", "advise"),
    plant(TEXT, "\"Getting into place\"", "\" \"", "the card has no title", "moving"),
];

fn problems(files: &[File]) -> Vec<Problem> {
    let library = files::parse(files).unwrap_or_else(|problems| panic!("{problems:?}"));
    match conditions::parse(files) {
        Ok(all) => conditions::check(&all, &library.sources.1),
        Err(problems) => problems,
    }
}

#[test]
fn the_real_conditions_have_no_problem() {
    assert_eq!(problems(&real()), []);
}

#[test]
fn a_fault_in_a_condition_or_its_words_is_told_with_its_line() {
    // B27
    let real = real();
    for plant in PLANTS {
        let files = replaced(&real, plant);
        let problems = problems(&files);
        let told = problems.iter().find(|it| it.message.contains(plant.says));
        let Some(told) = told else { panic!("{} was not said: {problems:?}", plant.says) };
        let file = files.iter().find(|it| it.path == told.file);
        let line = file.and_then(|it| it.text.lines().nth(told.line - 1)).unwrap_or_default();
        assert!(line.contains(plant.line), "{told} points at: {line}");
    }
}

#[test]
fn a_text_that_is_empty_and_a_file_that_is_gone_are_told() {
    // B27
    let mut files = real();
    let file = files.iter_mut().find(|it| it.path == TEXT).unwrap();
    file.text = file.text.replace("\"Rest today. Come back when you feel well.\"", "\" \"");
    assert!(problems(&files).iter().any(|it| it.message == "fever-now: a text is empty"));
    let files: Vec<File> = real().into_iter().filter(|it| it.path != ROWS).collect();
    let told = problems(&files).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(told, ["data/conditions.json:1: file is missing"]);
}

#[test]
fn rust_is_written_for_every_condition_and_trouble() {
    let files = real();
    let library = files::parse(&files).unwrap();
    let all = conditions::parse(&files).unwrap();
    let rust = emit_conditions::emit(&all);
    assert!(rust.contains("static CONDITIONS: [Condition; 50]"));
    assert!(rust.contains("static TROUBLES: [TroubleRule; 12]"));
    let (_, words) = super::words::words(&library, &all);
    let lines = |kind: &str| words.lines().filter(|line| line.starts_with(kind)).count();
    assert_eq!((lines("condition\t"), lines("trouble\t")), (50, 12));
}
