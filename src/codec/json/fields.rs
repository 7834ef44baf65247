//! Looking into an object that may be wrong anywhere: a bad field gives its default and is counted.

use core::cell::Cell;
use core::ops::RangeInclusive;

use super::Json;
use crate::domain::time::LocalDay;

/// How many fields could not be read as they should.
#[derive(Debug, Default)]
pub(in crate::codec) struct Problems(Cell<u16>);

impl Problems {
    /// Counts one more.
    pub(in crate::codec) fn add(&self) {
        self.0.set(self.0.get().saturating_add(1));
    }

    /// How many there were, held at the largest count.
    pub(in crate::codec) const fn count(&self) -> u16 {
        self.0.get()
    }
}

/// The fields of one object, and where problems with them are counted.
#[derive(Clone, Copy)]
pub(in crate::codec) struct Fields<'a> {
    entries: &'a [(String, Json)],
    problems: &'a Problems,
}

impl<'a> Fields<'a> {
    /// Looks into `value`; `None` if it is not an object.
    pub(in crate::codec) const fn of(value: &'a Json, problems: &'a Problems) -> Option<Self> {
        match value {
            Json::Object(entries) => Some(Self { entries: entries.as_slice(), problems }),
            Json::Null
            | Json::Bool(_)
            | Json::Whole(_)
            | Json::OtherNumber
            | Json::Text(_)
            | Json::List(_) => None,
        }
    }

    /// The field as it is; of a key given twice, the last.
    pub(in crate::codec) fn get(&self, key: &str) -> Option<&'a Json> {
        self.entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// A whole number held within `range`, or `default`.
    pub(in crate::codec) fn number<T>(&self, key: &str, range: RangeInclusive<T>, default: T) -> T
    where
        T: Copy + Into<i64> + TryFrom<i64>,
    {
        let Some(number) = self.whole(key) else {
            self.problems.add();
            return default;
        };
        let held = number.clamp((*range.start()).into(), (*range.end()).into());
        if held != number {
            self.problems.add();
        }
        T::try_from(held).unwrap_or(default)
    }

    /// A whole number, or `None` without counting.
    pub(in crate::codec) fn whole(&self, key: &str) -> Option<i64> {
        self.get(key).and_then(Json::whole)
    }

    /// `true` or `false`, or `default`.
    pub(in crate::codec) fn flag(&self, key: &str, default: bool) -> bool {
        match self.get(key) {
            Some(Json::Bool(value)) => *value,
            Some(_) | None => self.bad(default),
        }
    }

    /// A word of a closed set, or `default`.
    pub(in crate::codec) fn choice<T>(
        &self,
        key: &str,
        from_slug: fn(&str) -> Option<T>,
        default: T,
    ) -> T {
        match self.get(key).and_then(Json::text).and_then(from_slug) {
            Some(value) => value,
            None => self.bad(default),
        }
    }

    /// A string of at most `max` bytes, or `None`; written `null` it is `None` without a problem.
    pub(in crate::codec) fn optional_text(&self, key: &str, max: usize) -> Option<&'a str> {
        match self.get(key) {
            Some(Json::Null) => None,
            Some(Json::Text(text)) if text.len() <= max => Some(text),
            Some(_) | None => self.bad(None),
        }
    }

    /// A day, or `None`; written `null` it is `None` without a problem.
    pub(in crate::codec) fn optional_day(&self, key: &str) -> Option<LocalDay> {
        match self.get(key) {
            Some(Json::Null) => None,
            Some(value) => value.day().or_else(|| self.bad(None)),
            None => self.bad(None),
        }
    }

    /// Counts a problem and gives `value` back.
    pub(in crate::codec) fn bad<T>(&self, value: T) -> T {
        self.problems.add();
        value
    }
}

impl Json {
    /// The whole number that it is.
    pub(in crate::codec) const fn whole(&self) -> Option<i64> {
        if let Self::Whole(number) = self { Some(*number) } else { None }
    }

    /// The whole number that it is, if it fits.
    pub(in crate::codec) fn fit<T: TryFrom<i64>>(&self) -> Option<T> {
        self.whole().and_then(|number| T::try_from(number).ok())
    }

    /// The string that it is.
    pub(in crate::codec) const fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text.as_str()) } else { None }
    }

    /// The items of the list that it is.
    pub(in crate::codec) const fn items(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items.as_slice()) } else { None }
    }

    /// The day that it is, in days since 1970-01-01.
    pub(in crate::codec) fn day(&self) -> Option<LocalDay> {
        self.fit().map(LocalDay::from_days)
    }
}
