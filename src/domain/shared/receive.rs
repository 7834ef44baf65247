//! A shared routine made fit for whoever opened it: the guard rails of clinical-evidence 3.7.
//!
//! The receiver's own screening decides, by the same [`Screen::shape`] as for every routine; the sender can
//! switch nothing off. What changed is told step by step.

use super::custom::{find, ids, with_custom};
use super::play;
use super::used::Used;
use super::{Pace, RestSecs, SharedRoutine, SideChoice, Step, What};
use crate::domain::dose::{HoldSecs, Pressure};
use crate::domain::equipment::ToolSet;
use crate::domain::exercise::{Easier, Exercise, ExerciseId};
use crate::domain::plan::Plan;
use crate::domain::routine::RoutineStep;
use crate::domain::screening::{
    Cause, Lock, Person, Prompt, Request, Rules, Screen, Shape, Shaped,
};
use crate::domain::side::Sides;

/// Most sets of a step that are played (clinical-evidence 1.2: four of a stretch, fewer of all else).
pub const MAX_SETS: u16 = 4;
/// Longest session, in seconds (clinical-evidence 1.1, 3.7).
pub const SESSION_SECS: u32 = 30 * 60;
/// Longest hold of a described exercise, in seconds: the shortest limit of clinical-evidence 1.2.
pub const CUSTOM_HOLD_SECS: u16 = 45;
/// Longest time of a described exercise in a session, a side, in seconds (clinical-evidence 1.1: 90 s is the
/// upper limit of still pressure).
pub const CUSTOM_TOTAL_SECS: u16 = 90;
/// Strongest pressure or stretch of a described exercise: the lowest of clinical-evidence 1.2.
pub const CUSTOM_PRESSURE: u8 = 2;
/// Longest chain of easier variants that is followed.
const MAX_CHAIN: usize = 8;

/// Whoever opened a routine.
#[derive(Clone, Copy, Debug)]
pub struct Receiver<'a> {
    /// What they told and did, and the day.
    pub person: Person<'a>,
    /// The rules, with the library of this phone.
    pub rules: Rules<'a>,
    /// What is at hand.
    pub tools: ToolSet,
    /// Whether they say that they asked a physio about the exercises that wait for one's word.
    pub asked_physio: bool,
}

/// What becomes of a shared routine on this phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Received {
    /// Everything is locked.
    Locked(Lock),
    /// Questions come first; show the first of them.
    Ask(Vec<Prompt>),
    /// It can be played.
    Ready(Fitted),
}

/// A shared routine as this person may do it today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitted {
    /// What is played, one entry a set, in order; empty when nothing of it is left.
    pub steps: Vec<FittedStep>,
    /// What is not played.
    pub left_out: Vec<Dropped>,
    /// The maker's times between holds; the receiver's own where there are none.
    pub pace: Option<Pace>,
    /// Whether the maker's rests and times between holds were left out, to stay within the time.
    pub pauses_cut: bool,
    /// Length of the after-care card in seconds.
    pub aftercare_secs: u16,
    /// Its length in seconds, after-care included, at the maker's pace or the default one.
    pub total_secs: u32,
}

/// One set of a step as it is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FittedStep {
    /// Where its step stands in the shared routine, from 0.
    pub at: usize,
    /// Which set of it, from 1.
    pub set: u16,
    /// What is done.
    pub exercise: ExerciseId,
    /// What the routine says there.
    pub was: ExerciseId,
    /// How long each hold lasts.
    pub hold: HoldSecs,
    /// On which sides.
    pub sides: Sides,
    /// Rest after it.
    pub rest: RestSecs,
    /// Strongest pressure or stretch today; `None` where nothing presses or pulls.
    pub pressure: Option<Pressure>,
    /// Why it differs from what the routine says; empty when it does not.
    pub why: Vec<Why>,
}

/// Sets of a step that are not played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Where the step stands in the shared routine, from 0.
    pub at: usize,
    /// How many of its sets.
    pub sets: u16,
    /// Why.
    pub why: Vec<Why>,
}

/// Why something differs from what the routine says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// By what holds for every routine.
    Screening(Cause),
    /// It waits for a physiotherapist's word, and the person has not asked one.
    AskFirst,
    /// There are more sets than [`MAX_SETS`].
    TooManySets,
    /// The maker wants it stronger than the exercise or the day allows.
    PressureHeld,
    /// Nobody has checked the exercise, so the lowest limits hold for it.
    Unchecked,
}

/// One set on its way through the rules.
#[derive(Clone, Debug)]
struct Slot {
    at: usize,
    set: u16,
    was: ExerciseId,
    step: RoutineStep,
    why: Vec<Why>,
}

