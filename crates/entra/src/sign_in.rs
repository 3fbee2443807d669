//! A person signing in to one tenant: in the browser, or on another device.

use std::time::Duration;

use net::{
    Http,
    oauth::{
        Endpoint, TokenSet,
        authorization_code::{Authorization, Authorize},
        device::{self, DeviceCode},
        loopback::{Loopback, LoopbackError, LoopbackEvent, PasteBox, Port, Words},
        refresh,
    },
    segment,
};
use secrecy::SecretString;
use url::Url;

use crate::{
    cloud::Cloud,
    discovery::Tenant,
    error::EntraError,
    id_token::{self, Account},
};

/// Which application signs the person in. Its consent is what the tenant sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SigningClient {
    /// Microsoft Graph Command Line Tools: asks for what is needed, consent stays on it ("Authentication module cmdlets in
    /// Microsoft Graph PowerShell").
    GraphCommandLine,
    /// Microsoft Azure CLI: no consent to ask for, but a fixed and wide set of rights.
    AzureCli,
    /// The organisation's own public client, with redirect `http://localhost`.
    Own(String),
}

impl SigningClient {
    pub fn id(&self) -> &str {
        match self {
            Self::GraphCommandLine => "14d82eec-204b-4c2f-b7e8-296a70dab67e",
            Self::AzureCli => "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
            Self::Own(id) => id,
        }
    }

    /// `openid profile offline_access`, and the rights on Graph. Azure CLI is preauthorised for `.default` only: anything else is
    /// refused with AADSTS65002.
    pub fn scopes(&self, cloud: &Cloud) -> Vec<String> {
        let rights = match self {
            Self::AzureCli => vec![format!("{}/.default", cloud.graph)],
            Self::GraphCommandLine | Self::Own(_) => {
                vec!["User.Read".into(), "Application.ReadWrite.All".into()]
            }
        };
        ["openid", "profile", "offline_access"].into_iter().map(str::to_owned).chain(rights).collect()
    }
}

/// A signed-in person and their tokens. Debug prints the tokens redacted.
#[derive(Clone, Debug)]
pub struct Session {
    pub account: Account,
    pub tokens: TokenSet,
}

/// How to sign in to one tenant with one client.
#[derive(Clone)]
pub struct SignIn {
    pub http: Http,
    pub cloud: Cloud,
    pub tenant: Tenant,
    pub client: SigningClient,
    /// Rights on Graph beside the usual ones, for what is optional.
    pub more: Vec<String>,
}

impl SignIn {
    fn scopes(&self) -> Vec<String> {
        self.client.scopes(&self.cloud).into_iter().chain(self.more.iter().cloned()).collect()
    }

    /// Where an administrator consents to the client for everybody, in any browser ("Request permissions through admin consent"). It
    /// ends at `http://localhost`, where nobody listens.
    ///
    /// # Errors
    /// [`EntraError::Net`], never with a cloud's own addresses.
    pub fn consent_link(&self) -> Result<Url, EntraError> {
        let path = format!("/{}/v2.0/adminconsent", segment(&self.tenant.id));
        let mut url = self.cloud.login.at(&path)?;
        url.query_pairs_mut()
            .append_pair("client_id", self.client.id())
            .append_pair("scope", &self.scopes().join(" "))
            .append_pair("redirect_uri", "http://localhost");
        Ok(url)
    }

    /// Starts listening for the browser and makes the address to send it to. `extra` adds parameters such as `claims`.
    ///
    /// # Errors
    /// [`EntraError::Loopback`], when no port can be had.
    pub async fn browser(&self, extra: &[(&str, &str)]) -> Result<BrowserSignIn, EntraError> {
        // No path: that is how these clients are registered, and Entra ignores only the port ("Redirect URI (reply URL)
        // restrictions and limitations").
        let loopback = Loopback::bind(Port::Any, "").await.map_err(EntraError::Loopback)?;
        let given = extra.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        // Whoever is signed in already may not be the admin.
        let extra = [("prompt".to_owned(), "select_account".to_owned())].into_iter().chain(given).collect();
        let authorization = Authorization::begin(Authorize {
            client_id: self.client.id().to_owned(),
            authorize: self.endpoint("authorize"),
            redirect_uri: loopback.redirect_uri(),
            scopes: self.scopes(),
            extra,
        })?;
        Ok(BrowserSignIn { sign_in: self.clone(), loopback, authorization })
    }

