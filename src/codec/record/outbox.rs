//! `unknot.outbox`: rows of the journal on their way to the database.
//!
//! A session is written here before its place is forgotten, and leaves once the database has it: so a crash between
//! the two loses nothing, and since a row's key is its fact's, nothing is there twice (D25).

use super::{
    Decoded, Record, RecordError, decode_row, decode_with, encode_entry, finish, need, versioned,
};
use crate::codec::json::Json;
use crate::domain::outcome::Entry;

/// Entries that the database does not have yet, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// The entries, each key once.
    pub entries: Vec<Entry>,
}

impl Outbox {
    /// Adds an entry; an earlier version of it gives way.
    pub fn add(&mut self, entry: Entry) {
        self.entries.retain(|it| it.key() != entry.key());
        self.entries.push(entry);
    }

    /// Takes out what the database has now; a later version of it stays.
    pub fn sent(&mut self, sent: &[Entry]) {
        self.entries.retain(|it| !sent.contains(it));
    }
}

impl Record for Outbox {
    const KEY: &'static str = "unknot.outbox";

    fn encode(&self) -> String {
        let row = |it: &Entry| -> Json {
            [it.key().to_string(), encode_entry(it)]
                .iter()
                .map(|it| Json::from(it.as_str()))
                .collect()
        };
        finish(versioned().put("rows", self.entries.iter().map(row).collect::<Json>()))
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            let rows = need("rows", fields.get("rows").and_then(Json::items))?;
            let mut outbox = Self::default();
            for row in rows {
                match read(row) {
                    Some(entry) => outbox.add(entry),
                    None => fields.bad(()),
                }
            }
            Ok(outbox)
        })
    }
}

fn read(row: &Json) -> Option<Entry> {
    let [key, text] = row.items()? else { return None };
    decode_row(key.text()?, text.text()?).ok()
}
