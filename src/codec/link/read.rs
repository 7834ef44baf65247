//! Bits as a routine, in the order of `docs/spec/link.md`; every number is checked.

use super::bits::{CHAR_BITS, In};
use super::defaults::{AREAS, POSITIONS, secs};
use super::write::{REPLY_KEY, SHORT_NUMBERS};
use super::{LinkError, Opened};
use crate::domain::dose::Pressure;
use crate::domain::shared::{
    Aftercare, Amount, Custom, Dated, Line, MAX_STEPS, Maker, Note, Number, Pace, ReplyKey,
    RestSecs, Schedule, Sets, SharedRoutine, SideChoice, Sound, Step, What,
};

/// A routine on its way in, and what was found on the way.
struct Reader<'a> {
    bits: In<'a>,
    newer_parts: u16,
    text_changed: bool,
}

/// Reads a routine; all bits must be used.
pub(super) fn routine(sixes: &[u8], may_be_empty: bool) -> Result<Opened, LinkError> {
    let mut reader = Reader { bits: In::new(sixes), newer_parts: 0, text_changed: false };
    let steps = reader.steps()?;
    let [title, note, schedule, maker, pace, sound, aftercare, dated, extra] =
        reader.bits.flags()?;
    let mut routine = SharedRoutine {
        steps,
        title: if title { reader.line()? } else { Line::default() },
        note: if note { reader.note()? } else { Note::default() },
        schedule: if schedule { Some(self::schedule(&mut reader.bits)?) } else { None },
        from: if maker { reader.maker()? } else { Maker::default() },
        pace: if pace { Some(reader.pace()?) } else { None },
        sound: if sound { Some(reader.sound()?) } else { None },
        aftercare: if aftercare {
            Aftercare(reader.bits.number(10, 0)?)
        } else {
            Aftercare::default()
        },
        dated: if dated { Some(reader.dated()?) } else { None },
        reply_to: None,
    };
    if extra {
        let Reader { bits, newer_parts, .. } = &mut reader;
        *newer_parts += bits.extra(&mut |key, width, bits| {
            let is_known = (key, width) == (REPLY_KEY, ReplyKey::BYTES * 8);
            if is_known {
                routine.reply_to = Some(ReplyKey(bits.bytes()?));
            }
            Ok(is_known)
        })?;
    }
    if routine.steps.is_empty() && !may_be_empty {
        return Err(LinkError::Empty);
    }
    if !reader.bits.ends(CHAR_BITS) {
        return Err(LinkError::Damaged);
    }
    let Reader { newer_parts, text_changed, .. } = reader;
    Ok(Opened { routine, newer_parts, text_changed })
}

