//! The rules of `docs/spec/backup.md`: the file with everything, what taking one in does, the table.

use proptest::prelude::*;
use unknot::codec::backup::{
    self, Backup, BackupError, Import, Look, MAX_BYTES, Row, import, read, write,
};
use unknot::codec::csv;
use unknot::codec::record::{RecordError, decode_row, encode_entry};
use unknot::domain::outcome::{Entry, Journal, Merge, StepDone, What, When};
use unknot::domain::session::Outcome;
use unknot::domain::shared::Note;
use unknot::domain::time::LocalDay;

use crate::progress::{MONDAY, activity, change, entry, felt, journal, pain, session, week};
use crate::records::journal::an_entry;

const GOLDEN: &str = include_str!("../fixtures/backup/small-v1.json");

fn row(entry: &Entry) -> Row {
    (entry.key().to_string(), encode_entry(entry))
}

fn backup_of(journal: &Journal) -> Backup {
    let mut rows: Vec<Row> = journal.entries().iter().map(row).collect();
    rows.sort_unstable();
    Backup { journal: rows, ..Backup::default() }
}

/// What taking `file` in does to a phone with `here` and nothing else.
fn plan(file: &Backup, here: &Journal) -> Import {
    import(file, &backup_of(here), here, |_| Ok(()))
}

/// The journal after taking a file in.
fn taken(file: &Backup, here: &Journal) -> Journal {
    let mut after = here.clone();
    for (key, text) in plan(file, here).journal_rows() {
        after.put(decode_row(&key, &text).unwrap());
    }
    after
}

fn small() -> Backup {
    let kept = journal([
        session(MONDAY, 0, "lower-back-10"),
        felt(MONDAY, 0, When::Before, 6),
        pain(MONDAY, 5),
    ]);
    let settings =
        unknot::codec::record::Record::encode(&unknot::codec::record::Settings::default());
    Backup {
        records: vec![("unknot.settings".to_owned(), settings)],
        routines: vec![("1".to_owned(), "{\"v\":1,\"name\":\"My \\\"own\\\"\"}".to_owned())],
        ..backup_of(&kept)
    }
}

/// Fault: H7
#[test]
fn a_released_backup_is_read_and_written_as_it_is() {
    // U1, U2
    assert_eq!(read(GOLDEN), Ok(small()));
    assert_eq!(write(&small()), GOLDEN.trim_end());
}

/// Fault: B17
#[test]
fn a_byte_order_mark_and_line_breaks_of_another_system_do_no_harm() {
    // B17
    let text = format!("\u{feff}{}\r\n", GOLDEN.trim_end());
    assert_eq!(read(&text), Ok(small()));
}

/// Fault: B17, D13
#[test]
fn what_is_no_backup_is_refused_as_a_whole() {
    // U3, B17
    let cut = &GOLDEN[..GOLDEN.len() / 2];
    for text in ["", "null", "[]", "{}", "{\"v\":1}", "<html>", cut, "{\"app\":\"other\",\"v\":1}"]
    {
        assert_eq!(read(text), Err(BackupError::NotOurs), "{text}");
    }
    let newer = GOLDEN.replacen("\"v\":1", "\"v\":2", 1);
    assert_eq!(read(&newer), Err(BackupError::Newer));
    for (from, to) in [("\"v\":1,", "\"v\":0,"), ("\"journal\":{", "\"jornal\":{")] {
        assert_eq!(read(&GOLDEN.replacen(from, to, 1)), Err(BackupError::NotOurs), "{to}");
    }
    assert_eq!(read(&"[".repeat(MAX_BYTES + 1)), Err(BackupError::TooLarge));
    assert_eq!(read(&"[".repeat(100_000)), Err(BackupError::NotOurs));
    let many: Vec<Row> = (0..=backup::MAX_ROWS).map(|it| (it.to_string(), String::new())).collect();
    let many = Backup { journal: many, ..Backup::default() };
    assert_eq!(read(&write(&many)), Err(BackupError::TooLarge));
    // Routines are compared one by one, so far fewer of them are too many.
    let routines: Vec<Row> =
        (0..=backup::MAX_OTHERS).map(|it| (it.to_string(), String::new())).collect();
    let many = Backup { routines, ..Backup::default() };
    assert_eq!(read(&write(&many)), Err(BackupError::TooLarge));
}

