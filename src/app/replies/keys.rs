//! The keys of this browser, which open sealed replies.

use crate::codec::report::{OwnKey, Sealed};
use crate::domain::shared::ReplyKey;
use crate::platform::seal::{self, SealError};
use crate::platform::storage::database::{self, Change, Row, Shelf};

/// Most keys that are tried: one's own, and those of copies that were taken in.
const TRIED: usize = 20;

fn kept(rows: &[Row]) -> impl Iterator<Item = OwnKey> {
    rows.iter().take(TRIED).filter_map(OwnKey::of_row)
}

/// What is kept; keys that cannot be read now are not taken for none.
async fn rows() -> Result<Vec<Row>, SealError> {
    database::all(Shelf::Keys).await.or(Err(SealError::NotKept))
}

/// Opens something sealed with one of them.
pub(super) async fn open(sealed: &Sealed) -> Result<Vec<u8>, SealError> {
    let mut why = SealError::WrongKey;
    for key in kept(&rows().await?) {
        match seal::open(&key, sealed).await {
            Ok(bytes) => return Ok(bytes),
            Err(error) => why = error,
        }
    }
    Err(why)
}

/// The keys that replies can be opened with here; `None` where they cannot be looked up.
pub(super) async fn all() -> Option<Vec<ReplyKey>> {
    Some(kept(&rows().await.ok()?).map(|it| it.public).collect())
}

/// The key that routines made here carry; the first time it is made and kept.
pub(super) async fn own() -> Result<ReplyKey, SealError> {
    if let Some(key) = kept(&rows().await?).next() {
        return Ok(key.public);
    }
    let key = seal::make_key().await?;
    let change = Change { shelf: Shelf::Keys, put: vec![key.row()], removed: Vec::new() };
    // A key that is not kept would open nothing.
    database::change(vec![change]).await.or(Err(SealError::NotKept))?;
    Ok(key.public)
}
