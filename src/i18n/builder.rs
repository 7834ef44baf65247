//! Words of the builder. `{}` marks a place that `format::fill` fills.

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

use super::format;
use crate::domain::builder::EditError;
use crate::domain::shared::{MAX_STEPS, MAX_TOTAL_SECS};
use crate::domain::time::Span;

pub const HEADLINE: &str = "Make a routine";
pub const OWN_ROUTINE: &str = "Make a routine of your own, or for a client";
pub const UNDONE: &str = "Taken back.";
pub const REDONE: &str = "Done again.";
pub const SAVED: &str = "{} is saved among your routines.";
pub const TEMPLATE_SAVED: &str = "{} is a template now. New routines can start from it.";
pub const COPY_OF: &str = "Copy of {}";

/// Where a routine begins.
pub mod start {
    pub const LEAD: &str =
        "For a client, a friend or yourself. It becomes a link that plays on any phone.";
    pub const EMPTY: &str = "Start empty";
    pub const YOURS: &str = "Carry on with yours";
    pub const TEMPLATES: &str = "Your templates";
    pub const STOCK: &str = "Start from one of ours";
    pub const DRAFT: &str = "Draft";
    pub const STEPS: &str = "{} steps, {}";
    pub const ONE_STEP: &str = "1 step, {}";
    pub const DELETED: &str = "{} was deleted.";
    pub const BRING_BACK: &str = "Bring it back";
    pub const MISSING: &str = "This routine is not on this phone";
    pub const MISSING_WHY: &str = "Routines stay on the phone and in the browser where they were made. An empty one is not kept.";
    pub const NEW: &str = "Make a new one";
    pub const FROM_HERE: &str = "Make it mine";
    pub const WAITING: &str = "Reading your routines…";
}

/// The routine as a whole.
pub mod whole {
    pub const NAME: &str = "Name";
    pub const NAME_HINT: &str = "What the person sees. Up to 80 letters.";
    pub const OFTEN: &str = "How often";
    pub const SAY_OFTEN: &str = "Say how often";
    pub const TIMES: &str = "Times a day";
    pub const DAYS: &str = "Days a week";
    pub const WEEKS: &str = "Weeks";
    pub const WEEKS_HINT: &str = "After 4 to 6 weeks it is worth a new look.";
    pub const NOTE: &str = "Note to the person";
    pub const NOTE_HINT: &str = "Up to 500 letters and 12 lines. Whoever has the link can read it, so keep names and health details out.";
    pub const FROM: &str = "Who made it";
    pub const FROM_HINT: &str =
        "Shown as what you say, unchecked. Kept on this phone for the next routine.";
    pub const MAKER_NAME: &str = "Your name";
    pub const PROFESSION: &str = "Your profession";
    pub const CONTACT: &str = "How to reach you";
    pub const DATED: &str = "Put today’s date on it";
    pub const PACE: &str = "Times between steps";
    pub const OWN_PACE: &str = "Set them for this routine";
    pub const PACE_HINT: &str =
        "Else each phone keeps its own. A new posture never gets less time than the person chose.";
    pub const FIRST: &str = "Get ready, first step";
    pub const SAME: &str = "Get ready, next step";
    pub const NEW: &str = "Get ready, new posture";
    pub const SWITCH: &str = "Switch sides";
    pub const AFTERCARE: &str = "After-care card, seconds";
    pub const SOUND: &str = "Sound";
    pub const AS_PHONE: &str = "As the phone is set";
    pub const QUIET_BELL: &str = "Quiet bell";
    pub const FULL_VOICE: &str = "Full voice";
    pub const MORE: &str = "This routine";
    pub const TEMPLATE: &str = "Save as a template";
    pub const COPY: &str = "Make a copy";
    pub const DELETE: &str = "Delete it";
    pub const KEPT: &str = "Kept on this phone as you go.";
    pub const KEPT_DRAFT: &str = "Draft, kept on this phone as you go.";
    pub const KEPT_SAVED: &str = "Saved among your routines. Changes are kept as you go.";
    pub const KEPT_TEMPLATE: &str = "A template. Changes are kept as you go.";
}

