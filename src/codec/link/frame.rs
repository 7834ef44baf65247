//! What stands around the bits: version, length and check, as characters.

use super::bits::CHAR_BITS;
use super::{LinkError, MAX_CHARS, VERSION};

/// The characters of base64url, by value.
const SIXES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Characters of the check, each one of 62.
const CHECK_CHARS: usize = 4;
/// Letters and digits, the values of a check character: a link must not end in `-` or `_`.
const CHECK_BASE: u32 = 62;
/// Characters of a length.
const SHORT_LENGTH_CHARS: usize = 2;
const LONG_LENGTH_CHARS: usize = 3;
/// First length that does not fit into two characters.
const LONG_FROM: usize = 1 << (SHORT_LENGTH_CHARS * CHAR_BITS - 1);
/// Most characters of bits.
const MAX_BODY: usize = MAX_CHARS - 1 - LONG_LENGTH_CHARS - CHECK_CHARS;

/// CRC-21/CAN-FD: width 21, polynomial 0x102899, from 0, nothing reflected, nothing added.
const POLYNOMIAL: u32 = 0x10_2899;
const CRC_BITS: u32 = 21;

/// Puts version, length and check around the bits.
pub(in crate::codec) fn close(body: &[u8]) -> Result<String, LinkError> {
    let mut link = String::with_capacity(body.len() + CHECK_CHARS + LONG_LENGTH_CHARS + 1);
    link.push(VERSION);
    if body.len() > MAX_BODY {
        let chars = link.len() + LONG_LENGTH_CHARS + body.len() + CHECK_CHARS;
        return Err(LinkError::TooLong { chars });
    }
    let (length, width) = if body.len() < LONG_FROM {
        (body.len(), SHORT_LENGTH_CHARS)
    } else {
        (body.len() + (1 << (LONG_LENGTH_CHARS * CHAR_BITS - 1)), LONG_LENGTH_CHARS)
    };
    for at in (0..width).rev() {
        link.push(six_char(length >> (at * CHAR_BITS) & 0x3f));
    }
    Ok(seal(link, body))
}

/// Puts version and check around the bits, however many there are.
pub(in crate::codec) fn keep(body: &[u8]) -> String {
    seal(String::from(VERSION), body)
}

fn seal(mut link: String, body: &[u8]) -> String {
    link.push_str(&letters(body));
    let mut check = link.bytes().fold(0, crc);
    let mut digits = [0_usize; CHECK_CHARS];
    for digit in digits.iter_mut().rev() {
        *digit = usize::try_from(check % CHECK_BASE).unwrap_or(0);
        check /= CHECK_BASE;
    }
    for digit in digits {
        link.push(six_char(digit));
    }
    link
}

/// Takes version, length and check off; gives the bits, six to a byte.
pub(in crate::codec) fn open(mut source: Source<'_>) -> Result<Vec<u8>, LinkError> {
    let mut sum = begin(&mut source)?;
    let length = length(&mut source, &mut sum)?;
    sealed(source, sum, length)
}

/// Takes version and check off what [`keep`] made.
pub(in crate::codec) fn kept(text: &str) -> Result<Vec<u8>, LinkError> {
    let mut source = Source::strict(text);
    let sum = begin(&mut source)?;
    let length = text.len().checked_sub(1 + CHECK_CHARS).ok_or(LinkError::Truncated)?;
    sealed(source, sum, length)
}

/// Reads the version; gives the check so far.
fn begin(source: &mut Source<'_>) -> Result<u32, LinkError> {
    let version = source.next_char()?;
    match version {
        VERSION => {}
        '2'..='9' | 'A'..='Z' | 'a'..='z' => return Err(LinkError::Newer),
        _ => return Err(LinkError::NotALink),
    }
    Ok(crc(0, u8::try_from(version).unwrap_or(0)))
}

/// Reads the bits and the check, which must be that of all before it.
fn sealed(mut source: Source<'_>, mut sum: u32, length: usize) -> Result<Vec<u8>, LinkError> {
    let mut body = Vec::with_capacity(length);
    for _ in 0..length {
        body.push(source.six(&mut sum)?);
    }
    let mut check = 0;
    for _ in 0..CHECK_CHARS {
        let digit = u32::from(source.six(&mut 0)?);
        if digit >= CHECK_BASE {
            return Err(source.broken());
        }
        check = check * CHECK_BASE + digit;
    }
    source.end()?;
    if check == sum { Ok(body) } else { Err(source.broken()) }
}

/// How many characters of bits follow; written as short as it can be.
fn length(source: &mut Source<'_>, sum: &mut u32) -> Result<usize, LinkError> {
    let first = usize::from(source.six(sum)?);
    let long = first >> (CHAR_BITS - 1) == 1;
    let mut length = first & 0x1f;
    for _ in 1..if long { LONG_LENGTH_CHARS } else { SHORT_LENGTH_CHARS } {
        length = (length << CHAR_BITS) + usize::from(source.six(sum)?);
    }
    if length > MAX_BODY || long != (length >= LONG_FROM) {
        return Err(LinkError::Damaged);
    }
    Ok(length)
}

/// One step of the check, over the characters as they are written.
fn crc(sum: u32, byte: u8) -> u32 {
    let mut sum = sum ^ u32::from(byte) << (CRC_BITS - 8);
    for _ in 0..8 {
        let carry = sum >> (CRC_BITS - 1) & 1;
        sum = ((sum << 1) ^ (carry * POLYNOMIAL)) & ((1 << CRC_BITS) - 1);
    }
    sum
}

