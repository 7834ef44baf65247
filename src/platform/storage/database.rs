//! The database: many small texts by key, in three shelves.
//!
//! <https://developer.mozilla.org/docs/Web/API/IndexedDB_API>. Opening may throw, be refused, wait for another tab or never
//! answer (`WebKit` 226547), so it is given three seconds. Each call opens it and closes it again: so no tab ever stands in
//! the way of another one, and a newer version can take over at any time.

use core::fmt;
use core::future::Future;
use core::pin::Pin;

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::request::{end_frozen, in_time, locked_while, settled};
use crate::domain::time::Span;
use crate::platform::js;

/// The database's name.
const NAME: &str = "unknot";
/// Its layout: three stores of texts by key. The first had two; what was in them stays.
const LAYOUT: u32 = 2;
/// How long opening may take.
const PATIENCE: Span = Span::from_millis(3000);
/// How long reading may take: a page that was left may hold a shelf for ever (`WebKit`).
const READING: Span = Span::from_millis(8000);
/// Rows that are put in before it is asked whether to go on.
const AT_A_TIME: usize = 500;

/// A store of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// The person's own and received routines.
    Routines,
    /// What was done and how it felt.
    Journal,
    /// The keys that open sealed replies.
    Keys,
}

impl Shelf {
    const ALL: [Self; 3] = [Self::Routines, Self::Journal, Self::Keys];

    const fn name(self) -> &'static str {
        match self {
            Self::Routines => "routines",
            Self::Journal => "journal",
            Self::Keys => "keys",
        }
    }
}

/// Why the database could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseError {
    /// The browser has none for this page.
    Denied,
    /// It does not answer now, or another tab stands in the way; it may later.
    Late,
    /// It could not be used this time.
    Failed,
    /// There is no room left; nothing of the change was kept.
    Full,
    /// A newer version of the app made it; nothing is touched.
    Newer,
}

impl fmt::Display for DatabaseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Denied => "there is no database for this page",
            Self::Late => "the database does not answer",
            Self::Failed => "the database cannot be used",
            Self::Full => "the database has no room",
            Self::Newer => "the database is of a newer version",
        })
    }
}

impl core::error::Error for DatabaseError {}

/// An answer that is waited for; boxed, so that what waits is compiled once and not in each place.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, DatabaseError>> + 'a>>;

/// Told how many rows of a change are put in; answers whether to go on.
pub type GoesOn = Box<dyn Fn(usize) -> bool>;

/// A key and its text.
pub type Row = (String, String);

/// Keys from one on and before another, and how many rows of them at most.
#[derive(Clone, Debug)]
pub struct Keys {
    /// The first.
    pub from: String,
    /// The one behind the last.
    pub before: String,
    /// How many at most.
    pub most: u32,
}

/// A database that is open for reading; it closes when dropped.
#[must_use = "the database closes when this is dropped"]
pub struct Reader {
    database: JsValue,
}

impl Reader {
    /// Opens the database.
    ///
    /// # Errors
    /// [`DatabaseError`] when it cannot be opened.
    pub fn open() -> Answer<'static, Self> {
        Box::pin(async { Ok(Self { database: open(Some(LAYOUT)).await? }) })
    }

    /// Opens the database, also one that a newer version made.
    fn open_as_it_is() -> Answer<'static, Self> {
        Box::pin(async {
            match Self::open().await {
                Err(DatabaseError::Newer) => Ok(Self { database: open(None).await? }),
                opened => opened,
            }
        })
    }

    /// The rows with these keys, all of one moment; one that holds no text has an empty one.
    ///
    /// # Errors
    /// [`DatabaseError`] when they cannot be read.
    pub fn rows<'a>(&'a self, of: Shelf, wanted: &'a [Keys]) -> Answer<'a, Vec<Row>> {
        Box::pin(
            async move { read(&self.database, of, wanted).await.map_err(|error| reason(&error)) },
        )
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        close(&self.database);
    }
}

/// Every row of a shelf; one that holds no text has an empty one.
///
/// # Errors
/// [`DatabaseError`] when it cannot be read.
pub fn all(shelf: Shelf) -> Answer<'static, Vec<Row>> {
    Box::pin(async move { Reader::open().await?.rows(shelf, &[every_key()]).await })
}

