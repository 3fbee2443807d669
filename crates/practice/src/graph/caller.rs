//! Who asks, by the access token.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, header};

use super::refusal::Refusal;
use crate::app::App;
use crate::entra::accounts::{Account, Role};
use crate::entra::directory::Application;
use crate::entra::{MANAGE_APPLICATIONS, READ_POLICIES};

/// A person, through the client that they signed in with.
pub(super) struct Caller {
    pub account: Account,
    rights: Vec<String>,
    members_may_register: bool,
}

impl Caller {
    fn has(&self, right: &str) -> bool {
        self.rights.iter().any(|granted| granted == right)
    }

    /// # Errors
    /// Unless the token may touch applications at all: 403.
    pub(super) fn may_use_applications(&self) -> Result<(), Refusal> {
        if self.has(MANAGE_APPLICATIONS) { Ok(()) } else { Err(Refusal::denied()) }
    }

    /// # Errors
    /// Unless the token may read policies, and the person has a role that may: 403.
    pub(super) fn may_read_policies(&self) -> Result<(), Refusal> {
        let may = self.has(READ_POLICIES) && self.account.administers_applications();
        if may { Ok(()) } else { Err(Refusal::denied()) }
    }

    /// # Errors
    /// Where the person has no role and members may not register applications (`allowedToCreateApps`): 403.
    pub(super) fn may_register(&self) -> Result<(), Refusal> {
        self.may_use_applications()?;
        if self.account.administers_applications() || self.members_may_register {
            Ok(())
        } else {
            Err(Refusal::denied())
        }
    }

    /// # Errors
    /// Where the person has no role and does not own the application: 403.
    pub(super) fn may_change(&self, application: &Application) -> Result<(), Refusal> {
        self.may_use_applications()?;
        let may = self.account.administers_applications() || application.owners.contains(&self.account.id);
        if may { Ok(()) } else { Err(Refusal::denied()) }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let token = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
            .ok_or_else(Refusal::unauthorized)?;
        let world = app.world().await;
        let grant = world.entra.grants.bearer(token, app.clock().now()).ok_or_else(Refusal::unauthorized)?;
        let mut account = world.entra.account(&grant.account).ok_or_else(Refusal::unauthorized)?.clone();
        if !app.role_is_active() {
            account.roles.retain(|role| *role == Role::GlobalAdministrator);
        }
        if app.scene().entra.step_up_for_changes && parts.method != Method::GET && !grant.stepped_up {
            return Err(Refusal::step_up());
        }
        Ok(Self {
            account,
            rights: grant.rights.clone(),
            members_may_register: app.scene().members_may_register,
        })
    }
}
