//! `unknot.plan`: the routine of a session in progress, written when it starts and when a step is swapped.
//!
//! It holds the plan itself, so that an update of the app or its library in between changes nothing, and of a
//! routine that somebody made all of it, for the library cannot give its names and words again.

use super::{Decoded, Record, RecordError, decode_with, finish, need, versioned, word};
use crate::codec::json::{Fields, Json};
use crate::codec::link;
use crate::domain::body::Posture;
use crate::domain::dose::Pressure;
use crate::domain::exercise::ExerciseId;
use crate::domain::plan::{Plan, PlanStep, SpokenLengths, Timing};
use crate::domain::shared::SharedRoutine;
use crate::domain::side::Sides;
use crate::domain::time::Span;

/// Longest hold, rest, gap or after-care that is read: one hour.
const MAX_SPAN_MILLIS: u32 = 3_600_000;

/// A session's routine as it was when the session began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPlan {
    /// The routine's slug, at most 64 bytes of `a-z`, `0-9` and `-`.
    pub routine: String,
    /// Wall-clock milliseconds since 1970 when it began; ties it to its [`super::Place`].
    pub started: u64,
    /// The plan. Spoken lengths are not kept: they belong to the voice of the day, and the reader
    /// measures them anew.
    pub plan: Plan,
    /// The routine, where it is none of the library's.
    pub shared: Option<Box<SharedRoutine>>,
}

impl Record for StoredPlan {
    const KEY: &'static str = "unknot.plan";

    fn encode(&self) -> String {
        let Timing { first, same_posture, new_posture, switch } = self.plan.timing;
        let timing = [first, same_posture, new_posture, switch];
        let aftercare = [
            Json::from(self.plan.aftercare.millis()),
            Json::from(posture_word(self.plan.aftercare_posture)),
        ];
        let mut out = versioned()
            .put("routine", self.routine.as_str())
            .put("started", self.started)
            .put("timing", timing.iter().map(|span| span.millis().into()).collect::<Json>())
            .put("aftercare", aftercare.into_iter().collect::<Json>())
            .put("steps", self.plan.steps.iter().map(step_to_json).collect::<Json>());
        if self.plan.steps.iter().any(|it| it.pressure.is_some()) {
            let pressures = self.plan.steps.iter();
            let pressures = pressures.map(|it| it.pressure.map(|it| u32::from(it.rating())).into());
            out = out.put("pressures", pressures.collect::<Json>());
        }
        if self.plan.steps.iter().any(|it| it.longest != it.hold) {
            let longest = self.plan.steps.iter().map(|it| it.longest.millis());
            out = out.put("longest", longest.map(Json::from).collect::<Json>());
        }
        if let Some(routine) = &self.shared {
            out = out.put("shared", kept(routine).as_str());
        }
        finish(out)
    }

    /// All or nothing: a session that resumed with a step missing would lead the person wrongly (D14).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            Ok(Self {
                routine: need("routine", word(fields.get("routine")))?.to_owned(),
                started: need("started", fields.get("started").and_then(Json::fit))?,
                plan: plan(fields)?,
                shared: match fields.get("shared") {
                    None => None,
                    Some(value) => Some(need("shared", value.text().and_then(shared))?),
                },
            })
        })
    }
}

fn plan(fields: Fields<'_>) -> Result<Plan, RecordError> {
    let (aftercare, aftercare_posture) =
        need("aftercare", fields.get("aftercare").and_then(aftercare))?;
    let mut steps = need("steps", fields.get("steps").and_then(steps))?;
    if let Some(value) = fields.get("pressures") {
        need("pressures", pressures(value, &mut steps))?;
    }
    if let Some(value) = fields.get("longest") {
        need("longest", longest(value, &mut steps))?;
    }
    Ok(Plan {
        steps,
        timing: need("timing", fields.get("timing").and_then(timing))?,
        aftercare,
        aftercare_posture,
        aftercare_spoken: Span::ZERO,
    })
}

