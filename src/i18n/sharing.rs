//! Words about routines that one person makes for another: advice, reasons, a summary and a message.
//!
//! Names of library exercises are handed in; texts of the maker stay as they are.

use super::{format, health, words};
use crate::domain::builder::Advice;
use crate::domain::dose::{HoldSecs, Pressure};
use crate::domain::exercise::ExerciseId;
use crate::domain::shared::{
    Amount, Line, MAX_SETS, Maker, Muscle, SESSION_SECS, Schedule, SharedRoutine, SideChoice, Step,
    What, Why,
};
use crate::domain::time::Span;

/// Name of a step whose exercise is neither in the library nor named by the link.
pub const UNKNOWN: &str = "An exercise this app does not know";
/// Name of a described exercise without one.
pub const UNNAMED: &str = "An exercise of their own";
/// Title of a routine without one.
pub const UNTITLED: &str = "A routine";
/// Stands under every list of advice (clinical-evidence 3.7).
pub const LIMITS_HOLD: &str = "These limits hold on every phone. A link cannot switch them off.";
/// Stands over each note of a maker (clinical-evidence 3.7).
pub const NOT_FROM_APP: &str = "This note is from your therapist, not from the app.";
/// Stands beside the maker's name (clinical-evidence 3.7).
pub const UNCHECKED_MAKER: &str = "As they say. We have not checked it.";
/// Stands beside an exercise that its maker described.
pub const UNCHECKED_EXERCISE: &str =
    "Nobody has checked this exercise. Stop if anything hurts, and keep it light.";
/// Asked where exercises wait for a physiotherapist's word.
pub const ASKED_PHYSIO: &str = "I asked a physio about these, and may do them.";

/// The words of one library exercise by its number; `None` where the library does not hold it.
pub type Names<'n> = &'n dyn Fn(ExerciseId) -> Option<&'static str>;

/// The name of a step.
pub fn step_name<'s>(step: &'s Step, names: Names<'_>) -> &'s str {
    let (name, other) = match &step.what {
        What::Library(number) => match names(ExerciseId(number.get())) {
            Some(name) => (name, UNKNOWN),
            None => (step.stated_name.as_str(), UNKNOWN),
        },
        What::Custom(custom) => (custom.name.as_str(), UNNAMED),
    };
    if name.is_empty() { other } else { name }
}

/// The title of a routine.
pub fn title(routine: &SharedRoutine) -> &str {
    if routine.title.is_empty() { UNTITLED } else { routine.title.as_str() }
}

/// Somebody else's words for the middle of a sentence of ours, which they cannot turn round.
pub fn isolated(words: &str) -> String {
    ["\u{2068}", words, "\u{2069}"].concat()
}

/// One reason why something differs from what the maker wrote, as a sentence.
pub fn why(why: Why) -> String {
    match why {
        Why::Screening(cause) => health::cause(cause),
        Why::AskFirst => "Ask a physio before this one.".to_owned(),
        Why::TooManySets => format::fill("At most {} sets.", &[&MAX_SETS.to_string()]),
        Why::PressureHeld => "Not as strong as they wrote.".to_owned(),
        Why::Unchecked => "Nobody has checked it, so it stays short and light.".to_owned(),
    }
}

/// One piece of advice as a sentence; `name` gives the name of the step at a place.
pub fn advice<'n>(advice: &Advice, name: &dyn Fn(usize) -> &'n str) -> String {
    let secs = |secs: u32| secs.to_string();
    let cap = HoldSecs::MUSCLE_CAP.to_string();
    match advice {
        Advice::MuscleFull { muscle: it, secs: had, .. } => format::fill(
            "{}: {} s a side in all. Phones stop at {} s.",
            &[muscle(*it), &secs(*had), &cap],
        ),
        Advice::ExerciseFull { at, secs: had, longest } => format::fill(
            "{}: {} s a side in all. Phones stop at {} s.",
            &[name(*at), &secs(*had), &longest.to_string()],
        ),
        Advice::SessionFull { secs: had } => {
            format::fill("{} in all. Phones stop at {}.", &[&minutes(*had), &minutes(SESSION_SECS)])
        }
        Advice::HoldHeld { at, longest } => {
            format::fill("{}: phones hold it for {} s at most.", &[name(*at), &longest.to_string()])
        }
        Advice::SetsHeld { at } => {
            format::fill("{}: phones play {} sets at most.", &[name(*at), &MAX_SETS.to_string()])
        }
        Advice::PressureHeld { at, cap } => {
            format::fill("{}: phones say {} of 10 at most.", &[name(*at), &cap.to_string()])
        }
        Advice::PressureStrong { at } => format::fill(
            "{}: {} of 10 is the most there is. 3 to 4 is the aim.",
            &[name(*at), &Pressure::CAP.to_string()],
        ),
        Advice::Flagged { at } => {
            format::fill("{}: given only to people who say that they asked a physio.", &[name(*at)])
        }
        Advice::Described { at } => format::fill(
            "{}: not in the library, so phones keep it short and light. Most health answers leave it out.",
            &[name(*at)],
        ),
        Advice::Unknown { at } => {
            format::fill("{}: this app does not know it. A newer one may.", &[name(*at)])
        }
    }
}

