//! An application's standing in the tenant ("servicePrincipal resource type").

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ServicePrincipal {
    pub id: String,
    pub app_id: String,
    pub display_name: String,
    pub tags: Vec<String>,
    pub enabled: bool,
    /// The tenant of the application behind it.
    pub owner_organization: String,
    pub created: Timestamp,
}

impl ServicePrincipal {
    pub(crate) fn shape(&self) -> Value {
        json!({
            "id": self.id,
            "appId": self.app_id,
            "displayName": self.display_name,
            "accountEnabled": self.enabled,
            "appOwnerOrganizationId": self.owner_organization,
            "tags": self.tags,
        })
    }
}
