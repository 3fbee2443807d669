//! A person signing in to one instance with the browser ("OAuth 2.0 authorization code grant flow" of the ServiceNow documentation).
//!
//! The client is registered in the instance once, as a public one with PKCE, with this computer's loopback as redirect. The
//! instance compares the redirect as text, the port included.

use std::time::Duration;

use net::{
    Call, Http,
    oauth::{
        Endpoint, TokenSet,
        authorization_code::{Authorization, Authorize},
        loopback::{Loopback, LoopbackError, LoopbackEvent, PasteBox, Port, Words},
        refresh,
    },
};
use secrecy::SecretString;
use url::Url;

use crate::{InstanceAddress, ServicenowError};

/// The path of the registered redirect.
pub const CALLBACK: &str = "/callback";

/// How to sign in to one instance.
#[derive(Clone)]
pub struct SignIn {
    pub http: Http,
    pub instance: InstanceAddress,
    /// Of the client that is registered in the instance.
    pub client_id: String,
    /// The port of its redirect on this computer.
    pub port: u16,
}

impl SignIn {
    /// Starts listening for the browser and makes the address to send it to.
    ///
    /// # Errors
    /// [`ServicenowError::Loopback`], when something else has the port.
    pub async fn browser(&self) -> Result<BrowserSignIn, ServicenowError> {
        let loopback =
            Loopback::bind(Port::Fixed(self.port), CALLBACK).await.map_err(ServicenowError::Loopback)?;
        let authorization = Authorization::begin(Authorize {
            client_id: self.client_id.clone(),
            authorize: self.endpoint("/oauth_auth.do"),
            redirect_uri: loopback.redirect_uri(),
            scopes: Vec::new(),
            extra: Vec::new(),
        })?;
        Ok(BrowserSignIn { sign_in: self.clone(), loopback, authorization })
    }

    /// New tokens from a refresh token. Documented for clients with a secret only, and seen to work for public ones.
    ///
    /// # Errors
    /// [`ServicenowError::OAuth`], when the person must sign in again.
    pub async fn renew(&self, token: &SecretString) -> Result<TokenSet, ServicenowError> {
        Ok(refresh::refresh(&self.http, &self.endpoint("/oauth_token.do"), &self.client_id, token, &[])
            .await?)
    }

    /// Ends a token at the instance ("Revoke OAuth token"). In the body, so that no log of addresses has it.
    ///
    /// # Errors
    /// [`ServicenowError::Net`]
    pub async fn revoke(&self, token: &SecretString) -> Result<(), ServicenowError> {
        let form = net::Form::new().secret("token", token);
        let call = Call::post(self.instance.origin(), "/oauth_revoke_token.do").form(form);
        self.http.write(call).await?;
        Ok(())
    }

    fn endpoint(&self, path: &str) -> Endpoint {
        Endpoint::new(self.instance.origin(), path)
    }
}

/// Waiting for a browser. Dropping it ends the wait.
pub struct BrowserSignIn {
    sign_in: SignIn,
    loopback: Loopback,
    authorization: Authorization,
}

impl BrowserSignIn {
    /// Where to send the browser: on the instance.
    pub fn url(&self) -> &Url {
        self.authorization.url()
    }

    /// Where the person can put the address that their browser ended at, when it cannot come back here by itself.
    pub fn paste_box(&self) -> PasteBox {
        self.loopback.paste_box()
    }

    /// Waits for the browser to come back, at most `patience`.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn finish(
        self,
        words: &Words,
        patience: Duration,
        tell: &(dyn Fn(LoopbackEvent) + Send + Sync),
    ) -> Result<TokenSet, ServicenowError> {
        let code = self.loopback.receive(self.authorization.state(), words, patience, tell).await;
        let code = code.map_err(|error| match error {
            LoopbackError::OAuth(error) => ServicenowError::OAuth(error),
            error => ServicenowError::Loopback(error),
        })?;
        let endpoint = self.sign_in.endpoint("/oauth_token.do");
        Ok(self.authorization.exchange(&self.sign_in.http, &endpoint, &code, &[]).await?)
    }
}
