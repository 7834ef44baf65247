//! Labels of change: P6 to P11, with the worked examples of the evidence file, 4.3.

use proptest::prelude::*;
use unknot::domain::outcome::{
    Activities, Change, Global, Half, Label, What, activities_label, activities_noticed,
    global_label, measures, pain_label, pain_noticed, pain_percent,
};

use super::{MONDAY, activity, day, entry, journal, pain, rating, week};

fn label(baseline: u8, now: u8) -> Label {
    pain_label(Half::of(rating(baseline)), Half::of(rating(now)))
}

#[test]
fn pain_of_two_points_less_is_a_clear_change_only_where_it_is_a_third_of_it_as_well() {
    // P9: 2 of 6 is 33 %, 2 of 7 is 28 %, 2 of 2 needs no percentage.
    assert_eq!(label(6, 4), Label::Clear);
    assert_eq!(label(7, 5), Label::Small);
    assert_eq!(label(10, 7), Label::Clear);
    assert_eq!(label(10, 8), Label::Small);
    assert_eq!(label(2, 0), Label::Clear);
    assert_eq!(label(3, 1), Label::Clear);
    assert_eq!(label(3, 2), Label::Small);
    assert_eq!(label(5, 5), Label::Unclear);
    assert_eq!(label(5, 6), Label::Unclear);
    assert_eq!(label(5, 7), Label::Worse);
    assert_eq!(label(0, 2), Label::Worse);
    assert_eq!(label(0, 0), Label::Unclear);
}

#[test]
fn a_percentage_is_given_from_a_baseline_of_three_on() {
    // P9
    let percent = |from, to| pain_percent(Half::of(rating(from)), Half::of(rating(to)));
    assert_eq!(percent(2, 0), None);
    assert_eq!(percent(3, 2), Some(33));
    assert_eq!(percent(6, 4), Some(33));
    assert_eq!(percent(4, 6), Some(-50));
}

#[test]
fn half_points_count_as_what_they_are() {
    // P9: 6.5 to 4.5 is 30.7 %, 7 to 5.5 is one point and a half.
    assert_eq!(pain_label(Half::from_halves(13), Half::from_halves(9)), Label::Clear);
    assert_eq!(pain_label(Half::from_halves(14), Half::from_halves(11)), Label::Small);
    assert_eq!(pain_label(Half::from_halves(10), Half::from_halves(9)), Label::Unclear);
    assert_eq!(pain_label(Half::from_halves(10), Half::from_halves(13)), Label::Unclear);
}

#[test]
fn activities_must_rise_by_two_on_their_mean_and_by_three_when_there_is_one() {
    // P10
    assert_eq!(activities_label(4, 6, 1), Some(Label::Small));
    assert_eq!(activities_label(4, 7, 1), Some(Label::Clear));
    assert_eq!(activities_label(4, 2, 1), Some(Label::Worse));
    assert_eq!(activities_label(9, 15, 3), Some(Label::Clear));
    assert_eq!(activities_label(9, 14, 3), Some(Label::Small));
    assert_eq!(activities_label(9, 12, 3), Some(Label::Small));
    assert_eq!(activities_label(9, 11, 3), Some(Label::Unclear));
    assert_eq!(activities_label(9, 4, 3), Some(Label::Unclear));
    assert_eq!(activities_label(9, 3, 3), Some(Label::Worse));
    assert_eq!(activities_label(0, 0, 0), None);
}

#[test]
fn change_in_all_has_four_words() {
    // P11
    let word = |by| global_label(Change::new(by).unwrap());
    for by in 3..=5 {
        assert_eq!(word(by), Global::MuchBetter);
    }
    assert_eq!(word(2), Global::Better);
    for by in -1..=1 {
        assert_eq!(word(by), Global::Same);
    }
    for by in -5..=-2 {
        assert_eq!(word(by), Global::Worse);
    }
    assert_eq!(Global::Better.label(), Label::Clear);
    assert_eq!(Change::new(6), None);
    assert_eq!(Change::new(-6), None);
    // All that can be told.
    assert_eq!(Change::all().map(Change::get).collect::<Vec<_>>(), (-5..=5_i8).collect::<Vec<_>>());
}

#[test]
fn the_line_of_a_change_that_people_notice_is_the_nearest_value_with_a_clear_change() {
    // P9: 6 to 4, 7 to 4.5 for 30 %, 2 to 0; below 2 none can be
    let pain = |halves| pain_noticed(Half::from_halves(halves)).map(Half::halves);
    let all = [(12, Some(8)), (14, Some(9)), (20, Some(14)), (4, Some(0)), (3, None), (0, None)];
    for (baseline, expected) in all {
        assert_eq!(pain(baseline), expected, "{baseline} halves");
    }
    // P10: one activity must rise by three, several by two on their mean; none can be above ten
    let mean = |sum, count| activities_noticed(Activities { sum, count });
    for (sum, count, expected) in [
        (4, 1, Some(70)),
        (7, 1, Some(100)),
        (8, 1, None),
        (9, 3, Some(50)),
        (10, 3, Some(53)),
        (24, 3, Some(100)),
        (25, 3, None),
        (0, 0, None),
    ] {
        assert_eq!(mean(sum, count), expected, "{sum} of {count}");
    }
}