/// Makes a shared routine fit for a person, or says what comes first.
pub fn receive(routine: &SharedRoutine, receiver: Receiver<'_>) -> Received {
    let exercises = with_custom(routine, receiver.rules.exercises);
    let rules = Rules { exercises: &exercises, ..receiver.rules };
    let screen = Screen::new(rules, receiver.person);
    let mut left_out = Vec::new();
    let slots = slots(routine, &screen, &exercises, &receiver, &mut left_out);
    let steps: Vec<RoutineStep> = slots.iter().map(|it| it.step).collect();
    let one_side: Vec<bool> = slots.iter().map(|it| is_one_side(routine, it.at)).collect();
    let request = Request {
        steps: &steps,
        aftercare_secs: routine.aftercare.0.get(),
        budget_secs: own_secs(routine, &exercises, &slots).min(SESSION_SECS),
        tools: receiver.tools,
    };
    let shaped = match screen.shape_sided(&request, &one_side) {
        Shape::Locked(lock) => return Received::Locked(lock),
        Shape::Ask(prompts) => return Received::Ask(prompts),
        Shape::Ready(shaped) => shaped,
    };
    let fitted = fitted(routine, &exercises, &slots, shaped, &mut left_out);
    let limit = screen.limits().session_secs.min(SESSION_SECS);
    Received::Ready(within_time(routine, &exercises, fitted, left_out, limit))
}

/// What screening left of the slots, within each muscle's time and as the maker said.
fn fitted(
    routine: &SharedRoutine,
    exercises: &[Exercise],
    slots: &[Slot],
    shaped: Shaped,
    left_out: &mut Vec<Dropped>,
) -> Vec<FittedStep> {
    for it in shaped.left_out {
        if let Some(slot) = slots.get(it.at) {
            drop_set(left_out, slot.at, it.why.into_iter().map(Why::Screening).collect());
        }
    }
    let mut used = Used::default();
    let mut fitted = Vec::new();
    for it in shaped.steps {
        let (Some(slot), Some(exercise)) = (slots.get(it.at), find(exercises, it.step.exercise))
        else {
            continue;
        };
        let step = FittedStep {
            at: slot.at,
            set: slot.set,
            exercise: exercise.id,
            was: slot.was,
            hold: it.step.hold,
            sides: Sides::Together,
            rest: RestSecs::held(0),
            pressure: it.pressure,
            why: slot.why.iter().copied().chain(it.why.into_iter().map(Why::Screening)).collect(),
        };
        match (used.within_muscle(exercise, step), routine.steps.get(slot.at)) {
            (Ok(step), Some(said)) => fitted.push(as_said(step, said, exercise)),
            (Err(why), _) => drop_set(left_out, slot.at, why),
            (Ok(_), None) => {}
        }
    }
    fitted
}

/// Length of the slots at the default times between holds, as a routine's own time (R66).
fn own_secs(routine: &SharedRoutine, exercises: &[Exercise], slots: &[Slot]) -> u32 {
    let mut steps = Vec::with_capacity(slots.len());
    for slot in slots {
        let said = routine.steps.get(slot.at);
        let (Some(said), Some(exercise)) = (said, find(exercises, slot.step.exercise)) else {
            continue;
        };
        steps.push(FittedStep {
            at: slot.at,
            set: slot.set,
            exercise: exercise.id,
            was: slot.was,
            hold: slot.step.hold,
            sides: said.sides.of(exercise.sides),
            rest: RestSecs::held(0),
            pressure: None,
            why: Vec::new(),
        });
    }
    let own = Fitted { steps, aftercare_secs: routine.aftercare.0.get(), ..Fitted::default() };
    play::total_secs(&own, exercises)
}

const fn is_custom(step: &Step) -> bool {
    matches!(step.what, What::Custom(_))
}

fn is_one_side(routine: &SharedRoutine, at: usize) -> bool {
    let sides = routine.steps.get(at).map(|it| it.sides);
    matches!(sides, Some(SideChoice::LeftOnly | SideChoice::RightOnly))
}

