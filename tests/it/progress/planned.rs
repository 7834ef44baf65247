//! What was done week by week, beside the plan: P14 to P17, P24.

use unknot::domain::outcome::{
    Entry, PlanFrom, WeekDone, What, adherence, days_of_week, liked, measures, planned, planned_in,
    weeks_in_a_row, weeks_of,
};
use unknot::domain::session::Ending;
use unknot::domain::shared::{DaysAWeek, Schedule, TimesADay, Weeks};

use super::{MONDAY, day, entry, journal, pain, session};

fn plan(days: i32, a_week: u16, weeks: u16) -> Entry {
    let schedule = Schedule {
        times: TimesADay::held(1),
        days: DaysAWeek::held(a_week),
        weeks: Weeks::held(weeks),
    };
    entry(days, What::Plan(PlanFrom { routine: String::new(), schedule: Some(schedule) }))
}

#[test]
fn a_session_counts_when_it_was_played_to_its_end_or_for_a_minute() {
    // P14
    let kept = |secs: u32, ending: Ending| {
        let mut one = session(MONDAY, 0, "a");
        if let What::Session(it) = &mut one.what {
            (it.secs, it.ending) = (secs, ending);
        }
        journal([one]).sessions().count()
    };
    assert_eq!(kept(59, Ending::EndedEarly), 0);
    assert_eq!(kept(60, Ending::EndedEarly), 1);
    assert_eq!(kept(20, Ending::Completed), 1);
    assert_eq!(kept(0, Ending::Completed), 0);
}

#[test]
fn two_sessions_of_a_day_are_one_day_and_twenty_minutes() {
    // P15
    let kept =
        journal([session(MONDAY, 0, "a"), session(MONDAY, 1, "b"), session(MONDAY + 6, 0, "a")]);
    let weeks = weeks_of(&kept, day(MONDAY + 13));
    assert_eq!(weeks.len(), 2);
    assert_eq!((weeks[0].sessions, weeks[0].days, weeks[0].minutes()), (3, 2, 30));
    assert_eq!((weeks[1].sessions, weeks[1].planned), (0, None));
    let this = days_of_week(&kept, day(MONDAY + 6));
    assert_eq!(this, [true, false, false, false, false, false, true]);
}

#[test]
fn the_minutes_of_a_week_are_rounded_to_the_nearest() {
    for (secs, minutes) in [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (3600, 60), (3630, 61)] {
        let week = WeekDone { monday: day(MONDAY), sessions: 1, days: 1, secs, planned: None };
        assert_eq!(week.minutes(), minutes, "{secs} s");
    }
}

#[test]
fn a_week_that_has_only_begun_breaks_nothing() {
    // P15
    let row = |weeks: &[i32], today: i32| {
        let kept = journal(weeks.iter().map(|nth| session(MONDAY + 7 * nth, 0, "a")));
        weeks_in_a_row(&weeks_of(&kept, day(today)), day(today))
    };
    assert_eq!(row(&[0, 1, 2], MONDAY + 14), 3);
    assert_eq!(row(&[0, 1, 2], MONDAY + 21), 3);
    assert_eq!(row(&[0, 1, 2], MONDAY + 28), 0);
    assert_eq!(row(&[0, 2], MONDAY + 15), 1);
    assert_eq!(row(&[], MONDAY), 0);
}

#[test]
fn a_plan_ends_after_its_weeks_and_the_last_begun_is_in_force() {
    // P16
    let kept = journal([plan(MONDAY, 3, 4), plan(MONDAY + 7, 5, 1)]);
    let days = |at: i32| planned(&kept, day(at)).map(|it| it.1.days.get());
    assert_eq!(days(MONDAY - 1), None);
    assert_eq!(days(MONDAY + 6), Some(3));
    assert_eq!(days(MONDAY + 7), Some(5));
    assert_eq!(days(MONDAY + 14), None);
    let ended = entry(MONDAY + 1, What::Plan(PlanFrom { routine: String::new(), schedule: None }));
    assert_eq!(planned(&journal([plan(MONDAY, 3, 4), ended]), day(MONDAY + 2)), None);
}

#[test]
fn a_day_more_than_meant_makes_up_for_nothing() {
    // P17: five days of three, then one of three; the third week is not over.
    let mut all: Vec<Entry> = (0..5).map(|nth| session(MONDAY + nth, 0, "a")).collect();
    all.extend([session(MONDAY + 7, 0, "a"), session(MONDAY + 14, 0, "a"), plan(MONDAY, 3, 6)]);
    let today = day(MONDAY + 15);
    let weeks = weeks_of(&journal(all), today);
    assert_eq!(adherence(&weeks, today), Some((4, 6)));
    assert_eq!(adherence(&weeks_of(&journal([session(MONDAY, 0, "a")]), today), today), None);
}

#[test]
fn a_week_that_a_plan_is_in_force_for_in_part_means_its_share_of_the_days() {
    // P17: five days a week for two weeks, begun on a Thursday: four days of seven, all, then three of seven.
    let kept = journal([plan(MONDAY + 3, 5, 2), session(MONDAY, 0, "a")]);
    let today = day(MONDAY + 35);
    let meant: Vec<_> = weeks_of(&kept, today).iter().map(|it| it.planned).collect();
    assert_eq!(meant, [Some(2), Some(5), Some(2), None, None, None]);
    // Begun on a Saturday three days a week mean none of that week's, and nobody is behind on Sunday.
    let late = journal([plan(MONDAY + 5, 3, 6), session(MONDAY, 0, "a")]);
    assert_eq!(planned_in(&late, day(MONDAY)), Some(0));
    assert_eq!(adherence(&weeks_of(&late, day(MONDAY + 7)), day(MONDAY + 7)), None);
    // A plan that takes over from another one in a week counts whole.
    let both = journal([plan(MONDAY, 3, 6), plan(MONDAY + 9, 5, 6)]);
    let planned = |nth: i32| planned_in(&both, day(MONDAY + 7 * nth));
    assert_eq!(
        (planned(0), planned(1), planned(2), planned(-1)),
        (Some(3), Some(5), Some(5), None)
    );
}

#[test]
fn a_session_of_a_day_to_come_is_kept_and_not_counted() {
    // P3
    let kept = journal([session(MONDAY, 0, "a"), session(MONDAY + 20_000, 0, "a")]);
    let weeks = weeks_of(&kept, day(MONDAY));
    assert_eq!((weeks.len(), weeks[0].sessions), (1, 1));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may look at how long the work took")]
fn eleven_thousand_sessions_and_as_many_ratings_are_looked_through_in_no_time() {
    // P24: each part is linear; twenty times the work would be seen even on a busy machine.
    let count = 11_000;
    let first = MONDAY - count / 3;
    let mut all: Vec<Entry> = (0..count)
        .map(|nth| session(first + nth / 3, u64::try_from(nth % 3).unwrap(), "lower-back-10"))
        .collect();
    all.extend((0..count / 3).map(|nth| pain(first + nth, u8::try_from(nth % 11).unwrap())));
    let started = std::time::Instant::now();
    let kept = journal(all);
    let today = day(MONDAY);
    let weeks = weeks_of(&kept, today);
    let found = measures(&kept, today);
    assert_eq!(weeks.iter().map(|it| it.sessions).sum::<u32>(), 11_000);
    assert_eq!(found.days.len(), 3666);
    assert_eq!(liked(&kept)[0].sessions, 11_000);
    assert!(started.elapsed().as_millis() < 2000, "{:?}", started.elapsed());
}
