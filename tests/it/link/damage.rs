//! Links that were changed on their way.

use proptest::prelude::*;
use unknot::codec::link::{LinkError, MAX_CHARS, Opened, decode, encode, find};
use unknot::domain::shared::SharedRoutine;

use super::frame::check;
use super::golden::links;
use super::made::{any_routine, ten_steps};

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A changed link is refused, or read as the same routine.
fn is_safe(changed: &str, routine: &SharedRoutine) -> bool {
    let same = |it: Result<Opened, LinkError>| it.map_or(true, |it| it.routine == *routine);
    same(decode(changed)) && same(find(&["#r=", changed].concat()))
}

/// Places of a link to change: all of them, or of a very long one the ends and some between.
fn places(link: &str) -> impl Iterator<Item = usize> {
    let length = link.len();
    let step = if length > 600 { 397 } else { 1 };
    (0..length).filter(move |at| at % step == 0 || *at < 4 || length - at < 6)
}

/// Fault: D3
#[test]
fn no_flipped_character_of_a_golden_link_is_read() {
    // K4, D3
    for (name, link) in links() {
        for at in places(&link) {
            let was = char::from(link.as_bytes()[at]);
            // Of a long link every eighth character of the alphabet; a short one has them all.
            let every = if link.len() > 150 { 8 } else { 1 };
            let others = ALPHABET.chars().skip(at % every).step_by(every);
            for it in others.chain("+/=.% \u{e9}".chars()).filter(|it| *it != was) {
                let changed = [&link[..at], &it.to_string(), &link[at + 1..]].concat();
                assert!(decode(&changed).is_err(), "{name}: {at} is {it}");
            }
        }
    }
}

/// Fault: D3
#[test]
fn each_single_bit_of_the_longest_link_makes_another_check() {
    // K4, D3: the check is linear, so what a changed bit does to it depends on its place alone, and it is
    // never nothing, whatever stands in the link.
    let link = links().into_iter().find(|(name, _)| name == "largest").unwrap().1;
    let (before, _) = link.split_at(link.len() - 4);
    let sum = check(before);
    for at in [0, 1, before.len() / 2, before.len() - 1] {
        for bit in 0..7 {
            let mut changed = before.to_owned().into_bytes();
            changed[at] ^= 1 << bit;
            let effect = check(core::str::from_utf8(&changed).unwrap()) ^ sum;
            assert_eq!(effect, effect_of((before.len() - 1 - at) * 8 + bit), "{at}, {bit}");
        }
    }
    let mut effect = effect_of(0);
    for _ in 0..MAX_CHARS * 8 {
        assert_ne!(effect, 0);
        effect = shifted(effect);
    }
}

/// What one more bit behind it makes of a check.
const fn shifted(sum: u32) -> u32 {
    (sum << 1 & 0x1f_ffff) ^ ((sum >> 20) * 0x10_2899)
}

/// What a changed bit does to the check with `behind` bits behind it.
fn effect_of(behind: usize) -> u32 {
    (0..=behind).fold(0x10_0000, |sum, _| shifted(sum))
}

/// Fault: D3
#[test]
fn no_dropped_doubled_or_exchanged_character_of_a_golden_link_makes_another_routine() {
    // K4
    for (name, link) in links() {
        let routine = decode(&link).unwrap().routine;
        for at in places(&link) {
            let dropped = [&link[..at], &link[at + 1..]].concat();
            let doubled = [&link[..=at], &link[at..]].concat();
            let mut exchanged = link.clone().into_bytes();
            exchanged.swap(at, (at + 1).min(link.len() - 1));
            let exchanged = String::from_utf8(exchanged).unwrap();
            for changed in [dropped, doubled, exchanged] {
                assert!(is_safe(&changed, &routine), "{name}: {at}");
            }
        }
    }
}

/// Fault: D2
#[test]
fn a_golden_link_cut_anywhere_is_cut_short() {
    // K5, D2
    for (name, link) in links() {
        for at in 1..link.len() {
            assert_eq!(decode(&link[..at]), Err(LinkError::Truncated), "{name}: {at}");
        }
        for at in places(&link).filter(|at| *at > 0) {
            let told = ["https://example.org/#r=", &link[..at], "... more"].concat();
            assert_eq!(find(&told), Err(LinkError::Truncated), "{name}: {at}");
        }
    }
}

/// Fault: D6
#[test]
fn every_other_version_is_newer_or_no_link() {
    // K5, D6
    let link = encode(&ten_steps()).unwrap();
    for version in (0..=255_u8).map(char::from) {
        let changed = [&version.to_string(), &link[1..]].concat();
        let expected = match version {
            '1' => continue,
            '2'..='9' | 'a'..='z' | 'A'..='Z' => LinkError::Newer,
            _ => LinkError::NotALink,
        };
        assert_eq!(decode(&changed), Err(expected), "{version:?}");
    }
}

proptest! {
    /// Fault: D3
    #[test]
    fn no_changed_link_is_read_as_another_routine(
        routine in any_routine(),
        at in any::<prop::sample::Index>(),
        it in prop::sample::select(ALPHABET.chars().collect::<Vec<_>>()),
    ) {
        // K4
        let Ok(link) = encode(&routine) else { return Ok(()) };
        let at = at.index(link.len());
        for changed in [
            [&link[..at], &it.to_string(), &link[at + 1..]].concat(),
            [&link[..at], &link[at + 1..]].concat(),
            [&link[..at], &it.to_string(), &link[at..]].concat(),
            link[..at].to_owned(),
        ] {
            prop_assert!(is_safe(&changed, &routine));
        }
    }

    /// Fault: H4
    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), link in "[0-9A-Za-z_-]{0,300}") {
        // K6
        drop(decode(&text));
        drop(find(&["#r=", &text].concat()));
        drop(find(&["#r=1", &link].concat()));
    }

    /// Fault: D10, H4
    #[test]
    fn no_bits_in_a_right_frame_make_reading_panic(
        sixes in prop::collection::vec(0..64_usize, 0..200),
        count in 1..=100_u16,
    ) {
        // K6: past the check, where whatever stands in the bits is read
        let mut sixes = sixes;
        if let [first, second, ..] = sixes.as_mut_slice() {
            *first = usize::from(count >> 1);
            *second = *second & 0x1f | usize::from(count & 1) << 5;
        }
        if let Ok(opened) = decode(&super::frame::close(&sixes)) {
            let again = encode(&opened.routine).and_then(|it| decode(&it)).unwrap();
            prop_assert_eq!(again.routine, opened.routine);
        }
    }
}
