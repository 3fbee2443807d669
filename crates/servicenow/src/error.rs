//! What can go wrong between us and an instance.

use net::{
    Answer, NetError, Sent,
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

    /// The token is not taken (any more).
    pub fn is_unauthorized(&self) -> bool {
        self.refused().is_some_and(|error| error.status == 401)
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
            Self::Refused(error) => (400..500).contains(&error.status) && error.status != 408,
            // A page instead of an answer may hide that the request went through.
            Self::Page(ProbeProblem::Hibernating) | Self::OAuth(_) | Self::Loopback(_) => true,
            Self::Page(_) => false,
        }
    }
}
