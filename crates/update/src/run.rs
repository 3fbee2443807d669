//! One look for a newer version, with the two questions in it.

use net::Http;
use semver::Version;

use crate::{
    error::UpdateError,
    installation::{Installation, Outcome},
    release::Source,
};

/// Who decides.
#[allow(async_fn_in_trait, reason = "one caller, which needs no bounds on the futures")]
pub trait Person {
    /// Whether newer versions may be looked for. Asked before the first byte is sent.
    async fn lets_look(&self) -> bool;
    /// Whether `version` may be fetched and put in place now.
    async fn lets_install(&self, version: &Version) -> bool;
}

/// Looks for something newer than `running`, and puts it in place, as far as `person` says so. None: they did not, or there is none.
///
/// # Errors
/// Nothing was replaced then. It is in the log, too.
pub async fn run(
    source: &Source,
    http: &Http,
    installation: &Installation,
    running: &Version,
    person: &impl Person,
) -> Result<Option<(Version, Outcome)>, UpdateError> {
    if !person.lets_look().await {
        return Ok(None);
    }
    let done = install_newer(source, http, installation, running, person).await;
    match &done {
        Ok(Some((version, outcome))) => tracing::info!(%version, ?outcome, "updated"),
        Ok(None) => tracing::info!("no update"),
        Err(error) => tracing::warn!(%error, "no update"),
    }
    done
}

async fn install_newer(
    source: &Source,
    http: &Http,
    installation: &Installation,
    running: &Version,
    person: &impl Person,
) -> Result<Option<(Version, Outcome)>, UpdateError> {
    let Some(offer) = source.newer(http, installation.system(), running).await? else { return Ok(None) };
    if !person.lets_install(&offer.version).await {
        return Ok(None);
    }
    let file = source.fetch(http, &offer).await?;
    let outcome = installation.replace(offer.name(), &file)?;
    Ok(Some((offer.version, outcome)))
}
