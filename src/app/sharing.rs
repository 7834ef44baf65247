//! Sending a routine on: link, message, square code, notes, calendar and paper.
//!
//! Nothing is written and nothing is sent by the app itself: the person's own apps do that.

use std::sync::{Mutex, PoisonError};

use super::library;
use super::playable::Playable;
pub use crate::codec::calendar::minutes as proposed_minutes;
pub use crate::codec::date_field::{day_of, day_text, minute_of, minute_text};
use crate::codec::file_name;
pub use crate::codec::qr::{Code, code};
use crate::codec::{calendar, link};
use crate::domain::builder::Draft;
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::shared::{Schedule, SharedRoutine, SideChoice, find, ids, totals, with_custom};
use crate::domain::side::Sides;
use crate::domain::time::LocalDay;
use crate::i18n::sharing;
use crate::platform::{clipboard, clock, file, location, print, share};

/// When the sessions of a plan are, as the person wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// The first day.
    pub first: LocalDay,
    /// Minutes of the day, one for each time a day.
    pub at: Vec<u16>,
    /// Minutes before each session at which the reminder comes.
    pub reminder: u16,
}

/// Routines of the library that were made ready to be sent; at most as many as the library holds.
static STOCK: Mutex<Vec<(u16, &'static SharedRoutine)>> = Mutex::new(Vec::new());

/// What can be played, as a routine that can be sent. It is made once, however often its page is visited.
pub fn made(playable: Playable) -> &'static SharedRoutine {
    let routine = match playable {
        Playable::Stock(routine) => routine,
        Playable::Shared(shared) => return &shared.routine,
    };
    let mut all = STOCK.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, known)) = all.iter().find(|(id, _)| *id == routine.id) {
        return known;
    }
    let draft = Draft::from_stock(routine, playable.name(), library::exercises());
    let made: &'static SharedRoutine = Box::leak(Box::new(draft.routine().clone()));
    all.push((routine.id, made));
    made
}

/// The whole address of a routine; `None` where it is too long for a link.
pub fn address(routine: &SharedRoutine) -> Option<String> {
    let payload = link::encode(routine).ok()?;
    Some([&location::page(), link::MARK, &payload].concat())
}

/// Length of a routine in seconds, after-care included.
pub fn secs(routine: &SharedRoutine) -> u32 {
    totals(routine, library::exercises()).secs
}

/// For each step, whether it has two sides.
pub fn two_sided(routine: &SharedRoutine) -> Vec<bool> {
    let exercises = with_custom(routine, library::exercises());
    let sided = |(step, id): (&crate::domain::shared::Step, ExerciseId)| {
        find(&exercises, id)
            .map_or(step.sides != SideChoice::Both, |it: &Exercise| it.sides != Sides::Together)
    };
    routine.steps.iter().zip(ids(routine)).map(sided).collect()
}

/// Name of a library exercise; `None` where this library does not hold it.
pub fn known_name(id: ExerciseId) -> Option<&'static str> {
    library::exercise(id).map(|it| library::name(it.id))
}

/// The routine as plain text for clinical notes, without its link.
pub fn summary(routine: &SharedRoutine) -> String {
    let sided = two_sided(routine);
    let sided = |at: usize| sided.get(at).copied().unwrap_or(false);
    sharing::summary(routine, secs(routine), &sided, &known_name)
}

/// What goes into a message, with the link.
pub fn message(routine: &SharedRoutine, link: &str) -> String {
    sharing::message(routine, secs(routine), link)
}

/// Whether the phone has a sheet of its own to hand a link on.
pub fn can_send() -> bool {
    share::can_share()
}

/// Opens that sheet, in a tap.
pub fn send(title: &str, link: &str) {
    share::share(title, link);
}

/// Copies a text, in a tap; whether that was done.
pub fn copy(text: &str, on_done: impl FnOnce(bool) + 'static) {
    clipboard::write(text, on_done);
}

/// Opens the browser's way to print the page, in a tap.
pub fn print() {
    print::page();
}

/// Saves the routine as a text file with its summary; whether the browser took it.
pub fn save_summary(routine: &SharedRoutine) -> bool {
    let name = file_name(sharing::title(routine), "txt");
    file::save(&name, "text/plain;charset=utf-8", &summary(routine))
}

/// Saves the plan as a calendar file; whether the browser took it.
pub fn save_calendar(routine: &SharedRoutine, schedule: Schedule, wishes: &Wishes) -> bool {
    let title = sharing::title(routine);
    let link = address(routine).unwrap_or_default();
    let minutes = u16::try_from(secs(routine).div_ceil(60)).unwrap_or(u16::MAX);
    let text = calendar::write(&calendar::Plan {
        title,
        about: &link,
        schedule,
        first: wishes.first,
        at: &wishes.at,
        minutes,
        reminder: wishes.reminder,
    });
    file::save(&file_name(title, "ics"), "text/calendar;charset=utf-8", &text)
}

/// Today, as the first day that is proposed.
pub fn today() -> LocalDay {
    clock::today()
}
