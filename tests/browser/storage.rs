//! Reliability B1 to B3 and B14: storage that is denied, full, missing, or never answers.

use unknot::platform::storage::{StorageError, local, persist};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    diary, get, navigator, object, recorder, rejected, replace, silent, thrower, throwing, wait,
    window,
};

const KEY: &str = "unknot-test";

#[wasm_bindgen_test]
fn what_was_written_is_read_back_and_gone_once_removed() {
    local::write(KEY, "{\"v\":1}").unwrap();
    assert_eq!(local::read(KEY), Ok(Some("{\"v\":1}".into())));
    local::remove(KEY).unwrap();
    assert_eq!(local::read(KEY), Ok(None));
}

#[wasm_bindgen_test]
fn storage_that_throws_on_access_is_answered_as_denied() {
    let _undo = throwing(&window(), "localStorage", "SecurityError");
    assert_eq!(local::read(KEY), Err(StorageError::Denied));
    assert_eq!(local::write(KEY, "x"), Err(StorageError::Denied));
    assert_eq!(local::remove(KEY), Err(StorageError::Denied));
}

#[wasm_bindgen_test]
fn storage_that_is_null_or_absent_is_answered_as_denied() {
    for absent in [JsValue::NULL, JsValue::UNDEFINED] {
        let _undo = replace(&window(), "localStorage", absent);
        assert_eq!(local::read(KEY), Err(StorageError::Denied));
    }
}

/// Fault: B1
#[wasm_bindgen_test]
fn storage_without_room_is_answered_as_full_and_keeps_what_was_there() {
    local::write(KEY, "old").unwrap();
    let huge = "x".repeat(6 * 1024 * 1024);
    assert_eq!(local::write(KEY, &huge), Err(StorageError::Full));
    assert_eq!(local::read(KEY), Ok(Some("old".into())));
    local::remove(KEY).unwrap();
}

#[wasm_bindgen_test]
fn a_write_that_is_refused_for_another_reason_is_answered_as_denied() {
    let fake = object(&[("setItem", thrower("SecurityError"))]);
    let _undo = replace(&window(), "localStorage", fake);
    assert_eq!(local::write(KEY, "x"), Err(StorageError::Denied));
}

#[wasm_bindgen_test]
async fn the_browsers_answer_about_lasting_storage_is_handed_over() {
    for (method, expected) in [
        (recorder(&JsValue::TRUE), Some(Some(true))),
        (recorder(&JsValue::FALSE), Some(Some(false))),
        (rejected("NotAllowedError"), Some(None)),
        (thrower("TypeError"), Some(None)),
        (JsValue::UNDEFINED, Some(None)),
        (silent(), None),
    ] {
        let _undo = replace(&get(&navigator(), "storage"), "persist", method);
        let (answers, on_answer) = diary();
        persist(on_answer);
        wait(0).await;
        assert_eq!(answers.borrow().first().copied(), expected);
    }
}

#[wasm_bindgen_test]
async fn a_browser_without_a_storage_manager_answers_none() {
    let _undo = replace(&navigator(), "storage", JsValue::UNDEFINED);
    let (answers, on_answer) = diary();
    persist(on_answer);
    assert_eq!(*answers.borrow(), [None]);
}
