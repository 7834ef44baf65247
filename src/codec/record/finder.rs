//! `unknot.finder`: what was last answered on Home, for the next time.

use super::{Decoded, Record, RecordError, decode_with, finish, versioned};
use crate::codec::json::{Fields, Json};
use crate::domain::body::Area;
use crate::domain::choice::Choice;
use crate::domain::equipment::Tool;

impl Record for Choice {
    const KEY: &'static str = "unknot.finder";

    fn encode(&self) -> String {
        finish(
            versioned()
                .put("area", self.area.map(Area::slug))
                .put("minutes", self.minutes.map(u32::from))
                .put("tool", self.tool.map(Tool::slug)),
        )
    }

    /// An answer that Home does not offer is an open question, and counted (D19).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            Ok(Self {
                area: one_of(fields, "area", |it| it.text().and_then(Area::from_slug)),
                minutes: one_of(fields, "minutes", |it| it.fit().and_then(Self::minutes_from)),
                tool: one_of(fields, "tool", |it| it.text().and_then(Self::tool_from_slug)),
            })
        })
    }
}

fn one_of<T>(fields: Fields<'_>, key: &str, read: fn(&Json) -> Option<T>) -> Option<T> {
    match fields.get(key) {
        Some(Json::Null) => None,
        Some(value) => read(value).or_else(|| fields.bad(None)),
        None => fields.bad(None),
    }
}
