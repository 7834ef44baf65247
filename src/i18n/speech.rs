//! What the voice says and the player writes: lines made from cues and the library's words.

use super::format::fill;
use super::messages::{common, player as words};
use crate::catalog::ExerciseText;
use crate::domain::cue::{Cue, CueKind};
use crate::domain::dose::Pressure;
use crate::domain::exercise::Exercise;
use crate::domain::plan::SpokenLengths;
use crate::domain::session::{Phase, Upcoming};
use crate::domain::side::Side;
use crate::domain::technique::Technique;
use crate::domain::time::Span;

/// Said when the holds are over.
pub const AFTERCARE: &str = "That was the last one. Walk a little now. Drink if you are thirsty.";

const HALF_WAY: &str = "Half-way.";
const TEN_SECONDS: &str = "Ten seconds.";
const REST: &str = "Rest.";
const FINISHED: &str = "All done. Get up slowly.";
const EASE_OFF: &str = "Ease off by half. Breathe out slowly.";
const GOING_ON: &str = "Going on.";
const SWITCH: &str = "Switch. {} now.";

/// An exercise with its words.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The exercise; `None` when the library does not hold it.
    pub exercise: Option<&'static Exercise>,
    /// Its words.
    pub text: &'static ExerciseText,
    /// The strongest pressure or stretch, where whoever made the routine wants it below the exercise's own.
    pub cap: Option<Pressure>,
}

/// The line of a cue; `eased` halves the target.
pub fn line(cue: &Cue, step: Step, eased: bool) -> String {
    match cue.kind {
        CueKind::Name => name(step, cue.side),
        CueKind::SetUp => step.text.set_up.to_owned(),
        CueKind::SwitchTo => fill(SWITCH, &[side(cue.side)]),
        CueKind::Target => target(step, eased).unwrap_or_default().to_owned(),
        CueKind::Coach(at) => {
            step.text.cues.get(usize::from(at)).copied().unwrap_or_default().to_owned()
        }
        CueKind::HalfWay => HALF_WAY.to_owned(),
        CueKind::TenSeconds => TEN_SECONDS.to_owned(),
        CueKind::Rest => REST.to_owned(),
        CueKind::Aftercare => AFTERCARE.to_owned(),
        CueKind::Finished => FINISHED.to_owned(),
        CueKind::EaseOff => EASE_OFF.to_owned(),
        CueKind::Resumed => [GOING_ON, " ", &name(step, cue.side)].concat(),
    }
}

/// How long a voice at `rate_percent` of normal speed takes for `text`, somewhat generously.
pub fn length(text: &str, rate_percent: u8) -> Span {
    const START_MILLIS: u32 = 350;
    const MILLIS_A_CHARACTER: u32 = 68;
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let millis = characters.saturating_mul(MILLIS_A_CHARACTER).saturating_add(START_MILLIS);
    Span::from_millis(millis.saturating_mul(100) / u32::from(rate_percent.max(1)))
}

/// Lengths of a step's lines at `rate_percent` of normal speed.
pub fn lengths(step: Step, rate_percent: u8) -> SpokenLengths {
    let spoken = |text: &str| length(text, rate_percent);
    SpokenLengths {
        name: spoken(&name(step, Side::Right)),
        set_up: spoken(step.text.set_up),
        target: target(step, false).map(spoken),
        coaching: step.text.cues.iter().map(|cue| spoken(cue)).collect(),
    }
}

/// The large words of the player: the step's name, or the phase where no step matters.
pub fn headline(phase: Phase, step: Step) -> &'static str {
    match phase {
        Phase::GetReady | Phase::Work | Phase::Switch => step.text.name,
        Phase::Rest => words::REST,
        Phase::Aftercare => words::AFTERCARE,
        Phase::Done => words::DONE,
    }
}

/// The phase and side in words, so that neither needs colour or shape.
pub fn phase_line(phase: Phase, at: Side) -> String {
    let phase = match phase {
        Phase::GetReady => words::GET_READY,
        Phase::Work => words::WORK,
        Phase::Switch => words::SWITCH,
        Phase::Rest => words::REST,
        Phase::Aftercare => words::AFTERCARE,
        Phase::Done => words::DONE,
    };
    match at {
        Side::Left => [phase, " · ", words::LEFT].concat(),
        Side::Right => [phase, " · ", words::RIGHT].concat(),
        Side::Both => phase.to_owned(),
    }
}

/// What follows, in a few words.
pub fn upcoming(next: &Upcoming, step: Step) -> String {
    match next.phase {
        Phase::Aftercare => words::AFTERCARE.to_owned(),
        Phase::GetReady | Phase::Work | Phase::Switch | Phase::Rest | Phase::Done => {
            match next.side {
                Side::Both => step.text.name.to_owned(),
                Side::Left => [step.text.name, ", ", words::LEFT].concat(),
                Side::Right => [step.text.name, ", ", words::RIGHT].concat(),
            }
        }
    }
}

/// What a screen reader says when another segment runs, or the session stands.
pub fn announcement(running: bool, headline: &str, phase: &str) -> String {
    if running {
        [phase, ". ", headline].concat()
    } else {
        [words::PAUSED, ". ", headline].concat()
    }
}

