//! Reliability A2, A3, A9, A15, A19, A23 as the page sees them.

use js_sys::Array;
use unknot::platform::service_worker::{Offline, Worker};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    Undo, container, diary, fire, get, move_worker, navigator, number, object, recorder,
    registration, replace, silent, text, throwing, wait, worker,
};

const NOTHING: JsValue = JsValue::UNDEFINED;

fn put(made: &JsValue, controller: &JsValue) -> (JsValue, Undo) {
    let fake = container(made, controller);
    let undo = replace(&navigator(), "serviceWorker", fake.clone());
    (fake, undo)
}

fn messages(worker: &JsValue) -> Vec<String> {
    Array::from(&get(worker, "messages")).iter().map(|message| text(&message, "type")).collect()
}

#[wasm_bindgen_test]
async fn the_worker_is_registered_past_the_http_cache() {
    let made = registration(&object(&[("active", worker("activated"))]));
    let (fake, _undo) = put(&made, &NOTHING);
    let _worker = Worker::register(|_| ());
    wait(0).await;
    let call = Array::from(&Array::from(&get(&fake, "asked")).get(0));
    assert_eq!(call.get(0).as_string().as_deref(), Some("./sw.js"));
    assert_eq!(call.get(1).as_string().as_deref(), Some("none"));
}

/// Fault: A2
#[wasm_bindgen_test]
async fn ready_is_told_only_once_a_worker_is_active() {
    // A2
    let made = registration(&object(&[("installing", worker("installing"))]));
    let (_fake, _undo) = put(&made, &NOTHING);
    let (told, on_change) = diary();
    let hold = Worker::register(on_change);
    wait(0).await;
    assert_eq!(hold.offline(), Offline::Saving);
    move_worker(&made, "installing", "waiting", "installed");
    assert_eq!(hold.offline(), Offline::Saving);
    move_worker(&made, "waiting", "active", "activating");
    assert_eq!(*told.borrow(), [Offline::Ready]);
}

/// Fault: A3
#[wasm_bindgen_test]
async fn a_first_install_that_fails_says_so() {
    // A3
    let made = registration(&object(&[("installing", worker("installing"))]));
    let (_fake, _undo) = put(&made, &NOTHING);
    let (told, on_change) = diary();
    let _hold = Worker::register(on_change);
    wait(0).await;
    move_worker(&made, "installing", "", "redundant");
    assert_eq!(*told.borrow(), [Offline::Failed]);
}

/// Fault: A8
#[wasm_bindgen_test]
async fn an_install_for_which_there_is_no_room_says_so_whichever_is_heard_first() {
    let word = object(&[("data", object(&[("type", "STORAGE_FULL".into())]))]);
    for word_first in [true, false] {
        let made = registration(&object(&[("installing", worker("installing"))]));
        let (fake, _undo) = put(&made, &NOTHING);
        let hold = Worker::register(|_| ());
        wait(0).await;
        if word_first {
            fire(&fake, "message", &word);
            assert_eq!(hold.offline(), Offline::Saving);
        }
        move_worker(&made, "installing", "", "redundant");
        if !word_first {
            assert_eq!(hold.offline(), Offline::Failed);
            fire(&fake, "message", &word);
        }
        assert_eq!(hold.offline(), Offline::Full);
    }
}

/// Fault: A15
#[wasm_bindgen_test]
async fn an_update_that_fails_leaves_the_old_version_ready() {
    // A15
    let made = registration(&object(&[("active", worker("activated"))]));
    let (_fake, _undo) = put(&made, &worker("activated"));
    let (told, on_change) = diary();
    let hold = Worker::register(on_change);
    wait(0).await;
    replace_installing(&made);
    move_worker(&made, "installing", "", "redundant");
    hold.check_for_update();
    wait(0).await;
    assert_eq!(*told.borrow(), [Offline::Ready]);
    assert!((number(&made, "updates") - 1.0).abs() < f64::EPSILON);
}

