//! What stands behind the question mark of an address: the library's filter and Home's answers.

use super::Fork;
use crate::catalog::{Filter, Shelf};
use crate::domain::body::{Area, Position};
use crate::domain::choice::Choice;
use crate::domain::equipment::Tool;

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// The filter that a query names; what is unknown in it lets everything through.
pub(super) fn filter_from(query: &str) -> Filter {
    let mut filter = Filter::default();
    for (key, value) in pairs(query) {
        match key {
            "area" => filter.area = Area::from_slug(value),
            "tool" => filter.tool = Tool::from_slug(value),
            "position" => filter.position = Position::from_slug(value),
            "minutes" => filter.minutes = value.parse().ok().and_then(Choice::minutes_from),
            "show" => filter.shelf = Shelf::from_slug(value),
            "q" => filter.words = Filter::cut(&decoded(value)),
            _ => {}
        }
    }
    filter
}

/// The query that names this filter, with its question mark; nothing when the filter is open.
pub(super) fn filter_query(filter: &Filter) -> String {
    let minutes = filter.minutes.map(|it| it.to_string());
    let words = (!filter.words.is_empty()).then(|| encoded(&filter.words));
    let parts = [
        ("area", filter.area.map(Area::slug)),
        ("tool", filter.tool.map(Tool::slug)),
        ("position", filter.position.map(Position::slug)),
        ("minutes", minutes.as_deref()),
        ("show", filter.shelf.map(Shelf::slug)),
        ("q", words.as_deref()),
    ];
    let mut query = String::new();
    for (key, value) in parts {
        let Some(value) = value else { continue };
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(key);
        query.push('=');
        query.push_str(value);
    }
    query
}

/// What a query of the builder says to start from; `None` when it says nothing.
pub(super) fn fork_from(query: &str) -> Option<Fork> {
    pairs(query).find_map(|(key, value)| match key {
        "from" => Some(Fork::Stock(decoded(value))),
        "copy" => Some(Fork::Kept(decoded(value))),
        _ => None,
    })
}

/// The query that says what to start from, with its question mark.
pub(super) fn fork_query(fork: &Fork) -> String {
    let (key, value) = match fork {
        Fork::Stock(slug) => ("?from=", slug),
        Fork::Kept(id) => ("?copy=", id),
    };
    [key, &encoded(value)].concat()
}

/// `before` with the answers that a query of Home names; `None` when it names none.
pub(super) fn choice_from(query: &str, before: Choice) -> Option<Choice> {
    let mut choice = before;
    let mut named = false;
    for (key, value) in pairs(query) {
        match key {
            "area" => choice.area = Area::from_slug(value),
            "minutes" => choice.minutes = value.parse().ok().and_then(Choice::minutes_from),
            "tool" => choice.tool = Choice::tool_from_slug(value),
            _ => continue,
        }
        named = true;
    }
    named.then_some(choice)
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|pair| pair.split_once('='))
}

/// Every byte but letters, digits and `-` as `%XX`, a space as `+`.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                for half in [byte >> 4, byte & 15] {
                    out.extend(HEX.get(usize::from(half)).map(|digit| char::from(*digit)));
                }
            }
        }
    }
    out
}

/// The text again; a `%` without two digits behind it stands for itself, bytes that are no text for `�`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, later)) = rest.split_first() {
        rest = later;
        match (first, hex(later)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = later.get(2..).unwrap_or_default();
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text with each `%XX` above ASCII as the letters that it stands for, or `�`; all else stays.
pub(super) fn without_codes_above_ascii(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, later)) = rest.split_first() {
        let code = if *first == b'%' { hex(later).filter(|it| !it.is_ascii()) } else { None };
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { later.get(2..).unwrap_or_default() } else { later };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(bytes: &[u8]) -> Option<u8> {
    let [high, low, ..] = bytes else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}
