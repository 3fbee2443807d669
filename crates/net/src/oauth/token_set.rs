//! What a token endpoint gives.

use std::time::Duration;

use jiff::Timestamp;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Tokens of one sign-in. Debug prints them redacted; wiped when dropped; does not serialise.
#[derive(Clone, Debug)]
pub struct TokenSet {
    pub access: SecretString,
    pub refresh: Option<SecretString>,
    pub id_token: Option<SecretString>,
    /// By this computer's clock.
    pub expires_at: Timestamp,
    /// Scopes granted, as the service lists them, separated by spaces.
    pub scope: Option<String>,
}

/// An answer of RFC 6749, section 5.1. Entra's v1 endpoint sends its numbers as strings.
#[derive(Deserialize)]
pub(super) struct Body {
    access_token: String,
    refresh_token: Option<String>,
    id_token: Option<String>,
    #[serde(default, deserialize_with = "seconds")]
    expires_in: Option<u64>,
    scope: Option<String>,
}

/// RFC 6749 leaves it open how long a token lives that comes without `expires_in`; five minutes is on the safe side.
const UNSAID: u64 = 300;

impl From<Body> for TokenSet {
    fn from(body: Body) -> Self {
        let lifetime = Duration::from_secs(body.expires_in.unwrap_or(UNSAID).min(366 * 24 * 3600));
        Self {
            access: body.access_token.into(),
            refresh: body.refresh_token.map(Into::into),
            id_token: body.id_token.map(Into::into),
            expires_at: Timestamp::now().saturating_add(lifetime).unwrap_or(Timestamp::MAX),
            scope: body.scope,
        }
    }
}

fn seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Seconds {
        Number(u64),
        Text(String),
    }
    match Option::<Seconds>::deserialize(deserializer)? {
        None => Ok(None),
        Some(Seconds::Number(number)) => Ok(Some(number)),
        Some(Seconds::Text(text)) => {
            text.trim().parse().map(Some).map_err(|_| D::Error::custom("no number of seconds"))
        }
    }
}
