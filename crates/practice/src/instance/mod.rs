//! The practice ServiceNow instance.

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::announcement::Account;
use crate::app::App;
use crate::world::Start;

#[derive(Serialize, Deserialize)]
pub(crate) struct Instance {}

impl Instance {
    pub(crate) fn new(_start: &Start<'_>) -> Self {
        Self {}
    }

    pub(crate) fn accounts_to_announce(&self) -> Vec<Account> {
        Vec::new()
    }

    /// `{table: [rows]}`; `key_of_secret(client_id, secret)` answers each registry row's `secret_of`.
    pub(crate) fn tables_without_secrets(
        &self,
        _key_of_secret: impl Fn(&str, &str) -> Option<String>,
    ) -> Value {
        json!({})
    }
}

pub(crate) fn router(app: App) -> Router {
    Router::new().with_state(app)
}
