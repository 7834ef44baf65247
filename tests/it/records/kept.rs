//! Routines as the phone keeps them (D31).

use proptest::prelude::*;
use unknot::catalog::exercises;
use unknot::codec::record::{Kept, Origin, RecordError, decode_on_the_way, encode_on_the_way};
use unknot::domain::shared::{MAX_TOTAL_SECS, SharedRoutine, totals};

use super::day;
use crate::link::made::any_routine;

fn kept(routine: SharedRoutine) -> Kept {
    Kept {
        id: "r1".to_owned(),
        origin: Origin::Own,
        added: day(20_400),
        changed: day(20_410),
        is_draft: true,
        pack: "Knees".to_owned(),
        routine,
    }
}

#[test]
fn a_row_of_a_newer_app_is_told_apart_from_a_damaged_one() {
    let row = kept(SharedRoutine::default()).encode();
    assert!(Kept::decode("r1", &row).is_ok());
    let newer = Kept::decode("r1", &row.replacen('1', "2", 1)).unwrap_err();
    assert_eq!(newer, RecordError::NewerVersion { found: 2 });
    for version in ["0", "-1", "x"] {
        let none = Kept::decode("r1", &row.replacen('1', version, 1)).unwrap_err();
        assert_eq!(none, RecordError::NoVersion, "{version}");
    }
    for (text, id) in
        [(row.replace("own", "owned"), "r1"), (row.clone(), "R 1"), (String::new(), "r1")]
    {
        assert!(Kept::decode(id, &text).is_err(), "{text}");
    }
    for cut in 0..row.len() {
        if let Some(text) = row.get(..cut) {
            assert!(Kept::decode("r1", text).is_err(), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn any_routine_is_kept_and_read_back_the_same(
        routines in prop::collection::vec(any_routine(), 1..3),
        text in "\\PC{0,200}",
    ) {
        // A draft never lasts longer (L1).
        let fits = |it: &SharedRoutine| totals(it, exercises()).secs <= MAX_TOTAL_SECS;
        let rows: Vec<Kept> = routines.into_iter().filter(fits).enumerate().map(|(at, routine)| {
            Kept { id: format!("r{at}"), ..kept(routine) }
        }).collect();
        for row in &rows {
            prop_assert_eq!(&Kept::decode(&row.id, &row.encode()).unwrap(), row);
        }
        prop_assert_eq!(decode_on_the_way(&encode_on_the_way(&rows)), rows);
        // Whatever stands there is no panic.
        drop(Kept::decode(&text, &text));
        drop(decode_on_the_way(&text));
    }
}
