//! Sessions of people at their browsers, kept by a cookie, and the token that guards each form.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{clock, random};

/// How long a session lasts after sign-in, in seconds.
const LIFETIME_S: i64 = 8 * 3600;

/// The form field that carries [`Session::form_token`]; the name is ServiceNow's own.
pub(crate) const FORM_TOKEN: &str = "sysparm_ck";

#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    /// Who signed in; nobody yet on the sign-in page.
    pub user: Option<String>,
    /// What every form of this session must bring back, so that no other site can submit one.
    pub form_token: String,
    ends: Timestamp,
}

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Sessions {
    open: BTreeMap<String, Session>,
}

impl Sessions {
    /// Opens a session and answers its key, the value of the cookie.
    pub(crate) fn open(&mut self, user: Option<String>, now: Timestamp) -> String {
        self.open.retain(|_, session| session.ends > now);
        let key = random::hex32();
        let ends = clock::after(now, LIFETIME_S);
        self.open.insert(key.clone(), Session { user, form_token: random::hex32(), ends });
        key
    }

    pub(crate) fn close(&mut self, key: &str) {
        self.open.remove(key);
    }

    pub(crate) fn get(&self, key: &str, now: Timestamp) -> Option<&Session> {
        self.open.get(key).filter(|session| session.ends > now)
    }
}

/// The cookie that holds a session's key. Browsers tell services apart by host but not by port, so the name has the port.
pub(crate) struct Cookie(String);

impl Cookie {
    /// `url` is the address of the service.
    pub(crate) fn of(service: &str, url: &str) -> Self {
        let port = url.rsplit(':').next().unwrap_or_default();
        Self(format!("practice_{service}_{port}"))
    }

    pub(crate) fn read<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .find_map(|(name, value)| (name == self.0).then_some(value))
    }

    /// The header that has the browser keep `key`, or forget what it kept.
    pub(crate) fn set(&self, key: Option<&str>) -> (header::HeaderName, HeaderValue) {
        let cookie = match key {
            Some(key) => format!("{}={key}; Path=/; HttpOnly; SameSite=Lax", self.0),
            None => format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", self.0),
        };
        let value = HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""));
        (header::SET_COOKIE, value)
    }
}

/// The fields of a submitted form.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Fields(BTreeMap<String, String>);

impl Fields {
    /// The field's value without white space around it; empty where it is absent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    /// Whether a checkbox was ticked.
    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// `true` or `false` for a checkbox.
    pub(crate) fn flag(&self, name: &str) -> &'static str {
        if self.is_ticked(name) { "true" } else { "false" }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
