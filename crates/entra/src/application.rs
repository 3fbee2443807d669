//! Application registrations ("application resource type").

use jiff::Timestamp;
use net::{Call, Method, segment};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    error::EntraError,
    graph::{Graph, advanced, literal},
    password::PasswordCredential,
};

/// What we read of a registration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// Object id: names the registration in Graph's paths.
    pub id: String,
    /// Client id: names the application to everyone else.
    pub app_id: String,
    #[serde(default)]
    pub display_name: String,
    /// Set once, unique in the tenant: carries our marker.
    #[serde(default)]
    pub unique_name: Option<String>,
    #[serde(default)]
    pub sign_in_audience: Option<String>,
    #[serde(default)]
    pub web: Web,
    #[serde(default)]
    pub password_credentials: Vec<PasswordCredential>,
    #[serde(default)]
    pub notes: Option<String>,
    #[serde(default)]
    pub service_management_reference: Option<String>,
    #[serde(default)]
    pub created_date_time: Option<Timestamp>,
    /// Only of deleted ones.
    #[serde(default)]
    pub deleted_date_time: Option<Timestamp>,
    /// `DisabledDueToViolationOfServicesAgreement` and the like, when Microsoft stopped it.
    #[serde(default)]
    pub disabled_by_microsoft_status: Option<String>,
    /// Deactivated by the tenant: no new tokens ("application resource type", isDisabled).
    #[serde(default)]
    pub is_disabled: Option<bool>,
}

impl Application {
    /// Why Microsoft stopped it, where it did.
    pub fn stopped_by_microsoft(&self) -> Option<&str> {
        self.disabled_by_microsoft_status.as_deref().filter(|status| *status != "NotDisabled")
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Web {
    #[serde(default)]
    pub redirect_uris: Vec<String>,
}

/// "Accounts in this organizational directory only", as the portal words it.
pub const THIS_TENANT_ONLY: &str = "AzureADMyOrg";

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewApplication {
    pub display_name: String,
    pub unique_name: String,
    /// Always said: what Graph assumes otherwise lets in everybody ("Create application").
    pub sign_in_audience: String,
    #[serde(skip)]
    pub redirect_uris: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_management_reference: Option<String>,
}

/// Fields to change; `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationChanges {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_in_audience: Option<String>,
    /// The whole list: Graph replaces what is there, so read, add and write back.
    #[serde(skip)]
    pub redirect_uris: Option<Vec<String>>,
    /// `Some(None)` empties it, here and below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service_management_reference: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_disabled: Option<bool>,
}

const SELECT: &str = "id,appId,displayName,uniqueName,signInAudience,web,passwordCredentials,notes,\
serviceManagementReference,createdDateTime,disabledByMicrosoftStatus,isDisabled";

impl Graph {
    /// By object id.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn application(&self, id: &str) -> Result<Option<Application>, EntraError> {
        self.maybe(self.application_call(&format!("/applications/{}", segment(id)))).await
    }

    /// By client id.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn application_by_app_id(&self, app_id: &str) -> Result<Option<Application>, EntraError> {
        let path = format!("/applications(appId={})", segment(&literal(app_id)));
        self.maybe(self.application_call(&path)).await
    }

    /// By unique name, where our marker is.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn application_by_unique_name(&self, name: &str) -> Result<Option<Application>, EntraError> {
        let path = format!("/applications(uniqueName={})", segment(&literal(name)));
        self.maybe(self.application_call(&path)).await
    }

    /// Every registration shown under `display_name`: nothing keeps two from sharing one.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn applications_named(&self, display_name: &str) -> Result<Vec<Application>, EntraError> {
        let filter = format!("displayName eq {}", literal(display_name));
        self.list(self.application_call("/applications").query("$filter", filter)).await
    }

    /// Every registration of the tenant.
    ///
    /// # Errors
    /// [`EntraError`].
    pub(crate) async fn applications(&self) -> Result<Vec<Application>, EntraError> {
        self.list(self.application_call("/applications")).await
    }

    /// Creates a registration.
    ///
    /// # Errors
    /// [`EntraError`]; [`EntraError::is_unique_name_taken`] when it is there already.
    pub async fn create_application(&self, new: &NewApplication) -> Result<Application, EntraError> {
        let mut body = json!(new);
        body["web"] = json!({"redirectUris": new.redirect_uris});
        self.write(self.call(Method::POST, "/applications"), &body).await
    }

    /// Changes what `changes` names.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn update_application(&self, id: &str, changes: &ApplicationChanges) -> Result<(), EntraError> {
        let mut body = json!(changes);
        if let Some(redirect_uris) = &changes.redirect_uris {
            body["web"] = json!({"redirectUris": redirect_uris});
        }
        self.change(self.call(Method::PATCH, &format!("/applications/{}", segment(id))), &body).await
    }

    /// Deletes a registration, softly: restorable for 30 days. Its service principal goes with it.
    ///
    /// # Errors
    /// [`EntraError`]; one that is gone already is no error.
    pub async fn delete_application(&self, id: &str) -> Result<(), EntraError> {
        self.delete(&format!("/applications/{}", segment(id))).await
    }

    /// Deleted registrations of the last 30 days shown under `display_name`.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn deleted_applications_named(
        &self,
        display_name: &str,
    ) -> Result<Vec<Application>, EntraError> {
        let call = self
            .call(Method::GET, "/directory/deletedItems/microsoft.graph.application")
            .query("$filter", format!("displayName eq {}", literal(display_name)));
        let found: Vec<Application> = self.list(advanced(call)).await?;
        Ok(found.into_iter().filter(|application| application.display_name == display_name).collect())
    }

    /// A deleted registration of the last 30 days, by object id.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn deleted_application(&self, id: &str) -> Result<Option<Application>, EntraError> {
        self.maybe(self.call(Method::GET, &format!("/directory/deletedItems/{}", segment(id)))).await
    }

    /// Brings a deleted registration back. Its service principal is another deleted item and does not come with it.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn restore_application(&self, id: &str) -> Result<Application, EntraError> {
        let path = format!("/directory/deletedItems/{}/restore", segment(id));
        self.write(self.call(Method::POST, &path), &json!({})).await
    }

    fn application_call(&self, path: &str) -> Call {
        self.call(Method::GET, path).query("$select", SELECT)
    }
}
