//! What screens say, one module a screen. `{}` marks a place that `format::fill` fills.

#![expect(
    missing_docs,
    reason = "each name says which words it stands for; the words are the documentation"
)]

/// Shared by several screens.
pub mod common {
    pub const NAME: &str = "Unknot";
    pub const LIBRARY: &str = "Library";
    pub const LEARN: &str = "Learn";
    pub const PROGRESS: &str = "Progress";
    pub const SETTINGS: &str = "Settings";
    pub const START: &str = "Start";
    pub const BACK_HOME: &str = "Back to home";
    pub const LEFT_SIDE: &str = "Left side";
    pub const RIGHT_SIDE: &str = "Right side";
    pub const BOTH_SIDES: &str = "Both sides";
    pub const EACH_SIDE: &str = "{} each side";
    pub const YES: &str = "Yes";
    pub const NO: &str = "No";
    pub const MAIN_MENU: &str = "Main";
    pub const FAVOURITE: &str = "Favourite";
    pub const FAVOURITE_OF: &str = "Favourite: {}";
    pub const ASK_FIRST: &str = "Ask your physio first";
    pub const NO_TOOL: &str = "Nothing needed";
}

/// Home.
pub mod home {
    pub const HEADLINE: &str = "Ease a sore back, hands free";
    pub const LEAD: &str = "A voice leads you through stretches and self-massage.";
    pub const TRY: &str = "Lower back, 10 minutes";
    pub const TRY_ABOUT: &str = "A good first one. Chair, wall, mat and ball.";
    pub const WHERE: &str = "Where is it?";
    pub const HOW_LONG: &str = "How many minutes?";
    pub const WITH_WHAT: &str = "What have you got?";
    pub const CHAIR_ONLY: &str = "Chair only";
    pub const POINT: &str = "Point at the body";
    pub const ALL: &str = "See the whole library";
    pub const OPEN: &str = "Open a link you were sent";
    pub const MAKE: &str = "For therapists: make a routine";
    pub const FITS: &str = "Also fits";
    pub const NEAR: &str = "Close to it";
    pub const CLOSEST: &str = "Closest match. {}";
    pub const NONE: &str = "No routine fits all of that. These come closest.";
    pub const EXERCISES: &str = "Single exercises: {}";
    pub const CLEAR: &str = "Clear answers";
    pub const RECENT: &str = "Done lately";
    pub const FAVOURITES: &str = "Favourites";
    pub const PRIVATE: &str = "What you tell this app stays on this phone. Nobody is watching, so in an emergency call for help yourself.";
    pub const NOT_CARE: &str = "General guidance on self-massage and stretching. It cannot examine you and does not replace care from a health professional.";
    pub const RESUME: &str = "You were in the middle of {}.";
    pub const RESUME_WHERE: &str = "Step {} of {}, {} left in it.";
    pub const RESUME_GO: &str = "Carry on";
    pub const RESUME_DROP: &str = "Let it go";
}

/// One routine.
pub mod routine {
    pub const NEEDS: &str = "What you need";
    pub const STEPS: &str = "Steps";
    pub const FOR_WHOM: &str = "Who it is for";
    pub const HOW_OFTEN: &str = "How often";
    pub const TOTAL: &str = "{} in all";
    pub const SKIP_NOTE: &str =
        "If an exercise page says to skip it and that fits you, press skip when it comes.";
}

/// The library: search, filters and what they find.
pub mod library {
    pub const ROUTINES: &str = "Routines";
    pub const EXERCISES: &str = "Exercises";
    pub const SEARCH: &str = "Search by place, tool or name";
    pub const CLEAR: &str = "Clear the search";
    pub const AREA: &str = "Area";
    pub const TOOL: &str = "Tool";
    pub const POSITION: &str = "Position";
    pub const MINUTES: &str = "Length";
    pub const LENGTHS: [(&str, &str); 5] = [
        ("5", "5 minutes"),
        ("10", "10 minutes"),
        ("15", "15 minutes"),
        ("20", "20 minutes"),
        ("30", "30 minutes"),
    ];
    pub const SHELF: &str = "Show";
    pub const ALL: &str = "Show all";
    pub const FAVOURITES: &str = "Favourites";
    pub const RECENT: &str = "Done lately";
    pub const COUNT: &str = "{} and {}";
    pub const ONE_ROUTINE: &str = "1 routine";
    pub const ROUTINES_FOUND: &str = "{} routines";
    pub const ONE_EXERCISE: &str = "1 exercise";
    pub const EXERCISES_FOUND: &str = "{} exercises";
    pub const NONE: &str = "Nothing found";
    pub const NONE_HEAD: &str = "Nothing fits that.";
    pub const NONE_WHY: &str =
        "Try another word, such as a place on the body, or let some filters go.";
    pub const NO_FAVOURITES: &str = "No favourites yet.";
    pub const NO_FAVOURITES_WHY: &str =
        "Tap the star beside a routine or exercise, and it waits here.";
    pub const NO_RECENT: &str = "No session yet.";
    pub const NO_RECENT_WHY: &str = "Routines that you have done come here.";
    pub const CONDITION: &str = "We sort by where you feel it, not by condition.";
    pub const CONDITION_WHY: &str = "Pick an area instead. The safety check then says what to leave out. For anything new or worse, ask your doctor or physio.";
    pub const SHOW_ALL: &str = "Show everything";
}

