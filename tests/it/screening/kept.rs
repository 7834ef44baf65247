//! What is kept of a session that is over.

use unknot::domain::screening::{Cause, Complaint, Done, Replies, Said, Standing};
use unknot::domain::session::{Ending, Outcome, StepRecord, Summary};
use unknot::domain::time::Span;

use super::day;
use super::next_day::{ended, session};
use super::people::{TODAY, code, row, rules};

#[test]
fn only_the_newest_sessions_are_kept_and_none_is_too_long() {
    // D17
    let mut replies = Replies::default();
    for ago in (0..40).rev() {
        let mut done = session(ago, &["HN05"; 60]);
        done.said = vec![Said { exercise: row("HN05").id, complaint: Complaint::Panic }; 30];
        replies.add(done);
    }
    assert_eq!(replies.sessions.len(), Replies::MAX_SESSIONS);
    assert_eq!(replies.sessions[0].day, day(TODAY));
    assert!(replies.sessions.iter().all(|it| it.steps.len() == Replies::MAX_STEPS));
    assert!(replies.sessions.iter().all(|it| it.said.len() == Replies::MAX_SAID));
}

#[test]
fn a_session_is_kept_with_what_was_begun_and_what_was_too_much() {
    // R49, R52
    let step = |code, done, secs, eases| StepRecord {
        exercise: row(code).id,
        done,
        eases,
        worked: Span::from_secs(secs),
    };
    let summary = Summary {
        ending: Ending::EndedEarly,
        worked: Span::from_secs(90),
        steps: vec![
            step("HN05", Outcome::Done, 60, 0),
            step("BL04", Outcome::Skipped, 0, 0),
            StepRecord { worked: Span::from_millis(999), ..step("BL02", Outcome::Skipped, 0, 0) },
            step("BL01", Outcome::Skipped, 1, 0),
            step("BL05", Outcome::TooMuch, 0, 0),
            step("ST05", Outcome::Skipped, 30, 1),
            step("MB12", Outcome::NotReached, 0, 0),
        ],
    };
    let done = Done::of(&summary, vec![], true, ended(1), day(TODAY - 1));
    let kept: Vec<_> = done.steps.iter().map(|it| code(it.exercise)).collect();
    assert_eq!(kept, ["HN05", "BL01", "BL05", "ST05"], "less than a second is passing over");
    assert!(done.enough && done.reply.is_none());
}

#[test]
fn a_session_that_was_cut_off_counts_with_what_was_done_up_to_there() {
    // R50, R49
    use unknot::domain::session::{Phase, Snapshot};
    use unknot::domain::side::Side;
    let record = |code, done, secs, eases| StepRecord {
        exercise: row(code).id,
        done,
        eases,
        worked: Span::from_secs(secs),
    };
    let snapshot = Snapshot {
        step: 2,
        phase: Phase::Work,
        side: Side::Left,
        elapsed: 4_000,
        length: 60_000,
        eases: 1,
        too_much: 1,
        records: vec![
            record("BL04", Outcome::Done, 120, 0),
            record("BL05", Outcome::TooMuch, 8, 1),
            record("HN05", Outcome::NotReached, 4, 0),
            record("BL02", Outcome::NotReached, 0, 0),
        ],
        worked: vec![],
    };
    let summary = snapshot.summary();
    assert_eq!((summary.ending, summary.worked), (Ending::EndedEarly, Span::from_secs(132)));
    let done = Done::of(&summary, vec![], false, ended(0), day(TODAY));
    let mut replies = Replies::default();
    replies.add(done);
    let standing = Standing::of(&replies, rules(), day(TODAY), None);
    let why = |code| {
        standing.removed.iter().any(|(id, why)| *id == row(code).id && *why == Cause::PressedToday)
    };
    assert!(why("BL04") && why("BL05") && why("HN05") && !why("BL02"));
    assert_eq!(standing.dropped, [row("BL05").id], "what was too much is a step down");
}
