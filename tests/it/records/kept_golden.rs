//! Rows of routines as released apps wrote them (D9, D31).

use unknot::codec::record::{Kept, Origin};
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{Amount, Line, Maker, SharedRoutine, Step, StepSecs, What};

use super::day;

const GOLDEN: &str = include_str!("../../fixtures/records/kept-v1.txt");

fn golden() -> Kept {
    let what = What::library(ExerciseId(1)).unwrap();
    Kept {
        id: "my-1".to_owned(),
        origin: Origin::Received,
        added: day(20_700),
        changed: day(20_710),
        is_draft: false,
        pack: "Knees".to_owned(),
        routine: SharedRoutine {
            title: Line::clean("Knee, mornings"),
            steps: vec![Step::new(what, Amount::Secs(StepSecs::held(45)))],
            from: Maker { name: Line::clean("Ann"), ..Maker::default() },
            ..SharedRoutine::default()
        },
    }
}

/// Fault: H7
#[test]
fn a_row_that_version_1_wrote_is_read_for_ever() {
    let row = GOLDEN.trim_end();
    assert_eq!(golden().encode(), row);
    assert_eq!(Kept::decode("my-1", row).unwrap(), golden());
}
