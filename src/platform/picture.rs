//! A picture in the page whose parts the browser moves by itself.
//!
//! <https://developer.mozilla.org/docs/Web/API/Element/animate>: the course is handed over once and no script
//! runs while it goes on. A browser without it shows the picture standing still.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::js;
use super::listener::Listener;

/// Says on the picture that it moves now.
const MOVING: &str = "data-moving";

/// Where a picture stands, and the motions of its parts.
pub struct Picture {
    place: Element,
    motions: Vec<JsValue>,
    end: Option<Listener>,
}

/// How a part goes through its stops.
pub struct Track<'t> {
    /// Whether it comes and goes; else it turns and moves.
    pub is_opacity: bool,
    /// One value for each stop, as CSS writes it.
    pub frames: &'t [String],
}

/// The course of a motion in time.
pub struct Course<'c> {
    /// How long one round takes, in milliseconds.
    pub millis: u32,
    /// Where each stop stands in a round, 0 to 1.
    pub offsets: &'c [f64],
    /// How it goes on from each stop, as CSS easing functions.
    pub easings: &'c [String],
    /// How often it goes the round.
    pub rounds: u32,
    /// Whether every second round goes back the way it came.
    pub returns: bool,
}

impl Picture {
    /// A picture to come in this place.
    pub const fn at(place: Element) -> Self {
        Self { place, motions: Vec::new(), end: None }
    }

    /// The element it stands in.
    pub const fn place(&self) -> &Element {
        &self.place
    }

    /// Draws `markup`, an `svg` element, in the place of what was there.
    pub fn draw(&mut self, markup: &str) {
        self.end = None;
        self.let_go();
        self.place.set_inner_html(markup);
    }

    /// Gives the marked parts their tracks, in order; they stand until [`Picture::play`], and once the whole
    /// course is over `on_end` is called.
    pub fn prepare<'t>(
        &mut self,
        tracks: impl Iterator<Item = Track<'t>>,
        course: &Course<'_>,
        mut on_end: impl FnMut() + 'static,
    ) {
        let parts = js::call(&self.place, "querySelectorAll", &["[data-m]".into()]);
        let Ok(parts) = parts else { return };
        let timing = timing(course);
        for (at, track) in (0_u32..).zip(tracks) {
            let made = js::call(&parts, "item", &[at.into()])
                .and_then(|it| js::call(&it, "animate", &[frames(&track, course), timing.clone()]));
            if let Ok(motion) = made {
                js::call(&motion, "pause", &[]).ok();
                self.motions.push(motion);
            }
        }
        let svg = self.place.first_element_child();
        self.end = self.motions.first().and_then(|motion| {
            Listener::on(motion, "finish", move |_| {
                if let Some(svg) = &svg {
                    svg.remove_attribute(MOVING).ok();
                }
                on_end();
            })
        });
    }

    /// Lets it move: on from where it stands, or anew when it was over.
    pub fn play(&self) {
        if self.motions.is_empty() {
            return;
        }
        if let Some(svg) = self.place.first_element_child() {
            svg.set_attribute(MOVING, "").ok();
        }
        self.tell("play");
    }

    /// Lets it stand where it is.
    pub fn pause(&self) {
        self.tell("pause");
    }

    /// Ends the motions: one that never came to its end would keep the page it was in, long after that is gone.
    fn let_go(&mut self) {
        self.tell("cancel");
        self.motions.clear();
    }

    fn tell(&self, what: &str) {
        for motion in &self.motions {
            // Throws only where a course has no end, and ours have one.
            js::call(motion, what, &[]).ok();
        }
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        self.let_go();
    }
}

fn timing(course: &Course<'_>) -> JsValue {
    let direction = if course.returns { "alternate" } else { "normal" };
    js::record(&[
        ("duration", course.millis.into()),
        ("iterations", course.rounds.into()),
        ("direction", direction.into()),
        ("fill", "both".into()),
    ])
}

fn frames(track: &Track<'_>, course: &Course<'_>) -> JsValue {
    let offsets: Vec<JsValue> = course.offsets.iter().map(|it| JsValue::from_f64(*it)).collect();
    // What comes and goes does so half-way between two stops.
    let easings =
        if track.is_opacity { JsValue::from("steps(2,jump-none)") } else { texts(course.easings) };
    js::record(&[
        (if track.is_opacity { "opacity" } else { "transform" }, texts(track.frames)),
        ("offset", js::list(&offsets).into()),
        ("easing", easings),
    ])
}

fn texts(texts: &[String]) -> JsValue {
    let texts: Vec<JsValue> = texts.iter().map(JsValue::from).collect();
    js::list(&texts).into()
}
