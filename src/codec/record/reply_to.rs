//! `unknot.reply-to`: whose routines the person does: keys to seal replies with, and which plans were begun.

use super::{Decoded, Record, RecordError, decode_with, finish, need, versioned, word};
use crate::codec::json::Json;
use crate::codec::report::{from_text, to_text};
use crate::domain::shared::{Line, ReplyKey};

/// Keys to seal replies with, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyTo {
    /// Whose key it is, as they say, and the key; each key once, at most [`ReplyTo::MAX`].
    pub all: Vec<(Line, ReplyKey)>,
    /// Words of the routines whose plan was begun, the newest first; each once, at most [`ReplyTo::MAX_PLANS`].
    pub plans: Vec<String>,
}

impl ReplyTo {
    /// How many are kept; the oldest goes.
    pub const MAX: usize = 10;
    /// How many plans are kept.
    pub const MAX_PLANS: usize = 50;

    /// Puts the plan of a routine first, unless it was begun before; whether it is new.
    pub fn plan(&mut self, routine: &str) -> bool {
        let is_new = !self.plans.iter().any(|it| it == routine);
        if is_new {
            self.plans.insert(0, routine.to_owned());
            self.plans.truncate(Self::MAX_PLANS);
        }
        is_new
    }

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
        let out = versioned().put("to", self.all.iter().map(row).collect::<Json>());
        if self.plans.is_empty() {
            return finish(out);
        }
        let plans = self.plans.iter().map(|it| it.as_str().into()).collect::<Json>();
        finish(out.put("plans", plans))
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
            let plans = fields.get("plans").and_then(Json::items).unwrap_or_default();
            let plans = plans.iter().filter_map(|it| word(Some(it))).take(Self::MAX_PLANS);
            Ok(Self { all, plans: plans.map(ToOwned::to_owned).collect() })
        })
    }
}

fn read(row: &Json) -> Option<(Line, ReplyKey)> {
    let [name, key] = row.items()? else { return None };
    Some((Line::clean(name.text()?), ReplyKey(from_text(key.text()?)?)))
}
