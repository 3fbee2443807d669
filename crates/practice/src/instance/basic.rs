//! HTTP Basic at the REST API ("Basic authentication", ServiceNow REST API reference), as scripts and most clients use it.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::tables::{Row, Tables};

/// Practice asks for no password in its pages; where a protocol wants one, this is everybody's.
pub(crate) const PASSWORD: &str = "practice";

/// The active user with that name and the password.
pub(crate) fn user<'a>(tables: &'a Tables, user_name: &str, password: &str) -> Option<&'a Row> {
    tables
        .find("sys_user", "user_name", user_name)
        .filter(|user| user.is_true("active") && !user.is_true("locked_out") && password == PASSWORD)
}

/// The `sys_id` of the user whom the request's Basic credentials name.
pub(super) fn caller<'a>(headers: &HeaderMap, tables: &'a Tables) -> Option<&'a str> {
    let (scheme, credentials) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let credentials = String::from_utf8(STANDARD.decode(credentials.trim()).ok()?).ok()?;
    let (user_name, password) = credentials.split_once(':')?;
    user(tables, user_name, password).map(Row::sys_id)
}
