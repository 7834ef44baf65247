//! The page for print: dark on white in every theme, one or two sheets of A4 or Letter.

use super::code;
use crate::app::figures::Easel;
use crate::app::playable::Playable;
use crate::app::{App, library, sharing};
use crate::domain::exercise::{Exercise, ExerciseId};
use crate::domain::shared::{Schedule, SharedRoutine, SideChoice, Step, What, ids};
use crate::domain::side::Side;
use crate::i18n::share::paper as words;
use crate::i18n::{format, share, sharing as text};
use crate::ui::components::figure::{Pose, Shown, drawing, easel, first_side};
use crate::ui::components::{Look, action};
use crate::ui::markup::{Node, Nodes, Tag, classed, following, nodes, tag, worded};

/// Most weeks with boxes to tick; a longer plan is looked at again before that.
const MOST_WEEKS: u16 = 12;

/// The part of the screen with the page in it, as it will be printed.
pub(super) fn section(
    app: &'static App,
    playable: Playable,
    routine: &'static SharedRoutine,
    address: Option<&str>,
) -> Node {
    let lead = classed("div", "stack no-print")
        .child(worded("h2", "", words::HEADING))
        .child(worded("p", "", words::LEAD))
        .child(action("print", words::PRINT, Look::Plain, sharing::print));
    classed("section", "section")
        .set("data-role", "paper")
        .child(lead)
        .child(page(app, playable, routine, address))
        .done()
}

fn page(
    app: &'static App,
    playable: Playable,
    routine: &'static SharedRoutine,
    address: Option<&str>,
) -> Tag {
    let sided = sharing::two_sided(routine);
    let steps = routine.steps.iter().zip(ids(routine)).zip(sided);
    let steps = steps.map(|((step, id), two_sided)| row(app, playable, (step, id), two_sided));
    classed("article", "handout")
        .set("data-role", "handout")
        .child(top(playable, routine, address))
        .child(classed("ol", "handout-steps").children(steps))
        .children(routine.schedule.map(boxes))
        .child(foot())
}

/// Name, length, who it is from, the note, and the code with what to do with it.
fn top(playable: Playable, routine: &'static SharedRoutine, address: Option<&str>) -> Tag {
    let their =
        |name, words: &str| classed(name, "their-words").set("dir", "auto").words(words.to_owned());
    let from = share::from(&routine.from).map(|it| {
        tag("p")
            .child(worded("span", "", [words::FROM, " "].concat()))
            .child(their("span", &it))
            .done()
    });
    let dated = routine.dated.map(|it| worded("p", "", format::date(it.day())));
    let note = (!routine.note.is_empty()).then(|| {
        classed("div", "handout-note")
            .child(worded("h3", "", words::NOTE))
            .child(their("p", routine.note.as_str()))
            .done()
    });
    let length = format::minutes(crate::domain::time::Span::from_secs(sharing::secs(routine)));
    let often = routine.schedule.map(|it| [". ", &text::schedule(it), "."].concat());
    let often = [length, often.unwrap_or_default()].concat();
    let told = classed("div", "handout-told")
        .child(their("h2", playable.name()))
        .child(worded("p", "", often))
        .children(from)
        .children(dated)
        .children(note);
    let square = address.and_then(sharing::code).map(|it| {
        classed("div", "handout-code")
            .child(code::drawn(&it))
            .child(worded("p", "", words::CODE))
            .done()
    });
    classed("header", "handout-top").child(told).children(square)
}

/// One step: picture, name, dose, how to get into place, when to stop, and what its maker says.
fn row(
    app: &'static App,
    playable: Playable,
    (step, id): (&'static Step, ExerciseId),
    two_sided: bool,
) -> Node {
    let known = library::exercise(id);
    let name = text::step_name(step, &sharing::known_name);
    let figure =
        known.map(|it| picture(app, Shown { exercise: it, side: side(step, it, two_sided) }));
    let told = classed("div", "handout-step")
        .child(classed("h3", "their-words").set("dir", "auto").words(name.to_owned()))
        .child(worded("p", "handout-dose", text::dose(step, two_sided)))
        .children(how(playable, step, id))
        .children((!step.note.is_empty()).then(|| {
            classed("p", "handout-own their-words")
                .set("dir", "auto")
                .words(step.note.as_str().to_owned())
                .done()
        }));
    tag("li")
        .set("data-exercise", known.map_or("", |it| it.slug))
        .child(classed("div", "handout-figure").children(figure))
        .child(told)
        .done()
}

/// How it is done and when to stop, in the library's words or its maker's.
fn how(playable: Playable, step: &Step, id: ExerciseId) -> Nodes {
    if let (What::Library(_), None) = (&step.what, library::exercise(id)) {
        return Nodes::none();
    }
    let text = playable.step(id).text;
    let cautions = text.cautions.join(" ");
    let how = match &step.what {
        What::Library(_) => worded("p", "", [text.set_up, " ", &text.cues.join(" ")].concat()),
        What::Custom(_) => {
            classed("p", "their-words").set("dir", "auto").words(text.cues.join("\n")).done()
        }
    };
    nodes![how, worded("p", "handout-stop", cautions)]
}

fn side(step: &Step, exercise: &Exercise, two_sided: bool) -> Side {
    match step.sides {
        SideChoice::RightOnly | SideChoice::RightFirst if two_sided => Side::Right,
        SideChoice::Both
        | SideChoice::LeftOnly
        | SideChoice::RightOnly
        | SideChoice::RightFirst => first_side(exercise),
    }
}

/// A figure that is drawn whether it is in sight or not: paper is never in sight.
fn picture(app: &'static App, shown: Shown) -> Node {
    let place = Easel::default();
    following(move || {
        if let Some(figure) = app.figures.of(shown.exercise.id) {
            place.show(&drawing(&figure, shown, Pose::Still(figure.telling())));
        }
    });
    easel("figure-small", place).done()
}

/// Boxes to tick: a row a week, one box for each time.
fn boxes(schedule: Schedule) -> Node {
    let a_week = usize::from(schedule.days.get() * schedule.times.get());
    let weeks = schedule.weeks.get().min(MOST_WEEKS);
    let rows = (1..=weeks).map(|week| {
        let name = format::fill(words::WEEK, &[&week.to_string()]);
        let ticks = (0..a_week).map(|_| classed("span", "handout-box").done());
        classed("div", "handout-week")
            .child(worded("span", "", name))
            .child(classed("span", "handout-boxes").set("aria-hidden", "true").children(ticks))
            .done()
    });
    classed("section", "handout-plan")
        .child(worded("h3", "", words::TICK))
        .child(classed("div", "handout-weeks").children(rows))
        .done()
}

fn foot() -> Tag {
    classed("footer", "handout-foot")
        .child(worded("h3", "", words::STOP))
        .child(worded("p", "", words::STOP_WHEN))
        .child(worded("p", "", [words::AT_MOST, " ", words::GUIDANCE].concat()))
}
