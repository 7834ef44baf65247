//! Fields whose value follows the app's, and lists whose rows can be carried.

use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;

use crate::platform::{field, sorting};

pub use crate::platform::field::{told, write_target};
pub use crate::platform::keyboard::{Chord, Target, chord};

/// An element of the page that the app writes to; it goes with the component that made it.
#[derive(Clone, Copy)]
pub struct Field {
    element: StoredValue<Option<Element>, LocalStorage>,
}

impl Default for Field {
    fn default() -> Self {
        Self { element: StoredValue::new_local(None) }
    }
}

impl Field {
    /// Takes the element.
    pub fn is(self, element: Element) {
        self.element.try_set_value(Some(element));
    }

    /// Writes its value, unless the person is typing in it.
    pub fn write(self, value: &str) {
        self.with(|it| field::write(it, value));
    }

    /// Ticks it, or takes its tick away.
    pub fn tick(self, on: bool) {
        self.with(|it| field::tick(it, on));
    }

    fn with(self, act: impl FnOnce(&Element)) {
        // Nothing to do where the component has gone.
        self.element.try_with_value(|it| it.as_ref().map(act));
    }
}

/// Lets the rows of a list be carried by their handles; `on_drop` is told from which place to which.
///
/// Ends with the component that calls it.
pub fn sortable(list: &Element, on_drop: impl FnMut(usize, usize) + 'static) {
    StoredValue::new_local(sorting::sortable(list, on_drop));
}
