//! The practice tenant.

use serde::{Deserialize, Serialize};

use crate::random;

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Tenant {
    /// The directory (tenant) id, made with the world.
    pub id: String,
    pub display_name: String,
    /// The domain that every tenant begins with.
    pub initial_domain: String,
    /// A verified domain of its own, its default one.
    pub custom_domain: String,
}

/// The tenant part of addresses that name no tenant ("Endpoints", Microsoft identity platform protocols).
pub(super) const SHARED: [&str; 2] = ["common", "organizations"];

impl Tenant {
    pub(crate) fn new() -> Self {
        Self {
            id: random::guid(),
            display_name: "Lumen Practice".to_owned(),
            initial_domain: "lumen-practice.onmicrosoft.com".to_owned(),
            custom_domain: "lumen-practice.example".to_owned(),
        }
    }

    /// Whether `name`, the tenant part of an address, means this tenant.
    pub(crate) fn is(&self, name: &str) -> bool {
        [&self.id, &self.initial_domain, &self.custom_domain]
            .iter()
            .any(|ours| ours.eq_ignore_ascii_case(name))
    }
}
