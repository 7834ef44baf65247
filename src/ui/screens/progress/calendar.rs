//! A month at a time: the days with a session, over civil days.

use leptos::prelude::{GetUntracked, RwSignal, Set, With};

use crate::app::App;
use crate::app::journal::today;
use crate::domain::outcome::{Journal, Month, weekday};
use crate::domain::time::LocalDay;
use crate::i18n::format::fill;
use crate::i18n::progress as words;
use crate::ui::components::{Look, action, section};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, live, nodes, tag, worded};

/// The calendar, this month first.
pub(super) fn calendar(app: &'static App, shown: RwSignal<Month>) -> Node {
    let earlier = action("earlier", words::EARLIER, Look::Quiet, move || {
        shown.set(shown.get_untracked().previous());
    });
    let later = action("later-month", words::LATER_MONTH, Look::Quiet, move || {
        let next = shown.get_untracked().next();
        if next <= Month::of(today()).0 {
            shown.set(next);
        }
    });
    let grid = live(move || {
        let month = shown.with(|it| *it);
        month_grid(month, &app.journal.read(|it| of_month(it, month)))
    });
    let turn = classed("div", "row calendar-turn").child(earlier).child(later).done();
    let panel = classed("div", "panel").set("data-role", "calendar").child(grid).child(turn);
    section(words::CALENDAR, nodes![panel.done()])
}

/// Sessions and minutes of each day of a month, by its place in it.
fn of_month(journal: &Journal, month: Month) -> Vec<(LocalDay, u32, u32)> {
    let mut days: Vec<(LocalDay, u32, u32)> = month.days().map(|it| (it, 0, 0)).collect();
    let first = month.first_day();
    for (day, session) in journal.sessions() {
        let nth = day.days_since(first).and_then(|nth| usize::try_from(nth).ok());
        if let Some(slot) = nth.and_then(|nth| days.get_mut(nth)) {
            slot.1 += 1;
            slot.2 += session.minutes();
        }
    }
    days
}

fn month_grid(month: Month, days: &[(LocalDay, u32, u32)]) -> Node {
    let head = words::WEEKDAYS.iter().zip(words::WEEKDAYS_SHORT).map(|(name, short)| {
        tag("th")
            .set("scope", "col")
            .child(worded("span", "visually-hidden", *name))
            .child(classed("span", "small").set("aria-hidden", "true").words(short))
            .done()
    });
    let mut rows: Vec<Vec<Node>> = Vec::new();
    for (day, sessions, minutes) in days {
        let at = usize::from(weekday(*day));
        if at == 0 || rows.is_empty() {
            rows.push(Vec::new());
        }
        if let Some(row) = rows.last_mut() {
            while row.len() < at {
                row.push(tag("td").done());
            }
            row.push(cell(*day, *sessions, *minutes));
        }
    }
    let rows = rows.into_iter().map(|row| tag("tr").children(row).done());
    tag("table")
        .set("class", "calendar")
        .child(tag("caption").words(words::month(month)))
        .child(tag("thead").child(tag("tr").children(head)))
        .child(tag("tbody").children(rows))
        .done()
}

fn cell(day: LocalDay, sessions: u32, minutes: u32) -> Node {
    let number = Month::of(day).1.to_string();
    let done = sessions > 0;
    let said = done.then(|| {
        let (sessions, minutes) = (words::sessions(sessions), words::minutes(minutes));
        let line = fill(words::SESSIONS, &[&sessions, &minutes]);
        worded("span", "visually-hidden", [": ", &line].concat())
    });
    let mark = done.then(|| classed("span", "calendar-mark").child(icon(Picture::Tick)).done());
    tag("td")
        .flag("data-done", done)
        .flag("data-today", day == today())
        .set("data-day", day.days().to_string())
        .words(number)
        .children(mark)
        .children(said)
        .done()
}