/// Every row of a shelf for a copy, also where a newer version made the database; none where there is no database.
///
/// # Errors
/// [`DatabaseError`] when rows that may be there cannot be read.
pub fn copy(shelf: Shelf) -> Answer<'static, Vec<Row>> {
    Box::pin(async move {
        match Reader::open_as_it_is().await {
            Err(DatabaseError::Denied) => Ok(Vec::new()),
            Ok(reader) if !has(&reader.database, shelf) => Ok(Vec::new()),
            opened => opened?.rows(shelf, &[every_key()]).await,
        }
    })
}

fn every_key() -> Keys {
    Keys { from: String::new(), before: "\u{ffff}".to_owned(), most: u32::MAX }
}

/// Rows to put into a shelf and keys to take out of it.
#[derive(Clone, Debug)]
pub struct Change {
    /// Which shelf.
    pub shelf: Shelf,
    /// Rows that are put in, over what was there.
    pub put: Vec<Row>,
    /// Keys that are taken out.
    pub removed: Vec<String>,
}

/// Makes changes in one transaction: all of it or nothing.
///
/// # Errors
/// [`DatabaseError`] when nothing was changed.
pub fn change(changes: Vec<Change>) -> Answer<'static, ()> {
    change_while(changes, Box::new(|_| true))
}

/// Makes many changes in one transaction; `goes_on` is told now and then how many rows are put in, and when it says no,
/// nothing of it is kept.
///
/// # Errors
/// [`DatabaseError`] when nothing was changed.
pub fn change_while(changes: Vec<Change>, goes_on: GoesOn) -> Answer<'static, ()> {
    Box::pin(async move {
        let reader = Reader::open().await?;
        write(&reader.database, &changes, &*goes_on).await.map_err(|error| reason(&error))
    })
}

/// Removes the whole database. Where another tab holds it, it is emptied, and goes when that tab does.
///
/// # Errors
/// [`DatabaseError`] when the browser does not do it.
pub fn erase() -> Answer<'static, ()> {
    Box::pin(async {
        let is_empty = empty().await.is_ok();
        let gone = remove().await;
        // Where there is none, there is nothing to take out.
        if is_empty || gone == Err(DatabaseError::Denied) { Ok(()) } else { gone }
    })
}

/// Takes every row out, in one transaction.
async fn empty() -> Result<(), DatabaseError> {
    let reader = Reader::open().await?;
    clear(&reader.database).await.map_err(|error| reason(&error))
}

async fn clear(database: &JsValue) -> Result<(), JsValue> {
    let names: Vec<JsValue> = Shelf::ALL.iter().map(|it| it.name().into()).collect();
    let transaction = begin(database, &names)?;
    let done = JsFuture::from(settled(&transaction, "oncomplete"));
    for name in names {
        js::call(&js::call(&transaction, "objectStore", &[name])?, "clear", &[])?;
    }
    end(&transaction);
    done.await.map(drop)
}

fn begin(database: &JsValue, names: &[JsValue]) -> Result<JsValue, JsValue> {
    js::call(database, "transaction", &[js::list(names).into(), "readwrite".into()])
}

fn remove() -> Answer<'static, ()> {
    Box::pin(async {
        let request = js::call(&factory(), "deleteDatabase", &[NAME.into()]);
        let request = request.map_err(|error| reason(&error))?;
        let gone = in_time(PATIENCE, settled(&request, "onsuccess")).await;
        gone.map(drop).map_err(|error| reason(&error))
    })
}

async fn read(database: &JsValue, shelf: Shelf, wanted: &[Keys]) -> Result<Vec<Row>, JsValue> {
    let store = store(database, shelf)?;
    let ranges = js::get(&js::window(), "IDBKeyRange");
    // All is asked for in one transaction, so that keys and texts belong together.
    let mut asked = Vec::with_capacity(wanted.len());
    for keys in wanted {
        let ends = [keys.from.as_str().into(), keys.before.as_str().into()];
        let [from, before] = ends;
        let range = js::call(&ranges, "bound", &[from, before, false.into(), true.into()])?;
        let found_keys = js::call(&store, "getAllKeys", &[range.clone(), keys.most.into()])?;
        let found = js::call(&store, "getAll", &[range, keys.most.into()])?;
        let done = settled(&found, "onsuccess");
        asked.push((found_keys, found, done));
    }
    end(&js::get(&store, "transaction"));
    let mut rows = Vec::new();
    for (keys, texts, done) in asked {
        in_time(READING, done).await?;
        let list = |request: &JsValue| js::get(request, "result").dyn_into::<Array>();
        let (keys, texts) = (list(&keys)?, list(&texts)?);
        let text = |it: &JsValue| it.as_string().unwrap_or_default();
        rows.extend(keys.iter().zip(texts.iter()).map(|(key, it)| (text(&key), text(&it))));
    }
    Ok(rows)
}

