//! What an integration may have left in an instance. Reads only.

use serde::{Deserialize, de::DeserializeOwned};

use crate::{Instance, ServicenowError, query};

/// An Application Registry entry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RegistryEntry {
    pub sys_id: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub client_id: String,
    #[serde(default)]
    pub token_url: String,
    #[serde(default)]
    pub comments: String,
}

/// That one application scope may read a table of another ("Cross-scope privilege record").
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ScopePrivilege {
    pub sys_id: String,
    #[serde(rename = "source_scope.scope", default)]
    pub source: String,
    #[serde(default)]
    pub target_name: String,
    #[serde(default)]
    pub operation: String,
    #[serde(default)]
    pub status: String,
}

/// A role that somebody has directly.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DirectGrant {
    pub sys_id: String,
    #[serde(rename = "role.name", default)]
    pub role: String,
    #[serde(rename = "user.user_name", alias = "group.name", default)]
    pub to: String,
    #[serde(default)]
    pub inherited: String,
}

impl Instance {
    /// Entries that ask this host for tokens.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn entries_with_token_host(&self, host: &str) -> Result<Vec<RegistryEntry>, ServicenowError> {
        let found: Vec<RegistryEntry> = self.registry(&format!("token_urlLIKE{}", checked(host))).await?;
        Ok(found.into_iter().filter(|entry| entry.token_url.contains(host)).collect())
    }

    /// Entries with this client ID.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn entries_of_client(&self, client_id: &str) -> Result<Vec<RegistryEntry>, ServicenowError> {
        let found: Vec<RegistryEntry> = self.registry(&format!("client_id={}", checked(client_id))).await?;
        Ok(found.into_iter().filter(|entry| entry.client_id == client_id).collect())
    }

    /// What the application scope of that name may do with tables of others.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn privileges_of(&self, scope: &str) -> Result<Vec<ScopePrivilege>, ServicenowError> {
        let query = format!("source_scope.scope={}", checked(scope));
        let fields = "sys_id,source_scope.scope,target_name,operation,status";
        let found: Vec<ScopePrivilege> = self.rows("sys_scope_privilege", &query, fields).await?;
        Ok(found.into_iter().filter(|privilege| privilege.source == scope).collect())
    }

    /// Users, then groups, that have the role directly.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn direct_grants(&self, role: &str) -> Result<Vec<DirectGrant>, ServicenowError> {
        let query = format!("role.name={}^inherited=false", checked(role));
        let fields = "sys_id,role.name,user.user_name,inherited";
        let mut found: Vec<DirectGrant> = self.rows("sys_user_has_role", &query, fields).await?;
        let query = format!("role.name={}", checked(role));
        found.extend(
            self.rows::<DirectGrant>("sys_group_has_role", &query, "sys_id,role.name,group.name").await?,
        );
        found.retain(|grant| grant.role == role && grant.inherited != "true");
        Ok(found)
    }

    async fn registry<T: DeserializeOwned>(&self, query: &str) -> Result<Vec<T>, ServicenowError> {
        self.rows("oauth_entity", query, "sys_id,name,client_id,token_url,comments").await
    }
}

/// What cannot stand in a query finds nothing: no row is called a single colon.
fn checked(value: &str) -> &str {
    query::value(value).unwrap_or(":")
}
