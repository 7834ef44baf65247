use super::*;
use crate::domain::plan::SpokenLengths;
use crate::domain::session::Phase;

fn spoken(name: u32, set_up: u32, target: Option<u32>, coaching: &[u32]) -> SpokenLengths {
    SpokenLengths {
        name: Span::from_millis(name),
        set_up: Span::from_millis(set_up),
        target: target.map(Span::from_millis),
        coaching: coaching.iter().copied().map(Span::from_millis).collect(),
    }
}

fn usual() -> SpokenLengths {
    spoken(2000, 4000, Some(3000), &[3000, 3000, 3000])
}

fn plan(
    phase: Phase,
    millis: u32,
    spoken: &SpokenLengths,
    passed: &[CueKind],
) -> Vec<(u32, CueKind)> {
    let part = Part {
        phase,
        length: Span::from_millis(millis),
        opening: Opening::FirstSide,
        spoken,
        aftercare_spoken: Span::from_secs(5),
    };
    plan_lines(&part, passed).iter().map(|line| (line.at.millis(), line.kind)).collect()
}

const LED_IN: &[CueKind] = &[CueKind::Name, CueKind::SetUp];

#[test]
fn a_get_ready_says_the_name_at_once_and_then_the_set_up() {
    // S20
    let lines = plan(Phase::GetReady, 12_000, &usual(), &[]);
    assert_eq!(lines, [(0, CueKind::Name), (2500, CueKind::SetUp)]);
}

#[test]
fn a_set_up_line_that_does_not_fit_into_the_get_ready_opens_the_hold() {
    // S20, S21
    let lines = plan(Phase::GetReady, 6_999, &usual(), &[]);
    assert_eq!(lines, [(0, CueKind::Name)]);
    let hold = plan(Phase::Work, 30_000, &usual(), &[CueKind::Name]);
    assert_eq!(hold.first(), Some(&(0, CueKind::SetUp)));
    assert_eq!(plan(Phase::GetReady, 7_000, &usual(), &[]).len(), 2);
}

#[test]
fn without_a_get_ready_the_name_is_spoken_at_the_start_of_the_hold() {
    // S20
    let lines = plan(Phase::Work, 25_000, &usual(), &[]);
    assert_eq!(lines.first(), Some(&(0, CueKind::Name)));
    assert_eq!(lines.get(1), Some(&(2500, CueKind::SetUp)));
    assert_eq!(lines.get(2), Some(&(7000, CueKind::Target)));
}

#[test]
fn a_name_is_left_out_only_where_the_segment_is_shorter_than_it() {
    // S21
    assert_eq!(plan(Phase::GetReady, 2000, &usual(), &[]), [(0, CueKind::Name)]);
    assert_eq!(plan(Phase::GetReady, 1999, &usual(), &[]), []);
    assert_eq!(plan(Phase::Work, 1999, &usual(), &[]), []);
}

#[test]
fn no_set_up_line_comes_before_its_name() {
    // S20
    let words = spoken(8_000, 1_000, None, &[]);
    assert_eq!(plan(Phase::GetReady, 5_000, &words, &[]), []);
}

#[test]
fn a_hold_of_a_minute_has_target_coaching_half_way_and_ten_seconds_in_their_places() {
    // S20
    let lines = plan(Phase::Work, 60_000, &usual(), LED_IN);
    assert_eq!(
        lines,
        [
            (1500, CueKind::Target),
            (8500, CueKind::Coach(0)),
            (23_000, CueKind::Coach(1)),
            (30_000, CueKind::HalfWay),
            (40_832, CueKind::Coach(2)),
            (50_000, CueKind::TenSeconds),
        ]
    );
}

#[test]
fn half_way_needs_forty_seconds_and_ten_seconds_needs_thirty() {
    // S20
    let kinds = |secs: u32| -> Vec<CueKind> {
        let lines = plan(Phase::Work, secs * 1000, &spoken(0, 0, None, &[]), LED_IN);
        lines.into_iter().map(|(_, kind)| kind).collect()
    };
    assert_eq!(kinds(29), []);
    assert_eq!(kinds(30), [CueKind::TenSeconds]);
    assert_eq!(kinds(39), [CueKind::TenSeconds]);
    assert_eq!(kinds(40), [CueKind::HalfWay, CueKind::TenSeconds]);
}

/// Lines with the quiet that must follow each, for holds and voices of many lengths.
#[test]
fn lines_never_overlap_and_never_run_into_the_count_whatever_their_lengths() {
    // S21, S22
    for secs in [5_u32, 9, 10, 14, 20, 29, 30, 31, 40, 45, 60, 90, 180, 600] {
        for tenths in [0_u32, 7, 15, 30, 55, 90, 200] {
            let length = tenths * 100;
            let words = spoken(length, length + 700, Some(length + 100), &[length; 6]);
            for passed in [&[][..], LED_IN] {
                let part = Part {
                    phase: Phase::Work,
                    length: Span::from_secs(secs),
                    opening: Opening::FirstSide,
                    spoken: &words,
                    aftercare_spoken: Span::ZERO,
                };
                check_quiet(&part, &plan_lines(&part, passed));
            }
        }
    }
}

