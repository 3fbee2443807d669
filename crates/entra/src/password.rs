//! Client secrets of an application ("application: addPassword", "application: removePassword").

use jiff::Timestamp;
use net::{Method, segment};
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::json;

use crate::{error::EntraError, graph::Graph};

/// A client secret as Graph lists it: never the value.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PasswordCredential {
    pub key_id: String,
    #[serde(default)]
    pub display_name: Option<String>,
    #[serde(default)]
    pub start_date_time: Option<Timestamp>,
    #[serde(default)]
    pub end_date_time: Option<Timestamp>,
    /// The first three characters of the value.
    #[serde(default)]
    pub hint: Option<String>,
}

/// A client secret just made. Its value is told this once.
#[derive(Clone, Debug)]
pub struct NewPassword {
    pub key_id: String,
    pub secret_text: SecretString,
    pub end: Option<Timestamp>,
    /// As asked for: carries our marker.
    pub display_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Added {
    key_id: String,
    secret_text: String,
    end_date_time: Option<Timestamp>,
    display_name: Option<String>,
}

impl Graph {
    /// Adds a client secret named `display_name`, good until `end`. Not to be repeated blindly: each call makes one.
    ///
    /// # Errors
    /// [`EntraError`]; [`EntraError::policy`] when the tenant forbids it, [`EntraError::is_young_object`] right after creation.
    pub async fn add_password(
        &self,
        application_id: &str,
        display_name: &str,
        end: Timestamp,
    ) -> Result<NewPassword, EntraError> {
        let path = format!("/applications/{}/addPassword", segment(application_id));
        // Whole seconds: what Graph shows in its own examples.
        let end = Timestamp::from_second(end.as_second()).unwrap_or(end);
        let body = json!({"passwordCredential": {"displayName": display_name, "endDateTime": end}});
        let added: Added = self.write(self.call(Method::POST, &path), &body).await?;
        Ok(NewPassword {
            key_id: added.key_id,
            secret_text: added.secret_text.into(),
            end: added.end_date_time,
            display_name: added.display_name,
        })
    }

    /// Removes a client secret. Tokens already issued with it live on to their end.
    ///
    /// # Errors
    /// [`EntraError`]; a secret or application that is gone already is no error.
    pub async fn remove_password(&self, application_id: &str, key_id: &str) -> Result<(), EntraError> {
        let path = format!("/applications/{}/removePassword", segment(application_id));
        match self.change(self.call(Method::POST, &path), &json!({"keyId": key_id})).await {
            Err(error) if error.is_not_found() || is_unknown_key(&error) => Ok(()),
            result => result,
        }
    }
}

/// "No password credential found with keyId '…'": a bad request by code, so the sentence has to tell. Wrong, it costs a message.
fn is_unknown_key(error: &EntraError) -> bool {
    error
        .graph()
        .is_some_and(|error| error.status == 400 && error.message.contains("No password credential found"))
}