fn timing(value: &Json) -> Option<Timing> {
    let [first, same, new, switch] = value.items()? else { return None };
    Some(Timing {
        first: span(first)?,
        same_posture: span(same)?,
        new_posture: span(new)?,
        switch: span(switch)?,
    })
}

fn aftercare(value: &Json) -> Option<(Span, Posture)> {
    let [length, posture] = value.items()? else { return None };
    Some((span(length)?, posture_from_word(posture.text()?)?))
}

fn steps(value: &Json) -> Option<Vec<PlanStep>> {
    let items = value.items()?;
    if items.is_empty() || items.len() > Plan::MAX_STEPS {
        return None;
    }
    items.iter().map(step_from_json).collect()
}

/// Gives each step the strongest pressure that its maker wants.
fn pressures(value: &Json, steps: &mut [PlanStep]) -> Option<()> {
    let items = value.items().filter(|items| items.len() == steps.len())?;
    for (item, step) in items.iter().zip(steps) {
        if *item != Json::Null {
            step.pressure = Some(Pressure::new(item.fit()?).ok()?);
        }
    }
    Some(())
}

/// Gives each step how long its holds may become.
fn longest(value: &Json, steps: &mut [PlanStep]) -> Option<()> {
    let items = value.items().filter(|items| items.len() == steps.len())?;
    for (item, step) in items.iter().zip(steps) {
        step.longest = span(item)?;
    }
    Some(())
}

/// The routine as it is kept on the phone.
// Never inlined, nor is its neighbour: the first screen's part of the program must not grow by the link's format.
#[inline(never)]
fn kept(routine: &SharedRoutine) -> String {
    link::keep(routine)
}

#[inline(never)]
fn shared(text: &str) -> Option<Box<SharedRoutine>> {
    link::kept(text).ok().map(|it| Box::new(it.routine))
}

fn step_to_json(step: &PlanStep) -> Json {
    [
        Json::from(u32::from(step.exercise.0)),
        Json::from(posture_word(step.posture)),
        Json::from(sides_word(step.sides)),
        Json::from(step.hold.millis()),
        Json::from(step.rest.millis()),
    ]
    .into_iter()
    .collect()
}

fn step_from_json(value: &Json) -> Option<PlanStep> {
    let [exercise, posture, sides, hold, rest] = value.items()? else { return None };
    Some(PlanStep {
        exercise: ExerciseId(exercise.fit()?),
        posture: posture_from_word(posture.text()?)?,
        sides: sides_from_word(sides.text()?)?,
        hold: span(hold)?,
        rest: span(rest)?,
        longest: span(hold)?,
        // Not kept: whoever takes the plan up again knows the exercises.
        is_pressed: false,
        pressure: None,
        spoken: SpokenLengths::default(),
    })
}

fn span(value: &Json) -> Option<Span> {
    value.fit().filter(|&millis| millis <= MAX_SPAN_MILLIS).map(Span::from_millis)
}

const fn posture_word(posture: Posture) -> &'static str {
    match posture {
        Posture::Floor => "floor",
        Posture::Chair => "chair",
        Posture::Standing => "standing",
    }
}

fn posture_from_word(word: &str) -> Option<Posture> {
    match word {
        "floor" => Some(Posture::Floor),
        "chair" => Some(Posture::Chair),
        "standing" => Some(Posture::Standing),
        _ => None,
    }
}

const fn sides_word(sides: Sides) -> &'static str {
    match sides {
        Sides::Together => "together",
        Sides::Each => "each",
        Sides::LeftOnly => "left-only",
        Sides::RightOnly => "right-only",
        Sides::RightFirst => "right-first",
    }
}

fn sides_from_word(word: &str) -> Option<Sides> {
    match word {
        "together" => Some(Sides::Together),
        "each" => Some(Sides::Each),
        "left-only" => Some(Sides::LeftOnly),
        "right-only" => Some(Sides::RightOnly),
        "right-first" => Some(Sides::RightFirst),
        _ => None,
    }
}
