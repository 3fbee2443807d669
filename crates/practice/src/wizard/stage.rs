//! The pages of the setup wizard, in their order.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Stage {
    #[default]
    Agree,
    Environment,
    Tenant,
    EntraApp,
    ServicenowApp,
    Complete,
}

impl Stage {
    /// What the control and the wizard's own forms call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Environment => "environment",
            Self::Tenant => "tenant",
            Self::EntraApp => "entra-app",
            Self::ServicenowApp => "servicenow-app",
            Self::Complete => "complete",
        }
    }

    pub(super) fn next(self) -> Self {
        match self {
            Self::Agree => Self::Environment,
            Self::Environment => Self::Tenant,
            Self::Tenant => Self::EntraApp,
            Self::EntraApp => Self::ServicenowApp,
            Self::ServicenowApp | Self::Complete => Self::Complete,
        }
    }

    pub(super) fn back(self) -> Self {
        match self {
            Self::Agree | Self::Environment => Self::Agree,
            Self::Tenant => Self::Environment,
            Self::EntraApp => Self::Tenant,
            Self::ServicenowApp => Self::EntraApp,
            Self::Complete => Self::ServicenowApp,
        }
    }
}
