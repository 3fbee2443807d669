//! What comes back from the browser (RFC 6749, sections 4.1.2 and 4.1.2.1).

use secrecy::SecretString;
use subtle::ConstantTimeEq;
use url::form_urlencoded;

use super::{OAuthError, Refusal};

/// Why a redirect is not the one that is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForeignRedirect {
    /// `state` is missing or another one: not the answer to our question, whoever sent it.
    #[error("the state does not match")]
    State,
    /// Neither `code` nor `error`.
    #[error("neither a code nor an error")]
    Empty,
}

/// Reads the query of a redirect. `state` is compared first, in constant time, on errors as well, so that no page can end
/// somebody's sign-in by sending the browser here.
///
/// # Errors
/// [`ForeignRedirect`]; the inner result says whether the service gave a code or said no.
pub fn read(query: &str, state: &str) -> Result<Result<SecretString, OAuthError>, ForeignRedirect> {
    let one = |name: &str| {
        let mut values = form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == name);
        // A parameter that is there twice is nobody's honest answer (RFC 6749, section 3.1).
        values.next().filter(|_| values.next().is_none()).map(|(_, value)| value.into_owned())
    };
    let came = one("state").unwrap_or_default();
    if !bool::from(came.as_bytes().ct_eq(state.as_bytes())) {
        return Err(ForeignRedirect::State);
    }
    if let Some(error) = one("error") {
        let refusal = Refusal::redirected(error, one("error_description"), one("error_subcode"));
        return Ok(Err(OAuthError::Refused(Box::new(refusal))));
    }
    one("code").map(|code| Ok(code.into())).ok_or(ForeignRedirect::Empty)
}

/// Reads a whole address that a person pasted, because the browser could not reach us.
///
/// # Errors
/// As [`read`].
pub fn read_pasted(address: &str, state: &str) -> Result<Result<SecretString, OAuthError>, ForeignRedirect> {
    let query = address.trim().split_once('?').ok_or(ForeignRedirect::Empty)?.1;
    read(query.split_once('#').map_or(query, |(query, _)| query), state)
}
