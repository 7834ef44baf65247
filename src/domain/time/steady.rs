//! One steady clock made from a phone's two unreliable ones.
//!
//! The monotonic clock stops while most phones sleep; the wall clock can be set by the person or the
//! network. So time normally advances by the monotonic clock, and the wall clock is believed only for a
//! stretch in which the page was hidden or frozen (rule S12 in `docs/spec/session.md`).

use super::Moment;

/// Both of the phone's clocks read at one instant, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Milliseconds of the monotonic clock; never goes back, may stand still while the phone sleeps.
    pub monotonic: u64,
    /// Milliseconds of the wall clock since 1970; may jump either way.
    pub wall: u64,
    /// Whether the page was hidden or frozen at any time since the reading before.
    pub was_away: bool,
}

/// Turns readings into moments that never go back.
#[derive(Clone, Debug)]
pub struct SteadyClock {
    last: Reading,
    now: Moment,
}

/// How far the two clocks must part, in milliseconds, before a hidden stretch counts as sleep.
const SLEEP_MILLIS: u64 = 2000;

impl SteadyClock {
    /// Starts at moment zero with the first reading.
    pub const fn start(first: Reading) -> Self {
        Self { last: first, now: Moment::from_millis(0) }
    }

    /// Takes a new reading and answers the moment it stands for.
    ///
    /// The answer is never earlier than the one before, whatever the phone's clocks do.
    pub fn read(&mut self, reading: Reading) -> Moment {
        let monotonic = reading.monotonic.saturating_sub(self.last.monotonic);
        let wall = reading.wall.saturating_sub(self.last.wall);
        let slept = reading.was_away && wall > monotonic.saturating_add(SLEEP_MILLIS);
        let passed = if slept { wall } else { monotonic };
        self.last = reading;
        self.now = Moment::from_millis(self.now.millis().saturating_add(passed));
        self.now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(monotonic: u64, wall: u64, was_away: bool) -> Reading {
        Reading { monotonic, wall, was_away }
    }

    fn started() -> SteadyClock {
        SteadyClock::start(reading(1_000, 50_000_000, false))
    }

    #[test]
    fn setting_the_wall_clock_a_day_ahead_while_the_page_is_seen_changes_nothing() {
        // S12
        let now = started().read(reading(2_000, 50_000_000 + 86_400_000, false));
        assert_eq!(now, Moment::from_millis(1_000));
    }

    #[test]
    fn setting_the_wall_clock_back_to_1970_changes_nothing_seen_or_hidden() {
        // S12
        for was_away in [false, true] {
            let now = started().read(reading(4_000, 0, was_away));
            assert_eq!(now, Moment::from_millis(3_000));
        }
    }

    #[test]
    fn sleep_that_the_monotonic_clock_missed_is_taken_from_the_wall_clock() {
        // S12
        let now = started().read(reading(1_100, 50_000_000 + 600_000, true));
        assert_eq!(now, Moment::from_millis(600_000));
    }

    #[test]
    fn a_small_wall_clock_correction_while_hidden_is_ignored() {
        let now = started().read(reading(11_000, 50_000_000 + 11_500, true));
        assert_eq!(now, Moment::from_millis(10_000));
    }

    #[test]
    fn clocks_that_part_by_two_seconds_are_no_sleep_and_by_more_are() {
        // S12
        for (wall, passed) in [(2_100, 100), (2_101, 2_101)] {
            let now = started().read(reading(1_100, 50_000_000 + wall, true));
            assert_eq!(now, Moment::from_millis(passed), "{wall}");
        }
    }

    #[test]
    fn moments_never_go_back_even_when_the_monotonic_clock_does() {
        let mut clock = started();
        let first = clock.read(reading(9_000, 50_008_000, false));
        assert!(clock.read(reading(2_000, 50_009_000, false)) >= first);
    }
}
