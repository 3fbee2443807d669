//! A problem as it crosses every door: a code and its arguments, never prose.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the failed action did to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Nothing was changed.
    None,
    /// What was asked for was changed, and something after it failed.
    Done,
    /// A request was sent and its answer never came: it may or may not have been carried out. Settled before anything else is done.
    Unknown,
}

/// What a service's own support would ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Support {
    /// `entra`, `graph` or `servicenow`.
    pub service: String,
    /// HTTP status, when an answer came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The service's own code: `AADSTS7000215`, `Authorization_RequestDenied` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// Something that went wrong and can be said to a person: `words/<lang>/problems.ftl` holds the sentences for each code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{code}")]
pub struct Problem {
    /// Message id, for example `network-refused`.
    pub code: String,
    /// What the sentence names: hosts, names, counts. Never a secret.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    pub effect: Effect,
    /// Message ids of what the person can do next.
    #[serde(default)]
    pub hints: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Box<Support>>,
}

impl Problem {
    /// A problem after which nothing was changed.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            args: BTreeMap::new(),
            effect: Effect::None,
            hints: Vec::new(),
            support: None,
        }
    }

    #[must_use]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.into(), value.to_string());
        self
    }

    #[must_use]
    pub fn effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    #[must_use]
    pub fn hint(mut self, id: impl Into<String>) -> Self {
        self.hints.push(id.into());
        self
    }

    #[must_use]
    pub fn support(mut self, support: Support) -> Self {
        self.support = Some(Box::new(support));
        self
    }

    /// Whether a sealed value can never be opened again: its identity is gone, or it is broken. A keychain that is only locked is not
    /// that.
    pub fn is_lost_secret(&self) -> bool {
        matches!(self.code.as_str(), "secret-sealed-by-another-identity" | "secret-damaged")
    }
}

/// Shorthand of every fallible call in this crate.
pub type Result<T, E = Problem> = std::result::Result<T, E>;
