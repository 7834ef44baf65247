//! What the builder keeps for the next routine (D30).

use proptest::prelude::*;
use unknot::codec::record::{Making, Record};
use unknot::domain::shared::{Line, Maker};

use super::round_trips;

const MAKING: &str = include_str!("../../fixtures/records/making-v1.json");

fn golden() -> Making {
    Making {
        maker: Maker {
            name: Line::clean("Ana Pérez"),
            profession: Line::clean("Physiotherapist"),
            contact: Line::clean("ana@example.org"),
        },
        last: Some("k7".to_owned()),
    }
}

#[test]
fn the_shipped_record_is_read_and_written_the_same() {
    let decoded = Making::decode(MAKING).unwrap();
    assert_eq!((decoded.value, decoded.problems), (golden(), 0));
    assert_eq!(golden().encode(), MAKING.trim_end());
}

#[test]
fn a_text_that_could_not_be_typed_is_cleaned_and_what_is_missing_is_empty() {
    let text = MAKING
        .replace("Ana Pérez", "Ana\\u202e Pérez")
        .replace("\"contact\":\"ana@example.org\"", "\"contact\":7")
        .replace("\"k7\"", "\"../k7\"");
    let decoded = Making::decode(&text).unwrap();
    let mut expected = golden();
    expected.maker.contact = Line::default();
    expected.last = None;
    assert_eq!((decoded.value, decoded.problems), (expected, 3));
    let empty = Making::decode(r#"{"v":1}"#).unwrap();
    assert_eq!((empty.value, empty.problems), (Making::default(), 4));
}

proptest! {
    #[test]
    fn any_maker_is_read_back_the_same(
        texts in ["\\PC{0,90}", "\\PC{0,90}", "\\PC{0,90}"],
        last in prop::option::of("[a-z0-9-]{1,64}"),
    ) {
        let [name, profession, contact] = texts.map(|it| Line::clean(&it));
        round_trips(&Making { maker: Maker { name, profession, contact }, last });
    }
}
