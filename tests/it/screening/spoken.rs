//! What the voice asks for is never more than today's mode allows (R41, clinical-evidence 1.4).

use unknot::app::library;
use unknot::catalog;
use unknot::domain::cue::{Cue, CueKind};
use unknot::domain::dose::Pressure;
use unknot::domain::equipment::ToolSet;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::plan::{PlanStep, SpokenLengths, Timing};
use unknot::domain::screening::{Person, Screen, Shape};
use unknot::domain::side::Side;
use unknot::domain::time::Span;
use unknot::i18n::speech::{self, Step};

use super::people::{TODAY, person, well, with};

const NUMBERS: [&str; 11] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// The strongest that a line about "out of ten" names; 0 where it names none.
fn named(line: &str) -> usize {
    let line = line.to_lowercase();
    if !line.contains("out of ten") {
        return 0;
    }
    let line = line.replace("out of ten", "");
    let words = line.split(|c: char| !c.is_alphabetic());
    words.filter_map(|word| NUMBERS.iter().position(|it| *it == word)).max().unwrap_or(0)
}

/// Everything that is said about how to do one step of a plan, eased or not.
fn said(it: &PlanStep) -> Vec<String> {
    let step = Step { cap: it.pressure, ..library::step(it.exercise) };
    let coach = (0..u8::try_from(step.text.cues.len()).unwrap()).map(CueKind::Coach);
    let line = |kind, eased| {
        let cue = Cue {
            kind,
            exercise: it.exercise,
            side: Side::Both,
            at: Span::ZERO,
            must_end_by: None,
        };
        speech::line(&cue, step, eased)
    };
    let kinds = coach.chain([CueKind::SetUp, CueKind::Target]);
    kinds.flat_map(|kind| [line(kind, false), line(kind, true)]).collect()
}

/// How many lines of the library's routines were looked at for one person.
fn check(screen: &Screen<'_>) -> usize {
    let mut lines = 0;
    for routine in catalog::routines() {
        let shape = screen.shape(&catalog::shape_request(routine, ToolSet::ALL));
        let Shape::Ready(shaped) = shape else { continue };
        let spoken = |_: &_, _| SpokenLengths::default();
        let plan =
            catalog::plan_of(&shaped.played(), Span::ZERO, Timing::default(), spoken, Span::ZERO);
        for it in &plan.steps {
            let exercise = catalog::exercise(it.exercise).unwrap();
            let cap = screen.limits().pressure(exercise).map_or(0, |it| usize::from(it.rating()));
            for line in said(it) {
                assert!(named(&line) <= cap, "{}, {}: {line}", routine.slug, exercise.code);
                lines += 1;
            }
        }
    }
    lines
}

#[test]
fn no_line_of_any_routine_asks_for_more_pressure_than_todays_mode_allows() {
    let (healthy, gentle) = (well(), with(&["age-70"]));
    let usual = person(&healthy, TODAY);
    for person in [usual, Person { sessions: 0, ..usual }, person(&gentle, TODAY)] {
        let screen = Screen::new(catalog::rules(), person);
        let lines = check(&screen);
        assert!(lines > 500, "control: {lines} lines in {:?}", screen.limits().mode);
    }
}

#[test]
fn no_cue_names_a_rating_which_is_for_the_line_of_today_to_say() {
    for it in catalog::exercises() {
        let text = catalog::text(it.id);
        for line in text.cues.iter().chain([&text.set_up]) {
            assert!(!line.contains("out of ten"), "{}: {line}", it.code);
        }
    }
}

#[test]
fn what_stands_in_for_a_step_is_no_stronger_than_today_allows_or_the_step_was() {
    let firm = catalog::exercises().iter().find(|it| it.code == "BL04").unwrap();
    let (healthy, gentle) = (well(), with(&["age-70"]));
    let usual = person(&healthy, TODAY);
    let cases = [(usual, 5), (Person { sessions: 0, ..usual }, 4), (person(&gentle, TODAY), 3)];
    for (person, cap) in cases {
        let screen = Screen::new(catalog::rules(), person);
        let within = |wanted: Option<u8>| {
            let wanted = wanted.map(Pressure::held);
            screen.limits().pressure_within(firm, wanted).map(Pressure::rating)
        };
        assert_eq!((within(None), within(Some(5))), (Some(cap), Some(cap)));
        assert_eq!(within(Some(2)), Some(2));
    }
    let still = catalog::exercise(ExerciseId(102)).unwrap();
    let limits = Screen::new(catalog::rules(), usual).limits().clone();
    assert_eq!(limits.pressure_within(still, Some(Pressure::held(2))), None);
}
