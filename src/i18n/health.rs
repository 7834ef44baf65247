//! Words about a person's answers: cards, reasons, modes, next-day replies and what follows from them.
//!
//! Words of single conditions are the catalog's; these stand around them (clinical-evidence 1.4, 3.1, 3.5).

use super::words;
use crate::catalog;
use crate::domain::condition::Act;
use crate::domain::equipment::Tool;
use crate::domain::screening::{Cause, Mode, Reply};

/// One reason as a sentence, in the person's own words where they told it.
pub fn cause(cause: Cause) -> String {
    match cause {
        Cause::Condition(id) => catalog::condition_text(id).reason.to_owned(),
        Cause::Mark(area, trouble) => {
            [words::area(area), ": ", &lower(catalog::trouble_text(trouble).reason)].concat()
        }
        Cause::NoTool(tool) => [no_tool(tool), "."].concat(),
        Cause::Paused(area) => {
            [words::area(area), ": no massage until a physio or doctor was asked."].concat()
        }
        Cause::Unanswered(_) | Cause::NotLookedOver => "A question is still open.".to_owned(),
        Cause::Where(_) => "We do not know yet where it is.".to_owned(),
        Cause::GentleMode => "Gentle today: nothing that takes your weight.".to_owned(),
        Cause::ComfortMode => "Only rest, breathing and easy moves today.".to_owned(),
        Cause::StrongPain => "You told us the pain is strong today.".to_owned(),
        Cause::FirstSessions => "Your first three sessions are short and light.".to_owned(),
        Cause::Sharp => "It felt sharp in the last 7 days.".to_owned(),
        Cause::Numb => "It made something numb or tingle.".to_owned(),
        Cause::Dizzy => "You felt dizzy in a session.".to_owned(),
        Cause::Slipped => "A joint slipped in a session.".to_owned(),
        Cause::Bruise => "It left a bruise or sore skin.".to_owned(),
        Cause::Worse => "You felt worse after a session.".to_owned(),
        Cause::Enough => "One of your last sessions was too much.".to_owned(),
        Cause::Unsure => "Part of your record was lost, so we play safe.".to_owned(),
        Cause::PressedToday => "You pressed firmly there today. Once a day is enough.".to_owned(),
        Cause::ChairFirst => "For you, chair and wall come before the floor.".to_owned(),
        Cause::Dose => "Kept to the limit of today.".to_owned(),
        Cause::LevelDown => "One step back for now.".to_owned(),
        Cause::LevelUp => "Three good sessions: a little longer.".to_owned(),
        Cause::EnoughOfIt => "This spot has its full time already.".to_owned(),
        Cause::OutOfTime => "To stay within the time.".to_owned(),
        Cause::NotInLibrary => "The library does not have it.".to_owned(),
    }
}

/// Several reasons in a row, each once.
pub fn causes(all: &[Cause]) -> String {
    let mut told: Vec<String> = Vec::new();
    for sentence in all.iter().map(|it| cause(*it)) {
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told.join(" ")
}

/// What to do about a reason, if it is something that the person told.
pub fn advice(cause: Cause) -> Option<&'static str> {
    match cause {
        Cause::Condition(id) => Some(catalog::condition_text(id).advice),
        Cause::Mark(_, trouble) => Some(catalog::trouble_text(trouble).advice),
        Cause::Slipped => Some("Ask a physio or doctor first."),
        Cause::Unanswered(_)
        | Cause::Where(_)
        | Cause::NotLookedOver
        | Cause::GentleMode
        | Cause::ComfortMode
        | Cause::StrongPain
        | Cause::FirstSessions
        | Cause::Sharp
        | Cause::Numb
        | Cause::Dizzy
        | Cause::Bruise
        | Cause::Worse
        | Cause::Enough
        | Cause::Unsure
        | Cause::PressedToday
        | Cause::Paused(_)
        | Cause::NoTool(_)
        | Cause::ChairFirst
        | Cause::Dose
        | Cause::LevelDown
        | Cause::LevelUp
        | Cause::EnoughOfIt
        | Cause::OutOfTime
        | Cause::NotInLibrary => None,
    }
}

/// That a tool is not at hand, as the words of a switch and of a reason.
pub const fn no_tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Nothing | Tool::Hands => "Hands are not free",
        Tool::Ball => "No tennis ball here",
        Tool::TwoBalls => "No two balls in a sock here",
        Tool::Roller => "No roller here",
        Tool::Chair => "No chair here",
        Tool::Wall => "No free wall here",
        Tool::Mat => "No mat or floor here",
        Tool::Strap => "No strap or towel here",
        Tool::Towel => "No rolled towel here",
        Tool::Doorway => "No doorway here",
    }
}

