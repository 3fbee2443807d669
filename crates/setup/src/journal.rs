//! Everything that happened in a setup, as numbered, hash-chained entries.
//!
//! The chain shows that nobody edited an entry without rewriting all that follow; it does not show who wrote it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    change::Change,
    guide::{SeatId, StepId},
    plan::hex,
    problem::Problem,
    record::{Seen, SetupHead},
    renewal::Turn,
};

/// `<machine>.<n>` of the entry that holds the intent.
pub type IntentId = String;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    Created {
        head: SetupHead,
    },
    Answered {
        answer: String,
        value: String,
    },
    /// Facts found out without being asked for: `tenant.id` …
    Learned {
        values: BTreeMap<String, String>,
    },
    /// Someone read that the service is retired and goes on.
    Acknowledged {
        by: Option<String>,
    },
    SignedIn {
        seat: SeatId,
        account: String,
        with: String,
    },
    SignedOut {
        seat: SeatId,
    },
    /// Committed before the write is sent.
    Intended {
        change: Box<Change>,
        account: Option<String>,
    },
    Landed {
        intent: IntentId,
        outcome: Landing,
    },
    NotLanded {
        intent: IntentId,
        problem: Option<Problem>,
    },
    /// The object of a landed intent is no longer there, and not by us.
    Gone {
        intent: IntentId,
    },
    /// An existing object that a person chose instead of a new one.
    Adopted {
        step: StepId,
        id: String,
        by: Option<String>,
    },
    /// The object that was chosen is let go again; it stays as it is.
    Released {
        step: StepId,
        by: Option<String>,
    },
    /// The seat's person may not consent, and an administrator is to be asked for it at that address.
    ConsentAwaited {
        seat: SeatId,
        link: String,
    },
    Seen {
        steps: BTreeMap<StepId, Seen>,
    },
    Confirmed {
        step: StepId,
        by: Option<String>,
        note: Option<String>,
    },
    Reopened {
        step: StepId,
        by: Option<String>,
    },
    /// A list of people was taken in, replacing any before.
    PeopleListed {
        count: u64,
    },
    /// From here on the seat's steps are another machine's to carry out.
    SeatMoved {
        seat: SeatId,
        /// The machine that holds it now.
        to: String,
        by: Option<String>,
        /// Its new holder took it, without a file from the one before.
        taken_back: bool,
        /// Where its new holder opened a file behind a phrase: the entry that gave the seat to whoever opens it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<IntentId>,
    },
    /// A secret was shown to other programs: copied, or sealed into a file for somebody else.
    Exposed {
        secret: String,
        how: Exposure,
        by: Option<String>,
    },
    /// The value of a secret is kept here no more.
    Forgotten {
        secret: String,
        by: Option<String>,
        /// Not asked for: somebody saw it in use, and it was needed no more.
        confirmed: bool,
    },
    /// A secret of the step is being replaced.
    Renewal {
        step: StepId,
        #[serde(flatten)]
        turn: Turn,
        by: Option<String>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exposure {
    Clipboard,
    HandoverFile,
}

/// What a write that was carried out left.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Landing {
    /// The service's id of the object.
    #[serde(default)]
    pub id: Option<String>,
    #[serde(default)]
    pub gives: BTreeMap<String, String>,
    /// The service's id of the request, for its own audit log.
    #[serde(default)]
    pub request_id: Option<String>,
    /// Found out afterwards by settling, not from the answer.
    #[serde(default)]
    pub settled: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Random id of the machine's store. Each machine numbers its own entries.
    pub machine: String,
    /// From 1, without gaps.
    pub n: u64,
    pub at: Timestamp,
    /// Hash of this machine's entry before; empty for the first.
    pub previous: String,
    pub hash: String,
    pub event: Event,
}

impl Entry {
    pub fn chained(machine: &str, n: u64, at: Timestamp, previous: &str, event: Event) -> Self {
        let hash = Self::digest(machine, n, at, previous, &event);
        Self { machine: machine.into(), n, at, previous: previous.into(), hash, event }
    }

    pub fn intent_id(&self) -> IntentId {
        format!("{}.{}", self.machine, self.n)
    }

    /// Whether the entry still says what was hashed.
    pub fn is_whole(&self) -> bool {
        self.hash == Self::digest(&self.machine, self.n, self.at, &self.previous, &self.event)
    }

    fn digest(machine: &str, n: u64, at: Timestamp, previous: &str, event: &Event) -> String {
        let text = serde_json::json!([machine, n, at, previous, event]).to_string();
        hex(&Sha256::digest(text.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edited_entry_is_seen() {
        let event = Event::SignedOut { seat: "entra-admin".into() };
        let mut entry = Entry::chained("m", 1, Timestamp::UNIX_EPOCH, "", event);
        assert!(entry.is_whole());
        entry.event = Event::SignedOut { seat: "servicenow-admin".into() };
        assert!(!entry.is_whole());
    }
}
