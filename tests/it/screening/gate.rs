//! When the app asks, what it locks and how a lock ends.

use unknot::domain::screening::{
    Answers, Check, ClearError, Complaint, Flag, Gate, Level, List, Reason, Stopped, gate,
};

use super::{TODAY, answered, clear_on, day, ticked};

#[test]
fn with_nothing_stored_everything_is_asked() {
    // R4, R7
    assert_eq!(gate(None, day(TODAY)), Gate::AskFull);
}

#[test]
fn the_short_list_is_asked_on_the_seventh_day_and_not_on_the_sixth() {
    // R8
    let check = clear_on(TODAY);
    assert_eq!(gate(Some(&check), day(TODAY + 6)), Gate::Open);
    assert_eq!(gate(Some(&check), day(TODAY + 7)), Gate::AskAnythingNew);
    let short = Answers::none_of_these(List::Short, day(TODAY + 7));
    let again = Check::record(Some(&check), &short);
    assert_eq!(gate(Some(&again), day(TODAY + 13)), Gate::Open);
    assert_eq!(gate(Some(&again), day(TODAY + 14)), Gate::AskAnythingNew);
}

#[test]
fn after_seven_days_without_a_session_the_short_list_is_asked_once() {
    // R9: the list was answered on day 5 of the gap, before it was a gap
    let check = Check { asked: day(TODAY + 5), ..clear_on(TODAY) }.after_session(day(TODAY));
    assert_eq!(gate(Some(&check), day(TODAY + 6)), Gate::Open);
    assert_eq!(gate(Some(&check), day(TODAY + 7)), Gate::AskAnythingNew);
    let short = Answers::none_of_these(List::Short, day(TODAY + 7));
    let again = Check::record(Some(&check), &short);
    assert_eq!(gate(Some(&again), day(TODAY + 7)), Gate::Open);
}

#[test]
fn answering_a_list_does_not_forget_the_day_of_the_last_session() {
    // R9
    let check = clear_on(TODAY).after_session(day(TODAY));
    let full = Answers::none_of_these(List::Full, day(TODAY + 3));
    let again = Check::record(Some(&check), &full);
    assert_eq!(gate(Some(&again), day(TODAY + 6)), Gate::Open);
    assert_eq!(gate(Some(&again), day(TODAY + 7)), Gate::AskAnythingNew);
}

#[test]
fn something_new_asks_the_full_list_until_it_is_answered() {
    // R10
    let check = clear_on(TODAY).ask_again();
    assert_eq!(gate(Some(&check), day(TODAY)), Gate::AskFull);
    let short = Answers::none_of_these(List::Short, day(TODAY));
    let still = Check::record(Some(&check), &short);
    assert_eq!(gate(Some(&still), day(TODAY)), Gate::AskFull);
    let full = Answers::none_of_these(List::Full, day(TODAY));
    assert_eq!(gate(Some(&Check::record(Some(&still), &full)), day(TODAY)), Gate::Open);
}

#[test]
fn a_check_from_the_future_is_asked_again_and_a_future_session_is_a_gap() {
    // R11
    assert_eq!(gate(Some(&clear_on(TODAY + 1)), day(TODAY)), Gate::AskFull);
    let check = clear_on(TODAY - 1).after_session(day(TODAY + 400));
    assert_eq!(gate(Some(&check), day(TODAY)), Gate::AskAnythingNew);
}

#[test]
fn info_answers_show_their_card_and_lock_nothing() {
    // R14
    let check = answered(&ticked(List::Full, &[Flag::RoutineCheck, Flag::MorningStiff], TODAY));
    assert_eq!(check.verdict().level, Some(Level::Info));
    assert_eq!(gate(Some(&check), day(TODAY)), Gate::Open);
    let short = Answers::none_of_these(List::Short, day(TODAY + 7));
    let later = Check::record(Some(&check), &short);
    assert_eq!(later.verdict().level, Some(Level::Info), "the short list did not ask about them");
}

