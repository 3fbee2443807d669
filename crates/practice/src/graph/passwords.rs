//! `addPassword` and `removePassword`.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::caller::Caller;
use super::query::{self, text};
use super::refusal::Refusal;
use crate::app::App;
use crate::clock;
use crate::entra::directory::Password;

/// "The default value is 'startDateTime + 2 years'."
const DEFAULT_LIFETIME_S: i64 = 2 * 365 * 24 * 3600;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/applications/{id}/addPassword", post(add))
        .route("/applications/{id}/removePassword", post(remove))
}

async fn add(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let fields = query::object(&body, &["passwordCredential"])?;
    let fields = match fields.get("passwordCredential") {
        Some(inner) => query::object(inner.to_string().as_bytes(), &["displayName", "endDateTime"])?,
        None => Map::new(),
    };
    let now = app.clock().now();
    let end = match text(&fields, "endDateTime")? {
        Some(end) => end
            .parse::<Timestamp>()
            .map_err(|_| Refusal::bad_request("The property 'endDateTime' is no date."))?,
        None => clock::after(now, DEFAULT_LIFETIME_S),
    };
    if end <= now {
        return Err(Refusal::bad_request("Credential lifetime is invalid: endDateTime has passed."));
    }
    let policy = &app.scene().entra;
    if !policy.secrets_allowed {
        return Err(Refusal::policy("CredentialTypeNotAllowedAsPerAppPolicy", "Credential type"));
    }
    if policy.longest_secret_days.is_some_and(|days| end > clock::after(now, days * 24 * 3600 + 60)) {
        let what = "Credential lifetime exceeds the max value";
        return Err(Refusal::policy("CredentialInvalidLifetimeAsPerAppPolicy", what));
    }
    let mut world = app.world().await;
    let application = world.entra.directory.application(now, |application| application.id == id);
    let application = application.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(application)?;
    let (password, value) = Password::new(text(&fields, "displayName")?, now, end);
    let mut shape = password.shape();
    shape["secretText"] = json!(value);
    application.passwords.push(password);
    Ok(Json(shape).into_response())
}

async fn remove(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let fields = query::object(&body, &["keyId"])?;
    let key_id = fields.get("keyId").and_then(Value::as_str).unwrap_or_default();
    let mut world = app.world().await;
    let application =
        world.entra.directory.application(app.clock().now(), |application| application.id == id);
    let application = application.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(application)?;
    let before = application.passwords.len();
    application.passwords.retain(|password| password.key_id != key_id);
    if application.passwords.len() == before {
        return Err(Refusal::bad_request(format!("No password credential found with keyId '{key_id}'.")));
    }
    Ok(StatusCode::NO_CONTENT)
}
