//! Registrations by where they send people. Reads only.

use crate::{application::Application, error::EntraError, graph::Graph, portal::host_of};

impl Graph {
    /// Every registration with a redirect on this host (with its port, where it has one). Reads them all: a filter on redirects would
    /// need the whole address, and it is the host that is known.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn applications_redirecting_to(&self, host: &str) -> Result<Vec<Application>, EntraError> {
        let mut found = self.applications().await?;
        found.retain(|application| application.web.redirect_uris.iter().any(|uri| host_of(uri) == host));
        Ok(found)
    }
}
