//! Whether the name of a host has an address.

use tokio::{net::lookup_host, time::timeout};

use super::{Finding, Grade, PATIENCE};
use crate::origin::Origin;

/// `dns-found` (host, addresses: how many), `dns-missing` (host), `dns-no-answer` (host). Behind a proxy the proxy resolves, so that a
/// name unknown here is then no failure.
pub async fn dns(origin: &Origin, behind_proxy: bool) -> Finding {
    let host = origin.host_name();
    let failed = if behind_proxy { Grade::Warn } else { Grade::Fail };
    let finding = match timeout(PATIENCE, lookup_host((host, origin.port()))).await {
        Ok(Ok(addresses)) => Finding::new("dns", "dns-found", Grade::Ok).arg("addresses", addresses.count()),
        Ok(Err(_)) => Finding::new("dns", "dns-missing", failed),
        Err(_) => Finding::new("dns", "dns-no-answer", failed),
    };
    finding.arg("host", host)
}
