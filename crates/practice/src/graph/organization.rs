//! The tenant and the signed-in person.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use axum::routing::get;
use serde_json::json;

use super::caller::Caller;
use super::query::Query;
use super::refusal::Refusal;
use crate::app::App;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/me", get(me)).route("/organization", get(organization))
}

async fn me(caller: Caller, uri: Uri, headers: HeaderMap) -> Result<Response, Refusal> {
    let account = &caller.account;
    Query::of(&uri, &headers, &["$select"])?.one(&json!({
        "id": account.id,
        "userPrincipalName": account.user_principal_name,
        "displayName": account.display_name,
    }))
}

async fn organization(
    State(app): State<App>,
    _caller: Caller,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let world = app.world().await;
    let tenant = &world.entra.tenant;
    Query::of(&uri, &headers, &["$select"])?.list(&[json!({
        "id": tenant.id,
        "displayName": tenant.display_name,
        "verifiedDomains": [
            { "name": tenant.custom_domain, "isDefault": true, "isInitial": false },
            { "name": tenant.initial_domain, "isDefault": false, "isInitial": true },
        ],
    })])
}
