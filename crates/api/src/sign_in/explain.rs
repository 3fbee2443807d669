//! What people know and Liaison cannot: the number on Microsoft's page, which never reaches us, and that a role was activated.

use std::time::{Duration, Instant};

use setup::{Problem, guide::Service, problem::Result};

use crate::app::{App, locked};

/// How long a role that was activated just now may take to be known everywhere ("Activate a Microsoft Entra role in PIM").
const ROLE: Duration = Duration::from_secs(10 * 60);

/// Microsoft's codes that Liaison knows: each with the id of its words, `hint-` and the id being what can be done.
pub fn known_codes() -> Vec<(String, String)> {
    let aadsts = entra::aadsts::CODES
        .iter()
        .map(|(code, cause)| (format!("AADSTS{code}"), format!("entra-{}", cause.name())));
    let graph = entra::error::GRAPH_CODES.iter().map(|(code, id)| ((*code).to_owned(), (*id).to_owned()));
    aadsts.chain(graph).collect()
}

impl App {
    /// A person says that the missing role is active now: for ten minutes a refusal by right is tried again, each time with a new token.
    ///
    /// # Errors
    /// `setup-unknown`
    pub async fn role_activated(&self, setup: &str) -> Result<()> {
        let opened = self.open(setup).await?;
        locked(&self.inner().roles).insert(opened.record.head.id.clone(), Instant::now() + ROLE);
        Ok(())
    }

    /// Explains the number on Microsoft's page: `53003`, `AADSTS53003`, or the whole text around it.
    ///
    /// # Errors
    /// `sign-in-page-without-number`, `setup-unknown`
    pub async fn explain_sign_in(&self, setup: &str, says: &str) -> Result<Problem> {
        let opened = self.open(setup).await?;
        let code = entra::aadsts::number_in(says);
        let code = code.ok_or_else(|| Problem::new("sign-in-page-without-number"))?;
        let problem = super::entra::explained(self, &opened, code).await;
        // The setup's Microsoft side has one seat that signs in.
        let seats = &opened.told.guide.seats;
        if let Some(seat) = seats.iter().find(|seat| seat.service == Some(Service::Entra)) {
            self.await_consent(&opened, &seat.id, &problem).await?;
        }
        Ok(problem)
    }
}
