//! How much memory reading takes: what is announced is never set aside before it is there.

use std::fs;
use std::path::Path;

use allocation_counter::measure;
use unknot::codec::link::{MAX_CHARS, decode, find, kept};
use unknot::codec::report;

use super::frame::close;

/// The most that reading may hold at any moment, in bytes; 12 KB for the corpus, 570 KB for the worst bits.
const MOST: u64 = 1 << 20;

/// The most bytes that are held at any moment while a text is read in every way there is.
fn room(text: &str) -> u64 {
    let all = measure(|| {
        drop(find(text));
        drop(decode(text));
        drop(kept(text));
        drop(report::find(text));
        drop(report::decode(text));
        drop(report::from_bytes(text.as_bytes()));
    });
    all.bytes_max
}

#[test]
fn the_measure_sees_what_is_set_aside() {
    let all = measure(|| drop(Vec::<u8>::with_capacity(1 << 20)));
    assert_eq!(all.bytes_max, 1 << 20);
}

/// Fault: D11, H4
#[test]
fn no_link_of_the_corpus_takes_more_room_than_the_limit() {
    let links = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/links");
    let mut most = (0, String::new());
    for folder in ["golden", "hostile"] {
        for entry in fs::read_dir(links.join(folder)).unwrap().flatten() {
            let taken = room(&fs::read_to_string(entry.path()).unwrap());
            most = most.max((taken, entry.file_name().to_string_lossy().into_owned()));
        }
    }
    assert!((1..=MOST).contains(&most.0), "{most:?}");
}

/// Fault: D11, H4
#[test]
fn no_bits_in_a_right_frame_take_more_room_than_the_limit() {
    let mut most = (0, [0; 3]);
    // Every first character, then the same one over and over: the greatest numbers at every place that announces.
    for first in 0..64 {
        for rest in [0, 1, 21, 32, 42, 62, 63] {
            for length in [8, 200, MAX_CHARS - 8] {
                let mut sixes = vec![rest; length];
                sixes[0] = first;
                let link = close(&sixes);
                let taken = room(&link).max(room(&["#r=", &link].concat()));
                most = most.max((taken, [first, rest, length]));
            }
        }
    }
    assert!((1..=MOST).contains(&most.0), "{most:?}");
}
