//! Value to text, without spaces, in the order given.

use super::Json;

/// An object being made, key by key.
pub(in crate::codec) struct Out(Vec<(String, Json)>);

impl Out {
    /// Starts an object.
    pub(in crate::codec) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a value.
    pub(in crate::codec) fn put(mut self, key: &str, value: impl Into<Json>) -> Self {
        self.0.push((key.to_owned(), value.into()));
        self
    }
}

impl From<Out> for Json {
    fn from(out: Out) -> Self {
        Self::Object(out.0)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Self::Whole(value.into())
    }
}

impl From<i32> for Json {
    fn from(value: i32) -> Self {
        Self::Whole(value.into())
    }
}

impl From<u64> for Json {
    /// Larger than `i64::MAX` is held there; the app's largest are milliseconds since 1970.
    fn from(value: u64) -> Self {
        Self::Whole(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl FromIterator<Self> for Json {
    fn from_iter<I: IntoIterator<Item = Self>>(items: I) -> Self {
        Self::List(items.into_iter().collect())
    }
}

/// Writes `value` as JSON.
pub(in crate::codec) fn write(value: &Json) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}

fn write_value(value: &Json, out: &mut String) {
    match value {
        // A number that could not be read has nothing better to be written as.
        Json::Null | Json::OtherNumber => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Whole(number) => out.push_str(&number.to_string()),
        Json::Text(text) => write_text(text, out),
        Json::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                write_comma(index, out);
                write_value(item, out);
            }
            out.push(']');
        }
        Json::Object(entries) => {
            out.push('{');
            for (index, (key, item)) in entries.iter().enumerate() {
                write_comma(index, out);
                write_text(key, out);
                out.push(':');
                write_value(item, out);
            }
            out.push('}');
        }
    }
}

fn write_comma(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{0}'..='\u{1f}' => write_control(letter, out),
            other => out.push(other),
        }
    }
    out.push('"');
}

fn write_control(letter: char, out: &mut String) {
    out.push_str("\\u00");
    for shift in [4, 0] {
        out.extend(char::from_digit((u32::from(letter) >> shift) & 0xF, 16));
    }
}
