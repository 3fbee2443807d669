//! What is set under Support integration.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Tool {
    #[default]
    None,
    ServiceNow,
    Other,
}

impl Tool {
    pub(super) const ALL: [Self; 3] = [Self::None, Self::ServiceNow, Self::Other];

    /// The value of its option, and what the control calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ServiceNow => "ServiceNow",
            Self::Other => "Other",
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::None => "None",
            _ => self.name(),
        }
    }

    pub(super) fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|tool| tool.name() == name).unwrap_or_default()
    }
}

/// An instance that Microsoft's support may talk to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Repository {
    pub repository: String,
    pub endpoint: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    pub tool: Tool,
    /// Application ID to issue Auth Token.
    pub application_id: String,
    pub repositories: Vec<Repository>,
}

impl Settings {
    /// Why these settings cannot be saved, if they cannot.
    pub(super) fn problem(&self) -> Option<&'static str> {
        if self.tool == Tool::None {
            Some("Nothing was saved: choose the Internal support tool under Basic information.")
        } else if self.application_id.is_empty() {
            Some("Nothing was saved: enter the Application ID to issue Auth Token under Basic information.")
        } else {
            None
        }
    }

    pub(super) fn shape(&self) -> Value {
        let repositories: Vec<_> = self
            .repositories
            .iter()
            .map(|entry| json!({ "repository": entry.repository, "endpoint": entry.endpoint }))
            .collect();
        json!({
            "tool": self.tool.name(),
            "applicationId": self.application_id,
            "repositories": repositories,
        })
    }
}
