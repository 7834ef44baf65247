//! The rules of `docs/spec/screening.md`, each against the evidence file's tables.

mod bounds;
mod cases;
mod cleared;
mod conditions;
mod fitted;
mod gate;
mod going_on;
mod kept;
mod laws;
mod muscles;
mod next_day;
mod pain;
mod people;
mod spoken;
mod stop;
mod told;
mod words;
mod worked;

use proptest::prelude::*;
use unknot::domain::screening::{
    Answers, Check, Draft, Flag, FlagSet, Gate, Level, List, Reason, gate, verdict,
};
use unknot::domain::time::LocalDay;

const TODAY: i32 = 20_000;

const fn day(days: i32) -> LocalDay {
    LocalDay::from_days(days)
}

fn ticked(list: List, flags: &[Flag], on: i32) -> Answers {
    answers_of(list, flags.iter().copied().collect(), on)
}

fn answered(answers: &Answers) -> Check {
    Check::record(None, answers)
}

fn clear_on(on: i32) -> Check {
    answered(&Answers::none_of_these(List::Full, day(on)))
}

fn any_flags() -> impl Strategy<Value = FlagSet> {
    prop::sample::subsequence(Flag::ALL, 0..=Flag::ALL.len()).prop_map(FlagSet::from_iter)
}

fn any_flag() -> impl Strategy<Value = Flag> {
    prop::sample::select(Flag::ALL)
}

fn answers_of(list: List, flags: FlagSet, on: i32) -> Answers {
    Answers::ticked(list, flags, day(on)).unwrap_or(Answers::none_of_these(list, day(on)))
}

#[test]
fn every_red_flag_has_the_level_of_the_evidence_table() {
    // R2
    let table = [
        ("RF1", Level::Emergency),
        ("RF2", Level::Emergency),
        ("RF3", Level::Emergency),
        ("RF4", Level::Emergency),
        ("RF5a", Level::Emergency),
        ("RF5b", Level::Urgent),
        ("RF6", Level::Emergency),
        ("RF7a", Level::Emergency),
        ("RF7b", Level::Urgent),
        ("RF8", Level::Urgent),
        ("RF9", Level::Urgent),
        ("RF10", Level::Urgent),
        ("RF11", Level::Urgent),
        ("RF12", Level::Urgent),
        ("RF13a", Level::Urgent),
        ("RF13b", Level::Emergency),
        ("RF14", Level::Emergency),
        ("RF15", Level::Urgent),
        ("RF16", Level::Urgent),
        ("RF17", Level::Info),
        ("RF18", Level::Info),
        ("RF19", Level::Urgent),
        ("RF20", Level::Urgent),
    ];
    let ours: Vec<_> = Flag::ALL.iter().map(|flag| (flag.slug(), flag.rule().level)).collect();
    assert_eq!(ours, table);
    assert!(Flag::ALL.iter().all(|flag| !flag.rule().sources.is_empty()));
}

#[test]
fn the_short_list_asks_the_flags_that_the_evidence_names() {
    // R8
    let short: Vec<_> = List::Short.flags().map(Flag::slug).collect();
    assert_eq!(
        short,
        [
            "RF1", "RF2", "RF3", "RF4", "RF5a", "RF5b", "RF6", "RF7a", "RF7b", "RF8", "RF13a",
            "RF13b", "RF14"
        ]
    );
}

#[test]
fn the_lists_after_tingling_and_dizziness_ask_rf1_to_rf5_and_rf14() {
    // R22, R23
    let nerve: Vec<_> = List::Nerve.flags().map(Flag::slug).collect();
    assert_eq!(nerve, ["RF1", "RF2", "RF3", "RF4", "RF5a", "RF5b"]);
    assert_eq!(List::Head.flags().map(Flag::slug).collect::<Vec<_>>(), ["RF14"]);
}

#[test]
fn none_of_these_gives_no_level() {
    // R4
    let none = verdict(&Answers::none_of_these(List::Full, day(TODAY)));
    assert_eq!((none.level, none.reasons.len(), none.locks()), (None, 0, false));
}