async fn write(
    database: &JsValue,
    changes: &[Change],
    goes_on: &dyn Fn(usize) -> bool,
) -> Result<(), JsValue> {
    let names: Vec<JsValue> = changes.iter().map(|it| it.shelf.name().into()).collect();
    let transaction = begin(database, &names)?;
    let done = JsFuture::from(settled(&transaction, "oncomplete"));
    let ordered = order(&transaction, changes, goes_on).await;
    if ordered.is_err() {
        js::call(&transaction, "abort", &[]).ok();
    } else {
        end(&transaction);
    }
    let done = done.await;
    ordered?;
    done.map(drop)
}

/// Lets a transaction end by itself once it has done what it was asked: one that waits for its page never ends where the
/// page is left, and holds up every later one (`WebKit`).
fn end(transaction: &JsValue) {
    js::call(transaction, "commit", &[]).ok();
}

async fn order(
    transaction: &JsValue,
    changes: &[Change],
    goes_on: &dyn Fn(usize) -> bool,
) -> Result<(), JsValue> {
    let mut ordered = 0;
    for change in changes {
        let store = js::call(transaction, "objectStore", &[change.shelf.name().into()])?;
        for (key, text) in &change.put {
            let put = js::call(&store, "put", &[text.as_str().into(), key.as_str().into()])?;
            ordered += 1;
            if ordered % AT_A_TIME == 0 {
                // A transaction stays open in what follows from the answer to one of its requests.
                JsFuture::from(settled(&put, "onsuccess")).await?;
                if !goes_on(ordered) {
                    return Err(JsValue::UNDEFINED);
                }
            }
        }
        for key in &change.removed {
            js::call(&store, "delete", &[key.as_str().into()])?;
        }
    }
    Ok(())
}

/// A shelf in a transaction that only reads.
fn store(database: &JsValue, shelf: Shelf) -> Result<JsValue, JsValue> {
    let transaction = js::call(database, "transaction", &[shelf.name().into(), "readonly".into()])?;
    js::call(&transaction, "objectStore", &[shelf.name().into()])
}

/// Opens the database at a layout, or as it is.
async fn open(layout: Option<u32>) -> Result<JsValue, DatabaseError> {
    let mut given = vec![NAME.into()];
    given.extend(layout.map(JsValue::from));
    let request = js::call(&factory(), "open", &given);
    let request = request.map_err(|error| reason(&error))?;
    let upgrade = Closure::<dyn FnMut(JsValue)>::new(|event: JsValue| {
        make_stores(&js::get(&event, "target"));
    })
    .into_js_value();
    js::set(&request, "onupgradeneeded", &upgrade);
    let opened = settled(&request, "onsuccess");
    locked_while(&opened);
    let Err(error) = in_time(PATIENCE, opened.clone()).await else {
        return Ok(js::get(&request, "result"));
    };
    let error = reason(&error);
    if error == DatabaseError::Late {
        end_frozen();
        // An answer that comes too late is closed at once.
        js::answered(&opened, move |_| close(&js::get(&request, "result")));
    }
    Err(error)
}

/// Makes the stores that are not there yet: all of them, or the database stays as it was.
fn make_stores(request: &JsValue) {
    let database = js::get(request, "result");
    for shelf in Shelf::ALL {
        if !has(&database, shelf)
            && js::call(&database, "createObjectStore", &[shelf.name().into()]).is_err()
        {
            js::call(&js::get(request, "transaction"), "abort", &[]).ok();
        }
    }
}

fn has(database: &JsValue, shelf: Shelf) -> bool {
    let names = js::get(database, "objectStoreNames");
    js::call(&names, "contains", &[shelf.name().into()]).is_ok_and(|it| it.is_truthy())
}

fn close(database: &JsValue) {
    js::call(database, "close", &[]).ok();
}

fn factory() -> JsValue {
    js::get(&js::window(), "indexedDB")
}

fn reason(error: &JsValue) -> DatabaseError {
    match js::text(error, "name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => DatabaseError::Full,
        Some("VersionError") => DatabaseError::Newer,
        Some("SecurityError") => DatabaseError::Denied, // site data is blocked
        None if error.is_undefined() => DatabaseError::Denied,
        None if error.is_string() => DatabaseError::Late,
        Some(_) | None => DatabaseError::Failed,
    }
}