impl Reader<'_> {
    fn steps(&mut self) -> Result<Vec<Step>, LinkError> {
        let count = usize::from(self.bits.take(7)?);
        if count > MAX_STEPS {
            return Err(LinkError::TooManySteps { steps: count });
        }
        let mut steps = Vec::with_capacity(count);
        for _ in 0..count {
            steps.push(self.step()?);
        }
        Ok(steps)
    }

    fn step(&mut self) -> Result<Step, LinkError> {
        let (what, default) = self.what()?;
        let has_details = self.bits.flag()?;
        let [amount, sets, sides, rest, pressure, more] =
            if has_details { self.bits.flags()? } else { [false; 6] };
        let [name, note, extra] = if more { self.bits.flags()? } else { [false; 3] };
        let amount = if amount {
            self.amount()?
        } else {
            Amount::of_secs(default.ok_or(LinkError::Damaged)?)
        };
        let mut step = Step::new(what, amount);
        if sets {
            step.sets = self.sets()?;
        }
        if sides {
            step.sides = self.sides()?;
        }
        if rest {
            step.rest = self.rest()?;
        }
        if pressure {
            let rating = self.bits.number::<0, { Pressure::CAP as u16 }>(3, 0)?.get();
            step.pressure = u8::try_from(rating).ok().map(Pressure::held);
        }
        if name {
            step.stated_name = self.line()?;
        }
        if note {
            step.note = self.note()?;
        }
        if extra {
            self.newer_parts += self.bits.extra(&mut |_, _, _| Ok(false))?;
        }
        Ok(step)
    }

    /// What is done, and how long when that is not said.
    fn what(&mut self) -> Result<(What, Option<u16>), LinkError> {
        let short = self.bits.take(7)?;
        if let Ok(number) = Number::new(short) {
            return Ok((What::Library(number), secs(number)));
        }
        if self.bits.flag()? {
            return Ok((What::Custom(Box::new(self.custom()?)), None));
        }
        let number: Number = self.bits.number(15, 0)?;
        if number.get() <= SHORT_NUMBERS {
            return Err(LinkError::Damaged);
        }
        Ok((What::Library(number), None))
    }

    fn custom(&mut self) -> Result<Custom, LinkError> {
        let area = usize::from(self.bits.take(4)?);
        let position = usize::from(self.bits.take(3)?);
        Ok(Custom {
            area: AREAS.get(area).copied().ok_or(LinkError::Damaged)?,
            position: POSITIONS.get(position).copied().ok_or(LinkError::Damaged)?,
            two_sided: self.bits.flag()?,
            name: self.line()?,
            lines: self.note()?,
        })
    }

    fn amount(&mut self) -> Result<Amount, LinkError> {
        if !self.bits.flag()? {
            return Ok(Amount::of_secs((self.bits.take(5)? + 1) * 5));
        }
        if self.bits.flag()? {
            self.bits.number(12, 0).map(Amount::Secs)
        } else {
            self.bits.number(6, 0).map(Amount::Breaths)
        }
    }

    fn sets(&mut self) -> Result<Sets, LinkError> {
        if self.bits.flag()? { self.bits.number(3, 4) } else { self.bits.number(1, 2) }
    }

    fn sides(&mut self) -> Result<SideChoice, LinkError> {
        match self.bits.take(2)? {
            0 => Ok(SideChoice::LeftOnly),
            1 => Ok(SideChoice::RightOnly),
            2 => Ok(SideChoice::RightFirst),
            _ => Err(LinkError::Damaged),
        }
    }

    fn rest(&mut self) -> Result<RestSecs, LinkError> {
        if self.bits.flag()? {
            self.bits.number(7, 0)
        } else {
            Ok(RestSecs::held((self.bits.take(3)? + 1) * 5))
        }
    }

    fn maker(&mut self) -> Result<Maker, LinkError> {
        Ok(Maker { name: self.line()?, profession: self.line()?, contact: self.line()? })
    }

    fn pace(&mut self) -> Result<Pace, LinkError> {
        Ok(Pace {
            first: self.bits.number(7, 0)?,
            same_posture: self.bits.number(7, 0)?,
            new_posture: self.bits.number(7, 0)?,
            switch: self.bits.number(7, 0)?,
        })
    }

    fn sound(&mut self) -> Result<Sound, LinkError> {
        Ok(if self.bits.flag()? { Sound::FullVoice } else { Sound::QuietBell })
    }

    fn dated(&mut self) -> Result<Dated, LinkError> {
        Dated::from_days_since_2025(self.bits.take(15)?).ok_or(LinkError::Damaged)
    }

    fn line(&mut self) -> Result<Line, LinkError> {
        let raw = self.bits.text()?;
        let line = Line::clean(&raw);
        self.text_changed |= line.as_str() != raw;
        Ok(line)
    }

    fn note(&mut self) -> Result<Note, LinkError> {
        let raw = self.bits.text()?;
        let note = Note::clean(&raw);
        self.text_changed |= note.as_str() != raw;
        Ok(note)
    }
}

/// Reads how often.
pub(in crate::codec) fn schedule(bits: &mut In<'_>) -> Result<Schedule, LinkError> {
    Ok(Schedule { times: bits.number(3, 1)?, days: bits.number(3, 1)?, weeks: bits.number(6, 1)? })
}
