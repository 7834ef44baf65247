//! Words as they are compared: lower case, without accents, with one space between them.

use super::MAX_WORDS_CHARS;

/// U+00C0 to U+00FF without accents.
const LATIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";

/// Folds at most [`MAX_WORDS_CHARS`] characters; what is no letter or digit parts words.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len().min(MAX_WORDS_CHARS));
    for letter in text.chars().take(MAX_WORDS_CHARS) {
        match letter {
            '\'' | '\u{2019}' | '\u{300}'..='\u{36f}' => {}
            '\u{c0}'..='\u{ff}' => {
                let at = usize::from(u8::try_from(u32::from(letter) - 0xc0).unwrap_or(0));
                folded.push(LATIN.get(at).map_or(' ', |plain| char::from(*plain)));
            }
            _ if letter.is_ascii_alphanumeric() => folded.push(letter.to_ascii_lowercase()),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded
}

/// Whether `word`, or `word` without the `s` of a plural, is one of `words`.
pub(super) fn is_word_of(word: &str, words: &str) -> bool {
    words.split(' ').any(|one| same(word, one))
}

/// Whether one of `words` begins with `word`, or is `word` without the `s` of a plural.
pub(super) fn starts_word_of(word: &str, words: &str) -> bool {
    words.split(' ').any(|one| one.starts_with(word) || same(word, one))
}

fn same(word: &str, one: &str) -> bool {
    word == one
        || word.strip_suffix('s').is_some_and(|singular| singular.len() > 2 && singular == one)
}
