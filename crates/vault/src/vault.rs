//! The vault port: whose identity seals, and what happens when it is not to be had.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Mutex as Plain, MutexGuard, PoisonError},
};

use futures_util::{FutureExt, future::BoxFuture};
use secrecy::{ExposeSecret, SecretString};
use setup::{Problem, ports::Sealed, problem::Result};
use tokio::sync::Mutex;

use crate::{
    file,
    identity::Identity,
    keychain::Keychain,
    sealing::{self, Shut},
};

/// Where the identity comes from. Always someone's choice; nothing here falls back to a file in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Keychain,
    /// Without a usable keychain, this session's memory; [`Vault::fallen_back`] then says why.
    KeychainOrMemory,
    /// An age identity file that its owner alone can read.
    File(PathBuf),
    /// What is sealed can be opened until this process ends.
    Memory,
}

/// Marks in [`Sealed::about`] what only the session that sealed it can open.
const KEPT: &str = "kept";
const FOR_THIS_SESSION: &str = "session";

pub struct Vault {
    source: Source,
    keychain: Keychain,
    held: Mutex<Held>,
    fallen_back: Plain<Option<Problem>>,
}

#[derive(Default)]
struct Held {
    /// From the keychain or the file.
    lasting: Option<Identity>,
    fleeting: Option<Identity>,
}

impl Vault {
    /// Asks nothing of anyone yet.
    pub fn new(source: Source) -> Self {
        Self { source, keychain: Keychain::default(), held: Mutex::default(), fallen_back: Plain::default() }
    }

    /// Why secrets are kept in memory only, where a keychain was wanted. None before it was first needed.
    pub fn fallen_back(&self) -> Option<Problem> {
        self.why().clone()
    }

    /// Asks again for the identity, after the person unlocked or installed a keychain. What this session's memory sealed can still be
    /// opened until the process ends.
    ///
    /// # Errors
    /// Why it still cannot be had; the vault goes on as before then.
    pub async fn retry(&self) -> Result<()> {
        let mut held = self.held.lock().await;
        let before = self.why().take();
        match self.lasting(&mut held).await {
            Ok(_) => Ok(()),
            Err(problem) => {
                *self.why() = before.map(|_| problem.clone());
                Err(problem)
            }
        }
    }

    fn why(&self) -> MutexGuard<'_, Option<Problem>> {
        self.fallen_back.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The identity to seal with, and whether it ends with this session.
    async fn sealing(&self, held: &mut Held) -> Result<(Identity, bool)> {
        if self.source == Source::Memory || self.fallen_back().is_some() {
            return Ok((held.fleeting.get_or_insert_with(Identity::generate).clone(), true));
        }
        match self.lasting(held).await {
            Err(problem) if self.source == Source::KeychainOrMemory => {
                *self.why() = Some(problem);
                Ok((held.fleeting.get_or_insert_with(Identity::generate).clone(), true))
            }
            lasting => Ok((lasting?, false)),
        }
    }

    /// The identity that outlives this process. Made and kept when there is none.
    async fn lasting(&self, held: &mut Held) -> Result<Identity> {
        if let Some(identity) = &held.lasting {
            return Ok(identity.clone());
        }
        let identity = match &self.source {
            Source::File(path) => file::read(path)?,
            Source::Memory => return Ok(held.fleeting.get_or_insert_with(Identity::generate).clone()),
            Source::Keychain | Source::KeychainOrMemory => {
                self.keychain.identity_or(Identity::generate()).await?
            }
        };
        held.lasting = Some(identity.clone());
        Ok(identity)
    }

    /// Makes sure that the identity in use is the one that is kept: another program may have removed or replaced it meanwhile.
    async fn reread(&self, held: &mut Held) -> Result<()> {
        let Some(known) = held.lasting.clone() else { return Ok(()) };
        held.lasting = Some(match &self.source {
            Source::File(path) => file::read(path)?,
            Source::Memory => return Ok(()),
            // Removed behind our back: put back, as it opens what was sealed so far.
            Source::Keychain | Source::KeychainOrMemory => self.keychain.identity_or(known).await?,
        });
        Ok(())
    }

