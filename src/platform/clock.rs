//! The phone's clocks: the only place that reads them.
//!
//! <https://developer.mozilla.org/docs/Web/API/Performance/now> and
//! <https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Date/now>. Both exist
//! everywhere; where `performance` is hidden the wall clock stands in for it.

use js_sys::Date;

use crate::domain::time::{LocalDay, Reading};

const MILLIS_A_MINUTE: f64 = 60_000.0;
const MILLIS_A_DAY: f64 = 86_400_000.0;

/// Reads both clocks at once; `was_away` says whether the page was hidden or frozen since the last reading.
pub fn reading(was_away: bool) -> Reading {
    Reading { monotonic: whole(precise_millis()), wall: wall_millis(), was_away }
}

/// Milliseconds since 1970-01-01 by the phone's own clock, which a person may have set to anything.
pub fn wall_millis() -> u64 {
    whole(Date::now())
}

/// Today's date where the person is.
pub fn today() -> LocalDay {
    day_of(wall_millis())
}

/// The date where the person is, of a moment in milliseconds since 1970.
pub fn day_of(wall_millis: u64) -> LocalDay {
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact for any date that a phone's clock can show"
    )]
    let millis = wall_millis as f64;
    day_at(&Date::new(&millis.into()))
}

fn day_at(moment: &Date) -> LocalDay {
    let local = moment.get_time() - moment.get_timezone_offset() * MILLIS_A_MINUTE;
    let days = (local / MILLIS_A_DAY).floor();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float cast saturates; no date is near the ends"
    )]
    LocalDay::from_days(days as i32)
}

/// Milliseconds of the monotonic clock with their fraction.
pub(super) fn precise_millis() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(Date::now, |clock| clock.now())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates: a clock before 1970 reads as 0"
)]
fn whole(millis: f64) -> u64 {
    millis as u64
}
