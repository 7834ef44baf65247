//! A value that screens follow.
//!
//! One trigger of one type stands behind every value, whatever its type, so that the reactive machinery is
//! compiled once and not once a type (`docs/decisions/leptos-size.md`).

use std::sync::{Mutex, MutexGuard, PoisonError};

use leptos::prelude::{ArcTrigger, Notify, Track};

/// A value whose readers run again when it becomes another.
pub struct Watched<T> {
    value: Mutex<T>,
    changed: ArcTrigger,
}

impl<T: Clone + PartialEq> Watched<T> {
    /// Starts with a value.
    pub fn new(value: T) -> Self {
        Self { value: Mutex::new(value), changed: ArcTrigger::new() }
    }

    /// The value; whoever asks inside a view or effect is told when it changes.
    pub fn get(&self) -> T {
        self.changed.track();
        self.peek()
    }

    /// The value, without being told.
    pub fn peek(&self) -> T {
        self.open().clone()
    }

    /// Looks at the value where it is, without being told.
    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.open())
    }

    /// Looks at the value where it is; whoever asks inside a view or effect is told when it changes.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.read(look)
    }

    /// Asks to be told when the value changes.
    pub fn track(&self) {
        self.changed.track();
    }

    /// Puts another value in its place and tells no one, for what is told in another way.
    pub fn set_quietly(&self, value: T) {
        *self.open() = value;
    }

    /// Puts another value in its place; the same value again changes nothing.
    pub fn set(&self, value: T) {
        let changed = {
            let mut current = self.open();
            let changed = *current != value;
            *current = value;
            changed
        };
        if changed {
            self.changed.notify();
        }
    }

    /// Changes a copy of the value and puts it in its place.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut value = self.peek();
        change(&mut value);
        self.set(value);
    }

    fn open(&self) -> MutexGuard<'_, T> {
        self.value.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
