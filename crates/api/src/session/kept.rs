//! A signed-in person, as kept between processes: sealed, and opened for one use at a time.

use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use setup::{Problem, problem::Result};

/// What is known of a session.
#[derive(Clone, Debug)]
pub struct Session {
    pub access: SecretString,
    pub refresh: Option<SecretString>,
    /// None where nobody said: used until it is refused.
    pub expires_at: Option<Timestamp>,
    pub account: String,
    /// The application that signed in; a refresh token works for no other.
    pub client_id: String,
    /// What the service wants in the next sign-in. The tokens are of no use until then.
    pub claims: Option<String>,
}

/// The same in a shape that can be sealed.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    access: &'a str,
    refresh: Option<&'a str>,
    expires_at: Option<Timestamp>,
    account: &'a str,
    client_id: &'a str,
    claims: Option<&'a str>,
}

impl Session {
    /// # Errors
    /// `secret-damaged`
    pub fn to_sealable(&self) -> Result<SecretString> {
        let kept = Kept {
            // EXPOSE: to the vault, which seals the text made here at once.
            access: self.access.expose_secret(),
            // EXPOSE: to the vault, as above.
            refresh: self.refresh.as_ref().map(ExposeSecret::expose_secret),
            expires_at: self.expires_at,
            account: &self.account,
            client_id: &self.client_id,
            claims: self.claims.as_deref(),
        };
        serde_json::to_string(&kept).map(SecretString::from).map_err(|_| Problem::new("secret-damaged"))
    }

    /// # Errors
    /// `secret-damaged`
    pub fn from_sealable(text: &SecretString) -> Result<Self> {
        #[derive(Deserialize)]
        struct Owned {
            access: String,
            refresh: Option<String>,
            expires_at: Option<Timestamp>,
            account: String,
            client_id: String,
            // Sessions of earlier versions have none.
            #[serde(default)]
            claims: Option<String>,
        }
        // EXPOSE: to the parser; the tokens move on at once into a type that wipes itself.
        let kept: Owned =
            serde_json::from_str(text.expose_secret()).map_err(|_| Problem::new("secret-damaged"))?;
        Ok(Self {
            access: SecretString::from(kept.access),
            refresh: kept.refresh.map(SecretString::from),
            expires_at: kept.expires_at,
            account: kept.account,
            client_id: kept.client_id,
            claims: kept.claims,
        })
    }

    /// Whether the token is still good for a request that is about to be sent.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        const MARGIN: i64 = 120;
        self.expires_at.is_none_or(|end| end.as_second() - now.as_second() > MARGIN)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn session(expires_at: Option<Timestamp>) -> Session {
        Session {
            access: SecretString::from("fake-access"),
            refresh: Some(SecretString::from("fake-refresh")),
            expires_at,
            account: "ada@example".into(),
            client_id: "client".into(),
            claims: None,
        }
    }

    #[test]
    fn a_session_survives_sealing() {
        let kept = session(Some(Timestamp::UNIX_EPOCH)).to_sealable().unwrap();
        let back = Session::from_sealable(&kept).unwrap();
        assert_eq!(back.access.expose_secret(), "fake-access");
        assert_eq!(back.refresh.unwrap().expose_secret(), "fake-refresh");
        assert_eq!((back.account, back.expires_at), ("ada@example".into(), Some(Timestamp::UNIX_EPOCH)));
    }

    #[test]
    fn two_minutes_before_the_end_a_token_is_renewed() {
        let now = Timestamp::from_second(1_000_000).unwrap();
        let end = |seconds: i64| Some(Timestamp::from_second(1_000_000 + seconds).unwrap());
        assert!(session(None).is_fresh(now));
        assert!(session(end(121)).is_fresh(now));
        assert!(!session(end(120)).is_fresh(now));
    }

    #[test]
    fn nothing_of_a_session_is_printed() {
        let printed = format!("{:?}", session(None));
        assert!(!printed.contains("fake"), "{printed}");
    }
}