/// What kind of session today's is; `None` for the standard one.
pub const fn mode(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Standard => None,
        Mode::Starter => Some("A light start: shorter holds and less pressure."),
        Mode::Gentle => {
            Some("Gentle today: shorter holds, light pressure, no body weight on a tool.")
        }
        Mode::Comfort => Some("Comfort only today: rest, slow breathing and easy moves."),
    }
}

/// How often such sessions are enough (clinical-evidence 1.4); nothing for the standard one, whose routine says it.
pub const fn how_often(mode: Mode) -> &'static str {
    match mode {
        Mode::Standard => "",
        Mode::Starter => "Every other day is enough.",
        Mode::Gentle => "3 to 5 short sessions a week are enough.",
        Mode::Comfort => "Several short times a day are fine.",
    }
}

/// The headline of what an answer locks.
pub const fn lock(act: Act) -> &'static str {
    match act {
        Act::Block => "Not for you yet",
        Act::Pause => "Not now",
        Act::Info | Act::Gentle | Act::Remove | Act::Comfort | Act::Clear => {
            "Ask a health professional first"
        }
        Act::Urgent => super::screening::level(crate::domain::screening::Level::Urgent).title,
        Act::Emergency => super::screening::level(crate::domain::screening::Level::Emergency).title,
    }
}

/// What such a lock means.
pub const fn lock_about(act: Act) -> &'static str {
    match act {
        Act::Block => "This app is made for people of 16 and over.",
        Act::Pause => "Put the session off. We ask again when you come back.",
        Act::Info | Act::Gentle | Act::Remove | Act::Comfort | Act::Clear => {
            "With this, self-massage and stretching wait until a doctor, nurse or physio says it is fine."
        }
        Act::Urgent => super::screening::level(crate::domain::screening::Level::Urgent).body,
        Act::Emergency => super::screening::level(crate::domain::screening::Level::Emergency).body,
    }
}

/// A next-day reply as a button.
pub const fn reply(reply: Reply) -> &'static str {
    match reply {
        Reply::Better => "Better",
        Reply::Same => "The same",
        Reply::BitSore => "A bit sore",
        Reply::Worse => "Worse",
    }
}

/// What a reply means, below its button.
pub const fn reply_about(reply: Reply) -> &'static str {
    match reply {
        Reply::Better => "Less pain or easier to move",
        Reply::Same => "No change",
        Reply::BitSore => "Up to 2 points more",
        Reply::Worse => "More than 2 points more, or for over a day",
    }
}

/// What follows from a reply (clinical-evidence 3.5).
pub const fn reply_means(reply: Reply) -> &'static str {
    match reply {
        Reply::Better | Reply::Same => "Good. You can go on as before.",
        Reply::BitSore => "A little soreness for a day or two is common. You can go on as before.",
        Reply::Worse => {
            "Thank you for telling us. Your next session is gentle, and what may have caused it is left out."
        }
    }
}

/// The first letter in lower case.
fn lower(sentence: &str) -> String {
    let mut lower = sentence.to_owned();
    if let Some(first) = lower.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    lower
}

