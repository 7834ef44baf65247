//! The database's adapter in a real browser: what it keeps, and each way in which it can fail.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use unknot::platform::storage::database::{
    Change, DatabaseError, Row, Shelf, all, change, change_while, copy, erase,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{
    fail_nth, get, held_database, object, open_databases, put_raw, rejected, remove_database,
    replace, silent, thrower, throwing, wait, window,
};

const STORES: [&str; 2] = ["routines", "journal"];
const SHELVES: [Shelf; 3] = [Shelf::Routines, Shelf::Journal, Shelf::Keys];

fn row(key: &str, text: &str) -> Row {
    (key.to_owned(), text.to_owned())
}

fn put(shelf: Shelf, rows: &[Row]) -> Change {
    Change { shelf, put: rows.to_vec(), removed: Vec::new() }
}

async fn rows(shelf: Shelf) -> Vec<Row> {
    all(shelf).await.unwrap()
}

/// Everything there is, shelf by shelf.
async fn everything() -> Vec<Vec<Row>> {
    let mut found = Vec::new();
    for shelf in SHELVES {
        found.push(rows(shelf).await);
    }
    found
}

fn close(database: &JsValue) {
    Function::from(get(database, "close")).call0(database).unwrap();
}

#[wasm_bindgen_test]
async fn what_is_put_in_comes_back_in_the_order_of_its_keys() {
    remove_database().await;
    let journal = put(Shelf::Journal, &[row("b", "2"), row("a", "1"), row("c", "ä\u{1f600}")]);
    change(vec![journal, put(Shelf::Keys, &[row("k", "s")])]).await.unwrap();
    assert_eq!(rows(Shelf::Journal).await, [row("a", "1"), row("b", "2"), row("c", "ä\u{1f600}")]);
    let removed = vec!["a".to_owned(), "not there".to_owned()];
    let over = Change { shelf: Shelf::Journal, put: vec![row("b", "3")], removed };
    change(vec![over]).await.unwrap();
    assert_eq!(rows(Shelf::Journal).await, [row("b", "3"), row("c", "ä\u{1f600}")]);
    assert_eq!(rows(Shelf::Keys).await, [row("k", "s")]);
    assert_eq!(copy(Shelf::Journal).await, Ok(rows(Shelf::Journal).await));
    erase().await.unwrap();
    assert!(open_databases().await.is_empty());
}

/// Fault: B1
#[wasm_bindgen_test]
async fn whichever_write_of_a_change_fails_all_that_was_there_stays() {
    remove_database().await;
    let first = || SHELVES.map(|it| put(it, &[row("1", "old"), row("2", "old")])).to_vec();
    change(first()).await.unwrap();
    let before = everything().await;
    let next = || SHELVES.map(|it| put(it, &[row("2", "new"), row("3", "new")])).to_vec();
    for kind in ["QuotaExceededError", "DataError", "abort"] {
        for nth in 1..=6 {
            let undo = fail_nth("put", nth, kind);
            let failed = change(next()).await;
            drop(undo);
            let expected = if kind == "QuotaExceededError" {
                DatabaseError::Full
            } else {
                DatabaseError::Failed
            };
            assert_eq!(failed, Err(expected), "{kind} at {nth}");
            assert_eq!(everything().await, before, "{kind} at {nth}");
        }
    }
    // The control: without a fault it is another state.
    change(next()).await.unwrap();
    assert_ne!(everything().await, before);
    remove_database().await;
}

/// Fault: B17
#[wasm_bindgen_test]
async fn a_large_change_tells_how_far_it_is_and_is_nothing_when_it_is_stopped() {
    remove_database().await;
    let many: Vec<Row> = (0..2300).map(|nth| row(&format!("{nth:04}"), "x")).collect();
    let told = Rc::new(Cell::new(0));
    let seen = Rc::clone(&told);
    let stop = Box::new(move |done| {
        seen.set(done);
        done < 1500
    });
    let stopped = change_while(vec![put(Shelf::Journal, &many)], stop).await;
    assert!(stopped.is_err());
    assert_eq!((told.get(), rows(Shelf::Journal).await.len()), (1500, 0));
    let seen = Rc::clone(&told);
    let go_on = Box::new(move |done| {
        seen.set(done);
        true
    });
    change_while(vec![put(Shelf::Journal, &many)], go_on).await.unwrap();
    assert_eq!((told.get(), rows(Shelf::Journal).await), (2000, many));
    remove_database().await;
}

/// Fault: B2, B3
#[wasm_bindgen_test]
async fn a_browser_without_a_database_or_that_refuses_it_is_told_from_one_that_fails() {
    let put_in = |nth: usize| match nth {
        0 => replace(&window(), "indexedDB", JsValue::UNDEFINED),
        1 => throwing(&window(), "indexedDB", "SecurityError"),
        2 => replace(&window(), "indexedDB", object(&[("open", thrower("SecurityError"))])),
        _ => replace(&window(), "indexedDB", object(&[("open", thrower("UnknownError"))])),
    };
    for nth in 0..4 {
        let fault = put_in(nth);
        let why = if nth < 3 { DatabaseError::Denied } else { DatabaseError::Failed };
        assert_eq!(all(Shelf::Journal).await, Err(why));
        assert_eq!(change(vec![put(Shelf::Journal, &[row("a", "1")])]).await, Err(why));
        // A copy of nothing is whole; one of what cannot be read is none.
        let copied = copy(Shelf::Journal).await;
        assert_eq!(copied.is_ok(), why == DatabaseError::Denied);
        drop(fault);
    }
}

