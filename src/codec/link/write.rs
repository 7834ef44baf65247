//! A routine as bits, in the order of `docs/spec/link.md`.

use super::bits::Out;
use super::defaults::{AREAS, POSITIONS, secs};
use crate::domain::dose::Pressure;
use crate::domain::shared::{
    Aftercare, Amount, Custom, Maker, Pace, ReplyKey, Schedule, SharedRoutine, SideChoice, Sound,
    Step, What,
};

/// Largest number of an exercise that is written in 7 bits.
pub(super) const SHORT_NUMBERS: u16 = 127;
/// Key of the extra part that holds the key to seal replies with.
pub(super) const REPLY_KEY: u16 = 2;

/// The bits of a routine, six to a byte.
pub(super) fn routine(routine: &SharedRoutine) -> Vec<u8> {
    let mut out = Out::default();
    out.put(u16::try_from(routine.steps.len()).unwrap_or(0), 7);
    for it in &routine.steps {
        step(&mut out, it);
    }
    out.flag(!routine.title.is_empty());
    out.flag(!routine.note.is_empty());
    out.flag(routine.schedule.is_some());
    out.flag(!routine.from.is_empty());
    out.flag(routine.pace.is_some());
    out.flag(routine.sound.is_some());
    out.flag(routine.aftercare != Aftercare::default());
    out.flag(routine.dated.is_some());
    out.flag(routine.reply_to.is_some());
    if !routine.title.is_empty() {
        out.text(routine.title.as_str());
    }
    if !routine.note.is_empty() {
        out.text(routine.note.as_str());
    }
    if let Some(it) = routine.schedule {
        schedule(&mut out, it);
    }
    if !routine.from.is_empty() {
        let Maker { name, profession, contact } = &routine.from;
        for text in [name, profession, contact] {
            out.text(text.as_str());
        }
    }
    if let Some(Pace { first, same_posture, new_posture, switch }) = routine.pace {
        for gap in [first, same_posture, new_posture, switch] {
            out.put(gap.get(), 7);
        }
    }
    if let Some(sound) = routine.sound {
        out.flag(sound == Sound::FullVoice);
    }
    if routine.aftercare != Aftercare::default() {
        out.put(routine.aftercare.0.get(), 10);
    }
    if let Some(dated) = routine.dated {
        out.put(dated.days_since_2025(), 15);
    }
    if let Some(ReplyKey(bytes)) = routine.reply_to {
        out.put(REPLY_KEY, 5);
        out.length(bytes.len() * 8);
        out.bytes(&bytes);
        out.flag(false);
    }
    out.into_sixes()
}

/// Writes how often.
pub(in crate::codec) fn schedule(out: &mut Out, Schedule { times, days, weeks }: Schedule) {
    out.put(times.get() - 1, 3);
    out.put(days.get() - 1, 3);
    out.put(weeks.get() - 1, 6);
}

fn step(out: &mut Out, step: &Step) {
    let default = match &step.what {
        What::Library(number) if number.get() <= SHORT_NUMBERS => {
            out.put(number.get(), 7);
            secs(*number)
        }
        What::Library(number) => {
            out.put(0, 7);
            out.flag(false);
            out.put(number.get(), 15);
            None
        }
        What::Custom(it) => {
            out.put(0, 7);
            out.flag(true);
            custom(out, it);
            None
        }
    };
    let is_default = default.is_some_and(|secs| step.amount == Amount::of_secs(secs));
    if is_default && *step == Step::new(step.what.clone(), step.amount) {
        return out.flag(false);
    }
    out.flag(true);
    details(out, step, is_default);
}

/// What of a step is not as it is when nothing is said.
fn details(out: &mut Out, step: &Step, is_default: bool) {
    let more = !step.stated_name.is_empty() || !step.note.is_empty();
    out.flag(!is_default);
    out.flag(step.sets.get() > 1);
    out.flag(step.sides != SideChoice::Both);
    out.flag(step.rest.get() > 0);
    out.flag(step.pressure.is_some());
    out.flag(more);
    if more {
        out.flag(!step.stated_name.is_empty());
        out.flag(!step.note.is_empty());
        out.flag(false);
    }
    if !is_default {
        amount(out, step.amount);
    }
    match step.sets.get() {
        ..=1 => {}
        2 => out.put(0, 2),
        3 => out.put(1, 2),
        many => out.put(0b1000 + (many - 4), 4),
    }
    match step.sides {
        SideChoice::Both => {}
        SideChoice::LeftOnly => out.put(0, 2),
        SideChoice::RightOnly => out.put(1, 2),
        SideChoice::RightFirst => out.put(2, 2),
    }
    match step.rest.get() {
        0 => {}
        secs if secs <= 40 && secs % 5 == 0 => out.put(secs / 5 - 1, 4),
        secs => out.put(0b1000_0000 + secs, 8),
    }
    if let Some(pressure) = step.pressure {
        out.put(u16::from(Pressure::rating(pressure)), 3);
    }
    for text in [step.stated_name.as_str(), step.note.as_str()] {
        if !text.is_empty() {
            out.text(text);
        }
    }
}

fn amount(out: &mut Out, amount: Amount) {
    match amount {
        Amount::Secs(secs) if secs.get() <= 160 && secs.get() % 5 == 0 => {
            out.put(secs.get() / 5 - 1, 6);
        }
        Amount::Breaths(breaths) => {
            out.put(0b10, 2);
            out.put(breaths.get(), 6);
        }
        Amount::Secs(secs) => {
            out.put(0b11, 2);
            out.put(secs.get(), 12);
        }
    }
}

fn custom(out: &mut Out, custom: &Custom) {
    let area = AREAS.iter().position(|it| *it == custom.area).unwrap_or(0);
    let position = POSITIONS.iter().position(|it| *it == custom.position).unwrap_or(0);
    out.put(u16::try_from(area).unwrap_or(0), 4);
    out.put(u16::try_from(position).unwrap_or(0), 3);
    out.flag(custom.two_sided);
    out.text(custom.name.as_str());
    out.text(custom.lines.as_str());
}
