//! Taking a row of a list to another place with a finger, a pen or a mouse.
//!
//! <https://developer.mozilla.org/docs/Web/API/Pointer_events>. Only the handle takes the pointer, so the list
//! still scrolls under a finger elsewhere. Places are measured once, when a row is taken up; while it is carried
//! a move of the pointer writes one transform, and no script runs between. Where the browser lacks pointer
//! events, the buttons and keys are the way.

use core::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::frame;
use super::js;
use super::listener::{Listener, Watch};

/// What a row is taken up by.
const HANDLE: &str = "[data-action=drag]";
/// On the row that is carried, and on its list.
const CARRIED: &str = "data-carried";
/// How near to the upper and lower edge of the screen the page begins to scroll, in CSS pixels.
const EDGES: (f64, f64) = (110.0, 130.0);
/// Fastest scroll, in CSS pixels a frame.
const FASTEST: f64 = 14.0;

/// A row in the hand.
struct Carry {
    list: Element,
    rows: Vec<Place>,
    from: usize,
    to: usize,
    /// Where it was taken up, from the top of the page.
    start: f64,
    /// Where the pointer is, from the top of the screen.
    pointer: f64,
    /// How far the others make way.
    room: f64,
    scrolls: bool,
}

/// A row and where it stood, from the top of the page.
struct Place {
    row: Element,
    top: f64,
    height: f64,
}

type Hand = Rc<RefCell<Option<Carry>>>;

/// Lets the rows of `list` be carried by their handles until the watch is dropped; `on_drop` is told from which
/// place to which, both from 0.
pub fn sortable(list: &Element, on_drop: impl FnMut(usize, usize) + 'static) -> Watch {
    let hand = Hand::default();
    let on_drop = Rc::new(RefCell::new(on_drop));
    let target = JsValue::from(list.clone());
    let (down, over, keys, stop) = (hand.clone(), hand.clone(), hand.clone(), hand.clone());
    let list = list.clone();
    let let_go = move |hand: &Hand| {
        if let Some((from, to)) = put_down(hand)
            && let Ok(mut on_drop) = on_drop.try_borrow_mut()
        {
            on_drop(from, to);
        }
    };
    Watch::holding([
        Listener::on(&target, "pointerdown", move |event| {
            if down.borrow().is_none() {
                *down.borrow_mut() = take_up(&list, &event);
            }
        }),
        Listener::on(&target, "pointermove", move |event| {
            if let Some(carry) = over.borrow_mut().as_mut() {
                carry.pointer = js::number(&event, "clientY");
                carry.follow();
            }
            scroll_at_edge(&over);
        }),
        Listener::on(&target, "pointerup", move |_| let_go(&hand)),
        Listener::on(&target, "pointercancel", move |_| give_back(&stop)),
        Listener::on(&js::window(), "keydown", move |event| {
            if js::text(&event, "key").as_deref() == Some("Escape") {
                give_back(&keys);
            }
        }),
    ])
}

/// Takes up the row whose handle was pressed; `None` where something else was.
fn take_up(list: &Element, event: &Event) -> Option<Carry> {
    if js::number(event, "button") > 0.0 || !js::is_true(event, "isPrimary") {
        return None;
    }
    let pressed = event.target()?.dyn_into::<Element>().ok()?;
    let handle = pressed.closest(HANDLE).ok().flatten()?;
    let row = handle.closest("li").ok().flatten()?;
    let scrolled = js::number(&js::window(), "scrollY");
    let rows: Vec<Place> = js_sys::Array::from(&js::get(list, "children"))
        .iter()
        .filter_map(|row| row.dyn_into::<Element>().ok())
        .map(|row| {
            let rect = js::call(&row, "getBoundingClientRect", &[]).unwrap_or_default();
            let (top, height) = (js::number(&rect, "top"), js::number(&rect, "height"));
            Place { row, top: top + scrolled, height }
        })
        .collect();
    let from = rows.iter().position(|it| it.row == row)?;
    let gap = rows.first().zip(rows.get(1)).map_or(0.0, |(a, b)| b.top - a.top - a.height);
    let room = rows.get(from)?.height + gap;
    // A browser that cannot hold the pointer loses the row when the pointer leaves the list.
    js::call(&handle, "setPointerCapture", &[js::get(event, "pointerId")]).ok();
    let pointer = js::number(event, "clientY");
    mark(list, true);
    mark(&row, true);
    let start = pointer + scrolled;
    Some(Carry { list: list.clone(), rows, from, to: from, start, pointer, room, scrolls: false })
}