#[test]
fn a_lock_opens_only_by_a_clearance_and_then_the_full_list() {
    // R12
    let locked = answered(&ticked(List::Full, &[Flag::Saddle], TODAY));
    let none = Answers::none_of_these(List::Full, day(TODAY + 3));
    let without_clearance = Check::record(Some(&locked), &none);
    assert!(matches!(gate(Some(&without_clearance), day(TODAY + 3)), Gate::Locked(_)));
    let cleared = locked.clear(day(TODAY + 2), day(TODAY + 3)).unwrap();
    assert_eq!(gate(Some(&cleared), day(TODAY + 3)), Gate::AskFull);
    let opened = Check::record(Some(&cleared), &none);
    assert_eq!(gate(Some(&opened), day(TODAY + 3)), Gate::Open);
    let again = ticked(List::Full, &[Flag::Saddle], TODAY + 3);
    let shut = Check::record(Some(&cleared), &again);
    assert!(matches!(gate(Some(&shut), day(TODAY + 3)), Gate::Locked(_)));
}

#[test]
fn a_flag_that_locks_and_is_ticked_again_stays_ticked() {
    // R3, R12
    let locked = answered(&ticked(List::Full, &[Flag::Saddle, Flag::Fever], TODAY));
    for list in [List::Full, List::Short] {
        let again = ticked(list, &[Flag::Saddle], TODAY + 1);
        let check = Check::record(Some(&locked), &again);
        assert!(matches!(gate(Some(&check), day(TODAY + 1)), Gate::Locked(_)), "{list:?}");
        assert_eq!(check.ticked, locked.ticked, "{list:?}");
    }
}

#[test]
fn a_clearance_opens_nothing_by_a_short_list() {
    // R12
    let locked = answered(&ticked(List::Full, &[Flag::Fever], TODAY));
    let cleared = locked.clear(day(TODAY), day(TODAY)).unwrap();
    let short = Check::record(Some(&cleared), &Answers::none_of_these(List::Short, day(TODAY)));
    assert_eq!(gate(Some(&short), day(TODAY)), Gate::AskFull);
}

#[test]
fn a_clearance_from_the_future_or_from_before_the_answer_is_refused() {
    // R12
    let locked = answered(&ticked(List::Full, &[Flag::Fever], TODAY));
    let today = day(TODAY + 5);
    assert_eq!(locked.clear(day(TODAY + 6), today), Err(ClearError::InFuture));
    assert_eq!(locked.clear(day(TODAY - 1), today), Err(ClearError::BeforeAnswer));
    assert_eq!(clear_on(TODAY).clear(day(TODAY), today), Err(ClearError::NotLocked));
    let forged = Check { cleared: Some(day(TODAY + 6)), ..locked };
    assert!(matches!(gate(Some(&forged), today), Gate::Locked(_)));
}

#[test]
fn a_lock_written_under_a_clock_years_ahead_can_still_be_cleared() {
    // R12
    let locked = answered(&ticked(List::Full, &[Flag::Fever], TODAY + 4_000));
    let cleared = locked.clear(day(TODAY - 1), day(TODAY)).unwrap();
    assert_eq!(gate(Some(&cleared), day(TODAY)), Gate::AskFull);
}

#[test]
fn chest_pain_and_leg_weakness_in_a_session_lock_at_emergency() {
    // R13, R24
    for complaint in [Complaint::Chest, Complaint::LegWeakness] {
        let check = Check::stopped_by(Some(&clear_on(TODAY)), complaint, day(TODAY));
        let Gate::Locked(verdict) = gate(Some(&check), day(TODAY)) else { panic!("not locked") };
        assert_eq!(verdict.level, Some(Level::Emergency));
        assert_eq!(verdict.reasons, [Reason::Stopped(complaint)]);
        let cleared = check.clear(day(TODAY + 1), day(TODAY + 1)).unwrap();
        let none = Answers::none_of_these(List::Full, day(TODAY + 1));
        let opened = Check::record(Some(&cleared), &none);
        assert_eq!(gate(Some(&opened), day(TODAY + 1)), Gate::Open);
    }
}

