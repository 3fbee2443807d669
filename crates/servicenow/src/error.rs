//! What can go wrong between us and an instance.

use std::time::Duration;

use jiff::Timestamp;
use net::{
    Answer, NetError, NetErrorKind, Sent, StatusCode,
    oauth::{OAuthError, loopback::LoopbackError},
};
use serde::Deserialize;

use crate::probe::{self, ProbeProblem};

/// The error envelope of the REST API ("REST API HTTP response codes", "Table API").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    pub status: u16,
    pub message: String,
    pub detail: Option<String>,
    /// What ServiceNow's support asks for.
    pub request_id: Option<String>,
    /// With 429: when the instance will take requests again ("Inbound REST API rate limiting").
    pub retry_after: Option<Duration>,
}

#[derive(Debug, thiserror::Error)]
pub enum ServicenowError {
    #[error(transparent)]
    Net(#[from] NetError),
    /// The token endpoint said no. Its answer rarely says why; the instance's log does.
    #[error(transparent)]
    OAuth(#[from] OAuthError),
    #[error(transparent)]
    Loopback(LoopbackError),
    /// The REST API refused.
    #[error("{}", .0.message)]
    Refused(Box<TableError>),
    /// So many rows that the instance cannot have taken the query.
    #[error("too many rows")]
    TooMany,
    /// What answered is not the REST API: a sleeping instance, or its maintenance page.
    #[error(transparent)]
    Page(ProbeProblem),
}

#[derive(Deserialize)]
struct Envelope {
    error: Body,
}

#[derive(Deserialize)]
struct Body {
    #[serde(default)]
    message: String,
    #[serde(default)]
    detail: Option<String>,
}

impl ServicenowError {
    /// Reads an answer that is no success.
    pub(crate) fn read(answer: &Answer) -> Self {
        match answer.json::<Envelope>() {
            Ok(Envelope { error }) => Self::Refused(Box::new(TableError {
                status: answer.status.as_u16(),
                message: error.message,
                detail: error.detail,
                request_id: answer.request_id.clone(),
                retry_after: (answer.status == StatusCode::TOO_MANY_REQUESTS).then(|| retry_after(answer)),
            })),
            Err(_) => Self::Page(probe::read(answer)),
        }
    }

    pub fn refused(&self) -> Option<&TableError> {
        match self {
            Self::Refused(error) => Some(error),
            _ => None,
        }
    }

    /// What stopped a request: an instance never redirects its REST API, so where one is, something else stands before it.
    pub(crate) fn unreached(error: NetError) -> Self {
        match error.kind {
            // A redirect is followed by nobody, and whoever redirects has not acted.
            NetErrorKind::Redirected { .. } => Self::Page(probe::unreached(error)),
            _ => Self::Net(error),
        }
    }

    /// The token is not taken (any more).
    pub fn is_unauthorized(&self) -> bool {
        self.refused().is_some_and(|error| error.status == 401)
    }

    /// How long the instance takes no more requests. Rules count by the hour, so it may be most of one.
    pub fn throttled_for(&self) -> Option<Duration> {
        self.refused().and_then(|error| error.retry_after)
    }

    /// Kept from the signed-in person, or from web services altogether.
    pub fn is_denied(&self) -> bool {
        self.refused().is_some_and(|error| error.status == 403)
    }

    /// Gone, or not to be seen: the instance does not say which.
    pub fn is_not_found(&self) -> bool {
        self.refused().is_some_and(|error| error.status == 404)
    }

    /// Whether the instance certainly changed nothing.
    pub fn did_not_act(&self) -> bool {
        match self {
            Self::Net(error) | Self::OAuth(OAuthError::Net(error)) => error.sent == Sent::No,
            // An error that came with 200 is no promise.
            Self::Refused(error) => (400..500).contains(&error.status) && error.status != 408,
            // A page instead of an answer may hide that the request went through.
            Self::Page(
                ProbeProblem::Hibernating
                | ProbeProblem::SignInPage { .. }
                | ProbeProblem::NotLetIn
                | ProbeProblem::RateLimited { .. },
            )
            | Self::OAuth(_)
            | Self::Loopback(_)
            | Self::TooMany => true,
            Self::Page(_) => false,
        }
    }
}

/// `Retry-After` in seconds, or the Unix time in `X-RateLimit-Reset`; a minute where it says neither.
pub(crate) fn retry_after(answer: &Answer) -> Duration {
    let number = |name: &str| answer.header(name).and_then(|value| value.trim().parse::<u64>().ok());
    let until_reset = || {
        let now = u64::try_from(Timestamp::now().as_second()).unwrap_or_default();
        number("x-ratelimit-reset").map(|reset| reset.saturating_sub(now))
    };
    Duration::from_secs(number("retry-after").or_else(until_reset).unwrap_or(60).max(1))
}
