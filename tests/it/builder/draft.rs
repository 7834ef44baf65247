//! Drafts: L1 to L6 and L8.

use proptest::prelude::*;
use unknot::catalog;
use unknot::codec::link::{decode, encode};
use unknot::domain::body::Area;
use unknot::domain::builder::{Applied, Draft, Edit, EditError, MAX_UNDO, StepEdit, shares};
use unknot::domain::dose::Pressure;
use unknot::domain::exercise::ExerciseId;
use unknot::domain::shared::{
    Amount, Line, MAX_STEPS, MAX_TOTAL_SECS, Note, RestSecs, Sets, SharedRoutine, SideChoice,
    Totals, What,
};

use crate::link::made::{any_routine, any_step, step};

fn empty() -> Draft {
    Draft::new(catalog::exercises())
}

fn add(draft: &mut Draft, code: &str) {
    let at = draft.routine().steps.len();
    draft.apply(Edit::Add { at, step: Box::new(step(code)) }).unwrap();
}

fn any_step_edit() -> BoxedStrategy<StepEdit> {
    prop_oneof![
        any_step().boxed().prop_map(|it| StepEdit::Amount(it.amount)),
        any_step().boxed().prop_map(|it| StepEdit::Sets(it.sets)),
        any_step().boxed().prop_map(|it| StepEdit::Sides(it.sides)),
        any_step().boxed().prop_map(|it| StepEdit::Rest(it.rest)),
        any_step().boxed().prop_map(|it| StepEdit::Pressure(it.pressure)),
        any_step().boxed().prop_map(|it| StepEdit::Note(it.note)),
        any_step().boxed().prop_map(|it| StepEdit::Exercise(it.what, it.amount)),
        any_step().boxed().prop_filter_map("described", |it| match it.what {
            What::Custom(custom) => Some(StepEdit::Custom(custom)),
            What::Library(_) => None,
        }),
    ]
    .boxed()
}

pub(super) fn any_edit() -> BoxedStrategy<Edit> {
    prop_oneof![
        4 => (0..8_usize, any_step().boxed()).prop_map(|(at, step)| Edit::Add { at, step: Box::new(step) }),
        1 => prop::collection::vec(0..8_usize, 0..3).prop_map(Edit::Remove),
        1 => (0..8_usize).prop_map(Edit::Duplicate),
        1 => (0..8_usize, 0..8_usize).prop_map(|(from, to)| Edit::Move { from, to }),
        3 => (prop::collection::vec(0..8_usize, 0..4), any_step_edit())
            .prop_map(|(steps, to)| Edit::Change { steps, to }),
        2 => (any_routine().boxed(), 0..9_u8).prop_map(|(it, which)| match which {
            0 => Edit::Title(it.title),
            1 => Edit::Note(it.note),
            2 => Edit::From(it.from),
            3 => Edit::Dated(it.dated),
            4 => Edit::Schedule(it.schedule),
            5 => Edit::Pace(it.pace),
            6 => Edit::Sound(it.sound),
            7 => Edit::Pack(it.title),
            _ => Edit::Aftercare(it.aftercare),
        }),
    ]
    .boxed()
}

/// A draft as it can be seen.
fn seen(draft: &Draft) -> (SharedRoutine, Line, Vec<u32>) {
    let keys = draft.keys().iter().map(|it| it.number()).collect();
    (draft.routine().clone(), draft.pack().clone(), keys)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Fault: H1
    #[test]
    fn any_row_of_edits_leaves_a_draft_that_can_be_shared_and_taken_back(
        edits in prop::collection::vec(any_edit(), 1..24),
    ) {
        let mut draft = empty();
        let mut before = Vec::new();
        for edit in edits {
            let was = seen(&draft);
            match draft.apply(edit) {
                // L2
                Ok(Applied::Changed) => {
                    let now = seen(&draft);
                    prop_assert_ne!(&now, &was);
                    prop_assert!(draft.undo());
                    prop_assert_eq!(seen(&draft), was.clone());
                    prop_assert!(draft.redo());
                    prop_assert_eq!(seen(&draft), now);
                    before.push(was);
                }
                // L1
                Ok(Applied::Same) | Err(_) => prop_assert_eq!(seen(&draft), was),
            }
            // L3, L4
            let keys = draft.keys();
            prop_assert_eq!(keys.len(), draft.routine().steps.len());
            prop_assert!(keys.iter().enumerate().all(|(at, it)| draft.position(*it) == Some(at)));
            prop_assert!(draft.totals().secs <= MAX_TOTAL_SECS);
            if !keys.is_empty() {
                let link = encode(draft.routine()).unwrap();
                prop_assert_eq!(&decode(&link).unwrap().routine, draft.routine());
            }
        }
        for was in before.into_iter().rev() {
            prop_assert!(draft.undo());
            prop_assert_eq!(seen(&draft), was);
        }
        prop_assert!(!draft.can_undo() && !draft.undo());
    }
}

