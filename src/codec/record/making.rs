//! `unknot.making`: what the builder keeps for the next routine that is made on this phone.

use super::{Decoded, Record, RecordError, decode_with, finish, versioned, word};
use crate::codec::json::{Fields, Json};
use crate::domain::shared::{Line, Maker};

/// What is kept between one routine and the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Making {
    /// Who makes routines here, as they said last.
    pub maker: Maker,
    /// The routine that was edited last, by its id; what is added from elsewhere goes there.
    pub last: Option<String>,
}

impl Record for Making {
    const KEY: &'static str = "unknot.making";

    fn encode(&self) -> String {
        let Maker { name, profession, contact } = &self.maker;
        finish(
            versioned()
                .put("name", name.as_str())
                .put("profession", profession.as_str())
                .put("contact", contact.as_str())
                .put("last", self.last.as_deref()),
        )
    }

    /// Texts are cleaned as those of a link are; what cannot be read is empty, and counted (D30).
    fn decode(text: &str) -> Result<Decoded<Self>, RecordError> {
        decode_with(text, |fields| {
            Ok(Self {
                maker: Maker {
                    name: line(fields, "name"),
                    profession: line(fields, "profession"),
                    contact: line(fields, "contact"),
                },
                last: match fields.get("last") {
                    Some(Json::Null) => None,
                    value => word(value).map(ToOwned::to_owned).or_else(|| fields.bad(None)),
                },
            })
        })
    }
}

fn line(fields: Fields<'_>, key: &str) -> Line {
    let Some(text) = fields.get(key).and_then(Json::text) else {
        return fields.bad(Line::default());
    };
    let line = Line::clean(text);
    if line.as_str() == text { line } else { fields.bad(line) }
}
