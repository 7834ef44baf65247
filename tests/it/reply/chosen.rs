//! What goes into a report, and what never does.

use unknot::codec::report::to_bytes;
use unknot::domain::outcome::{Journal, Kind, What};
use unknot::domain::report::{Part, report};
use unknot::domain::shared::Note;
use unknot::domain::time::LocalDay;

use super::made::{LAST, entry, six_weeks};

/// Which kinds of entry a report with these parts has.
fn kinds(parts: &[Part]) -> Vec<Kind> {
    let found = report(&six_weeks(), LAST, 42, &|it| parts.contains(&it));
    let has = |kind: &&Kind| !found.journal.of_kind(**kind).is_empty();
    Kind::ALL.iter().filter(has).copied().collect()
}

#[test]
fn nothing_that_was_not_chosen_is_in_it() {
    // A6
    assert_eq!(kinds(&[]), []);
    assert_eq!(kinds(&[Part::Felt, Part::Steps]), []);
    assert_eq!(kinds(&[Part::Pain]), [Kind::Pain]);
    assert_eq!(kinds(&[Part::Week]), [Kind::Activity, Kind::Week]);
    assert_eq!(kinds(&[Part::Change]), [Kind::Change]);
    assert_eq!(kinds(&[Part::Sessions]), [Kind::Plan, Kind::Session]);
    let felt = [Kind::After, Kind::Before, Kind::Plan, Kind::Session];
    assert_eq!(kinds(&[Part::Sessions, Part::Felt]), felt);
    let found = report(&six_weeks(), LAST, 42, &|it| it == Part::Sessions);
    for (_, session) in found.journal.sessions() {
        assert!(session.steps.is_empty());
    }
}

#[test]
fn no_time_of_day_no_health_mode_and_no_note_to_oneself_is_in_it() {
    // A5: a journal that differs in these alone gives the same bytes
    let journal = six_weeks();
    let other = journal.entries().iter().map(|it| {
        let mut it = it.clone();
        it.at += 12_345;
        if let What::Session(session) = &mut it.what {
            session.started += 3_600_000;
            session.mode = unknot::domain::screening::Mode::Comfort;
            session.routine = "my-own".to_owned();
        }
        if let What::Felt(felt) = &mut it.what {
            felt.session += 3_600_000;
            felt.place = Some(unknot::domain::body::Area::Hip);
        }
        it
    });
    let private = [
        entry(LAST.days(), What::Note(Note::clean("For myself alone"))),
        entry(LAST.days(), What::Flare),
    ];
    let other = Journal::of(other.chain(private).collect());
    let of = |journal| to_bytes(&report(journal, LAST, 42, &|_| true));
    assert_eq!(of(&other), of(&six_weeks()));
}

#[test]
fn only_days_of_the_period_are_in_it_and_the_plan_that_was_in_force() {
    // A7
    let found = report(&six_weeks(), LAST, 14, &|_| true);
    assert_eq!(found.journal.of_kind(Kind::Session).len(), 14);
    assert_eq!(found.journal.of_kind(Kind::Pain).len(), 14);
    assert_eq!(found.first(), LocalDay::from_days(LAST.days() - 13));
    let plans = found.journal.of_kind(Kind::Plan);
    assert_eq!(plans.iter().map(|it| it.day.days()).collect::<Vec<_>>(), [LAST.days() - 41]);
    let early = report(&six_weeks(), LocalDay::from_days(LAST.days() - 7), 7, &|_| true);
    assert!(early.journal.entries().iter().all(|it| it.day.days() <= LAST.days() - 7));
}

#[test]
fn how_much_there_is_of_a_part_is_told_before_it_is_chosen() {
    // A6
    let of = |days| {
        let count = |part: &Part| unknot::domain::report::count(&six_weeks(), LAST, days, *part);
        Part::ALL.iter().map(count).collect::<Vec<_>>()
    };
    // sessions, felt, steps, pain, week, change
    assert_eq!(of(42), [42, 42, 14, 42, 6, 3]);
    assert_eq!(of(14), [14, 14, 4, 14, 2, 1]);
}

#[test]
fn the_first_week_of_a_reply_is_whole() {
    // A7: LAST is a Sunday
    use unknot::domain::outcome::week_start;
    use unknot::domain::report::{MAX_DAYS, Report, whole_weeks};
    assert_eq!(whole_weeks(LAST, 42), 42);
    for (by, days) in (0..7).flat_map(|by| [14, 42, 84].map(|days| (by, days))) {
        let last = LocalDay::from_days(LAST.days() + by);
        let all = whole_weeks(last, days);
        let first = Report::new(last, all).first();
        assert!((days..days + 7).contains(&all) && all <= MAX_DAYS);
        assert_eq!(week_start(first), first, "{by} {days}");
    }
}
