//! How this computer reaches the network.

use url::Url;

/// What a person may set. There is no switch that turns verification off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpSettings {
    pub proxy: Proxy,
    /// Certificates trusted beside the operating system's, as PEM.
    pub extra_ca: Option<Vec<u8>>,
    pub user_agent: String,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            proxy: Proxy::System,
            extra_ca: None,
            user_agent: concat!("Liaison/", env!("CARGO_PKG_VERSION")).into(),
        }
    }
}

/// Loopback is always reached directly.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Proxy {
    /// The environment's (`HTTPS_PROXY`, `NO_PROXY` …) or the operating system's.
    #[default]
    System,
    None,
    Url(Url),
}

/// Settings that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The extra CA file holds no certificate in PEM, or one that cannot be read.
    #[error("the extra CA file holds no usable PEM certificate")]
    ExtraCa,
    #[error("the proxy address cannot be used")]
    Proxy,
    /// The operating system's trust store cannot be used. `0` is the reason as the TLS library words it.
    #[error("no trust store: {0}")]
    Trust(String),
}
