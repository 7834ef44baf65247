//! A draft as a state machine beside a naive model: a list of what was, and a finger on where it stands (L1 to L3).

use proptest::prelude::*;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use unknot::catalog;
use unknot::domain::builder::{Draft, Edit, MAX_UNDO};
use unknot::domain::shared::{Line, MAX_STEPS, MAX_TOTAL_SECS, SharedRoutine, Step, What, totals};

use super::draft::any_edit;

/// What the maker does.
#[derive(Clone, Debug)]
enum Act {
    Edit(Box<Edit>),
    Undo,
    Redo,
}

/// A routine, the pack it is filed under, and a mark on each step: two that read alike are still two.
type Page = (SharedRoutine, Line, Vec<u32>);

/// All that was, and where it stands in it.
#[derive(Clone, Debug)]
struct Book {
    pages: Vec<Page>,
    at: usize,
    next_mark: u32,
}

impl Book {
    fn page(&self) -> &Page {
        &self.pages[self.at]
    }

    fn edit(&mut self, edit: &Edit) {
        self.next_mark += 1;
        let page = edited(self.page().clone(), edit.clone(), self.next_mark);
        let Some(page) = page else { return };
        if page == *self.page() || !can_be_shared(&page.0) {
            return;
        }
        self.pages.truncate(self.at + 1);
        self.pages.push(page);
        if self.pages.len() > MAX_UNDO + 1 {
            self.pages.remove(0);
        }
        self.at = self.pages.len() - 1;
    }
}

fn can_be_shared(routine: &SharedRoutine) -> bool {
    routine.steps.len() <= MAX_STEPS && totals(routine, catalog::exercises()).secs <= MAX_TOTAL_SECS
}

/// The page after an edit; `None` where it cannot be done.
fn edited((mut routine, mut pack, mut marks): Page, edit: Edit, mark: u32) -> Option<Page> {
    let steps = &mut routine.steps;
    match edit {
        Edit::Title(it) => routine.title = it,
        Edit::Note(it) => routine.note = it,
        Edit::From(it) => routine.from = it,
        Edit::Dated(it) => routine.dated = it,
        Edit::Schedule(it) => routine.schedule = it,
        Edit::Pace(it) => routine.pace = it,
        Edit::ReplyTo(it) => routine.reply_to = it,
        Edit::Sound(it) => routine.sound = it,
        Edit::Aftercare(it) => routine.aftercare = it,
        Edit::Pack(it) => pack = it,
        Edit::Add { at, step } => {
            let tail = (at <= steps.len()).then(|| steps.split_off(at))?;
            steps.push(*step);
            steps.extend(tail);
            marks.insert(at, mark);
        }
        Edit::Duplicate(at) => {
            let copy = steps.get(at)?.clone();
            let tail = steps.split_off(at + 1);
            steps.push(copy);
            steps.extend(tail);
            marks.insert(at + 1, mark);
        }
        Edit::Remove(places) => {
            places.iter().all(|at| *at < steps.len()).then_some(())?;
            let stay = |at: &usize| !places.contains(at);
            let kept: Vec<usize> = (0..steps.len()).filter(stay).collect();
            *steps = kept.iter().map(|at| steps[*at].clone()).collect();
            marks = kept.iter().map(|at| marks[*at]).collect();
        }
        Edit::Move { from, to } => {
            (from < steps.len() && to < steps.len()).then_some(())?;
            let mut order: Vec<usize> = (0..steps.len()).filter(|at| *at != from).collect();
            order.insert(to, from);
            *steps = order.iter().map(|at| steps[*at].clone()).collect();
            marks = order.iter().map(|at| marks[*at]).collect();
        }
        Edit::Change { steps: places, to } => {
            for at in places {
                let before = steps.get(at)?;
                steps[at] = changed(before.clone(), to.clone())?;
            }
        }
    }
    Some((routine, pack, marks))
}

fn changed(step: Step, to: unknot::domain::builder::StepEdit) -> Option<Step> {
    use unknot::domain::builder::StepEdit::{
        Amount, Custom, Exercise, Note, Pressure, Rest, Sets, Sides,
    };
    Some(match to {
        Amount(amount) => Step { amount, ..step },
        Sets(sets) => Step { sets, ..step },
        Sides(sides) => Step { sides, ..step },
        Rest(rest) => Step { rest, ..step },
        Pressure(pressure) => Step { pressure, ..step },
        Note(note) => Step { note, ..step },
        Exercise(what, amount) => Step { what, amount, stated_name: Line::default(), ..step },
        Custom(custom) => {
            matches!(step.what, What::Custom(_)).then_some(())?;
            Step { what: What::Custom(custom), ..step }
        }
    })
}

impl ReferenceStateMachine for Book {
    type State = Self;
    type Transition = Act;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self { pages: vec![Page::default()], at: 0, next_mark: 0 }).boxed()
    }

    fn transitions(_: &Self) -> BoxedStrategy<Act> {
        let edit = any_edit().prop_map(|it| Act::Edit(Box::new(it)));
        prop_oneof![6 => edit, 3 => Just(Act::Undo), 2 => Just(Act::Redo)].boxed()
    }

    fn apply(mut book: Self, act: &Act) -> Self {
        match act {
            Act::Edit(edit) => book.edit(edit),
            Act::Undo => book.at = book.at.saturating_sub(1),
            Act::Redo => book.at = (book.at + 1).min(book.pages.len() - 1),
        }
        book
    }
}

/// The draft.
struct Desk;

impl StateMachineTest for Desk {
    type SystemUnderTest = Draft;
    type Reference = Book;

    fn init_test(_: &Book) -> Draft {
        Draft::new(catalog::exercises())
    }

    fn apply(mut draft: Draft, _: &Book, act: Act) -> Draft {
        match act {
            Act::Edit(edit) => drop(draft.apply(*edit)),
            Act::Undo => drop(draft.undo()),
            Act::Redo => drop(draft.redo()),
        }
        draft
    }

    fn check_invariants(draft: &Draft, book: &Book) {
        assert_eq!((draft.routine(), draft.pack()), (&book.page().0, &book.page().1));
        assert_eq!(draft.can_undo(), book.at > 0);
        assert_eq!(draft.can_redo(), book.at + 1 < book.pages.len());
    }
}

prop_state_machine! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Fault: H1
    #[test]
    fn edited_at_will_the_draft_is_the_page_that_a_book_of_all_pages_is_open_at(sequential 1..60 => Desk);
}
