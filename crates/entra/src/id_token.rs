//! Who signed in, from the ID token ("ID token claims reference").

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::{discovery::Tenant, error::EntraError};

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub tenant_id: String,
    /// The user's object id in that tenant.
    pub object_id: String,
    /// `preferred_username`: for people to read, not to decide by.
    pub username: String,
    pub name: Option<String>,
}

#[derive(Deserialize)]
struct Claims {
    iss: Option<String>,
    aud: Option<String>,
    exp: Option<i64>,
    nonce: Option<String>,
    tid: Option<String>,
    oid: Option<String>,
    preferred_username: Option<String>,
    name: Option<String>,
}

/// Clocks differ; a token just made is not refused over minutes.
const SKEW: SignedDuration = SignedDuration::from_mins(10);

/// Checks the claims and gives the account. The signature is not checked: the token came from the token endpoint itself over
/// TLS, where OpenID Connect Core 1.0, section 3.1.3.7, point 6 lets the server's certificate stand for it.
///
/// # Errors
/// [`EntraError::WrongTenant`], when another tenant's account signed in; [`EntraError::IdToken`], naming the claim.
pub(crate) fn check(
    token: Option<&SecretString>,
    tenant: &Tenant,
    client_id: &str,
    nonce: Option<&str>,
) -> Result<Account, EntraError> {
    let claims = token.and_then(claims).ok_or(EntraError::IdToken { claim: "form" })?;
    let wrong = |claim| Err(EntraError::IdToken { claim });
    let signed_in = claims.tid.ok_or(EntraError::IdToken { claim: "tid" })?;
    if !signed_in.eq_ignore_ascii_case(&tenant.id) {
        return Err(EntraError::WrongTenant { wanted: tenant.id.clone(), signed_in });
    }
    if claims.iss.as_deref() != Some(&tenant.issuer) {
        return wrong("iss");
    }
    if !claims.aud.is_some_and(|audience| audience.eq_ignore_ascii_case(client_id)) {
        return wrong("aud");
    }
    if nonce.is_some() && claims.nonce.as_deref() != nonce {
        return wrong("nonce");
    }
    let expiry = claims.exp.and_then(|seconds| Timestamp::from_second(seconds).ok());
    if expiry.is_none_or(|expiry| expiry.duration_since(Timestamp::now()) <= -SKEW) {
        return wrong("exp");
    }
    Ok(Account {
        tenant_id: signed_in,
        object_id: claims.oid.ok_or(EntraError::IdToken { claim: "oid" })?,
        username: claims.preferred_username.unwrap_or_default(),
        name: claims.name,
    })
}

fn claims(token: &SecretString) -> Option<Claims> {
    // EXPOSE: to the decoder here, for the claims of the payload only.
    let payload = token.expose_secret().split('.').nth(1)?;
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(payload).ok()?).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::{Value, json};

    use super::*;

    const CLIENT: &str = "14d82eec-204b-4c2f-b7e8-296a70dab67e";
    const TENANT: &str = "0f0e0d0c-0b0a-4909-8807-060504030201";

    fn tenant() -> Tenant {
        let issuer = format!("https://login.example/{TENANT}/v2.0");
        Tenant {
            id: TENANT.into(),
            issuer,
            region: None,
            region_part: None,
            cloud_instance: None,
            graph_host: None,
        }
    }

    fn good() -> Value {
        json!({
            "iss": tenant().issuer, "aud": CLIENT, "exp": Timestamp::now().as_second() + 60, "nonce": "n", "tid": TENANT,
            "oid": "5d1c3b9a-0000-4000-8000-000000000001", "preferred_username": "ada@contoso.example",
        })
    }

    fn checked(claims: &Value) -> Result<Account, EntraError> {
        let payload = BASE64_URL_SAFE_NO_PAD.encode(claims.to_string());
        let token = SecretString::from(format!("e30.{payload}.none"));
        check(Some(&token), &tenant(), CLIENT, Some("n"))
    }

    #[test]
    fn a_token_that_answers_our_question_is_taken() {
        assert_eq!(checked(&good()).unwrap().username, "ada@contoso.example");
    }

    #[test]
    fn each_claim_must_be_the_one_that_was_asked_for() {
        let old = Timestamp::now().as_second() - 3600;
        for (claim, value) in [
            ("iss", json!("https://login.example/common/v2.0")),
            ("aud", json!("00000003-0000-0000-c000-000000000000")),
            ("nonce", json!("another")),
            ("nonce", Value::Null),
            ("exp", json!(old)),
            ("exp", Value::Null),
            ("oid", Value::Null),
            ("tid", Value::Null),
        ] {
            let mut claims = good();
            claims[claim] = value;
            let refused = checked(&claims).unwrap_err();
            assert!(
                matches!(refused, EntraError::IdToken { claim: named } if named == claim),
                "{claim}: {refused}"
            );
        }
        let mut foreign = good();
        foreign["tid"] = json!("ffffffff-0b0a-4909-8807-060504030201");
        assert!(matches!(checked(&foreign), Err(EntraError::WrongTenant { .. })));
        assert!(matches!(check(None, &tenant(), CLIENT, None), Err(EntraError::IdToken { claim: "form" })));
    }
}
