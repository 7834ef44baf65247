//! How long links are.

use unknot::codec::link::{MARK, decode, encode};
use unknot::domain::shared::Note;

use super::golden::links;
use super::made::ten_steps;

#[test]
fn ten_steps_with_name_schedule_and_note_fit_one_text_message() {
    // K2: 160 characters less 25 of the site's address
    let routine = ten_steps();
    assert_eq!(routine.note.as_str().chars().count(), 40);
    let length = MARK.len() + encode(&routine).unwrap().len();
    assert!(length <= 160 - 25, "{length} characters");
}

#[test]
fn thirty_steps_with_notes_stay_under_six_hundred_characters() {
    // K3: the golden link of thirty steps with nine notes, and the same with a longer word to the person
    let (_, link) = links().into_iter().find(|(name, _)| name == "thirty-steps").unwrap();
    let mut routine = decode(&link).unwrap().routine;
    let notes = routine.steps.iter().filter(|it| !it.note.is_empty()).count();
    assert_eq!((routine.steps.len(), notes), (30, 9));
    assert!(25 + MARK.len() + link.len() < 600, "{} characters", link.len());
    routine.note = Note::clean(&"Slow and easy. ".repeat(6));
    let length = 25 + MARK.len() + encode(&routine).unwrap().len();
    assert!(length < 600, "{length} characters");
}
