//! This week in a few calm lines, the plan beside it, and advice on the course.

use leptos::prelude::event_target_value;

use crate::app::App;
use crate::app::journal::today;
use crate::app::routes::Route;
use crate::domain::outcome::{
    Advice, adherence, advice as advice_of, days_of_week, measures, planned, planned_in,
    week_start, weeks_in_a_row, weeks_of,
};
use crate::domain::time::LocalDay;
use crate::i18n::format::fill;
use crate::i18n::progress as words;
use crate::ui::components::{link, section};
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, classed, nodes, nothing, several, tag, worded};

/// The six-week rule, the "worse" rule and flares.
pub(super) fn advice(app: &'static App) -> Node {
    if !app.journal.is_whole() {
        return nothing();
    }
    let today = today();
    let found = app.journal.read(|it| advice_of(it, &measures(it, today), today));
    several(found.into_iter().map(advice_panel).collect())
}

fn advice_panel(advice: Advice) -> Node {
    let (heading, lines) = words::advice(advice);
    let lines = lines.iter().map(|line| worded("p", "", *line));
    let signs = (advice == Advice::Flare)
        .then(|| link("button button-quiet", Route::Check(None).fragment(), words::CHECK_SIGNS));
    classed("section", "panel advice")
        .set("data-role", "advice")
        .set("data-advice", advice.slug())
        .child(worded("h2", "", heading))
        .children(lines)
        .children(signs)
        .done()
}

/// What was done this week, weeks in a row, and the plan.
pub(super) fn overview(app: &'static App) -> Node {
    let today = today();
    let (weeks, done) = app.journal.read(|it| (weeks_of(it, today), days_of_week(it, today)));
    let (plan, meant) =
        app.journal.read(|it| (planned(it, today), planned_in(it, week_start(today))));
    let this = weeks.last().filter(|it| it.monday == week_start(today));
    let line = match this.filter(|it| it.sessions > 0) {
        Some(it) => {
            let (sessions, minutes) = (words::sessions(it.sessions), words::minutes(it.minutes()));
            fill(words::SESSIONS, &[&sessions, &minutes])
        }
        None => words::NO_SESSION_WEEK.to_owned(),
    };
    let row = weeks_in_a_row(&weeks, today);
    // What needs all sessions waits for those of long ago.
    let is_whole = app.journal.is_whole();
    let row =
        (row > 1 && is_whole).then(|| told("streak", fill(words::IN_A_ROW, &[&row.to_string()])));
    let kept = adherence(&weeks, today).filter(|_| is_whole).map(|(done, meant)| {
        let line = fill(words::ADHERENCE, &[&done.to_string(), &meant.to_string()]);
        told("adherence", line)
    });
    let panel = classed("div", "panel")
        .set("data-role", "this-week")
        .child(week_dots(today, done))
        .child(told("week-line", line))
        .children(row)
        .children(plan.map(|it| {
            let left = meant.unwrap_or_default().saturating_sub(this.map_or(0, |it| it.days));
            told("plan", plan_line(u32::from(it.1.days.get()), left))
        }))
        .children(kept)
        .child(plan_field(app, plan.map_or(0, |it| it.1.days.get())));
    section(words::THIS_WEEK, nodes![panel.done()])
}

/// The plan, and how many of this week's days it still has.
fn plan_line(planned: u32, left: u32) -> String {
    let next = if left == 0 {
        words::PLAN_MET.to_owned()
    } else {
        fill(words::PLAN_LEFT, &[&words::days(left)])
    };
    [&fill(words::PLANNED, &[&words::days(planned)]), " ", &next].concat()
}

/// How many days a week the person plans.
fn plan_field(app: &'static App, chosen: u16) -> Node {
    let options = (0..=7_u16).map(move |days| {
        let words =
            if days == 0 { words::PLAN_NO.to_owned() } else { words::days(u32::from(days)) };
        tag("option")
            .set("value", days.to_string())
            .flag("selected", days == chosen)
            .words(words)
            .done()
    });
    let list = tag("select")
        .set("id", "plan-days")
        .set("name", "plan-days")
        .on("change", move |event| {
            app.journal.plan_days(event_target_value(&event).parse().unwrap_or(0));
        })
        .children(options);
    let label = tag("label").set("for", "plan-days").words(words::PLAN_FIELD);
    classed("div", "field").child(label).child(list).done()
}

/// Seven days, Monday first: a tick where there was a session.
fn week_dots(today: LocalDay, done: [bool; 7]) -> Node {
    let monday = week_start(today);
    let days = (0_i32..).zip(done).map(|(nth, done)| {
        let day = LocalDay::from_days(monday.days().saturating_add(nth));
        let name = words::weekday_name(day);
        let at = usize::try_from(nth).unwrap_or_default();
        let short = words::WEEKDAYS_SHORT.get(at).copied().unwrap_or_default();
        let said = fill(if done { words::DONE_ON } else { words::NOT_ON }, &[name]);
        let mark = classed("span", "week-mark").set("aria-hidden", "true");
        let mark = mark.children(done.then(|| icon(Picture::Tick)));
        let item = tag("li")
            .flag("data-done", done)
            .flag("data-today", day == today)
            .child(classed("span", "small").set("aria-hidden", "true").words(short))
            .child(mark)
            .child(worded("span", "visually-hidden", said));
        item.done()
    });
    classed("ol", "week-days").children(days).done()
}

/// A line that clients find by its role.
fn told(role: &'static str, line: String) -> Node {
    tag("p").set("data-role", role).words(line).done()
}
