//! What is said about a shared routine.

use unknot::catalog;
use unknot::domain::builder::{Advice, advice};
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{
    Amount, Breaths, Line, Maker, Muscle, Note, Number, RestSecs, Sets, SharedRoutine, SideChoice,
    Step, What, Why, totals,
};
use unknot::i18n::sharing;

use super::made::{described, step, ten_steps};

fn named(id: ExerciseId) -> Option<&'static str> {
    catalog::exercise(id).map(|it| catalog::name(it.id))
}

#[test]
fn a_summary_says_everything_that_the_maker_wrote() {
    let mut first = step("BL04");
    first.sets = Sets::held(2);
    first.rest = RestSecs::held(15);
    first.pressure = Pressure::new(3).ok();
    first.sides = SideChoice::LeftOnly;
    first.note = Note::clean("Stop if it tingles.");
    let mut row = Step::new(
        What::Custom(Box::new(described("Towel row"))),
        Amount::Breaths(Breaths::held(6)),
    );
    row.sides = SideChoice::RightFirst;
    let mut unknown = Step::new(What::Library(Number::held(9000)), Amount::of_secs(20));
    unknown.stated_name = Line::clean("Wall sit");
    let routine = SharedRoutine {
        steps: vec![first, row, unknown],
        from: Maker {
            name: Line::clean("Sam Rowe"),
            profession: Line::clean("Physiotherapist"),
            contact: Line::default(),
        },
        ..ten_steps()
    };
    let secs = totals(&routine, catalog::exercises()).secs;
    let text = sharing::summary(&routine, secs, &|at| at < 2, &named);
    let expected = "Lower back, evenings\n\
        3 steps, 6 min\n\
        1. Ball at the side of the hip: 2 sets of 60 s, left only, rest 15 s, up to 3 of 10\n   \
        Stop if it tingles.\n\
        2. Towel row: 6 breaths, right, then left\n   Sit tall.\n   Pull to the ribs.\n\
        3. Wall sit: 20 s\n\
        Once a day, 5 days a week, for 6 weeks.\n\
        Slow and easy. Call me if it gets worse.\n\
        Sam Rowe, Physiotherapist\n\
        Each phone asks its own safety questions first and keeps its own limits.\n";
    assert_eq!(text, expected, "{secs} s");
}

#[test]
fn a_message_ends_in_the_link() {
    let message = sharing::message(&ten_steps(), 660, "https://example.org/#r=1AB");
    assert!(message.starts_with("Lower back, evenings, 11 min."));
    assert!(message.ends_with(" https://example.org/#r=1AB"));
}

#[test]
fn nameless_things_have_words() {
    let nameless = SharedRoutine::default();
    assert_eq!(sharing::title(&nameless), sharing::UNTITLED);
    assert_eq!(sharing::maker(&nameless.from), None);
    let unknown = Step::new(What::Library(Number::held(9000)), Amount::of_secs(20));
    assert_eq!(sharing::step_name(&unknown, &named), sharing::UNKNOWN);
    let row = Step::new(What::Custom(Box::new(described(""))), Amount::of_secs(20));
    assert_eq!(sharing::step_name(&row, &named), sharing::UNNAMED);
}

#[test]
fn every_piece_of_advice_and_reason_is_a_sentence_with_its_numbers() {
    let mut steps = vec![step("FR04"), step("BL04"), step("ST06"), step("BL03")];
    steps[0].sets = Sets::held(3);
    steps[0].pressure = Pressure::new(5).ok();
    steps[1].sets = Sets::held(5);
    steps[2].amount = Amount::of_secs(1800);
    steps[2].pressure = Pressure::new(5).ok();
    steps.push(Step::new(What::Library(Number::held(9000)), Amount::of_secs(20)));
    steps.push(Step::new(What::Custom(Box::new(described("Row"))), Amount::of_secs(20)));
    let routine = SharedRoutine { steps, ..SharedRoutine::default() };
    let name = |at: usize| sharing::step_name(&routine.steps[at], &named);
    let found = advice(&routine, catalog::exercises());
    let kinds: std::collections::BTreeSet<String> = found
        .iter()
        .map(|it| format!("{it:?}").split([' ', '{']).next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(kinds.len(), 10, "{kinds:?}");
    for it in &found {
        let told = sharing::advice(it, &name);
        assert!(told.ends_with('.') && !told.contains("{}"), "{told}");
    }
    let full = Advice::MuscleFull { muscle: Muscle::Buttock, secs: 480, steps: vec![0, 1] };
    assert_eq!(
        sharing::advice(&full, &name),
        "Buttock: 480 s a side in all. Phones stop at 180 s."
    );
    for it in [Why::AskFirst, Why::TooManySets, Why::PressureHeld, Why::Unchecked] {
        let told = sharing::why(it);
        assert!(told.ends_with('.') && !told.contains("{}"), "{told}");
    }
    assert_eq!(sharing::why(Why::TooManySets), "At most 4 sets.");
}
