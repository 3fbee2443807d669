//! Practice time: the machine's clock plus what the control advanced it by.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A clock that only ever runs ahead. Clones share the same advance. Everything timed (tokens, codes, secrets,
/// replication) asks it and never the machine.
#[derive(Clone, Default)]
pub(crate) struct Clock {
    advanced_s: Arc<AtomicI64>,
}

impl Clock {
    /// The time it is in practice.
    pub(crate) fn now(&self) -> Timestamp {
        let advance = SignedDuration::from_secs(self.advanced_s.load(Ordering::Relaxed));
        Timestamp::now().saturating_add(advance).unwrap_or(Timestamp::MAX)
    }

    /// Seconds that it was advanced by in all.
    pub(crate) fn advanced(&self) -> i64 {
        self.advanced_s.load(Ordering::Relaxed)
    }

    /// Lets `seconds` pass at once.
    pub(crate) fn advance(&self, seconds: u32) {
        self.advanced_s.fetch_add(i64::from(seconds), Ordering::Relaxed);
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.advanced_s.load(Ordering::Relaxed))
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { advanced_s: Arc::new(AtomicI64::new(i64::deserialize(deserializer)?)) })
    }
}

/// `from` plus `seconds`, at most the end of time.
pub(crate) fn after(from: Timestamp, seconds: i64) -> Timestamp {
    from.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}