#[test]
fn a_file_of_the_most_bytes_or_the_most_rows_is_not_too_large() {
    // U3
    let rows = |count: usize| -> Vec<Row> {
        (0..count).map(|it| (it.to_string(), String::new())).collect()
    };
    let file = Backup {
        journal: rows(backup::MAX_ROWS - backup::MAX_OTHERS),
        routines: rows(backup::MAX_OTHERS),
        ..Backup::default()
    };
    assert!(read(&write(&file)).is_ok_and(|it| it == file));
    assert_eq!(read(&"[".repeat(MAX_BYTES)), Err(BackupError::NotOurs));
}

#[test]
fn a_plan_with_one_thing_to_do_is_not_nothing() {
    // U4
    assert!(Import::default().is_nothing());
    let rows = || vec![("x".to_owned(), "y".to_owned())];
    let entries = || vec![pain(MONDAY, 5)];
    let added = Merge { added: entries(), ..Merge::default() };
    let replaced = Merge { replaced: entries(), ..Merge::default() };
    for plan in [
        Import { journal: added, ..Import::default() },
        Import { journal: replaced, ..Import::default() },
        Import { records: rows(), ..Import::default() },
        Import { routines: rows(), ..Import::default() },
        Import { keys: rows(), ..Import::default() },
    ] {
        assert!(!plan.is_nothing(), "{plan:?}");
    }
}

#[test]
fn of_two_versions_of_one_millisecond_the_same_stays_whichever_phone_asks() {
    // U4, P5
    let (less, more) = (pain(MONDAY, 4), pain(MONDAY, 5));
    let merge = |file: &Entry, here: &Entry| {
        plan(&backup_of(&journal([file.clone()])), &journal([here.clone()])).journal
    };
    assert_eq!(merge(&more, &less), Merge { replaced: vec![more.clone()], ..Merge::default() });
    assert_eq!(merge(&less, &more), Merge { known: 1, ..Merge::default() });
}

#[test]
fn the_plan_says_what_it_will_do_and_does_nothing() {
    // U4
    let here = journal([pain(MONDAY, 5), pain(MONDAY + 1, 4), change(MONDAY, 1)]);
    let mut later = pain(MONDAY + 1, 3);
    later.at += 1;
    let mut earlier = change(MONDAY, 4);
    earlier.at -= 1;
    let file = backup_of(&journal([pain(MONDAY, 5), later.clone(), earlier, pain(MONDAY + 2, 2)]));
    let plan = plan(&file, &here);
    assert_eq!(plan.journal.added, [pain(MONDAY + 2, 2)]);
    assert_eq!(plan.journal.replaced, [later]);
    assert_eq!((plan.journal.known, plan.unreadable, plan.is_nothing()), (2, 0, false));
}

/// Fault: B12, B17
#[test]
fn rows_that_cannot_be_read_or_are_newer_are_left_out_and_counted() {
    // U5
    let mut file = small();
    file.journal.extend([
        ("pain-20421".to_owned(), "{\"v\":9}".to_owned()),
        ("pain-20422".to_owned(), "{\"v\":1,\"kind\":\"pain\"}".to_owned()),
        ("x".to_owned(), "y".to_owned()),
    ]);
    file.records.push(("unknot.other".to_owned(), "{}".to_owned()));
    file.records.push(("unknot.check".to_owned(), "{\"v\":1}".to_owned()));
    let found = import(&file, &Backup::default(), &Journal::default(), |it| {
        if it.0 == "1" { Ok(()) } else { Err(RecordError::NoVersion) }
    });
    assert_eq!((found.newer, found.unreadable), (1, 4));
    assert_eq!((found.journal.added.len(), found.records.len(), found.routines.len()), (3, 1, 1));
}

