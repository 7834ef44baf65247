//! "Too much", row by row of the stop table.

use unknot::domain::screening::{
    Action, Advice, Complaint, ENOUGH, Level, List, Question, Response, answer, respond,
};

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
