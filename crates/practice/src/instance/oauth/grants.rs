//! Codes and tokens that the instance gave out.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::instance::tables::Row;
use crate::{clock, random};

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Grants {
    codes: BTreeMap<String, Code>,
    access: BTreeMap<String, Token>,
    refresh: BTreeMap<String, Token>,
}

/// What an authorization code stands for. It can be used once.
#[derive(Serialize, Deserialize)]
struct Code {
    granted: Token,
    redirect_uri: String,
    /// The PKCE challenge (RFC 7636, S256), where the client sent one.
    challenge: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Token {
    client_id: String,
    /// `sys_id` of the user.
    user: String,
    expires: Timestamp,
}

/// What a client is given at the token endpoint.
pub(super) struct Issued {
    pub access_token: String,
    pub refresh_token: String,
    /// Seconds.
    pub expires_in: i64,
}

impl Grants {
    /// The `sys_id` of the user on whose behalf this access token is.
    pub(crate) fn bearer(&self, token: &str, now: Timestamp) -> Option<&str> {
        self.access.get(token).filter(|token| token.expires > now).map(|token| token.user.as_str())
    }

    /// A code for `client`, to be taken to `redirect_uri`.
    pub(super) fn code(
        &mut self,
        client: &Row,
        user: &str,
        redirect_uri: &str,
        challenge: Option<&str>,
        now: Timestamp,
    ) -> String {
        self.codes.retain(|_, code| code.granted.expires > now);
        let code = random::token(86);
        let expires = clock::after(now, lifespan(client, "auth_code_lifespan"));
        let granted = Token { client_id: client.get("client_id").to_owned(), user: user.to_owned(), expires };
        let challenge = challenge.map(str::to_owned);
        self.codes.insert(code.clone(), Code { granted, redirect_uri: redirect_uri.to_owned(), challenge });
        code
    }

    /// Exchanges a code. Any attempt uses it up.
    pub(super) fn redeem(
        &mut self,
        client: &Row,
        code: &str,
        redirect_uri: &str,
        verifier: &str,
        now: Timestamp,
    ) -> Option<Issued> {
        let code = self.codes.remove(code)?;
        let fits = code.granted.client_id == client.get("client_id")
            && code.granted.expires > now
            && code.redirect_uri == redirect_uri;
        let proven = match &code.challenge {
            Some(challenge) => URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == *challenge,
            None => !client.is_true("public_client"),
        };
        (fits && proven).then(|| {
            let refresh_token = random::token(86);
            let expires = clock::after(now, lifespan(client, "refresh_token_lifespan"));
            self.refresh.insert(refresh_token.clone(), Token { expires, ..code.granted.clone() });
            self.issue(client, code.granted, refresh_token, now)
        })
    }

    /// A new access token; the refresh token stays the same until it expires.
    pub(super) fn renew(&mut self, client: &Row, refresh_token: &str, now: Timestamp) -> Option<Issued> {
        let granted = self.refresh.get(refresh_token)?.clone();
        let fits = granted.client_id == client.get("client_id") && granted.expires > now;
        fits.then(|| self.issue(client, granted, refresh_token.to_owned(), now))
    }

    /// Tokens for a user whom the client vouches for: grant types password and client_credentials.
    pub(super) fn vouched(&mut self, client: &Row, user: &str, now: Timestamp) -> Issued {
        let refresh_token = random::token(86);
        let expires = clock::after(now, lifespan(client, "refresh_token_lifespan"));
        let granted = Token { client_id: client.get("client_id").to_owned(), user: user.to_owned(), expires };
        self.refresh.insert(refresh_token.clone(), granted.clone());
        self.issue(client, granted, refresh_token, now)
    }

    /// Makes an access or refresh token unusable.
    pub(super) fn revoke(&mut self, token: &str) {
        self.access.remove(token);
        self.refresh.remove(token);
    }

    fn issue(&mut self, client: &Row, granted: Token, refresh_token: String, now: Timestamp) -> Issued {
        self.access.retain(|_, token| token.expires > now);
        let lifespan = lifespan(client, "access_token_lifespan");
        let access_token = random::token(86);
        self.access.insert(access_token.clone(), Token { expires: clock::after(now, lifespan), ..granted });
        // Instances were seen to tell one second less than the lifespan.
        Issued { access_token, refresh_token, expires_in: lifespan - 1 }
    }
}

/// Seconds that a column of the client's record says.
fn lifespan(client: &Row, column: &str) -> i64 {
    client.get(column).parse().unwrap_or(1800)
}