/// Sixes as characters.
pub(in crate::codec) fn letters(sixes: &[u8]) -> String {
    sixes.iter().map(|it| six_char(usize::from(*it))).collect()
}

/// Characters as sixes; `None` where one has no value.
pub(in crate::codec) fn sixes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(six_of).collect()
}

fn six_char(value: usize) -> char {
    SIXES.get(value).map_or('A', |it| char::from(*it))
}

/// The value of a character of base64url.
const fn six_of(it: char) -> Option<u8> {
    Some(match it {
        'A'..='Z' => it as u8 - b'A',
        'a'..='z' => it as u8 - b'a' + 26,
        '0'..='9' => it as u8 - b'0' + 52,
        '-' => 62,
        '_' => 63,
        _ => return None,
    })
}

/// How many characters of a link stand together at the front of a text.
pub(in crate::codec) fn run(text: &str) -> usize {
    text.chars().take_while(|it| six_of(*it).is_some()).count()
}

/// The characters of a link, one after the other.
pub(in crate::codec) struct Source<'a> {
    rest: core::str::Chars<'a>,
    /// Whether what messages put into links is passed over.
    lenient: bool,
    /// Whether something was.
    gap: bool,
}

impl<'a> Source<'a> {
    /// A link and nothing else.
    pub(in crate::codec) fn strict(text: &'a str) -> Self {
        Self { rest: text.chars(), lenient: false, gap: false }
    }

    /// A link with the rest of a message behind it.
    pub(in crate::codec) fn within(text: &'a str) -> Self {
        Self { rest: text.chars(), lenient: true, gap: false }
    }

    fn next_char(&mut self) -> Result<char, LinkError> {
        loop {
            let it = self.rest.next().ok_or(LinkError::Truncated)?;
            if !self.lenient {
                return Ok(it);
            }
            if it == '%' {
                return self.percent();
            }
            if !is_gap(it) {
                return Ok(it);
            }
            self.gap = true;
        }
    }

    /// The character whose number follows in two hexadecimal digits; encoded once, so never another `%`.
    fn percent(&mut self) -> Result<char, LinkError> {
        let mut digit = || {
            let it = self.rest.next().ok_or(LinkError::Truncated)?;
            it.to_digit(16).ok_or(LinkError::Damaged)
        };
        let code = digit()? * 16 + digit()?;
        char::from_u32(code).filter(char::is_ascii).ok_or(LinkError::Damaged)
    }

    /// The value of the next character, which `sum` takes in.
    fn six(&mut self, sum: &mut u32) -> Result<u8, LinkError> {
        let it = self.next_char()?;
        let Some(value) = six_of(it) else { return Err(self.cut()) };
        *sum = crc(*sum, u8::try_from(it).unwrap_or(0));
        Ok(value)
    }

    /// What is wrong where a character that no link has stands in one: the text goes on behind it, or it ends.
    fn cut(&mut self) -> LinkError {
        match self.rest.clone().next() {
            Some(it) if six_of(it).is_some() => LinkError::Damaged,
            Some(_) | None => LinkError::Truncated,
        }
    }

    /// A link that does not check: where it was broken over lines, the message went on before it was whole.
    const fn broken(&self) -> LinkError {
        if self.gap { LinkError::Truncated } else { LinkError::Damaged }
    }

    /// That no character of a link follows at once.
    fn end(&mut self) -> Result<(), LinkError> {
        let next = self.rest.next();
        let goes_on = if self.lenient { next.and_then(six_of).is_some() } else { next.is_some() };
        if goes_on { Err(LinkError::Damaged) } else { Ok(()) }
    }
}

/// What messages put into the middle of a link: blanks, line breaks and their marks, quote marks, characters without shape.
const fn is_gap(it: char) -> bool {
    it.is_whitespace()
        || matches!(it, '>' | '=' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_six_is_one_character_and_the_same_again() {
        let all: Vec<u8> = (0..64).collect();
        let text = letters(&all);
        assert_eq!(text.as_bytes(), SIXES);
        assert_eq!(sixes(&text), Some(all));
        assert_eq!((sixes("AA+"), sixes("")), (None, Some(Vec::new())));
    }

    #[test]
    fn a_length_is_as_short_as_it_can_be_and_read_again() {
        for (count, chars) in [(0, 2), (LONG_FROM - 1, 2), (LONG_FROM, 3), (LONG_FROM + 1, 3)] {
            let link = close(&vec![9; count]).unwrap();
            assert_eq!(link.len(), 1 + chars + count + CHECK_CHARS, "{count}");
            assert_eq!(open(Source::strict(&link)), Ok(vec![9; count]), "{count}");
        }
    }

    #[test]
    fn a_link_has_its_most_characters_and_one_more_is_refused_by_its_count() {
        let whole = close(&vec![0; MAX_BODY]).unwrap();
        assert_eq!(whole.len(), MAX_CHARS);
        assert_eq!(open(Source::strict(&whole)), Ok(vec![0; MAX_BODY]));
        assert_eq!(close(&vec![0; MAX_BODY + 1]), Err(LinkError::TooLong { chars: MAX_CHARS + 1 }));
    }
}