    /// The identity that is kept, without making one: a new one opens nothing that is sealed already.
    async fn opening(&self, held: &mut Held) -> Result<Identity> {
        if let Some(problem) = self.fallen_back() {
            return Err(problem);
        }
        match &self.source {
            Source::Memory => Err(another("session")),
            Source::File(path) => file::read(path),
            Source::Keychain | Source::KeychainOrMemory => {
                self.keychain.identity().await?.ok_or_else(|| another("gone"))
            }
        }
        .inspect(|identity| held.lasting = Some(identity.clone()))
    }

    async fn open_with_any(&self, sealed: &Sealed) -> Result<SecretString> {
        let held = &mut *self.held.lock().await;
        let for_a_session = sealed.about.get(KEPT).is_some_and(|kept| kept == FOR_THIS_SESSION);
        let known = if for_a_session { &held.fleeting } else { &held.lasting };
        if let Some(identity) = known {
            match sealing::open(identity, &sealed.blob) {
                Ok(secret) => return Ok(secret),
                Err(Shut::Damaged) => return Err(damaged(sealed)),
                Err(Shut::AnotherIdentity) => {}
            }
        }
        if for_a_session {
            return Err(another("session"));
        }
        // Not known yet, or replaced since: ask once more where it is kept.
        let identity = self.opening(held).await?;
        sealing::open(&identity, &sealed.blob).map_err(|shut| match shut {
            Shut::AnotherIdentity => another("another"),
            Shut::Damaged => damaged(sealed),
        })
    }
}

impl setup::ports::Vault for Vault {
    /// # Errors
    /// As [`seal`](setup::ports::Vault::seal), or `vault-unproven`.
    fn prove(&self) -> BoxFuture<'_, Result<()>> {
        async {
            let held = &mut *self.held.lock().await;
            if self.fallen_back().is_none() {
                self.reread(held).await?;
            }
            let (identity, _) = self.sealing(held).await?;
            let value = Identity::generate().to_text();
            let blob = sealing::seal(&identity, &value)?;
            match sealing::open(&identity, &blob) {
                // EXPOSE: to a comparison of a value made for this and used for nothing.
                Ok(opened) if opened.expose_secret() == value.expose_secret() => Ok(()),
                _ => Err(Problem::new("vault-unproven")),
            }
        }
        .boxed()
    }

    /// # Errors
    /// Why there is no identity: `keychain-…` or `identity-file-…`. `sealing-failed`.
    fn seal<'a>(
        &'a self,
        name: &'a str,
        mut about: BTreeMap<String, String>,
        secret: &'a SecretString,
    ) -> BoxFuture<'a, Result<Sealed>> {
        async move {
            let (identity, fleeting) = self.sealing(&mut *self.held.lock().await).await?;
            if fleeting {
                about.insert(KEPT.into(), FOR_THIS_SESSION.into());
            }
            Ok(Sealed { name: name.into(), blob: sealing::seal(&identity, secret)?, about })
        }
        .boxed()
    }

    /// # Errors
    /// Why there is no identity: `keychain-…` or `identity-file-…`. `secret-sealed-by-another-identity` with `identity`: `another`,
    /// `gone` (the keychain's entry is no longer there) or `session` (it was in the memory of a session that has ended).
    /// `secret-damaged`.
    fn open<'a>(&'a self, sealed: &'a Sealed) -> BoxFuture<'a, Result<SecretString>> {
        self.open_with_any(sealed).boxed()
    }
}

fn another(identity: &str) -> Problem {
    Problem::new("secret-sealed-by-another-identity").arg("identity", identity).hint("hint-renew-secret")
}

fn damaged(sealed: &Sealed) -> Problem {
    Problem::new("secret-damaged").arg("name", &sealed.name).hint("hint-renew-secret")
}
