//! Reads the audio clock finer than the browser shows it.

use core::cell::Cell;

/// How many readings are remembered.
const KEPT: usize = 5;

/// A reading this far from the others, in milliseconds, means that the audio clock itself stood still or leapt.
const SLIP_MILLIS: f64 = 15.0;

/// Lays the audio clock along the page's clock.
///
/// The audio clock is shown in steps of 10 to 20 ms, so one reading is off by up to a step, mostly late and now
/// and then early. The mean of the last few is off by a constant half step, which nobody hears, and by hardly
/// more; the page's clock fills in between.
pub(super) struct Ruler {
    /// How far the audio clock is ahead of the page's clock by each reading, in milliseconds.
    ahead: Cell<[Option<f64>; KEPT]>,
}

impl Ruler {
    pub(super) const fn new() -> Self {
        Self { ahead: Cell::new([None; KEPT]) }
    }

    /// Forgets all readings, because the audio clock has been stopped.
    pub(super) fn forget(&self) {
        self.ahead.set([None; KEPT]);
    }

    /// The audio clock in seconds at `now` (milliseconds of the page's clock), when it shows `shown` seconds.
    pub(super) fn read(&self, shown: f64, now: f64) -> f64 {
        let ahead = shown * 1000.0 - now;
        if (self.mean(ahead) - ahead).abs() > SLIP_MILLIS {
            self.forget();
        }
        let mut readings = self.ahead.get();
        readings.rotate_right(1);
        if let Some(newest) = readings.first_mut() {
            *newest = Some(ahead);
        }
        self.ahead.set(readings);
        (self.mean(ahead) + now) / 1000.0
    }

    /// The mean of the readings, or `else_this` before the first.
    fn mean(&self, else_this: f64) -> f64 {
        let (sum, count) = self
            .ahead
            .get()
            .iter()
            .flatten()
            .fold((0.0, 0.0), |(sum, count), ahead| (sum + ahead, count + 1.0));
        if count > 0.0 { sum / count } else { else_this }
    }
}
