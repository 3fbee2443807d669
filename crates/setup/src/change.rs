//! One write request, described before it is sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::guide::StepId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    Create,
    Update,
    Delete,
    Restore,
}

/// How the object shows whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Marker {
    /// A text with the setup's id, in the field named.
    Field { field: String, value: String },
    /// The service has no room for one: a message id that says why. Before-image, creator and time decide instead.
    NoRoom { because: String },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Undo {
    Automatic,
    /// Taken back together with the object that another change of ours made.
    WithObject,
    /// A message id that says why it cannot be taken back.
    Impossible {
        because: String,
    },
}

/// One write. Texts may still hold `{step.value}` while the plan is shown; they are filled before the intent is journaled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Change {
    pub step: StepId,
    /// Which write of the step: the kind's own word, such as `create` or `write-secret`.
    pub write: String,
    pub verb: Verb,
    /// `entra.application`, `servicenow.oauth_entity` …: a term in the words.
    pub object: String,
    /// As people will know it.
    pub name: String,
    /// The service's id, when there already is one.
    #[serde(default)]
    pub id: Option<String>,
    /// Fields as they are now; empty for a new object. A secret field holds [`SECRET`].
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    pub before: BTreeMap<String, Value>,
    /// Fields as they will be.
    #[serde(default)]
    #[ts(type = "Record<string, unknown>")]
    pub after: BTreeMap<String, Value>,
    pub marker: Marker,
    pub undo: Undo,
    /// Message ids of what remains for ever, whatever is undone.
    #[serde(default)]
    pub stays: Vec<String>,
    /// The answer carries a secret: the vault is proven before this is sent.
    #[serde(default)]
    pub yields_secret: bool,
    /// Wants a yes of its own, beside that to the plan: the word for it, which ends the message id `asks-…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub asks: Option<String>,
}

/// Stands for a secret in a change, a picture, a report.
pub const SECRET: &str = "••••••••";
