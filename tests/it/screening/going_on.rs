//! What a session that was cut off may go on with, and what erasing and taking back leave (R71, R72).

use unknot::domain::body::Area;
use unknot::domain::condition::Trouble;
use unknot::domain::screening::{
    Complaint, Fit, Health, Person, Replies, Reply, Said, Screen, Standing,
};

use super::day;
use super::next_day::{ended, session};
use super::people::{TODAY, id, person, row, rules, screen, well, with};

/// Today's session, noted while it runs.
fn noted(codes: &[&str], said: &[(&str, Complaint)]) -> Replies {
    let mut done = session(0, codes);
    done.said = said
        .iter()
        .map(|(code, complaint)| Said { exercise: row(code).id, complaint: *complaint })
        .collect();
    let mut replies = Replies::default();
    replies.add(session(0, &["HN05"]));
    replies.sessions[0].ended -= 1;
    replies.add(done);
    replies
}

fn fit(replies: &Replies, code: &str) -> Fit {
    let standing = Standing::of(replies, rules(), day(TODAY), None);
    let health = well();
    let person = Person { standing: &standing, ..person(&health, TODAY) };
    Screen::new(rules(), person).judge(row(code)).fit
}

#[test]
fn a_cramp_does_not_forbid_the_session_its_own_next_side() {
    // R71: pressed in this session, it is out of the next one of the day (R49), not of this one.
    let replies = noted(&["BL04"], &[("BL04", Complaint::Cramp)]);
    assert_eq!(fit(&replies, "BL04"), Fit::Removed);
    let earlier = replies.to_carry_on(ended(0)).unwrap();
    assert_eq!(fit(&earlier, "BL04"), Fit::Allowed);
    assert!(replies.left_out_of(ended(0)).is_empty());
    // What an earlier session of the day pressed is still out.
    assert_eq!(fit(&earlier, "HN05"), fit(&replies, "HN05"));
}

#[test]
fn what_a_complaint_skipped_stays_out_of_the_session_that_is_carried_on() {
    use Complaint::{Bruise, Clunk, Sharp, Tingling};
    for complaint in [Sharp, Tingling, Bruise, Clunk] {
        let replies = noted(&[], &[("BL04", complaint)]);
        assert!(replies.to_carry_on(ended(0)).is_some());
        assert_eq!(replies.left_out_of(ended(0)), [row("BL04").id], "{complaint:?}");
    }
    // And numbness waits for a physio, whichever session is judged.
    let numb = noted(&[], &[("BL04", Tingling)]).to_carry_on(ended(0)).unwrap();
    assert_eq!(fit(&numb, "BL04"), Fit::Removed);
}

#[test]
fn a_complaint_that_ends_a_session_is_never_carried_on_from() {
    for complaint in [Complaint::Dizzy, Complaint::Chest, Complaint::LegWeakness] {
        assert!(noted(&[], &[("BL04", complaint)]).to_carry_on(ended(0)).is_none());
    }
}

#[test]
fn three_eases_do_not_make_the_session_gentle_in_which_they_were() {
    let mut replies = noted(&["BL04"], &[]);
    replies.sessions[0].enough = true;
    let gentle = |it: &Replies| Standing::of(it, rules(), day(TODAY), None).gentle;
    assert!(gentle(&replies).is_some());
    assert!(gentle(&replies.to_carry_on(ended(0)).unwrap()).is_none());
}

#[test]
fn erasing_all_answers_does_not_end_an_urgent_lock() {
    // R35, R72; clinical-evidence 3.1
    let mut health = with(&["disc", "disc-worse", "blood-thinners"]);
    health.mark(Area::Calf, Trouble::Swollen, day(TODAY));
    health.mark(Area::Arm, Trouble::NewScar, day(TODAY));
    health.feel(3, None, day(TODAY));
    let lock = screen(&health).lock();
    assert!(lock.is_some());
    health.erase(rules());
    assert_eq!(screen(&health).lock(), lock);
    let told: Vec<_> = health.told.iter().map(|it| it.id).collect();
    assert_eq!(told, [id("disc"), id("disc-worse")]);
    assert_eq!(health.marks.len(), 1);
    assert!(health.pain.is_none() && health.marked.is_none());
    // Without such answers nothing is left.
    let mut other = with(&["blood-thinners", "heart"]);
    other.erase(rules());
    assert_eq!(other, Health::default());
}

#[test]
fn a_reply_given_by_mistake_changes_what_the_record_before_it_did_not() {
    // The control for taking it back, which puts that record in its place.
    let mut replies = Replies::default();
    replies.add(session(1, &["BL04"]));
    let before = replies.clone();
    replies.reply(rules(), Reply::Worse, ended(1) + 86_400_000, day(TODAY));
    assert_ne!(replies, before);
}
