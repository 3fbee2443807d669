//! What one application scope may do with the tables of another (`sys_scope_privilege`, "Cross-scope privilege record").

use serde::Deserialize;
use serde_json::json;

use crate::{Instance, ServicenowError, query};

const TABLE: &str = "sys_scope_privilege";
const FIELDS: &str = "sys_id,source_scope,target_name,target_type,operation,status";

/// `sys_id` of the Global scope, on every instance.
const GLOBAL: &str = "global";
const OF_TABLES: &str = "sys_db_object";
const READ: &str = "read";

/// That a scope may read a table of the Global scope, or asked to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ReadPrivilege {
    pub sys_id: String,
    /// `sys_id` of the scope that reads.
    pub source_scope: String,
    /// Name of the table.
    pub target_name: String,
    pub target_type: String,
    pub operation: String,
    /// `allowed`, `requested` or `denied`.
    pub status: String,
}

impl Instance {
    /// What is there of a scope's privileges to read these tables.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn read_privileges(
        &self,
        scope: &str,
        tables: &[&str],
    ) -> Result<Vec<ReadPrivilege>, ServicenowError> {
        let listed = query::list(tables.iter().copied());
        let Ok(value) = query::value(scope) else { return Ok(Vec::new()) };
        if listed.is_empty() {
            return Ok(Vec::new());
        }
        let query =
            format!("source_scope={value}^operation={READ}^target_type={OF_TABLES}^target_nameIN{listed}");
        let found: Vec<ReadPrivilege> = self.rows(TABLE, &query, FIELDS).await?;
        Ok(found
            .into_iter()
            .filter(|one| one.source_scope == scope && one.operation == READ && one.target_type == OF_TABLES)
            .filter(|one| tables.contains(&one.target_name.as_str()))
            .collect())
    }

    /// Lets a scope read a table of the Global scope.
    ///
    /// # Errors
    /// [`ServicenowError`]. Not to be repeated blindly: each call makes one.
    pub async fn allow_reading(&self, scope: &str, table: &str) -> Result<ReadPrivilege, ServicenowError> {
        let row = json!({
            "source_scope": scope, "target_scope": GLOBAL, "target_name": table, "target_type": OF_TABLES,
            "operation": READ, "status": "allowed",
        });
        self.insert(TABLE, &row).await
    }

    /// # Errors
    /// [`ServicenowError`]
    pub async fn set_privilege_status(&self, sys_id: &str, status: &str) -> Result<(), ServicenowError> {
        self.update(TABLE, sys_id, &json!({ "status": status }), false).await
    }

    /// Takes a privilege away. What is gone already counts as taken away.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn delete_privilege(&self, sys_id: &str) -> Result<(), ServicenowError> {
        self.delete(TABLE, sys_id).await
    }
}
