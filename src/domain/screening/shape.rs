//! A routine made fit for one person: left out, swapped, shortened, in its order (R60 to R67).

use super::Cause;
use super::fitting::{self, Budget};
use super::judge::{Fit, Lock, Screen};
use super::mode::Mode;
use super::prompts::Prompt;
use super::rules::missing;
use crate::domain::body::Posture;
use crate::domain::dose::{HoldSecs, Pressure};
use crate::domain::equipment::ToolSet;
use crate::domain::exercise::Exercise;
use crate::domain::muscle::{Muscle, muscles};
use crate::domain::routine::RoutineStep;

/// Seconds that one level takes away (R47, R48; clinical-evidence 1.5).
const STEP_BACK_SECS: u16 = 15;
/// Seconds that one level adds to one exercise.
const STEP_UP_SECS: u16 = 10;
/// Shortest hold that a dose is cut to; what is left is not worth getting into place for.
pub(super) const SHORTEST_SECS: u16 = 10;

/// A routine, whoever made it.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// Its steps in order.
    pub steps: &'r [RoutineStep],
    /// Length of its after-care card in seconds, which is never cut.
    pub aftercare_secs: u16,
    /// Its time budget in seconds, at the default times between holds.
    pub budget_secs: u32,
    /// What is at hand.
    pub tools: ToolSet,
}

/// What becomes of a routine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Everything is locked.
    Locked(Lock),
    /// Questions come first; show the first of them.
    Ask(Vec<Prompt>),
    /// It can be played.
    Ready(Shaped),
}

/// A routine made fit for a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shaped {
    /// Its steps in order; empty when nothing of it is left.
    pub steps: Vec<ShapedStep>,
    /// Steps that have no place in it.
    pub left_out: Vec<LeftOut>,
    /// Its length in seconds at the default times between holds, after-care included.
    pub total_secs: u32,
}

/// One step of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapedStep {
    /// What is done.
    pub step: RoutineStep,
    /// Where the step stands in the routine, from 0.
    pub at: usize,
    /// What the routine says there.
    pub was: RoutineStep,
    /// Strongest pressure or stretch today; `None` where nothing presses or pulls.
    pub pressure: Option<Pressure>,
    /// Why it differs; empty when it does not.
    pub why: Vec<Cause>,
}

impl Shaped {
    /// Its steps, each with how strong it may be today, as a plan takes them.
    pub fn played(&self) -> Vec<(RoutineStep, Option<Pressure>)> {
        self.steps.iter().map(|it| (it.step, it.pressure)).collect()
    }

    /// Its steps alone.
    pub fn routine_steps(&self) -> Vec<RoutineStep> {
        self.steps.iter().map(|it| it.step).collect()
    }
}

impl ShapedStep {
    /// Whether another exercise stands in its place.
    pub fn is_swapped(&self) -> bool {
        self.step.exercise != self.was.exercise
    }
}

/// A step that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it stood, from 0.
    pub at: usize,
    /// What it was.
    pub was: RoutineStep,
    /// Why.
    pub why: Vec<Cause>,
}

