//! The Microsoft 365 admin center's Support integration.

mod home;
mod repository;
mod settings;
mod sign_in;
mod support_integration;

pub(crate) use settings::{Settings, Tool};

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::app::App;
use crate::instance::session::Sessions;

/// Fields that an older world's file lacks are as in a fresh one.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct AdminCenter {
    sessions: Sessions,
    /// What counts.
    saved: Settings,
    /// What is being edited, until Save.
    draft: Settings,
}

impl AdminCenter {
    pub(crate) fn saved(&self) -> &Settings {
        &self.saved
    }

    /// What the control shows of it.
    pub(crate) fn state(&self) -> Value {
        json!({ "saved": self.saved.shape(), "unsaved": self.is_unsaved() })
    }

    fn is_unsaved(&self) -> bool {
        self.draft != self.saved
    }
}

pub(crate) fn router(app: App) -> Router {
    Router::new()
        .merge(sign_in::routes())
        .merge(home::routes())
        .merge(support_integration::routes())
        .merge(repository::routes())
        .with_state(app)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_before_the_admin_center_was_simulated_still_loads() {
        let center: AdminCenter = serde_json::from_str("{}").unwrap();
        assert_eq!(center.state()["unsaved"], false);
        assert_eq!(center.state()["saved"]["tool"], "none");
    }
}