#[test]
fn a_later_lesser_stop_never_replaces_a_worse_one() {
    // R3, R13
    let worst = Check::stopped_by(None, Complaint::Chest, day(TODAY));
    for complaint in Complaint::ALL {
        let after = Check::stopped_by(Some(&worst), *complaint, day(TODAY + 1));
        assert_eq!(after.verdict().level, Some(Level::Emergency), "{complaint:?}");
    }
    let bruise = Check::stopped_by(None, Complaint::Bruise, day(TODAY));
    assert_eq!(bruise.verdict().level, Some(Level::Urgent));
    let then = Check::stopped_by(Some(&bruise), Complaint::Chest, day(TODAY));
    assert_eq!(then.stopped, Some(Stopped { complaint: Complaint::Chest, day: day(TODAY) }));
}

#[test]
fn a_new_lock_takes_an_old_clearance_back() {
    // R12, R13
    let locked = answered(&ticked(List::Full, &[Flag::Fever], TODAY));
    let cleared = locked.clear(day(TODAY), day(TODAY)).unwrap();
    let shut = Check::stopped_by(Some(&cleared), Complaint::Chest, day(TODAY));
    assert!(matches!(gate(Some(&shut), day(TODAY)), Gate::Locked(_)));
}

#[test]
fn a_clearance_must_follow_the_latest_of_all_that_locked() {
    // R12
    let stopped = Check::stopped_by(Some(&clear_on(TODAY)), Complaint::Chest, day(TODAY));
    let today = day(TODAY + 3);
    let twice = Check::stopped_by(Some(&stopped), Complaint::LegWeakness, day(TODAY + 2));
    assert_eq!(twice.clear(day(TODAY + 1), today), Err(ClearError::BeforeAnswer));
    let tick = ticked(List::Full, &[Flag::Saddle], TODAY + 2);
    let ticked_later = Check::record(Some(&stopped), &tick);
    assert_eq!(ticked_later.clear(day(TODAY + 1), today), Err(ClearError::BeforeAnswer));
    assert!(ticked_later.clear(day(TODAY + 2), today).is_ok());
}

#[test]
fn any_other_stop_makes_the_full_list_due() {
    // R13
    for complaint in [Complaint::Sharp, Complaint::Tingling, Complaint::Dizzy] {
        let check = Check::stopped_by(Some(&clear_on(TODAY)), complaint, day(TODAY));
        assert_eq!(gate(Some(&check), day(TODAY)), Gate::AskFull, "{complaint:?}");
        let unknown = Check::stopped_by(None, complaint, day(TODAY));
        assert_eq!(gate(Some(&unknown), day(TODAY)), Gate::AskFull);
    }
}

#[test]
fn a_tick_on_a_list_shown_by_a_stop_locks_and_none_does_not_count_as_weekly() {
    // R22, R23
    let before = clear_on(TODAY);
    let later = TODAY + 6;
    let tick = ticked(List::Head, &[Flag::NeckOrFace], later);
    let locked = Check::record(Some(&before), &tick);
    assert_eq!(locked.verdict().level, Some(Level::Emergency));
    let none = Answers::none_of_these(List::Nerve, day(later));
    let after = Check::record(Some(&before), &none);
    assert_eq!((after.list, after.asked), (List::Full, day(TODAY)));
    let short = Answers::none_of_these(List::Short, day(later));
    let weekly = Check::record(Some(&before), &short);
    assert_eq!((weekly.list, weekly.asked), (List::Short, day(later)));
    let unknown = Check::record(None, &none);
    assert_eq!(gate(Some(&unknown), day(later)), Gate::AskFull);
}
