//! Text that somebody else wrote: short, plain, and unable to reorder or hide what stands around it.

/// One line of foreign text, at most [`Line::MAX_CHARS`] characters; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

/// A few lines of foreign text, at most [`Note::MAX_CHARS`] characters and [`Note::MAX_LINES`] lines; may be
/// empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Note(String);

/// Most combining marks that are kept on one letter.
const MAX_MARKS: usize = 4;
/// Makes one sign of the two beside it.
const JOINER: char = '\u{200d}';
/// Most characters that are taken for one sign; real ones have fewer.
const MAX_SIGN: usize = 16;

impl Line {
    /// Longest line, in characters.
    pub const MAX_CHARS: usize = 80;

    /// Takes any text and keeps what may be shown: line breaks become spaces, control and direction characters
    /// go, and what is past the longest line is cut.
    pub fn clean(raw: &str) -> Self {
        Self(clean(raw, Self::MAX_CHARS, 1))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Note {
    /// Longest note, in characters.
    pub const MAX_CHARS: usize = 500;
    /// Most lines.
    pub const MAX_LINES: usize = 12;

    /// Takes any text and keeps what may be shown, as [`Line::clean`] does, with its first line breaks.
    pub fn clean(raw: &str) -> Self {
        Self(clean(raw, Self::MAX_CHARS, Self::MAX_LINES))
    }

    /// The text, its lines apart by `\n`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The note as one line of at most `most` characters, cut after a word where there is one.
    pub fn short(&self, most: usize) -> String {
        let line = self.0.replace('\n', " ");
        let Some((end, _)) = line.char_indices().nth(most) else { return line };
        let cut = line.get(..end).unwrap_or_default();
        let word = cut.rfind(' ').filter(|at| at * 2 > end).unwrap_or(end);
        [cut.get(..word).unwrap_or_default(), "…"].concat()
    }

    /// Its lines in order; none when it is empty.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

/// The text without blanks around it, without what could not be shown safely, and no longer than allowed.
fn clean(raw: &str, max_chars: usize, max_lines: usize) -> String {
    let mut kept = String::new();
    let mut chars = 0;
    let mut breaks = 0;
    let mut marks = 0;
    // The second half of a Windows line break is no break of its own.
    let mut after_return = false;
    for it in raw.trim_matches(|it| is_break(it) || it.is_whitespace() || !is_kept(it)).chars() {
        let follows_return = core::mem::replace(&mut after_return, it == '\r') && it == '\n';
        if follows_return || !(is_break(it) || is_kept(it)) {
            continue;
        }
        marks = if is_mark(it) { marks + 1 } else { 0 };
        if marks > MAX_MARKS {
            continue;
        }
        if chars == max_chars {
            whole(&mut kept, it);
            break;
        }
        chars += 1;
        if !is_break(it) {
            kept.push(if it == '\t' { ' ' } else { it });
        } else if breaks + 1 < max_lines {
            breaks += 1;
            kept.push('\n');
        } else {
            kept.push(' ');
        }
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// Takes the last sign away where the cut before `next` goes through it.
fn whole(kept: &mut String, next: char) {
    let halves = kept.chars().rev().take_while(|it| is_half_flag(*it)).count();
    if is_half_flag(next) && halves % 2 == 1 {
        kept.pop();
    }
    let mut next = next;
    for _ in 0..MAX_SIGN {
        let Some(last) = kept.chars().next_back().filter(|it| belongs(next) || *it == JOINER)
        else {
            return;
        };
        kept.pop();
        next = last;
    }
}

/// Whether a character is part of the sign before it.
const fn belongs(it: char) -> bool {
    is_mark(it) || matches!(it, JOINER | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether it is a letter of which two make a flag.
const fn is_half_flag(it: char) -> bool {
    matches!(it, '\u{1f1e6}'..='\u{1f1ff}')
}

const fn is_break(it: char) -> bool {
    matches!(it, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character may stand in a text: no control, no direction override, embedding or isolate, nothing
/// that has no shape of its own. Joiners stay, for scripts and emoji are made with them.
const fn is_kept(it: char) -> bool {
    !matches!(
        it,
        '\0'..='\u{8}'
            | '\n'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffc}'
            | '\u{e0000}'..='\u{e0fff}'
            | '\u{f0000}'..='\u{10ffff}'
    )
}

/// Whether a character is drawn on the letter before it, as far as piles of them are made.
const fn is_mark(it: char) -> bool {
    matches!(
        it,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}
