//! The figures of the exercises, and the places where they are shown.
//!
//! Their sheet comes behind everything else. While it is not here, or where it holds no figure that can be
//! read, an exercise has its words and no picture.

use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

use super::watched::Watched;
use crate::domain::exercise::ExerciseId;
use crate::domain::time::Span;
use crate::figure::pace::Pace;
use crate::figure::picture::Drawing;
use crate::figure::sheet::{Cycle, Figure, Sheet};
use crate::platform::in_view::InView;
use crate::platform::picture::{Course, Picture, Track};
use crate::platform::timer::Timer;
use crate::platform::{arrival, document, frame};

/// How long a swing or a circle goes on at least before it rests, in milliseconds.
const PLAY_MILLIS: u32 = 5_000;

/// The sheet of figures, once it is here.
pub struct Figures {
    sheet: OnceLock<Sheet>,
    here: Watched<bool>,
}

impl Figures {
    /// Starts without figures.
    pub fn awaited() -> Self {
        Self { sheet: OnceLock::new(), here: Watched::new(false) }
    }

    /// Takes the sheet in when it comes.
    pub fn listen(&'static self) {
        let taken = move |text: &'static str| {
            let Ok(sheet) = Sheet::read(text) else { return false };
            // A second copy of the same sheet is of no use.
            self.sheet.set(sheet).ok();
            self.here.set(true);
            true
        };
        // For as long as the page lives.
        std::mem::forget(arrival::watch_figures(taken));
    }

    /// Whether the sheet is here; tracked.
    pub fn are_here(&self) -> bool {
        self.here.get()
    }

    /// The figure of an exercise; `None` where there is none (yet); tracked.
    pub fn of(&self, id: ExerciseId) -> Option<Figure> {
        if self.here.get() { self.sheet.get()?.figure(id.0) } else { None }
    }
}

/// How a motion is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    /// A few times to and fro or round, then rest; a figure that stays goes there once.
    Along,
    /// The same, but a figure that stays comes back once and goes there again.
    Again,
}

/// Whether pictures may move: the person did not ask for less motion.
pub fn may_move() -> bool {
    !document::prefers_reduced_motion()
}

/// A place in the page for a figure; it goes with the component that made it.
#[derive(Clone, Copy)]
pub struct Easel {
    stand: StoredValue<Stand, LocalStorage>,
}

/// The picture of a place, and what it waits for before it is drawn.
#[derive(Default)]
struct Stand {
    picture: Option<Picture>,
    view: Option<InView>,
    turn: Option<Timer>,
}

impl Default for Easel {
    fn default() -> Self {
        Self { stand: StoredValue::new_local(Stand::default()) }
    }
}

impl Easel {
    /// The element that the figure stands in.
    pub fn stands_in(self, element: Element) {
        self.with(Box::new(|it| it.picture = Some(Picture::at(element))));
    }

    /// Calls `draw` in a turn of its own once the place comes into view; the page stays quick to scroll.
    pub fn when_in_view(self, draw: impl FnOnce() + 'static) {
        let in_turn = move || {
            let turn = Timer::after(Span::from_millis(0), draw);
            self.with(Box::new(|it| it.turn = Some(turn)));
        };
        let mut place = None;
        self.with(Box::new(|it| place = it.picture.as_ref().map(|it| it.place().clone())));
        let view = place.and_then(|it| InView::watch(&it, in_turn));
        self.with(Box::new(|it| it.view = view));
    }

    /// Draws a figure in the place of what was there.
    pub fn show(self, drawing: &Drawing) {
        self.change(|it| it.draw(&drawing.markup));
    }

    /// Draws a figure that can move, standing at its beginning; `on_end` is called whenever it comes to rest.
    pub fn show_motion(
        self,
        drawing: &Drawing,
        cycle: Cycle,
        pace: &Pace,
        going: Going,
        on_end: impl FnMut() + 'static,
    ) {
        let course = course(cycle, pace, going);
        self.change(|it| {
            it.draw(&drawing.markup);
            let tracks = drawing.tracks.iter();
            let tracks = tracks.map(|it| Track { is_opacity: it.is_opacity, frames: &it.frames });
            it.prepare(tracks, &course, on_end);
        });
    }

    /// Takes away what was drawn.
    pub fn clear(self) {
        self.change(|it| it.draw(""));
    }

    /// Lets the figure move, on from where it stands or anew.
    pub fn play(self) {
        self.change(|it| it.play());
    }

    /// Lets the figure stand where it is.
    pub fn pause(self) {
        self.change(|it| it.pause());
    }

    fn change(self, change: impl FnOnce(&mut Picture)) {
        // Nothing to do where the browser made no element.
        self.with(Box::new(|it| {
            if let Some(picture) = &mut it.picture {
                change(picture);
            }
        }));
    }

    fn with(self, change: Box<dyn FnOnce(&mut Stand) + '_>) {
        // Nothing to do where the component has gone.
        self.stand.try_update_value(change);
    }
}

/// Calls `act` once what is shown now has been painted.
pub fn behind_paint(act: impl FnOnce() + 'static) {
    frame::after_paint(act);
}

fn course(cycle: Cycle, pace: &Pace, going: Going) -> Course<'_> {
    let returns = cycle != Cycle::Round;
    let rounds = match (cycle, going) {
        (Cycle::Stay, Going::Along) => 1,
        (Cycle::Stay, Going::Again) => 3,
        (Cycle::Swing, _) => 2 * PLAY_MILLIS.div_ceil(2 * pace.millis).max(1),
        (Cycle::Round, _) => PLAY_MILLIS.div_ceil(pace.millis).max(1),
    };
    let (offsets, easings) = (pace.offsets.as_slice(), pace.easings.as_slice());
    Course { millis: pace.millis, offsets, easings, rounds, returns }
}
