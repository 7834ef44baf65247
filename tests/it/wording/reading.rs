//! Reading age by the Flesch–Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59.

/// The grade of several texts taken together; each text ends a sentence.
#[expect(clippy::cast_precision_loss, reason = "texts have far fewer words than an f64 can count")]
pub(crate) fn grade(texts: &[&str]) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0, 0, 0);
    for text in texts {
        for sentence in text.split(['.', '?', '!']) {
            let lengths: Vec<usize> = spoken(sentence).map(count).collect();
            sentences += usize::from(!lengths.is_empty());
            words += lengths.len();
            syllables += lengths.iter().sum::<usize>();
        }
    }
    let (sentences, words, syllables) = (sentences as f64, words as f64, syllables as f64);
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

fn spoken(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| word.contains(|c: char| c.is_alphanumeric()))
}

/// Syllables of an English word: groups of vowels, less those that are not heard; a digit counts as one.
fn count(word: &str) -> usize {
    let word = word.to_lowercase().replace('\'', "");
    if word.chars().all(|c| c.is_ascii_digit()) {
        return word.len();
    }
    let vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = ' ';
    for c in word.chars() {
        groups += usize::from(vowel(c) && !vowel(before));
        before = c;
    }
    let singular = word.strip_suffix('s').unwrap_or(&word);
    let after_vowel = singular.chars().rev().nth(2).is_some_and(vowel);
    let heard_le = (singular.ends_with("le") || singular.ends_with("tre")) && !after_vowel;
    let hissing = ["se", "ze", "xe", "che", "she", "ce", "ge"];
    let heard_es = word.ends_with('s') && hissing.iter().any(|it| singular.ends_with(it));
    let silent_e = singular.ends_with('e') && !heard_le && !heard_es;
    let silent_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    let silent = silent_e || silent_ed;
    (groups - usize::from(silent && groups > 1)).max(1)
}

#[test]
fn syllables_are_counted_as_they_are_heard() {
    let heard = [
        ("back", 1),
        ("shoulder", 2),
        ("muscle", 2),
        ("breathe", 1),
        ("squeeze", 1),
        ("opposite", 3),
        ("crossed", 1),
        ("bended", 2),
        ("knees", 1),
        ("circles", 2),
        ("centimetres", 4),
        ("10", 2),
    ];
    for (word, syllables) in heard {
        assert_eq!(count(word), syllables, "{word}");
    }
}

#[test]
fn a_hard_text_is_found_hard_and_an_easy_one_easy() {
    let hard = "Myofascial manipulation purportedly facilitates comprehensive musculoskeletal \
                rehabilitation following considerable physiological deterioration.";
    assert!(grade(&[hard]) > 15.0);
    assert!(grade(&["Sit tall. Let your arms hang. Breathe out."]) < 2.0);
}
