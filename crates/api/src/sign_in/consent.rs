//! Waiting for an administrator to consent to the signing-in application. The setup remembers it, so that whoever comes back days
//! later goes on from there.

use setup::{Event as Entry, Problem, problem::Result};

use crate::{app::App, clipboard, setups::Opened};

/// Of a problem: the address where consent is given.
const LINK: &str = "link";
pub(super) const HINT: &str = "hint-consent-link";

impl App {
    /// Keeps that consent is waited for, where that is what the problem is.
    pub(super) async fn await_consent(&self, opened: &Opened, seat: &str, problem: &Problem) -> Result<()> {
        let link = problem.args.get(LINK).filter(|_| problem.hints.iter().any(|hint| hint == HINT));
        let before = opened.record.consents.get(seat);
        match link {
            Some(link) if before.is_none_or(|before| before.link != *link) => {
                let event = Entry::ConsentAwaited { seat: seat.into(), link: link.clone() };
                self.append(opened, vec![event]).await
            }
            _ => Ok(()),
        }
    }

    /// Puts the address where an administrator consents on the clipboard, to be sent to them.
    ///
    /// # Errors
    /// `consent-not-awaited`, `clipboard-missing`
    pub async fn copy_consent_link(&self, setup: &str, seat: &str) -> Result<()> {
        let opened = self.open(setup).await?;
        let consent = opened.record.consents.get(seat);
        let consent = consent.ok_or_else(|| Problem::new("consent-not-awaited"))?;
        clipboard::put(consent.link.clone()).await
    }
}
