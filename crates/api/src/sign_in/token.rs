//! A token that somebody already has, from standard input: for pipelines, and where no browser can be had.

use secrecy::{ExposeSecret, SecretString};
use setup::{Problem, guide::Service, problem::Result};

use super::{SignedIn, entra, servicenow};
use crate::{app::App, session::Session, setups::service_of};

impl App {
    /// Takes a bearer token for the seat, after the service has said whose it is. It cannot be renewed.
    ///
    /// # Errors
    /// `token-malformed`, `sign-in-wrong-tenant`, `session-refused`
    pub async fn sign_in_with_token(&self, setup: &str, seat: &str, token: SecretString) -> Result<SignedIn> {
        let opened = self.open(setup).await?;
        let service = service_of(&opened.told.guide, seat)?;
        setup::ports::Vault::prove(&*self.inner().vault).await?;
        // EXPOSE: looked at here for characters that no header can carry (RFC 6750, section 2.1).
        let fits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        // EXPOSE: as above.
        if !fits(token.expose_secret()) {
            return Err(Problem::new("token-malformed"));
        }
        let account = match service {
            Service::Entra => entra::account(self, &opened, &token).await?,
            Service::Servicenow => servicenow::account(self, &opened, &token).await?,
        };
        let session = Session {
            access: token,
            refresh: None,
            expires_at: None,
            account,
            client_id: String::new(),
            claims: None,
        };
        self.signed_in(&opened, seat, session, "token").await
    }
}
