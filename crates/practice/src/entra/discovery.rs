//! What the tenant says of itself to anyone ("OpenID Connect on the Microsoft identity platform").

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::refusal::Refusal;
use super::tenant::Tenant;
use crate::app::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{tenant}/v2.0/.well-known/openid-configuration", get(configuration))
        .route("/{tenant}/discovery/v2.0/keys", get(keys))
}

/// The `iss` of v2.0 tokens.
pub(super) fn issuer(app: &App, tenant: &Tenant) -> String {
    format!("{}/{}/v2.0", app.urls().login, tenant.id)
}

async fn configuration(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Refusal> {
    let world = app.world().await;
    let tenant = world.entra.tenant_named(&name)?;
    let at = |rest: &str| format!("{}/{}/{rest}", app.urls().login, tenant.id);
    let host = |url: &str| url.split_once("://").map_or("", |(_, host)| host).to_owned();
    // A tenant of another cloud is named at home there, wherever it is asked for.
    let government = app.scene().entra.government;
    let (region, part) = if government { ("USGov", Some("DOD")) } else { ("EU", None) };
    let (instance, msgraph) = if government {
        ("microsoftonline.us".to_owned(), "dod-graph.microsoft.us".to_owned())
    } else {
        (host(&app.urls().login), host(&app.urls().graph))
    };
    Ok(Json(json!({
        "issuer": issuer(&app, tenant),
        "authorization_endpoint": at("oauth2/v2.0/authorize"),
        "token_endpoint": at("oauth2/v2.0/token"),
        "device_authorization_endpoint": at("oauth2/v2.0/devicecode"),
        "jwks_uri": at("discovery/v2.0/keys"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "tenant_region_scope": region,
        "tenant_region_sub_scope": part,
        "cloud_instance_name": instance,
        "msgraph_host": msgraph,
    }))
    .into_response())
}

async fn keys(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Response> {
    let world = app.world().await;
    world.entra.tenant_named(&name).map_err(IntoResponse::into_response)?;
    let key = world.entra.signing.public().map_err(super::token::broken)?;
    Ok(Json(json!({ "keys": [key] })).into_response())
}
