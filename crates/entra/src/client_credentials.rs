//! Proving a client secret the way its user will use it ("Microsoft identity platform and the OAuth 2.0 client credentials
//! flow"; the v1 endpoint: "Service to service calls using client credentials", azuread-dev).

use net::{
    Http,
    oauth::{Endpoint, OAuthError, client_credentials::client_credentials},
    segment,
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
    /// Why, when Entra gave a number that is known.
    pub fn cause(&self) -> Option<Cause> {
        self.error.cause()
    }

    /// Whether waiting may turn it into success: the directory has not told everyone yet, or the network is in the way.
    pub fn is_passing(&self) -> bool {
        match &self.error {
            EntraError::Net(error) | EntraError::OAuth(OAuthError::Net(error)) => error.is_passing(),
            EntraError::OAuth(OAuthError::Unexpected(answer)) => {
                answer.status.is_server_error() || answer.status.as_u16() == 429
            }
            _ => self.cause().is_some_and(|cause| {
                cause.may_be_replication() || matches!(cause, Cause::Throttled | Cause::TooManyEqualRequests)
            }),
        }
    }
}

/// Path of the v1 token endpoint of a tenant, named by GUID or by a verified domain.
pub fn v1_token_path(tenant: &str) -> String {
    format!("/{}/oauth2/token", segment(tenant))
}

/// Signs the application in once with its secret and lets the token go.
///
/// # Errors
/// [`ProofFailure`].
pub async fn prove(
    http: &Http,
    cloud: &Cloud,
    tenant: &str,
    client_id: &str,
    secret: &SecretString,
    resource: Resource,
) -> Result<(), ProofFailure> {
    let endpoint = Endpoint::new(&cloud.login, v1_token_path(tenant));
    let graph = cloud.graph.to_string();
    let extra: &[(&str, &str)] = match resource {
        Resource::Graph => &[("resource", &graph)],
        Resource::Unsaid => &[],
    };
    let tokens = client_credentials(http, &endpoint, client_id, secret, extra).await;
    tokens.map(drop).map_err(|error| ProofFailure { error: error.into() })
}
