//! "Too much", row by row of the stop table.

use unknot::domain::screening::{
    Action, Advice, Complaint, ENOUGH, Level, List, Question, Response, answer, eased_to,
    leaves_out, respond,
};

use super::people::row;

fn response(action: Action, ask: Option<Question>, show: Option<List>, advice: Advice) -> Response {
    Response { action, ask, show, advice }
}

#[test]
fn every_complaint_is_answered_as_the_stop_table_says() {
    // R20 to R26
    use Question::{BruiseGrowing, EasedEnough, GoneSoon, Spreads};
    let table = [
        (Complaint::TooStrong, Action::Ease, Some(EasedEnough), None, Advice::EaseByHalf),
        (Complaint::Sharp, Action::Skip, Some(Spreads), None, Advice::LeaveItOut),
        (Complaint::Tingling, Action::Skip, Some(GoneSoon), None, Advice::ChangePosition),
        (Complaint::Dizzy, Action::StopSession, None, Some(List::Head), Advice::SitOrLie),
        (Complaint::Chest, Action::Emergency, None, None, Advice::GetHelpNow),
        (Complaint::LegWeakness, Action::Emergency, None, None, Advice::GetHelpNow),
        (Complaint::Bruise, Action::Skip, Some(BruiseGrowing), None, Advice::WatchBruise),
        (Complaint::Clunk, Action::Skip, None, None, Advice::RestJoint),
        (Complaint::Cramp, Action::Ease, None, None, Advice::MoveGently),
        (Complaint::Panic, Action::OfferBreathing, None, None, Advice::BreatheOrStop),
    ];
    assert_eq!(table.map(|row| row.0), Complaint::ALL);
    for (complaint, action, ask, show, advice) in table {
        assert_eq!(respond(complaint), response(action, ask, show, advice), "{complaint:?}");
    }
}

#[test]
fn every_follow_up_question_leads_where_the_stop_table_says() {
    // R20, R21, R22, R25
    use Question::{BruiseGrowing, EasedEnough, GoneSoon, Spreads};
    let table = [
        (EasedEnough, true, Action::CarryOn, None, Advice::CarryOnLightly),
        (EasedEnough, false, Action::Skip, None, Advice::LeaveItOut),
        (Spreads, true, Action::StopSession, None, Advice::StopSpreading),
        (Spreads, false, Action::CarryOn, None, Advice::LeaveItOut),
        (GoneSoon, true, Action::CarryOn, None, Advice::OtherAreas),
        (GoneSoon, false, Action::StopSession, Some(List::Nerve), Advice::StillNumb),
        (BruiseGrowing, true, Action::Urgent, None, Advice::CallToday),
        (BruiseGrowing, false, Action::CarryOn, None, Advice::WatchBruise),
    ];
    for (question, yes, action, show, advice) in table {
        let expected = response(action, None, show, advice);
        assert_eq!(answer(question, yes), expected, "{question:?} {yes}");
    }
}

#[test]
fn eased_means_four_of_ten_or_less_and_never_more_than_the_step_may_have() {
    // R20, clinical-evidence 3.5: gentle stops above 3
    assert_eq!([5, 4, 3, 2, 0].map(eased_to), [4, 4, 3, 2, 0]);
}

#[test]
fn a_bruise_a_slip_and_numbness_end_the_area_and_any_other_skip_the_exercise() {
    // R22, R25
    let out = |complaint, here, later| leaves_out(complaint, row(here), row(later));
    for complaint in Complaint::ALL.iter().copied() {
        let area = [Complaint::Bruise, Complaint::Clunk, Complaint::Tingling].contains(&complaint);
        assert!(out(complaint, "BL04", "BL04"), "{complaint:?}: the same one does not come back");
        assert_eq!(out(complaint, "BL04", "HN15"), area, "{complaint:?}");
        assert_eq!(out(complaint, "BL04", "ST02"), area, "{complaint:?}: it pulls the buttock");
        assert_eq!(out(complaint, "BL04", "MB13"), area, "{complaint:?}: moves too");
        assert_eq!(out(complaint, "HN17", "HN02"), area, "{complaint:?}: it was on the shoulder");
        for other in ["HN05", "HN02", "BR02", "BR03", "BR04"] {
            assert!(!out(complaint, "BL04", other), "{complaint:?} {other}");
        }
        assert!(!out(complaint, "HN05", "BR04"), "{complaint:?}: rest on the same area stays");
    }
}

#[test]
fn every_response_that_locks_has_a_complaint_that_locks_at_its_level() {
    // R13
    for complaint in Complaint::ALL {
        let response = respond(*complaint);
        let after_yes = response.ask.map(|question| answer(question, true).action);
        for action in [Some(response.action), after_yes].into_iter().flatten() {
            match action {
                Action::Emergency => assert_eq!(complaint.locks_at(), Some(Level::Emergency)),
                Action::Urgent => assert_eq!(complaint.locks_at(), Some(Level::Urgent)),
                Action::Ease
                | Action::Skip
                | Action::StopSession
                | Action::OfferBreathing
                | Action::CarryOn => {}
            }
        }
    }
}

#[test]
fn enough_for_one_session_offers_slow_breathing() {
    // R27; the session counts the eases and skips
    assert_eq!(ENOUGH, response(Action::OfferBreathing, None, None, Advice::EnoughForToday));
}