impl Screen<'_> {
    /// Makes a routine fit for this person today, or says what comes first.
    pub fn shape(&self, request: &Request<'_>) -> Shape {
        self.shape_sided(request, &[])
    }

    /// As [`Screen::shape`], of a routine whose steps may be for one side alone, which takes half the time.
    ///
    /// `one_side` says so step by step; what it does not reach has both sides.
    pub fn shape_sided(&self, request: &Request<'_>, one_side: &[bool]) -> Shape {
        let ids = || request.steps.iter().map(|it| it.exercise);
        let prompts = self.prompts(ids());
        if let Some(lock) = self.lock()
            && !(lock.keeps_breathing && self.breathes(ids()))
        {
            if let Some(graver) = self.graver() {
                return Shape::Ask(vec![graver]);
            }
            // What locks at URGENT is never asked again, so it is never old.
            let is_old = |why: &Cause| prompts.iter().any(|it| it.asks_again(*why));
            let only_old = lock.why.iter().all(is_old);
            return if only_old { Shape::Ask(prompts) } else { Shape::Locked(lock) };
        }
        if prompts.is_empty() {
            Shape::Ready(self.fill(request, one_side))
        } else {
            Shape::Ask(prompts)
        }
    }

    fn fill(&self, request: &Request<'_>, one_side: &[bool]) -> Shaped {
        let mut shaped = Shaped::default();
        for (at, was) in request.steps.iter().copied().enumerate() {
            let is_one_side = one_side.get(at) == Some(&true);
            match self.place(was, is_one_side, &shaped.steps, request.tools) {
                Ok((step, why)) => {
                    let exercise = self.rules.exercise(step.exercise);
                    let pressure = exercise.and_then(|it| self.limits.pressure(it));
                    shaped.steps.push(ShapedStep { step, at, was, pressure, why });
                }
                Err(why) => shaped.left_out.push(LeftOut { at, was, why }),
            }
        }
        let budget = Budget {
            total: request.budget_secs.min(self.limits.session_secs),
            guided: self.limits.guided_secs,
            aftercare: request.aftercare_secs,
            one_side,
        };
        fitting::fit(self.rules, &mut shaped, budget);
        self.step_up(&mut shaped, budget);
        shaped.total_secs = fitting::total(self.rules, &shaped.steps, budget);
        shaped
    }

    /// What is done in place of a step, and why it differs.
    fn place(
        &self,
        was: RoutineStep,
        is_one_side: bool,
        before: &[ShapedStep],
        tools: ToolSet,
    ) -> Result<(RoutineStep, Vec<Cause>), Vec<Cause>> {
        let Some(exercise) = self.rules.exercise(was.exercise) else {
            return Err(vec![Cause::NotInLibrary]);
        };
        let easier = self.rules.easier(exercise);
        let secs = u32::from(was.hold.secs()).saturating_mul(holds(exercise, is_one_side));
        let mut why = self.obstacles(exercise, &easier, tools);
        if why.is_empty() {
            let wanted = self.wanted(exercise, was.hold.secs());
            match self.dose(exercise, wanted, before) {
                Some(hold) => return Ok(self.unswapped(exercise, was, hold, before)),
                None => why.push(Cause::EnoughOfIt),
            }
        }
        for it in easier.into_iter().filter(|it| !it.needs_signoff) {
            let is_free = self.allows(it) && missing(it, tools).is_none();
            let wanted = self.wanted(it, share(secs, holds(it, is_one_side)));
            if let Some(hold) = self.dose(it, wanted, before).filter(|_| is_free) {
                return Ok((RoutineStep { exercise: it.id, hold }, why));
            }
        }
        match self.stand_in(secs, before, tools) {
            Some(step) => Ok((step, why)),
            None => Err(why),
        }
    }

    fn unswapped(
        &self,
        exercise: &Exercise,
        was: RoutineStep,
        hold: HoldSecs,
        before: &[ShapedStep],
    ) -> (RoutineStep, Vec<Cause>) {
        let mut why = Vec::new();
        let wanted = self.wanted(exercise, was.hold.secs());
        if wanted < was.hold.secs() {
            why.push(Cause::LevelDown);
        }
        if hold.secs() < wanted.min(self.own_time(exercise, before)) {
            why.push(Cause::EnoughOfIt);
        } else if hold.secs() < wanted {
            why.push(Cause::Dose);
        }
        (RoutineStep { exercise: exercise.id, hold }, why)
    }

    /// Why an exercise of the routine cannot stay; empty when it can.
    fn obstacles(&self, exercise: &Exercise, easier: &[&Exercise], tools: ToolSet) -> Vec<Cause> {
        let judged = self.judge(exercise);
        if judged.fit != Fit::Allowed {
            return judged.why;
        }
        if let Some(tool) = missing(exercise, tools) {
            return vec![Cause::NoTool(tool)];
        }
        let off_the_floor = |it: &&&Exercise| {
            it.position.posture() != Posture::Floor && self.allows(it) && !it.needs_signoff
        };
        let is_floor = exercise.position.posture() == Posture::Floor;
        if self.limits.chair_first
            && is_floor
            && easier.iter().filter(off_the_floor).any(|it| missing(it, tools).is_none())
        {
            return vec![Cause::ChairFirst];
        }
        Vec::new()
    }

    /// The hold after the steps back of the person and of the exercise; only what presses or pulls steps back.
    fn wanted(&self, exercise: &Exercise, secs: u16) -> u16 {
        if exercise.pressure_cap.is_none() {
            return secs;
        }
        let standing = self.person.standing;
        let dropped = u16::from(standing.dropped.contains(&exercise.id));
        let levels = u16::from(standing.level.min(0).unsigned_abs()).saturating_add(dropped);
        let back = levels.saturating_mul(STEP_BACK_SECS);
        secs.saturating_sub(back).max(secs.min(STEP_BACK_SECS))
    }

    /// The hold that the limits and the dose left of this massage allow; `None` when too little is left.
    fn dose(&self, exercise: &Exercise, secs: u16, before: &[ShapedStep]) -> Option<HoldSecs> {
        let of_muscle =
            HoldSecs::MUSCLE_CAP.saturating_sub(on_muscle(exercise, before, usize::MAX));
        let own = self.own_time(exercise, before);
        let longest = own.min(if exercise.pressure_cap.is_some() { of_muscle } else { u16::MAX });
        let hold = secs.min(longest);
        (hold >= secs.min(SHORTEST_SECS)).then(|| HoldSecs::held(hold))
    }

    /// Longest hold by the limits and by what this same massage has had.
    fn own_time(&self, exercise: &Exercise, before: &[ShapedStep]) -> u16 {
        self.limits.longest(exercise).min(self.left_of(exercise, before))
    }

    /// Seconds a side that are left of a massage in this session (clinical-evidence 1.1).
    fn left_of(&self, exercise: &Exercise, before: &[ShapedStep]) -> u16 {
        if !exercise.technique.is_massage() {
            return u16::MAX;
        }
        let same = before.iter().filter(|it| it.step.exercise == exercise.id);
        let used = same.fold(0_u16, |sum, it| sum.saturating_add(it.step.hold.secs()));
        self.limits.longest(exercise).saturating_sub(used)
    }

    /// Slow breathing or shoulder rolls of the same length, not the same one twice in a row.
    fn stand_in(&self, secs: u32, before: &[ShapedStep], tools: ToolSet) -> Option<RoutineStep> {
        let last = before.last().map(|it| it.step.exercise);
        let free: Vec<&Exercise> = self
            .rules
            .stand_ins()
            .filter(|it| self.allows(it) && missing(it, tools).is_none())
            .collect();
        let other = free.iter().find(|it| Some(it.id) != last).or_else(|| free.first())?;
        let hold = share(secs, holds(other, false)).min(self.limits.longest(other));
        Some(RoutineStep { exercise: other.id, hold: HoldSecs::held(hold) })
    }

    /// After three good sessions, one exercise more a level is held a little longer, where there is time.
    fn step_up(&self, shaped: &mut Shaped, budget: Budget) {
        let mut ups =
            if self.limits.mode == Mode::Standard { self.person.standing.level } else { 0 };
        for index in 0..shaped.steps.len() {
            if ups > 0
                && let Some(longer) = self.longer(&shaped.steps, index)
                && !fitting::is_over(self.rules, &longer, budget)
            {
                shaped.steps = longer;
                ups = ups.saturating_sub(1);
            }
        }
    }

    /// The steps with one of them a little longer; `None` where it may not be.
    fn longer(&self, steps: &[ShapedStep], index: usize) -> Option<Vec<ShapedStep>> {
        let mut longer = steps.to_vec();
        let step = longer.get_mut(index).filter(|it| it.why.is_empty())?;
        let exercise = self.rules.exercise(step.step.exercise)?;
        exercise.pressure_cap?;
        let secs = step.step.hold.secs().saturating_add(STEP_UP_SECS);
        step.step.hold = HoldSecs::held(secs);
        step.why.push(Cause::LevelUp);
        let same = steps.iter().enumerate().filter(|(at, it)| {
            *at != index && it.step.exercise == exercise.id && exercise.technique.is_massage()
        });
        let used = same.fold(0_u16, |sum, (_, it)| sum.saturating_add(it.step.hold.secs()));
        let on_muscle = on_muscle(exercise, steps, index);
        let fits = secs.saturating_add(used) <= self.limits.longest(exercise)
            && secs.saturating_add(on_muscle) <= HoldSecs::MUSCLE_CAP;
        fits.then_some(longer)
    }
}