#[test]
fn answers_and_settings_of_this_phone_stay() {
    // U6
    let here = Backup {
        records: vec![("unknot.settings".to_owned(), "{\"v\":1}".to_owned())],
        ..Backup::default()
    };
    let found = import(&small(), &here, &Journal::default(), |_| Ok(()));
    assert_eq!((found.records.len(), found.kept, found.known), (0, 1, 0));
    let same = import(&small(), &small(), &Journal::default(), |_| Ok(()));
    assert_eq!((same.records.len(), same.routines.len(), same.kept, same.known), (0, 0, 0, 2));
}

/// Fault: F7
#[test]
fn every_record_of_the_phone_has_its_place_in_a_copy_in_the_order_of_the_keys() {
    // U1, U2: what the builder keeps for the next routine is the therapist's own work too.
    let keys: Vec<&str> = unknot::codec::record::keys().collect();
    assert!(keys.is_sorted() && keys.contains(&"unknot.making"), "{keys:?}");
    let making = include_str!("../fixtures/records/making-v1.json").trim_end();
    let row = ("unknot.making".to_owned(), making.to_owned());
    let file = Backup { records: vec![row.clone()], ..Backup::default() };
    assert_eq!(plan(&file, &Journal::default()).records, [row]);
}

/// Fault: B17
#[test]
fn a_key_given_twice_in_a_file_is_taken_once() {
    // U4, B17
    let mut file = small();
    file.journal.extend(file.journal.clone());
    file.records.extend(file.records.clone());
    let found = plan(&file, &Journal::default());
    assert_eq!((found.journal.added.len(), found.records.len(), found.kept), (3, 1, 1));
}

/// Fault: D23
#[test]
fn no_cell_of_the_table_is_taken_for_a_formula() {
    // U8, D23
    for text in ["=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", " =1", "＝1", "|calc"] {
        let kept = journal([entry(MONDAY, What::Note(Note::clean(text))), activity(1, text, true)]);
        let table = csv::write(&kept);
        let escaped = text.trim().replace('"', "\"\"");
        assert_eq!(table.matches(&format!("\"'{escaped}")).count(), 2, "{table}");
    }
}

#[test]
fn the_table_has_a_row_a_session_with_what_was_felt_before_and_after() {
    // U7
    let kept = journal([
        session(MONDAY, 0, "lower-back-10"),
        felt(MONDAY, 0, When::Before, 6),
        felt(MONDAY, 0, When::After, 4),
        pain(MONDAY + 1, 5),
        activity(7, "Put on \"good\" socks, slowly", true),
        week(MONDAY + 1, &[(7, 3)]),
        change(MONDAY + 2, -3),
    ]);
    let table = csv::write(&kept);
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(lines[0], csv::COLUMNS);
    assert_eq!(lines[0].split(',').count(), 14);
    assert!(
        lines.contains(&"2026-11-30,session,\"Lower back, 10 minutes\",10,yes,1,0,0,0,6,4,,,"),
        "{table}"
    );
    assert!(lines.contains(&"2026-12-01,pain,,,,,,,,,,,5,"), "{table}");
    assert!(lines.contains(&"2026-12-02,change,,,,,,,,,,,-3,"), "{table}");
    assert!(
        table.contains("\"Put on \"\"good\"\" socks, slowly: 3; sleep: 6; confidence: -\""),
        "{table}"
    );
    assert!(!table.contains(",before,") && lines.last() == Some(&""));
}

