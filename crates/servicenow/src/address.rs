//! Where an instance is, from whatever a person types for it.

use net::{Origin, OriginError};
use url::Url;

/// The domain of hosted instances ("Instance URL", ServiceNow product documentation).
const HOSTED: &str = "service-now.com";

/// The origin of one instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceAddress(Origin);

/// Why a text names no instance.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    #[error("empty")]
    Empty,
    #[error(transparent)]
    Origin(#[from] OriginError),
}

impl InstanceAddress {
    /// Takes `dev12345`, `dev12345.service-now.com` or the address of any page of the instance; only the origin is kept.
    ///
    /// # Errors
    /// [`AddressError`]; plain http is for loopback alone.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        let address = if text.contains("://") {
            text.to_owned()
        } else if is_name(text) {
            format!("https://{text}.{HOSTED}")
        } else {
            format!("https://{text}")
        };
        Ok(Self(Origin::parse(&without_page(&address)?)?))
    }

    pub fn origin(&self) -> &Origin {
        &self.0
    }

    /// Host, with the port unless it is the scheme's own.
    pub fn host(&self) -> String {
        self.0.host()
    }
}

/// The name of a hosted instance, as it stands before the domain. `localhost` is a host.
fn is_name(text: &str) -> bool {
    text != "localhost" && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// People copy the address of the page that they are on.
fn without_page(address: &str) -> Result<String, OriginError> {
    let mut url = Url::parse(address).map_err(|_| OriginError::NotAnAddress)?;
    if url.cannot_be_a_base() {
        return Err(OriginError::NotAnAddress);
    }
    // A name that ends with a dot is the same one, and certificates do not have it.
    if let Some(host) = url.host_str().and_then(|host| host.strip_suffix('.')).map(str::to_owned) {
        url.set_host(Some(&host)).map_err(|_| OriginError::NotAnAddress)?;
    }
    url.set_path("");
    url.set_query(None);
    url.set_fragment(None);
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_people_type_becomes_an_origin() {
        for (typed, origin) in [
            ("dev12345", "https://dev12345.service-now.com"),
            (" acme.service-now.com ", "https://acme.service-now.com"),
            ("support.acme.example:8443", "https://support.acme.example:8443"),
            ("https://acme.service-now.com/nav_to.do?uri=x#y", "https://acme.service-now.com"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("DEV12345", "https://dev12345.service-now.com"),
            ("Acme.Service-Now.com/", "https://acme.service-now.com"),
            ("https://acme.service-now.com:443/login.do", "https://acme.service-now.com"),
            ("acme.servicenowservices.com", "https://acme.servicenowservices.com"),
            ("https://it.acme.example/now/nav/ui/classic", "https://it.acme.example"),
            ("acme.service-now.com.", "https://acme.service-now.com"),
        ] {
            assert_eq!(InstanceAddress::parse(typed).unwrap().origin().to_string(), origin, "{typed}");
        }
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for typed in [
            "",
            "http://acme.service-now.com",
            "ftp://acme.service-now.com",
            "https://a:b@acme.example",
            "a b",
            "javascript://x",
        ] {
            assert!(InstanceAddress::parse(typed).is_err(), "{typed}");
        }
    }
}
