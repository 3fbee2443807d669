//! People of the instance (`sys_user`).

use serde::Deserialize;

use crate::{Instance, ServicenowError};

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct User {
    pub sys_id: String,
    pub user_name: String,
    #[serde(default)]
    pub name: String,
}

impl Instance {
    /// Who the token belongs to.
    ///
    /// # Errors
    /// [`ServicenowError`]; `None` where the person may not even see their own record.
    pub async fn me(&self) -> Result<Option<User>, ServicenowError> {
        let found =
            self.rows("sys_user", "sys_id=javascript:gs.getUserID()", "sys_id,user_name,name").await?;
        Ok(found.into_iter().next())
    }
}
