//! Figures: a small one that stands still, and what larger ones are drawn from.

use crate::app::figures::Easel;
use crate::app::{App, library};
use crate::domain::exercise::Exercise;
use crate::domain::side::Side;
use crate::figure::picture::{Drawing, Look};
use crate::figure::sheet::Figure;
use crate::i18n::figure as words;
use crate::ui::markup::{Node, Tag, classed, following};

/// An exercise and the side of it that a picture shows.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// The exercise.
    pub(crate) exercise: &'static Exercise,
    /// The side; figures of both are never mirrored.
    pub(crate) side: Side,
}

/// What of a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pose {
    /// This stop, without arrows: how to get into place.
    Place(usize),
    /// This stop, with the arrow that says where it goes.
    Still(usize),
    /// The whole motion.
    Motion,
}

/// Draws a figure.
pub(crate) fn drawing(figure: &Figure, shown: Shown, pose: Pose) -> Drawing {
    let Shown { exercise, side } = shown;
    let (stop, has_arrows) = match pose {
        Pose::Place(stop) => (Some(stop), false),
        Pose::Still(stop) => (Some(stop), true),
        Pose::Motion => (None, true),
    };
    figure.draw(&Look {
        name: &words::name(library::name(exercise.id), side),
        slug: exercise.slug,
        side: side_slug(side),
        is_mirrored: side == Side::Right,
        has_arrows,
        stop,
    })
}

/// The side that is done first, or both together.
pub(crate) fn first_side(exercise: &Exercise) -> Side {
    exercise.sides.order().first().copied().unwrap_or(Side::Both)
}

/// The side's word in `data-side`.
pub(crate) const fn side_slug(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Both => "both",
    }
}

/// An element for a figure.
pub(crate) fn easel(class: &'static str, easel: Easel) -> Tag {
    classed("div", class).made(move |element| easel.stands_in(element))
}

/// A small figure that tells the exercise at a glance, drawn once it comes into view.
pub(crate) fn small_figure(app: &'static App, exercise: &'static Exercise) -> Node {
    small_figure_of(app, Shown { exercise, side: first_side(exercise) })
}

/// The same, of one of its sides.
pub(crate) fn small_figure_of(app: &'static App, shown: Shown) -> Node {
    let place = Easel::default();
    following(move || {
        if app.figures.are_here() {
            place.when_in_view(move || {
                let Some(figure) = app.figures.of(shown.exercise.id) else { return };
                place.show(&drawing(&figure, shown, Pose::Still(figure.telling())));
            });
        }
    });
    easel("figure-small", place).done()
}
