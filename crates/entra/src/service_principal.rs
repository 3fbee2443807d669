//! An application's standing in the tenant ("servicePrincipal resource type").

use net::{Method, segment};
use serde::Deserialize;
use serde_json::json;

use crate::{
    error::EntraError,
    graph::{Graph, literal},
};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServicePrincipal {
    pub id: String,
    pub app_id: String,
    #[serde(default)]
    pub display_name: Option<String>,
    #[serde(default)]
    pub account_enabled: Option<bool>,
    /// Tenant of the application behind it.
    #[serde(default)]
    pub app_owner_organization_id: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
}

const SELECT: &str = "id,appId,displayName,accountEnabled,appOwnerOrganizationId,tags";

impl Graph {
    /// The service principal of an application, by its alternate key.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn service_principal(&self, app_id: &str) -> Result<Option<ServicePrincipal>, EntraError> {
        let path = format!("/servicePrincipals(appId={})", segment(&literal(app_id)));
        self.maybe(self.call(Method::GET, &path).query("$select", SELECT)).await
    }

    /// Creates it. `tags` is room for a marker of ours.
    ///
    /// # Errors
    /// [`EntraError`]; [`EntraError::is_young_object`] right after the application was created.
    pub async fn create_service_principal(
        &self,
        app_id: &str,
        tags: &[String],
    ) -> Result<ServicePrincipal, EntraError> {
        let body = json!({"appId": app_id, "tags": tags});
        self.write(self.call(Method::POST, "/servicePrincipals"), &body).await
    }

    /// Lets it get tokens, or not.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn enable_service_principal(&self, id: &str, enabled: bool) -> Result<(), EntraError> {
        let path = format!("/servicePrincipals/{}", segment(id));
        self.change(self.call(Method::PATCH, &path), &json!({"accountEnabled": enabled})).await
    }

    /// Deletes it, softly: restorable for 30 days.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn delete_service_principal(&self, id: &str) -> Result<(), EntraError> {
        self.delete(&format!("/servicePrincipals/{}", segment(id))).await
    }
}
