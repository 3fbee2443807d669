//! The practice Entra tenant, and its sign-in site at the root of "login".

pub(crate) mod accounts;
pub(crate) mod directory;
pub(crate) mod tenant;

use axum::Router;
use serde::{Deserialize, Serialize};

use crate::announcement;
use crate::app::App;
use crate::world::Start;
use accounts::Account;
use directory::Directory;
use tenant::Tenant;

/// Everything that the tenant holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Entra {
    pub tenant: Tenant,
    pub accounts: Vec<Account>,
    pub directory: Directory,
}

impl Entra {
    /// # Errors
    /// When the signing key cannot be made.
    pub(crate) fn new(start: &Start<'_>) -> std::io::Result<Self> {
        let tenant = Tenant::new();
        Ok(Self { accounts: accounts::of(start.scene, &tenant), tenant, directory: Directory::default() })
    }

    pub(crate) fn accounts_to_announce(&self) -> Vec<announcement::Account> {
        let announced = |account: &Account| announcement::Account {
            service: "entra".to_owned(),
            name: account.user_principal_name.clone(),
            roles: account.roles.iter().map(|role| role.name().to_owned()).collect(),
        };
        self.accounts.iter().map(announced).collect()
    }
}

pub(crate) fn router(app: App) -> Router {
    Router::new().with_state(app)
}
