//! A bounded run of what `fuzz/` does without end, the same each time.

use std::fs;
use std::path::Path;

use unknot::codec::backup::{Backup, write};

#[path = "../../../fuzz/property.rs"]
mod property;

/// Changes of each file.
const ROUNDS: usize = 24;

/// Numbers that look like chance and are not (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).unwrap()).unwrap()
    }
}

/// Every text of the corpus that is not too long to be changed often.
fn seeds() -> Vec<String> {
    let links = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links");
    let mut found = Vec::new();
    for folder in ["golden", "hostile"] {
        for entry in fs::read_dir(links.join(folder)).unwrap().flatten() {
            found.push(fs::read_to_string(entry.path()).unwrap());
        }
    }
    found.sort();
    found.retain(|it| it.len() < 4096);
    found
}

/// One, two or three changes as messages, mistakes and malice make them.
fn changed(text: &str, other: &str, dice: &mut Dice) -> String {
    const ODD: &[char] =
        &['#', '=', '%', ' ', '\n', '>', '.', '\u{202e}', '\u{200b}', 'é', '\0', '1'];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(chars.len() + 1);
        match dice.roll(6) {
            0 => chars.truncate(at),
            1 => chars.insert(at, ODD[dice.roll(ODD.len())]),
            2 if at < chars.len() => drop(chars.remove(at)),
            3 if at < chars.len() => {
                chars[at] = char::from(b'0' + u8::try_from(dice.roll(75)).unwrap());
            }
            4 => chars.extend(other.chars().skip(dice.roll(other.len()))),
            _ => {
                let to = at + dice.roll(chars.len() - at + 1);
                let part: Vec<char> = chars[at..to].to_vec();
                chars.splice(at..at, part);
            }
        }
    }
    chars.into_iter().collect()
}

/// Fault: H4
#[test]
fn the_corpus_and_changes_of_it_hold_every_property() {
    // K1, K6, K7, K11
    let seeds = seeds();
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for (nth, seed) in seeds.iter().enumerate() {
        property::text(seed);
        for _ in 0..ROUNDS {
            let other = &seeds[(nth + 1 + dice.roll(seeds.len() - 1)) % seeds.len()];
            property::text(&changed(seed, other, &mut dice));
        }
    }
}

/// Fault: B17, H4
#[test]
fn a_backup_changed_in_any_way_is_taken_in_or_refused_and_never_half() {
    // reliability B4 (d), U2 to U5
    let golden = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/backup/small-v1.json"),
    )
    .unwrap();
    let seeds = [golden.clone(), full_backup()];
    assert!(property::file(&seeds[0]) > 0 && property::file(&seeds[1]) > 5, "control");
    let mut dice = Dice(0xd1b5_4a32_d192_ed03);
    let mut read = 0;
    for nth in 0..1_500 {
        let seed = &seeds[nth % 2];
        read += usize::from(property::file(&changed(seed, &golden, &mut dice)) > 0);
    }
    assert!(read > 20, "only {read} of the changed files could be read at all");
}

/// A backup with a record, a routine, a key and one row of the journal of each kind that a file may hold.
fn full_backup() -> String {
    let kept = include_str!("../../fixtures/records/kept-v1.txt").trim_end().to_owned();
    let row = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    let records = [
        row("unknot.settings", include_str!("../../fixtures/records/settings-v1.json").trim()),
        row("unknot.health", include_str!("../../fixtures/records/health-v1.json").trim()),
        row("unknot.making", include_str!("../../fixtures/records/making-v1.json").trim()),
    ];
    let journal = (0..6).map(|day| {
        let text = format!(
            r#"{{"v":1,"kind":"pain","at":{},"day":{day},"pain":{}}}"#,
            day * 86_400_000,
            day % 11
        );
        (format!("pain-{day}"), text)
    });
    write(&Backup {
        records: records.to_vec(),
        journal: journal.collect(),
        routines: vec![("my-1".to_owned(), kept)],
        ..Backup::default()
    })
}

/// Fault: H4
#[test]
fn bits_of_any_kind_in_a_frame_that_checks_hold_every_property() {
    // K1, K6, K7, K11: a few steps first, so that what follows them is reached
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..500 {
        let length = dice.roll(120);
        let mut bits: Vec<u8> = (0..length).map(|_| u8::try_from(dice.roll(64)).unwrap()).collect();
        if dice.roll(4) > 0 && length > 3 {
            // One to three steps that say nothing but their number.
            let free = u8::try_from(dice.roll(8)).unwrap();
            let head = [[0, 0b10_0110, free], [1, 0b00_0110, 0b00_0011]][dice.roll(2)];
            bits[..3].copy_from_slice(&head);
        }
        // Most bits end too early or too late; one of these lengths may be right.
        for end in 0..=bits.len() {
            property::bits(&bits[..end], super::frame::close);
        }
    }
}
