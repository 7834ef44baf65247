//! The laws of links, sessions and records once more, in the 32 bits that phones run them in.

use unknot::catalog;
use unknot::codec::link::find;
use unknot::codec::record::{Record, Settings};
use unknot::domain::cue::ToneAt;
use unknot::domain::plan::{Plan, SpokenLengths, Timing};
use unknot::domain::session::{Command, Effect, ResumeFrom, Session, State};
use unknot::domain::time::{Moment, Span};
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "../../fuzz/property.rs"]
#[expect(dead_code, reason = "the frame of bits is built by the native tests")]
mod property;

const GOLDEN: [&str; 6] = [
    include_str!("../fixtures/links/golden/everything.link"),
    include_str!("../fixtures/links/golden/hundred-steps.link"),
    include_str!("../fixtures/links/golden/one-step.link"),
    include_str!("../fixtures/links/golden/other-scripts.link"),
    include_str!("../fixtures/links/golden/ten-steps.link"),
    include_str!("../fixtures/links/golden/thirty-steps.link"),
];

/// Numbers that look like chance and are not (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(below.max(1))).unwrap()
    }
}

fn any_plan(dice: &mut Dice) -> Plan {
    let all = catalog::routines();
    let nth = dice.roll(u32::try_from(all.len()).unwrap());
    let routine = &all[usize::try_from(nth).unwrap()];
    let length = |millis| Span::from_millis(millis);
    let spoken = || SpokenLengths {
        name: length(1_900),
        set_up: length(4_300),
        target: Some(length(2_700)),
        coaching: [2_500, 3_100, 2_900].map(length).to_vec(),
    };
    catalog::plan(routine, Timing::default(), |_| spoken(), length(5_200))
}

/// Fault: H11
#[wasm_bindgen_test]
fn links_hold_every_property_in_32_bits_however_they_are_changed() {
    assert_eq!(usize::BITS, 32, "control");
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for link in GOLDEN {
        let link = &["#r=", link.trim()].concat();
        assert!(find(link).is_ok());
        property::text(link);
        for _ in 0..60 {
            let mut changed: Vec<char> = link.chars().collect();
            for _ in 0..=dice.roll(3) {
                let length = u32::try_from(changed.len()).unwrap();
                let at = usize::try_from(dice.roll(length)).unwrap();
                match dice.roll(3) {
                    0 => changed[at] = char::from(u8::try_from(33 + dice.roll(90)).unwrap()),
                    1 => drop(changed.remove(at)),
                    _ => changed.insert(at, changed[at]),
                }
            }
            property::text(&changed.into_iter().collect::<String>());
        }
    }
}

/// Fault: H11, H3
#[wasm_bindgen_test]
fn one_tick_or_many_lead_to_the_same_state_in_32_bits() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..150 {
        let mut once = Session::new(any_plan(&mut dice)).unwrap();
        let mut at = 0;
        once.handle(Command::Start, Moment::from_millis(at));
        for _ in 0..dice.roll(40) {
            at += u64::from(dice.roll(4_000));
            let command = match dice.roll(7) {
                0 => Command::Next,
                1 => Command::Back,
                2 => Command::Extend,
                3 => Command::Pause,
                4 => Command::Resume(ResumeFrom::Here),
                _ => Command::Tick,
            };
            once.handle(command, Moment::from_millis(at));
        }
        let mut often = once.clone();
        let end = Moment::from_millis(at + 4_400);
        for step in 1..=44 {
            often.handle(Command::Tick, Moment::from_millis(at + step * 100));
        }
        once.handle(Command::Tick, end);
        assert_eq!(once.view(end), often.view(end));
        assert_eq!(once.snapshot(end), often.snapshot(end));
    }
}

/// Fault: H11, C16, C1
#[wasm_bindgen_test]
fn a_session_past_49_days_of_a_32_bit_clock_has_every_moment_exact() {
    let mut dice = Dice(7);
    for start in [0, u64::from(u32::MAX) - 50_000, u64::from(u32::MAX) * 1_000 - 50_000] {
        let mut session = Session::new(any_plan(&mut dice)).unwrap();
        let total = u64::from(session.total().millis());
        let mut effects = session.handle(Command::Start, Moment::from_millis(start));
        let mut tones: Vec<ToneAt> = Vec::new();
        while let Some(due) = session.next_deadline() {
            assert!(due.millis() <= start + total, "a moment after the end");
            effects.extend(session.handle(Command::Tick, due));
        }
        for effect in effects {
            if let Effect::Tones(more) = effect {
                tones.extend(more);
            }
        }
        let end = Moment::from_millis(start + total);
        assert!(matches!(session.view(end).state, State::Done(_)));
        assert!(tones.iter().all(|it| (start..=start + total).contains(&it.at.millis())));
        assert!(
            tones.iter().any(|it| it.at.millis() == start + total),
            "the last tone is at the end"
        );
    }
}

/// Fault: H11, H4
#[wasm_bindgen_test]
fn no_number_in_a_record_wraps_in_32_bits() {
    let golden = Settings::default().encode();
    for number in ["-1", "4294967295", "4294967296", "18446744073709551616", "1e308", "0.5"] {
        let text = golden.replace("\"rate\":100", &["\"rate\":", number].concat());
        assert_ne!(text, golden, "control");
        let read = Settings::decode(&text).unwrap();
        assert!((50..=200).contains(&read.value.voice.rate_percent), "{number}");
        assert_eq!(read.problems, 1, "{number}");
    }
}
