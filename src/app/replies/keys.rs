//! The keys of this browser, which open sealed replies.

use crate::codec::report::{OwnKey, Sealed};
use crate::domain::shared::ReplyKey;
use crate::platform::seal::{self, Answer, SealError};
use crate::platform::storage::database::{self, Change, Shelf};

/// Most keys that are tried: one's own, and those of copies that were taken in.
const TRIED: usize = 20;

async fn kept() -> Vec<OwnKey> {
    let rows = database::all(Shelf::Keys).await.unwrap_or_default();
    rows.iter().take(TRIED).filter_map(OwnKey::of_row).collect()
}

/// Opens something sealed with one of them.
pub(super) fn open(sealed: &Sealed) -> Answer<'_, Vec<u8>> {
    Box::pin(async move {
        let mut why = SealError::WrongKey;
        for key in kept().await {
            match seal::open(&key, sealed).await {
                Ok(bytes) => return Ok(bytes),
                Err(error) => why = error,
            }
        }
        Err(why)
    })
}

/// The key that routines made here carry; the first time it is made and kept.
pub(super) fn own() -> Answer<'static, ReplyKey> {
    Box::pin(async {
        if let Some(key) = kept().await.into_iter().next() {
            return Ok(key.public);
        }
        let key = seal::make_key().await?;
        let change = Change { shelf: Shelf::Keys, put: vec![key.row()], removed: Vec::new() };
        // A key that is not kept would open nothing.
        database::change(vec![change]).await.or(Err(SealError::NotKept))?;
        Ok(key.public)
    })
}
