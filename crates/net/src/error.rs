//! What can go wrong between here and an answer.

use std::fmt;

/// Whether the service may have acted on the request that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It never reached the service, or the service said that it did not act.
    No,
    /// It was on its way; nobody here can tell what became of it.
    Unknown,
}

/// A request without a usable answer. Prints without path, query, header or body, so it may be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetError {
    pub kind: NetErrorKind,
    pub sent: Sent,
    /// Host (and port, unless the scheme's own) that was asked.
    pub host: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetErrorKind {
    /// The name of the host, or of the proxy, has no address.
    Dns,
    /// Nobody listens there, or a firewall says so.
    Refused,
    /// The connection broke.
    Reset,
    /// No answer within the call's deadline.
    Timeout,
    /// The certificate shown is not trusted. `issuer` is who signed it, which names an intercepting proxy.
    Tls { issuer: Option<String> },
    /// A proxy wants a sign-in (407). `schemes` are those it offers, when they could be seen.
    ProxyAuth { schemes: Vec<String> },
    /// The service sent elsewhere; never followed. `to` is the host only.
    Redirected { status: u16, to: Option<String> },
    /// A link in an answer leads to another origin; never followed. `to` is the host only.
    ForeignLink { to: Option<String> },
    /// The answer is larger than [`crate::Answer::LIMIT`].
    TooLarge,
    /// A web page where data was expected. `title` as the page gives it, cut to 200 characters.
    WebPage { title: Option<String> },
    /// The answer is not what was agreed. `detail` says where, without quoting it.
    Malformed { detail: String },
    /// The path does not make an address on this origin.
    BadAddress,
    /// Anything else, in the words of the HTTP library without the address.
    Other { detail: String },
}

impl NetError {
    pub fn new(kind: NetErrorKind, sent: Sent, host: impl Into<String>) -> Self {
        Self { kind, sent, host: host.into() }
    }

    /// Whether asking again in a moment may go better.
    pub fn is_passing(&self) -> bool {
        matches!(
            self.kind,
            NetErrorKind::Dns | NetErrorKind::Refused | NetErrorKind::Reset | NetErrorKind::Timeout
        )
    }

    /// The kind as one word of the log and of problem codes.
    pub fn name(&self) -> &'static str {
        match self.kind {
            NetErrorKind::Dns => "dns",
            NetErrorKind::Refused => "refused",
            NetErrorKind::Reset => "reset",
            NetErrorKind::Timeout => "timeout",
            NetErrorKind::Tls { .. } => "tls",
            NetErrorKind::ProxyAuth { .. } => "proxy-auth",
            NetErrorKind::Redirected { .. } => "redirected",
            NetErrorKind::ForeignLink { .. } => "foreign-link",
            NetErrorKind::TooLarge => "too-large",
            NetErrorKind::WebPage { .. } => "web-page",
            NetErrorKind::Malformed { .. } => "malformed",
            NetErrorKind::BadAddress => "bad-address",
            NetErrorKind::Other { .. } => "other",
        }
    }
}

impl fmt::Display for NetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.host, self.name())?;
        match &self.kind {
            NetErrorKind::Tls { issuer: Some(issuer) } => write!(f, " (certificate issued by {issuer})"),
            NetErrorKind::ProxyAuth { schemes } if !schemes.is_empty() => {
                write!(f, " ({})", schemes.join(", "))
            }
            NetErrorKind::Redirected { status, to } => {
                write!(f, " ({status} to {})", to.as_deref().unwrap_or("nowhere"))
            }
            NetErrorKind::ForeignLink { to: Some(to) } => write!(f, " ({to})"),
            NetErrorKind::Malformed { detail } | NetErrorKind::Other { detail } => write!(f, " ({detail})"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for NetError {}
