//! What Entra and Graph can answer instead of what was asked for.

use net::{Answer, NetError, NetErrorKind, Sent, oauth::OAuthError};
use serde::Deserialize;

use crate::aadsts::Cause;

/// A failed call. Prints without tokens, secrets and descriptions that may name people.
#[derive(Clone, Debug, thiserror::Error)]
pub enum EntraError {
    #[error(transparent)]
    Net(#[from] NetError),
    /// Graph said no.
    #[error(transparent)]
    Graph(#[from] Box<GraphError>),
    /// The sign-in or token endpoint said no, or nothing.
    #[error(transparent)]
    OAuth(#[from] OAuthError),
    /// What was given is neither a domain nor a tenant id.
    #[error("not a domain")]
    NotADomain,
    /// No tenant of this cloud has the domain (AADSTS90002).
    #[error("no tenant has this domain")]
    UnknownTenant,
    /// Somebody signed in, but to another tenant than the setup's.
    #[error("signed in to tenant {signed_in}, not {wanted}")]
    WrongTenant { wanted: String, signed_in: String },
    /// The ID token is not the answer to our question; `claim` is the one that is wrong or missing.
    #[error("the ID token's {claim} is not as it must be")]
    IdToken { claim: &'static str },
    /// The redirect could not be received.
    #[error(transparent)]
    Loopback(net::oauth::loopback::LoopbackError),
}

/// Graph's error body ("Microsoft Graph error responses and resource types"), with what its support asks for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{status} {code}")]
pub struct GraphError {
    pub status: u16,
    /// `Request_ResourceNotFound` …; empty when the body was not Graph's.
    pub code: String,
    /// Graph's sentence, in English. Shown under details, never branched on but where no code tells more.
    pub message: String,
    /// Codes further in: `innerError.code`, and `details[].code` with the old directory's property errors.
    pub inner_codes: Vec<String>,
    pub request_id: Option<String>,
    pub client_request_id: String,
    /// What the next sign-in must carry in its `claims` parameter, base64 decoded (continuous access evaluation, step-up).
    pub claims: Option<String>,
}

/// What an app management policy forbids ("Microsoft Entra app management policies").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyRefusal {
    /// No client secrets at all.
    CredentialType,
    /// Not for so long.
    Lifetime,
    /// Not with this sign-in audience.
    Audience,
}

/// Graph's codes and what they come to, as message ids spell it. One row a code ("Microsoft Graph error responses and resource
/// types"; the policies' codes are seen in Microsoft's own tools, not documented). Others are shown as they are.
pub const GRAPH_CODES: &[(&str, &str)] = &[
    ("Authentication_ExpiredToken", "session-refused"),
    ("Authorization_RequestDenied", "graph-denied"),
    ("CredentialInvalidLifetimeAsPerAppPolicy", "graph-policy-lifetime"),
    ("CredentialTypeNotAllowedAsPerAppPolicy", "graph-policy-secrets"),
    ("Directory_ConcurrencyViolation", "graph-busy"),
    ("Directory_QuotaExceeded", "graph-quota"),
    ("InvalidAuthenticationToken", "session-refused"),
    ("Request_MultipleObjectsWithSameKeyValue", "graph-taken"),
    ("Request_ResourceNotFound", "graph-not-found"),
    ("ServiceTreeValueMissing", "graph-service-tree"),
    ("SignInAudienceNotAllowedAsPerAppPolicy", "graph-policy-audience"),
];

#[derive(Deserialize)]
struct Body {
    error: Error,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Error {
    code: String,
    #[serde(default)]
    message: String,
    #[serde(default, alias = "innererror")]
    inner_error: Option<Inner>,
    #[serde(default)]
    details: Vec<Detail>,
}

#[derive(Deserialize)]
struct Inner {
    code: Option<String>,
    #[serde(rename = "request-id")]
    request_id: Option<String>,
}

#[derive(Deserialize)]
struct Detail {
    #[serde(default)]
    code: String,
}

impl GraphError {
    /// Reads an answer that is no success.
    pub(crate) fn read(answer: &Answer, client_request_id: String) -> EntraError {
        let status = answer.status.as_u16();
        let mut error = Self {
            status,
            code: String::new(),
            message: String::new(),
            inner_codes: Vec::new(),
            request_id: answer.request_id.clone(),
            client_request_id,
            claims: answer.header("www-authenticate").and_then(challenge),
        };
        match answer.json::<Body>() {
            Ok(Body { error: body }) => {
                error.code = body.code;
                error.message = body.message;
                error.inner_codes.extend(body.details.into_iter().map(|detail| detail.code));
                if let Some(inner) = body.inner_error {
                    error.inner_codes.extend(inner.code);
                    error.request_id = error.request_id.or(inner.request_id);
                }
            }
            // Not Graph speaking: a proxy, a login page.
            Err(page @ NetError { kind: NetErrorKind::WebPage { .. }, .. }) => return page.into(),
            Err(_) => {}
        }
        Box::new(error).into()
    }

    /// What it comes to, when one of its codes is in [`GRAPH_CODES`]; the outer code counts most.
    pub fn meaning(&self) -> Option<&'static str> {
        let mut codes = std::iter::once(&self.code).chain(&self.inner_codes);
        codes
            .find_map(|code| GRAPH_CODES.iter().find(|(known, _)| known == code))
            .map(|(_, meaning)| *meaning)
    }

    fn has_code(&self, code: &str) -> bool {
        self.code == code || self.inner_codes.iter().any(|inner| inner == code)
    }

    fn is_young_object(&self) -> bool {
        match self.status {
            404 => self.code == "Request_ResourceNotFound",
            // Both are said about an application that exists and that this replica has not heard of. The message decides only
            // where the finer code is not sent.
            400 => {
                self.has_code("NoBackingApplicationObject")
                    || self.message.contains("does not reference a valid application object")
                    || (self.code == "Request_BadRequest" && self.message.contains("propagation"))
            }
            _ => false,
        }
    }

    fn did_not_act(&self) -> bool {
        self.status == 429 || self.is_concurrency()
    }

    /// Said with 409 today and with 503 before.
    pub(crate) fn is_concurrency(&self) -> bool {
        matches!(self.status, 409 | 503) && self.has_code("Directory_ConcurrencyViolation")
    }

    fn policy(&self) -> Option<PolicyRefusal> {
        // Any 4xx: which one is sent with which code is not documented.
        let codes = [
            ("CredentialTypeNotAllowedAsPerAppPolicy", PolicyRefusal::CredentialType),
            ("CredentialInvalidLifetimeAsPerAppPolicy", PolicyRefusal::Lifetime),
            ("SignInAudienceNotAllowedAsPerAppPolicy", PolicyRefusal::Audience),
        ];
        codes.into_iter().find(|(code, _)| self.has_code(code)).map(|(_, refusal)| refusal)
    }
}

impl EntraError {
    pub fn graph(&self) -> Option<&GraphError> {
        match self {
            Self::Graph(error) => Some(error),
            _ => None,
        }
    }

    /// Refused as directories refuse what was made moments ago, elsewhere. Only believable of an object that we made under two
    /// minutes ago; [`EntraError::is_denied`] may then mean the same.
    pub fn is_young_object(&self) -> bool {
        self.graph().is_some_and(GraphError::is_young_object)
    }

    /// What the next sign-in must carry, when Graph asks for a step-up.
    pub fn claims(&self) -> Option<&str> {
        self.graph()?.claims.as_deref()
    }

    /// Whether the service certainly changed nothing.
    pub fn did_not_act(&self) -> bool {
        match self {
            Self::Net(error) | Self::OAuth(OAuthError::Net(error)) => error.sent == Sent::No,
            Self::Graph(error) => {
                error.did_not_act() || (400..500).contains(&error.status) && error.status != 408
            }
            _ => true,
        }
    }

    /// The token is not taken (any more): renew it or sign in again.
    pub fn is_unauthorized(&self) -> bool {
        self.graph().is_some_and(|error| error.status == 401)
    }

    /// The person lacks a role, or consent is missing.
    pub fn is_denied(&self) -> bool {
        self.graph().is_some_and(|error| error.status == 403 && !error.has_code("Directory_QuotaExceeded"))
    }

    pub fn is_quota(&self) -> bool {
        self.graph().is_some_and(|error| error.has_code("Directory_QuotaExceeded"))
    }

    pub fn is_not_found(&self) -> bool {
        self.graph().is_some_and(|error| error.status == 404)
    }

    /// Another object has the unique name: it is there already, so go and read it.
    pub fn is_unique_name_taken(&self) -> bool {
        self.graph().is_some_and(|error| {
            error.has_code("Request_MultipleObjectsWithSameKeyValue")
                // `Request_BadRequest` says nothing finer here than its sentence.
                || error.status == 400 && error.message.contains("same value for property uniqueName")
        })
    }

    pub fn policy(&self) -> Option<PolicyRefusal> {
        self.graph().and_then(GraphError::policy)
    }

    /// The cause behind an AADSTS number, when it is one that we know.
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::OAuth(OAuthError::Refused(refusal)) => {
                refusal.codes.iter().find_map(|code| Cause::of(*code))
            }
            Self::UnknownTenant => Some(Cause::UnknownTenant),
            _ => None,
        }
    }

    /// HTTP status, when an answer came.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Graph(error) => Some(error.status),
            Self::OAuth(OAuthError::Refused(refusal)) => refusal.status,
            Self::OAuth(OAuthError::Unexpected(answer)) => Some(answer.status.as_u16()),
            _ => None,
        }
    }

    /// The service's own code: Graph's, or `AADSTS` and the number, or OAuth's word.
    pub fn service_code(&self) -> Option<String> {
        match self {
            Self::Graph(error) => Some(error.code.clone()).filter(|code| !code.is_empty()),
            Self::OAuth(OAuthError::Refused(refusal)) => Some(match refusal.codes.first() {
                Some(code) => format!("AADSTS{code}"),
                None => refusal.error.clone(),
            }),
            Self::UnknownTenant => Some("AADSTS90002".into()),
            _ => None,
        }
    }

    /// What Microsoft's support asks for.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Graph(error) => error.request_id.as_deref().or(Some(&error.client_request_id)),
            Self::OAuth(OAuthError::Refused(refusal)) => {
                refusal.correlation_id.as_deref().or(refusal.trace_id.as_deref())
            }
            Self::OAuth(OAuthError::Unexpected(answer)) => answer.request_id.as_deref(),
            _ => None,
        }
    }
}

/// `claims="<base64>"` of a claims challenge ("Claims challenges, claims requests and client capabilities").
fn challenge(header: &str) -> Option<String> {
    use base64::{Engine, prelude::BASE64_STANDARD};
    let value = header.split_once("claims=\"")?.1.split_once('"')?.0;
    String::from_utf8(BASE64_STANDARD.decode(value).ok()?).ok()
}
