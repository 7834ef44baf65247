//! The tones of one segment, each at its exact moment.

use super::Tone;
use super::lines::HALF_WAY_HOLD;
use crate::domain::session::Phase;
use crate::domain::time::Span;

/// Tones after a segment's start and before its end, counted from its start, in order.
pub(crate) fn inner_tones(phase: Phase, length: Span) -> Vec<(Span, Tone)> {
    let half = (phase == Phase::Work && length >= HALF_WAY_HOLD)
        .then(|| (Span::from_millis(length.millis() / 2), Tone::Half));
    let counted = matches!(phase, Phase::Work | Phase::GetReady | Phase::Switch);
    let count = [3, 2, 1]
        .into_iter()
        .filter(|_| counted)
        .map(|secs| (length.less(Span::from_secs(secs)), Tone::Count))
        .filter(|(at, _)| !at.is_zero());
    half.into_iter().chain(count).collect()
}

/// The one tone at the start of a segment, which is also the end of the one before it.
///
/// `before` is `None` when a command led here, so that no hold has just run out.
pub(crate) const fn opening_tone(before: Option<Phase>, phase: Phase) -> Option<Tone> {
    let after_hold = matches!(before, Some(Phase::Work));
    match phase {
        // With no rest or get-ready in between, a hold that follows a hold is named by its start.
        Phase::Work | Phase::Aftercare => Some(Tone::Start),
        Phase::Switch => Some(Tone::Switch),
        Phase::GetReady | Phase::Rest if after_hold => Some(Tone::End),
        Phase::GetReady | Phase::Rest => None,
        Phase::Done => Some(Tone::Finish),
    }
}
