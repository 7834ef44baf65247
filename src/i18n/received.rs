//! Words about a routine that came with a link: its page, what is wrong with a link, and opening one.

use crate::domain::body::Position;

/// How to get into place for an exercise that its maker described.
pub const fn set_up(position: Position) -> &'static str {
    match position {
        Position::OnBack => "Lie on your back.",
        Position::FaceDown => "Lie face down.",
        Position::OnSide => "Lie on your side.",
        Position::FloorSitting => "Sit on the floor.",
        Position::Kneeling => "Kneel on something soft.",
        Position::Chair => "Sit on a firm chair.",
        Position::Wall => "Stand at a wall.",
        Position::Standing => "Stand with your feet apart.",
    }
}

/// What stands with an exercise that its maker described.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod described {
    pub const CUES: &[&str] = &["Keep it light.", "Breathe slowly.", "Stop if anything hurts."];
    pub const FEEL: &str = "Light and easy.";
    pub const CAUTIONS: &[&str] = &["Nobody has checked this one. Stop if anything hurts."];
    pub const EASIER: &str = "Go lighter and smaller, or rest until the bell.";
}

/// What is wrong with a link, and what to do.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod problem {
    pub const CUT_SHORT: &str = "The end of the link is missing";
    pub const CUT_SHORT_WAY: &str =
        "It was cut off on its way. Copy the whole message and paste it here, or ask for it again.";
    pub const DAMAGED: &str = "Something in the link has changed";
    pub const DAMAGED_WAY: &str = "It does not fit together any more, so we do not guess. Copy the whole message and paste it here, or ask for the link again.";
    pub const NEWER: &str = "A newer version made this link";
    pub const NEWER_WAY: &str =
        "Open the app once with a signal, so that it can update. Then open the link again.";
    pub const TOO_LONG: &str = "This is more than one routine may hold";
    pub const TOO_LONG_WAY: &str =
        "A routine has at most 100 steps and 4 hours. Ask who sent it to make it shorter.";
    pub const EMPTY: &str = "There is nothing in this link";
    pub const EMPTY_WAY: &str = "Ask who sent it for the right link.";
    pub const NOT_A_LINK: &str = "We found no link of this app there";
    pub const NOT_A_LINK_WAY: &str =
        "A link has #r= or #p= in it. Copy the whole message, with the link, and paste it here.";
    pub const GONE: &str = "It is not open any more";
    pub const GONE_WAY: &str = "It was not saved on this phone. Open its link again from the message, or paste the message here.";
}

/// The page of a routine that somebody made.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod page {
    pub const FROM: &str = "From";
    pub const FROM_NOBODY: &str = "It does not say who made it.";
    pub const DATED: &str = "They dated it {}.";
    pub const CHECKED: &str = "Checked for you on {}.";
    pub const NOT_CHECKED: &str = "Before the first step we ask a few questions and fit it to you.";
    pub const NOTE: &str = "Their note";
    pub const NOTE_STEP: &str = "Their note. It is not from the app.";
    pub const HOW: &str = "How they describe it. It is not from the app.";
    pub const NEWER_PARTS: &str = "A newer version made this, and some of it cannot be shown here. Update the app, or ask who sent it.";
    pub const TEXT_CHANGED: &str =
        "Some of its words were too long or could not be shown, and were left out.";
    pub const UNKNOWN: &str =
        "This app does not know it, so it is not played. Update the app, or ask who sent it.";
    pub const CHANGED_ONE: &str = "1 of {} steps is changed for you. It says why below.";
    pub const CHANGED: &str = "{} of {} steps are changed for you. Each says why below.";
    pub const FOR_YOU: &str = "For you";
    pub const LEFT_OUT: &str = "Left out for you.";
    pub const IN_PLACE: &str = "{} in its place, {}.";
    pub const SECONDS: &str = "{} s, not {} s.";
    pub const SECONDS_TO: &str = "{} to {} s, not {} s.";
    pub const SETS: &str = "{} of {} sets.";
    pub const PRESSURE: &str = "Up to {} of 10.";
    pub const PAUSES_CUT: &str =
        "Their rests and times between steps are left out, to stay within the time.";
    pub const WITHOUT_PHYSIO: &str =
        "Steps with this sign are not played unless a physio said yes to you.";
    pub const KEEP: &str = "Keep it or hand it on";
    pub const SAVE: &str = "Save";
    pub const SAVED: &str = "Saved on this phone.";
    pub const SEE_KEPT: &str = "See my routines";
    pub const ADJUST: &str = "Change a copy";
    pub const EDIT: &str = "Change it";
    pub const IPHONE: &str = "Do you have Unknot on your home screen? Links open here, in the browser, and what you save here stays here. Copy the link, then paste it in the app.";
    pub const COPY: &str = "Copy the link";
    pub const COPY_FOR_APP: &str = "Copy for the app";
    pub const COPIED: &str = "Copied. Paste it into a message.";
    pub const COPIED_FOR_APP: &str = "Copied. In the app, tap Open a link and paste it.";
    pub const NOT_COPIED: &str =
        "The browser did not let us copy. Copy the message with the link instead.";
    pub const WAITING: &str = "Open the routine from the link";
}

/// Opening a link that somebody sent.
#[expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]
pub mod open {
    pub const HEADLINE: &str = "Open a link";
    pub const LEAD: &str =
        "Paste the link that somebody sent you, or the whole message it came in.";
    pub const FIELD: &str = "Link or message";
    pub const PASTE: &str = "Paste";
    pub const GO: &str = "Open it";
    pub const NOTHING: &str = "There is nothing to paste. Copy the message first.";
    pub const CODE: &str = "A square code on paper or a screen";
    pub const CODE_WHY: &str = "Point your phone’s own camera at it and tap the link that appears.";
    pub const OR_PHOTO: &str = "Or take a photo of it here.";
    pub const PHOTO: &str = "Photo of the code";
    pub const READING: &str = "Reading the photo…";
    pub const NO_CODE: &str =
        "No code was found in the photo. Go closer, in good light, and keep the code flat.";
    pub const IN_APP: &str = "On an iPhone, links open in the browser and not here. So copy the message there, and paste it here.";
    pub const PRIVATE: &str = "The photo stays on this phone.";
}
