//! What a check saw.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::problem::Problem;

/// Whose object it is. "Already there" and "made by us" stay different for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Ownership {
    /// Its marker and the journal both say that this setup made it.
    Ours,
    Theirs,
    /// Only one of the two says so.
    Unsure,
}

/// One object of a service, cut to the fields that a step cares for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Object {
    /// The service's own id.
    pub id: String,
    /// As people know it.
    pub name: String,
    pub ownership: Ownership,
    #[ts(type = "Record<string, unknown>")]
    pub fields: BTreeMap<String, Value>,
    /// Values that later steps may use.
    #[serde(default)]
    pub gives: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FieldDifference {
    pub field: String,
    #[ts(type = "unknown")]
    pub is: Value,
    #[ts(type = "unknown")]
    pub wanted: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Observed {
    Absent,
    Matches {
        object: Object,
    },
    Differs {
        object: Object,
        fields: Vec<FieldDifference>,
    },
    /// More than one could be meant. A person points at one.
    Several {
        candidates: Vec<Object>,
    },
    /// Soft-deleted, can be restored.
    Deleted {
        object: Object,
    },
    /// Could not be looked at; the reason is not a failure of the setup by itself.
    Unseen {
        why: Problem,
    },
    /// Nothing to look at yet: a value that another step gives is missing.
    Waiting {
        needs: Vec<String>,
    },
    /// Nothing is there to read: only using it shows that it holds, and that was not done yet.
    Unproven,
    /// A person's step: nothing outside can show whether it was done.
    ByHand,
}

impl Observed {
    pub fn object(&self) -> Option<&Object> {
        match self {
            Self::Matches { object } | Self::Differs { object, .. } | Self::Deleted { object } => {
                Some(object)
            }
            _ => None,
        }
    }
}
