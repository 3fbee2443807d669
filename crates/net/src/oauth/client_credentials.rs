//! An application signing in with its own secret (RFC 6749, section 4.4).

use secrecy::SecretString;

use super::{Endpoint, OAuthError, TokenSet};
use crate::{Http, call::Form};

/// Asks for an application's token. `extra` goes into the form as it is: `resource` or `scope`, or nothing.
///
/// # Errors
/// [`OAuthError`]; [`OAuthError::Refused`] carries the service's codes.
pub async fn client_credentials(
    http: &Http,
    token: &Endpoint,
    client_id: &str,
    client_secret: &SecretString,
    extra: &[(&str, &str)],
) -> Result<TokenSet, OAuthError> {
    let form = Form::new()
        .field("grant_type", "client_credentials")
        .field("client_id", client_id)
        .secret("client_secret", client_secret);
    let form = extra.iter().fold(form, |form, (name, value)| form.field(name, value));
    token.token(http, form).await
}
