//! What must hold for whatever is read as a link or a backup: run by the fuzzer, and bounded by `cargo test`.

use unknot::catalog;
use unknot::codec::backup::{self, Backup};
use unknot::codec::link::{LinkError, MAX_CHARS, Opened, decode, encode, find, kept};
use unknot::codec::record::{Kept, decode_row};
use unknot::domain::builder::Draft;
use unknot::domain::outcome::Journal;
use unknot::domain::shared::{Line, MAX_STEPS, MAX_TOTAL_SECS, Note, totals};

/// A text that somebody pastes or opens.
pub(crate) fn text(text: &str) {
    check(find(text));
    check(decode(text));
    drop(kept(text));
    drop(unknot::codec::report::find(text));
    drop(unknot::codec::report::decode(text));
    drop(unknot::codec::report::from_bytes(text.as_bytes()));
}

/// Bits in a frame that checks, so that reading goes past it; `close` makes the frame.
pub(crate) fn bits(bytes: &[u8], close: impl Fn(&[usize]) -> String) {
    let sixes: Vec<usize> = bytes.iter().take(MAX_CHARS).map(|it| usize::from(it & 63)).collect();
    let link = close(&sixes);
    let strict = decode(&link);
    assert_eq!(find(&["see #r=", &link, "."].concat()), strict, "in a message it is the same");
    check(strict);
}

/// A file that somebody chooses as a backup; how many rows of it could be taken in.
pub(crate) fn file(text: &str) -> usize {
    let Ok(file) = backup::read(text) else { return 0 };
    let reads = |row: &backup::Row| Kept::decode(&row.0, &row.1).map(drop);
    let plan = backup::import(&file, &Backup::default(), &Journal::default(), reads);
    let (all, lists) = (plan.journal_rows(), [&plan.records, &plan.routines, &plan.keys]);
    for (key, text) in &all {
        assert!(decode_row(key, text).is_ok(), "what is written can be read: {key} {text}");
    }
    assert_eq!(
        backup::read(&backup::write(&file)),
        Ok(file.clone()),
        "written again it is the same"
    );
    let mut here = Journal::default();
    plan.journal.added.into_iter().for_each(|it| here.put(it));
    let twice = backup::import(&file, &file, &here, reads);
    assert!(twice.is_nothing(), "taken in twice it is as once");
    all.len() + lists.iter().map(|it| it.len()).sum::<usize>()
}

fn check(read: Result<Opened, LinkError>) {
    let Ok(opened) = read else { return };
    let routine = opened.routine;
    assert!((1..=MAX_STEPS).contains(&routine.steps.len()));
    assert!(totals(&routine, catalog::exercises()).secs <= MAX_TOTAL_SECS);
    assert_eq!(Line::clean(routine.title.as_str()), routine.title);
    assert_eq!(Note::clean(routine.note.as_str()), routine.note);
    assert!(Draft::from_shared(routine.clone(), catalog::exercises()).is_ok());
    match encode(&routine) {
        Ok(link) => {
            let again = decode(&link).map(|it| (it.routine, it.newer_parts, it.text_changed));
            assert_eq!(again, Ok((routine, 0, false)), "shared again it is the same");
        }
        Err(error) => assert!(matches!(error, LinkError::TooLong { .. }), "{error}"),
    }
}
