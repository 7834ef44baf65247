//! Clocks, timers and the page's life.

use std::cell::RefCell;
use std::rc::Rc;

use unknot::domain::time::Span;
use unknot::platform::timer::Timer;
use unknot::platform::visibility::{Change, is_hidden, watch};
use unknot::platform::{clock, leave_guard};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    block, diary, document, fire, get, object, recorder, replace, wait, wait_until, window,
};

#[wasm_bindgen_test]
fn both_clocks_advance_with_real_time() {
    let first = clock::reading(false);
    block(30.0);
    let second = clock::reading(true);
    assert!((28..3_000).contains(&(second.monotonic - first.monotonic)));
    assert!((28..3_000).contains(&(second.wall - first.wall)));
    assert_eq!((first.was_away, second.was_away), (false, true));
}

/// Fault: C5
#[wasm_bindgen_test]
fn setting_the_wall_clock_leaves_the_monotonic_clock_alone() {
    // C5
    let before = clock::reading(false);
    let _undo = replace(&get(&window(), "Date"), "now", recorder(&JsValue::from_f64(0.0)));
    let after = clock::reading(false);
    assert_eq!(after.wall, 0);
    assert!(after.monotonic - before.monotonic < 1_000);
}

#[wasm_bindgen_test]
fn a_clock_before_1970_reads_as_zero() {
    let _undo =
        replace(&get(&window(), "Date"), "now", recorder(&JsValue::from_f64(-86_400_000.0)));
    assert_eq!(clock::wall_millis(), 0);
}

#[wasm_bindgen_test]
fn today_is_the_civil_day_where_the_person_is() {
    // 2026-11-22 00:30 UTC is still the 21st seven hours west and the 22nd in the east.
    let half_past_midnight = JsValue::from_f64(1_795_307_400_000.0);
    let _now = replace(&get(&window(), "Date"), "now", recorder(&half_past_midnight));
    let day_with = |offset: f64| {
        let dates = get(&get(&window(), "Date"), "prototype");
        let _offset = replace(&dates, "getTimezoneOffset", recorder(&offset.into()));
        clock::today().days()
    };
    assert_eq!(day_with(0.0), 20_779);
    assert_eq!(day_with(420.0), 20_778);
    assert_eq!(day_with(-780.0), 20_779);
}

#[wasm_bindgen_test]
async fn a_timer_fires_once_and_not_before_its_time() {
    let (times, on_time) = diary();
    let began = clock::reading(false).monotonic;
    let _timer =
        Timer::after(Span::from_millis(40), move || on_time(clock::reading(false).monotonic));
    wait_until(|| !times.borrow().is_empty()).await;
    wait(60).await;
    let times = times.borrow();
    assert_eq!(times.len(), 1);
    assert!(times.first().copied().unwrap() - began >= 39);
}

#[wasm_bindgen_test]
async fn a_dropped_timer_never_fires() {
    let (times, on_time) = diary();
    drop(Timer::after(Span::from_millis(5), move || on_time(())));
    wait(40).await;
    assert!(times.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn a_timer_may_be_dropped_or_replaced_by_its_own_callback() {
    let slot = Rc::new(RefCell::new(None));
    let (times, on_time) = diary();
    let inner = Rc::clone(&slot);
    let own = Timer::after(Span::ZERO, move || {
        on_time(());
        drop(inner.replace(Some(Timer::after(Span::from_secs(60), || ()))));
        on_time(());
    });
    slot.replace(Some(own));
    wait_until(|| times.borrow().len() == 2).await;
    assert_eq!(times.borrow().len(), 2);
}

/// Fault: C16
#[wasm_bindgen_test]
async fn a_wait_longer_than_a_browser_can_keep_does_not_fire_at_once() {
    // C16: an over-long setTimeout fires at once.
    let (times, on_time) = diary();
    let _timer = Timer::after(Span::from_millis(u32::MAX), move || on_time(()));
    wait(40).await;
    assert!(times.borrow().is_empty());
}

#[wasm_bindgen_test]
fn every_change_of_the_pages_life_is_told_in_order_until_the_watch_is_dropped() {
    let (changes, on_change) = diary();
    let watch = watch(on_change);
    let page = JsValue::from(document());
    let nothing = JsValue::UNDEFINED;
    {
        let _hidden = replace(&page, "hidden", JsValue::TRUE);
        assert!(is_hidden());
        fire(&page, "visibilitychange", &nothing);
        fire(&page, "freeze", &nothing);
    }
    fire(&page, "resume", &nothing);
    fire(&page, "visibilitychange", &nothing);
    fire(&window(), "pagehide", &nothing);
    fire(&window(), "pageshow", &object(&[("persisted", JsValue::TRUE)]));
    drop(watch);
    fire(&page, "freeze", &nothing);
    let expected = [
        Change::Hidden,
        Change::Frozen,
        Change::Resumed,
        Change::Visible,
        Change::PageHide,
        Change::PageShow { persisted: true },
    ];
    assert_eq!(*changes.borrow(), expected);
}

#[wasm_bindgen_test]
fn a_change_within_the_handling_of_a_change_is_no_panic() {
    let page = JsValue::from(document());
    let count = Rc::new(RefCell::new(0));
    let (counted, inner) = (Rc::clone(&count), page.clone());
    let _watch = watch(move |_| {
        counted.replace_with(|n| *n + 1);
        fire(&inner, "freeze", &JsValue::UNDEFINED);
    });
    fire(&page, "resume", &JsValue::UNDEFINED);
    assert_eq!(*count.borrow(), 1);
}

#[wasm_bindgen_test]
fn the_page_is_guarded_against_closing_only_while_the_guard_is_held() {
    let close = || fire(&window(), "beforeunload", &JsValue::UNDEFINED);
    assert!(!close());
    let guard = leave_guard::LeaveGuard::hold();
    assert!(close());
    drop(guard);
    assert!(!close());
}
