//! A tenant found from its domain, without sign-in (OpenID Connect Discovery 1.0; "OpenID Connect on the Microsoft identity
//! platform", section "Find your app's OpenID configuration document URI").

use net::{Call, Http, NetErrorKind, oauth::Refusal, segment};
use serde::Deserialize;

use crate::{aadsts::Cause, cloud::Cloud, error::EntraError};

/// What the cloud says of a tenant to anyone who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// The tenant's GUID, from the issuer.
    pub id: String,
    /// `iss` of its ID tokens.
    pub issuer: String,
    /// `WW`, `EU`, `USG` … Not all values are documented.
    pub region: Option<String>,
    /// GCC, DODCON … in government clouds.
    pub region_part: Option<String>,
    /// Host of the cloud that the tenant is at home in, such as `microsoftonline.com`.
    pub cloud_instance: Option<String>,
    /// Host of that cloud's Graph.
    pub graph_host: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    tenant_region_scope: Option<String>,
    tenant_region_sub_scope: Option<String>,
    cloud_instance_name: Option<String>,
    msgraph_host: Option<String>,
}

impl Tenant {
    /// Asks the cloud for the tenant with `name`, a verified domain or the GUID.
    ///
    /// # Errors
    /// `NotADomain`, before anything is sent; `UnknownTenant`, when no tenant of this cloud has it; `OAuth` and `Net`.
    pub async fn discover(http: &Http, cloud: &Cloud, name: &str) -> Result<Self, EntraError> {
        let name = name.trim();
        if !is_domain(name) {
            return Err(EntraError::NotADomain);
        }
        let path = format!("/{}/v2.0/.well-known/openid-configuration", segment(name));
        let answer = http.read(Call::get(&cloud.login, path)).await?;
        if !answer.is_success() {
            return Err(match Refusal::read(&answer) {
                Some(refusal) if is_unknown(&refusal) => EntraError::UnknownTenant,
                Some(refusal) => net::oauth::OAuthError::Refused(Box::new(refusal)).into(),
                None => net::oauth::OAuthError::Unexpected(Box::new(answer)).into(),
            });
        }
        let metadata: Metadata = answer.json()?;
        let id = tenant_id(&metadata.issuer).ok_or_else(|| {
            answer.unusable(NetErrorKind::Malformed { detail: "the issuer names no tenant".into() })
        })?;
        Ok(Self {
            id,
            issuer: metadata.issuer,
            region: metadata.tenant_region_scope,
            region_part: metadata.tenant_region_sub_scope,
            cloud_instance: metadata.cloud_instance_name,
            graph_host: metadata.msgraph_host,
        })
    }
}

impl Tenant {
    /// The cloud that the tenant is at home in, by a name of [`Cloud::NAMES`], where that is another one than was asked. A cloud answers
    /// for the domains of others, too, and names their home; tokens of here are refused there (AADSTS900382 and the like).
    pub fn elsewhere(&self, asked: &Cloud) -> Option<&'static str> {
        let graph = self.graph_host.as_deref().filter(|graph| *graph != asked.graph.host())?;
        Cloud::NAMES
            .into_iter()
            .find(|name| Cloud::named(name).is_some_and(|cloud| cloud.graph.host() == graph))
    }
}

fn is_unknown(refusal: &Refusal) -> bool {
    let unknown = |code: &u32| matches!(Cause::of(*code), Some(Cause::UnknownTenant | Cause::NoTenantNamed));
    refusal.codes.iter().any(unknown)
}

/// Letters, digits, hyphens and dots, with no empty part (RFC 1123, section 2.1). `common` and its like have no dot and name no
/// tenant; a GUID has none either and does.
fn is_domain(name: &str) -> bool {
    let part = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    name.len() <= 253
        && name.split('.').all(part)
        && (name.contains('.') || uuid::Uuid::parse_str(name).is_ok())
}

/// The GUID in `https://login…/{guid}/v2.0`.
fn tenant_id(issuer: &str) -> Option<String> {
    let url = url::Url::parse(issuer).ok()?;
    let id = url.path_segments()?.next()?;
    uuid::Uuid::parse_str(id).ok().map(|id| id.to_string())
}