/// Each set of each step, inside the limits of one exercise; the rest goes to `left_out`.
fn slots(
    routine: &SharedRoutine,
    screen: &Screen<'_>,
    exercises: &[Exercise],
    receiver: &Receiver<'_>,
    left_out: &mut Vec<Dropped>,
) -> Vec<Slot> {
    let Receiver { asked_physio, person, .. } = *receiver;
    let mut slots = Vec::new();
    let mut used = Used::default();
    // Massage of one area is paused, and a described exercise may be just that.
    let is_paused = !person.standing.paused.is_empty();
    for (at, (step, was)) in routine.steps.iter().zip(ids(routine)).enumerate() {
        let mut why = Vec::new();
        let exercise = match find(exercises, was) {
            None => Err(Why::Screening(Cause::NotInLibrary)),
            Some(it) if is_custom(step) && is_paused => Err(Why::Screening(Cause::Paused(it.area))),
            Some(it) if !it.needs_signoff || asked_physio => Ok(it),
            Some(it) => {
                why.push(Why::AskFirst);
                without_signoff(exercises, it).ok_or(Why::AskFirst)
            }
        };
        let exercise = match exercise {
            Ok(exercise) => exercise,
            Err(why) => {
                left_out.push(Dropped { at, sets: step.sets.get(), why: vec![why] });
                continue;
            }
        };
        why.extend(is_custom(step).then_some(Why::Unchecked));
        let most = if is_custom(step) { CUSTOM_HOLD_SECS } else { HoldSecs::MAX };
        let longest = screen.limits().longest(exercise);
        for set in 1..=step.sets.get() {
            if set > MAX_SETS {
                let sets = step.sets.get() - MAX_SETS;
                left_out.push(Dropped { at, sets, why: vec![Why::TooManySets] });
                break;
            }
            let said = step.amount.secs();
            if slots.len() >= Plan::MAX_STEPS {
                drop_set(left_out, at, vec![Why::Screening(Cause::OutOfTime)]);
                continue;
            }
            let hold = said.min(most).min(longest);
            let Some(hold) = used.within_exercise(exercise, hold, longest) else {
                drop_set(left_out, at, vec![Why::Screening(Cause::EnoughOfIt)]);
                continue;
            };
            let mut why = why.clone();
            if hold < said {
                why.push(Why::Screening(Cause::Dose));
            }
            let step = RoutineStep { exercise: exercise.id, hold: HoldSecs::held(hold) };
            slots.push(Slot { at, set, was, step, why });
        }
    }
    slots
}

/// Adds one set of a step to what is left out, together with others for the same reasons.
fn drop_set(left_out: &mut Vec<Dropped>, at: usize, why: Vec<Why>) {
    match left_out.iter_mut().find(|it| it.at == at && it.why == why) {
        Some(dropped) => dropped.sets += 1,
        None => put(left_out, Dropped { at, sets: 1, why }),
    }
}

/// Puts what is left out where it stands in the routine, behind what is there already.
fn put(left_out: &mut Vec<Dropped>, dropped: Dropped) {
    let place = left_out.iter().take_while(|it| it.at <= dropped.at).count();
    left_out.insert(place, dropped);
}

/// The first easier variant that does not wait for a physiotherapist's word.
fn without_signoff<'a>(exercises: &'a [Exercise], from: &Exercise) -> Option<&'a Exercise> {
    let mut easier = from.easier;
    for _ in 0..MAX_CHAIN {
        let Easier::Exercise(id) = easier else { return None };
        let found = find(exercises, id)?;
        if !found.needs_signoff {
            return Some(found);
        }
        easier = found.easier;
    }
    None
}

/// Rest, sides and pressure as the maker said, as far as they hold for what is done.
fn as_said(mut step: FittedStep, said: &Step, exercise: &Exercise) -> FittedStep {
    step.rest = said.rest;
    step.sides = said.sides.of(exercise.sides);
    if let (Some(allowed), Some(wanted)) = (step.pressure, said.pressure) {
        if wanted > allowed && step.exercise == step.was {
            step.why.push(Why::PressureHeld);
        }
        step.pressure = Some(allowed.min(wanted));
    }
    step
}

/// The maker's rests and pace where the whole stays within the time with them, else without.
fn within_time(
    routine: &SharedRoutine,
    exercises: &[Exercise],
    steps: Vec<FittedStep>,
    left_out: Vec<Dropped>,
    limit: u32,
) -> Fitted {
    let mut fitted = Fitted {
        steps,
        left_out,
        pace: routine.pace,
        pauses_cut: false,
        aftercare_secs: routine.aftercare.0.get(),
        total_secs: 0,
    };
    fitted.total_secs = play::total_secs(&fitted, exercises);
    if fitted.total_secs > limit {
        fitted.pauses_cut =
            fitted.pace.is_some() || fitted.steps.iter().any(|it| it.rest.get() > 0);
        fitted.pace = None;
        for step in &mut fitted.steps {
            step.rest = RestSecs::held(0);
        }
        fitted.total_secs = play::total_secs(&fitted, exercises);
    }
    fitted
}