#[test]
fn an_edit_that_names_a_missing_step_is_refused_whole() {
    // L1: the first of the two steps is not changed either
    let mut draft = empty();
    add(&mut draft, "BR02");
    let sets = StepEdit::Sets(Sets::held(3));
    let edits = [
        (Edit::Change { steps: vec![0, 1], to: sets }, 1),
        (Edit::Remove(vec![0, 4]), 4),
        (Edit::Duplicate(1), 1),
        (Edit::Move { from: 0, to: 1 }, 1),
        (Edit::Move { from: 1, to: 0 }, 1),
        (Edit::Add { at: 2, step: Box::new(step("BL04")) }, 2),
    ];
    let was = seen(&draft);
    for (edit, at) in edits {
        assert_eq!(draft.apply(edit), Err(EditError::NoSuchStep { at }));
        assert_eq!(seen(&draft), was);
    }
}

/// Fault: H6
#[test]
fn a_hundred_and_first_step_and_a_second_past_four_hours_are_refused() {
    // L1, L5
    let mut draft = empty();
    for _ in 0..MAX_STEPS {
        add(&mut draft, "BR02");
    }
    assert_eq!(draft.apply(Edit::Duplicate(0)), Err(EditError::TooManySteps { given: 101 }));
    let mut draft = empty();
    for _ in 0..4 {
        add(&mut draft, "BR02");
    }
    // 10 + 3 x 12 s of get-ready, 12 + 15 s of after-care: 73 s besides the holds
    let hold = |secs| StepEdit::Amount(Amount::of_secs(secs));
    let most = MAX_TOTAL_SECS - 73 - 3 * 3600;
    let most = u16::try_from(most).unwrap();
    draft.apply(Edit::Change { steps: vec![0, 1, 2], to: hold(3600) }).unwrap();
    assert_eq!(
        draft.apply(Edit::Change { steps: vec![3], to: hold(most + 1) }),
        Err(EditError::TooLong { secs: MAX_TOTAL_SECS + 1 })
    );
    assert_eq!(draft.apply(Edit::Change { steps: vec![3], to: hold(most) }), Ok(Applied::Changed));
    assert_eq!(draft.totals().secs, MAX_TOTAL_SECS);
    assert!(decode(&encode(draft.routine()).unwrap()).is_ok());
}

#[test]
fn only_the_last_hundred_edits_can_be_taken_back_and_a_new_one_drops_what_was_undone() {
    // L2
    let mut draft = empty();
    for nth in 0..=MAX_UNDO {
        draft.apply(Edit::Title(Line::clean(&nth.to_string()))).unwrap();
    }
    assert_eq!((0..=MAX_UNDO).filter(|_| draft.undo()).count(), MAX_UNDO);
    assert_eq!(draft.routine().title.as_str(), "0");
    assert!(draft.can_redo());
    assert_eq!(draft.apply(Edit::Title(Line::clean("0"))), Ok(Applied::Same));
    assert!(draft.can_redo(), "an edit that changes nothing leaves no trace");
    draft.apply(Edit::Title(Line::clean("new"))).unwrap();
    assert!(!draft.can_redo() && !draft.redo());
}

#[test]
fn a_bulk_edit_changes_each_named_step_and_no_other() {
    let mut draft = empty();
    for it in ["BL04", "BL05", "ST06"] {
        add(&mut draft, it);
    }
    let edits = [
        StepEdit::Sets(Sets::held(2)),
        StepEdit::Sides(SideChoice::LeftOnly),
        StepEdit::Rest(RestSecs::held(15)),
        StepEdit::Pressure(Pressure::new(3).ok()),
        StepEdit::Note(Note::clean("Easy")),
    ];
    for to in edits {
        draft.apply(Edit::Change { steps: vec![2, 0], to }).unwrap();
    }
    let [first, second, third] = draft.routine().steps.as_slice() else { panic!("three steps") };
    assert_eq!(*second, step("BL05"));
    for it in [first, third] {
        assert_eq!((it.sets.get(), it.rest.get()), (2, 15));
        assert_eq!(it.sides, SideChoice::LeftOnly);
        assert_eq!(it.pressure.map(Pressure::rating), Some(3));
        assert_eq!(it.note.as_str(), "Easy");
    }
}

#[test]
fn a_copy_stands_behind_its_step_with_a_key_of_its_own() {
    // L4
    let mut draft = empty();
    for it in ["BL04", "ST06"] {
        add(&mut draft, it);
    }
    draft.apply(Edit::Duplicate(0)).unwrap();
    draft.apply(Edit::Move { from: 2, to: 0 }).unwrap();
    let keys: Vec<u32> = draft.keys().iter().map(|it| it.number()).collect();
    assert_eq!(keys, [1, 0, 2]);
    let steps = &draft.routine().steps;
    assert_eq!(*steps, [step("ST06"), step("BL04"), step("BL04")]);
    draft.apply(Edit::Remove(vec![0, 2, 0])).unwrap();
    assert_eq!(draft.routine().steps, [step("BL04")]);
    assert_eq!(draft.keys().iter().map(|it| it.number()).collect::<Vec<_>>(), [0]);
}

