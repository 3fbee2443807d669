//! Where a service lives: scheme, host and port, and nothing else.

use std::{fmt, net::IpAddr, str::FromStr};

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::error::{NetError, NetErrorKind, Sent};

/// `https://host[:port]`; plain `http` on loopback only. Printed without a trailing slash.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Origin(Url);

/// Why an address is not an [`Origin`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    #[error("not a web address")]
    NotAnAddress,
    /// Plain http is for loopback only.
    #[error("not https")]
    NotHttps,
    #[error("a user name or password in the address")]
    UserInfo,
    #[error("a path, query or fragment after the host")]
    MoreThanHost,
    #[error("no host in the address")]
    NoHost,
}

impl Origin {
    /// # Errors
    /// [`OriginError`], naming the part that does not belong.
    pub fn parse(address: &str) -> Result<Self, OriginError> {
        let url = Url::parse(address.trim()).map_err(|error| match error {
            url::ParseError::EmptyHost => OriginError::NoHost,
            _ => OriginError::NotAnAddress,
        })?;
        match url.scheme() {
            "https" => {}
            "http" if is_loopback(&url) => {}
            _ => return Err(OriginError::NotHttps),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(OriginError::UserInfo);
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(OriginError::MoreThanHost);
        }
        Ok(Self(url))
    }

    /// The host as it is shown to people: name or address, with the port unless it is the scheme's own.
    pub fn host(&self) -> String {
        let host = self.0.host_str().unwrap_or_default();
        match self.0.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        }
    }

    /// The host without port, as a resolver takes it.
    pub fn host_name(&self) -> &str {
        self.0.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
    }

    pub fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    pub fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }

    /// The address of `path` here, for a browser.
    ///
    /// # Errors
    /// `BadAddress`, when `path` does not start with a slash or leads to another host.
    pub fn at(&self, path: &str) -> Result<Url, NetError> {
        let refused = || NetError::new(NetErrorKind::BadAddress, Sent::No, self.host());
        if !path.starts_with('/') {
            return Err(refused());
        }
        let url = Url::parse(&format!("{self}{path}")).map_err(|_| refused())?;
        if self.owns(&url) { Ok(url) } else { Err(refused()) }
    }

    /// Takes a link that the service itself sent, such as a next page, and keeps the part after the host.
    ///
    /// # Errors
    /// `ForeignLink`, when it leads to another scheme, host or port, carries user info, or is no address at all.
    pub fn same_origin(&self, next: &str) -> Result<PathAndQuery, NetError> {
        let foreign = |to: Option<&str>| {
            NetError::new(NetErrorKind::ForeignLink { to: to.map(str::to_owned) }, Sent::No, self.host())
        };
        // Relative links are resolved here; absolute ones must come back to this very origin.
        let url = self.0.join(next).map_err(|_| foreign(None))?;
        if !self.owns(&url) {
            return Err(foreign(url.host_str()));
        }
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        Ok(PathAndQuery(format!("{}{query}", url.path())))
    }

    fn owns(&self, url: &Url) -> bool {
        url.origin() == self.0.origin() && url.username().is_empty() && url.password().is_none()
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        // RFC 6761, section 6.3: `localhost` and names below it never leave the machine.
        Some(Host::Domain(name)) => {
            name == "localhost"
                || name.ends_with(".localhost")
                || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
        None => false,
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Origin({self})")
    }
}

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(address: &str) -> Result<Self, OriginError> {
        Self::parse(address)
    }
}

impl TryFrom<String> for Origin {
    type Error = OriginError;

    fn try_from(address: String) -> Result<Self, OriginError> {
        Self::parse(&address)
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.to_string()
    }
}

/// The part of an address after the host, known to belong to one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathAndQuery(String);

impl AsRef<str> for PathAndQuery {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