    /// Gets a code for another device. Many tenants block this way; the page there says so, not the answer here.
    ///
    /// # Errors
    /// [`EntraError`].
    pub async fn device(&self) -> Result<DeviceSignIn, EntraError> {
        let scopes = self.scopes();
        let code = device::start(&self.http, &self.endpoint("devicecode"), self.client.id(), &scopes).await?;
        Ok(DeviceSignIn { sign_in: self.clone(), code })
    }

    /// New tokens from a refresh token, which stays in the set where the service sends no newer one.
    ///
    /// # Errors
    /// [`EntraError::OAuth`] refused with `invalid_grant` or `interaction_required`, when the person must sign in again.
    pub async fn renew(&self, token: &SecretString) -> Result<TokenSet, EntraError> {
        let scopes = self.scopes();
        // OpenID Connect Core 1.0, section 12.2: an ID token may come along; who it is does not change by it.
        Ok(refresh::refresh(&self.http, &self.endpoint("token"), self.client.id(), token, &scopes).await?)
    }

    fn session(&self, tokens: TokenSet, nonce: Option<&str>) -> Result<Session, EntraError> {
        let account = id_token::check(tokens.id_token.as_ref(), &self.tenant, self.client.id(), nonce)?;
        Ok(Session { account, tokens })
    }

    /// The tenant's GUID as authority: `common` would let any tenant in.
    fn endpoint(&self, last: &str) -> Endpoint {
        Endpoint::new(&self.cloud.login, format!("/{}/oauth2/v2.0/{last}", segment(&self.tenant.id)))
    }
}

/// Waiting for a browser. Dropping it ends the wait.
pub struct BrowserSignIn {
    sign_in: SignIn,
    loopback: Loopback,
    authorization: Authorization,
}

impl BrowserSignIn {
    /// Where to send the browser: on the cloud's login host.
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
    /// [`EntraError`]; [`EntraError::WrongTenant`], when an account of another tenant was chosen.
    pub async fn finish(
        self,
        words: &Words,
        patience: Duration,
        tell: &(dyn Fn(LoopbackEvent) + Send + Sync),
    ) -> Result<Session, EntraError> {
        let code = self.loopback.receive(self.authorization.state(), words, patience, tell).await;
        let code = code.map_err(|error| match error {
            LoopbackError::OAuth(error) => EntraError::OAuth(error),
            error => EntraError::Loopback(error),
        })?;
        let nonce = self.authorization.nonce().to_owned();
        let endpoint = self.sign_in.endpoint("token");
        let tokens = self.authorization.exchange(&self.sign_in.http, &endpoint, &code, &[]).await?;
        self.sign_in.session(tokens, Some(&nonce))
    }
}

/// Waiting for a code to be used on another device.
pub struct DeviceSignIn {
    sign_in: SignIn,
    code: DeviceCode,
}

impl DeviceSignIn {
    pub fn code(&self) -> &DeviceCode {
        &self.code
    }

    /// Asks until the person has signed in. Dropping it ends the wait.
    ///
    /// # Errors
    /// [`EntraError`]; refused with `authorization_declined`, or [`net::oauth::OAuthError::Expired`].
    pub async fn finish(self) -> Result<Session, EntraError> {
        let endpoint = self.sign_in.endpoint("token");
        let tokens =
            device::poll(&self.sign_in.http, &endpoint, self.sign_in.client.id(), &self.code).await?;
        self.sign_in.session(tokens, None)
    }
}
