//! Replies of released versions: `tests/fixtures/replies/NAME.link` with all that is in it in `NAME.txt`.

use std::fs;
use std::path::{Path, PathBuf};

use unknot::codec::report::{Letter, decode, encode, encode_sealed, from_bytes};
use unknot::domain::report::Report;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/replies")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap().trim_end().to_owned()
}

/// All that is in a report, a line each.
fn told(report: &Report) -> String {
    let mut lines = vec![
        format!("who {:?}", report.who.as_str()),
        format!("note {:?}", report.note.as_str()),
        format!("last {} days {}", report.last.days(), report.days),
    ];
    lines.extend(
        report.journal.entries().iter().map(|it| format!("{} {:?}", it.day.days(), it.what)),
    );
    lines.join("\n")
}

/// Fault: H7
#[test]
fn every_golden_reply_is_read_the_same_for_ever_and_written_the_same_again() {
    // A9
    for name in ["everything", "six-weeks", "empty"] {
        let link = read(&format!("{name}.link"));
        let Letter::Open(report) = decode(&link).unwrap() else { panic!("{name} is sealed") };
        assert_eq!(told(&report), read(&format!("{name}.txt")), "{name}");
        assert_eq!(encode(&report).unwrap(), link, "{name}");
    }
}

#[test]
fn the_golden_seal_holds_the_golden_key_and_bytes() {
    // A9, A10: what a browser opens is held by the end-to-end tests, with `sealed.jwk`.
    let link = read("sealed.link");
    let Letter::Sealed(sealed) = decode(&link).unwrap() else { panic!("it is not sealed") };
    assert_eq!(encode_sealed(&sealed).unwrap(), link);
    assert!(from_bytes(&sealed.bytes).is_err(), "what is sealed cannot be read");
}
