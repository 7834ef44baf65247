//! Reading and writing what the phone keeps, with every failure said and survived.

use std::sync::{Mutex, PoisonError};

use super::notices::{Kind, Notices};
use crate::codec::record::{MAX_BYTES, Record, RecordError};
use crate::domain::screening::{Health, Replies};
use crate::platform::storage::local::{self, StorageError};

/// What was found under a record's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded<T> {
    /// Nothing was ever kept, or the browser lets nothing be kept.
    Nothing,
    /// A record, with defaults where a part could not be read.
    Found(T),
    /// Something that cannot be used; it stays where it is until it is written anew.
    Unreadable,
}

/// The phone's small store; problems become notices.
pub struct Store {
    notices: Notices,
    /// Keys of records that a newer version wrote.
    newer: Mutex<Vec<&'static str>>,
}

impl Store {
    /// Opens the store.
    pub fn open() -> Self {
        Self { notices: Notices::start(), newer: Mutex::new(Vec::new()) }
    }

    /// The messages about problems and news.
    pub const fn notices(&self) -> &Notices {
        &self.notices
    }

    /// Reads one record.
    pub fn load<T: Record>(&self) -> Loaded<T> {
        let text = match local::read(T::KEY) {
            Ok(Some(text)) => text,
            Ok(None) => return Loaded::Nothing,
            Err(error) => {
                self.tell(error);
                return Loaded::Nothing;
            }
        };
        match T::decode(&text) {
            Ok(decoded) => {
                if decoded.problems > 0 {
                    let is_answers = [Health::KEY, Replies::KEY].contains(&T::KEY);
                    self.notices.add(if is_answers { Kind::Answers } else { Kind::Damaged });
                }
                Loaded::Found(decoded.value)
            }
            Err(RecordError::NewerVersion { .. }) => {
                self.newer.lock().unwrap_or_else(PoisonError::into_inner).push(T::KEY);
                self.notices.add(Kind::Newer);
                Loaded::Unreadable
            }
            Err(_) => Loaded::Unreadable,
        }
    }

    /// Writes one record; answers whether it is kept now. What a newer version wrote is never overwritten, and what
    /// is too long to be read again is not written.
    pub fn save<T: Record>(&self, record: &T) -> bool {
        if self.is_newer::<T>() {
            return false;
        }
        let text = record.encode();
        if text.len() > MAX_BYTES {
            return false;
        }
        match local::write(T::KEY, &text) {
            Ok(()) => true,
            Err(error) => {
                self.tell(error);
                false
            }
        }
    }

    /// Removes one record.
    pub fn forget<T: Record>(&self) {
        if self.is_newer::<T>() {
            return;
        }
        if let Err(error) = local::remove(T::KEY) {
            self.tell(error);
        }
    }

    fn is_newer<T: Record>(&self) -> bool {
        self.newer.lock().unwrap_or_else(PoisonError::into_inner).contains(&T::KEY)
    }

    fn tell(&self, error: StorageError) {
        self.notices.add(match error {
            StorageError::Denied => Kind::Storage,
            StorageError::Full => Kind::StorageFull,
        });
    }
}
