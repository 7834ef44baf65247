//! The sessions of the plan as a file for the calendar.

use std::sync::{Arc, Mutex, PoisonError};

use super::{part, said};
use crate::app::sharing::{self, Wishes};
use crate::domain::shared::{Schedule, SharedRoutine};
use crate::i18n::share::{calendar as words, link, time_of};
use crate::i18n::{format, sharing as text};
use crate::ui::components::{Look, action};
use crate::ui::markup::{Node, classed, nodes, tag, worded};
use leptos::prelude::{RwSignal, Set, event_target_value};

/// Minutes before a session at which a reminder may come.
const REMINDERS: [u16; 4] = [0, 10, 30, 60];
/// The one that is chosen at first.
const REMINDER: u16 = 10;

type Wished = Arc<Mutex<Wishes>>;

/// The part with first day, times and reminder.
pub(super) fn calendar(routine: &'static SharedRoutine) -> Node {
    let Some(schedule) = routine.schedule else {
        return part("calendar", words::HEADING, nodes![worded("p", "", words::NO_SCHEDULE)]);
    };
    let proposed = sharing::proposed_minutes(schedule.times);
    let wishes = Wishes { first: sharing::today(), at: proposed, reminder: REMINDER };
    let fields = fields(&wishes);
    let plan: Wished = Arc::new(Mutex::new(wishes));
    let mut rows = nodes![first(&fields.0, &plan)];
    rows.extend(fields.1.iter().enumerate().map(|(nth, at)| time(nth, fields.1.len(), at, &plan)));
    rows.push(reminder(&plan));
    let often = worded("p", "", [&text::schedule(schedule), "."].concat());
    let panel = classed("div", "panel").all(rows).done();
    let told = RwSignal::new("");
    let save = save(routine, schedule, plan, told);
    part("calendar", words::HEADING, nodes![often, panel, save, said(told)])
}

/// What the fields show at first: the day, and each time.
fn fields(wishes: &Wishes) -> (String, Vec<String>) {
    let times = wishes.at.iter().map(|it| sharing::minute_text(*it)).collect();
    (sharing::day_text(wishes.first), times)
}

fn save(
    routine: &'static SharedRoutine,
    schedule: Schedule,
    plan: Wished,
    told: RwSignal<&'static str>,
) -> Node {
    action("calendar", words::SAVE, Look::Plain, move || {
        let wishes = plan.lock().unwrap_or_else(PoisonError::into_inner);
        let is_saved = sharing::save_calendar(routine, schedule, &wishes);
        told.set(if is_saved { words::SAVED } else { link::NOT_SAVED });
    })
}

fn first(shown: &str, plan: &Wished) -> Node {
    let plan = Arc::clone(plan);
    let field = tag("input")
        .set("id", "calendar-first")
        .set("name", "first")
        .set("type", "date")
        .set("value", shown.to_owned())
        .on("change", move |event| {
            if let Some(day) = sharing::day_of(&event_target_value(&event)) {
                plan.lock().unwrap_or_else(PoisonError::into_inner).first = day;
            }
        });
    labelled("calendar-first", words::FIRST.to_owned(), field.done())
}

fn time(nth: usize, of: usize, shown: &str, plan: &Wished) -> Node {
    let plan = Arc::clone(plan);
    let id = ["calendar-time-", &nth.to_string()].concat();
    let field = tag("input")
        .set("id", id.clone())
        .set("name", "time")
        .set("type", "time")
        .set("value", shown.to_owned())
        .on("change", move |event| {
            let minute = sharing::minute_of(&event_target_value(&event));
            let mut now = plan.lock().unwrap_or_else(PoisonError::into_inner);
            if let (Some(minute), Some(at)) = (minute, now.at.get_mut(nth)) {
                *at = minute;
            }
        });
    labelled(id, time_of(nth, of), field.done())
}

fn reminder(plan: &Wished) -> Node {
    let plan = Arc::clone(plan);
    let options = REMINDERS.into_iter().map(|minutes| {
        let number = minutes.to_string();
        let words = if minutes == 0 {
            words::AT_START.to_owned()
        } else {
            format::fill(words::MINUTES_BEFORE, &[&number])
        };
        tag("option").set("value", number).flag("selected", minutes == REMINDER).words(words).done()
    });
    let list = tag("select")
        .set("id", "calendar-reminder")
        .set("name", "reminder")
        .on("change", move |event| {
            if let Ok(minutes) = event_target_value(&event).parse() {
                plan.lock().unwrap_or_else(PoisonError::into_inner).reminder = minutes;
            }
        })
        .children(options);
    labelled("calendar-reminder", words::REMINDER.to_owned(), list.done())
}

fn labelled(id: impl crate::ui::markup::Say, words: String, field: Node) -> Node {
    classed("div", "field").child(tag("label").set("for", id).words(words)).child(field).done()
}
