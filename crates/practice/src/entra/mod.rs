//! The practice Entra tenant, and its sign-in site at the root of "login".

pub(crate) mod accounts;
mod authorize;
mod clients;
mod device;
pub(crate) mod directory;
mod discovery;
mod grants;
mod refusal;
mod sign_in;
mod signing;
pub(crate) mod tenant;
mod token;

pub(crate) use clients::{MANAGE_APPLICATIONS, READ_POLICIES};

use axum::Router;
use serde::{Deserialize, Serialize};

use crate::announcement;
use crate::app::App;
use crate::instance::session::Sessions;
use crate::world::Start;
use accounts::Account;
use directory::{Application, Directory};
use grants::Grants;
use signing::SigningKey;
use tenant::Tenant;

/// Everything that the tenant holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Entra {
    pub tenant: Tenant,
    pub accounts: Vec<Account>,
    pub directory: Directory,
    pub grants: Grants,
    signing: SigningKey,
    sessions: Sessions,
}

/// What somebody else's registration is called in the scene `app-exists`: an obvious name for the same purpose.
const USUAL_NAME: &str = "ServiceNow outbound";

impl Entra {
    /// # Errors
    /// When the signing key cannot be made.
    pub(crate) fn new(start: &Start<'_>) -> std::io::Result<Self> {
        let tenant = Tenant::new();
        let accounts = accounts::of(start.scene, &tenant);
        let mut directory = Directory::new(start.scene.replication_s);
        if start.scene.others_objects {
            let owner = accounts.last().map_or("", |account| &account.id);
            directory.applications.push(Application::new(USUAL_NAME, owner, start.clock.now()));
        }
        if start.scene.entra.twin_deleted {
            let mut twin = Application::new(USUAL_NAME, "", start.clock.now());
            twin.deleted = Some(start.clock.now());
            directory.applications.push(twin);
        }
        if start.scene.entra.name_taken {
            directory.applications.push(Application::new("ServiceNow outbound (s)", "", start.clock.now()));
        }
        let mut grants = Grants::default();
        grants.tells_to_slow_down = start.scene.entra.slow_down;
        if !start.scene.admin_has_role || start.scene.entra.role_active.is_some() {
            // Else whoever has no role would not even get as far as being refused.
            grants.consent_for_everybody(clients::GRAPH_COMMAND_LINE_TOOLS);
        }
        Ok(Self {
            accounts,
            tenant,
            directory,
            grants,
            signing: SigningKey::new()?,
            sessions: Sessions::default(),
        })
    }

    pub(crate) fn accounts_to_announce(&self) -> Vec<announcement::Account> {
        let announced = |account: &Account| announcement::Account {
            service: "entra".to_owned(),
            name: account.user_principal_name.clone(),
            roles: account.roles.iter().map(|role| role.name().to_owned()).collect(),
        };
        self.accounts.iter().map(announced).collect()
    }

    /// The account with this object id.
    pub(crate) fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    fn account_named(&self, name: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.user_principal_name.eq_ignore_ascii_case(name))
    }

    /// Where people sign in, an address for every tenant will do: the account says which tenant it is.
    ///
    /// # Errors
    /// AADSTS90002; AADSTS50020 at the address for personal accounts, which practice has none of.
    fn authority(&self, name: &str) -> Result<&Tenant, refusal::Refusal> {
        match name.to_ascii_lowercase().as_str() {
            name if tenant::SHARED.contains(&name) => Ok(&self.tenant),
            "consumers" => Err(refusal::Refusal::new(
                "invalid_request",
                50_020,
                "User account from identity provider does not exist in tenant 'consumers'.",
            )),
            name => self.tenant_named(name),
        }
    }

    /// # Errors
    /// AADSTS90002.
    fn tenant_named(&self, name: &str) -> Result<&Tenant, refusal::Refusal> {
        if self.tenant.is(name) { Ok(&self.tenant) } else { Err(refusal::Refusal::unknown_tenant(name)) }
    }
}

pub(crate) fn router(app: App) -> Router {
    Router::new()
        .merge(discovery::routes())
        .merge(authorize::routes())
        .merge(device::routes())
        .merge(token::routes())
        .with_state(app)
}

/// A refusal with any number, in Entra's shape: ordered by a fault.
pub(crate) fn refused(code: u32) -> axum::response::Response {
    let refusal = refusal::Refusal::new("invalid_request", code, "Practice was told to refuse this request.");
    axum::response::IntoResponse::into_response(refusal)
}