/// One exercise.
pub mod exercise {
    pub const NEVER: &str = "Where it is, and where never to press";
    pub const NEVER_MORE: &str = "Each of these places, and why";
    pub const SET_UP: &str = "Set up";
    pub const HOW: &str = "How to do it";
    pub const SKIP: &str = "Skip it if this is you";
    pub const EASIER: &str = "An easier way";
    pub const USED_IN: &str = "Routines with it";
    pub const SOURCES: &str = "Where the time comes from";
    pub const SOURCES_NOTE: &str = "Studies were small, and many were in healthy people.";
    pub const SEEN: &str = "The part we saw supports it.";
    pub const BACKGROUND: &str = "Only a page about it was seen.";
    pub const KNOWN: &str = "Known, not looked up.";
    pub const AREA: &str = "Area";
    pub const MUSCLES: &str = "Muscles";
    pub const TOOL: &str = "Tool";
    pub const POSITION: &str = "Position";
    pub const SIDES: &str = "Sides";
    pub const TOGETHER: &str = "Both at once";
    pub const EACH: &str = "One side, then the other";
    pub const TIME: &str = "Time";
    pub const LONGEST: &str = "At most";
    pub const STRENGTH: &str = "Strength";
    pub const AIM: &str = "Aim for {} out of 10, never above {}";
    pub const AIM_MASSAGE: &str = "3 to 4";
    pub const AIM_STRETCH: &str = "2 to 4";
    pub const AIM_LIGHT: &str = "2 to 3";
    pub const NEVER_ABOVE: &str = "Never above {} out of 10";
    pub const NO_STRENGTH: &str = "Nothing presses or pulls";
    pub const NONE_TO_SKIP: &str = "No one in particular. The stop rules still count.";
    pub const ASK_WHY: &str = "It is in no routine of ours. Show this page to your physio or doctor, and do it only if they say yes.";
}

/// Before a session: red flags and set-up. The questions themselves are in `screening`.
pub mod check {
    pub const LEAD: &str = "Tick what is true for you. Most people tick nothing.";
    pub const SHORT_LEAD: &str = "A quick look once a week. Tick what is new or worse.";
    pub const NOW_LEAD: &str = "Take your time. Tick what is true right now.";
    pub const CONTINUE: &str = "Go on with my ticks";
    pub const READY_HEADLINE: &str = "Get set";
    pub const READY_NEW: &str = "Nothing new. Start";
    pub const READY_GO_ON: &str = "Nothing new. Carry on";
    pub const READY_CHANGED: &str = "Yes, something is new";
    pub const SAVED_HERE: &str = "Your answers stay on this phone.";
    pub const THANKS: &str = "Thank you";
    pub const CLEARED_NEXT: &str = "Answer the questions again";
    pub const CLEARED_NEED: &str = "Tick the line above and choose a day on or after your answers.";
    pub const CALM: &str = "These signs do not say what is wrong. They say it needs checking.";
    pub const INFO_GO: &str = "I have read this";
    pub const UNREADABLE: &str = "Your earlier answers could not be read. Please answer again.";
    pub const TODAY: &str = "Today";
    pub const YESTERDAY: &str = "Yesterday";
    pub const DAYS_AGO: &str = "{} days ago";
    pub const WEEKS_AGO: &str = "{} weeks ago";
}

