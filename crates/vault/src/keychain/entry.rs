//! One entry of the keychain.

use secrecy::{ExposeSecret, zeroize::Zeroizing};
use setup::{Problem, problem::Result};

use super::{system, trouble};
use crate::identity::Identity;

const SERVICE: &str = "Liaison";

pub(super) struct Entry(keyring_core::Entry);

impl Entry {
    pub fn identity() -> Result<Self> {
        Self::of("identity")
    }

    /// An entry that no other process uses.
    pub fn throwaway() -> Result<Self> {
        Self::of(&format!("check-{}", random()?))
    }

    fn of(user: &str) -> Result<Self> {
        system::entry(SERVICE, user).map(Self).map_err(|error| trouble::problem(&error))
    }

    /// # Errors
    /// As [`trouble::problem`]; `keychain-entry-refused` for something that is not an identity and that we did not write.
    pub fn read(&self) -> Result<Option<Identity>> {
        match self.0.get_password().map(Zeroizing::new) {
            Ok(text) => Identity::parse(&text).map(Some).ok_or_else(|| {
                Problem::new("keychain-entry-refused").arg("service", SERVICE).hint("hint-keychain-entry")
            }),
            Err(keyring_core::Error::NoEntry) => Ok(None),
            Err(error) => Err(trouble::problem(&error)),
        }
    }

    pub fn write(&self, identity: &Identity) -> Result<()> {
        // EXPOSE: to the keychain, whose purpose it is to keep it.
        let written = self.0.set_password(identity.to_text().expose_secret());
        written.map_err(|error| trouble::problem(&error))
    }

    /// Writes something random, reads it back and removes it.
    pub fn round_trip(&self) -> Result<()> {
        let value = random()?;
        let problem = |error: keyring_core::Error| trouble::problem(&error);
        self.0.set_password(&value).map_err(problem)?;
        let read = self.0.get_password();
        // Removed before anything is said about the rest.
        let removed = self.0.delete_credential();
        match read {
            Ok(read) if read == value => removed.map_err(problem),
            Ok(_) | Err(keyring_core::Error::NoEntry) => Err(trouble::forgetful()),
            Err(error) => Err(problem(error)),
        }
    }
}

fn random() -> Result<String> {
    let number = getrandom::u64().map_err(|error| Problem::new("no-randomness").arg("detail", error))?;
    Ok(format!("{number:016x}"))
}