/// The cards before a session, the routine page's changes and the settings.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod card {
    pub const PROGRESS: &str = "Question {} of at most {}";
    pub const LEAD: &str = "Tick what is true for you.";
    pub const FEW: &str = "Before you breathe slowly";
    pub const WHY: &str = "We only ask what this routine needs. It stays on this phone.";
    pub const CONTINUE: &str = "Continue";
    pub const BACK: &str = "Back";
    pub const CHANGE: &str = "Change";
    pub const NONE: &str = "None of these";
    pub const FOLLOW_UP: &str = "One more about that";
    pub const WEEKS: &str = "How many weeks?";
    pub const WEEKS_UNSURE: &str = "Not sure";
    pub const WHERE: &str = "Where is it?";
    pub const WHERE_LEAD: &str = "Tap every place. We leave those out.";
    pub const ALL_OVER: &str = "All over, or not sure";
    pub const BODY: &str = "Any sore or hurt spots?";
    pub const BODY_LEAD: &str = "Tick what you have, then where.";
    pub const BODY_NEED: &str = "Tap where it is, for each line you ticked.";
    pub const PAIN: &str = "How strong is the pain now?";
    pub const PAIN_LEAD: &str = "0 is none. 10 is the worst you can think of.";
    pub const PAIN_STRONG: &str =
        "That is strong. Today we keep to rest, breathing and easy moves.";
    pub const PAIN_WHERE: &str = "Where is it most?";
    pub const PAIN_TOLD: &str = "You told us {} out of 10 for your pain today.";
    pub const PAIN_SKIP: &str = "Skip this";
    pub const NO_PAIN: &str = "none";
    pub const WORST: &str = "worst";
    pub const REVIEW: &str = "Is this right?";
    pub const REVIEW_LEAD: &str = "You can change it here, and later in the settings.";
    pub const REVIEW_GO: &str = "Yes, go on";
    pub const NOTHING_TOLD: &str = "None of these";
    pub const UNREADABLE: &str = "Your earlier answers could not be read. Please answer again.";
    pub const SAID_FINE: &str = "A doctor, nurse or physio told me that gentle exercise is fine";
    pub const SAID_DAY: &str = "What day was that?";
    pub const SAID_LASTS: &str = "It counts for 3 months from that day. Then we ask again.";
    pub const SAID_GO: &str = "Confirm";
    pub const SAID_NEED: &str = "Tick the line above first.";
    pub const CHECKED_NEED: &str = "Tick the line above and choose a day on or after your answer.";
    pub const CHANGE_ANSWER: &str = "Change my answer";
    pub const BREATHE: &str = "Slow breathing is fine";
    pub const BREATHE_WHY: &str = "It stays open for you: two minutes, on a chair.";
    pub const BREATHE_GO: &str = "Breathe slowly";
    pub const NEXT_DAY: &str = "How is it since your last session?";
    pub const STILL: &str = "Is it still worse?";
    pub const NEXT_DAY_LEAD: &str = "Compared with before that session.";
    pub const REPLIED: &str = "Noted";
    pub const TALK: &str = "Talk to a physio or doctor";
    pub const TALK_WHY: &str = "It was worse twice, or for more than two days. Massage of that area waits until you have asked.";
    pub const TALK_SLIP: &str = "A joint slipped more than once. Ask before you go on.";
    pub const TALKED: &str = "I have asked, and I may go on";
    pub const TALKED_NEXT: &str = "What was paused opens again.";
    pub const LIST_NEXT: &str = "First we look at the warning signs again.";
    pub const NOTHING_LEFT: &str = "Nothing of this routine is left for you today";
    pub const NOTHING_LEFT_WHY: &str = "What you told us leaves every step out. These stay gentle.";
}

/// What a routine page says of changes.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod changes {
    pub const HEADING: &str = "Changed for you";
    pub const SWAPPED: &str = "{} in place of {}";
    pub const LEFT_OUT: &str = "Left out";
    pub const SHORTER: &str = "{}, not {}";
    pub const ONE_TIME: &str = "1 step has another time";
    pub const TIMES: &str = "{} steps have another time";
    pub const TOTAL: &str = "{} in all";
    pub const PRESS: &str = "Press or pull to {} out of 10 at most.";
    pub const AT_MOST: &str = "at most {} of 10";
    pub const ASK_ONE: &str =
        "One short card of questions comes first. Then the steps are fitted to you.";
    pub const ASK_MANY: &str =
        "{} short cards of questions come first. Then the steps are fitted to you.";
    pub const NOT_SO: &str = "not for you today";
    pub const SUITED: &str = "These may suit you better";
    pub const EXERCISE_OUT: &str = "Left out for you.";
    pub const EXERCISE_WAITS: &str = "Not open to you now.";
}

/// The settings' part about health answers.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod settings {
    pub const HEADING: &str = "Your health answers";
    pub const LEAD: &str = "They shape every routine and stay on this phone.";
    pub const NONE: &str = "Nothing told yet. We ask before a session.";
    pub const NOTHING_APPLIES: &str = "You told us that nothing applies.";
    pub const SINCE: &str = "Told {}";
    pub const WEEKS: &str = "Week {}";
    pub const ERASE: &str = "Erase";
    pub const ERASE_ALL: &str = "Erase all health answers";
    pub const ERASE_ALL_BUT: &str = "An answer that locks the app stays until you were checked. Is this phone yours now? \"Erase everything\" below starts anew.";
    pub const ERASED: &str = "Erased. We ask again before a session.";
    pub const UNDO: &str = "Undo";
    pub const HELD: &str = "{} is left out: it made something numb or tingle.";
    pub const HELD_AREA: &str = "{}: no massage until a physio or doctor was asked.";
    pub const BODY: &str = "Look the body over again";
    pub const KEPT: &str = "This one locks the app. It ends only when you were checked.";
    pub const CLEARED: &str = "Said to be fine {}. We ask again after 3 months.";
    pub const LEAVE_GENTLE: &str = "Two good weeks. You may leave gentle sessions.";
    pub const LEAVE_GENTLE_GO: &str = "Leave gentle sessions";
}
