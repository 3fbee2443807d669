//! Application registrations and their client secrets ("application resource type", "passwordCredential resource type").

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::random;

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Application {
    /// Object id.
    pub id: String,
    /// Client id.
    pub app_id: String,
    pub display_name: String,
    pub unique_name: Option<String>,
    pub sign_in_audience: String,
    pub redirect_uris: Vec<String>,
    pub notes: Option<String>,
    pub service_management_reference: Option<String>,
    pub passwords: Vec<Password>,
    /// Object ids of its owners; whoever has no role and makes one is its first.
    pub owners: Vec<String>,
    /// `isDisabled`: the tenant deactivated it.
    pub disabled: bool,
    pub created: Timestamp,
    pub deleted: Option<Timestamp>,
}

impl Application {
    /// With Graph's own defaults: "Create application" lets in accounts of every directory unless told otherwise.
    pub(crate) fn new(display_name: &str, owner: &str, now: Timestamp) -> Self {
        Self {
            id: random::guid(),
            app_id: random::guid(),
            display_name: display_name.to_owned(),
            unique_name: None,
            sign_in_audience: "AzureADandPersonalMicrosoftAccount".to_owned(),
            redirect_uris: Vec::new(),
            notes: None,
            service_management_reference: None,
            passwords: Vec::new(),
            owners: [owner]
                .iter()
                .filter(|owner| !owner.is_empty())
                .map(|owner| (*owner).to_owned())
                .collect(),
            disabled: false,
            created: now,
            deleted: None,
        }
    }

    /// As Graph shows it, without any secret's value.
    pub(crate) fn shape(&self) -> Value {
        let mut shape = json!({
            "id": self.id,
            "appId": self.app_id,
            "displayName": self.display_name,
            "uniqueName": self.unique_name,
            "signInAudience": self.sign_in_audience,
            "web": { "redirectUris": self.redirect_uris },
            "notes": self.notes,
            "serviceManagementReference": self.service_management_reference,
            "passwordCredentials": self.passwords.iter().map(Password::shape).collect::<Vec<_>>(),
            "createdDateTime": seconds(self.created),
            "disabledByMicrosoftStatus": null,
            "isDisabled": self.disabled,
        });
        if let Some(deleted) = self.deleted {
            shape["deletedDateTime"] = json!(seconds(deleted));
        }
        shape
    }
}

/// A client secret, of which the directory keeps only a hash.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Password {
    pub key_id: String,
    pub display_name: Option<String>,
    pub start: Timestamp,
    pub end: Timestamp,
    /// The first three characters of its value.
    pub hint: String,
    hash: String,
}

impl Password {
    /// A secret and its value, which is told this once. Its shape is Entra's: 40 characters, of which the fourth and fifth are
    /// a digit and `Q~`.
    pub(crate) fn new(display_name: Option<String>, start: Timestamp, end: Timestamp) -> (Self, String) {
        let value = format!("{}8Q~{}", random::token(3), random::token(34));
        let password = Self {
            key_id: random::guid(),
            display_name,
            start,
            end,
            hint: value.chars().take(3).collect(),
            hash: hash(&value),
        };
        (password, value)
    }

    pub(super) fn is(&self, value: &str) -> bool {
        self.hash == hash(value)
    }

    pub(crate) fn shape(&self) -> Value {
        json!({
            "keyId": self.key_id,
            "displayName": self.display_name,
            "startDateTime": seconds(self.start),
            "endDateTime": seconds(self.end),
            "hint": self.hint,
            "secretText": null,
            "customKeyIdentifier": null,
        })
    }
}

fn hash(value: &str) -> String {
    Sha256::digest(value).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Times as Graph writes them: whole seconds.
fn seconds(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