/// The player.
pub mod player {
    pub const TOTAL_LEFT: &str = "{} left";
    pub const GET_READY: &str = "Get ready";
    pub const WORK: &str = "Hold";
    pub const SWITCH: &str = "Switch sides";
    pub const REST: &str = "Rest";
    pub const AFTERCARE: &str = "After-care";
    pub const DONE: &str = "Done";
    pub const PAUSED: &str = "Paused";
    pub const PAUSE: &str = "Pause";
    pub const RESUME: &str = "Go on";
    pub const NEXT: &str = "Next";
    pub const BACK: &str = "Back";
    pub const RESTART: &str = "Again";
    pub const EXTEND: &str = "+15 s";
    pub const LONG_ENOUGH: &str = "This cannot be made longer.";
    pub const NOT_AGAIN: &str = "There is no time left to do this again.";
    pub const TOO_MUCH: &str = "Too much";
    pub const END: &str = "End";
    pub const UP_NEXT: &str = "Next: ";
    pub const MAKER_NOTE: &str = "Their note:";
    pub const LAST: &str = "This is the last part";
    pub const LEFT: &str = "left";
    pub const RIGHT: &str = "right";
    pub const STOPPED: &str = "The phone stopped the app for {}.";
    pub const STOPPED_WHY: &str = "You did not miss a step. It waited where you last heard it.";
    pub const CARRY_ON: &str = "Carry on from here";
    pub const JUMP: &str = "Jump to where the clock is";
    pub const LEAVE: &str = "Leave the session?";
    pub const LEAVE_WHY: &str = "It is paused and saved. You can carry on later today.";
    pub const STAY: &str = "Stay";
    pub const GO: &str = "Leave";
    pub const END_ASK: &str = "End the session here?";
    pub const END_WHY: &str = "What you did so far counts.";
    pub const END_YES: &str = "End it";
    pub const SCREEN_HINT: &str =
        "The screen may turn off. Set a longer screen time in your phone’s settings.";
    pub const SOUND_HINT: &str = "No bell on this phone right now. Watch the screen.";
    pub const VOICE_HINT: &str = "No voice on this phone. Read the lines here.";
    pub const NOT_SAVED: &str =
        "This phone cannot keep your place. If the app closes, the session starts over.";
}

/// The sheet behind "Too much".
pub mod too_much {
    pub const HEADLINE: &str = "Ease off by half";
    pub const PAUSED: &str = "The clock is paused. Let go a little and breathe out.";
    pub const ASK: &str = "Is it {} out of 10 or less now?";
    pub const YES: &str = "Yes, go on gently";
    pub const NO: &str = "No, skip it";
    pub const EASIER: &str = "Easier: {}";
    pub const STOP: &str = "Stop the session";
    pub const OTHER: &str = "It is something else";
    pub const WHAT: &str = "What do you feel?";
    pub const ENOUGH: &str = "That is enough for today";
    pub const ENOUGH_WHY: &str =
        "A few steps were too much. End with slow breathing, and be gentler next time.";
    pub const BREATHE: &str = "End with slow breathing";
    pub const KEEP_ON: &str = "Keep on, gently";
    pub const GO_ON: &str = "Go on";
}

/// After a session.
pub mod done {
    pub const HEADLINE: &str = "Well done";
    pub const EARLY: &str = "You stopped early, and that is fine";
    pub const WORKED: &str = "{} of massage and stretching";
    pub const NOT_SAVED: &str = "This session could not be saved on this phone.";
    pub const WHAT: &str = "What you did";
    pub const SKIPPED: &str = "skipped";
    pub const TOO_MUCH: &str = "too much";
    pub const NOT_REACHED: &str = "not reached";
    pub const EASED: &str = "eased";
    pub const AFTER: &str = "Now";
    pub const SEE: &str = "Numbness, weakness, fever, or trouble with pee or poo? Get help today.";
    pub const AGAIN: &str = "Do it again";
    pub const FINISH: &str = "Finish";
    pub const INSTALL: &str = "Keep Unknot on your home screen";
    pub const INSTALL_WHY: &str = "It opens like an app and works with no signal.";
    pub const INSTALL_GO: &str = "Add it";
    pub const INSTALL_IOS: &str = "Tap Share in your browser, then Add to Home Screen. Without it this browser may clear what is saved after a week without a visit.";
    pub const NOT_NOW: &str = "Not now";
}

