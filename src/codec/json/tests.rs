//! Compared with `serde_json` as the judge of what JSON is.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn to_serde(json: &Json) -> Value {
    match json {
        Json::Null | Json::OtherNumber => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Whole(number) => Value::from(*number),
        Json::Text(text) => Value::from(text.as_str()),
        Json::List(items) => items.iter().map(to_serde).collect(),
        Json::Object(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), to_serde(value))).collect()
        }
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Whole),
        any::<String>().prop_map(Json::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            prop::collection::vec((any::<String>(), inner), 0..6).prop_map(Json::Object),
        ]
    })
}

/// Text that is nearly JSON, so that the grammar's edges are met.
fn json_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d83d", "\\ude00", "0", "-", "1", ".5",
        "e9", "E+", "true", "false", "null", "a", " ", "\t", "\n", "\u{b}", "é", "\"k\":", "\"\"",
    ]);
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(json in any_json()) {
        prop_assert_eq!(read(&write(&json)), Ok(json));
    }

    #[test]
    fn what_is_written_means_the_same_to_serde_json(json in any_json()) {
        let theirs: Value = serde_json::from_str(&write(&json)).unwrap();
        prop_assert_eq!(theirs, to_serde(&json));
    }

    #[test]
    fn a_text_is_json_exactly_when_serde_json_says_so(text in json_like()) {
        let theirs = serde_json::from_str::<Value>(&text);
        // Huge exponents are an error there only because the number has no room.
        let no_room = theirs.as_ref().is_err_and(|it| it.to_string().contains("out of range"));
        prop_assert_eq!(read(&text).is_ok() || no_room, theirs.is_ok() || no_room, "{}", text);
    }

    #[test]
    fn any_text_at_all_is_read_or_refused_without_a_panic(text in any::<String>()) {
        let judged = serde_json::from_str::<Value>(&text).is_ok();
        prop_assert_eq!(read(&text).is_ok(), judged);
    }
}

#[test]
fn numbers_that_are_not_whole_or_do_not_fit_are_told_apart() {
    for text in ["1.5", "1e3", "-0.0", "9223372036854775808", "1E+400", "2e-3"] {
        assert_eq!(read(text), Ok(Json::OtherNumber), "{text}");
    }
    assert_eq!(read("-9223372036854775808"), Ok(Json::Whole(i64::MIN)));
}

#[test]
fn numbers_against_the_grammar_are_refused() {
    for text in ["01", "+1", "1.", ".5", "-", "1e", "1e+-2", "1e-+2", "0x10", "NaN"] {
        assert!(read(text).is_err(), "{text}");
    }
}

#[test]
fn escapes_and_surrogate_pairs_become_characters_and_halves_are_refused() {
    let text = r#""\u0041\n\/\ud83d\ude00""#;
    assert_eq!(read(text), Ok(Json::Text("A\n/😀".to_owned())));
    let short = r#""\b\f\n\r\t\"\\""#;
    assert_eq!(read(short), Ok(Json::Text("\u{8}\u{c}\n\r\t\"\\".to_owned())));
    for half in [r#""\ud83d""#, r#""\ude00""#, r#""\ud83dx""#, r#""\ud83d\u0041""#] {
        assert!(read(half).is_err(), "{half}");
    }
}

#[test]
fn a_bare_control_character_inside_a_string_is_refused() {
    for text in ["\"a\nb\"", "\"\u{0}\"", "\"\u{1f}\""] {
        assert!(read(text).is_err(), "{text:?}");
    }
    assert_eq!(read("\"\u{7f}\""), Ok(Json::Text("\u{7f}".to_owned())));
}

#[test]
fn every_control_character_is_written_as_its_number_and_read_back() {
    for code in 0..0x20_u8 {
        let json = Json::Text(char::from(code).to_string());
        assert_eq!(write(&json), format!("\"\\u{code:04x}\""));
        assert_eq!(read(&write(&json)), Ok(json));
    }
}

#[test]
fn nesting_is_read_to_its_limit_and_refused_one_deeper() {
    // D3
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert!(read(&nested(usize::from(MAX_DEPTH))).is_ok(), "{open}");
        assert_eq!(read(&nested(usize::from(MAX_DEPTH) + 1)), Err(ReadError::TooDeep), "{open}");
    }
    assert_eq!(read(&"[".repeat(60_000)), Err(ReadError::TooDeep));
}

#[test]
fn of_a_key_given_twice_the_last_counts() {
    let object = read(r#"{"a":1,"a":2}"#).unwrap();
    let problems = Problems::default();
    assert_eq!(Fields::of(&object, &problems).unwrap().whole("a"), Some(2));
}
