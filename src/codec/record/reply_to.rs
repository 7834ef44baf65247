//! `unknot.reply-to`: whose routines the person does that ask for sealed replies, with the keys to seal them.

use super::{Decoded, Record, RecordError, decode_with, finish, need, versioned};
use crate::codec::json::Json;
use crate::codec::report::{from_text, to_text};
use crate::domain::shared::{Line, ReplyKey};

/// Keys to seal replies with, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyTo {
    /// Whose key it is, as they say, and the key; each key once, at most [`ReplyTo::MAX`].
    pub all: Vec<(Line, ReplyKey)>,
}

impl ReplyTo {
    /// How many are kept; the oldest goes.
    pub const MAX: usize = 10;

    /// Puts a key first.
    pub fn add(&mut self, name: Line, key: ReplyKey) {
        self.all.retain(|it| it.1 != key);
        self.all.insert(0, (name, key));
        self.all.truncate(Self::MAX);
    }
}

impl Record for ReplyTo {
    const KEY: &'static str = "unknot.reply-to";

    fn encode(&self) -> String {
        let row = |it: &(Line, ReplyKey)| -> Json {
            [Json::from(it.0.as_str()), to_text(&it.1.0).as_str().into()].into_iter().collect()
        };
        finish(versioned().put("to", self.all.iter().map(row).collect::<Json>()))
    }

    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            let rows = need("to", fields.get("to").and_then(Json::items))?;
            let mut all: Vec<(Line, ReplyKey)> = Vec::new();
            for row in rows {
                match read(row) {
                    Some(it) if all.len() < Self::MAX && all.iter().all(|had| had.1 != it.1) => {
                        all.push(it);
                    }
                    Some(_) | None => fields.bad(()),
                }
            }
            Ok(Self { all })
        })
    }
}

fn read(row: &Json) -> Option<(Line, ReplyKey)> {
    let [name, key] = row.items()? else { return None };
    Some((Line::clean(name.text()?), ReplyKey(from_text(key.text()?)?)))
}