/// The steps and one step's fields.
pub mod step {
    pub const STEPS: &str = "Steps";
    pub const NONE: &str = "No steps yet. Add the first exercise.";
    pub const KEYS: &str = "Drag a step by its dots, or use its arrows. Keys: Alt and up or down.";
    pub const DRAG: &str = "Move {}, step {}";
    pub const UP: &str = "Move {} up";
    pub const DOWN: &str = "Move {} down";
    pub const COPY: &str = "Copy {}";
    pub const REMOVE: &str = "Delete {}";
    pub const MOVED: &str = "{} is step {} of {} now.";
    pub const IS_FIRST: &str = "{} is the first step already.";
    pub const IS_LAST: &str = "{} is the last step already.";
    pub const COPIED: &str = "{} is there twice now.";
    pub const REMOVED: &str = "{} is gone. Undo brings it back.";
    pub const ADDED: &str = "Added {}. Steps: {}.";
    pub const ADVISED: &str = "See advice";
    pub const TIME: &str = "Time of each hold";
    pub const COUNTED_IN: &str = "Counted in";
    pub const SECONDS: &str = "seconds";
    pub const BREATHS: &str = "breaths";
    pub const SETS: &str = "Sets";
    pub const REST: &str = "Rest after each set, seconds";
    pub const SIDES: &str = "Sides";
    pub const BOTH: &str = "Left, then right";
    pub const LEFT_ONLY: &str = "Left only";
    pub const RIGHT_ONLY: &str = "Right only";
    pub const RIGHT_FIRST: &str = "Right, then left";
    pub const PRESSURE: &str = "At most, out of 10";
    pub const NO_PRESSURE: &str = "Not said";
    pub const PRESSURES: [(&str, &str); 6] =
        [("", NO_PRESSURE), ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5")];
    pub const NOTE: &str = "Note to this step";
    pub const NOTE_HINT: &str = "Up to 500 letters. Shown as your word, not the app’s.";
    pub const PAGE: &str = "How this exercise goes";
    pub const CHANGE_CUSTOM: &str = "Change what it is";
    pub const LESS: &str = "{}: less";
    pub const MORE: &str = "{}: more";
}

/// Choosing what to add.
pub mod picker {
    pub const ADD: &str = "Add exercise";
    pub const TITLE: &str = "Add exercises";
    pub const UNDO: &str = "Undo";
    pub const DONE: &str = "Done";
    pub const OWN: &str = "Describe one of your own";
    pub const OWN_WHY: &str = "Not in the library?";
    pub const HINT: &str = "One tap adds. This stays open.";
}

/// Describing an exercise.
pub mod custom {
    pub const TITLE: &str = "Your own exercise";
    pub const NAME: &str = "Its name";
    pub const LINES: &str = "How it is done";
    pub const LINES_HINT: &str = "One line for each part. Up to 500 letters and 12 lines.";
    pub const SECS: &str = "Seconds";
    pub const AREA: &str = "Area";
    pub const POSITION: &str = "Position";
    pub const TWO_SIDED: &str = "Done on each side";
    pub const LIMITS: &str = "Nobody has checked it, so phones keep it short and light: 45 s a hold, 90 s a side in all, 2 of 10. Most health answers leave it out.";
    pub const ADD: &str = "Add it";
    pub const CHANGE: &str = "Change it";
    pub const CANCEL: &str = "Cancel";
    pub const NO_NAME: &str = "Give it a name first.";
}

/// Changing several steps at once.
pub mod bulk {
    pub const CHOOSE: &str = "Change several";
    pub const CHOSEN: &str = "Chosen: {}";
    pub const ALL: &str = "All";
    pub const NONE: &str = "None";
    pub const CHANGE: &str = "Change";
    pub const DELETE: &str = "Delete";
    pub const DONE: &str = "Done";
    pub const TITLE: &str = "Change the chosen steps";
    pub const SET: &str = "Set";
    pub const SET_NAMED: &str = "Set: {}";
    pub const CHANGED: &str = "Changed. Steps: {}.";
    pub const REMOVED: &str = "Deleted. Steps: {}. Undo brings them back.";
    pub const NOTHING: &str = "Choose a step first.";
    pub const HINT: &str = "Tap the steps that you want to change.";
}

/// Totals, advice and the bar.
pub mod bar {
    pub const TOTAL: &str = "Total and balance";
    pub const LEFT_RIGHT: &str = "Left {} · Right {}";
    pub const NO_SIDES: &str = "No one-sided holds";
    pub const SHARE_OF: &str = "{} {} %";
    pub const UNDO: &str = "Undo";
    pub const REDO: &str = "Redo";
    pub const SAVE: &str = "Save";
    pub const SHARE: &str = "Share";
    pub const ADVICE: &str = "Advice before you share it";
    pub const MORE_ADVICE: &str = "Show {} more";
    pub const SHOW_STEP: &str = "Show step {}";
    pub const SHARE_TITLE: &str = "Share it";
    pub const CLOSE: &str = "Close";
}

/// The link.
pub mod share {
    pub const LEAD: &str = "The link holds the whole routine. Nobody gets it unless you send it.";
    pub const LINK: &str = "Link";
    pub const COPY: &str = "Copy the link";
    pub const SEND: &str = "Send it";
    pub const COPIED: &str = "Copied. Paste it into a message.";
    pub const NOT_COPIED: &str = "Copying did not work. Hold the text above to copy it.";
    pub const EMPTY: &str = "There is nothing to share yet. Add a step first.";
    pub const TOO_LONG: &str = "This is too long for a link. Shorten the notes, or leave some out.";
    pub const MORE: &str = "Square code, paper, calendar";
    pub const SENT_TITLE: &str = "Routine: {}";
}

/// Adding from an exercise's own page.
pub mod addition {
    pub const ADD: &str = "Add to my routine";
    pub const DONE: &str = "Added as step {} of “{}”.";
    pub const OPEN: &str = "Open the routine";
    pub const UNDO: &str = "Undo";
    pub const UNDONE: &str = "Taken out again.";
}

/// Why an edit was not done.
pub fn refused(error: EditError) -> String {
    match error {
        EditError::NoSuchStep { .. } | EditError::NotCustom { .. } => {
            "That step has changed. Nothing was done.".to_owned()
        }
        EditError::TooManySteps { .. } => format::fill(
            "A routine has at most {} steps. Nothing was done.",
            &[&MAX_STEPS.to_string()],
        ),
        EditError::TooLong { .. } => format::fill(
            "A routine lasts at most {}. Nothing was done.",
            &[&format::minutes(Span::from_secs(MAX_TOTAL_SECS))],
        ),
    }
}
