//! The charts: pain, activities and minutes, week by week.

use leptos::prelude::{Get, RwSignal, Set};

use crate::app::App;
use crate::app::journal::today;
use crate::domain::outcome::{
    Activities, Half, Journal, Kind, Measures, Trend, WeekDone, What, activities_noticed, measures,
    pain_noticed, week_start, weeks_of,
};
use crate::domain::time::LocalDay;
use crate::i18n::format::fill;
use crate::i18n::progress as words;
use crate::ui::components::chart::{Chart, Slot, Style, chart};
use crate::ui::components::{Look, action, pick, section};
use crate::ui::markup::{Node, Nodes, classed, live, nodes, several, tag, worded};

const WEEK_DAYS: i32 = 7;
/// Weeks that are shown at first: half a year.
pub(super) const FIRST_RANGE: &str = "26";

/// What the charts are drawn from.
struct Drawn {
    measures: Measures,
    weeks: Vec<WeekDone>,
    /// The first week with anything in it, and this one.
    span: (LocalDay, LocalDay),
    /// Whether the baselines are here, so that changes can be told.
    is_whole: bool,
    /// Whether it speaks to the person whose they are.
    speaks: bool,
}

/// The charts of a report on the days up to `last`, as far as there is anything in them.
pub(crate) fn charts_of(journal: &Journal, last: LocalDay) -> Nodes {
    let drawn = Drawn { speaks: false, ..drawn(journal, last, true) };
    let Drawn { measures, weeks, span, .. } = &drawn;
    let mut charts = Nodes::none();
    if !measures.days.is_empty() {
        charts.push(pain(&drawn, *span));
    }
    if !measures.weeks.is_empty() {
        charts.push(activities(&drawn, *span));
    }
    if !weeks.is_empty() {
        charts.push(minutes(&drawn, *span));
    }
    charts
}

/// All charts with the choice of how far back.
pub(super) fn charts(app: &'static App, range: RwSignal<&'static str>) -> Node {
    let drawn =
        std::sync::Arc::new(app.journal.read(|it| drawn(it, today(), app.journal.is_whole())));
    let weeks = weeks_between(drawn.span.0, drawn.span.1);
    let choice = (weeks > 6).then(|| choose_range(range));
    let shown = live(move || {
        let span = (cut(drawn.span, range.get()), drawn.span.1);
        several(nodes![pain(&drawn, span), activities(&drawn, span), minutes(&drawn, span)])
    });
    let anew = live(move || count_anew(app));
    section(words::OVER_WEEKS, choice.into_iter().chain([shown, anew]).collect())
}

/// "Count from today on", which the person alone decides (P6).
fn count_anew(app: &'static App) -> Node {
    if app.journal.today(Kind::Baseline).is_some() {
        let undo = action("undo", words::UNDO, Look::Quiet, move || {
            app.journal.take_back_today(Kind::Baseline);
        });
        let line = worded("p", "", words::SINCE_TODAY);
        return classed("div", "row").set("data-role", "baseline").child(line).child(undo).done();
    }
    let anew = action("count-anew", words::SINCE_BASELINE, Look::Quiet, move || {
        app.journal.note(What::Baseline);
    });
    classed("div", "stack")
        .set("data-role", "baseline")
        .child(anew)
        .child(worded("p", "small quiet", words::SINCE_BASELINE_WHY))
        .done()
}

fn choose_range(range: RwSignal<&'static str>) -> Node {
    let picks = words::RANGES.map(|(slug, name)| {
        pick("range", name, move || range.get() == slug, move || range.set(slug))
            .set("data-range", slug)
            .done()
    });
    classed("div", "picks")
        .set("role", "group")
        .set("aria-label", words::RANGE)
        .children(picks)
        .done()
}

fn drawn(journal: &Journal, today: LocalDay, is_whole: bool) -> Drawn {
    let (measures, weeks) = (measures(journal, today), weeks_of(journal, today));
    let this = week_start(today);
    let firsts = [
        measures.days.first().map(|it| it.0),
        measures.weeks.first().map(|it| it.0),
        weeks.first().map(|it| it.monday),
    ];
    let first = firsts.into_iter().flatten().min().map_or(this, week_start).min(this);
    Drawn { measures, weeks, span: (first, this), is_whole, speaks: is_whole }
}

fn weeks_between(first: LocalDay, last: LocalDay) -> i32 {
    last.days().saturating_sub(first.days()) / WEEK_DAYS + 1
}

/// The first week that is shown.
fn cut(span: (LocalDay, LocalDay), range: &str) -> LocalDay {
    let Ok(weeks) = range.parse::<i32>() else { return span.0 };
    let back = LocalDay::from_days(span.1.days().saturating_sub((weeks - 1) * WEEK_DAYS));
    span.0.max(back)
}

/// One slot a week, each with what `value` makes of it; `None` shows as a gap.
fn slots(
    span: (LocalDay, LocalDay),
    mut value: impl FnMut(LocalDay) -> Option<(u32, String)>,
) -> Vec<Slot> {
    let mondays = (0..weeks_between(span.0, span.1))
        .map(|nth| LocalDay::from_days(span.0.days().saturating_add(nth * WEEK_DAYS)));
    mondays
        .map(|monday| {
            let name = fill(words::WEEK_OF, &[&words::day_and_year(monday)]);
            match value(monday) {
                Some((value, words)) => Slot { name, value: Some(value), words },
                None => Slot { name, value: None, words: words::NO_VALUE.to_owned() },
            }
        })
        .collect()
}

