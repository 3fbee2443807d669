//! Codes and tokens that Entra gave out to people's clients.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::refusal::Refusal;
use crate::{clock, random};

/// Lifetimes in seconds, after "Configurable token lifetimes" and "OAuth 2.0 device authorization grant".
const CODE_S: i64 = 600;
pub(super) const DEVICE_CODE_S: i64 = 900;
pub(super) const ACCESS_S: i64 = 3599;
const REFRESH_S: i64 = 90 * 24 * 3600;

/// What a person agreed to.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub client_id: String,
    /// Object id of the account.
    pub account: String,
    /// On Graph, in its names.
    pub rights: Vec<String>,
    /// As the client asked; decides whether ID and refresh tokens come.
    pub scope: String,
    pub nonce: Option<String>,
    /// The sign-in passed a claims challenge.
    #[serde(default)]
    pub stepped_up: bool,
}

#[derive(Serialize, Deserialize)]
struct Code {
    grant: Grant,
    redirect_uri: String,
    challenge: Option<String>,
    expires: Timestamp,
    redeemed: bool,
}

#[derive(Serialize, Deserialize)]
struct DeviceCode {
    user_code: String,
    client_id: String,
    scope: String,
    expires: Timestamp,
    answer: Option<Answer>,
    #[serde(default)]
    slowed: bool,
}

/// What the person said to a device code.
#[derive(Clone, Serialize, Deserialize)]
pub(super) enum Answer {
    Granted(Grant),
    Declined,
}

/// A device code that waits for somebody: what it asks for.
pub(super) struct Waiting {
    pub client_id: String,
    pub scope: String,
}

#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    grant: Grant,
    expires: Timestamp,
}

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Grants {
    codes: BTreeMap<String, Code>,
    device_codes: BTreeMap<String, DeviceCode>,
    access: BTreeMap<String, Kept>,
    refresh: BTreeMap<String, Kept>,
    #[serde(default)]
    revoked: BTreeSet<String>,
    /// Client id and account of each consent given.
    consents: Vec<(String, String)>,
    /// Clients that an administrator consented to on behalf of the organisation.
    consents_for_everybody: Vec<String>,
    /// See [`crate::scenes::EntraScene::slow_down`].
    #[serde(default)]
    pub(super) tells_to_slow_down: bool,
}

impl Grants {
    /// Whose access token this is, and what it may do.
    pub(crate) fn bearer(&self, token: &str, now: Timestamp) -> Option<&Grant> {
        self.access.get(token).filter(|kept| kept.expires > now).map(|kept| &kept.grant)
    }

    pub(super) fn has_consent(&self, client_id: &str, account: &str) -> bool {
        self.consents_for_everybody.iter().any(|client| client == client_id)
            || self.consents.iter().any(|(client, by)| client == client_id && by == account)
    }

    pub(super) fn consent_for_everybody(&mut self, client_id: &str) {
        self.consents_for_everybody.push(client_id.to_owned());
    }

    pub(super) fn consent(&mut self, client_id: &str, account: &str) {
        if !self.has_consent(client_id, account) {
            self.consents.push((client_id.to_owned(), account.to_owned()));
        }
    }

    /// An authorization code to be taken to `redirect_uri`.
    pub(super) fn code(
        &mut self,
        grant: Grant,
        redirect_uri: &str,
        challenge: Option<String>,
        now: Timestamp,
    ) -> String {
        self.codes.retain(|_, code| code.expires > now);
        let code = random::token(120);
        let expires = clock::after(now, CODE_S);
        let kept = Code { grant, redirect_uri: redirect_uri.to_owned(), challenge, expires, redeemed: false };
        self.codes.insert(code.clone(), kept);
        code
    }

    /// Exchanges a code. Once: a second time ends what the first gave, too (RFC 6749, section 4.1.2).
    ///
    /// # Errors
    /// `invalid_grant`, with the number that says why.
    pub(super) fn redeem(
        &mut self,
        client_id: &str,
        code: &str,
        redirect_uri: &str,
        verifier: &str,
        now: Timestamp,
    ) -> Result<Grant, Refusal> {
        let refused = |code, message: &str| Err(Refusal::new("invalid_grant", code, message));
        let Some(code) = self.codes.get_mut(code) else {
            return refused(70_000, "The provided authorization code is not valid.");
        };
        if code.redeemed {
            return refused(
                54_005,
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code.",
            );
        }
        if code.expires <= now {
            return refused(70_008, "The provided authorization code has expired.");
        }
        if code.grant.client_id != client_id {
            return refused(70_000, "The authorization code was issued to another client.");
        }
        if code.redirect_uri != redirect_uri {
            return refused(50_011, "The redirect URI is not the one that the code was issued for.");
        }
        let proven = code
            .challenge
            .as_deref()
            .is_none_or(|challenge| URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == challenge);
        if !proven {
            return refused(
                501_481,
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
            );
        }
        code.redeemed = true;
        Ok(code.grant.clone())
    }

