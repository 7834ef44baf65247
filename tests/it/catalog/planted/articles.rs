//! Faults planted in the articles of Learn.

use super::{Plant, assert_found, plant, problems, real};

const LEARN: &str = "data/learn.json";
const STROKES: &str = "data/text/en/learn/light-strokes.json";
const HEAT: &str = "data/text/en/learn/heat-and-cold.json";

const ARTICLES: &[Plant] = &[
    plant(LEARN, "\"HN01\"", "\"ZZ01\"", "light-strokes: ZZ01 is not in the library", "ZZ01"),
    plant(LEARN, "\"HN06\"", "\"HN01\"", "light-strokes: HN01 is named twice", "HN01"),
    plant(LEARN, "\"BL11\"", "\"BL03\"", "deep-pressure: BL03 waits for sign-off", "BL03"),
    plant(
        LEARN,
        "\"tender-spots\"",
        "\"slow-holds\"",
        "slug slow-holds is there twice",
        "slow-holds",
    ),
    plant(LEARN, "\"tender-spots\"", "\"Spots!\"", "\"Spots!\" may hold only", "Spots!"),
    plant(LEARN, "\"guide\"", "\"story\"", "unknown variant `story`", "story"),
    plant(
        LEARN,
        "\"care\"",
        "\"technique\"",
        "heat-and-cold: a technique needs an exercise",
        "heat",
    ),
    plant(LEARN, "\"exercises\"", "\"exercizes\"", "unknown field `exercizes`", "exercizes"),
    plant(LEARN, "heat-and-cold", "heat", "heat: has no text in", "heat"),
    plant(LEARN, "heat-and-cold", "heat", "heat-and-cold: text of an article that is not in", ""),
];

const WORDS: &[Plant] = &[
    plant(STROKES, "\"S19\"", "\"S99\"", "source S99 is not in data/sources.json", "S99"),
    plant(STROKES, "[\"S19\", \"E\"]", "[]", "light-strokes: has no source", "\"sources\": []"),
    plant(STROKES, "\"summary\"", "\"sumary\"", "unknown field `sumary`", "sumary"),
    plant(STROKES, "\"What it is\"", "\" \"", "light-strokes: a text is empty", "\" \""),
    plant(STROKES, "\"Press lightly: 2 to 3 out of 10.\"", "\" \"", "a text is empty", "\" \""),
    plant(
        STROKES,
        "\"blocks\": [",
        "\"blocks\": [{ \"sources\": [\"E\"] },",
        "a block is either a text or a list",
        "Before you start",
    ),
    plant(
        STROKES,
        "\"text\": \"Keep off",
        "\"list\": [\"One.\"], \"text\": \"Keep off",
        "a block is either a text or a list",
        "Keep off",
    ),
    plant(STROKES, "\"blocks\": [", "\"blocks\": [], \"old\": [", "unknown field `old`", "\"old\""),
];

#[test]
fn an_article_that_names_what_is_not_there_is_told_with_its_line() {
    // B19, B21
    assert_found(ARTICLES);
}

#[test]
fn an_article_without_a_source_or_with_an_empty_text_is_told_with_its_line() {
    // B19, B20
    assert_found(WORDS);
}

#[test]
fn an_empty_section_and_an_empty_list_are_told() {
    // B19
    let empty = r#"{ "title": "T", "summary": "S", "sections": [
        { "heading": "Nothing", "blocks": [] },
        { "heading": "List", "blocks": [{ "list": [], "sources": ["E"] }] }
    ] }"#;
    let mut files = real();
    files.iter_mut().find(|it| it.path == HEAT).unwrap().text = empty.to_owned();
    let told: Vec<String> = problems(&files).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            format!("{HEAT}:2: heat-and-cold: a section has no block"),
            format!("{HEAT}:3: heat-and-cold: a list is empty"),
        ]
    );
    let hollow = r#"{ "title": " ", "summary": "S", "sections": [] }"#;
    files.iter_mut().find(|it| it.path == HEAT).unwrap().text = hollow.to_owned();
    let told: Vec<String> = problems(&files).into_iter().map(|it| it.message).collect();
    assert_eq!(told, ["heat-and-cold: a text is empty", "heat-and-cold: has no section"]);
}
