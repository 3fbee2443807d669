//! Changes to be made, under a fingerprint: what is applied is what was shown.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::{change::Change, problem::Problem, record::SetupId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    Apply,
    Undo,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Plan {
    pub purpose: Purpose,
    /// SHA-256 over setup, purpose and changes, in hex.
    pub fingerprint: String,
    pub changes: Vec<Change>,
    /// Where a person must decide first: an object changed since, an ownership unsure. Applying by fingerprint is that decision.
    pub questions: Vec<Problem>,
    /// What was read beside the steps that whoever decides should know. No part of the fingerprint: it describes, and changes nothing.
    pub notes: Vec<Problem>,
    /// Message ids of what undo can never take back, or of what undo leaves.
    pub stays: Vec<String>,
}

impl Plan {
    pub fn new(setup: &SetupId, purpose: Purpose, changes: Vec<Change>, questions: Vec<Problem>) -> Self {
        let mut stays: Vec<String> = changes.iter().flat_map(|change| change.stays.iter().cloned()).collect();
        stays.sort();
        stays.dedup();
        let fingerprint = fingerprint(setup, purpose, &changes, &questions);
        Self { purpose, fingerprint, changes, questions, notes: Vec::new(), stays }
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Changes that want a yes of their own, each kind of them once.
    pub fn asks(&self) -> BTreeSet<&str> {
        self.changes.iter().filter_map(|change| change.asks.as_deref()).collect()
    }

    /// Why the plan may not be carried out by somebody who said yes to these.
    pub fn is_unaccepted(&self, accepted: &BTreeSet<String>) -> Option<Problem> {
        let missing = self
            .changes
            .iter()
            .find(|change| change.asks.as_ref().is_some_and(|asks| !accepted.contains(asks)))?;
        let asks = missing.asks.clone().unwrap_or_default();
        Some(
            Problem::new("acceptance-missing")
                .arg("object", &missing.name)
                .hint(format!("asks-{asks}"))
                .arg("accept", asks),
        )
    }

    /// Why the plan may not be carried out by somebody who was shown the plan of that fingerprint.
    pub fn is_another(&self, shown: Option<&str>) -> Option<Problem> {
        let other = shown.is_some_and(|shown| shown != self.fingerprint);
        other.then(|| Problem::new("plan-changed").arg("fingerprint", &self.fingerprint))
    }

    /// The same where questions stop whoever was shown none: a fingerprint answers them, as it can only come from a plan that
    /// showed them.
    pub fn is_refused(&self, shown: Option<&str>) -> Option<Problem> {
        self.is_another(shown).or_else(|| self.questions.first().filter(|_| shown.is_none()).cloned())
    }
}

fn fingerprint(setup: &SetupId, purpose: Purpose, changes: &[Change], questions: &[Problem]) -> String {
    // Struct fields keep their order and maps are sorted, so equal plans give equal text.
    let text = serde_json::json!([setup, purpose, changes, questions]).to_string();
    hex(&Sha256::digest(text.as_bytes()))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
