//! The signed list of what can be got.

use std::collections::BTreeMap;

use minisign_verify::{PublicKey, Signature};
use semver::Version;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::error::UpdateError;

/// What `dev.d/package/updates.mjs` writes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    version: Version,
    /// A system, as [`crate::Installation::system`] names it, and what is fetched for it.
    files: BTreeMap<String, File>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    bytes: usize,
    /// In hexadecimal.
    sha256: String,
}

/// A newer version that is there for this system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub version: Version,
    file: File,
}

impl Offer {
    /// Reads a list that `key` signed. None when it has nothing newer than `running` for `system`.
    ///
    /// # Errors
    /// `Signature`, before anything of the list is looked at; `List`.
    pub fn read(
        key: &PublicKey,
        list: &[u8],
        signature: &str,
        system: &str,
        running: &Version,
    ) -> Result<Option<Self>, UpdateError> {
        let signature = Signature::decode(signature).map_err(|_| UpdateError::Signature)?;
        key.verify(list, &signature, false).map_err(|_| UpdateError::Signature)?;
        let mut list: List =
            serde_json::from_slice(list).map_err(|error| UpdateError::List(error.to_string()))?;
        if list.version <= *running {
            return Ok(None);
        }
        let Some(file) = list.files.remove(system) else { return Ok(None) };
        if !is_plain(&file.name) {
            return Err(UpdateError::List(format!("{:?} is not a file's name", file.name)));
        }
        Ok(Some(Self { version: list.version, file }))
    }

    pub fn name(&self) -> &str {
        &self.file.name
    }

    /// Length of the file.
    pub fn bytes(&self) -> usize {
        self.file.bytes
    }

    /// Whether `content` is the file that was signed for.
    ///
    /// # Errors
    /// `File`
    pub fn prove(&self, content: &[u8]) -> Result<(), UpdateError> {
        let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        let is_it = content.len() == self.file.bytes && digest == self.file.sha256;
        if is_it { Ok(()) } else { Err(UpdateError::File) }
    }
}

/// A name in one folder, and the same in an address.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        && !name.is_empty()
}
