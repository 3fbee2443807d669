//! The signed-in person in the directory.

use net::Method;
use serde::Deserialize;

use crate::{error::EntraError, graph::Graph};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Object id.
    pub id: String,
    pub user_principal_name: String,
}

impl Graph {
    /// Whose token it is ("Get user"). Least permission: `User.Read`.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn me(&self) -> Result<User, EntraError> {
        self.one(self.call(Method::GET, "/me").query("$select", "id,userPrincipalName")).await
    }
}
