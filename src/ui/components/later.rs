//! Pieces that wait until what stands before them has been painted.

use std::sync::Arc;

use crate::app::after_paint;
use crate::app::watched::Watched;
use crate::ui::markup::{Node, Nodes, live, nothing, several};

/// A piece of a screen that is still to be made.
pub(crate) type Making = Box<dyn FnOnce() -> Node + Send>;

/// How many rows of a long list are made at a time: few enough for one picture on a slow phone.
pub(crate) const ROWS: usize = 6;

/// A piece that is made once the screen has been painted.
pub(crate) fn later(make: Making) -> Node {
    let due = Arc::new(Watched::new(false));
    let at_last = Arc::clone(&due);
    after_paint(move || at_last.set(true));
    let mut make = Some(make);
    live(
        move || if due.get() { make.take().map_or_else(nothing, |make| make()) } else { nothing() },
    )
}

/// Rows of a long list: the `first` few now, the others [`ROWS`] at a time.
pub(crate) fn rows_in_turn(mut rows: Vec<Making>, first: usize) -> Node {
    let rest = if rows.len() > first { rows.split_off(first) } else { Vec::new() };
    let mut made: Nodes = rows.into_iter().map(|make| make()).collect();
    if !rest.is_empty() {
        made.push(later(Box::new(move || rows_in_turn(rest, ROWS))));
    }
    several(made)
}
