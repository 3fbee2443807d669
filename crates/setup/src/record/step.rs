//! What the entries of one step add up to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    change::{Change, Undo, Verb},
    journal::{IntentId, Landing},
    problem::Problem,
    renewal::{KEY_ID, Renewal},
    rows::EACH,
};

/// How it is known that a step is done. "Verified" means the first two only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    Proven,
    ReadBack,
    Person,
    Handover,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Not done yet.
    Open,
    Done,
    /// There, but not as wanted.
    Differs,
    /// A person must decide: several candidates, or ownership unsure.
    Undecided,
    /// Could not be looked at.
    Unseen,
    /// A write was sent and it is not known yet whether it was carried out.
    Unsettled,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Seen {
    pub state: StepState,
    pub known_by: Option<KnownBy>,
    #[serde(default)]
    pub gives: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
    /// What happened to what this setup made, as message ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drift: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Intent {
    pub id: IntentId,
    pub at: Timestamp,
    pub account: Option<String>,
    pub change: Change,
    pub end: End,
}

#[derive(Clone, Debug, PartialEq)]
pub enum End {
    /// No outcome is known: settled before anything else.
    Open,
    Landed(Landing),
    NotLanded,
    /// Was there and was removed by someone else.
    Gone,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepRecord {
    /// Oldest first.
    pub intents: Vec<Intent>,
    pub adopted: Option<String>,
    pub seen: Option<(Timestamp, Seen)>,
    /// Whose word that is, where another machine saw it.
    pub said_by: Option<String>,
    pub confirmed: Option<Confirmation>,
    /// Of the secret that the step gives, while it is not over.
    pub renewal: Option<Renewal>,
    /// When a person last saw a renewed secret of the step in use.
    pub used: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Confirmation {
    pub at: Timestamp,
    pub by: Option<String>,
    pub note: Option<String>,
}

impl StepRecord {
    /// Another object is the step's now, so what was seen of the one before says nothing.
    pub(super) fn chosen(&mut self, adopted: Option<String>) {
        self.adopted = adopted;
        self.seen = None;
    }

    /// Objects of ours: created, landed, and not deleted since, or brought back. A bulk write counts as one.
    pub fn ours(&self) -> impl Iterator<Item = (&Intent, &Landing)> {
        let mut deleted: BTreeSet<&str> = BTreeSet::new();
        for intent in self.intents.iter().filter(|one| matches!(one.end, End::Landed(_) | End::Gone)) {
            match (intent.change.verb, intent.change.id.as_deref()) {
                (Verb::Delete, Some(id)) => deleted.insert(id),
                (Verb::Restore, Some(id)) => deleted.remove(id),
                _ => false,
            };
        }
        let rows_left = self.intents.iter().rposition(|intent| {
            intent.is_bulk() && intent.change.verb == Verb::Delete && matches!(intent.end, End::Landed(_))
        });
        self.intents.iter().enumerate().filter_map(move |(at, intent)| match &intent.end {
            End::Landed(landing)
                if intent.change.verb == Verb::Create
                    && !landing.id.as_deref().is_some_and(|id| deleted.contains(id))
                    && !(intent.is_bulk() && rows_left.is_some_and(|left| at < left)) =>
            {
                Some((intent, landing))
            }
            _ => None,
        })
    }

    /// Ids of everything that was ever created here, the latest first.
    pub fn created(&self) -> impl Iterator<Item = &str> {
        let created = self.intents.iter().rev().filter(|intent| intent.change.verb == Verb::Create);
        created.filter_map(|intent| match &intent.end {
            End::Landed(landing) => landing.id.as_deref(),
            _ => None,
        })
    }

    pub fn owns(&self, id: &str) -> bool {
        self.ours().any(|(_, landing)| landing.id.as_deref() == Some(id))
    }

    /// The latest landed write of that name.
    pub fn landed(&self, write: &str) -> Option<(&Intent, &Landing)> {
        self.intents.iter().rev().find_map(|intent| match &intent.end {
            End::Landed(landing) if intent.change.write == write => Some((intent, landing)),
            _ => None,
        })
    }

    /// Key id of the secret that was last given to the step's object.
    pub fn given_key(&self) -> Option<&str> {
        self.given().map(|(key, _)| key)
    }

    /// The same, and when that was.
    pub fn given(&self) -> Option<(&str, Timestamp)> {
        self.intents.iter().rev().find_map(|intent| match &intent.end {
            End::Landed(landing) => landing.gives.get(KEY_ID).map(|key| (key.as_str(), intent.at)),
            _ => None,
        })
    }

    pub fn open(&self) -> impl Iterator<Item = &Intent> {
        self.intents.iter().filter(|intent| intent.end == End::Open)
    }

    /// Landed writes that nothing has taken back yet and that undo has to think of, oldest first.
    pub fn standing(&self) -> impl Iterator<Item = &Intent> {
        // From the latest on: which ids later writes deleted, and which writes of an id they took back.
        let mut deleted: BTreeSet<Option<&str>> = BTreeSet::new();
        // What was deleted and then brought back stands again.
        let mut restored: BTreeSet<Option<&str>> = BTreeSet::new();
        let mut taken_back: BTreeSet<(Option<&str>, &str)> = BTreeSet::new();
        let mut standing = Vec::new();
        for intent in self.intents.iter().rev() {
            let change = &intent.change;
            let undone = change.write.strip_prefix(UNDO);
            match &intent.end {
                End::Landed(landing) => {
                    let id = landing.id.as_deref().or(change.id.as_deref());
                    let is_undo = change.verb == Verb::Delete || undone.is_some();
                    let with_object = matches!(change.undo, Undo::WithObject | Undo::Impossible { .. });
                    let gone = deleted.contains(&id) || taken_back.contains(&(id, &change.write));
                    if !is_undo && !with_object && !gone {
                        standing.push(intent);
                    }
                }
                End::Gone => {}
                End::Open | End::NotLanded => continue,
            }
            if change.verb == Verb::Delete && !restored.contains(&change.id.as_deref()) {
                deleted.insert(change.id.as_deref());
            } else if change.verb == Verb::Restore && !deleted.contains(&change.id.as_deref()) {
                restored.insert(change.id.as_deref());
            } else if let Some(write) = undone {
                taken_back.insert((change.id.as_deref(), write));
            }
        }
        standing.into_iter().rev()
    }
}

impl Intent {
    /// One of many rows, which the store keeps.
    pub fn is_bulk(&self) -> bool {
        self.change.write.starts_with(EACH)
    }
}

/// Begins the name of a write that takes another one back: `undo-` and the other's name.
pub const UNDO: &str = "undo-";
