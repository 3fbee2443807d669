//! Who answers for a registration ("application: add owner"). Owners may change it without a role.

use net::{Method, segment};
use serde::Deserialize;
use serde_json::json;

use crate::{error::EntraError, graph::Graph};

#[derive(Deserialize)]
struct Owner {
    id: String,
}

impl Graph {
    /// Object ids of a registration's owners.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn owners(&self, application_id: &str) -> Result<Vec<String>, EntraError> {
        let path = format!("/applications/{}/owners", segment(application_id));
        let owners: Vec<Owner> = self.list(self.call(Method::GET, &path).query("$select", "id")).await?;
        Ok(owners.into_iter().map(|owner| owner.id).collect())
    }

    /// Makes somebody an owner, by object id. It is an id because looking a name up would need a right to read people.
    ///
    /// # Errors
    /// [`EntraError`]; a person who is not there, or an owner already.
    pub async fn add_owner(&self, application_id: &str, owner: &str) -> Result<(), EntraError> {
        let path = format!("/applications/{}/owners/$ref", segment(application_id));
        let reference = format!("{}/v1.0/directoryObjects/{}", self.address(), segment(owner));
        self.change(self.call(Method::POST, &path), &json!({"@odata.id": reference})).await
    }

    /// Takes that back. The person stays.
    ///
    /// # Errors
    /// [`EntraError`]; who is no owner is no error.
    pub async fn remove_owner(&self, application_id: &str, owner: &str) -> Result<(), EntraError> {
        self.delete(&format!("/applications/{}/owners/{}/$ref", segment(application_id), segment(owner)))
            .await
    }
}
