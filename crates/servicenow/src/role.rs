//! Roles (`sys_user_role`), and which users (`sys_user_has_role`) and groups (`sys_group_has_role`) have them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Instance, ServicenowError, query};

const ROLES: &str = "sys_user_role";

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Role {
    pub sys_id: String,
    /// With its scope, for example `x_app.administrator`.
    pub name: String,
}

/// Who can be given a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grantee {
    User,
    Group,
}

impl Grantee {
    fn table(self) -> &'static str {
        match self {
            Self::User => "sys_user_has_role",
            Self::Group => "sys_group_has_role",
        }
    }

    fn column(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
        }
    }
}

/// That somebody has a role. There is one row for each user and role, however the user came by it ("Role Management V2").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGrant {
    pub sys_id: String,
    /// `sys_id` of the user or group.
    #[serde(alias = "user", alias = "group")]
    pub grantee: String,
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
    /// The names of all roles of the signed-in person, those that come with others or by way of a group included.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn my_roles(&self) -> Result<BTreeSet<String>, ServicenowError> {
        #[derive(Deserialize)]
        struct Mine {
            #[serde(default, rename = "role.name")]
            role: String,
        }
        let mine = "user=javascript:gs.getUserID()^state=active";
        let found: Vec<Mine> = self.rows(Grantee::User.table(), mine, "sys_id,role.name").await?;
        Ok(found.into_iter().map(|mine| mine.role).filter(|role| !role.is_empty()).collect())
    }

    /// The role of that name.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn role(&self, name: &str) -> Result<Option<Role>, ServicenowError> {
        let Ok(value) = query::value(name) else { return Ok(None) };
        let found: Vec<Role> = self.rows(ROLES, &format!("name={value}"), "sys_id,name").await?;
        Ok(found.into_iter().find(|role| role.name == name))
    }

    /// Which of these users or groups (by `sys_id`) have the role.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn role_grants(
        &self,
        to: Grantee,
        role: &str,
        ids: &[&str],
    ) -> Result<Vec<RoleGrant>, ServicenowError> {
        let listed = query::list(ids.iter().copied());
        let Ok(value) = query::value(role) else { return Ok(Vec::new()) };
        if listed.is_empty() {
            return Ok(Vec::new());
        }
        let query = format!("role={value}^{}IN{listed}", to.column());
        let found: Vec<RoleGrant> = self.rows(to.table(), &query, &fields(to)).await?;
        Ok(found
            .into_iter()
            .filter(|grant| grant.role == role && ids.contains(&grant.grantee.as_str()))
            .collect())
    }

    /// Grants by their own `sys_id`s. Those that are gone, or not to be seen, are left out.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn grants(&self, to: Grantee, sys_ids: &[&str]) -> Result<Vec<RoleGrant>, ServicenowError> {
        let listed = query::list(sys_ids.iter().copied());
        if listed.is_empty() {
            return Ok(Vec::new());
        }
        let found: Vec<RoleGrant> = self.rows(to.table(), &format!("sys_idIN{listed}"), &fields(to)).await?;
        Ok(found.into_iter().filter(|grant| sys_ids.contains(&grant.sys_id.as_str())).collect())
    }

    /// Grants a role directly.
    ///
    /// # Errors
    /// [`ServicenowError`]; refused by a business rule where the user has it already.
    pub async fn grant_role(&self, to: Grantee, id: &str, role: &str) -> Result<RoleGrant, ServicenowError> {
        self.insert(to.table(), &json!({to.column(): id, "role": role})).await
    }

    /// Takes a direct grant back. What is gone already counts as taken back.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn revoke_role(&self, to: Grantee, sys_id: &str) -> Result<(), ServicenowError> {
        self.delete(to.table(), sys_id).await
    }
}

/// A group's grant is never inherited.
fn fields(of: Grantee) -> String {
    let inherited = if of == Grantee::User { "inherited," } else { "" };
    format!("sys_id,{},role,{inherited}sys_created_by,sys_created_on", of.column())
}
