//! What the maker of a routine wrote about the step that is played: G11.

use unknot::catalog;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{Note, Sets, SharedRoutine, Step, written};

use super::people::played;
use crate::link::made::step;

fn noted(code: &str, note: &str, sets: u16) -> Step {
    let mut it = step(code);
    it.note = Note::clean(note);
    it.sets = Sets::held(sets);
    it
}

#[test]
fn what_was_written_of_a_step_is_found_wherever_it_is_played() {
    // G11
    let shared = SharedRoutine {
        steps: vec![
            noted("MB08", "first", 2),
            noted("ST06", "", 1),
            noted("MB08", "again", 1),
            noted("BR02", "slowly", 1),
        ],
        ..SharedRoutine::default()
    };
    let fitted = played(&shared);
    let exercises: Vec<ExerciseId> = fitted.steps.iter().map(|it| it.exercise).collect();
    let note = |at: usize| written(&shared, &exercises, at).map(|it| it.note.as_str());
    let found: Vec<_> = (0..=exercises.len()).map(note).collect();
    let expected = [Some("first"), Some("first"), Some(""), Some("again"), Some("slowly"), None];
    assert_eq!(found, expected);
    // What stands in for a step carries nothing that was written about another.
    let other = [catalog::exercise_by_slug("cat-and-cow").unwrap().id];
    assert_eq!(written(&shared, &other, 0), None);
}

#[test]
fn each_set_of_an_exercise_that_comes_again_and_again_has_the_note_of_its_own_step() {
    // G11
    let shared = SharedRoutine {
        steps: vec![noted("MB08", "a", 1), noted("MB08", "b", 2), noted("MB08", "c", 3)],
        ..SharedRoutine::default()
    };
    let played = [catalog::exercise_by_slug("shoulder-rolls-and-squeezes").unwrap().id; 6];
    let note = |at: usize| written(&shared, &played, at).unwrap().note.as_str();
    let found: Vec<&str> = (0..played.len()).map(note).collect();
    assert_eq!(found, ["a", "b", "b", "c", "c", "c"]);
}
