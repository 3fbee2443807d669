//! A new access token without the person (RFC 6749, section 6).

use secrecy::SecretString;

use super::{Endpoint, OAuthError, TokenSet};
use crate::{Http, call::Form};

/// Trades `refresh` for a new set. A service that keeps the refresh token sends none; the old one then stays in the set.
///
/// # Errors
/// [`OAuthError::Refused`] with `invalid_grant`, when the session ended; others as for any token request.
pub async fn refresh(
    http: &Http,
    token: &Endpoint,
    client_id: &str,
    refresh: &SecretString,
    scopes: &[String],
) -> Result<TokenSet, OAuthError> {
    let mut form = Form::new()
        .field("grant_type", "refresh_token")
        .field("client_id", client_id)
        .secret("refresh_token", refresh);
    if !scopes.is_empty() {
        form = form.field("scope", scopes.join(" "));
    }
    let mut tokens = token.token(http, form).await?;
    tokens.refresh.get_or_insert_with(|| refresh.clone());
    Ok(tokens)
}