#[test]
fn a_library_exercise_cannot_be_described_anew_and_another_takes_its_stated_name_away() {
    // L1
    let mut draft = empty();
    let mut named = step("BL04");
    named.stated_name = Line::clean("Side hip");
    draft.apply(Edit::Add { at: 0, step: Box::new(named) }).unwrap();
    let described = crate::link::made::described("Row");
    let to = StepEdit::Custom(Box::new(described.clone()));
    assert_eq!(
        draft.apply(Edit::Change { steps: vec![0], to: to.clone() }),
        Err(EditError::NotCustom { at: 0 })
    );
    let what = What::Custom(Box::new(crate::link::made::described("Other")));
    let exchange = StepEdit::Exercise(what, Amount::of_secs(30));
    draft.apply(Edit::Change { steps: vec![0], to: exchange }).unwrap();
    assert!(draft.routine().steps[0].stated_name.is_empty());
    draft.apply(Edit::Change { steps: vec![0], to }).unwrap();
    assert_eq!(draft.routine().steps[0].what, What::Custom(Box::new(described)));
}

#[test]
fn a_draft_from_a_stock_routine_lasts_as_long_as_it() {
    // L6, L8
    for routine in catalog::routines() {
        let draft = Draft::from_stock(routine, "Mine", catalog::exercises());
        assert_eq!(draft.routine().title.as_str(), "Mine");
        assert_eq!(
            draft.totals().secs,
            catalog::total(routine).whole_secs_up(),
            "{}",
            routine.slug
        );
        let all = draft.totals().areas.iter().map(|(_, secs)| *secs).sum::<u32>();
        assert_eq!(all, draft.totals().work_secs, "{}", routine.slug);
        assert_eq!(draft.totals().left_secs, draft.totals().right_secs);
        let fork = Draft::from_shared(draft.routine().clone(), catalog::exercises()).unwrap();
        assert_eq!(fork.routine(), draft.routine());
        assert_eq!(fork.keys(), draft.keys());
    }
}

#[test]
fn totals_count_sides_sets_rests_and_the_pace() {
    // L6
    let mut draft = empty();
    let mut left = step("BL04");
    left.sides = SideChoice::LeftOnly;
    left.sets = Sets::held(2);
    left.rest = RestSecs::held(15);
    let mut both = step("ST06");
    both.sides = SideChoice::RightFirst;
    both.sets = Sets::held(2);
    for step in [both, left] {
        draft.apply(Edit::Add { at: 0, step: Box::new(step) }).unwrap();
    }
    let totals = draft.totals();
    assert_eq!((totals.left_secs, totals.right_secs), (2 * 60 + 2 * 30, 2 * 30));
    assert_eq!(totals.work_secs, 240);
    // 10 + 12 + 2 rests of 15; chair: 20 + 12, 2 switches of 8; after-care 12 + 15
    assert_eq!(totals.secs, 240 + (10 + 12 + 30) + (20 + 12 + 16) + (12 + 15));
    assert_eq!(totals.areas, [(Area::Hip, 240)]);
    assert_eq!(shares(&totals), [(Area::Hip, 100)]);
    let pace = unknot::domain::shared::Pace::of(unknot::domain::plan::Timing {
        first: unknot::domain::time::Span::from_secs(1),
        ..unknot::domain::plan::Timing::default()
    });
    draft.apply(Edit::Pace(Some(pace))).unwrap();
    assert_eq!(draft.totals().secs, totals.secs - 9);
}

#[test]
fn shares_are_percents_of_all_holds_cut_to_whole_ones() {
    // L6
    let of = |areas: &[(Area, u32)]| {
        shares(&Totals { areas: areas.to_vec(), ..Totals::default() })
            .iter()
            .map(|it| it.1)
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&[(Area::Hip, 90), (Area::Neck, 30)]), [75, 25]);
    assert_eq!(of(&[(Area::Hip, 40), (Area::Neck, 40), (Area::Arm, 40)]), [33, 33, 33]);
    assert_eq!(of(&[(Area::Hip, 999), (Area::Neck, 1)]), [99, 0]);
    assert!(of(&[]).is_empty());
}

#[test]
fn a_step_of_the_library_comes_with_its_own_time_and_one_of_another_library_does_not() {
    // L13
    let draft = empty();
    for it in catalog::exercises() {
        assert_eq!(draft.step_of(it.id), Some(step(it.code)), "{}", it.code);
    }
    assert_eq!(draft.step_of(ExerciseId(9000)), None);
    assert_eq!(draft.step_of(ExerciseId(0)), None);
}
