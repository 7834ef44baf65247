//! Saving, taking in and erasing data, and what the app says about itself.

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

pub const HEADING: &str = "Your data";
pub const LEAD: &str =
    "All you note stays on this phone. A copy is yours to keep or to move to another phone.";
pub const LASTING: &str = "Your browser says it will keep what is stored here.";
pub const PASSING: &str =
    "Your browser may clear what is stored here when room runs short. Save a copy now and then.";
pub const SAVE: &str = "Save a copy of everything";
pub const TABLE: &str = "Save a table for a spreadsheet";
pub const SAVED: &str = "The file is on its way to your downloads. It holds health answers, and the key to sealed replies if you made one. Keep it safe.";
pub const ROUTINES_SAVED: &str = "The file is on its way to your downloads.";
pub const TAKE: &str = "Take in a copy";
pub const TAKE_HINT: &str =
    "A file that this app saved. You see what it will do before anything changes.";
pub const WORKING: &str = "One moment…";
pub const LOOKING: &str = "Looking through the file…";
pub const TAKING: &str = "Taking it in…";
pub const STOP: &str = "Stop";
pub const STOPPED: &str = "Stopped. Nothing was changed.";
pub const CANCEL: &str = "Leave it";
pub const OFFER: &str = "This is what the file will do";
pub const OFFER_GO: &str = "Take it in";
pub const ADDED: &str = "{} records are new here";
pub const REPLACED: &str = "{} records take the place of an earlier version";
pub const KNOWN: &str = "{} are here already and stay as they are";
pub const TAKEN: &str = "{} settings, routines and keys are taken";
pub const OWN_ASK: &str = "Are the health answers in it your own?";
pub const OWN_WHY: &str =
    "They decide what is safe for you. If they are not yours, we ask you afresh.";
pub const OWN: &str = "Yes, they are mine. Take them too";
pub const KEPT: &str = "{} settings, answers, routines and keys of this phone stay as they are";
pub const LEFT_OUT: &str = "{} cannot be read and are left out";
pub const NOTHING_NEW: &str = "All of it is here already.";
pub const ERASE: &str = "Erase everything";
pub const ERASE_LEAD: &str = "Sessions, ratings, answers, routines and settings go from this app, and so does the key to sealed replies. It cannot be undone. Save a copy first if you may want it back.";
pub const ERASE_LIMIT: &str =
    "The app itself stays. The phone may hold traces on its disk until it writes over them.";
pub const ERASE_SURE: &str = "Erase it all for good?";
pub const ERASE_GO: &str = "Yes, erase everything";
pub const ERASE_NOT: &str = "No, keep it";
pub const TOO_LARGE: &str =
    "This file is too large to be a copy from this app. Nothing was changed.";
pub const NOT_OURS: &str = "This is no copy from this app, or it is cut off. Nothing was changed.";
pub const NEWER: &str =
    "A newer version of the app made this file. Update the app first. Nothing was changed.";
pub const NOT_KEPT: &str =
    "There was no room to keep it, or the browser refused. Nothing was changed.";
pub const NOT_ERASED: &str =
    "Not everything could be erased. Close other tabs of this app, then try again.";
pub const NOT_READ: &str = "What is kept here could not be read just now, so nothing was done. Close other tabs of this app, then try again.";
pub const NOT_SAVED: &str = "This browser does not save files here.";

pub const LANGUAGE: &str = "Language";
pub const LANGUAGE_ONLY: &str = "English. There is no other language yet.";
pub const TEXT: &str = "Size of words";
pub const TEXT_NORMAL: &str = "As the phone";
pub const TEXT_LARGE: &str = "Large";
pub const TEXT_LARGER: &str = "Larger";
pub const RIGHT_FIRST: &str = "Begin with the right side";
pub const TOOLS: &str = "What I have at hand";
pub const TOOLS_LEAD: &str = "What you leave unticked is swapped for something else.";

pub const ABOUT: &str = "About";
pub const VERSION: &str = "Version {}";
pub const REVIEWED: &str =
    "Reviewed by: nobody yet. A physiotherapist has not looked over these routines so far.";
pub const LICENCE: &str = "Free to use and to change, under the MIT or the Apache 2.0 licence.";
pub const SOURCES: &str = "Where times and limits come from";
