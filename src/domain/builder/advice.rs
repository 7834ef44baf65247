//! What a routine's maker should know before sharing it: where the phones of those who get it will hold it.

use crate::domain::dose::{HoldSecs, Pressure};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::shared::{
    CUSTOM_HOLD_SECS, CUSTOM_PRESSURE, CUSTOM_TOTAL_SECS, MAX_SETS, Muscle, SESSION_SECS,
    SharedRoutine, Step, What, find, muscles, totals,
};

/// One piece of advice; the sender cannot switch off what it is about (clinical-evidence 3.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A muscle gets more than 180 s a side (clinical-evidence 1.1).
    MuscleFull {
        /// Which one.
        muscle: Muscle,
        /// How much it gets, a side, in seconds.
        secs: u32,
        /// Places of the steps that press or pull it.
        steps: Vec<usize>,
    },
    /// One exercise gets more than its own longest time in a session, a side.
    ExerciseFull {
        /// Place of its first step.
        at: usize,
        /// How much it gets, in seconds.
        secs: u32,
        /// The longest, in seconds.
        longest: u16,
    },
    /// The whole lasts longer than 30 minutes (clinical-evidence 1.1).
    SessionFull {
        /// How long, in seconds.
        secs: u32,
    },
    /// A hold is longer than the exercise allows.
    HoldHeld {
        /// Place of the step.
        at: usize,
        /// The longest, in seconds.
        longest: u16,
    },
    /// The step has more sets than are played.
    SetsHeld {
        /// Place of the step.
        at: usize,
    },
    /// The pressure or stretch is more than the exercise allows.
    PressureHeld {
        /// Place of the step.
        at: usize,
        /// The strongest, of 10.
        cap: u8,
    },
    /// The pressure is the strongest that there is (clinical-evidence 1.1: aim at 3 to 4).
    PressureStrong {
        /// Place of the step.
        at: usize,
    },
    /// The exercise waits for a physiotherapist's word, so the person is asked for one first.
    Flagged {
        /// Place of the step.
        at: usize,
    },
    /// Nobody has checked the exercise, so the lowest limits hold for it.
    Described {
        /// Place of the step.
        at: usize,
    },
    /// The library here does not hold the exercise.
    Unknown {
        /// Place of the step.
        at: usize,
    },
}

/// What there is to know about a routine; what concerns the whole first.
pub fn advice(routine: &SharedRoutine, library: &[Exercise]) -> Vec<Advice> {
    let mut found = Vec::new();
    let secs = totals(routine, library).secs;
    if secs > SESSION_SECS {
        found.push(Advice::SessionFull { secs });
    }
    for muscle in Muscle::ALL {
        muscle_full(routine, library, *muscle, &mut found);
    }
    for (at, step) in routine.steps.iter().enumerate() {
        about_step(at, step, library, &mut found);
        exercise_full(routine, library, at, &mut found);
    }
    found
}

fn known<'a>(step: &Step, library: &'a [Exercise]) -> Option<&'a Exercise> {
    match &step.what {
        What::Library(number) => find(library, ExerciseId(number.get())),
        What::Custom(_) => None,
    }
}

/// Seconds a side of all sets.
fn secs(step: &Step) -> u32 {
    u32::from(step.amount.secs()) * u32::from(step.sets.get())
}

fn muscle_full(
    routine: &SharedRoutine,
    library: &[Exercise],
    muscle: Muscle,
    found: &mut Vec<Advice>,
) {
    let presses = |step: &Step| match &step.what {
        What::Custom(_) => muscle == Muscle::Unknown,
        What::Library(_) => known(step, library)
            .is_some_and(|it| it.pressure_cap.is_some() && muscles(it.id).contains(&muscle)),
    };
    let on_it = || routine.steps.iter().enumerate().filter(|(_, step)| presses(step));
    let total: u32 = on_it().map(|(_, step)| secs(step)).sum();
    if total > u32::from(HoldSecs::MUSCLE_CAP) {
        let steps = on_it().map(|(at, _)| at).collect();
        found.push(Advice::MuscleFull { muscle, secs: total, steps });
    }
}

/// Told once, at the first step of a massage or of a described exercise.
fn exercise_full(
    routine: &SharedRoutine,
    library: &[Exercise],
    at: usize,
    found: &mut Vec<Advice>,
) {
    let Some(step) = routine.steps.get(at) else { return };
    let longest = match known(step, library) {
        Some(it) if it.technique.is_massage() => it.longest.secs(),
        None if matches!(step.what, What::Custom(_)) => CUSTOM_TOTAL_SECS,
        Some(_) | None => return,
    };
    let same = |it: &&Step| it.what == step.what;
    if routine.steps.iter().take(at).any(|it| same(&it)) {
        return;
    }
    let total: u32 = routine.steps.iter().filter(same).map(secs).sum();
    if total > u32::from(longest) {
        found.push(Advice::ExerciseFull { at, secs: total, longest });
    }
}

fn about_step(at: usize, step: &Step, library: &[Exercise], found: &mut Vec<Advice>) {
    let exercise = known(step, library);
    let is_custom = matches!(step.what, What::Custom(_));
    let longest = match exercise {
        _ if is_custom => Some(CUSTOM_HOLD_SECS),
        Some(it) => Some(it.longest.secs()),
        None => None,
    };
    let cap = match exercise {
        _ if is_custom => Some(CUSTOM_PRESSURE),
        Some(it) => it.pressure_cap.map(Pressure::rating),
        None => None,
    };
    if let Some(longest) = longest.filter(|it| step.amount.secs() > *it) {
        found.push(Advice::HoldHeld { at, longest });
    }
    if step.sets.get() > MAX_SETS {
        found.push(Advice::SetsHeld { at });
    }
    if let (Some(wanted), Some(cap)) = (step.pressure, cap) {
        if wanted.rating() > cap {
            found.push(Advice::PressureHeld { at, cap });
        } else if wanted.rating() == Pressure::CAP {
            found.push(Advice::PressureStrong { at });
        }
    }
    if exercise.is_some_and(|it| it.needs_signoff) {
        found.push(Advice::Flagged { at });
    }
    if is_custom {
        found.push(Advice::Described { at });
    } else if exercise.is_none() {
        found.push(Advice::Unknown { at });
    }
}
