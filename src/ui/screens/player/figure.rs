//! The figure of the step that runs: into place, then the move; it stands still while the session does.

use leptos::prelude::untrack;

use crate::app::figures::{self, Easel, Going};
use crate::app::{App, library};
use crate::domain::exercise::ExerciseId;
use crate::domain::session::{Phase, State, View};
use crate::domain::side::Side;
use crate::ui::components::figure::{Pose, Shown, drawing, easel};
use crate::ui::markup::{Tag, following};

/// Which figure is shown, and whether it is of getting ready or of the hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Scene {
    exercise: ExerciseId,
    side: Side,
    is_work: bool,
}

/// The place of the figure in the player; empty where there is none to show.
pub(super) fn figure(app: &'static App) -> Tag {
    let place = Easel::default();
    let mut before = None;
    following(move || {
        let scene = app.player.view.get().as_ref().and_then(scene);
        let scene = scene.filter(|_| app.figures.are_here());
        if before != Some(scene) {
            before = Some(scene);
            // The words of a new step are seen first.
            figures::behind_paint(move || set(app, place, scene));
        }
    });
    let mut told = None;
    following(move || {
        // A line that is said starts a figure that had come to rest; the seconds do not.
        let now = Some((is_running(app), app.player.caption.get()));
        if told != now {
            if now.as_ref().is_some_and(|(runs, _)| *runs) {
                place.play();
            } else {
                place.pause();
            }
            told = now;
        }
    });
    easel("figure-stage", place)
}

/// What is shown of a session at this moment.
fn scene(view: &View) -> Option<Scene> {
    let is_work = match view.phase {
        Phase::GetReady | Phase::Switch => false,
        Phase::Work => true,
        Phase::Rest | Phase::Aftercare | Phase::Done => return None,
    };
    Some(Scene { exercise: view.exercise, side: view.side, is_work })
}

/// Draws the scene and lets it move if the session does.
fn set(app: &'static App, place: Easel, scene: Option<Scene>) {
    let found = scene.and_then(|it| {
        let shown = Shown { exercise: library::exercise(it.exercise)?, side: it.side };
        Some((it, shown, app.figures.of(it.exercise)?))
    });
    let Some((scene, shown, figure)) = found else { return place.clear() };
    let poses = figure.poses();
    let first = poses.first().copied().unwrap_or_default();
    if !scene.is_work {
        return place.show(&drawing(&figure, shown, Pose::Place(first)));
    }
    let Some(course) = figure.pace().filter(|_| figures::may_move()) else {
        return place.show(&drawing(&figure, shown, Pose::Still(figure.telling())));
    };
    let drawing = drawing(&figure, shown, Pose::Motion);
    place.show_motion(&drawing, figure.cycle, &course, Going::Along, || ());
    if untrack(|| is_running(app)) {
        place.play();
    }
}

/// Whether the session runs; tracked.
fn is_running(app: &'static App) -> bool {
    app.player.view.get().is_some_and(|it| it.state == State::Running)
}
