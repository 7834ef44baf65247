//! Bits as a routine, in the order of `docs/spec/link.md`; every number is checked.

use super::bits::In;
use super::defaults::{AREAS, POSITIONS, secs};
use super::write::SHORT_NUMBERS;
use super::{LinkError, Opened};
use crate::domain::dose::Pressure;
use crate::domain::shared::{
    Aftercare, Amount, Bounded, Custom, Dated, Line, MAX_STEPS, Maker, Note, Number, Pace,
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
    let [title, note, schedule, maker, pace, sound, aftercare, dated, extra] = reader.flags()?;
    let routine = SharedRoutine {
        steps,
        title: if title { reader.line()? } else { Line::default() },
        note: if note { reader.note()? } else { Note::default() },
        schedule: if schedule { Some(reader.schedule()?) } else { None },
        from: if maker { reader.maker()? } else { Maker::default() },
        pace: if pace { Some(reader.pace()?) } else { None },
        sound: if sound { Some(reader.sound()?) } else { None },
        aftercare: if aftercare { Aftercare(reader.number(10, 0)?) } else { Aftercare::default() },
        dated: if dated { Some(reader.dated()?) } else { None },
    };
    if extra {
        reader.extra()?;
    }
    if routine.steps.is_empty() && !may_be_empty {
        return Err(LinkError::Empty);
    }
    if !reader.bits.ends() {
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
            if has_details { self.flags()? } else { [false; 6] };
        let [name, note, extra] = if more { self.flags()? } else { [false; 3] };
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
            let rating = self.number::<0, { Pressure::CAP as u16 }>(3, 0)?.get();
            step.pressure = u8::try_from(rating).ok().map(Pressure::held);
        }
        if name {
            step.stated_name = self.line()?;
        }
        if note {
            step.note = self.note()?;
        }
        if extra {
            self.extra()?;
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
        let number: Number = self.number(15, 0)?;
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
            self.number(12, 0).map(Amount::Secs)
        } else {
            self.number(6, 0).map(Amount::Breaths)
        }
    }

    fn sets(&mut self) -> Result<Sets, LinkError> {
        if self.bits.flag()? { self.number(3, 4) } else { self.number(1, 2) }
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
            self.number(7, 0)
        } else {
            Ok(RestSecs::held((self.bits.take(3)? + 1) * 5))
        }
    }

    fn schedule(&mut self) -> Result<Schedule, LinkError> {
        Ok(Schedule {
            times: self.number(3, 1)?,
            days: self.number(3, 1)?,
            weeks: self.number(6, 1)?,
        })
    }

    fn maker(&mut self) -> Result<Maker, LinkError> {
        Ok(Maker { name: self.line()?, profession: self.line()?, contact: self.line()? })
    }

    fn pace(&mut self) -> Result<Pace, LinkError> {
        Ok(Pace {
            first: self.number(7, 0)?,
            same_posture: self.number(7, 0)?,
            new_posture: self.number(7, 0)?,
            switch: self.number(7, 0)?,
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

    /// Parts that later apps may add: the key, how many bits, and the bits; an odd key must be understood.
    fn extra(&mut self) -> Result<(), LinkError> {
        loop {
            let key = self.bits.take(5)?;
            let bits = self.bits.length()?;
            self.bits.skip(bits)?;
            if key % 2 == 1 {
                return Err(LinkError::Newer);
            }
            self.newer_parts = self.newer_parts.saturating_add(1);
            if !self.bits.flag()? {
                return Ok(());
            }
        }
    }

    /// A number of `width` bits that starts from `from`.
    fn number<const MIN: u16, const MAX: u16>(
        &mut self,
        width: usize,
        from: u16,
    ) -> Result<Bounded<MIN, MAX>, LinkError> {
        Bounded::new(self.bits.take(width)? + from).map_err(|_out_of_range| LinkError::Damaged)
    }

    fn flags<const N: usize>(&mut self) -> Result<[bool; N], LinkError> {
        let mut flags = [false; N];
        for flag in &mut flags {
            *flag = self.bits.flag()?;
        }
        Ok(flags)
    }
}
