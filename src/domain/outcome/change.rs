//! Labels of change (clinical-evidence 4.2 and 4.3).

use super::{Activities, Change, Half};
use crate::domain::slug::slugged;

/// Change of pain that people usually notice, in half points (S48, S50).
const PAIN_CLEAR: i16 = 4;
/// Change of pain from which it is small, in half points.
const PAIN_SMALL: i16 = 2;
/// Baseline from which the percentage counts as well, in half points.
const PERCENT_FROM: u8 = 6;
/// Percentage of a clear change (S48).
const PERCENT_CLEAR: i16 = 30;

slugged! {
    /// What a change amounts to.
    Label {
        /// Of a size that people usually notice.
        Clear = "clear",
        /// Smaller than that.
        Small = "small",
        /// None that stands out from the ups and downs.
        Unclear = "unclear",
        /// The other way.
        Worse = "worse",
    }
}

/// Percentage by which pain is lower than at the baseline, cut to a whole number; `None` below a baseline of
/// 3, where a percentage says little.
pub fn pain_percent(baseline: Half, now: Half) -> Option<i16> {
    let (before, after) = (i16::from(baseline.halves()), i16::from(now.halves()));
    (baseline.halves() >= PERCENT_FROM).then(|| 100 * (before - after) / before)
}

/// The label of a change in pain; where points and percentage disagree, the more cautious one (P9).
pub fn pain_label(baseline: Half, now: Half) -> Label {
    let change = i16::from(baseline.halves()) - i16::from(now.halves());
    let is_large = pain_percent(baseline, now).is_none_or(|it| it >= PERCENT_CLEAR);
    if change >= PAIN_CLEAR && is_large {
        Label::Clear
    } else if change >= PAIN_SMALL {
        Label::Small
    } else if change <= -PAIN_CLEAR {
        Label::Worse
    } else {
        Label::Unclear
    }
}

/// The label of a change in activities: the sums of the same `count` activities' ratings then and now (P10).
///
/// The mean must rise by 2, or by 3 where only one activity is rated. None at all has no label.
pub fn activities_label(baseline: u16, now: u16, count: u16) -> Option<Label> {
    let (baseline, now, count) = (i32::from(baseline), i32::from(now), i32::from(count));
    let change = now - baseline;
    let clear = if count == 1 { 3 } else { 2 * count };
    Some(match count {
        0 => return None,
        _ if change >= clear => Label::Clear,
        _ if change >= count => Label::Small,
        _ if change <= -2 * count => Label::Worse,
        _ => Label::Unclear,
    })
}

/// The highest pain that is a clear change from the baseline; `None` where none can be.
pub fn pain_noticed(baseline: Half) -> Option<Half> {
    let lower = (0..baseline.halves()).rev().map(Half::from_halves);
    lower.into_iter().find(|it| pain_label(baseline, *it) == Label::Clear)
}

/// The lowest mean of activities, in tenths, that is a clear change from the baseline; `None` where none can be.
pub fn activities_noticed(baseline: Activities) -> Option<u16> {
    let most = baseline.count * u16::from(super::Rating::MAX);
    let clear =
        |it: &u16| activities_label(baseline.sum, *it, baseline.count) == Some(Label::Clear);
    let sum = (baseline.sum..=most).find(clear)?;
    Some(Activities { sum, count: baseline.count }.mean_tenths())
}

slugged! {
    /// What the change in all amounts to (P11).
    Global {
        /// From +3.
        MuchBetter = "much-better",
        /// +2.
        Better = "better",
        /// −1 to +1.
        Same = "same",
        /// −2 and below.
        Worse = "worse",
    }
}

/// The word for a change in all.
pub const fn global_label(change: Change) -> Global {
    match change.get() {
        3.. => Global::MuchBetter,
        2 => Global::Better,
        -1..=1 => Global::Same,
        _ => Global::Worse,
    }
}

impl Global {
    /// How it counts beside the other measures: from 2 points on, a change is of a size that counts (S59).
    pub const fn label(self) -> Label {
        match self {
            Self::MuchBetter | Self::Better => Label::Clear,
            Self::Same => Label::Unclear,
            Self::Worse => Label::Worse,
        }
    }
}
