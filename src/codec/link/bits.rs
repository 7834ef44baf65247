//! Numbers and texts as runs of bits, six to a character, the first bit the highest.

use super::LinkError;
use crate::domain::shared::Bounded;

/// Bits in a character.
pub(in crate::codec) const CHAR_BITS: usize = 6;

/// Longest text, in bytes.
pub(in crate::codec) const MAX_TEXT_BYTES: usize = 64 + 0xfff;

/// Bits on their way out.
#[derive(Default)]
pub(in crate::codec) struct Out {
    sixes: Vec<u8>,
    /// Bits of the last six that are used; 0 when it is full, or there is none.
    used: usize,
}

impl Out {
    /// Writes the lowest `width` bits of a number.
    pub(in crate::codec) fn put(&mut self, number: u16, width: usize) {
        for at in (0..width).rev() {
            if self.used == 0 {
                self.sixes.push(0);
            }
            let bit = u8::from(number >> at & 1 == 1);
            if let Some(last) = self.sixes.last_mut() {
                *last |= bit << (CHAR_BITS - 1 - self.used);
            }
            self.used = (self.used + 1) % CHAR_BITS;
        }
    }

    /// Writes one bit.
    pub(in crate::codec) fn flag(&mut self, flag: bool) {
        self.put(u16::from(flag), 1);
    }

    /// Writes a length: up to 63 in 7 bits, up to [`MAX_TEXT_BYTES`] in 13.
    pub(in crate::codec) fn length(&mut self, length: usize) {
        let length = u16::try_from(length.min(MAX_TEXT_BYTES)).unwrap_or(0);
        match length.checked_sub(64) {
            None => {
                self.flag(false);
                self.put(length, 6);
            }
            Some(past) => {
                self.flag(true);
                self.put(past, 12);
            }
        }
    }

    /// Writes a text: its length in bytes, whether all of it is ASCII, and its bytes of 7 or 8 bits.
    pub(in crate::codec) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.flag(!text.is_ascii());
        let width = if text.is_ascii() { 7 } else { 8 };
        for byte in text.bytes() {
            self.put(u16::from(byte), width);
        }
    }

    /// Writes a number of 8 bits for each byte.
    pub(in crate::codec) fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.put(u16::from(*byte), 8);
        }
    }

    /// All of it, eight to a byte, the last byte filled up with zeros.
    pub(in crate::codec) fn into_bytes(self) -> Vec<u8> {
        let spare = if self.used == 0 { 0 } else { CHAR_BITS - self.used };
        let bits = self.sixes.len() * CHAR_BITS - spare;
        let mut from = In::new(&self.sixes);
        let byte = |at: usize| {
            let width = (bits - at).min(8);
            let number = from.take(width).unwrap_or(0) << (8 - width);
            u8::try_from(number).unwrap_or(0)
        };
        (0..bits).step_by(8).map(byte).collect()
    }

    /// All of it, the last six filled up with zeros.
    pub(in crate::codec) fn into_sixes(self) -> Vec<u8> {
        self.sixes
    }
}

/// Bits on their way in.
pub(in crate::codec) struct In<'a> {
    sixes: &'a [u8],
    at: usize,
}

impl<'a> In<'a> {
    pub(in crate::codec) const fn new(sixes: &'a [u8]) -> Self {
        Self { sixes, at: 0 }
    }

    /// Reads a number of `width` bits, 0 to 16.
    pub(in crate::codec) fn take(&mut self, width: usize) -> Result<u16, LinkError> {
        let mut number = 0;
        for _ in 0..width {
            let six = self.sixes.get(self.at / CHAR_BITS).ok_or(LinkError::Damaged)?;
            let bit = six >> (CHAR_BITS - 1 - self.at % CHAR_BITS) & 1;
            number = number * 2 + u16::from(bit);
            self.at += 1;
        }
        Ok(number)
    }

    /// Reads one bit.
    pub(in crate::codec) fn flag(&mut self) -> Result<bool, LinkError> {
        Ok(self.take(1)? == 1)
    }

    /// Reads a length.
    pub(in crate::codec) fn length(&mut self) -> Result<usize, LinkError> {
        let number = if self.flag()? { self.take(12)? + 64 } else { self.take(6)? };
        Ok(usize::from(number))
    }