/// Fault: B4
#[wasm_bindgen_test]
async fn a_database_that_never_answers_is_given_up_after_three_seconds() {
    let silent = object(&[("open", crate::support::recorder(&object(&[])))]);
    let _undo = replace(&window(), "indexedDB", silent);
    let began = crate::support::now();
    assert_eq!(all(Shelf::Journal).await, Err(DatabaseError::Late));
    let took = crate::support::now() - began;
    assert!((2_900.0..4_500.0).contains(&took), "{took} ms");
}

fn navigator() -> JsValue {
    get(&window(), "navigator")
}

/// How many openings have a lock.
async fn locked() -> u32 {
    let locks = get(&navigator(), "locks");
    let query = Function::from(get(&locks, "query")).call0(&locks).unwrap();
    let found = JsFuture::from(Promise::from(query)).await.unwrap();
    Array::from(&get(&found, "held")).length()
}

/// Waits until so many openings have a lock: it is given and taken back a moment later, in another process.
async fn locked_are(wanted: u32) {
    for _ in 0..40 {
        if locked().await == wanted {
            return;
        }
        wait(50).await;
    }
    assert_eq!(locked().await, wanted);
}

/// Fault: B4
#[wasm_bindgen_test]
async fn without_locks_or_where_they_fail_the_database_works_all_the_same() {
    for request in
        [None, Some(thrower("SecurityError")), Some(rejected("SecurityError")), Some(silent())]
    {
        remove_database().await;
        let locks = request.map_or(JsValue::UNDEFINED, |it| object(&[("request", it)]));
        let _undo = replace(&navigator(), "locks", locks);
        change(vec![put(Shelf::Journal, &[row("a", "1")])]).await.unwrap();
        assert_eq!(rows(Shelf::Journal).await, [row("a", "1")]);
    }
}

/// Fault: B5, B6, B9
#[wasm_bindgen_test]
async fn an_old_tab_that_does_not_give_way_is_waited_for_and_every_row_is_taken_over_after_it() {
    remove_database().await;
    let old = held_database(1, &STORES).await;
    put_raw(&old, "journal", "pain-1", &"kept".into()).await;
    // (What an earlier test held is given back by then.)
    wait(300).await;
    let before = locked().await;
    assert_eq!(all(Shelf::Journal).await, Err(DatabaseError::Late));
    // The opening that still waits has a lock, and gives it back when it is answered late.
    locked_are(before + 1).await;
    close(&old);
    wait(50).await;
    assert_eq!(rows(Shelf::Journal).await, [row("pain-1", "kept")]);
    locked_are(before).await;
    assert_eq!(open_databases().await, ["unknot 2"]);
    remove_database().await;
}

/// Fault: B9
#[wasm_bindgen_test]
async fn a_change_of_layout_that_fails_leaves_the_old_one_whole() {
    remove_database().await;
    let old = held_database(1, &STORES).await;
    put_raw(&old, "journal", "pain-1", &"kept".into()).await;
    close(&old);
    let undo = fail_nth("createObjectStore", 1, "UnknownError");
    assert!(all(Shelf::Journal).await.is_err());
    drop(undo);
    assert_eq!(open_databases().await, ["unknot 1"]);
    assert_eq!(rows(Shelf::Journal).await, [row("pain-1", "kept")]);
    assert_eq!(open_databases().await, ["unknot 2"]);
    remove_database().await;
}

/// Fault: B8
#[wasm_bindgen_test]
async fn a_database_of_a_newer_layout_is_left_alone_and_can_still_be_copied() {
    remove_database().await;
    let newer = held_database(9, &["journal", "moods"]).await;
    put_raw(&newer, "journal", "pain-1", &"theirs".into()).await;
    close(&newer);
    assert_eq!(all(Shelf::Journal).await, Err(DatabaseError::Newer));
    let failed = change(vec![put(Shelf::Journal, &[row("pain-1", "ours")])]).await;
    assert_eq!(failed, Err(DatabaseError::Newer));
    assert_eq!(copy(Shelf::Journal).await, Ok(vec![row("pain-1", "theirs")]));
    assert_eq!(copy(Shelf::Keys).await, Ok(vec![]), "it has none");
    assert_eq!(open_databases().await, ["unknot 9"]);
    remove_database().await;
}

/// Fault: B12
#[wasm_bindgen_test]
async fn a_row_that_is_no_text_or_has_ten_megabytes_stops_nothing() {
    remove_database().await;
    change(vec![put(Shelf::Journal, &[row("a", "1")])]).await.unwrap();
    let raw = held_database(0, &[]).await;
    put_raw(&raw, "journal", "b", &7.into()).await;
    put_raw(&raw, "journal", "c", &f64::NAN.into()).await;
    put_raw(&raw, "journal", "d", &object(&[("x", JsValue::NULL)])).await;
    let long = "x".repeat(10 * 1024 * 1024);
    put_raw(&raw, "journal", "e", &long.as_str().into()).await;
    close(&raw);
    let found = rows(Shelf::Journal).await;
    let lengths: Vec<usize> = found.iter().map(|it| it.1.len()).collect();
    assert_eq!(lengths, [1, 0, 0, 0, long.len()]);
    remove_database().await;
}

/// Fault: B19
#[wasm_bindgen_test]
async fn what_another_tab_holds_open_is_emptied_and_goes_when_that_tab_does() {
    remove_database().await;
    change(SHELVES.map(|it| put(it, &[row("a", "1")])).to_vec()).await.unwrap();
    let held = held_database(0, &[]).await;
    assert_eq!(erase().await, Ok(()));
    close(&held);
    wait(50).await;
    assert!(open_databases().await.is_empty());
    assert_eq!(everything().await, [vec![], vec![], vec![]]);
    remove_database().await;
}