#[test]
fn the_table_counts_what_became_of_the_steps_and_writes_days_with_two_digits() {
    // U7
    let mut eased = session(MONDAY, 0, "lower-back-10");
    let What::Session(it) = &mut eased.what else { panic!("no session") };
    let step = it.steps[0].clone();
    it.steps = [
        (Outcome::Done, 0),
        (Outcome::Done, 1),
        (Outcome::Done, 0),
        (Outcome::Skipped, 0),
        (Outcome::TooMuch, 3),
        (Outcome::TooMuch, 0),
        (Outcome::NotReached, 0),
    ]
    .map(|(outcome, eases)| StepDone { outcome, eases, ..step.clone() })
    .to_vec();
    let table = csv::write(&journal([eased]));
    // Done, skipped, too much, eased off.
    assert!(table.contains(",10,yes,3,1,2,2,,,,,\r\n"), "{table}");
    for (days, text) in [(20_462, "2026-01-09"), (20_736, "2026-10-10")] {
        assert_eq!(csv::date(LocalDay::from_days(days)), text);
    }
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec(an_entry(), 0..12)
}

proptest! {
    /// Fault: B17
    #[test]
    fn a_file_looked_through_in_parts_comes_to_the_same(
        entries in prop::collection::vec(an_entry(), 0..40),
        most in 1_usize..12,
    ) {
        let mut file = backup_of(&Journal::of(entries));
        file.journal.insert(0, ("x".to_owned(), "y".to_owned()));
        let mut look = Look::default();
        let mut parts = 1;
        while look.at_more(&file, most) {
            prop_assert_eq!(look.seen(), most * parts);
            parts += 1;
        }
        prop_assert_eq!(look.seen(), file.journal.len());
        let here = Journal::default();
        let found = look.end(&file, &Backup::default(), &here, |_| Ok(()));
        prop_assert_eq!(found, plan(&file, &here));
    }

    // U1, U2
    /// Fault: B18
    #[test]
    fn a_backup_comes_back_as_it_was_and_writes_the_same_again(all in entries()) {
        let file = backup_of(&Journal::of(all));
        let text = write(&file);
        let found = read(&text).unwrap();
        prop_assert_eq!(write(&found), text);
        prop_assert_eq!(found, file);
    }

    // U4: idempotent.
    /// Fault: H8
    #[test]
    fn the_same_file_twice_is_the_same_as_once(file in entries(), here in entries()) {
        let (file, here) = (backup_of(&Journal::of(file)), Journal::of(here));
        let once = taken(&file, &here);
        prop_assert!(plan(&file, &once).is_nothing());
    }

    // U4: in either order, also where both have versions of one entry.
    /// Fault: H8
    #[test]
    fn two_phones_come_to_the_same_in_either_order(one in entries(), other in entries(), at in 0..3_u64) {
        let mut clash = one.clone();
        for it in &mut clash {
            // A note is named by when it was written.
            if !matches!(it.what, What::Note(_)) {
                it.at = it.at.saturating_add(at).saturating_sub(1);
            }
        }
        let (one, other) = (Journal::of(one), Journal::of([other, clash].concat()));
        let there = taken(&backup_of(&one), &other);
        let back = taken(&backup_of(&other), &one);
        prop_assert_eq!(there, back);
    }

    // U3
    #[test]
    fn no_text_panics(text in "\\PC{0,200}") {
        drop(read(&text));
    }
}

#[test]
fn somebody_elses_health_answers_can_be_left_out_of_a_file() {
    // U15; clinical-evidence 3.7
    use unknot::codec::record::{Record, Settings};
    use unknot::domain::screening::{Health, Replies};
    let record = |key: &str, text: String| (key.to_owned(), text);
    let file = Backup {
        records: vec![
            record(Health::KEY, Health::default().encode()),
            record(Replies::KEY, Replies::default().encode()),
            record(Settings::KEY, Settings::default().encode()),
        ],
        ..Backup::default()
    };
    let mut plan = plan(&file, &Journal::default());
    assert_eq!((plan.records.len(), plan.answers()), (3, 2));
    plan.leave_answers();
    assert_eq!(plan.records, file.records[2..]);
    assert_eq!(plan.answers(), 0);
}
