//! Application Registries (`oauth_entity`): here the third-party OAuth providers that the instance asks for tokens.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Instance, ServicenowError};

const TABLE: &str = "oauth_entity";
const FIELDS: &str = "sys_id,name,client_id,default_grant_type,token_url,redirect_url,comments";

/// "Connect to a third party OAuth Provider", as the instance shows it. The secret is never shown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OauthProvider {
    pub sys_id: String,
    #[serde(flatten)]
    pub fields: OauthProviderFields,
}

/// Everything that can be said of one but its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OauthProviderFields {
    pub name: String,
    pub client_id: String,
    /// `client_credentials`, `authorization_code` …
    pub default_grant_type: String,
    pub token_url: String,
    pub redirect_url: String,
    /// Room for a marker of ours.
    pub comments: String,
}

#[derive(Deserialize)]
struct Row {
    sys_id: String,
}

impl Instance {
    /// Providers whose comments are exactly `comments`.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn oauth_providers(&self, comments: &str) -> Result<Vec<OauthProvider>, ServicenowError> {
        self.rows(TABLE, &format!("type=oauth_provider^comments={comments}"), FIELDS).await
    }

    /// Makes a provider without a secret. The instance adds its default profile by itself.
    ///
    /// # Errors
    /// [`ServicenowError`]. Not to be repeated blindly: each call makes one.
    pub async fn create_oauth_provider(
        &self,
        fields: &OauthProviderFields,
    ) -> Result<OauthProvider, ServicenowError> {
        let mut row = json!(fields);
        row["type"] = json!("oauth_provider");
        self.insert(TABLE, &row).await
    }

    /// Changes fields of a provider.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn update_oauth_provider(
        &self,
        sys_id: &str,
        fields: &serde_json::Value,
    ) -> Result<(), ServicenowError> {
        self.update(TABLE, sys_id, fields, false).await
    }

    /// Gives a provider its client secret, which the instance encrypts. Repeating it does no harm.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn set_client_secret(
        &self,
        sys_id: &str,
        secret: &SecretString,
    ) -> Result<(), ServicenowError> {
        // EXPOSE: into the body of this one request to the instance.
        let fields = json!({"client_secret": secret.expose_secret()});
        self.update(TABLE, sys_id, &fields, true).await
    }

    /// Deletes a provider and the profiles that the instance made for it.
    ///
    /// # Errors
    /// [`ServicenowError`]; one that is gone already is no error.
    pub async fn delete_oauth_provider(&self, sys_id: &str) -> Result<(), ServicenowError> {
        const PROFILES: &str = "oauth_entity_profile";
        let profiles: Vec<Row> = self.rows(PROFILES, &format!("oauth_entity={sys_id}"), "sys_id").await?;
        for profile in profiles {
            self.delete(PROFILES, &profile.sys_id).await?;
        }
        self.delete(TABLE, sys_id).await
    }
}
