//! Application Registries (`oauth_entity`): here the third-party OAuth providers that the instance asks for tokens.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Instance, ServicenowError, query};

const TABLE: &str = "oauth_entity";
const PROFILES: &str = "oauth_entity_profile";
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

/// An inbound client ("Create an OAuth API endpoint for external clients").
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SignInClient {
    pub client_id: String,
    /// `true` or `false`; empty where the instance has no such field.
    #[serde(default)]
    pub public_client: String,
    /// "PKCE required", by the name that dumps of instances show.
    #[serde(default)]
    use_pkce: String,
    /// The same by its label's name. Which of the two an instance has is not documented.
    #[serde(default)]
    pkce_required: String,
}

impl SignInClient {
    /// None where the instance does not say.
    pub fn requires_pkce(&self) -> Option<bool> {
        let said = [self.use_pkce.as_str(), self.pkce_required.as_str()];
        if said.contains(&"true") { Some(true) } else { said.contains(&"false").then_some(false) }
    }
}

#[derive(Deserialize)]
struct Row {
    sys_id: String,
    oauth_entity: String,
}

impl Instance {
    /// Providers whose comments are exactly `comments`. Tools write one of two types for them; the list shows both alike.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn oauth_providers(&self, comments: &str) -> Result<Vec<OauthProvider>, ServicenowError> {
        let Ok(value) = query::value(comments) else { return Ok(Vec::new()) };
        let query = format!("typeINoauth_provider,consumer^comments={value}");
        let found: Vec<OauthProvider> = self.rows(TABLE, &query, FIELDS).await?;
        Ok(found.into_iter().filter(|provider| provider.fields.comments == comments).collect())
    }

    /// The client that people sign in with, as the instance keeps it. None where it may not be seen.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn sign_in_client(&self, client_id: &str) -> Result<Option<SignInClient>, ServicenowError> {
        let Ok(value) = query::value(client_id) else { return Ok(None) };
        let query = format!("type=client^client_id={value}");
        let fields = "sys_id,client_id,public_client,use_pkce,pkce_required";
        let found: Vec<SignInClient> = self.rows(TABLE, &query, fields).await?;
        Ok(found.into_iter().find(|client| client.client_id == client_id))
    }

    /// The provider of that `sys_id`, of either type.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn oauth_provider(&self, sys_id: &str) -> Result<Option<OauthProvider>, ServicenowError> {
        let Ok(value) = query::value(sys_id) else { return Ok(None) };
        let query = format!("typeINoauth_provider,consumer^sys_id={value}");
        let found: Vec<OauthProvider> = self.rows(TABLE, &query, FIELDS).await?;
        Ok(found.into_iter().find(|provider| provider.sys_id == sys_id))
    }

    /// Providers with that client ID, whoever made them.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn oauth_providers_of(&self, client_id: &str) -> Result<Vec<OauthProvider>, ServicenowError> {
        let Ok(value) = query::value(client_id) else { return Ok(Vec::new()) };
        let query = format!("typeINoauth_provider,consumer^client_id={value}");
        let found: Vec<OauthProvider> = self.rows(TABLE, &query, FIELDS).await?;
        Ok(found.into_iter().filter(|provider| provider.fields.client_id == client_id).collect())
    }

    /// The grant type of the profile that the instance uses by default. It makes one by itself for a new provider, and refuses a
    /// second ("Validate OAuth entity profile"); None until then.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn default_grant_type(&self, provider: &str) -> Result<Option<String>, ServicenowError> {
        #[derive(Deserialize)]
        struct Profile {
            oauth_entity: String,
            default: String,
            grant_type: String,
        }
        let Ok(value) = query::value(provider) else { return Ok(None) };
        let query = format!("oauth_entity={value}^default=true");
        let found: Vec<Profile> =
            self.rows(PROFILES, &query, "sys_id,oauth_entity,default,grant_type").await?;
        let default = |profile: &Profile| profile.oauth_entity == provider && profile.default == "true";
        Ok(found.into_iter().find(default).map(|profile| profile.grant_type))
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
        let Ok(value) = query::value(sys_id) else { return Ok(()) };
        let query = format!("oauth_entity={value}");
        let profiles: Vec<Row> = self.rows(PROFILES, &query, "sys_id,oauth_entity").await?;
        // Of a query that was not taken, everybody's profiles come back.
        for profile in profiles.into_iter().filter(|profile| profile.oauth_entity == sys_id) {
            self.delete(PROFILES, &profile.sys_id).await?;
        }
        self.delete(TABLE, sys_id).await
    }
}
