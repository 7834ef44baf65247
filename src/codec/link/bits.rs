//! Numbers and texts as runs of bits, six to a character, the first bit the highest.

use super::LinkError;

/// Bits in a character.
pub(super) const CHAR_BITS: usize = 6;

/// Longest text, in bytes.
pub(super) const MAX_TEXT_BYTES: usize = 64 + 0xfff;

/// Bits on their way out.
#[derive(Default)]
pub(super) struct Out {
    sixes: Vec<u8>,
    /// Bits of the last six that are used; 0 when it is full, or there is none.
    used: usize,
}

impl Out {
    /// Writes the lowest `width` bits of a number.
    pub(super) fn put(&mut self, number: u16, width: usize) {
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
    pub(super) fn flag(&mut self, flag: bool) {
        self.put(u16::from(flag), 1);
    }

    /// Writes a length: up to 63 in 7 bits, up to [`MAX_TEXT_BYTES`] in 13.
    pub(super) fn length(&mut self, length: usize) {
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
    pub(super) fn text(&mut self, text: &str) {
        self.length(text.len());
        self.flag(!text.is_ascii());
        let width = if text.is_ascii() { 7 } else { 8 };
        for byte in text.bytes() {
            self.put(u16::from(byte), width);
        }
    }

    /// All of it, the last six filled up with zeros.
    pub(super) fn into_sixes(self) -> Vec<u8> {
        self.sixes
    }
}

/// Bits on their way in.
pub(super) struct In<'a> {
    sixes: &'a [u8],
    at: usize,
}

impl<'a> In<'a> {
    pub(super) const fn new(sixes: &'a [u8]) -> Self {
        Self { sixes, at: 0 }
    }

    /// Reads a number of `width` bits, 0 to 16.
    pub(super) fn take(&mut self, width: usize) -> Result<u16, LinkError> {
        let mut number = 0;
        for _ in 0..width {
            let six = self.sixes.get(self.at / CHAR_BITS).ok_or(LinkError::Damaged)?;
            let bit = six >> (CHAR_BITS - 1 - self.at % CHAR_BITS) & 1;
            number = number << 1 | u16::from(bit);
            self.at += 1;
        }
        Ok(number)
    }

    /// Reads one bit.
    pub(super) fn flag(&mut self) -> Result<bool, LinkError> {
        Ok(self.take(1)? == 1)
    }

    /// Reads a length.
    pub(super) fn length(&mut self) -> Result<usize, LinkError> {
        let number = if self.flag()? { self.take(12)? + 64 } else { self.take(6)? };
        Ok(usize::from(number))
    }

    /// Reads a text.
    pub(super) fn text(&mut self) -> Result<String, LinkError> {
        let length = self.length()?;
        let width = if self.flag()? { 8 } else { 7 };
        if length * width > self.left() {
            return Err(LinkError::Damaged);
        }
        let mut bytes = Vec::with_capacity(length);
        for _ in 0..length {
            bytes.push(u8::try_from(self.take(width)?).unwrap_or(0));
        }
        String::from_utf8(bytes).map_err(|_not_text| LinkError::Damaged)
    }

    /// Passes over bits.
    pub(super) fn skip(&mut self, bits: usize) -> Result<(), LinkError> {
        if bits > self.left() {
            return Err(LinkError::Damaged);
        }
        self.at += bits;
        Ok(())
    }

    /// Whether nothing is left but the zeros that fill up the last six.
    pub(super) fn ends(&mut self) -> bool {
        let left = self.left();
        left < CHAR_BITS && self.take(left) == Ok(0)
    }

    const fn left(&self) -> usize {
        self.sixes.len() * CHAR_BITS - self.at
    }
}
