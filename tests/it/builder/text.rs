//! Text of other people: K11.

use proptest::prelude::*;
use unknot::domain::shared::{Line, Note};

use crate::link::made::any_text;

/// Fault: D15, D16
#[test]
fn control_and_direction_characters_go_and_scripts_stay_whole() {
    let cases = [
        ("a\u{202e}b\u{202c}", "ab"),
        ("\u{2066}a\u{2069}", "a"),
        ("a\0b\u{7f}c\u{85}d", "abc d"),
        ("a\tb", "a b"),
        ("\u{feff}a\u{200b}b\u{ad}", "ab"),
        ("\u{e000}\u{e0041}a\u{fffc}", "a"),
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("👩\u{200d}👧", "👩\u{200d}👧"),
        ("a\u{200e}\u{200f}\u{61c}b", "a\u{200e}\u{200f}\u{61c}b"),
        ("  \n a b \r\n", "a b"),
        ("a\r\nb\rc\u{2028}d", "a b c d"),
        (
            "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}x\u{301}",
            "e\u{301}\u{301}\u{301}\u{301}x\u{301}",
        ),
        ("e\u{301}\u{301}\u{200b}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\u{301}\u{301}"),
    ];
    for (raw, expected) in cases {
        assert_eq!(Line::clean(raw).as_str(), expected, "{raw:?}");
    }
}

/// Fault: D17, H6
#[test]
fn a_line_has_eighty_characters_and_a_note_five_hundred_in_twelve_lines() {
    // K7
    assert_eq!(Line::clean(&"é".repeat(81)).as_str().chars().count(), 80);
    assert_eq!(Line::clean(&"é".repeat(80)).as_str().chars().count(), 80);
    assert_eq!(Note::clean(&"é".repeat(501)).as_str().chars().count(), 500);
    let note = Note::clean(&"a\n".repeat(20));
    assert_eq!(note.lines().count(), 12);
    assert_eq!(note.as_str(), ["a\n".repeat(11), "a ".repeat(9)].concat().trim_end());
    assert_eq!(Note::clean("a\r\nb\n\nc").as_str(), "a\nb\n\nc");
    assert!(Note::clean(" \u{200b}\n").is_empty() && Line::clean("\u{202e}").is_empty());
}

/// Fault: D17
#[test]
fn a_text_that_is_too_long_is_cut_between_signs_and_never_through_one() {
    // K11
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    let after = |length: usize, sign: &str| {
        Line::clean(&["x".repeat(length).as_str(), sign].concat())
            .as_str()
            .trim_start_matches('x')
            .to_owned()
    };
    for sign in [family, "👍\u{1f3fd}", "❤\u{fe0f}", "e\u{301}\u{302}", "🇫🇷", "👨🏽\u{200d}⚕\u{fe0f}"]
    {
        let chars = sign.chars().count();
        assert_eq!(after(80 - chars, sign), sign);
        for missing in 1..chars {
            assert_eq!(after(80 - chars + missing, sign), "", "{sign}, {missing} too many");
        }
    }
    // Flags stand in pairs; the second is left out, not the first.
    assert_eq!(after(77, "🇫🇷🇩🇪"), "🇫🇷");
    assert_eq!(after(78, "🇫🇷🇩🇪"), "🇫🇷");
    // A thousand families are shown as many as there is room for: eleven of seven characters.
    assert_eq!(Line::clean(&family.repeat(1000)).as_str(), family.repeat(11));
    // What is joined without end is no sign, and not all of it goes.
    assert_eq!(Line::clean(&"👨\u{200d}".repeat(200)).as_str().chars().count(), 64);
}

#[test]
fn a_note_is_cut_after_a_word_and_between_letters() {
    // G11
    let short = |text: &str, most| Note::clean(text).short(most);
    assert_eq!(short("Heel down", 120), "Heel down");
    assert_eq!(short("Heel down\nand breathe", 120), "Heel down and breathe");
    assert_eq!(short("Heel down and breathe", 12), "Heel down…");
    assert_eq!(short("Heeldownandbreathe", 4), "Heel…");
    // After a word that is more than half of what there is room for; else too little would be left of it.
    assert_eq!(short("Heel downwards", 7), "Heel…");
    assert_eq!(short("Heel downwards", 8), "Heel dow…");
    assert_eq!(short("ظهرك مستقيم", 6), "ظهرك…");
    assert_eq!(short("", 4), "");
}

proptest! {
    #[test]
    fn what_was_cleaned_once_stays_the_same(text in any_text()) {
        // K1
        let line = Line::clean(&text);
        prop_assert_eq!(&Line::clean(line.as_str()), &line);
        prop_assert!(!line.as_str().contains('\n'));
        let note = Note::clean(&text);
        prop_assert_eq!(&Note::clean(note.as_str()), &note);
        prop_assert!(note.as_str().chars().count() <= Note::MAX_CHARS);
        prop_assert!(note.lines().count() <= Note::MAX_LINES);
    }
}
