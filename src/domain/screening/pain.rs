//! The pain of now: told on its card and again before a session, changed, passed over (R44, R57, R70).

use super::health::Health;
use crate::domain::body::Area;
use crate::domain::time::LocalDay;

/// Pain from which a session is comfort only and the short list is due, of 10 (R44, R57).
pub const STRONG_PAIN: u8 = 7;

/// Pain as it was told before a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pain {
    /// 0 (none) to 10 (worst).
    pub rating: u8,
    /// Where, if told.
    pub area: Option<Area>,
    /// The day.
    pub day: LocalDay,
    /// Whether the short list was answered since.
    pub listed: bool,
}

impl Health {
    /// Tells the pain now, held at 10.
    pub fn feel(&mut self, rating: u8, area: Option<Area>, today: LocalDay) {
        self.pain = Some(Pain { rating: rating.min(10), area, day: today, listed: false });
    }

    /// Tells the pain as it is right before a session (R70).
    ///
    /// It counts like the answer on the card, but one below [`STRONG_PAIN`] does not take strong pain of today back:
    /// a quick rating may mean "better for now". Only the card itself changes that.
    pub fn feel_before(&mut self, rating: u8, today: LocalDay) {
        if rating >= STRONG_PAIN || self.strong_pain(today).is_none() {
            self.feel(rating, None, today);
        }
    }

    /// Tells the pain as it is right after a session: only strong pain counts, for the rest of the day (R70).
    ///
    /// Answers what it counts as, with what was told before it, for [`Health::unfeel`].
    pub fn feel_after(&mut self, rating: u8, today: LocalDay) -> Option<(Pain, Option<Pain>)> {
        if rating < STRONG_PAIN {
            return None;
        }
        let before = self.pain;
        let area = before.filter(|it| it.day == today).and_then(|it| it.area);
        self.feel(rating, area, today);
        self.pain.map(|told| (told, before))
    }

    /// Takes back what was told by mistake, unless something else was told since.
    pub fn unfeel(&mut self, (told, before): (Pain, Option<Pain>)) {
        if self.pain == Some(told) {
            self.pain = before;
        }
    }

    /// Passes the pain question over for today; what was told stays.
    pub const fn pass_pain(&mut self, today: LocalDay) {
        self.pain_passed = Some(today);
    }

    /// Whether the pain of today was told, or the question passed over today.
    pub fn is_pain_settled(&self, today: LocalDay) -> bool {
        self.pain.is_some_and(|it| it.day == today) || self.pain_passed == Some(today)
    }

    /// The pain of today if it is strong, or that of a day still to come (R44).
    pub fn strong_pain(&self, today: LocalDay) -> Option<&Pain> {
        self.pain.as_ref().filter(|it| it.rating >= STRONG_PAIN && it.day >= today)
    }

    /// Whether strong pain asks for the short list before a session (R57).
    pub fn asks_list(&self, today: LocalDay) -> bool {
        self.strong_pain(today).is_some_and(|it| !it.listed)
    }

    /// The short list was answered: strong pain no longer asks for it today.
    pub const fn listed(&mut self) {
        if let Some(pain) = self.pain.as_mut() {
            pain.listed = true;
        }
    }
}
