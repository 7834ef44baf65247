//! Small records by key, kept by the browser until the person or the browser clears them.
//!
//! <https://developer.mozilla.org/docs/Web/API/Window/localStorage>. The very access may throw (site data
//! blocked), the object may be `null` (some in-app browsers), and a write may find no room.

use core::fmt;

use wasm_bindgen::JsValue;
use web_sys::{Event, Storage};

use crate::platform::js;
use crate::platform::listener::{Listener, Watch};

/// The key of the sign that everything is being erased.
pub const ERASED: &str = "unknot.erased";

/// Why a record could not be read or kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room left.
    Full,
}

impl fmt::Display for StorageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Denied => "storage is denied by the browser",
            Self::Full => "storage is full",
        })
    }
}

impl core::error::Error for StorageError {}

/// Reads the record under `key`; `None` when there is none.
///
/// # Errors
/// [`StorageError::Denied`] when the browser keeps nothing for this page.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    store()?.get_item(key).map_err(|error| reason(&error))
}

/// Keeps `text` under `key`, replacing what was there.
///
/// # Errors
/// [`StorageError::Full`] when there is no room; the record that was there before stays.
/// [`StorageError::Denied`] when the browser keeps nothing for this page.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    store()?.set_item(key, text).map_err(|error| reason(&error))
}

/// Removes the record under `key`, if any.
///
/// # Errors
/// [`StorageError::Denied`] when the browser keeps nothing for this page.
pub fn remove(key: &str) -> Result<(), StorageError> {
    store()?.remove_item(key).map_err(|error| reason(&error))
}

/// Removes every record whose key begins so.
///
/// # Errors
/// [`StorageError::Denied`] when the browser keeps nothing for this page.
pub fn remove_all(beginning: &str) -> Result<(), StorageError> {
    let store = store()?;
    let count = store.length().map_err(|error| reason(&error))?;
    let keys: Vec<String> = (0..count).filter_map(|nth| store.key(nth).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(beginning)) {
        store.remove_item(key).map_err(|error| reason(&error))?;
    }
    Ok(())
}

/// Tells of records that another tab wrote (`true`) or removed, by their key.
///
/// <https://developer.mozilla.org/docs/Web/API/Window/storage_event>
pub fn watch(mut on: impl FnMut(&str, bool) + 'static) -> Watch {
    let changed = move |event: Event| {
        if let Some(key) = js::text(&event, "key") {
            on(&key, js::text(&event, "newValue").is_some());
        }
    };
    Watch::holding([Listener::on(&js::window(), "storage", changed)])
}

fn store() -> Result<Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Denied)?;
    window.local_storage().map_err(|error| reason(&error))?.ok_or(StorageError::Denied)
}

fn reason(error: &JsValue) -> StorageError {
    match js::text(error, "name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some(_) | None => StorageError::Denied,
    }
}
