//! What practice tells whoever started it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::urls::Urls;
use crate::world::World;

/// Everything needed to use a running practice. `practice serve` prints it as one line of JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Announcement {
    pub cloud: Cloud,
    /// The initial domain of the practice tenant.
    pub tenant: String,
    /// The address of the ServiceNow instance.
    pub instance: String,
    pub accounts: Vec<Account>,
    /// Answers that this practice gives to a setup (`key=value`), empty where the person is to find them.
    pub set: BTreeMap<String, String>,
    /// The address of the control, its key included.
    pub control: String,
}

/// The Microsoft side's addresses, in the form of a `--cloud` file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cloud {
    pub login: String,
    pub graph: String,
    pub entra_portal: String,
    pub admin_center: String,
}

/// An account to sign in with; practice has no passwords.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// `entra` or `servicenow`.
    pub service: String,
    /// User principal name or `user_name`.
    pub name: String,
    /// Directory roles or ServiceNow roles by name.
    pub roles: Vec<String>,
}

impl Announcement {
    pub(crate) fn of(world: &World, urls: &Urls) -> Self {
        let mut accounts = world.entra.accounts_to_announce();
        accounts.extend(world.instance.accounts_to_announce());
        let mut set = BTreeMap::new();
        if world.scene.sign_in_client {
            set.insert("servicenow.sign-in.client".to_owned(), world.sign_in.client_id.clone());
            set.insert("servicenow.sign-in.port".to_owned(), world.sign_in.port.to_string());
        }
        Self {
            cloud: Cloud {
                login: urls.login.clone(),
                graph: urls.graph.clone(),
                entra_portal: urls.entra_portal.clone(),
                admin_center: urls.admin_center.clone(),
            },
            tenant: world.entra.tenant.initial_domain.clone(),
            instance: urls.instance.clone(),
            accounts,
            set,
            control: urls.control.clone(),
        }
    }
}
