//! Proving a client secret the way its user will use it ("Microsoft identity platform and the OAuth 2.0 client credentials
//! flow"; the v1 endpoint: "Service to service calls using client credentials", azuread-dev).

use net::{
    Http,
    oauth::{Endpoint, OAuthError, client_credentials::client_credentials},
};
use secrecy::SecretString;

use crate::{aadsts::Cause, cloud::Cloud, error::EntraError};

/// What the token is asked for. No permission or consent is needed for either: an application without roles gets a token that
/// opens nothing, which is all that a proof wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Microsoft Graph.
    Graph,
    /// Nothing, as an OAuth client does that knows no `resource`. Entra then assumes the old directory service, so that a refusal
    /// here says little about the secret.
    Unsaid,
}

/// A secret that got no token.
#[derive(Clone, Debug, thiserror::Error)]
#[error(transparent)]
pub struct ProofFailure {
    #[from]
    pub error: EntraError,
}

impl ProofFailure {
    /// Why, when Entra gave a number that is known. What Conditional Access blocks here is an application, not a person.
    pub fn cause(&self) -> Option<Cause> {
        self.error.cause().map(|cause| match cause {
            Cause::ConditionalAccess => Cause::ConditionalAccessWorkload,
            cause => cause,
        })
    }

    /// Whether Entra may say this only because it has not heard of the secret everywhere. To be believed of young ones.
    pub fn may_be_replication(&self) -> bool {
        self.cause().is_some_and(Cause::may_be_replication)
    }

    /// Whether waiting may turn it into success, whatever the age of the secret: the service or the network is in the way.
    pub fn is_passing(&self) -> bool {
        match &self.error {
            EntraError::Net(error) | EntraError::OAuth(OAuthError::Net(error)) => error.is_passing(),
            EntraError::OAuth(OAuthError::Unexpected(answer)) => {
                answer.status.is_server_error() || answer.status.as_u16() == 429
            }
            _ => self
                .cause()
                .is_some_and(|cause| matches!(cause, Cause::Throttled | Cause::TooManyEqualRequests)),
        }
    }
}

/// A token endpoint of a tenant, which is named by GUID or by any verified domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenPath {
    V1(String),
    /// Needs a scope, which what the secret is for may not send: AADSTS90014 then.
    V2(String),
}

impl TokenPath {
    /// Which of the endpoints of `cloud` the address is, of a tenant with one of these `names`. None for any other address: a
    /// secret goes nowhere else.
    pub fn of(address: &str, cloud: &Cloud, names: &[&str]) -> Option<Self> {
        let path = address.strip_prefix(&cloud.login.to_string())?;
        let tenant = path.strip_prefix('/')?.split('/').next()?;
        let known = names.iter().any(|name| name.eq_ignore_ascii_case(tenant));
        match path.strip_prefix('/')?.strip_prefix(tenant)? {
            "/oauth2/token" if known => Some(Self::V1(path.to_owned())),
            "/oauth2/v2.0/token" if known => Some(Self::V2(path.to_owned())),
            _ => None,
        }
    }

    /// Whether `resource` says what a token is for.
    pub fn takes_resource(&self) -> bool {
        matches!(self, Self::V1(_))
    }
}

/// Signs the application in once with its secret and lets the token go.
///
/// # Errors
/// [`ProofFailure`].
pub async fn prove(
    http: &Http,
    cloud: &Cloud,
    path: &TokenPath,
    client_id: &str,
    secret: &SecretString,
    resource: Resource,
) -> Result<(), ProofFailure> {
    let (TokenPath::V1(at) | TokenPath::V2(at)) = path;
    let endpoint = Endpoint::new(&cloud.login, at);
    let graph = cloud.graph.to_string();
    let extra: &[(&str, &str)] = match resource {
        Resource::Graph => &[("resource", &graph)],
        Resource::Unsaid => &[],
    };
    let tokens = client_credentials(http, &endpoint, client_id, secret, extra).await;
    tokens.map(drop).map_err(|error| ProofFailure { error: error.into() })
}
