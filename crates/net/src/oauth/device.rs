//! Signing in on another device (RFC 8628).

use std::time::Duration;

use secrecy::SecretString;
use serde::Deserialize;

use super::{Endpoint, OAuthError, TokenSet};
use crate::{Http, call::Form};

/// RFC 8628, section 3.2: the interval when the service names none.
const INTERVAL: Duration = Duration::from_secs(5);

/// RFC 8628, section 3.5: each `slow_down` adds this to the interval.
const SLOW_DOWN: Duration = Duration::from_secs(5);

/// What the person types in on the other device, and what we ask with meanwhile.
#[derive(Clone, Debug)]
pub struct DeviceCode {
    device_code: SecretString,
    pub user_code: String,
    /// Where to type it in. From the service: check its host before opening it.
    pub verification_uri: String,
    /// From now.
    pub expires_in: Duration,
    pub interval: Duration,
}

#[derive(Deserialize)]
struct Body {
    device_code: String,
    user_code: String,
    // Some services spell it as the drafts did.
    #[serde(alias = "verification_url")]
    verification_uri: String,
    expires_in: u64,
    interval: Option<u64>,
}

/// Asks for a code.
///
/// # Errors
/// [`OAuthError`].
pub async fn start(
    http: &Http,
    device: &Endpoint,
    client_id: &str,
    scopes: &[String],
) -> Result<DeviceCode, OAuthError> {
    let form = Form::new().field("client_id", client_id).field("scope", scopes.join(" "));
    let body: Body = device.post(http, form).await?;
    Ok(DeviceCode {
        device_code: body.device_code.into(),
        user_code: body.user_code,
        verification_uri: body.verification_uri,
        expires_in: Duration::from_secs(body.expires_in),
        interval: body.interval.map_or(INTERVAL, Duration::from_secs).max(Duration::from_secs(1)),
    })
}

/// Asks until the person has signed in. Cancelled by dropping.
///
/// # Errors
/// [`OAuthError::Refused`] with `authorization_declined` or `access_denied`, when the person said no;
/// [`OAuthError::Expired`], when nobody used the code in time; others as for any token request.
pub async fn poll(
    http: &Http,
    token: &Endpoint,
    client_id: &str,
    code: &DeviceCode,
) -> Result<TokenSet, OAuthError> {
    let timer = http.timer();
    let started = timer.now();
    let mut interval = code.interval;
    while timer.now().duration_since(started) < code.expires_in {
        timer.sleep(interval).await;
        let form = Form::new()
            .field("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
            .field("client_id", client_id)
            .secret("device_code", &code.device_code);
        match token.token(http, form).await {
            Err(OAuthError::Refused(refusal)) => match refusal.error.as_str() {
                "authorization_pending" => {}
                "slow_down" => interval += SLOW_DOWN,
                "expired_token" => return Err(OAuthError::Expired),
                _ => return Err(OAuthError::Refused(refusal)),
            },
            // RFC 8628, section 3.5: after a connection that failed, ask less often.
            Err(OAuthError::Net(error)) if error.is_passing() => interval += SLOW_DOWN,
            result => return result,
        }
    }
    Err(OAuthError::Expired)
}
