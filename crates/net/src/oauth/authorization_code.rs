//! Signing in with the browser: authorization code (RFC 6749, section 4.1) with PKCE (RFC 7636, S256 always).

use oauth2::{
    AuthType, AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, RedirectUrl, Scope, basic::BasicClient,
};
use secrecy::SecretString;
use url::Url;

use super::{Endpoint, OAuthError, TokenSet, random};
use crate::{Http, call::Form};

/// What to ask for.
#[derive(Clone, Debug)]
pub struct Authorize {
    pub client_id: String,
    /// Where the browser is sent.
    pub authorize: Endpoint,
    /// Where it comes back to, exactly as registered (but for the port on loopback, RFC 8252, section 7.3).
    pub redirect_uri: String,
    pub scopes: Vec<String>,
    /// Further parameters: `prompt`, `claims`, `login_hint` …
    pub extra: Vec<(String, String)>,
}

/// A sign-in under way. Dropping it makes its code worthless, as only it knows the verifier.
#[derive(Debug)]
pub struct Authorization {
    url: Url,
    state: String,
    nonce: String,
    verifier: SecretString,
    client_id: String,
    redirect_uri: String,
}

impl Authorization {
    /// Makes state, nonce and the PKCE pair, and the address for the browser.
    ///
    /// # Errors
    /// `Settings`, when what is asked for makes no address; `NoRandomness`.
    pub fn begin(ask: Authorize) -> Result<Self, OAuthError> {
        let (state, nonce) = (random::hex()?, random::hex()?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let settings = |_| OAuthError::Settings;
        let client = BasicClient::new(ClientId::new(ask.client_id.clone()))
            .set_auth_type(AuthType::RequestBody)
            .set_auth_uri(AuthUrl::from_url(ask.authorize.origin.at(&ask.authorize.path)?))
            .set_redirect_uri(RedirectUrl::new(ask.redirect_uri.clone()).map_err(settings)?);
        let mut request = client
            .authorize_url(|| CsrfToken::new(state.clone()))
            .add_scopes(ask.scopes.into_iter().map(Scope::new))
            .set_pkce_challenge(challenge)
            .add_extra_param("nonce", nonce.clone());
        for (name, value) in ask.extra {
            request = request.add_extra_param(name, value);
        }
        let (url, _) = request.url();
        Ok(Self {
            url,
            state,
            nonce,
            verifier: verifier.into_secret().into(),
            client_id: ask.client_id,
            redirect_uri: ask.redirect_uri,
        })
    }

    /// For the browser.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// What the redirect must carry; [`super::redirect::read`] compares it.
    pub fn state(&self) -> &str {
        &self.state
    }

    /// What the ID token must carry.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// Trades the code for tokens. `extra` goes into the form.
    ///
    /// # Errors
    /// [`OAuthError`].
    pub async fn exchange(
        self,
        http: &Http,
        token: &Endpoint,
        code: &SecretString,
        extra: &[(&str, &str)],
    ) -> Result<TokenSet, OAuthError> {
        let form = Form::new()
            .field("grant_type", "authorization_code")
            .field("client_id", &self.client_id)
            .field("redirect_uri", &self.redirect_uri)
            .secret("code", code)
            .secret("code_verifier", &self.verifier);
        let form = extra.iter().fold(form, |form, (name, value)| form.field(name, value));
        token.token(http, form).await
    }
}