fn check_quiet(part: &Part<'_>, lines: &[Line]) {
    for pair in lines.windows(2) {
        let kind = pair[0].kind;
        let quiet = if matches!(kind, CueKind::Coach(_) | CueKind::Target) {
            4000
        } else if matches!(kind, CueKind::HalfWay | CueKind::TenSeconds) {
            2000
        } else {
            500
        };
        let free = pair[0].at.plus(pair[0].spoken).plus(Span::from_millis(quiet));
        assert!(free <= pair[1].at, "{pair:?} of {part:?}");
    }
    let end = part.length.millis() - if part.length.millis() >= 10_000 { 3000 } else { 0 };
    for line in lines {
        let over = line.at.plus(line.spoken).millis();
        let may_fill = line.kind.priority() == Priority::Place;
        assert!(over <= if may_fill { part.length.millis() } else { end }, "{line:?} of {part:?}");
    }
}

#[test]
fn a_long_set_up_in_a_short_hold_leaves_the_ten_seconds_line_out() {
    // S22
    let words = spoken(0, 25_000, None, &[]);
    let lines = plan(Phase::Work, 30_000, &words, &[CueKind::Name]);
    assert_eq!(lines, [(0, CueKind::SetUp)]);
}

#[test]
fn coaching_lines_give_way_to_half_way_and_keep_their_order() {
    // S22
    let lines = plan(Phase::Work, 40_000, &spoken(0, 0, None, &[6000, 6000, 6000, 6000]), LED_IN);
    let coached: Vec<_> =
        lines.iter().filter(|(_, kind)| matches!(kind, CueKind::Coach(_))).collect();
    assert!(coached.is_sorted_by_key(|(_, kind)| if let CueKind::Coach(nth) = kind {
        *nth
    } else {
        0
    }));
    assert!(lines.contains(&(20_000, CueKind::HalfWay)));
    assert!(lines.contains(&(30_000, CueKind::TenSeconds)));
}

#[test]
fn an_endless_number_of_coaching_lines_ends() {
    let lines = plan(Phase::Work, u32::MAX, &spoken(0, 0, None, &[u32::MAX / 2; 300]), LED_IN);
    assert!(lines.len() <= 4);
    let many = plan(Phase::Work, 60_000, &spoken(0, 0, None, &[0; 1000]), LED_IN);
    assert!(many.len() < 20);
}

#[test]
fn tones_count_down_the_last_three_seconds_and_mark_half_of_a_long_hold() {
    // S27
    let tones = |phase, secs| {
        inner_tones(phase, Span::from_secs(secs))
            .into_iter()
            .map(|(at, tone)| (at.millis(), tone))
            .collect::<Vec<_>>()
    };
    let count = [(37_000, Tone::Count), (38_000, Tone::Count), (39_000, Tone::Count)];
    assert_eq!(tones(Phase::Work, 40)[1..], count);
    assert_eq!(tones(Phase::Work, 40)[0], (20_000, Tone::Half));
    assert_eq!(tones(Phase::Work, 39).len(), 3);
    assert_eq!(tones(Phase::GetReady, 40), count);
    assert_eq!(tones(Phase::Work, 2), [(1000, Tone::Count)]);
    assert_eq!(tones(Phase::Work, 1), []);
    assert_eq!(tones(Phase::Rest, 40), []);
}

#[test]
fn one_tone_marks_each_boundary() {
    // S27
    let work = Some(Phase::Work);
    assert_eq!(opening_tone(Some(Phase::GetReady), Phase::Work), Some(Tone::Start));
    assert_eq!(opening_tone(work, Phase::Switch), Some(Tone::Switch));
    assert_eq!(opening_tone(work, Phase::Rest), Some(Tone::End));
    assert_eq!(opening_tone(work, Phase::GetReady), Some(Tone::End));
    assert_eq!(opening_tone(Some(Phase::Rest), Phase::GetReady), None);
    assert_eq!(opening_tone(None, Phase::GetReady), None);
    assert_eq!(opening_tone(work, Phase::Done), Some(Tone::Finish));
}

#[test]
fn lines_that_are_due_together_keep_the_order_in_which_they_were_put() {
    // S20
    let line = |millis, kind| Line { at: Span::from_millis(millis), kind, spoken: Span::ZERO };
    let mut lines = [
        line(500, CueKind::Target),
        line(200, CueKind::Coach(0)),
        line(500, CueKind::Coach(1)),
        line(0, CueKind::Name),
        line(200, CueKind::SetUp),
    ];
    put_in_order(&mut lines);
    let kinds = lines.map(|it| it.kind);
    let expected =
        [CueKind::Name, CueKind::Coach(0), CueKind::SetUp, CueKind::Target, CueKind::Coach(1)];
    assert_eq!(kinds, expected);
}

#[test]
fn a_coaching_line_goes_before_half_way_also_where_it_would_just_end_at_ten_seconds() {
    // S22: due at 19.25 s it would run over half-way and have its quiet until 30 s
    let lines = plan(Phase::Work, 40_000, &spoken(0, 0, None, &[1000, 6750]), LED_IN);
    assert_eq!(
        lines,
        [
            (1500, CueKind::Coach(0)),
            (9250, CueKind::Coach(1)),
            (20_000, CueKind::HalfWay),
            (30_000, CueKind::TenSeconds),
        ]
    );
}
