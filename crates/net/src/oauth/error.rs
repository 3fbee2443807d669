//! How a sign-in can fail.

use std::fmt;

use serde::Deserialize;

use crate::{answer::Answer, error::NetError};

/// A sign-in or token request that gave no token.
#[derive(Clone, Debug, thiserror::Error)]
pub enum OAuthError {
    #[error(transparent)]
    Net(#[from] NetError),
    /// The service said no, in OAuth's words.
    #[error(transparent)]
    Refused(Box<Refusal>),
    /// An answer that is neither a token nor an OAuth error, for example a web page. Kept whole for whoever knows the service.
    #[error("{}: an answer that is no OAuth answer (status {})", .0.host, .0.status.as_u16())]
    Unexpected(Box<Answer>),
    /// The client or address given cannot make an authorize request.
    #[error("the sign-in settings do not make an address")]
    Settings,
    /// The device code ran out before anyone used it.
    #[error("the code expired")]
    Expired,
    #[error("the operating system gives no random numbers")]
    NoRandomness,
}

impl OAuthError {
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }
}

/// An OAuth error (RFC 6749, sections 4.1.2.1 and 5.2), with what Entra adds to it.
#[derive(Clone, Default, PartialEq, Eq, thiserror::Error)]
pub struct Refusal {
    /// `invalid_client`, `access_denied`, `authorization_pending` …
    pub error: String,
    /// The service's sentence. May name people and tenants, so Debug and Display leave it out of logs.
    pub description: Option<String>,
    /// Entra's AADSTS numbers, most telling first (Microsoft identity platform, "Error codes" page, `error_codes`).
    pub codes: Vec<u32>,
    /// `cancel`, or Conditional Access' finer word (`suberror`).
    pub subcode: Option<String>,
    /// HTTP status; `None` when it came by redirect.
    pub status: Option<u16>,
    pub correlation_id: Option<String>,
    pub trace_id: Option<String>,
    /// What a step-up sign-in must carry in `claims`.
    pub claims: Option<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)?;
        self.codes.iter().try_for_each(|code| write!(f, " {code}"))
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal")
            .field("error", &self.error)
            .field("codes", &self.codes)
            .field("subcode", &self.subcode)
            .field("status", &self.status)
            .field("correlation_id", &self.correlation_id)
            .field("trace_id", &self.trace_id)
            .finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Body {
    error: String,
    error_description: Option<String>,
    #[serde(default)]
    error_codes: Vec<u32>,
    suberror: Option<String>,
    correlation_id: Option<String>,
    trace_id: Option<String>,
    claims: Option<String>,
}

impl Refusal {
    /// Reads an error body, if the answer has one.
    pub fn read(answer: &Answer) -> Option<Self> {
        let body: Body = serde_json::from_slice(&answer.body).ok()?;
        Some(Self {
            error: body.error,
            codes: if body.error_codes.is_empty() {
                codes(body.error_description.as_deref())
            } else {
                body.error_codes
            },
            description: body.error_description,
            subcode: body.suberror,
            status: Some(answer.status.as_u16()),
            correlation_id: body.correlation_id,
            trace_id: body.trace_id,
            claims: body.claims,
        })
    }

    /// An error that came back by redirect, where Entra puts its number into the description only.
    pub(crate) fn redirected(error: String, description: Option<String>, subcode: Option<String>) -> Self {
        Self { error, codes: codes(description.as_deref()), description, subcode, ..Self::default() }
    }
}

/// The numbers after `AADSTS` in a description.
fn codes(description: Option<&str>) -> Vec<u32> {
    let after = description.unwrap_or_default().split("AADSTS").skip(1);
    after.filter_map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).collect()
}
