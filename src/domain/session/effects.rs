//! Collects what one command leads to and puts it in order (rule S30).

use super::record::Summary;
use super::types::{Effect, Phase};
use super::{Anchor, Clock, Session, Speaking};
use crate::domain::cue::{Cue, Tone, ToneAt, inner_tones, opening_tone};
use crate::domain::time::{Moment, Span};

/// How far ahead tones are scheduled at least: the time that may be caught up and a second more.
const TONES_AHEAD: Span = Span::from_secs(6);

/// What must be done about scheduled tones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Retone {
    /// Nothing.
    #[default]
    Keep,
    /// None may sound any more.
    Silence,
    /// Only this one, now.
    Only(Tone),
    /// Those later than now.
    After,
    /// The running segment's opening tone now, then those later.
    AndNow,
}

/// What one call has led to so far.
#[derive(Debug, Default)]
pub(super) struct Pending {
    pub(super) hush: bool,
    pub(super) retone: Retone,
    pub(super) pulse: Option<Tone>,
    pub(super) entered: bool,
    pub(super) say: Option<(Cue, Speaking)>,
    pub(super) enough: bool,
    pub(super) ended: Option<Summary>,
}

impl Session {
    /// The effects of one call, in the order in which the app does them.
    pub(super) fn effects(&mut self, pending: Pending, now: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        if pending.hush {
            effects.push(Effect::Hush);
        }
        effects.extend(self.tones(pending.retone, now).map(Effect::Tones));
        effects.extend(pending.pulse.map(Effect::Pulse));
        if pending.entered {
            effects.push(Effect::Entered);
        }
        if let Some((cue, speaking)) = pending.say {
            self.speaking = Some(speaking);
            effects.push(Effect::Say(cue));
        }
        if pending.enough && pending.ended.is_none() {
            effects.push(Effect::EnoughForNow);
        }
        effects.extend(pending.ended.map(Effect::Ended));
        effects
    }

    fn tones(&self, retone: Retone, now: Moment) -> Option<Vec<ToneAt>> {
        match retone {
            Retone::Keep => None,
            Retone::Silence => Some(Vec::new()),
            Retone::Only(tone) => Some(vec![ToneAt { at: now, tone }]),
            Retone::After => Some(self.tones_ahead(now)),
            Retone::AndNow => {
                let opening = opening_tone(None, self.here().phase);
                let mut tones: Vec<_> =
                    opening.map(|tone| ToneAt { at: now, tone }).into_iter().collect();
                tones.extend(self.tones_ahead(now));
                Some(tones)
            }
        }
    }

    /// Tones later than `now`: of the rest of the running segment, of the whole next one, and on until
    /// [`TONES_AHEAD`] is covered.
    fn tones_ahead(&self, now: Moment) -> Vec<ToneAt> {
        let Clock::Running(anchor) = self.clock else { return Vec::new() };
        let mut tones = Vec::new();
        let (mut anchor, mut index, mut length) = (anchor, self.at, self.length);
        loop {
            let phase = self.timeline.get(index).phase;
            let inner = inner_tones(phase, length);
            tones.extend(
                inner.into_iter().map(|(age, tone)| ToneAt { at: anchor.moment(age), tone }),
            );
            let end = anchor.moment(length);
            let next = self.timeline.get(index + 1);
            let opening = opening_tone(Some(phase), next.phase);
            tones.extend(opening.map(|tone| ToneAt { at: end, tone }));
            let is_covered = index > self.at && end >= now + TONES_AHEAD;
            if is_covered || next.phase == Phase::Done {
                break;
            }
            index += 1;
            length = next.length;
            anchor = Anchor { since: end, base: Span::ZERO };
        }
        tones.retain(|tone| tone.at > now);
        tones
    }
}
