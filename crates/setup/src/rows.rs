//! Bulk steps: thousands of writes of one kind. Their rows stay in the store and are paged through; the journal has one entry for all.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::{guide::StepId, plan::hex, problem::Result, record::SetupId};

/// Begins the name of a write that stands for many: one request for each row.
pub const EACH: &str = "each-";

/// The word of a [`Sighting`] whose object is to be made.
pub const MISSING: &str = "missing";

/// What a look saw of one line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sighting {
    /// The line's place in the list, from 1.
    #[ts(type = "number")]
    pub n: u64,
    /// The object that is meant, as the service numbers it. Empty where none is.
    pub key: String,
    /// As people know it; as typed, where nothing is meant.
    pub name: String,
    /// [`MISSING`], or what the kind says of it instead: ends a message id.
    pub word: String,
}

/// Which lines of a list are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    All,
    /// Those that mean nothing.
    Open,
    /// Those whose object is to be made: their word is [`MISSING`].
    Missing,
}

/// One write of a bulk step, from its plan until nothing of it is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub n: u64,
    pub key: String,
    pub name: String,
    pub state: RowState,
    /// The service's id of what was made.
    pub id: Option<String>,
    /// When the state was reached.
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowState {
    /// Approved, not sent.
    Planned,
    /// Committed before the write is sent. Without an outcome it is settled first.
    Sent,
    Made,
    /// As [`RowState::Sent`], for the write that takes it back.
    Leaving,
    /// Nothing of ours is there any more.
    Gone,
}

impl RowState {
    /// As it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Sent => "sent",
            Self::Made => "made",
            Self::Leaving => "leaving",
            Self::Gone => "gone",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        [Self::Planned, Self::Sent, Self::Made, Self::Leaving, Self::Gone]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// Everything seen of a list, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Lines by word.
    pub words: BTreeMap<String, u64>,
    /// [`digest`] over the keys of the [`MISSING`] ones.
    pub missing: String,
    /// Rows that we made and that stand.
    pub made: u64,
    /// [`digest`] over their keys.
    pub standing: String,
}

impl Tally {
    pub fn of(&self, word: &str) -> u64 {
        self.words.get(word).copied().unwrap_or_default()
    }
}

/// Stands in a plan for the rows that it does not list: SHA-256 over their keys in order, the first 16 hex digits.
pub fn digest() -> KeyDigest {
    KeyDigest(Sha256::new())
}

pub struct KeyDigest(Sha256);

impl KeyDigest {
    pub fn add(&mut self, key: &str) {
        self.0.update(key.as_bytes());
        self.0.update(b"\n");
    }

    pub fn finish(self) -> String {
        hex(&self.0.finalize()[..8])
    }
}

/// The store's side of a bulk step. Each call is one transaction.
pub trait Rows: Send + Sync {
    /// Puts what was seen in place of what was seen before of the lines after `after`: up to the last of `seen`, or to the end where
    /// `seen` is empty. A key that an earlier line has as well becomes the word `repeated`.
    fn see<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        after: u64,
        seen: Vec<Sighting>,
    ) -> BoxFuture<'a, Result<()>>;
    fn tally<'a>(&'a self, setup: &'a SetupId, step: &'a StepId) -> BoxFuture<'a, Result<Tally>>;
    /// What was seen of the lines after `after`, in order, at most `limit`.
    fn seen<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        lines: Lines,
        after: u64,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Sighting>>>;
    /// Makes a planned row of each missing one.
    ///
    /// # Errors
    /// `plan-changed`, where their digest is another than the approved one.
    fn begin<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        approved: &'a str,
    ) -> BoxFuture<'a, Result<u64>>;
    /// The first rows in that state, in the list's order.
    fn rows<'a>(
        &'a self,
        setup: &'a SetupId,
        step: &'a StepId,
        state: RowState,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Row>>>;
    /// Puts rows in place of those of the same keys.
    fn mark<'a>(&'a self, setup: &'a SetupId, step: &'a StepId, rows: Vec<Row>) -> BoxFuture<'a, Result<()>>;
}
