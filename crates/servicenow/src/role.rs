//! Roles (`sys_user_role`) and who has them (`sys_user_has_role`).

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Instance, ServicenowError, query};

const ROLES: &str = "sys_user_role";
const GRANTS: &str = "sys_user_has_role";
const GRANT_FIELDS: &str = "sys_id,user,role,inherited,sys_created_by,sys_created_on";

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Role {
    pub sys_id: String,
    /// With its scope, for example `x_app.administrator`.
    pub name: String,
}

/// That a user has a role, granted directly or by way of a group. There is one row for each user and role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGrant {
    pub sys_id: String,
    /// `sys_id` of the user.
    pub user: String,
    /// `sys_id` of the role.
    pub role: String,
    /// `true` where nobody granted it to the user directly.
    #[serde(default)]
    pub inherited: String,
    #[serde(default)]
    pub sys_created_by: String,
    /// `YYYY-MM-DD HH:MM:SS`, UTC.
    #[serde(default)]
    pub sys_created_on: String,
}

impl RoleGrant {
    pub fn is_inherited(&self) -> bool {
        self.inherited == "true"
    }
}

impl Instance {
    /// The role of that name.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn role(&self, name: &str) -> Result<Option<Role>, ServicenowError> {
        let Ok(value) = query::value(name) else { return Ok(None) };
        let found: Vec<Role> = self.rows(ROLES, &format!("name={value}"), "sys_id,name").await?;
        Ok(found.into_iter().find(|role| role.name == name))
    }

    /// Which of these users (by `sys_id`) have the role.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn role_grants(&self, role: &str, users: &[&str]) -> Result<Vec<RoleGrant>, ServicenowError> {
        let query = format!("role={role}^userIN{}", query::list(users.iter().copied()));
        let found: Vec<RoleGrant> = self.rows(GRANTS, &query, GRANT_FIELDS).await?;
        Ok(found
            .into_iter()
            .filter(|grant| grant.role == role && users.contains(&grant.user.as_str()))
            .collect())
    }

    /// One grant, by its own `sys_id`.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn role_grant(&self, sys_id: &str) -> Result<Option<RoleGrant>, ServicenowError> {
        let found: Vec<RoleGrant> = self.rows(GRANTS, &format!("sys_id={sys_id}"), GRANT_FIELDS).await?;
        Ok(found.into_iter().find(|grant| grant.sys_id == sys_id))
    }

    /// Grants a role to a user directly.
    ///
    /// # Errors
    /// [`ServicenowError`]; refused by a business rule where the user has it already.
    pub async fn grant_role(&self, user: &str, role: &str) -> Result<RoleGrant, ServicenowError> {
        self.insert(GRANTS, &json!({"user": user, "role": role})).await
    }

    /// Takes a direct grant back. What is gone already counts as taken back.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn revoke_role(&self, sys_id: &str) -> Result<(), ServicenowError> {
        self.delete(GRANTS, sys_id).await
    }
}
