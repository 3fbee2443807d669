//! The setup wizard of the Microsoft 365 support integration.

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;

pub(crate) const SETUP: &str = "/x_mioms_m365_assis_setup.do";
pub(crate) const LINK_ACCOUNT: &str = "/x_mioms_m365_assis_link_account.do";

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Wizard {}

impl Wizard {
    /// What the control shows of it.
    pub(crate) fn state(&self) -> Value {
        json!({})
    }
}

/// Until a page is simulated, the frame answers it with 501.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
