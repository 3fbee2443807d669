//! Where versions are offered.

use std::time::Duration;

use minisign_verify::PublicKey;
use net::{Call, Http, Origin, segment};
use semver::Version;

use crate::{error::UpdateError, list::Offer};

/// A list is a few hundred bytes, its signature as many.
const LIST: usize = 64 * 1024;

/// A file of some ten megabytes, on a slow line.
const FETCH: Duration = Duration::from_secs(30 * 60);

/// A folder on the web with `updates.json`, `updates.json.minisig` and the files that they name. Served as it is: no redirect is
/// followed.
#[derive(Clone, Debug)]
pub struct Source {
    origin: Origin,
    /// Begins and ends with a slash.
    folder: String,
    key: PublicKey,
}

impl Source {
    /// `folder` is an address that ends with a slash; `key` is minisign's public key, in its one line of base64.
    ///
    /// # Errors
    /// `Build`
    pub fn new(folder: &str, key: &str) -> Result<Self, UpdateError> {
        let build = |why: &dyn ToString| UpdateError::Build(why.to_string());
        let key = PublicKey::from_base64(key).map_err(|error| build(&error))?;
        let host_ends =
            folder.find("://").and_then(|scheme| Some(scheme + 3 + folder[scheme + 3..].find('/')?));
        let (origin, path) = folder.split_at(host_ends.unwrap_or(folder.len()));
        let origin: Origin = origin.parse().map_err(|error| build(&error))?;
        if !path.ends_with('/') || path.contains(['?', '#']) {
            return Err(build(&"the address is not that of a folder"));
        }
        Ok(Self { origin, folder: path.to_owned(), key })
    }

    /// What is newer than `running` for `system`.
    ///
    /// # Errors
    /// As [`Offer::read`], and `Net`, `Answer`.
    pub async fn newer(
        &self,
        http: &Http,
        system: &str,
        running: &Version,
    ) -> Result<Option<Offer>, UpdateError> {
        let list = self.get(http, "updates.json", |call| call.at_most(LIST)).await?;
        let signature = self.get(http, "updates.json.minisig", |call| call.at_most(LIST)).await?;
        Offer::read(&self.key, &list, &String::from_utf8_lossy(&signature), system, running)
    }

    /// The file of `offer`, proven.
    ///
    /// # Errors
    /// `File`, `Net`, `Answer`
    pub async fn fetch(&self, http: &Http, offer: &Offer) -> Result<Vec<u8>, UpdateError> {
        let file = self.get(http, offer.name(), |call| call.at_most(offer.bytes()).patient(FETCH)).await?;
        offer.prove(&file)?;
        Ok(file)
    }

    async fn get(
        &self,
        http: &Http,
        name: &str,
        with: impl FnOnce(Call) -> Call,
    ) -> Result<Vec<u8>, UpdateError> {
        let answer =
            http.read(with(Call::get(&self.origin, format!("{}{}", self.folder, segment(name))))).await?;
        if !answer.is_success() {
            return Err(UpdateError::Answer { host: answer.host, status: answer.status.as_u16() });
        }
        Ok(answer.body.to_vec())
    }
}
