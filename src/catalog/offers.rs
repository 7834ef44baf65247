//! Which routines fit what a person answers on Home.

use core::cmp::Ordering;

use super::{exercise, routines, tools};
use crate::domain::body::Area;
use crate::domain::choice::Choice;
use crate::domain::equipment::Tool;
use crate::domain::exercise::Exercise;
use crate::domain::routine::{Goal, Routine};

/// Routines for a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Those that fit every answer, best first.
    pub fits: Vec<&'static Routine>,
    /// Those that come closest, best first, at most [`Offers::MAX_NEAR`].
    pub near: Vec<&'static Routine>,
}

impl Offers {
    /// How many near ones are offered.
    pub const MAX_NEAR: usize = 3;

    /// The best of them.
    pub fn best(&self) -> Option<&'static Routine> {
        self.fits.first().or_else(|| self.near.first()).copied()
    }
}

/// The length that comes first while the person has not said: the first sessions end at 10 minutes
/// (clinical-evidence 1.1, 1.4).
const USUAL_MINUTES: u8 = 10;

/// The cost from which on a routine no longer fits.
const MISFIT: u32 = 1 << 16;

/// A third of a routine, in 128ths of its steps.
const THIRD: u32 = 128 / 3;

/// Routines for `choice`; neither list is sold as care of a condition, and each asks its own questions.
pub fn offers(choice: Choice) -> Offers {
    let mut costs: Vec<(u32, usize)> = Vec::new();
    for (at, routine) in routines().iter().enumerate() {
        if let Some(cost) = cost(choice, routine) {
            let key = (cost, at);
            costs.insert(costs.partition_point(|earlier| *earlier <= key), key);
        }
    }
    let at = |(_, at): &(u32, usize)| routines().get(*at);
    let fit = costs.partition_point(|(cost, _)| cost / MISFIT == 0);
    let (fits, near) = costs.split_at(fit);
    Offers {
        fits: fits.iter().filter_map(at).collect(),
        near: near.iter().filter_map(at).take(Offers::MAX_NEAR).collect(),
    }
}

/// How many exercises of an area need no word from a physiotherapist first.
pub fn exercises_of(area: Area) -> usize {
    super::exercises().iter().filter(|it| it.area == area && !it.needs_signoff).count()
}

/// How far a routine is from a choice; `None` when it has nothing to do with it.
fn cost(choice: Choice, it: &Routine) -> Option<u32> {
    let area = choice.area.map_or(Some(0), |area| area_cost(area, it))?;
    let minutes = choice.minutes.map_or(0, |asked| minutes_cost(asked, it.minutes));
    let tool = choice.tool.map_or(0, |tool| tool_cost(tool, it));
    let usual =
        if choice.minutes.is_none() { it.minutes.abs_diff(USUAL_MINUTES).into() } else { 0 };
    let sum = area + minutes + tool + goal_cost(it.goal) + usual;
    // Comfort is for the first days: it is offered when it fits, and hardly as the next best.
    Some(if sum >= MISFIT && it.goal == Goal::Comfort { sum + 4 * MISFIT } else { sum })
}

/// 0 for its own area; where no routine has the area, one with a third of its steps there fits.
fn area_cost(area: Area, it: &Routine) -> Option<u32> {
    if it.area == area {
        return Some(0);
    }
    let has_its_own = routines().iter().any(|it| it.area == area);
    let there = if has_its_own { 0 } else { steps_of(it).filter(|it| it.area == area).count() };
    let share = u32::try_from(there * 128 / it.steps.len().max(1)).unwrap_or(0);
    // Only routines that anyone may meet under another area's name: the others have gates of their own.
    match it.goal {
        Goal::Ease if share >= THIRD => Some(256 - share),
        Goal::Ease if share != 0 => Some(3 * MISFIT - share),
        Goal::Gentle if it.area == Area::WholeBody => Some(6 * MISFIT),
        Goal::Ease | Goal::Gentle | Goal::Comfort => None,
    }
}

/// A longer one costs twice what a shorter one does.
fn minutes_cost(asked: u8, has: u8) -> u32 {
    let apart = u32::from(asked.abs_diff(has));
    match has.cmp(&asked) {
        Ordering::Equal => 0,
        Ordering::Less => MISFIT + apart * MISFIT / 4,
        Ordering::Greater => MISFIT + apart * MISFIT / 2,
    }
}

/// What has to be got makes it a misfit; what it does not use of the tool puts it behind.
fn tool_cost(tool: Tool, it: &Routine) -> u32 {
    let needed = tools(it);
    let pressed = |tools: &[Tool]| needed.iter().any(|it| tools.contains(it));
    let (fits, used) = match tool {
        Tool::Roller => (true, pressed(&[Tool::Roller])),
        Tool::Ball => (!pressed(&[Tool::Roller]), pressed(&[Tool::Ball, Tool::TwoBalls])),
        Tool::Hands => (!pressed(PRESSING), steps_of(it).any(|step| step.tool == Tool::Hands)),
        Tool::Chair => (needed.iter().all(|it| *it == Tool::Chair), true),
        Tool::Nothing
        | Tool::TwoBalls
        | Tool::Wall
        | Tool::Mat
        | Tool::Strap
        | Tool::Towel
        | Tool::Doorway => (!pressed(PRESSING), !steps_of(it).any(|step| step.tool == Tool::Hands)),
    };
    match (fits, used) {
        (false, _) => 3 * MISFIT,
        (true, false) => 64,
        (true, true) => 0,
    }
}

/// What most homes do not have.
const PRESSING: &[Tool] = &[Tool::Roller, Tool::Ball, Tool::TwoBalls];

const fn goal_cost(goal: Goal) -> u32 {
    match goal {
        Goal::Ease => 0,
        Goal::Gentle => 512,
        Goal::Comfort => 1024,
    }
}

fn steps_of(it: &Routine) -> impl Iterator<Item = &'static Exercise> {
    it.steps.iter().filter_map(|step| exercise(step.exercise))
}

#[cfg(test)]
mod tests;
