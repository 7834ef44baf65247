//! Rows of routines as released apps wrote them (D9, D31).

use unknot::codec::record::{Kept, Origin};

use super::day;

const GOLDEN: &str = include_str!("../../fixtures/records/kept-v1.txt");

#[test]
fn a_row_that_version_1_wrote_is_read_for_ever() {
    let row = GOLDEN.trim_end();
    let kept = Kept::decode("my-1", row).unwrap();
    assert_eq!(
        (kept.origin, kept.is_draft, kept.pack.as_str()),
        (Origin::Received, false, "Knees")
    );
    assert_eq!((kept.added, kept.changed), (day(20_700), day(20_710)));
    assert_eq!(kept.routine.title.as_str(), "Knee, mornings");
    assert_eq!(kept.routine.from.name.as_str(), "Ann");
    assert_eq!(kept.routine.steps.len(), 1);
    assert_eq!(kept.encode(), row);
}
