//! What holds for every reply, and for every text that is taken for one.

use proptest::prelude::*;
use unknot::codec::link::{LinkError, MAX_CHARS};
use unknot::codec::report::{
    Letter, MARK, MAX_SEALED_BYTES, SEAL_BYTES, Sealed, decode, encode, encode_sealed, find,
    from_bytes, to_bytes,
};
use unknot::domain::outcome::{Journal, What};
use unknot::domain::report::{MAX_DAYS, MAX_ROUTINES, Report, report};
use unknot::domain::shared::{Line, Note, ReplyKey};

use super::made::{LAST, any_report, entry, session, six_weeks_report};

fn sealed() -> impl Strategy<Value = Sealed> {
    (any::<[u8; 32]>(), prop::collection::vec(any::<u8>(), SEAL_BYTES..1200)).prop_map(
        |(half, bytes)| {
            let mut both = [0; ReplyKey::BYTES];
            both[..32].copy_from_slice(&half);
            both[32..].copy_from_slice(&half);
            Sealed { once: ReplyKey(both), bytes }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Fault: H5
    #[test]
    fn what_was_written_is_read_back_the_same(report in any_report()) {
        // A1
        prop_assert_eq!(from_bytes(&to_bytes(&report)), Ok(report.clone()));
        match encode(&report) {
            Ok(link) => {
                prop_assert!(link.len() <= MAX_CHARS);
                prop_assert!(link.ends_with(|it: char| it.is_ascii_alphanumeric()));
                let letter = Letter::Open(Box::new(report));
                prop_assert_eq!(decode(&link), Ok(letter.clone()));
                let message = ["see https://example.org/", MARK, &link, ". Bye"].concat();
                prop_assert_eq!(find(&message), Ok(letter));
            }
            Err(error) => assert!(matches!(error, LinkError::TooLong { .. })),
        }
    }

    #[test]
    fn a_seal_is_read_back_the_same(sealed in sealed()) {
        // A1
        let link = encode_sealed(&sealed).unwrap();
        prop_assert_eq!(decode(&link), Ok(Letter::Sealed(sealed)));
    }

    #[test]
    fn no_bytes_make_reading_panic_and_what_is_read_can_be_written(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        // A3: past the seal, where whatever stands in the bytes is read
        if let Ok(report) = from_bytes(&bytes) {
            drop(to_bytes(&report));
            drop(unknot::domain::report::summary(&report));
        }
    }

    /// Fault: H4
    #[test]
    fn no_bits_in_a_right_frame_make_reading_panic(
        sixes in prop::collection::vec(0..64_usize, 0..400),
    ) {
        // A3
        drop(decode(&crate::link::frame::close(&sixes)));
    }

    /// Fault: H4
    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), link in "[0-9A-Za-z_-]{0,300}") {
        // A3
        drop(decode(&text));
        drop(find(&[MARK, &text].concat()));
        drop(find(&[MARK, "1", &link].concat()));
    }

    /// Fault: H4
    #[test]
    fn no_changed_byte_past_the_seal_makes_reading_panic(
        at in any::<prop::sample::Index>(),
        to in any::<u8>(),
    ) {
        // A3
        let mut bytes = to_bytes(&six_weeks_report());
        let at = at.index(bytes.len());
        bytes[at] = to;
        if let Ok(report) = from_bytes(&bytes) {
            drop(unknot::domain::report::summary(&report));
        }
    }
}

#[test]
fn a_changed_or_cut_reply_is_refused_and_each_reason_is_told_apart() {
    // A2, A3
    let link = encode(&six_weeks_report()).unwrap();
    for at in (1..link.len()).step_by(7) {
        assert_eq!(decode(&link[..at]), Err(LinkError::Truncated), "{at}");
        let other = if &link[at..=at] == "x" { "y" } else { "x" };
        assert!(decode(&[&link[..at], other, &link[at + 1..]].concat()).is_err(), "{at}");
    }
    assert_eq!(decode(&["2", &link[1..]].concat()), Err(LinkError::Newer));
    assert_eq!(decode(""), Err(LinkError::Empty));
    assert_eq!(find("no reply here, #r=1 is another"), Err(LinkError::NotALink));
    assert_eq!(
        decode(&"1".repeat(MAX_CHARS + 1)),
        Err(LinkError::TooLong { chars: MAX_CHARS + 1 })
    );
    assert_eq!(find(&["#r=", &link].concat()), Err(LinkError::NotALink));
}

#[test]
fn a_seal_shorter_than_its_tag_is_damaged() {
    // A3
    let sealed = |count| Sealed { once: ReplyKey([7; 64]), bytes: vec![1; count] };
    let short = sealed(SEAL_BYTES - 1);
    assert_eq!(decode(&encode_sealed(&short).unwrap()), Err(LinkError::Damaged));
    let least = sealed(SEAL_BYTES);
    assert_eq!(decode(&encode_sealed(&least).unwrap()), Ok(Letter::Sealed(least)));
}

#[test]
fn more_bytes_than_a_link_can_seal_are_refused_by_their_count() {
    // A3
    assert_eq!(from_bytes(&[0; MAX_SEALED_BYTES]), Err(LinkError::Damaged));
    let refused = Err(LinkError::TooLong { chars: MAX_SEALED_BYTES + 1 });
    assert_eq!(from_bytes(&[0; MAX_SEALED_BYTES + 1]), refused);
}

#[test]
fn a_zero_byte_behind_a_report_is_damage() {
    // A3
    let with = |letters: usize, zeros: usize| {
        let mut report = Report::new(LAST, 1);
        report.note = Note::clean(&"x".repeat(letters));
        from_bytes(&[to_bytes(&report), vec![0; zeros]].concat())
    };
    for letters in 0..60 {
        assert!(with(letters, 0).is_ok(), "{letters}");
        for zeros in 1..=3 {
            assert_eq!(with(letters, zeros), Err(LinkError::Damaged), "{letters} and {zeros}");
        }
    }
}

#[test]
fn routines_past_the_most_that_are_named_come_back_without_a_name() {
    // A1
    let sessions = (LAST.days() - 300..).take(MAX_ROUTINES + 2).map(|day| {
        let mut it = session(day, 12, vec![]);
        it.routine = format!("r-{day}");
        it.name = Line::clean(&it.routine);
        entry(day, What::Session(it))
    });
    let made = report(&Journal::of(sessions.collect()), LAST, MAX_DAYS, &|_| true);
    let nameless = made.journal.sessions().filter(|it| it.1.name.is_empty());
    assert_eq!(nameless.count(), 2);
    assert_eq!(from_bytes(&to_bytes(&made)), Ok(made));
}
