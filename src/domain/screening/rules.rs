//! What the engine works with: conditions, the area rule and the exercises, all handed in.

use crate::domain::body::{Area, Position};
use crate::domain::condition::{Condition, ConditionId, Trouble, TroubleRule};
use crate::domain::equipment::{Tool, ToolSet};
use crate::domain::exercise::{Easier, Exercise, ExerciseId};

/// Row of the slow seated breathing that stands in for what is left out (clinical-evidence 5.7).
const SEATED_BREATHING: &str = "BR02";
/// Row of the shoulder rolls that stand in for what is left out (clinical-evidence 5.7).
const SHOULDER_ROLLS: &str = "MB08";
/// Moves that stay useful in comfort mode: stage A, first days of a strain, and an easy walk
/// (clinical-evidence 3.3, 5.0b).
const EASY_MOVES: &[&str] = &["MB02", "MB03", "MB07", "MB08", "MB18", "AC04"];
/// An easy walk, which longer plans add beyond a limit on guided work (clinical-evidence 5.7).
const WALK: &str = "AC04";

/// The rules and the library, as slices.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Conditions in the order they are asked.
    pub conditions: &'a [Condition],
    /// Troubles of the area rule.
    pub troubles: &'a [TroubleRule],
    /// Every exercise, in order of its number.
    pub exercises: &'a [Exercise],
}

impl<'a> Rules<'a> {
    /// The condition with this number.
    pub fn condition(self, id: ConditionId) -> Option<&'a Condition> {
        self.conditions.iter().find(|it| it.id == id)
    }

    /// The rule of a trouble.
    pub fn trouble(self, trouble: Trouble) -> Option<&'a TroubleRule> {
        self.troubles.iter().find(|it| it.trouble == trouble)
    }

    /// The exercise with this number.
    pub fn exercise(self, id: ExerciseId) -> Option<&'a Exercise> {
        let at = self.exercises.binary_search_by_key(&id, |it| it.id).ok()?;
        self.exercises.get(at)
    }

    /// The two exercises that stand in for what is left out, the calmer one first.
    pub(super) fn stand_ins(self) -> impl Iterator<Item = &'a Exercise> {
        [SEATED_BREATHING, SHOULDER_ROLLS]
            .into_iter()
            .filter_map(move |code| self.exercises.iter().find(|it| it.code == code))
    }

    /// The easier variants of an exercise, one easier than the other; never itself, and none twice.
    pub(super) fn easier(self, exercise: &Exercise) -> Vec<&'a Exercise> {
        let mut chain: Vec<&'a Exercise> = Vec::new();
        let mut next = exercise.easier;
        while let Easier::Exercise(id) = next
            && let Some(found) = self.exercise(id)
            && id != exercise.id
            && !chain.iter().any(|it| it.id == id)
        {
            chain.push(found);
            next = found.easier;
        }
        chain
    }
}

/// Whether the exercise is one of the easy moves of comfort mode.
pub(super) fn is_easy_move(exercise: &Exercise) -> bool {
    EASY_MOVES.contains(&exercise.code)
}

/// Whether its time counts as guided work: all but breathing, rest and a walk.
pub(super) fn is_guided_work(exercise: &Exercise) -> bool {
    !exercise.technique.is_rest() && exercise.code != WALK
}

/// The first thing an exercise needs that is not at hand: its tool, then its place.
pub(super) const fn missing(exercise: &Exercise, at_hand: ToolSet) -> Option<Tool> {
    let place = match exercise.position {
        Position::OnBack
        | Position::FaceDown
        | Position::OnSide
        | Position::FloorSitting
        | Position::Kneeling => Tool::Mat,
        Position::Chair => Tool::Chair,
        Position::Wall => Tool::Wall,
        Position::Standing => Tool::Nothing,
    };
    if !at_hand.has(exercise.tool) {
        return Some(exercise.tool);
    }
    if at_hand.has(place) { None } else { Some(place) }
}

/// Whether the exercise works the neck or head, or tips it, which dizziness leaves out (R55).
pub(super) fn is_head_row(exercise: &Exercise) -> bool {
    use crate::domain::caution::Tag;
    let tags = [Tag::NeckVasc, Tag::RaNeck, Tag::Vertigo, Tag::NoHeaddown];
    matches!(exercise.area, Area::Neck | Area::Head)
        || tags.iter().any(|tag| exercise.skip.contains(tag))
}
