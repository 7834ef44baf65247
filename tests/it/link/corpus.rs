//! The files of `tests/fixtures/links/hostile`: each is a text that somebody could paste or open.
//!
//! `expected.tsv` says what becomes of each: the answer, or `ok`, the number of steps and what else to see.

use std::fs;
use std::path::{Path, PathBuf};

use unknot::codec::link::{LinkError, Opened, encode, find};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links/hostile")
}

/// Every file with what is expected of it.
fn corpus() -> Vec<(String, String, String)> {
    let table = fs::read_to_string(folder().join("expected.tsv")).unwrap();
    let row = |line: &str| {
        let (name, expected) = line.split_once('\t').unwrap();
        let text = fs::read_to_string(folder().join(name).with_extension("txt")).unwrap();
        (name.to_owned(), text, expected.to_owned())
    };
    table.lines().map(row).collect()
}

fn answer(found: &Result<Opened, LinkError>) -> String {
    match found {
        Err(LinkError::Empty) => "empty".to_owned(),
        Err(LinkError::NotALink) => "no-link".to_owned(),
        Err(LinkError::Truncated) => "truncated".to_owned(),
        Err(LinkError::Damaged) => "damaged".to_owned(),
        Err(LinkError::Newer) => "newer".to_owned(),
        Err(LinkError::TooLong { .. }) => "too-long".to_owned(),
        Err(LinkError::TooManySteps { .. }) => "too-many-steps".to_owned(),
        Err(LinkError::TooLongInAll { .. }) => "too-long-in-all".to_owned(),
        Ok(opened) => {
            let mut said = format!("ok {}", opened.routine.steps.len());
            if opened.newer_parts > 0 {
                said = format!("{said} newer-parts={}", opened.newer_parts);
            }
            if opened.text_changed {
                said.push_str(" changed");
            }
            said
        }
    }
}

/// Fault: D4, D5, D8, D10, D11, D12, D13, D14, D15
#[test]
fn every_file_of_the_corpus_is_answered_as_expected() {
    // K5 to K11; reliability D1 to D31
    let corpus = corpus();
    let files = fs::read_dir(folder()).unwrap().count();
    assert_eq!(files, corpus.len() + 1, "a file is not in expected.tsv");
    for (name, text, expected) in corpus {
        let found = find(&text);
        let (answer_part, shown) = split(&expected);
        assert_eq!(answer(&found), answer_part, "{name}");
        let Some((field, wanted)) = shown else { continue };
        let routine = found.unwrap().routine;
        let text = if field == "title" { routine.title.as_str() } else { routine.note.as_str() };
        assert_eq!(text, wanted.replace('|', "\n"), "{name}");
    }
}

/// What is answered, and which text is seen then.
fn split(expected: &str) -> (&str, Option<(&str, &str)>) {
    for field in ["title", "note"] {
        if let Some((answer, text)) = expected.split_once(&format!(" {field}=")) {
            return (answer, Some((field, text)));
        }
    }
    (expected, None)
}

/// Fault: H5
#[test]
fn whatever_of_the_corpus_is_read_can_be_shared_again_and_stays_the_same() {
    // K1, K14
    for (name, text, _) in corpus() {
        let Ok(opened) = find(&text) else { continue };
        let again = unknot::codec::link::decode(&encode(&opened.routine).unwrap()).unwrap();
        assert_eq!(again.routine, opened.routine, "{name}");
        assert!(!again.text_changed && again.newer_parts == 0, "{name}");
    }
}