fn replace_installing(made: &JsValue) {
    js_sys::Reflect::set(made, &"installing".into(), &worker("installing")).unwrap();
    fire(made, "updatefound", &NOTHING);
}

#[wasm_bindgen_test]
async fn a_new_version_waits_until_it_is_accepted() {
    // A9
    let made = registration(&object(&[("active", worker("activated"))]));
    let (_fake, _undo) = put(&made, &worker("activated"));
    let (told, on_change) = diary();
    let hold = Worker::register(on_change);
    wait(0).await;
    replace_installing(&made);
    move_worker(&made, "installing", "waiting", "installed");
    assert_eq!(*told.borrow(), [Offline::Ready, Offline::UpdateWaiting]);
    let waiting = get(&made, "waiting");
    assert!(messages(&waiting).is_empty());
    hold.accept_update();
    assert_eq!(messages(&waiting), ["SKIP_WAITING"]);
}

#[wasm_bindgen_test]
async fn the_first_worker_taking_the_page_is_no_update() {
    let made = registration(&object(&[("active", worker("activated"))]));
    let (fake, _undo) = put(&made, &JsValue::NULL);
    let hold = Worker::register(|_| ());
    wait(0).await;
    fire(&fake, "controllerchange", &NOTHING);
    assert_eq!(hold.offline(), Offline::Ready);
}

/// Fault: A23
#[wasm_bindgen_test]
async fn an_update_accepted_in_another_tab_is_offered_and_reloads_nothing() {
    // A23: a reload here would end the whole test run.
    let made = registration(&object(&[("active", worker("activated"))]));
    let (fake, _undo) = put(&made, &worker("activated"));
    let hold = Worker::register(|_| ());
    wait(0).await;
    fire(&fake, "controllerchange", &NOTHING);
    assert_eq!(hold.offline(), Offline::UpdateWaiting);
}

#[wasm_bindgen_test]
async fn accepting_when_nothing_waits_does_nothing() {
    let made = registration(&object(&[("active", worker("activated"))]));
    let (_fake, _undo) = put(&made, &worker("activated"));
    let hold = Worker::register(|_| ());
    hold.accept_update();
    wait(0).await;
    hold.accept_update();
    assert_eq!(hold.offline(), Offline::Ready);
}

/// Fault: A15
#[wasm_bindgen_test]
async fn a_script_that_is_refused_is_a_failure_unless_an_earlier_worker_still_serves() {
    // A15
    let (fake, _undo) = put(&NOTHING, &NOTHING);
    let hold = Worker::register(|_| ());
    wait(0).await;
    assert_eq!(hold.offline(), Offline::Failed);
    let earlier = registration(&object(&[("active", worker("activated"))]));
    let _earlier = replace(&fake, "getRegistration", recorder(&earlier));
    let hold = Worker::register(|_| ());
    wait(0).await;
    assert_eq!(hold.offline(), Offline::Ready);
}

#[wasm_bindgen_test]
async fn a_registration_that_never_answers_promises_nothing() {
    let (fake, _undo) = put(&NOTHING, &NOTHING);
    let _silent = replace(&fake, "register", silent());
    let (told, on_change) = diary();
    let hold = Worker::register(on_change);
    wait(50).await;
    assert_eq!(hold.offline(), Offline::Saving);
    hold.check_for_update();
    hold.accept_update();
    assert!(told.borrow().is_empty());
}

/// Fault: A19
#[wasm_bindgen_test]
fn a_browser_without_service_workers_says_so() {
    // A19
    let check = || {
        let (told, on_change) = diary();
        let hold = Worker::register(on_change);
        assert_eq!(*told.borrow(), [Offline::Unsupported]);
        hold.check_for_update();
        hold.accept_update();
    };
    {
        let _undo = replace(&navigator(), "serviceWorker", NOTHING);
        check();
    }
    let _undo = throwing(&navigator(), "serviceWorker", "SecurityError");
    check();
}