/// Settings.
pub mod settings {
    pub const VOICE: &str = "Voice";
    pub const VOICE_ON: &str = "Speak the steps";
    pub const READER_TOO: &str = "Let my screen reader say the lines too";
    pub const READER_WHY: &str = "With the voice off, a screen reader says them by itself.";
    pub const VOICE_CHOICE: &str = "Which voice";
    pub const VOICE_AUTO: &str = "The phone’s own choice";
    pub const VOICE_NONE: &str = "This browser has no voice. The lines are shown on the screen.";
    pub const RATE: &str = "Speed";
    pub const HEAR: &str = "Hear it";
    pub const SAMPLE: &str = "Next: side of the hip. Left side.";
    pub const SOUND: &str = "Bell";
    pub const TONES: &str = "Sound";
    pub const SOFT_BELL: &str = "Soft bell";
    pub const TICK: &str = "Tick";
    pub const OFF: &str = "Off";
    pub const VOLUME: &str = "Loudness";
    pub const MIX: &str = "With music";
    pub const MIX_ON: &str = "Play along with my music";
    pub const MIX_OFF: &str = "Always heard, music may stop";
    pub const VIBRATE: &str = "Vibration (Android)";
    pub const TIMES: &str = "Times between steps, in seconds";
    pub const FIRST: &str = "Before the first step";
    pub const SAME: &str = "Before the next step";
    pub const NEW: &str = "When you move to floor, chair or feet";
    pub const SWITCH: &str = "To switch sides";
    pub const SCREEN: &str = "Screen";
    pub const AWAKE: &str = "Keep the screen on in a session";
    pub const THEME: &str = "Colours";
    pub const THEME_AUTO: &str = "As the phone";
    pub const THEME_LIGHT: &str = "Light";
    pub const THEME_DARK: &str = "Dark";
    pub const SAFETY: &str = "Safety answers";
    pub const SAFETY_NONE: &str = "Not answered yet.";
    pub const SAFETY_DONE: &str = "Answered. They stay on this phone.";
    pub const SAFETY_AGAIN: &str = "Answer again";
    pub const OFFLINE_READY: &str = "Ready offline";
    pub const OFFLINE_SAVING: &str = "Saving for offline…";
    pub const OFFLINE_FAILED: &str = "Could not save for offline. It will try again.";
    pub const OFFLINE_FULL: &str =
        "Storage full: could not save for offline. Free some space and open Unknot again.";
    pub const OFFLINE_NONE: &str = "This browser cannot keep the app offline.";
    pub const SAVED: &str = "Changes are kept as you make them.";
}

/// Messages about problems and news.
pub mod notice {
    pub const STORAGE: &str = "This browser does not let the app save. Sessions work, but settings and answers are lost when you close it.";
    pub const STORAGE_FULL: &str = "The phone’s space for this app is full, so the last change was not saved. Save a copy, then make room.";
    pub const LATE: &str = "The app cannot reach what is kept here. If it is open in another tab, close that tab. What you note waits until then.";
    pub const LOST: &str =
        "Your browser has lost what was kept here. If you saved a copy, take it in again.";
    pub const NEWER: &str = "What is saved here was made by a newer version. It is kept as it is, and nothing new is saved.";
    pub const DAMAGED: &str = "Some saved settings could not be read and are back to normal.";
    pub const UPDATE: &str = "A new version is ready.";
    pub const UPDATE_GO: &str = "Use it now";
    pub const OFFLINE_READY: &str = "Ready offline. You can use it with no signal now.";
    pub const OK: &str = "OK";
    pub const WORDS: &str =
        "Some words of the library could not be read. Reload the page when you have a signal.";
    pub const PROGRESS_UNKEPT: &str = "This browser keeps no record of sessions. What you do and rate lasts until you close the page.";
    pub const ROUTINES: &str =
        "Some of your routines could not be read. They are kept as they are.";
    pub const ROUTINES_UNKEPT: &str =
        "This browser keeps no routines. What you make here lasts until you close the page.";
    pub const ANSWERS: &str =
        "Some of your health answers could not be read. We ask again, and go gently until then.";
    pub const SESSION_CHANGED: &str =
        "Your answers have changed, so that session cannot go on. Start the routine anew.";
    pub const SESSION_GONE: &str = "The saved session could not be read, so it was let go.";
}

/// Learn and its articles.
pub mod learn {
    pub const LEAD: &str = "Short reads: how to do it well, and when not to.";
    pub const TECHNIQUES: &str = "Ways to massage and stretch";
    pub const CARE: &str = "Before and after";
    pub const GUIDES: &str = "Good to know";
    pub const EXERCISES: &str = "Exercises of this kind";
    pub const ZONES: &str = "All the places";
    pub const CARDS: &str = "All the cards";
    pub const SOURCES: &str = "Where this comes from";
    pub const SOURCES_NOTE: &str =
        "The numbers in the text point here. No study has tested this app.";
}

/// What a screen shows while its part of the app is on its way.
pub mod waiting {
    pub const HEADLINE: &str = "One moment";
    pub const WHY: &str = "The rest of the app is on its way. It needs a signal this once.";
}

/// An address that leads nowhere.
pub mod not_found {
    pub const HEADLINE: &str = "Nothing here";
    pub const WHY: &str = "This address is not one of ours, or the routine has another name now.";
}
