//! Words of the share screen: ways to send a routine on, the calendar, and the page for print.

use super::format;
use crate::domain::shared::Maker;

/// The headline.
pub const HEADLINE: &str = "Share";
/// Under it.
pub const LEAD: &str =
    "The link holds the whole routine. It needs no account, and it does not run out.";
/// Under the headline where the link is too long.
pub const TOO_LONG: &str = "Its notes are too long for a link. Shorten them, or save it as text.";
/// What was sent stays with whoever has it.
pub const WHO_SEES: &str = "Whoever has the link sees what is in it: names, notes and doses. \
    It holds none of your health answers.";

/// The link itself.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod link {
    pub const HEADING: &str = "The link";
    pub const FIELD: &str = "Link to the routine";
    pub const COPY: &str = "Copy the link";
    pub const COPIED: &str = "Copied. Paste it into any message.";
    pub const NOT_COPIED: &str = "Could not copy. Mark the link above and copy it by hand.";
    pub const SEND: &str = "Send with another app";
    pub const WHATSAPP: &str = "WhatsApp";
    pub const TEXT: &str = "Text message";
    pub const MAIL: &str = "E-mail";
    pub const SAVE_TEXT: &str = "Save as text";
    pub const NOT_SAVED: &str = "This browser does not save files here.";
}

/// The square code.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod code {
    pub const HEADING: &str = "Square code";
    pub const LEAD: &str = "Let them point their phone's camera at it.";
    pub const SHOW: &str = "Show the code";
    pub const HIDE: &str = "Hide the code";
    pub const NAME: &str = "Square code with the link to the routine";
    pub const TOO_LONG: &str = "This link is too long for a code that a phone can read. Send it.";
}

/// For clinical notes.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod notes {
    pub const HEADING: &str = "For your notes";
    pub const LEAD: &str = "The routine as plain text, without the link.";
    pub const SHOW: &str = "Show the text";
    pub const COPY: &str = "Copy the text";
    pub const COPIED: &str = "Copied.";
    pub const NOT_COPIED: &str = "Could not copy. Mark the text and copy it by hand.";
}

/// The calendar file.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod calendar {
    pub const HEADING: &str = "Calendar";
    pub const NO_SCHEDULE: &str =
        "This routine does not say how often to do it, so there is nothing for a calendar yet.";
    pub const FIRST: &str = "First day";
    pub const TIME: &str = "Time";
    pub const TIME_OF: &str = "Time {}";
    pub const REMINDER: &str = "Reminder";
    pub const AT_START: &str = "When it starts";
    pub const MINUTES_BEFORE: &str = "{} minutes before";
    pub const SAVE: &str = "Save for the calendar";
    pub const SAVED: &str = "Saved. Open the file to add the sessions. They end with the plan.";
}

/// The page for print.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod paper {
    pub const HEADING: &str = "On paper";
    pub const LEAD: &str = "One or two pages with pictures, doses and boxes to tick.";
    pub const PRINT: &str = "Print";
    pub const CODE: &str = "Point your phone's camera at the code. It opens the routine with \
        voice and timer, in any phone browser, with no account. After that it works offline.";
    pub const NOTE: &str = "Note";
    pub const FROM: &str = "From";
    pub const TICK: &str = "Tick each time";
    pub const WEEK: &str = "Week {}";
    pub const STOP: &str = "Stop and get help";
    pub const STOP_WHEN: &str = "Stop if it hurts sharply, or if you feel numb, weak or dizzy. \
        New numbness between the legs, trouble with bladder or bowel, or weak legs: \
        call an ambulance. So also for chest pain or trouble breathing.";
    pub const GUIDANCE: &str = "General guidance. It cannot examine you and does not replace \
        care from a health professional.";
    pub const AT_MOST: &str = "At most 5 of 10, and less is fine.";
}

/// Who made it, behind a word that says so; `None` where nothing is said.
pub fn from(maker: &Maker) -> Option<String> {
    super::sharing::maker(maker)
}

/// "Time 2".
pub fn time_of(nth: usize, of: usize) -> String {
    if of == 1 {
        calendar::TIME.to_owned()
    } else {
        format::fill(calendar::TIME_OF, &[&nth.saturating_add(1).to_string()])
    }
}