#[test]
fn a_mean_of_activities_is_in_tenths_rounded_to_the_nearest() {
    let cases =
        [(0, 1, 0), (10, 1, 100), (10, 3, 33), (11, 3, 37), (1, 2, 5), (30, 3, 100), (0, 0, 0)];
    for (sum, count, tenths) in cases {
        assert_eq!(Activities { sum, count }.mean_tenths(), tenths, "{sum} of {count}");
    }
}

#[test]
fn what_was_before_the_day_that_the_person_chose_to_count_from_counts_no_more() {
    // P6: eights for a week, then threes, of which the first is on that day
    let eights = (0..7).map(|nth| pain(MONDAY + nth, 8));
    let threes = (7..14).map(|nth| pain(MONDAY + nth, 3));
    let chosen = entry(MONDAY + 7, What::Baseline);
    let kept = journal(eights.chain(threes).chain([chosen]));
    let found = measures(&kept, day(MONDAY + 13));
    let days: Vec<i32> = found.days.iter().map(|it| it.0.days()).collect();
    assert_eq!(days, (MONDAY + 7..MONDAY + 14).collect::<Vec<_>>());
    assert_eq!(found.pain.map(|it| it.label), Some(Label::Unclear));
}

#[test]
fn a_rating_of_a_day_that_is_further_ahead_than_tomorrow_is_not_counted_yet() {
    // P3
    let kept = journal([pain(MONDAY, 4), pain(MONDAY + 1, 5), pain(MONDAY + 2, 6)]);
    for (today, counted) in [(MONDAY, 2), (MONDAY + 1, 3)] {
        assert_eq!(measures(&kept, day(today)).days.len(), counted, "{today}");
    }
}

#[test]
fn the_first_weekly_value_is_the_baseline_and_a_bad_first_day_is_not() {
    // P6, P7: one day at 9 among fives, then fives for weeks.
    let days = (0..28).map(|nth| pain(MONDAY + nth, if nth == 0 { 9 } else { 5 }));
    let found = measures(&journal(days), day(MONDAY + 27)).pain.unwrap();
    assert_eq!(found.baseline.1, Half::of(rating(5)));
    assert_eq!(found.label, Label::Unclear);
}

#[test]
fn two_ratings_are_no_trend() {
    // P7
    let found = measures(&journal([pain(MONDAY, 8), pain(MONDAY + 1, 2)]), day(MONDAY + 1));
    assert_eq!((found.days.len(), found.weekly.len(), found.pain), (2, 0, None));
}

#[test]
fn a_value_of_long_ago_is_not_how_it_is_now() {
    // P8
    let kept = journal((0..14).map(|nth| pain(MONDAY + nth, if nth < 7 { 8 } else { 3 })));
    assert!(measures(&kept, day(MONDAY + 13 + 13)).pain.is_some());
    assert_eq!(measures(&kept, day(MONDAY + 13 + 14)).pain, None);
}

#[test]
fn an_activity_that_was_left_blank_hides_the_trend_of_that_week_and_is_never_made_up() {
    // P7
    let kept = journal([
        activity(1, "Put on socks", true),
        activity(2, "Sit through a film", true),
        week(MONDAY, &[(1, 3), (2, 4)]),
        week(MONDAY + 7, &[(1, 9)]),
    ]);
    let found = measures(&kept, day(MONDAY + 7));
    assert_eq!((found.weeks.len(), found.activities), (1, None));
}

#[test]
fn an_activity_that_is_asked_about_no_more_leaves_the_comparison_on_both_ends() {
    // P7, P10
    let kept = journal([
        activity(1, "Put on socks", true),
        activity(2, "Sit through a film", false),
        week(MONDAY, &[(1, 3), (2, 9)]),
        week(MONDAY + 7, &[(1, 6), (3, 1)]),
    ]);
    let found = measures(&kept, day(MONDAY + 7)).activities.unwrap();
    assert_eq!((found.baseline.1.sum, found.now.1.sum, found.now.1.count), (3, 6, 1));
    assert_eq!(found.label, Label::Clear);
}

proptest! {
    // P9, P10: more change never has a lesser label, and the thresholds are those of 4.3.
    #[test]
    fn labels_follow_the_formulas(baseline in 0_u8..=20, now in 0_u8..=20) {
        let (b, n) = (f64::from(baseline) / 2.0, f64::from(now) / 2.0);
        let change = b - n;
        let expected = if change >= 2.0 && (b < 3.0 || 100.0 * change / b >= 30.0) {
            Label::Clear
        } else if change >= 1.0 {
            Label::Small
        } else if change <= -2.0 {
            Label::Worse
        } else {
            Label::Unclear
        };
        let found = pain_label(Half::from_halves(baseline), Half::from_halves(now));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn activities_follow_the_formulas(ratings in proptest::collection::vec((0_u16..=10, 0_u16..=10), 1..=5)) {
        let count = u16::try_from(ratings.len()).unwrap();
        let (then, now): (u16, u16) = (ratings.iter().map(|it| it.0).sum(), ratings.iter().map(|it| it.1).sum());
        let change = (f64::from(now) - f64::from(then)) / f64::from(count);
        let clear = if count == 1 { 3.0 } else { 2.0 };
        let expected = if change >= clear {
            Label::Clear
        } else if change >= 1.0 {
            Label::Small
        } else if change <= -2.0 {
            Label::Worse
        } else {
            Label::Unclear
        };
        prop_assert_eq!(activities_label(then, now, count), Some(expected));
    }
}
