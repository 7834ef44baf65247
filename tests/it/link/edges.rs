//! The first and last of everything that has a limit: K1, K5, K7.

use unknot::codec::link::{
    LinkError, MAX_KEPT_CHARS, MAX_TEXT_BYTES, Opened, decode, encode, find, keep, kept,
};
use unknot::domain::dose::Pressure;
use unknot::domain::shared::{
    Aftercare, AftercareSecs, Amount, Breaths, Dated, DaysAWeek, GapSecs, Line, Note, Number, Pace,
    RestSecs, Schedule, Sets, SharedRoutine, Sound, Step, StepSecs, TimesADay, Weeks, What,
};

use super::frame::{check, close};
use super::made::step;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn round_trips(routine: SharedRoutine) {
    let link = encode(&routine).unwrap();
    assert_eq!(decode(&link), Ok(Opened { routine, newer_parts: 0, text_changed: false }));
}

fn with_step(change: impl FnOnce(&mut Step)) -> SharedRoutine {
    let mut only = step("BR02");
    change(&mut only);
    SharedRoutine { steps: vec![only], ..SharedRoutine::default() }
}

/// Fault: H6
#[test]
fn every_number_of_a_step_is_read_back() {
    for secs in 1..=3600 {
        round_trips(with_step(|it| it.amount = Amount::Secs(StepSecs::held(secs))));
    }
    for breaths in 1..=60 {
        round_trips(with_step(|it| it.amount = Amount::Breaths(Breaths::held(breaths))));
    }
    for rest in 0..=120 {
        round_trips(with_step(|it| it.rest = RestSecs::held(rest)));
    }
    for sets in 1..=10 {
        round_trips(with_step(|it| it.sets = Sets::held(sets)));
    }
    for rating in 0..=5 {
        round_trips(with_step(|it| it.pressure = Pressure::new(rating).ok()));
    }
    for number in (1..=200).chain([0x7ffe, 0x7fff]) {
        round_trips(with_step(|it| it.what = What::Library(Number::held(number))));
    }
}

/// Fault: H6
#[test]
fn every_number_of_a_routine_is_read_back() {
    let usual = with_step(|_| {});
    for aftercare in 0..=600 {
        let aftercare = Aftercare(AftercareSecs::held(aftercare));
        round_trips(SharedRoutine { aftercare, ..usual.clone() });
    }
    for weeks in 1..=52 {
        let schedule = Some(Schedule {
            times: TimesADay::held(weeks % 8 + 1),
            days: DaysAWeek::held(weeks % 7 + 1),
            weeks: Weeks::held(weeks),
        });
        round_trips(SharedRoutine { schedule, ..usual.clone() });
    }
    for gap in 0..=120 {
        let [first, same_posture, new_posture, switch] = [gap, 120 - gap, 7, 60].map(GapSecs::held);
        let pace = Some(Pace { first, same_posture, new_posture, switch });
        round_trips(SharedRoutine { pace, sound: Some(Sound::FullVoice), ..usual.clone() });
    }
    for day in [0, 1, 0x7ffe, 0x7fff] {
        let dated = Dated::from_days_since_2025(day);
        assert!(dated.is_some());
        round_trips(SharedRoutine { dated, ..usual.clone() });
    }
    assert_eq!(Dated::from_days_since_2025(0x8000), None);
}

#[test]
fn texts_of_every_length_are_read_back_and_a_short_one_takes_no_more_than_it_must() {
    let usual = with_step(|_| {});
    let without = encode(&usual).unwrap().len();
    for length in 1..=500 {
        let note = Note::clean(&"a".repeat(length));
        round_trips(SharedRoutine { note: note.clone(), ..usual.clone() });
        let title = Line::clean(&"é".repeat(length.min(80)));
        round_trips(SharedRoutine { title, ..usual.clone() });
        // 7 bits of length to 63 and 13 after that, a flag, 7 bits a character, 24 without any
        let bits = 24 + if length < 64 { 7 } else { 13 } + 1 + 7 * length;
        let chars = encode(&SharedRoutine { note, ..usual.clone() }).unwrap().len();
        assert_eq!(chars, without + usize::div_ceil(bits, 6) - 4, "{length}");
    }
}

