//! How the rules see an exercise that its maker described: as anything that it could be.
//!
//! Nobody knows what it is, so every question that could matter is asked first, any condition that leaves
//! anything out leaves it out, any marked spot may be the one it is on, and the lowest limits hold.

use super::receive::{CUSTOM_HOLD_SECS, CUSTOM_PRESSURE, CUSTOM_TOTAL_SECS};
use super::{Custom, SharedRoutine, What};
use crate::domain::body::Area;
use crate::domain::caution::Tag;
use crate::domain::dose::{HoldSecs, Pressure};
use crate::domain::equipment::Tool;
use crate::domain::exercise::{Easier, Exercise, ExerciseId};
use crate::domain::side::Sides;
use crate::domain::technique::Technique;

/// First number of a described exercise on a phone; no library exercise is above it.
pub const CUSTOM_FROM: u16 = 0x8000;

/// The number of each step's exercise on this phone.
///
/// A described exercise has a number made from its name, so that it is known again in another routine, or in
/// this one after a change, by what happened with it.
pub fn ids(routine: &SharedRoutine) -> Vec<ExerciseId> {
    let mut known: Vec<(&Custom, u16)> = Vec::new();
    let mut ids = Vec::with_capacity(routine.steps.len());
    for step in &routine.steps {
        let number = match &step.what {
            What::Library(number) => number.get(),
            What::Custom(custom) => number_of(custom, &mut known),
        };
        ids.push(ExerciseId(number));
    }
    ids
}

/// The number of a described exercise: its own, or the next that no other of the routine has.
fn number_of<'r>(custom: &'r Custom, known: &mut Vec<(&'r Custom, u16)>) -> u16 {
    if let Some((_, number)) = known.iter().find(|(it, _)| *it == custom) {
        return *number;
    }
    let number = free(known, hash(custom.name.as_str()));
    known.push((custom, number));
    number
}

/// The first number from `from` that no other described exercise has.
fn free(known: &[(&Custom, u16)], from: u16) -> u16 {
    let mut number = from;
    while known.iter().any(|(_, it)| *it == number) {
        number = number.wrapping_add(1) | CUSTOM_FROM;
    }
    number
}

/// A number from [`CUSTOM_FROM`] that the same text always has (FNV-1a, folded).
fn hash(text: &str) -> u16 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let folded = (hash ^ (hash >> 16)) & 0x7fff;
    CUSTOM_FROM + u16::try_from(folded).unwrap_or(0)
}

/// The library with the exercises that a routine describes, in order of number.
pub fn with_custom(routine: &SharedRoutine, library: &[Exercise]) -> Vec<Exercise> {
    let mut all = library.to_vec();
    for (step, id) in routine.steps.iter().zip(ids(routine)) {
        if let What::Custom(custom) = &step.what
            && let Err(place) = all.binary_search_by_key(&id, |it| it.id)
        {
            all.insert(place, judged(id, custom));
        }
    }
    all
}

/// The exercise with this number, of a list in order of number.
pub fn find(exercises: &[Exercise], id: ExerciseId) -> Option<&Exercise> {
    let at = exercises.binary_search_by_key(&id, |it| it.id).ok()?;
    exercises.get(at)
}

/// A described exercise as screening takes it: massage of any area with the body's weight, for nobody with any
/// tag, at the lowest pressure and time of clinical-evidence 1.2.
const fn judged(id: ExerciseId, custom: &Custom) -> Exercise {
    Exercise {
        id,
        slug: "",
        code: "",
        area: Area::WholeBody,
        tool: Tool::Nothing,
        technique: Technique::RollerBodyWeight,
        position: custom.position,
        sides: if custom.two_sided { Sides::Each } else { Sides::Together },
        hold: HoldSecs::held(CUSTOM_HOLD_SECS),
        longest: HoldSecs::held(CUSTOM_TOTAL_SECS),
        pressure_cap: Some(Pressure::held(CUSTOM_PRESSURE)),
        skip: Tag::ALL,
        easier: Easier::SameButGentler,
        sources: &[],
        needs_signoff: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::body::Position;
    use crate::domain::shared::{Line, Note};

    #[test]
    fn the_number_of_a_name_is_the_same_on_every_phone_and_for_ever() {
        // G6: what happened with an exercise is kept under it
        for (name, number) in [("Towel row", 0xde20), ("Press", 0xb325), ("", 0x9cd9)] {
            assert_eq!(hash(name), number, "{name}");
        }
    }

    #[test]
    fn of_several_with_one_name_each_has_the_next_number_and_the_first_one_follows_the_last() {
        // G6
        let custom = Custom {
            name: Line::clean("Press"),
            lines: Note::default(),
            area: Area::Chest,
            position: Position::Wall,
            two_sided: false,
        };
        let known = |numbers: &[u16]| numbers.iter().map(|it| (&custom, *it)).collect::<Vec<_>>();
        assert_eq!(free(&known(&[0x9001]), 0x9000), 0x9000);
        assert_eq!(free(&known(&[0x9000]), 0x9000), 0x9001);
        assert_eq!(free(&known(&[0xffff]), 0xffff), CUSTOM_FROM);
        assert_eq!(free(&known(&[0x9001, 0x9000]), 0x9000), 0x9002);
    }
}
