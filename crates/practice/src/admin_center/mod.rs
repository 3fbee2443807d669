//! The Microsoft 365 admin center's Support integration.

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct AdminCenter {}

impl AdminCenter {
    /// What the control shows of it.
    pub(crate) fn state(&self) -> Value {
        json!({})
    }
}

pub(crate) fn router(app: App) -> Router {
    Router::new().with_state(app)
}
