use super::*;
use crate::domain::exercise::ExerciseId;
use crate::domain::outcome::Rating;
use crate::domain::screening::Complaint;

/// A Sunday.
const LAST: LocalDay = LocalDay::from_days(20_786);

fn rating(number: u8) -> Rating {
    Rating::new(number).unwrap()
}

fn ago(days: i32, what: What) -> Entry {
    entry(LocalDay::from_days(LAST.days() - days), what)
}

/// A session of ten minutes that began at this moment.
fn session(started: u64, routine: &str, steps: Vec<StepDone>) -> What {
    let name = Line::clean(routine);
    let routine = routine.to_owned();
    What::Session(SessionDone { started, routine, steps, ..done(0, name, 10, Ending::Completed) })
}

fn step(exercise: u16, outcome: Outcome, eases: u8, reasons: &[Complaint]) -> StepDone {
    let (exercise, reasons) = (ExerciseId(exercise), reasons.to_vec());
    StepDone { exercise, outcome, eases, secs: 45, reasons }
}

#[test]
fn the_day_from_which_change_counts_anew_goes_with_what_was_chosen_and_never_alone() {
    // A6, A7
    let kept = Journal::of(vec![ago(9, What::Baseline), ago(3, What::Pain(rating(4)))]);
    let days = |days, part| {
        let found = report(&kept, LAST, days, &|it| it == part).journal;
        found.of_kind(Kind::Baseline).iter().map(|it| it.day).collect::<Vec<_>>()
    };
    assert_eq!(days(14, Part::Pain), [LocalDay::from_days(LAST.days() - 9)]);
    assert_eq!(days(7, Part::Pain), []);
    assert_eq!(days(14, Part::Change), []);
}

#[test]
fn a_report_names_255_routines_and_sessions_of_further_ones_have_no_name() {
    let all = (0..257).map(|nth: u64| ago(0, session(nth, &format!("r{nth}"), vec![])));
    let found = report(&Journal::of(all.collect()), LAST, 1, &|it| it == Part::Sessions);
    let named: Vec<(&str, &str)> =
        found.journal.sessions().map(|(_, it)| (it.routine.as_str(), it.name.as_str())).collect();
    assert_eq!(named.len(), 257);
    assert_eq!((named[0], named[1], named[254]), (("0", "r0"), ("1", "r1"), ("254", "r254")));
    assert_eq!((named[255], named[256]), (("255", ""), ("255", "")));
}

#[test]
fn a_step_is_told_of_when_it_was_left_eased_or_had_a_reason() {
    // A8
    let steps = vec![
        step(1, Outcome::Done, 0, &[]),
        step(2, Outcome::Done, 1, &[]),
        step(3, Outcome::Skipped, 0, &[]),
        step(4, Outcome::TooMuch, 0, &[]),
        step(5, Outcome::NotReached, 0, &[]),
        step(6, Outcome::Done, 0, &[Complaint::Cramp]),
    ];
    let told = |steps: &[StepDone]| {
        let kept = Journal::of(vec![ago(0, session(1, "a", steps.to_vec()))]);
        let found = report(&kept, LAST, 1, &|it| matches!(it, Part::Sessions | Part::Steps));
        let (_, session) = found.journal.sessions().next().unwrap();
        let ids: Vec<u16> = session.steps.iter().map(|it| it.exercise.0).collect();
        (ids, count(&kept, LAST, 1, Part::Steps))
    };
    assert_eq!(told(&steps), (vec![2, 3, 4, 6], 1));
    // A session in which one step was eased, and nothing else, has something to tell.
    assert_eq!(told(&steps[..2]), (vec![2], 1));
    assert_eq!(told(&steps[..1]), (vec![], 0));
}

#[test]
fn activities_have_the_place_as_their_number_at_which_they_were_first_rated_three_at_most() {
    // A5, A6: 50 is asked about no more, 60 was never named, and for 40 there is no room
    let named = [(10, "Film", true), (20, "Socks", true), (30, "Stairs", true)]
        .into_iter()
        .chain([(40, "Lift", true), (50, "Garden", false)])
        .map(|(id, name, is_asked)| {
            ago(30, What::Activity(Activity { id, name: Line::clean(name), is_asked }))
        });
    let week = |days, ratings: &[(u64, u8)]| {
        let activities = ratings.iter().map(|it| (it.0, rating(it.1))).collect();
        ago(days, What::Week(Week { activities, ..Week::default() }))
    };
    let weeks = [
        week(21, &[(50, 9), (20, 3), (60, 1)]),
        week(14, &[(20, 4), (10, 5)]),
        week(7, &[(30, 6), (40, 8), (20, 7)]),
    ];
    let kept = Journal::of(named.chain(weeks).collect());
    let found = report(&kept, LAST, 28, &|it| it == Part::Week).journal;
    let mut told = Vec::new();
    for it in found.of_kind(Kind::Activity) {
        let What::Activity(it) = &it.what else { panic!("no activity: {it:?}") };
        assert!(it.is_asked);
        told.push((it.id, it.name.as_str()));
    }
    assert_eq!(told, [(0, "Socks"), (1, "Film"), (2, "Stairs")]);
    let mut rated = Vec::new();
    for it in found.of_kind(Kind::Week) {
        let What::Week(it) = &it.what else { panic!("no week: {it:?}") };
        rated.push(it.activities.iter().map(|it| (it.0, it.1.get())).collect::<Vec<_>>());
    }
    assert_eq!(rated, [vec![(0, 3)], vec![(0, 4), (1, 5)], vec![(0, 7), (2, 6)]]);
}

#[test]
fn points_and_eases_of_all_sessions_are_added_up() {
    // A8: 3 points less, 2 more, 2 less
    let mut all = Vec::new();
    for (started, (before, after), eases) in [(1, (7, 4), 2), (2, (3, 5), 0), (3, (2, 0), 3)] {
        all.push(ago(1, session(started, "a", vec![step(34, Outcome::Done, eases, &[])])));
        for (when, pain) in [(When::Before, before), (When::After, after)] {
            let felt = Felt { session: started, when, pain: rating(pain), place: None };
            all.push(ago(1, What::Felt(felt)));
        }
    }
    let found = summary(&report(&Journal::of(all), LAST, 7, &|_| true));
    assert_eq!((found.sessions, found.minutes, found.pairs, found.eased), (3, 30, 3, 3));
    let eased: Vec<_> = found.trouble.iter().map(|it| (it.exercise.0, it.eased)).collect();
    assert_eq!(eased, [(34, 5)]);
}