    /// A device code and the code that the person types.
    pub(super) fn device_code(&mut self, client_id: &str, scope: &str, now: Timestamp) -> (String, String) {
        self.device_codes.retain(|_, code| clock::after(code.expires, DEVICE_CODE_S) > now);
        let device_code = random::token(120);
        let user_code = random::text(9, b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789");
        let expires = clock::after(now, DEVICE_CODE_S);
        let kept = DeviceCode {
            user_code: user_code.clone(),
            client_id: client_id.to_owned(),
            scope: scope.to_owned(),
            expires,
            answer: None,
            slowed: false,
        };
        self.device_codes.insert(device_code.clone(), kept);
        (device_code, user_code)
    }

    fn typed(&mut self, user_code: &str, now: Timestamp) -> Option<&mut DeviceCode> {
        self.device_codes.values_mut().find(|code| {
            code.user_code.eq_ignore_ascii_case(user_code) && code.expires > now && code.answer.is_none()
        })
    }

    /// What the code that somebody typed waits for.
    pub(super) fn waiting(&mut self, user_code: &str, now: Timestamp) -> Option<Waiting> {
        let code = self.typed(user_code, now)?;
        Some(Waiting { client_id: code.client_id.clone(), scope: code.scope.clone() })
    }

    pub(super) fn answer(&mut self, user_code: &str, answer: Answer, now: Timestamp) {
        if let Some(code) = self.typed(user_code, now) {
            code.answer = Some(answer);
        }
    }

    /// What a polling client is told (RFC 8628, section 3.5, with Entra's words).
    ///
    /// # Errors
    /// `authorization_pending` until somebody answered.
    pub(super) fn poll(
        &mut self,
        client_id: &str,
        device_code: &str,
        now: Timestamp,
    ) -> Result<Grant, Refusal> {
        let slow_down = self.tells_to_slow_down;
        let code = self.device_codes.get_mut(device_code).filter(|code| code.client_id == client_id);
        let Some(code) = code else {
            return Err(Refusal::new("bad_verification_code", 70_018, "The device code is not recognised."));
        };
        if slow_down && !std::mem::replace(&mut code.slowed, true) {
            return Err(Refusal::new("slow_down", 70_016, "Polling too often. Slow down."));
        }
        match &code.answer {
            Some(Answer::Granted(grant)) => {
                let grant = grant.clone();
                self.device_codes.remove(device_code);
                Ok(grant)
            }
            Some(Answer::Declined) => Err(Refusal::new(
                "authorization_declined",
                65_004,
                "User declined to consent to access the app.",
            )),
            None if code.expires <= now => {
                Err(Refusal::new("expired_token", 70_019, "The device code has expired. Start again."))
            }
            None => Err(Refusal::new(
                "authorization_pending",
                70_016,
                "OAuth 2.0 device flow error. Authorization is pending. Continue polling.",
            )),
        }
    }

    /// New access and refresh tokens. Older refresh tokens stay good, as in Entra.
    pub(super) fn issue(&mut self, grant: &Grant, now: Timestamp) -> (String, String) {
        self.access.retain(|_, kept| kept.expires > now);
        self.refresh.retain(|_, kept| kept.expires > now);
        let keep = |seconds| Kept { grant: grant.clone(), expires: clock::after(now, seconds) };
        let (access, refresh) = (random::token(200), random::token(160));
        self.access.insert(access.clone(), keep(ACCESS_S));
        self.refresh.insert(refresh.clone(), keep(REFRESH_S));
        (access, refresh)
    }

    /// Ends every session: refresh tokens at once, and access tokens too, as continuous access evaluation does for Graph.
    pub(crate) fn revoke(&mut self) {
        self.access.clear();
        self.revoked.extend(std::mem::take(&mut self.refresh).into_keys());
    }

    /// # Errors
    /// `invalid_grant`.
    pub(super) fn renew(
        &self,
        client_id: &str,
        refresh_token: &str,
        now: Timestamp,
    ) -> Result<Grant, Refusal> {
        match self.refresh.get(refresh_token) {
            Some(kept) if kept.grant.client_id == client_id && kept.expires > now => {
                Ok(Grant { nonce: None, ..kept.grant.clone() })
            }
            Some(kept) if kept.grant.client_id == client_id => Err(Refusal::new(
                "invalid_grant",
                700_082,
                "The refresh token has expired due to inactivity.",
            )),
            None if self.revoked.contains(refresh_token) => Err(Refusal::new(
                "invalid_grant",
                50_173,
                "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
            )),
            _ => Err(Refusal::new(
                "invalid_grant",
                9_002_313,
                "Invalid request. Request is malformed or invalid.",
            )),
        }
    }
}
