//! The exercise step by step: a large figure, its steps in words, and each step's pose on a tap.

use std::sync::Arc;

use leptos::prelude::untrack;

use crate::app::App;
use crate::app::figures::{self, Easel, Going};
use crate::app::library;
use crate::app::watched::Watched;
use crate::domain::exercise::Exercise;
use crate::domain::side::{Side, Sides};
use crate::figure::sheet::Figure;
use crate::i18n::figure as words;
use crate::i18n::messages::common;
use crate::ui::components::figure::{Pose, Shown, drawing, easel, first_side, side_slug};
use crate::ui::components::section;
use crate::ui::icons::{Picture, icon};
use crate::ui::markup::{Node, Tag, classed, following, live, nodes, tag, worded};

/// What the figure shows now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Showing {
    /// The move, under way.
    Moving,
    /// The move, at rest.
    Resting,
    /// The pose of the step with this number, from 0.
    Step(usize),
}

/// The figure with what can be chosen about it.
struct Guide {
    exercise: &'static Exercise,
    figure: Figure,
    place: Easel,
    side: Watched<Side>,
    showing: Watched<Showing>,
    /// What stands there: a side, and the whole motion or one stop of it.
    drawn: Watched<Option<(Side, Pose)>>,
}

/// The guide of an exercise; nothing where it has no figure (yet).
pub(super) fn guide(app: &'static App, exercise: &'static Exercise) -> Option<Node> {
    let figure = app.figures.of(exercise.id)?;
    let can_move = figure.pace().is_some() && figures::may_move();
    let guide = Arc::new(Guide {
        exercise,
        figure,
        place: Easel::default(),
        side: Watched::new(first_side(exercise)),
        showing: Watched::new(if can_move { Showing::Moving } else { Showing::Resting }),
        drawn: Watched::new(None),
    });
    let keeper = Arc::clone(&guide);
    following(move || keeper.show());
    let controls = classed("div", "row guide-controls")
        .children(can_move.then(|| play_button(&guide).done()))
        .children((exercise.sides == Sides::Each).then(|| sides(&guide)));
    let picture =
        classed("div", "guide-picture").child(easel("figure-stage", guide.place)).child(controls);
    let body = classed("div", "guide").child(picture).child(steps(&guide));
    Some(section(words::STEPS, nodes![body.done()]))
}

impl Guide {
    /// Shows what is to be shown; runs again when that changes.
    fn show(self: &Arc<Self>) {
        let (side, showing) = (self.side.get(), self.showing.get());
        let in_motion = self.drawn.peek() == Some((side, Pose::Motion));
        match showing {
            Showing::Moving => {
                if !in_motion {
                    self.draw(side, Pose::Motion);
                }
                self.place.play();
            }
            // What was stopped, or has come to its end, stays as it is.
            Showing::Resting if in_motion => self.place.pause(),
            Showing::Resting => self.draw(side, Pose::Still(self.figure.telling())),
            Showing::Step(step) => self.draw(side, self.pose_of(step)),
        }
    }

    fn draw(self: &Arc<Self>, side: Side, pose: Pose) {
        self.drawn.set_quietly(Some((side, pose)));
        let drawing = drawing(&self.figure, Shown { exercise: self.exercise, side }, pose);
        let pace = self.figure.pace().filter(|_| pose == Pose::Motion);
        let Some(pace) = pace else { return self.place.show(&drawing) };
        let guide = Arc::clone(self);
        self.place.show_motion(&drawing, self.figure.cycle, &pace, Going::Again, move || {
            guide.showing.set(Showing::Resting);
        });
    }

    /// The pose of the step with this number: getting into place is the first key pose, the last line the last one.
    fn pose_of(&self, number: usize) -> Pose {
        let poses = self.figure.poses();
        let lines = library::text(self.exercise.id).cues.len().max(1);
        let last = poses.len().saturating_sub(1);
        let pose = (number * last).div_ceil(lines).min(last);
        let stop = poses.get(pose).copied().unwrap_or_default();
        if number == 0 { Pose::Place(stop) } else { Pose::Still(stop) }
    }
}

/// Lets the figure move, or stand.
fn play_button(guide: &Arc<Guide>) -> Tag {
    let [state, press, picture, label] = [(); 4].map(|()| Arc::clone(guide));
    let moves = |guide: &Guide| guide.showing.get() == Showing::Moving;
    classed("button", "button")
        .set("type", "button")
        .follow("data-action", move || {
            Some(if moves(&state) { "stop-figure" } else { "play-figure" }.to_owned())
        })
        .on_press(move || {
            let is_moving = untrack(|| moves(&press));
            press.showing.set(if is_moving { Showing::Resting } else { Showing::Moving });
        })
        .child(live(move || icon(if moves(&picture) { Picture::Pause } else { Picture::Play })))
        .follow_words(move || if moves(&label) { words::STOP } else { words::SHOW }.to_owned())
}

/// Which side is shown.
fn sides(guide: &Arc<Guide>) -> Node {
    let one = |side: Side, words: &'static str| {
        let [state, press] = [(); 2].map(|()| Arc::clone(guide));
        classed("button", "pick")
            .set("type", "button")
            .set("data-action", "show-side")
            .set("data-side", side_slug(side))
            .follow("aria-pressed", move || Some((state.side.get() == side).to_string()))
            .on_press(move || press.side.set(side))
            .words(words)
    };
    classed("div", "row")
        .set("role", "group")
        .set("aria-label", words::SIDE)
        .child(one(Side::Left, common::LEFT_SIDE))
        .child(one(Side::Right, common::RIGHT_SIDE))
        .done()
}

/// Getting into place and the lines of the hold; each shows its pose.
fn steps(guide: &Arc<Guide>) -> Node {
    let text = library::text(guide.exercise.id);
    let lines = std::iter::once(text.set_up).chain(text.cues.iter().copied());
    let steps = lines.enumerate().map(|(number, line)| {
        let [state, press] = [(); 2].map(|()| Arc::clone(guide));
        let button = classed("button", "guide-step")
            .set("type", "button")
            .set("data-action", "show-step")
            .follow("aria-pressed", move || {
                Some((state.showing.get() == Showing::Step(number)).to_string())
            })
            .on_press(move || press.showing.set(Showing::Step(number)))
            .words(line);
        tag("li").child(button).done()
    });
    classed("div", "stack")
        .child(worded("p", "small quiet", words::STEPS_HINT))
        .child(classed("ol", "guide-steps").children(steps))
        .done()
}