impl Carry {
    /// Puts the row under the pointer, and lets the others make way.
    fn follow(&mut self) {
        let moved = self.pointer + js::number(&js::window(), "scrollY") - self.start;
        let Some(own) = self.rows.get(self.from) else { return };
        shift(&own.row, moved);
        let middle = own.top + own.height / 2.0 + moved;
        let before =
            |(at, it): &(usize, &Place)| *at != self.from && it.top + it.height / 2.0 < middle;
        let to = self.rows.iter().enumerate().filter(before).count();
        if to == self.to {
            return;
        }
        for (at, it) in self.rows.iter().enumerate().filter(|(at, _)| *at != self.from) {
            let way = |to| self.way(at, to);
            if way(self.to).to_bits() != way(to).to_bits() {
                shift(&it.row, way(to));
            }
        }
        self.to = to;
    }

    /// How far the row at `at` makes way when the carried one would stand at `to`.
    fn way(&self, at: usize, to: usize) -> f64 {
        if self.from < at && at <= to {
            -self.room
        } else if to <= at && at < self.from {
            self.room
        } else {
            0.0
        }
    }

    /// How fast the page scrolls while the pointer is here.
    fn speed(&self) -> f64 {
        let lowest = js::number(&js::window(), "innerHeight") - EDGES.1;
        let past = if self.pointer < EDGES.0 {
            self.pointer - EDGES.0
        } else {
            (self.pointer - lowest).max(0.0)
        };
        (past / 6.0).clamp(-FASTEST, FASTEST)
    }

    fn clear(&self) {
        for it in &self.rows {
            shift(&it.row, 0.0);
        }
        mark(&self.list, false);
        if let Some(own) = self.rows.get(self.from) {
            mark(&own.row, false);
        }
    }
}

/// Scrolls frame by frame for as long as the carried row is held at an edge.
fn scroll_at_edge(hand: &Hand) {
    {
        let mut held = hand.borrow_mut();
        let Some(carry) = held.as_mut().filter(|it| !it.scrolls && it.speed() != 0.0) else {
            return;
        };
        carry.scrolls = true;
    }
    let hand = hand.clone();
    frame::next_frame(Box::new(move || {
        if let Some(carry) = hand.borrow_mut().as_mut() {
            let by = [JsValue::from_f64(0.0), JsValue::from_f64(carry.speed())];
            // A page that cannot scroll stays where it is.
            js::call(&js::window(), "scrollBy", &by).ok();
            carry.scrolls = false;
            carry.follow();
        }
        scroll_at_edge(&hand);
    }));
}

/// Puts the row down; from where to where, if it was carried to another place.
fn put_down(hand: &Hand) -> Option<(usize, usize)> {
    let carry = hand.borrow_mut().take()?;
    carry.clear();
    (carry.from != carry.to).then_some((carry.from, carry.to))
}

/// Puts the row back where it was.
fn give_back(hand: &Hand) {
    if let Some(carry) = hand.borrow_mut().take() {
        carry.clear();
    }
}

fn shift(row: &Element, by: f64) {
    let style = js::get(row, "style");
    #[expect(clippy::cast_possible_truncation, reason = "a whole pixel is near enough")]
    let whole = by.round() as i32;
    let value = ["translateY(", &whole.to_string(), "px)"].concat();
    let value = if whole == 0 { "" } else { value.as_str() };
    // A browser that refuses shows the row where it was; it is put down where the pointer was all the same.
    js::call(&style, "setProperty", &["transform".into(), value.into()]).ok();
}

fn mark(element: &Element, on: bool) {
    // Fails only for a name that is no attribute name; ours is a constant.
    if on {
        element.set_attribute(CARRIED, "").ok()
    } else {
        element.remove_attribute(CARRIED).ok()
    };
}