#[test]
fn a_step_without_a_word_takes_eight_bits() {
    // K2: 7 + 3 x 8 + 9 bits are 7 characters, with 1 + 2 + 4 around them
    let steps = vec![step("BR02"), step("BL04"), step("ST06")];
    let routine = SharedRoutine { steps, ..SharedRoutine::default() };
    assert_eq!(encode(&routine).map(|it| it.len()), Ok(14));
}

/// Version and length as three characters of 18 bits, or two of 12, and some of what should follow.
fn announced(long: bool, length: usize, follows: usize) -> String {
    let sixes = if long {
        vec![32 | length >> 12, length >> 6 & 63, length & 63]
    } else {
        vec![length >> 6, length & 63]
    };
    let head: String = sixes.iter().map(|it| char::from(ALPHABET[*it])).collect();
    ["1", &head, &"A".repeat(follows)].concat()
}

#[test]
fn a_length_is_written_in_two_characters_wherever_it_fits_and_never_past_the_longest_link() {
    assert_eq!(decode(&announced(true, 2047, 9)), Err(LinkError::Damaged));
    assert_eq!(decode(&announced(true, 2048, 9)), Err(LinkError::Truncated));
    assert_eq!(decode(&announced(false, 2047, 9)), Err(LinkError::Truncated));
    assert_eq!(decode(&announced(true, 8184, 9)), Err(LinkError::Truncated));
    assert_eq!(decode(&announced(true, 8185, 9)), Err(LinkError::Damaged));
    // All bits zero is a routine without steps, so the frame was right.
    for length in [3, 2047, 2048, 8184] {
        assert_eq!(decode(&close(&vec![0; length])), Err(LinkError::Empty), "{length}");
    }
    let chars = close(&vec![0; 8185]).len();
    assert_eq!(decode(&close(&vec![0; 8185])), Err(LinkError::TooLong { chars }));
}

/// Fault: H6
#[test]
fn a_routine_that_makes_no_link_says_why() {
    let none = SharedRoutine::default();
    assert_eq!(encode(&none), Err(LinkError::Empty));
    let many = SharedRoutine { steps: vec![step("BR02"); 101], ..SharedRoutine::default() };
    assert_eq!(encode(&many), Err(LinkError::TooManySteps { steps: 101 }));
    let mut noted = step("BR02");
    noted.note = Note::clean(&"é".repeat(500));
    let long = SharedRoutine { steps: vec![noted; 7], ..SharedRoutine::default() };
    assert!(matches!(encode(&long), Err(LinkError::TooLong { chars }) if chars > 8192));
    let hours = with_step(|it| {
        it.amount = Amount::of_secs(3600);
        it.sets = Sets::held(4);
    });
    assert!(matches!(encode(&hours), Err(LinkError::TooLongInAll { secs }) if secs > 14_400));
    // Exactly four hours are not too long: 14,400 s less three holds of an hour and 73 s beside the holds.
    let mut hour = step("BR02");
    hour.amount = Amount::of_secs(3600);
    let mut whole = vec![hour; 4];
    for (last, is_made) in [(3527, true), (3528, false)] {
        whole[3].amount = Amount::of_secs(last);
        let routine = SharedRoutine { steps: whole.clone(), ..SharedRoutine::default() };
        assert_eq!(encode(&routine).is_ok(), is_made, "{last} s");
    }
}

