//! The vault port: whose identity seals, and what happens when it is not to be had.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Mutex as Plain, MutexGuard, PoisonError},
    time::Duration,
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

/// Whether only the session that sealed it can open what this is said of.
pub fn is_for_a_session(about: &BTreeMap<String, String>) -> bool {
    about.get(KEPT).is_some_and(|kept| kept == FOR_THIS_SESSION)
}

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

    /// The same, waiting no longer than that for a person who is asked by the keychain.
    #[must_use]
    pub fn patient_for(self, patience: Duration) -> Self {
        Self { keychain: Keychain::patient_for(patience), ..self }
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
        let for_a_session = is_for_a_session(&sealed.about);
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
            // Of an earlier sealing, perhaps on another machine.
            about.remove(KEPT);
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

const ANOTHER: &str = "secret-sealed-by-another-identity";

fn another(identity: &str) -> Problem {
    Problem::new(ANOTHER).arg("identity", identity).hint("hint-renew-secret")
}

fn damaged(sealed: &Sealed) -> Problem {
    Problem::new("secret-damaged").arg("name", &sealed.name).hint("hint-renew-secret")
}

#[cfg(test)]
mod tests {
    use setup::ports::Vault as _;

    use super::*;

    fn secret() -> SecretString {
        Identity::generate().to_text()
    }

    #[tokio::test]
    async fn memory_lasts_as_long_as_the_session() {
        let (vault, secret) = (Vault::new(Source::Memory), secret());
        vault.prove().await.unwrap();
        let sealed = vault.seal("step.value", BTreeMap::new(), &secret).await.unwrap();
        // EXPOSE: to a comparison of made-up values.
        assert_eq!(vault.open(&sealed).await.unwrap().expose_secret(), secret.expose_secret());
        let later = Vault::new(Source::Memory).open(&sealed).await.unwrap_err();
        assert_eq!((later.code.as_str(), later.args["identity"].as_str()), (ANOTHER, "session"));
        assert_eq!(vault.fallen_back(), None);
    }

    #[tokio::test]
    async fn a_file_outlives_the_session_and_only_its_own_secrets_open() {
        let folder = tempfile::tempdir().unwrap();
        let source = |name: &str| Source::File(folder.path().join(name));
        file::new_identity_file(folder.path().join("one")).unwrap();
        file::new_identity_file(folder.path().join("two")).unwrap();
        let secret = secret();
        let about = BTreeMap::from([("key-id".to_owned(), "1".to_owned())]);
        let sealed = Vault::new(source("one")).seal("step.value", about.clone(), &secret).await.unwrap();
        assert_eq!((sealed.name.as_str(), &sealed.about), ("step.value", &about));
        let opened = Vault::new(source("one")).open(&sealed).await.unwrap();
        // EXPOSE: to a comparison of made-up values.
        assert_eq!(opened.expose_secret(), secret.expose_secret());

        let problem = Vault::new(source("two")).open(&sealed).await.unwrap_err();
        assert_eq!((problem.code.as_str(), problem.args["identity"].as_str()), (ANOTHER, "another"));
        let problem = Vault::new(source("three")).prove().await.unwrap_err();
        assert_eq!(problem.code, "identity-file-missing");
    }

    #[tokio::test]
    async fn a_replaced_file_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity");
        file::new_identity_file(&path).unwrap();
        let vault = Vault::new(Source::File(path.clone()));
        let first = vault.seal("a", BTreeMap::new(), &secret()).await.unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(vault.prove().await.unwrap_err().code, "identity-file-missing");
        file::new_identity_file(&path).unwrap();
        vault.prove().await.unwrap();
        assert_eq!(vault.open(&first).await.unwrap_err().code, ANOTHER);
    }

    #[tokio::test]
    async fn damage_is_named_and_never_quoted() {
        let vault = Vault::new(Source::Memory);
        let mut sealed = vault.seal("a", BTreeMap::new(), &secret()).await.unwrap();
        sealed.blob.truncate(20);
        let problem = vault.open(&sealed).await.unwrap_err();
        assert_eq!(problem, damaged(&sealed));
    }
}