    /// Reads a text.
    pub(in crate::codec) fn text(&mut self) -> Result<String, LinkError> {
        let length = self.length()?;
        let width = if self.flag()? { 8 } else { 7 };
        // No room is set aside for what is announced: it may not be there.
        let mut bytes = Vec::new();
        for _ in 0..length {
            bytes.push(u8::try_from(self.take(width)?).unwrap_or(0));
        }
        String::from_utf8(bytes).map_err(|_not_text| LinkError::Damaged)
    }

    /// Whether nothing is left but zeros, fewer than `spare` of them.
    pub(in crate::codec) fn ends(&mut self, spare: usize) -> bool {
        let left = self.left();
        left < spare && self.take(left) == Ok(0)
    }

    /// Reads bytes of 8 bits each.
    pub(in crate::codec) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], LinkError> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = u8::try_from(self.take(8)?).unwrap_or(0);
        }
        Ok(bytes)
    }

    /// Reads a number of `width` bits that starts from `from`.
    pub(in crate::codec) fn number<const MIN: u16, const MAX: u16>(
        &mut self,
        width: usize,
        from: u16,
    ) -> Result<Bounded<MIN, MAX>, LinkError> {
        Bounded::new(self.take(width)? + from).map_err(|_out_of_range| LinkError::Damaged)
    }

    /// Reads flags.
    pub(in crate::codec) fn flags<const N: usize>(&mut self) -> Result<[bool; N], LinkError> {
        let mut flags = [false; N];
        for flag in &mut flags {
            *flag = self.flag()?;
        }
        Ok(flags)
    }

    /// Reads parts that later apps may add: the key, how many bits, and the bits. `known` takes in a part that it
    /// knows, by key and bits, and says so; of the others an odd key must be understood. How many it passed over.
    pub(in crate::codec) fn extra(
        &mut self,
        known: &mut dyn FnMut(u16, usize, &mut Self) -> Result<bool, LinkError>,
    ) -> Result<u16, LinkError> {
        let mut passed: u16 = 0;
        loop {
            let key = self.take(5)?;
            let bits = self.length()?;
            if bits > self.left() {
                return Err(LinkError::Damaged);
            }
            if !known(key, bits, self)? {
                self.at += bits;
                if key % 2 == 1 {
                    return Err(LinkError::Newer);
                }
                passed = passed.saturating_add(1);
            }
            if !self.flag()? {
                return Ok(passed);
            }
        }
    }

    pub(in crate::codec) const fn left(&self) -> usize {
        self.sixes.len() * CHAR_BITS - self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bits: &str) -> Out {
        let mut out = Out::default();
        bits.bytes().for_each(|it| out.flag(it == b'1'));
        out
    }

    #[test]
    fn bits_stand_eight_to_a_byte_and_the_last_one_is_filled_up() {
        let bits = "1011_0001_1100_1010_0111_1110_01".replace('_', "");
        for length in 0..=bits.len() {
            let byte = |from: usize| {
                let eight = bits[from..length.min(from + 8)].bytes();
                eight.enumerate().map(|(at, it)| u8::from(it == b'1') << (7 - at)).sum()
            };
            let expected: Vec<u8> = (0..length).step_by(8).map(byte).collect();
            assert_eq!(written(&bits[..length]).into_bytes(), expected, "{length} bits");
        }
    }

    #[test]
    fn a_length_past_the_longest_text_is_held() {
        for (length, read) in [(63, 63), (64, 64), (4159, 4159), (4160, 4159), (70_000, 4159)] {
            let mut out = Out::default();
            out.length(length);
            assert_eq!(In::new(&out.into_sixes()).length(), Ok(read));
        }
    }

    #[test]
    fn behind_the_end_are_fewer_zeros_than_a_sign_has_and_nothing_else() {
        for (sixes, passed, ends) in
            [([0], 0, false), ([0], 1, true), ([0], 6, true), ([1], 1, false)]
        {
            let mut bits = In::new(&sixes);
            bits.at = passed;
            assert_eq!(bits.ends(CHAR_BITS), ends, "{sixes:?} from {passed}");
        }
    }
}