#[test]
fn reasons_stand_with_the_most_serious_first_then_in_table_order() {
    // R6
    let flags = [Flag::MorningStiff, Flag::Lump, Flag::NeckOrFace, Flag::Saddle, Flag::Fever];
    let verdict = verdict(&ticked(List::Full, &flags, TODAY));
    let order = [Flag::Saddle, Flag::NeckOrFace, Flag::Fever, Flag::Lump, Flag::MorningStiff];
    assert_eq!(verdict.reasons, order.map(Reason::Flag));
    assert_eq!(verdict.at(Level::Urgent).count(), 2);
}

#[test]
fn only_night_pain_as_the_one_lock_can_wait_days() {
    // R5
    let waits = |flags: &[Flag]| verdict(&ticked(List::Full, flags, TODAY)).can_wait_days();
    assert!(waits(&[Flag::NightPain]));
    assert!(waits(&[Flag::NightPain, Flag::RoutineCheck]));
    assert!(!waits(&[Flag::NightPain, Flag::Lump]));
    assert!(!waits(&[Flag::Lump]));
    assert!(!waits(&[Flag::RoutineCheck]));
}

proptest! {
    #[test]
    fn adding_a_tick_never_lowers_the_level(flags in any_flags(), more in any_flag()) {
        // R1, R3
        let before = verdict(&answers_of(List::Full, flags, TODAY));
        let after = verdict(&answers_of(List::Full, flags.with(more), TODAY));
        prop_assert!(after.level >= before.level);
        prop_assert!(after.level >= Some(more.rule().level));
        prop_assert_eq!(after.level, flags.with(more).iter().map(|it| it.rule().level).max());
    }

    #[test]
    fn no_list_of_any_kind_lowers_a_lock_that_was_not_cleared(
        first in any_flags(),
        second in any_flags(),
        list in prop::sample::select(vec![List::Full, List::Short, List::Nerve, List::Head]),
        days in 0..30,
    ) {
        // R3, R12
        let check = answered(&answers_of(List::Full, first, TODAY));
        prop_assume!(check.verdict().locks());
        let after = Check::record(Some(&check), &answers_of(list, second, TODAY + days));
        prop_assert!(after.verdict().level >= check.verdict().level);
        let is_locked = matches!(gate(Some(&after), day(TODAY + days)), Gate::Locked(_));
        prop_assert!(is_locked);
    }

    #[test]
    fn a_lock_stays_shut_on_every_day_until_it_is_cleared(
        flags in any_flags(),
        today in any::<i32>(),
    ) {
        // R11, R12
        let check = answered(&answers_of(List::Full, flags, TODAY));
        prop_assume!(check.verdict().locks());
        prop_assert_eq!(gate(Some(&check), day(today)), Gate::Locked(check.verdict()));
    }

    #[test]
    fn an_open_gate_always_rests_on_a_list_answered_in_the_last_seven_days(
        asked in any::<i32>(),
        last in any::<Option<i32>>(),
        today in any::<i32>(),
    ) {
        // R8, R11
        let check = clear_on(asked);
        let check = last.map_or(check, |last| check.after_session(day(last)));
        if gate(Some(&check), day(today)) == Gate::Open {
            let age = i64::from(today) - i64::from(asked);
            prop_assert!((0..7).contains(&age));
        }
    }

    #[test]
    fn answering_what_the_gate_asks_with_none_opens_it_the_same_day(
        asked in any::<i32>(),
        last in any::<Option<i32>>(),
        ask_full in any::<bool>(),
        today in any::<i32>(),
    ) {
        // R7 to R11
        let check = clear_on(asked);
        let check = Check { ask_full, last_session: last.map(day), ..check };
        let list = match gate(Some(&check), day(today)) {
            Gate::AskFull => List::Full,
            Gate::AskAnythingNew => List::Short,
            Gate::Locked(_) | Gate::Open => return Ok(()),
        };
        let after = Check::record(Some(&check), &Answers::none_of_these(list, day(today)));
        prop_assert_eq!(gate(Some(&after), day(today)), Gate::Open);
    }
}

#[test]
fn a_draft_answers_the_whole_list_and_nothing_else() {
    // R4
    for list in [List::Full, List::Short, List::Nerve, List::Head] {
        let mut draft = Draft::new(list);
        for &flag in Flag::ALL {
            draft.toggle(flag);
        }
        let answers = draft.answers(day(TODAY)).unwrap();
        assert_eq!(answers.flags(), list.flags().collect());
    }
}
