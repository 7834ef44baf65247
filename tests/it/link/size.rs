//! How long links are.

use unknot::codec::link::{MARK, encode};

use super::made::ten_steps;

#[test]
fn ten_steps_with_name_schedule_and_note_fit_one_text_message() {
    // K2: 160 characters less 25 of the site's address
    let routine = ten_steps();
    assert_eq!(routine.note.as_str().chars().count(), 40);
    let length = MARK.len() + encode(&routine).unwrap().len();
    assert!(length <= 160 - 25, "{length} characters");
}
