//! The accounts of the practice tenant. None has a password: the sign-in page lists them.

use serde::{Deserialize, Serialize};

use crate::entra::tenant::Tenant;
use crate::random;
use crate::scenes::Scene;

/// The directory roles that practice knows, after Microsoft's "Microsoft Entra built-in roles".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Role {
    GlobalAdministrator,
    CloudApplicationAdministrator,
}

impl Role {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::GlobalAdministrator => "Global Administrator",
            Self::CloudApplicationAdministrator => "Cloud Application Administrator",
        }
    }

    /// The role's template id, the value of the `wids` claim.
    pub(crate) fn template_id(self) -> &'static str {
        match self {
            Self::GlobalAdministrator => "62e90394-69f5-4237-9190-012177145e10",
            Self::CloudApplicationAdministrator => "158c047a-c907-4556-b7ef-446551a6b5f7",
        }
    }
}

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    /// Object id.
    pub id: String,
    pub user_principal_name: String,
    pub display_name: String,
    pub roles: Vec<Role>,
}

impl Account {
    /// Whether the account may manage all applications and consent for the organisation. Both roles that practice knows
    /// may.
    pub(crate) fn administers_applications(&self) -> bool {
        !self.roles.is_empty()
    }
}

/// The accounts as the scene wants them, the Entra administrator first.
pub(crate) fn of(scene: &Scene, tenant: &Tenant) -> Vec<Account> {
    let admin_roles: &[Role] =
        if scene.admin_has_role { &[Role::CloudApplicationAdministrator] } else { &[] };
    [
        ("ada.admin", "Ada Admin", admin_roles),
        ("max.member", "Max Member", &[]),
        ("gloria.global", "Gloria Global", &[Role::GlobalAdministrator]),
    ]
    .into_iter()
    .map(|(name, display_name, roles)| Account {
        id: random::guid(),
        user_principal_name: format!("{name}@{}", tenant.initial_domain),
        display_name: display_name.to_owned(),
        roles: roles.to_vec(),
    })
    .collect()
}
