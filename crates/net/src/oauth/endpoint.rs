//! A token endpoint and how it is asked.

use serde::de::DeserializeOwned;

use super::{OAuthError, Refusal, TokenSet, token_set};
use crate::{
    Http,
    answer::Answer,
    call::{Call, Form},
    header::ACCEPT,
    origin::Origin,
};

/// An endpoint of an authorization server: an origin that the person chose and a path, never taken from a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub origin: Origin,
    /// Starts with a slash.
    pub path: String,
}

impl Endpoint {
    pub fn new(origin: &Origin, path: impl Into<String>) -> Self {
        Self { origin: origin.clone(), path: path.into() }
    }

    /// Posts `form` and reads tokens. A request that may have been acted on is not repeated: codes and rotating refresh
    /// tokens are good for one use only.
    ///
    /// # Errors
    /// [`OAuthError`].
    pub async fn token(&self, http: &Http, form: Form) -> Result<TokenSet, OAuthError> {
        self.post::<token_set::Body>(http, form).await.map(TokenSet::from)
    }

    pub(super) async fn post<T: DeserializeOwned>(&self, http: &Http, form: Form) -> Result<T, OAuthError> {
        let call = Call::post(&self.origin, &self.path).header(ACCEPT, "application/json").form(form);
        Self::read(http.write(call).await?)
    }

    fn read<T: DeserializeOwned>(answer: Answer) -> Result<T, OAuthError> {
        // What matters is whether `error` is there: services differ in the status they send with it.
        if let Some(refusal) = Refusal::read(&answer) {
            return Err(OAuthError::Refused(Box::new(refusal)));
        }
        match serde_json::from_slice(&answer.body) {
            Ok(body) if answer.is_success() => Ok(body),
            _ => Err(OAuthError::Unexpected(Box::new(answer))),
        }
    }
}
