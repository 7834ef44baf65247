//! Words and claims that must not appear (clinical-evidence 6.3, and 6.1 for the library).
//!
//! A rule is a row of words that stand next to each other in a text. In a word, `|` parts choices, a `*` at
//! the end takes any ending, and a `?` at the start means that the word may be left out. Whole words only,
//! so that "physiotherapist", "therapist" and "health" pass.

use std::path::Path;

/// Claims that no text may make.
pub(super) const EVERYWHERE: &[&str] = &[
    "cure|cures|cured|curing",
    "heal|heals|healed|healing",
    "treat|treats|treating",
    "treatment of|for",
    "fix|fixes",
    "repair|repairs",
    "mend|mends",
    "realign*",
    "put back in place",
    "correct|corrects ?your posture",
    "release|releases|releasing ?the fascia|toxins|knots",
    "break|breaks|breaking ?down|up knots|adhesions|scar",
    "flush|flushes|flushing",
    "detox*",
    "toxin*",
    "lactic acid",
    "metabolic waste",
    "boost|boosts ?your circulation|immune",
    "reduce|reduces inflammation",
    "endorphin*",
    "happy hormones",
    "root cause|causes",
    "pain free",
    "side effect free",
    "natural alternative to medicine|surgery",
    "reduce|reduces ?the|your ?need ?for medication|painkillers",
    "prevent|prevents injury|injuries",
    "prevent|prevents back pain",
    "clinically proven",
    "guarantee*",
    "instant relief",
    "diagnos*",
    "prescri*",
    "therapy|therapies",
    "rehab programme for",
    "doctor approved",
    "safe for everyone",
    "decompress*",
    "takes pressure off the ?sciatic nerve",
    "workout|workouts",
];

/// Words that push or frighten, banned from exercises and routines.
pub(super) const LIBRARY: &[&str] = &[
    "push through",
    "no pain no gain",
    "dig in",
    "break",
    "burn|burns",
    "crunch*",
    "deep as you can",
    "slipped",
    "crumbling",
    "out of place",
    "wear and tear",
    "weak core",
];

/// Claims that were found in writing about massage and go beyond what studies show (clinical-evidence 6.6).
pub(super) const OVERCLAIMS: &[&str] = &[
    "underlying cause|causes",
    "stress hormone|hormones",
    "alignment|misalignment|misaligned",
    "healthier|healthy back",
    "immediate relief",
    "long lasting|lasting relief",
    "remarkable results",
    "ideal solution",
    "side effects free",
    "improve|improves ?your sleep|posture",
    "speed|speeds ?up ?the|your recovery|healing",
    "so sure",
    "waste product|products",
    "interrupt|interrupts the pain",
    "no matter where|when",
    "most doctors",
    "reduce|reduces|reducing pressure on the ?sciatic nerve",
    "injury recovery",
    "free|frees|freeing ?the fascia",
];

/// The words of a text in lower case; a hyphen parts words, an apostrophe does not.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The first rule that a text breaks.
fn broken<'r>(text: &str, rules: &[&'r str]) -> Option<&'r str> {
    let words = words(text);
    rules.iter().copied().find(|rule| {
        let slots: Vec<&str> = rule.split(' ').collect();
        (0..words.len()).any(|start| follows(&words[start..], &slots))
    })
}

fn follows(words: &[String], slots: &[&str]) -> bool {
    let Some((slot, rest)) = slots.split_first() else {
        return true;
    };
    if slot.starts_with('?') && follows(words, rest) {
        return true;
    }
    let Some((word, later)) = words.split_first() else {
        return false;
    };
    slot.trim_start_matches('?').split('|').any(|choice| fits(word, choice)) && follows(later, rest)
}

fn fits(word: &str, choice: &str) -> bool {
    choice.strip_suffix('*').map_or(word == choice, |stem| word.starts_with(stem))
}

/// Panics with the file, the text and the rule when a text breaks one.
pub(super) fn assert_clean(file: &Path, text: &str, rules: &[&str]) {
    let rule = broken(text, rules);
    assert!(rule.is_none(), "{}: \"{text}\" says \"{}\"", file.display(), rule.unwrap_or_default());
}

/// The texts between double quotes, in Rust or JSON.
pub(super) fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside: Option<String> = None;
    let mut escaped = false;
    for c in source.chars() {
        match &mut inside {
            Some(text) if escaped => {
                text.push(if c == 'n' { ' ' } else { c });
                escaped = false;
            }
            Some(_) if c == '\\' => escaped = true,
            Some(_) if c == '"' => found.extend(inside.take()),
            Some(text) => text.push(c),
            None if c == '"' => inside = Some(String::new()),
            None => {}
        }
    }
    found
}

/// Rust source without its comment lines and without `'"'`, which would open a text that never ends.
pub(super) fn without_comments(source: &str) -> String {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n").replace("'\"'", "")
}

#[test]
fn each_banned_claim_is_found_and_lawful_words_pass() {
    let claims = [
        "It cures a sore back",
        "healing touch",
        "We treat sciatica",
        "treatment of arthritis",
        "fix it",
        "Release the knots",
        "break up adhesions",
        "detoxify",
        "a pain-free back",
        "Pain free!",
        "prevents back pain",
        "your diagnosis",
        "a prescribed plan",
        "massage therapy",
        "boosts circulation",
        "reduces the need for painkillers",
        "takes pressure off the sciatic nerve",
        "a doctor-approved plan",
    ];
    for claim in claims {
        assert!(broken(claim, EVERYWHERE).is_some(), "{claim}");
    }
    let lawful = [
        "Ask a physiotherapist or a therapist",
        "a red flag",
        "your health",
        "a secure place",
        "fixed",
        "Release the ball slowly",
        "prevent the screen from dimming",
        "retreat",
        "Correct the time",
        "physiotherapy",
        "amended",
    ];
    for text in lawful {
        assert_eq!(broken(text, EVERYWHERE), None, "{text}");
    }
    assert_eq!(broken("Dig in with your elbow", LIBRARY), Some("dig in"));
    for claim in ["It gives immediate relief", "long-lasting relief", "spinal misalignment"] {
        assert!(broken(claim, OVERCLAIMS).is_some(), "{claim}");
    }
    assert_eq!(broken("long-lasting low back pain", OVERCLAIMS), None);
}

#[test]
fn texts_are_taken_out_of_source_and_comments_are_not() {
    let source = "// \"cure\"\nlet a = \"one \\\"two\\\"\";\nlet q = '\"';\nlet b = \"three\";";
    assert_eq!(literals(&without_comments(source)), ["one \"two\"", "three"]);
}