#[test]
fn a_draft_without_steps_or_too_long_for_a_link_can_be_kept() {
    let mut noted = step("BR02");
    noted.note = Note::clean(&"呼".repeat(500));
    let long = SharedRoutine { steps: vec![noted; 100], ..SharedRoutine::default() };
    let title = Line::clean("Not yet");
    let empty = SharedRoutine { title, ..SharedRoutine::default() };
    for routine in [long, empty, with_step(|_| {})] {
        let text = keep(&routine);
        let whole = Opened { routine, newer_parts: 0, text_changed: false };
        assert_eq!(kept(&text), Ok(whole));
        assert!(kept(&text[..text.len() - 1]).is_err() && kept(&[&*text, "A"].concat()).is_err());
        let newer = ["2", &text[1..]].concat();
        assert_eq!(kept(&newer), Err(LinkError::Newer));
    }
    assert_eq!(kept("1"), Err(LinkError::Truncated));
    assert_eq!(kept(""), Err(LinkError::Truncated));
    let over = MAX_KEPT_CHARS + 1;
    assert_eq!(kept(&"1".repeat(over)), Err(LinkError::TooLong { chars: over }));
    assert_eq!(kept(&"1".repeat(MAX_KEPT_CHARS)), Err(LinkError::Damaged));
    let many = SharedRoutine { steps: vec![step("BR02"); 101], ..SharedRoutine::default() };
    assert_eq!(kept(&keep(&many)), Err(LinkError::TooManySteps { steps: 101 }));
}

#[test]
fn a_link_is_found_behind_seven_broken_ones_and_not_behind_eight() {
    // K10
    let routine = with_step(|_| {});
    let link = encode(&routine).unwrap();
    let message =
        |broken: usize| ["#r=1AA.. ".repeat(broken), "#r=".to_owned(), link.clone()].concat();
    assert_eq!(find(&message(7)).map(|it| it.routine), Ok(routine));
    assert_eq!(find(&message(8)), Err(LinkError::Truncated));
}

/// Fault: D8, H6
#[test]
fn a_text_of_64_kib_is_looked_through_and_a_longer_one_is_not() {
    // K7
    let link = ["#r=", &encode(&with_step(|_| {})).unwrap()].concat();
    let fill = " ".repeat(MAX_TEXT_BYTES - link.len());
    assert!(find(&[&*fill, &link].concat()).is_ok());
    let chars = MAX_TEXT_BYTES + 1;
    assert_eq!(find(&[&*fill, " ", &link].concat()), Err(LinkError::TooLong { chars }));
}

#[test]
fn the_check_is_over_every_character_before_it() {
    let link = encode(&with_step(|_| {})).unwrap();
    let (before, digits) = link.split_at(link.len() - 4);
    let value = |it: u8| ALPHABET.iter().position(|c| *c == it).unwrap();
    let number = digits.bytes().fold(0, |sum, it| sum * 62 + value(it));
    assert_eq!(u32::try_from(number), Ok(check(before)));
}

/// One step of exercise 1 with nothing said of it, then these bits as extra parts.
fn with_extra(parts: &str) -> String {
    let bits = ["0000001", "00000010", "000000001", parts].concat();
    let six = |bits: &[u8]| {
        let value = |(at, it): (usize, &u8)| usize::from(*it == b'1') << (5 - at);
        bits.iter().enumerate().map(value).sum()
    };
    close(&bits.as_bytes().chunks(6).map(six).collect::<Vec<usize>>())
}

/// Fault: D10
#[test]
fn a_part_that_must_be_understood_is_newer_and_any_other_is_counted() {
    // K9
    for key in 0..32 {
        let read = decode(&with_extra(&format!("{key:05b}0000101101010")));
        if key % 2 == 1 {
            assert_eq!(read, Err(LinkError::Newer), "{key}");
        } else {
            assert_eq!(read.map(|it| it.newer_parts), Ok(1), "{key}");
        }
    }
    // Two after each other are two.
    let two = with_extra(&["00100", "0000000", "1", "00110", "0000000", "0"].concat());
    assert_eq!(decode(&two).map(|it| it.newer_parts), Ok(2));
    // The part ends with the last bit, or one bit behind it; either way the flag behind it is missing.
    for (key, exact, past) in [
        ("00001", LinkError::Newer, LinkError::Damaged),
        ("00010", LinkError::Damaged, LinkError::Damaged),
    ] {
        assert_eq!(decode(&with_extra(&[key, "0000110", "101010"].concat())), Err(exact));
        assert_eq!(decode(&with_extra(&[key, "0000111", "101010"].concat())), Err(past));
    }
}
