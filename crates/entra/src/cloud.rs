//! Where Microsoft's services live: one set of addresses per cloud.

use net::Origin;
use serde::{Deserialize, Serialize};

/// The four addresses that everything here is asked at. Tokens go to these and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cloud {
    pub login: Origin,
    /// Without version: `/v1.0` is added per request.
    pub graph: Origin,
    pub entra_portal: Origin,
    pub admin_center: Origin,
}

/// Why a file does not describe a cloud.
#[derive(Debug, thiserror::Error)]
#[error("the cloud file: {0}")]
pub struct CloudFileError(#[from] serde_json::Error);

impl Cloud {
    /// Names that [`Cloud::named`] knows.
    pub const NAMES: [&str; 4] = ["global", "gcc-high", "dod", "china"];

    /// A built-in cloud. `global` serves GCC too.
    ///
    /// Login and Graph hosts: "Microsoft Graph national cloud deployments" and "National clouds" (Microsoft identity
    /// platform). The admin centers' hosts of the national clouds are those of Microsoft 365's sign-in pages.
    pub fn named(name: &str) -> Option<Self> {
        let [login, graph, entra_portal, admin_center] = match name {
            "global" => [
                "login.microsoftonline.com",
                "graph.microsoft.com",
                "entra.microsoft.com",
                "admin.microsoft.com",
            ],
            "gcc-high" => [
                "login.microsoftonline.us",
                "graph.microsoft.us",
                "entra.microsoft.us",
                "portal.office365.us",
            ],
            "dod" => [
                "login.microsoftonline.us",
                "dod-graph.microsoft.us",
                "entra.microsoft.us",
                "portal.apps.mil",
            ],
            "china" => [
                "login.partner.microsoftonline.cn",
                "microsoftgraph.chinacloudapi.cn",
                "entra.microsoftonline.cn",
                "portal.partner.microsoftonline.cn",
            ],
            _ => return None,
        };
        let origin = |host: &str| Origin::parse(&format!("https://{host}")).ok();
        Some(Self {
            login: origin(login)?,
            graph: origin(graph)?,
            entra_portal: origin(entra_portal)?,
            admin_center: origin(admin_center)?,
        })
    }

    /// Reads `{"login": URL, "graph": URL, "entra_portal": URL, "admin_center": URL}`; plain http on loopback only.
    ///
    /// # Errors
    /// [`CloudFileError`], naming the place in the file.
    pub fn from_json(text: &str) -> Result<Self, CloudFileError> {
        Ok(serde_json::from_str(text)?)
    }
}
