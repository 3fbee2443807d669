//! What other application scopes may do with a table (`sys_db_object`, "Application access settings").

use serde::{Deserialize, Serialize};

use crate::{Instance, ServicenowError, query};

const TABLE: &str = "sys_db_object";

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TableAccess {
    pub sys_id: String,
    pub name: String,
    #[serde(flatten)]
    pub fields: TableAccessFields,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableAccessFields {
    /// "Accessible from": `public` is All application scopes, `package_private` is this scope only.
    pub access: String,
    /// "Can read": `true` or `false`.
    pub read_access: String,
}

impl Instance {
    /// How the table of that name is opened to other scopes. None where its record cannot be seen.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn table_access(&self, table: &str) -> Result<Option<TableAccess>, ServicenowError> {
        let Ok(value) = query::value(table) else { return Ok(None) };
        let fields = "sys_id,name,access,read_access";
        let found: Vec<TableAccess> = self.rows(TABLE, &format!("name={value}"), fields).await?;
        Ok(found.into_iter().find(|access| access.name == table))
    }

    /// # Errors
    /// [`ServicenowError`]
    pub async fn set_table_access(
        &self,
        sys_id: &str,
        fields: &serde_json::Value,
    ) -> Result<(), ServicenowError> {
        self.update(TABLE, sys_id, fields, false).await
    }
}
