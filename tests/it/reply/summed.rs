//! The numbers of the report.

use unknot::domain::outcome::Label;
use unknot::domain::report::{report, summary};
use unknot::domain::screening::Complaint;

use super::made::{LAST, six_weeks, six_weeks_report};

#[test]
fn a_report_comes_to_the_numbers_that_the_persons_own_phone_shows() {
    // A8
    let all = summary(&six_weeks_report());
    assert_eq!((all.sessions, all.days, all.minutes), (42, 42, 42 * 12));
    // Six whole weeks from Monday to Sunday, the last of which is not over on its Sunday.
    assert_eq!(all.kept, Some((35, 35)));
    assert_eq!(all.plan.map(|it| it.days.get()), Some(7));
    assert_eq!((all.pairs, all.eased), (42, 42));
    let pain = all.measures.pain.unwrap();
    assert_eq!((pain.baseline.1.halves(), pain.now.1.halves(), pain.label), (12, 8, Label::Clear));
    let own = unknot::domain::outcome::measures(&six_weeks(), LAST);
    assert_eq!(all.measures, own);
}

#[test]
fn what_was_skipped_or_too_much_is_counted_with_its_reasons() {
    // A8
    let all = summary(&six_weeks_report());
    let told: Vec<_> =
        all.trouble.iter().map(|it| (it.exercise.0, it.skipped, it.too_much)).collect();
    assert_eq!(told, [(34, 0, 14), (35, 14, 0)]);
    assert_eq!(all.trouble[0].reasons, [(Complaint::TooStrong, 14)]);
}

#[test]
fn a_report_of_nothing_comes_to_nothing() {
    let none = summary(&report(&six_weeks(), LAST, 42, &|_| false));
    assert_eq!(none, unknot::domain::report::Summary::default());
}
