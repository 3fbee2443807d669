//! The tenant as a signed-in person sees it.

use net::Method;
use serde::Deserialize;

use crate::{error::EntraError, graph::Graph};

/// With `User.Read` alone Graph fills these and leaves the rest null ("Get organization").
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// The tenant's GUID.
    pub id: String,
    #[serde(default)]
    pub display_name: Option<String>,
    #[serde(default)]
    pub verified_domains: Vec<VerifiedDomain>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VerifiedDomain {
    pub name: String,
    #[serde(default)]
    pub is_default: bool,
    /// The `onmicrosoft.com` name that the tenant began with.
    #[serde(default)]
    pub is_initial: bool,
}

impl Organization {
    /// Whether the tenant owns `domain`. Domains know no case.
    pub fn has_domain(&self, domain: &str) -> bool {
        self.verified_domains.iter().any(|verified| verified.name.eq_ignore_ascii_case(domain))
    }
}

impl Graph {
    /// The tenant of the token. Least permission: `User.Read`.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn organization(&self) -> Result<Organization, EntraError> {
        let call = self.call(Method::GET, "/organization").query("$select", "id,displayName,verifiedDomains");
        let mut all: Vec<Organization> = self.list(call).await?;
        // A token is of one tenant; Graph lists that one.
        if all.is_empty() { Err(EntraError::UnknownTenant) } else { Ok(all.swap_remove(0)) }
    }
}
