//! `/policies/defaultAppManagementPolicy` ("tenantAppManagementPolicy resource type").

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};

use super::caller::Caller;
use super::query::Query;
use super::refusal::Refusal;
use crate::app::App;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/policies/defaultAppManagementPolicy", get(policy))
}

async fn policy(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    caller.may_read_policies()?;
    let scene = &app.scene().entra;
    let restriction = |kind: &str, state: bool, lifetime: Value| {
        json!({
            "restrictionType": kind,
            "state": if state { "enabled" } else { "disabled" },
            "maxLifetime": lifetime,
            "restrictForAppsCreatedAfterDateTime": "2020-01-01T00:00:00Z",
        })
    };
    let lifetime = scene.longest_secret_days.map_or(Value::Null, |days| json!(format!("P{days}D")));
    Query::of(&uri, &headers, &[])?.one(&json!({
        "id": "00000000-0000-0000-0000-000000000000",
        "displayName": "Default app management tenant policy",
        "description": "Default tenant policy that enforces app management restrictions.",
        "isEnabled": !scene.secrets_allowed || scene.longest_secret_days.is_some(),
        "applicationRestrictions": {
            "passwordCredentials": [
                restriction("passwordAddition", !scene.secrets_allowed, Value::Null),
                restriction("passwordLifetime", scene.longest_secret_days.is_some(), lifetime),
            ],
            "keyCredentials": [],
        },
    }))
}
