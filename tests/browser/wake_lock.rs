//! Reliability C9: the wake lock denied, released, absent, or never answered.

use unknot::platform::wake_lock::{Held, Reason, WakeLock};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    diary, fire, get, navigator, number, object, rejected, replace, silent, thrower, throwing,
    wait, wait_until, wake_lock,
};

#[wasm_bindgen_test]
async fn a_lock_that_is_given_keeps_the_screen_on_until_it_is_dropped() {
    let fake = wake_lock();
    let _undo = replace(&navigator(), "wakeLock", fake.clone());
    let (told, on_change) = diary();
    let lock = WakeLock::request(on_change);
    wait(0).await;
    assert_eq!(lock.held(), Held::Yes);
    lock.retake();
    wait(0).await;
    assert!(
        (number(&fake, "asked") - 1.0).abs() < f64::EPSILON,
        "a held lock is not asked for again"
    );
    drop(lock);
    wait(0).await;
    assert!((number(&fake, "released") - 1.0).abs() < f64::EPSILON);
    assert_eq!(*told.borrow(), [Held::Yes]);
}

/// Fault: C9
#[wasm_bindgen_test]
async fn a_lock_the_browser_took_back_is_told_and_can_be_retaken() {
    let fake = wake_lock();
    let _undo = replace(&navigator(), "wakeLock", fake.clone());
    let (told, on_change) = diary();
    let lock = WakeLock::request(on_change);
    wait(0).await;
    fire(&get(&fake, "sentinel"), "release", &JsValue::UNDEFINED);
    assert_eq!(lock.held(), Held::No(Reason::Released));
    lock.retake();
    wait(0).await;
    assert_eq!(*told.borrow(), [Held::Yes, Held::No(Reason::Released), Held::Yes]);
}

/// Fault: C9
#[wasm_bindgen_test]
async fn a_wake_lock_refused_says_so() {
    for refuse in [rejected("NotAllowedError"), thrower("NotAllowedError"), JsValue::UNDEFINED] {
        let _undo = replace(&navigator(), "wakeLock", object(&[("request", refuse)]));
        let (told, on_change) = diary();
        let _lock = WakeLock::request(on_change);
        wait(0).await;
        assert_eq!(*told.borrow(), [Held::No(Reason::Denied)]);
    }
}

/// Fault: C9
#[wasm_bindgen_test]
fn a_browser_without_wake_lock_says_so_at_once() {
    let check = || {
        let (told, on_change) = diary();
        let lock = WakeLock::request(on_change);
        assert_eq!(lock.held(), Held::No(Reason::Unsupported));
        assert_eq!(*told.borrow(), [Held::No(Reason::Unsupported)]);
    };
    {
        let _undo = replace(&navigator(), "wakeLock", JsValue::UNDEFINED);
        check();
    }
    let _undo = throwing(&navigator(), "wakeLock", "SecurityError");
    check();
}

/// Fault: C9
#[wasm_bindgen_test]
async fn a_browser_that_never_answers_counts_as_a_refusal_after_four_seconds() {
    let _undo = replace(&navigator(), "wakeLock", object(&[("request", silent())]));
    let (told, on_change) = diary();
    let lock = WakeLock::request(on_change);
    wait(3_000).await;
    assert_eq!(lock.held(), Held::No(Reason::Released));
    assert!(told.borrow().is_empty());
    wait_until(|| !told.borrow().is_empty()).await;
    assert_eq!(*told.borrow(), [Held::No(Reason::Denied)]);
}

#[wasm_bindgen_test]
async fn a_lock_that_is_given_after_the_wish_is_gone_is_given_straight_back() {
    let fake = wake_lock();
    let _undo = replace(&navigator(), "wakeLock", fake.clone());
    drop(WakeLock::request(|_| ()));
    wait(0).await;
    assert!((number(&fake, "released") - 1.0).abs() < f64::EPSILON);
}
