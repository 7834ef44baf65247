//! Small records by key, kept by the browser until the person or the browser clears them.
//!
//! <https://developer.mozilla.org/docs/Web/API/Window/localStorage>. The very access may throw (site data
//! blocked), the object may be `null` (some in-app browsers), and a write may find no room.

use core::fmt;

use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::platform::js;

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