impl Prompt {
    /// Whether it asks again about what led to a lock.
    fn asks_again(&self, why: Cause) -> bool {
        let Cause::Condition(id) = why else { return false };
        match self {
            Self::FollowUp(it) => *it == id,
            Self::Card { lines, .. } | Self::Few(lines) => lines.contains(&id),
            Self::Where(_) | Self::Body => false,
        }
    }
}

/// Holds of an exercise: one, or one a side unless it is done on one side alone.
pub(super) fn holds(exercise: &Exercise, is_one_side: bool) -> u32 {
    if is_one_side {
        return 1;
    }
    u32::try_from(exercise.sides.order().len()).unwrap_or(1)
}

/// The seconds of a whole step as each of `holds` holds.
fn share(secs: u32, holds: u32) -> u16 {
    u16::try_from(secs / holds.max(1)).unwrap_or(HoldSecs::MAX).min(HoldSecs::MAX)
}

/// Seconds a side that press or pull a muscle of this exercise already, of the fullest one, but for the step
/// at `but` (R65).
fn on_muscle(exercise: &Exercise, steps: &[ShapedStep], but: usize) -> u16 {
    let had = |muscle: &Muscle| {
        let pulls = |(at, it): &(usize, &ShapedStep)| {
            *at != but && it.pressure.is_some() && muscles(it.step.exercise).contains(muscle)
        };
        let holds = steps.iter().enumerate().filter(pulls).map(|(_, it)| it.step.hold.secs());
        holds.fold(0_u16, u16::saturating_add)
    };
    muscles(exercise.id).iter().map(had).max().unwrap_or(0)
}