fn name(step: Step, at: Side) -> String {
    match at {
        Side::Both => [step.text.name, "."].concat(),
        Side::Left | Side::Right => [step.text.name, ". ", side(at), "."].concat(),
    }
}

const fn side(side: Side) -> &'static str {
    match side {
        Side::Left => common::LEFT_SIDE,
        Side::Right => common::RIGHT_SIDE,
        Side::Both => common::BOTH_SIDES,
    }
}

/// How strong it may be (clinical-evidence 1.1: aim 3 to 4, never above 5; eased is half of that).
fn target(step: Step, eased: bool) -> Option<&'static str> {
    let exercise = step.exercise?;
    let own = exercise.pressure_cap?;
    let cap = step.cap.map_or(own, |cap| cap.min(own)).rating();
    let stretches = matches!(
        exercise.technique,
        Technique::Stretch | Technique::Extension | Technique::NerveSlide
    );
    Some(match (stretches, eased, cap) {
        (true, _, 0) => "No pull at all. Just rest there.",
        (true, false, 4..) => "A mild pull. Four out of ten at most.",
        (true, false, 3) => "A mild pull. Three out of ten at most.",
        (true, false, 2) => "A faint pull. Two out of ten at most.",
        (true, false, _) => "A faint pull. One out of ten at most.",
        (true, true, 2..) => "Half the pull. Two out of ten at most.",
        (true, true, _) => "Half the pull. One out of ten at most.",
        (false, _, 0) => "No pressure at all. Just a touch.",
        (false, false, 5..) => "Aim for three to four out of ten. Five at most.",
        (false, false, 4) => "Aim for three out of ten. Four at most.",
        (false, false, 3) => "Light. Three out of ten at most.",
        (false, false, 2) => "Very light. Two out of ten at most.",
        (false, false, _) => "Very light. One out of ten at most.",
        (false, true, 2..) => "Half the pressure. Two out of ten at most.",
        (false, true, _) => "Half the pressure. One out of ten at most.",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;
    use crate::domain::exercise::ExerciseId;

    fn every_step() -> impl Iterator<Item = Step> {
        catalog::exercises().iter().map(|it| Step {
            exercise: Some(it),
            text: catalog::text(it.id),
            cap: None,
        })
    }

    fn cue(kind: CueKind, side: Side) -> Cue {
        Cue { kind, exercise: ExerciseId(0), side, at: Span::ZERO, must_end_by: None }
    }

    #[test]
    fn the_name_of_a_two_sided_step_says_its_side() {
        for step in every_step() {
            assert!(line(&cue(CueKind::Name, Side::Left), step, false).contains("Left side"));
            assert!(line(&cue(CueKind::SwitchTo, Side::Right), step, false).contains("Right side"));
        }
    }

    #[test]
    fn fixed_lines_fit_the_time_that_is_kept_for_them() {
        for (kind, text) in [
            (CueKind::HalfWay, HALF_WAY),
            (CueKind::TenSeconds, TEN_SECONDS),
            (CueKind::Rest, REST),
            (CueKind::Finished, FINISHED),
            (CueKind::EaseOff, EASE_OFF),
            (CueKind::Resumed, GOING_ON),
        ] {
            assert!(length(text, 100) <= kind.allowance(), "{text}");
        }
        let switch = fill(SWITCH, &[common::RIGHT_SIDE]);
        assert!(length(&switch, 100) <= CueKind::SwitchTo.allowance());
    }

    #[test]
    fn no_target_ever_names_more_than_the_exercise_allows() {
        for step in every_step() {
            let cap = step.exercise.and_then(|it| it.pressure_cap).map(Pressure::rating);
            let Some(text) = target(step, false) else {
                assert_eq!(cap, None);
                continue;
            };
            let words = ["zero", "one", "two", "three", "four", "five", "six"];
            let named = words.iter().rposition(|word| text.to_lowercase().contains(word));
            assert!(named <= cap.map(usize::from), "{text} for {cap:?}");
        }
    }

    #[test]
    fn no_target_names_more_than_the_maker_of_a_routine_wants() {
        // G4
        let words = ["zero", "one", "two", "three", "four", "five", "six"];
        for step in every_step() {
            for rating in 0..=Pressure::CAP {
                for eased in [false, true] {
                    let capped = Step { cap: Some(Pressure::held(rating)), ..step };
                    let Some(text) = target(capped, eased) else { continue };
                    let named = words.iter().rposition(|word| text.to_lowercase().contains(word));
                    assert!(named <= Some(usize::from(rating)), "{text} for {rating}");
                }
            }
        }
    }

    #[test]
    fn an_eased_target_is_half_of_four_at_most() {
        for step in every_step() {
            if let Some(text) = target(step, true) {
                assert!(text.contains("Half") && text.contains("Two out of ten at most"));
            }
        }
    }

    #[test]
    fn a_slower_voice_takes_longer() {
        assert!(length("Breathe out slowly.", 50) > length("Breathe out slowly.", 100));
        assert!(length("Breathe out slowly.", 0) > Span::ZERO);
    }
}