/// The last value in each week, by its Monday; `values` are in order of days.
fn last_in<T: Copy>(values: &[(LocalDay, T)]) -> impl Fn(LocalDay) -> Option<T> {
    move |monday| {
        let end = values.partition_point(|it| week_start(it.0) <= monday);
        let last = values.get(end.checked_sub(1)?)?;
        (week_start(last.0) == monday).then_some(last.1)
    }
}

fn pain(drawn: &Drawn, span: (LocalDay, LocalDay)) -> Node {
    let all = &drawn.measures;
    let of = last_in(&all.weekly);
    let tenths = |half: Half| u32::from(half.halves()) * 5;
    let slots = slots(span, |monday| of(monday).map(|it| (tenths(it), words::half(it))));
    let few = slots.len() <= 30;
    let dots = all.days.iter().filter(|it| few && it.0 >= span.0).map(|&(day, pain)| {
        let along = day.days().saturating_sub(span.0.days()).saturating_mul(100) / WEEK_DAYS + 7;
        (u32::try_from(along).unwrap_or_default(), u32::from(pain.get()) * 10)
    });
    let noticed = all.weekly.first().filter(|_| drawn.is_whole).and_then(|it| pain_noticed(it.1));
    let said = all.pain.filter(|_| drawn.speaks).map(|Trend { baseline, now, label }| {
        let line = words::pain_result(baseline.1, now.1, label);
        result("pain", label.slug(), words::label(label), line)
    });
    let too_few = all.weekly.is_empty().then(|| worded("p", "quiet", words::PAIN_FEW));
    let picture = chart(Chart {
        slug: "pain",
        said: said.or(too_few),
        title: words::PAIN_CHART,
        lead: words::PAIN_CHART_LEAD,
        style: Style::Line,
        dots: dots.collect(),
        band: noticed.map(|it| (0, tenths(it), words::PAIN_BAND)),
        top: 100,
        slots,
    });
    part(picture)
}

fn activities(drawn: &Drawn, span: (LocalDay, LocalDay)) -> Node {
    let all = &drawn.measures;
    let of = last_in(&all.weeks);
    let mean = |it: Activities| u32::from(it.mean_tenths());
    let slots = slots(span, |monday| of(monday).map(|it| (mean(it), words::tenths(mean(it)))));
    let noticed = all
        .weeks
        .first()
        .filter(|_| drawn.is_whole)
        .and_then(|it| activities_noticed(it.1))
        .map(u32::from);
    let said = all.activities.filter(|_| drawn.speaks).map(|Trend { baseline, now, label }| {
        let line = words::activities_result(baseline.1.mean_tenths(), now.1.mean_tenths(), label);
        result("activities", label.slug(), words::label(label), line)
    });
    let few =
        (drawn.speaks && all.weeks.len() < 2).then(|| worded("p", "quiet", words::ACTIVITIES_FEW));
    let picture = chart(Chart {
        slug: "activities",
        said: said.or(few),
        title: words::ACTIVITIES_CHART,
        lead: words::ACTIVITIES_CHART_LEAD,
        style: Style::Line,
        dots: Vec::new(),
        band: noticed.map(|it| (it, 100, words::PAIN_BAND)),
        top: 100,
        slots,
    });
    let global = all.global.filter(|_| drawn.speaks).map(|it| {
        let line = fill(words::CHANGE_DONE, &[words::global(it)]);
        tag("p").set("data-role", "global").set("data-label", it.slug()).words(line).done()
    });
    several(global.into_iter().chain([part(picture)]).collect())
}

fn minutes(drawn: &Drawn, span: (LocalDay, LocalDay)) -> Node {
    let of = |monday: LocalDay| {
        let at = drawn.weeks.binary_search_by_key(&monday, |it| it.monday).ok()?;
        drawn.weeks.get(at)
    };
    let slots = slots(span, |monday| {
        let week = of(monday)?;
        let sessions = words::sessions(week.sessions);
        let mut line = fill(words::SESSIONS, &[&words::minutes(week.minutes()), &sessions]);
        if let Some(planned) = week.planned {
            let done = week.days.min(planned).to_string();
            line.push_str(&fill(words::OF_PLAN, &[&done, &words::days(planned)]));
        }
        Some((week.minutes() * 10, line))
    });
    let most = slots.iter().filter_map(|it| it.value).max().unwrap_or_default();
    // The scale ends at a round number of minutes.
    let top = most.div_ceil(200).max(1) * 200;
    let picture = chart(Chart {
        slug: "minutes",
        said: None,
        title: words::MINUTES_CHART,
        lead: words::MINUTES_CHART_LEAD,
        style: Style::Bars,
        dots: Vec::new(),
        band: None,
        top,
        slots,
    });
    part(picture)
}

fn part(picture: Node) -> Node {
    classed("div", "panel").child(picture).done()
}

/// The change in words, its label first.
fn result(measure: &'static str, slug: &'static str, label: &'static str, line: String) -> Node {
    tag("p")
        .set("data-role", "result")
        .set("data-measure", measure)
        .set("data-label", slug)
        .child(worded("strong", "", label))
        .words(". ")
        .words(line)
        .done()
}