/// A muscle in everyday words.
pub const fn muscle(muscle: Muscle) -> &'static str {
    match muscle {
        Muscle::MidBack => "Between the shoulder blades",
        Muscle::BackSide => "Side of the back",
        Muscle::LowerBack => "Lower back",
        Muscle::Waist => "Side of the waist",
        Muscle::Buttock => "Buttock",
        Muscle::DeepButtock => "Deep in the buttock",
        Muscle::OuterHip => "Front corner of the hip",
        Muscle::HipFront => "Front of the hip",
        Muscle::FrontThigh => "Front of the thigh",
        Muscle::BackThigh => "Back of the thigh",
        Muscle::OuterThigh => "Outer thigh",
        Muscle::InnerThigh => "Inner thigh",
        Muscle::Calf => "Calf",
        Muscle::Shin => "Beside the shin",
        Muscle::Foot => "Foot",
        Muscle::Chest => "Chest",
        Muscle::ShoulderTop => "Top of the shoulder",
        Muscle::ShoulderBack => "Back of the shoulder",
        Muscle::ShoulderCap => "Shoulder cap",
        Muscle::Neck => "Back of the neck",
        Muscle::SkullBase => "Base of the skull",
        Muscle::Jaw => "Jaw",
        Muscle::Scalp => "Temples and scalp",
        Muscle::Forearm => "Forearm",
        Muscle::Hand => "Hand",
        Muscle::Unknown => "Exercises not in the library",
    }
}

/// Which sides of a two-sided step, in a word or two.
pub const fn sides(sides: SideChoice) -> &'static str {
    match sides {
        SideChoice::Both => "left, then right",
        SideChoice::LeftOnly => "left only",
        SideChoice::RightOnly => "right only",
        SideChoice::RightFirst => "right, then left",
    }
}

/// How long a hold lasts (`45 s`, `6 breaths`).
pub fn amount(amount: Amount) -> String {
    match amount {
        Amount::Secs(secs) => format::seconds(Span::from_secs(u32::from(secs.get()))),
        Amount::Breaths(breaths) => counted(breaths.get(), "breath", "breaths"),
    }
}

/// How often, in one line.
pub fn schedule(schedule: Schedule) -> String {
    let times = match schedule.times.get() {
        1 => "Once a day".to_owned(),
        2 => "Twice a day".to_owned(),
        more => [&more.to_string(), " times a day"].concat(),
    };
    let days = match schedule.days.get() {
        7 => "every day".to_owned(),
        days => [&counted(days, "day", "days"), " a week"].concat(),
    };
    let weeks = counted(schedule.weeks.get(), "week", "weeks");
    [&times, ", ", &days, ", for ", &weeks].concat()
}

/// Who made it, in one line; `None` where nothing is said.
pub fn maker(maker: &Maker) -> Option<String> {
    let parts: Vec<&str> = [&maker.name, &maker.profession, &maker.contact]
        .into_iter()
        .filter(|it| !it.is_empty())
        .map(Line::as_str)
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a routine is, as plain text for clinical notes; `secs` is its length, `two_sided` says whether the step
/// at a place has two sides.
pub fn summary(
    routine: &SharedRoutine,
    secs: u32,
    two_sided: &dyn Fn(usize) -> bool,
    names: Names<'_>,
) -> String {
    let mut out = title(routine).to_owned();
    let count = u16::try_from(routine.steps.len()).unwrap_or(u16::MAX);
    push(&mut out, &[&counted(count, "step", "steps"), ", ", &minutes(secs)]);
    for (at, step) in routine.steps.iter().enumerate() {
        let number = (at + 1).to_string();
        let dose = dose(step, two_sided(at));
        push(&mut out, &[&number, ". ", step_name(step, names), ": ", &dose]);
        if let What::Custom(custom) = &step.what {
            custom.lines.lines().for_each(|line| push(&mut out, &["   ", line]));
        }
        step.note.lines().for_each(|line| push(&mut out, &["   ", line]));
    }
    if let Some(it) = routine.schedule {
        push(&mut out, &[&schedule(it), "."]);
    }
    routine.note.lines().for_each(|line| push(&mut out, &[line]));
    if let Some(maker) = maker(&routine.from) {
        push(&mut out, &[&maker]);
    }
    push(&mut out, &["Each phone asks its own safety questions first and keeps its own limits."]);
    out.push('\n');
    out
}

/// The dose of a step in one line (`2 sets of 45 s, left only, rest 15 s, up to 3 of 10`).
pub fn dose(step: &Step, two_sided: bool) -> String {
    let mut out = match step.sets.get() {
        1 => String::new(),
        sets => [&sets.to_string(), " sets of "].concat(),
    };
    out.push_str(&amount(step.amount));
    if two_sided {
        out.push_str(", ");
        out.push_str(sides(step.sides));
    }
    if step.rest.get() > 0 {
        out.push_str(&format::fill(", rest {} s", &[&step.rest.get().to_string()]));
    }
    if let Some(pressure) = step.pressure {
        out.push_str(&format::fill(", up to {} of 10", &[&pressure.rating().to_string()]));
    }
    out
}

/// What goes with a link into a message or mail; a text message takes the link alone.
pub fn message(routine: &SharedRoutine, secs: u32, link: &str) -> String {
    let told = [title(routine), ", ", &minutes(secs), "."].concat();
    [&told, "\nOpens in any phone browser, with no account: ", link].concat()
}

fn minutes(secs: u32) -> String {
    format::minutes(Span::from_secs(secs))
}

fn counted(number: u16, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    [&number.to_string(), " ", noun].concat()
}

fn push(out: &mut String, parts: &[&str]) {
    out.push('\n');
    for part in parts {
        out.push_str(part);
    }
}

/// A described exercise's place and position in one line (`Upper back, sitting on a chair`).
pub fn described(
    area: crate::domain::body::Area,
    position: crate::domain::body::Position,
) -> String {
    let position = words::position(position);
    let mut lower = position.chars();
    let first = lower.next().map(|it| it.to_ascii_lowercase());
    [words::area(area), ", ", &first.into_iter().chain(lower).collect::<String>()].concat()
}
