//! The words of the safety screens.

use unknot::domain::screening::{Complaint, ENOUGH, Flag, Level, List, SetUp, answer, respond};
use unknot::i18n::screening as words;

/// Every sentence of the safety screens, for the wording rules.
fn all_words() -> Vec<&'static str> {
    let mut all = vec![
        words::DISCLAIMER,
        words::STOP_IF,
        words::STAYS_HERE,
        words::ANYTHING_NEW,
        words::NONE_OF_THESE,
        words::AFTER_CHECK,
        words::CONFIRM_CHECKED,
        words::CONFIRM_DAY,
        words::CONFIRM_NEXT,
        words::YOU_TOLD_US,
        words::WITHIN_DAYS,
    ];
    for level in [Level::Info, Level::Urgent, Level::Emergency] {
        let screen = words::level(level);
        all.extend([screen.title, screen.body, screen.call]);
    }
    for &flag in Flag::ALL {
        all.push(words::flag(flag));
        all.extend(words::flag_note(flag));
    }
    for &complaint in Complaint::ALL {
        all.extend([words::complaint(complaint), words::advice(respond(complaint).advice)]);
        if let Some(question) = respond(complaint).ask {
            all.push(words::question(question));
            all.extend([true, false].map(|yes| words::advice(answer(question, yes).advice)));
        }
    }
    all.push(words::advice(ENOUGH.advice));
    all.extend([List::Full, List::Short, List::Nerve, List::Head].map(words::list));
    all.extend(SetUp::ALL.iter().map(|&line| words::set_up(line)));
    all
}

#[test]
fn no_safety_text_names_an_illness_or_makes_a_claim() {
    // R30, clinical-evidence 6.1 and 6.3
    let banned = [
        "cure",
        "heal ",
        "heals",
        "treat",
        "fix",
        "diagnos",
        "prescri",
        "therapy",
        "workout",
        "burn ",
        "push through",
        "cauda",
        "fracture",
        "infection of",
        "aneurysm",
        "dissection",
        "thrombosis",
        "blood clot",
        "stroke",
        "kidney",
        "arteritis",
        "myelopathy",
        "paraly",
    ];
    for text in all_words() {
        let lower = text.to_lowercase();
        for word in banned {
            assert!(!lower.contains(word), "{word:?} in {text:?}");
        }
        assert!(!text.contains("  ") && !text.is_empty(), "{text:?}");
    }
}

#[test]
fn the_emergency_screen_gives_the_numbers_of_the_evidence_file() {
    // R30
    let call = words::level(Level::Emergency).call;
    for (_, number) in words::EMERGENCY_NUMBERS {
        assert!(call.contains(number));
    }
    assert!(words::level(Level::Urgent).call.contains(words::URGENT_NUMBER.1));
}

#[test]
fn no_advice_or_set_up_sentence_is_longer_than_fifteen_words() {
    // R30, clinical-evidence 6.1
    let lines = all_words();
    let is_flag = |text: &&str| Flag::ALL.iter().any(|&flag| words::flag(flag) == *text);
    for text in lines.iter().filter(|text| !is_flag(text)) {
        for sentence in text.split_inclusive(['.', '?', '!', ':']) {
            let count = sentence.split_whitespace().count();
            // Two sentences are the evidence file's own wording (6.5).
            let given = [words::STOP_IF, words::DISCLAIMER].contains(text);
            assert!(count <= 15 || given, "{count} words: {sentence}");
        }
    }
}
