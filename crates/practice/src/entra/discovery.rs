//! What the tenant says of itself to anyone ("OpenID Connect on the Microsoft identity platform").

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::refusal::Refusal;
use super::tenant::{SHARED, Tenant};
use crate::app::App;
use crate::instance::session::Fields;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/{tenant}/v2.0/.well-known/openid-configuration", get(configuration))
        .route("/{tenant}/discovery/v2.0/keys", get(keys))
        .route("/{tenant}/.well-known/openid-configuration", get(v1_configuration))
        .route("/{tenant}/discovery/keys", get(keys))
        .route("/{tenant}/discovery/instance", get(instance))
}

/// The `iss` of v2.0 tokens.
pub(super) fn issuer(app: &App, tenant: &Tenant) -> String {
    format!("{}/{}/v2.0", app.urls().login, tenant.id)
}

/// The `iss` of v1 tokens. It is a name: nothing is asked there.
pub(super) fn v1_issuer(tenant: &str) -> String {
    format!("https://sts.windows.net/{tenant}/")
}

fn host(url: &str) -> String {
    url.split_once("://").map_or("", |(_, host)| host).to_owned()
}

/// The tenant part of endpoints, and what stands for the tenant in the issuer: where no tenant is named, tokens have the account's.
fn parts(tenant: &Tenant, name: &str) -> (String, String) {
    if SHARED.iter().any(|shared| shared.eq_ignore_ascii_case(name)) {
        (name.to_ascii_lowercase(), "{tenantid}".to_owned())
    } else {
        (tenant.id.clone(), tenant.id.clone())
    }
}

async fn configuration(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Refusal> {
    let world = app.world().await;
    let tenant = world.entra.authority(&name)?;
    let (authority, in_issuer) = parts(tenant, &name);
    let at = |rest: &str| format!("{}/{authority}/{rest}", app.urls().login);
    // A tenant of another cloud is named at home there, wherever it is asked for.
    let government = app.scene().entra.government;
    let (region, part) = if government { ("USGov", Some("DOD")) } else { ("EU", None) };
    let (instance, msgraph) = if government {
        ("microsoftonline.us".to_owned(), "dod-graph.microsoft.us".to_owned())
    } else {
        (host(&app.urls().login), host(&app.urls().graph))
    };
    Ok(Json(json!({
        "issuer": format!("{}/{in_issuer}/v2.0", app.urls().login),
        "authorization_endpoint": at("oauth2/v2.0/authorize"),
        "token_endpoint": at("oauth2/v2.0/token"),
        "device_authorization_endpoint": at("oauth2/v2.0/devicecode"),
        "jwks_uri": at("discovery/v2.0/keys"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post"],
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
    world.entra.authority(&name).map_err(IntoResponse::into_response)?;
    let key = world.entra.signing.public().map_err(super::token::broken)?;
    Ok(Json(json!({ "keys": [key] })).into_response())
}

/// The document of the older endpoints.
async fn v1_configuration(State(app): State<App>, Path(name): Path<String>) -> Result<Response, Refusal> {
    let world = app.world().await;
    let tenant = world.entra.authority(&name)?;
    let (authority, in_issuer) = parts(tenant, &name);
    let at = |rest: &str| format!("{}/{authority}/{rest}", app.urls().login);
    Ok(Json(json!({
        "issuer": v1_issuer(&in_issuer),
        "authorization_endpoint": at("oauth2/authorize"),
        "token_endpoint": at("oauth2/token"),
        "device_authorization_endpoint": at("oauth2/devicecode"),
        "jwks_uri": format!("{}/common/discovery/keys", app.urls().login),
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
        "cloud_instance_name": host(&app.urls().login),
        "msgraph_host": host(&app.urls().graph),
    }))
    .into_response())
}

/// Whether a host is one of the cloud's, and which others mean the same: what MSAL asks before it trusts an authority.
async fn instance(State(app): State<App>, Query(fields): Query<Fields>) -> Result<Response, Refusal> {
    let login = host(&app.urls().login);
    let asked = host(fields.get("authorization_endpoint"));
    let (asked, path) = asked.split_once('/').unwrap_or((&asked, ""));
    if asked != login {
        return Err(Refusal::new(
            "invalid_instance",
            50_049,
            "Unknown or invalid instance. Discovery is only possible for the instances of this cloud.",
        ));
    }
    let tenant = path.split('/').next().unwrap_or_default();
    let v2 = if path.contains("/v2.0/") { "/v2.0" } else { "" };
    Ok(Json(json!({
        "tenant_discovery_endpoint":
            format!("{}/{tenant}{v2}/.well-known/openid-configuration", app.urls().login),
        "api-version": "1.1",
        "metadata": [{"preferred_network": login, "preferred_cache": login, "aliases": [login]}],
    }))
    .into_response())
}
