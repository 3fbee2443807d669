//! What a setup needs no more is not kept: a secret whose use somebody confirmed, the sessions of a setup that is complete.
//! Keeping either is a choice in Settings.

use setup::{StepKind, engine::secret_of, in_use::is_use_confirmed, problem::Result, renewal::KEY_ID};

use crate::{app::App, event::Event, setups::Opened, show::count};

impl App {
    /// Forgets what is needed no more, and tells what that was. `was_complete` says whether the setup was so before whatever was just
    /// done to it: who signs in to a complete one is not signed out again. While somebody works on it all stays until the next time.
    ///
    /// # Errors
    /// Why the store cannot be written.
    pub(crate) async fn let_go(&self, setup: &str, was_complete: bool) -> Result<()> {
        let opened = self.open(setup).await?;
        let keep = self.settings().keep;
        let id = opened.record.head.id.clone();
        let secrets = if keep.secrets { Vec::new() } else { self.confirmed(&opened).await? };
        let seats: Vec<String> = match is_complete(&opened) && !was_complete && !keep.sessions {
            true => opened.record.accounts.keys().cloned().collect(),
            false => Vec::new(),
        };
        if secrets.is_empty() && seats.is_empty() {
            return Ok(());
        }
        let lock = match opened.store.lock(&id) {
            Ok(lock) => lock,
            Err(problem) if problem.code == "setup-busy" => return Ok(()),
            Err(problem) => return Err(problem),
        };
        for secret in &secrets {
            self.forget_value(&opened, secret, true).await?;
        }
        drop(lock);
        for seat in &seats {
            self.sign_out(&id, seat).await?;
        }
        self.inner().hub.send(Event::LetGo { setup: id, secrets, seats });
        Ok(())
    }

    /// Names of secrets that are kept although somebody saw them in use.
    async fn confirmed(&self, opened: &Opened) -> Result<Vec<String>> {
        let kept = opened.store.sealed_names(&opened.record.head.id).await?;
        let guide = &opened.told.guide;
        let renews = |kind: &str| opened.kinds.get(kind).is_ok_and(StepKind::renews);
        let makers = guide.steps.iter().filter(|step| renews(&step.kind));
        let confirmed = makers.filter_map(|step| {
            let (name, about) = kept.iter().find(|(name, _)| *name == secret_of(&step.id))?;
            let key = about.get(KEY_ID)?;
            is_use_confirmed(&opened.record, guide, &opened.kinds, &step.id, key).then(|| name.clone())
        });
        Ok(confirmed.collect())
    }
}

/// Nothing that counts is left to do.
pub(crate) fn is_complete(opened: &Opened) -> bool {
    let (done, total) = count(&opened.shown().lines());
    done == total && total > 0
}
