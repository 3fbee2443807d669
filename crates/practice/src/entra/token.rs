//! The token endpoints, v2.0 and v1.

use axum::extract::{Form as Posted, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Entra;
use super::directory::Fit;
use super::grants::{ACCESS_S, Grant};
use super::refusal::Refusal;
use super::tenant::Tenant;
use crate::app::App;
use crate::instance::session::Fields;
use crate::site::Service;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/{tenant}/oauth2/v2.0/token", post(v2)).route("/{tenant}/oauth2/token", post(v1))
}

/// The world's file holds a key that cannot be used.
pub(super) fn broken(error: std::io::Error) -> Response {
    tracing::error!(%error, "Entra's signing key cannot be used");
    crate::refusal::of(
        Service::Login,
        StatusCode::INTERNAL_SERVER_ERROR,
        "Practice's signing key cannot be used.",
    )
}

/// A JSON answer that nobody may keep.
fn answered(body: Value) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

fn required<'a>(fields: &'a Fields, name: &str) -> Result<&'a str, Refusal> {
    Some(fields.get(name)).filter(|value| !value.is_empty()).ok_or_else(|| Refusal::malformed(name))
}

async fn v2(State(app): State<App>, Path(tenant): Path<String>, Posted(fields): Posted<Fields>) -> Response {
    let mut world = app.world().await;
    let now = app.clock().now();
    let answer = match fields.get("grant_type") {
        "client_credentials" => v2_client_credentials(&app, &mut world.entra, &tenant, &fields, now),
        _ => v2_person(&app, &mut world.entra, &tenant, &fields, now),
    };
    answer.unwrap_or_else(|refused| refused)
}

/// Tokens on behalf of a person.
fn v2_person(
    app: &App,
    entra: &mut Entra,
    tenant: &str,
    fields: &Fields,
    now: Timestamp,
) -> Result<Response, Response> {
    let grant = granted(entra, tenant, fields, now).map_err(IntoResponse::into_response)?;
    let (access, refresh) = entra.grants.issue(&grant, now);
    let has = |scope: &str| grant.scope.split_whitespace().any(|asked| asked == scope);
    let mut body = json!({
        "token_type": "Bearer",
        "scope": grant.rights.iter().map(|right| format!("{}/{right}", app.urls().graph)).collect::<Vec<_>>().join(" "),
        "expires_in": ACCESS_S,
        "ext_expires_in": ACCESS_S,
        "access_token": access,
    });
    if has("offline_access") {
        body["refresh_token"] = json!(refresh);
    }
    // What MSAL tells accounts of several tenants apart by.
    if fields.get("client_info") == "1" {
        let info = json!({"uid": grant.account, "utid": entra.tenant.id}).to_string();
        body["client_info"] = json!(URL_SAFE_NO_PAD.encode(info));
    }
    if has("openid") {
        body["id_token"] = json!(id_token(app, entra, &grant, now).map_err(broken)?);
    }
    Ok(answered(body))
}

fn granted(entra: &mut Entra, tenant: &str, fields: &Fields, now: Timestamp) -> Result<Grant, Refusal> {
    entra.authority(tenant)?;
    let client_id = required(fields, "client_id")?;
    match fields.get("grant_type") {
        "authorization_code" => entra.grants.redeem(
            client_id,
            required(fields, "code")?,
            required(fields, "redirect_uri")?,
            fields.get("code_verifier"),
            now,
        ),
        "urn:ietf:params:oauth:grant-type:device_code" => {
            entra.grants.poll(client_id, required(fields, "device_code")?, now)
        }
        "refresh_token" => entra.grants.renew(client_id, required(fields, "refresh_token")?, now),
        "" => Err(Refusal::malformed("grant_type")),
        other => Err(Refusal::new(
            "unsupported_grant_type",
            70_003,
            format!("The app requested an unsupported grant type '{other}'."),
        )),
    }
}

/// Claims: "ID token claims reference".
fn id_token(app: &App, entra: &Entra, grant: &Grant, now: Timestamp) -> std::io::Result<String> {
    let account = entra.account(&grant.account);
    let roles: Vec<&str> =
        account.iter().flat_map(|account| &account.roles).map(|role| role.template_id()).collect();
    let mut claims = json!({
        "ver": "2.0",
        "iss": super::discovery::issuer(app, &entra.tenant),
        "aud": grant.client_id,
        "tid": entra.tenant.id,
        "oid": grant.account,
        "sub": grant.account,
        "preferred_username": account.map(|account| &account.user_principal_name),
        "name": account.map(|account| &account.display_name),
        "wids": roles,
        "iat": now.as_second(),
        "nbf": now.as_second(),
        "exp": now.as_second() + ACCESS_S,
    });
    if let Some(nonce) = &grant.nonce {
        claims["nonce"] = json!(nonce);
    }
    entra.signing.token(&claims)
}

/// An application has no account that would say which tenant is meant.
///
/// # Errors
/// AADSTS9001023 and AADSTS50059 at the addresses for every tenant; AADSTS90002.
fn of_one_tenant<'a>(entra: &'a Entra, name: &str) -> Result<&'a Tenant, Refusal> {
    match name.to_ascii_lowercase().as_str() {
        "common" | "consumers" => Err(Refusal::new(
            "invalid_request",
            9_001_023,
            "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.",
        )),
        "organizations" => Err(Refusal::new(
            "invalid_request",
            50_059,
            "No tenant-identifying information found in either the request or implied by any provided credentials.",
        )),
        name => entra.tenant_named(name),
    }
}

/// An application signing in for itself. Its secret comes in the body.
///
/// # Errors
/// In the order in which Entra looks: tenant, client, secret, service principal.
fn authenticated<'a>(
    entra: &'a mut Entra,
    tenant: &str,
    fields: &Fields,
    now: Timestamp,
    app: &App,
) -> Result<(&'a Entra, Tenant), Refusal> {
    let tenant = of_one_tenant(entra, tenant)?.clone();
    let app_id = required(fields, "client_id")?;
    if fields.get("client_secret").is_empty() {
        return Err(Refusal::client(
            7_000_216,
            "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
        ));
    }
    match entra.directory.authenticate(app_id, fields.get("client_secret"), now) {
        None => return Err(Refusal::unknown_client(app_id, &tenant.display_name)),
        Some(Fit::Wrong) => {
            return Err(Refusal::client(
                7_000_215,
                format!(
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app_id}'."
                ),
            ));
        }
        Some(Fit::Expired) => {
            return Err(Refusal::client(
                7_000_222,
                format!("The provided client secret keys for app '{app_id}' are expired."),
            ));
        }
        Some(Fit::Good) => {}
    }
    let stopped = app.microsoft_stopped_applications();
    if app.scene().entra.applications_blocked {
        return Err(Refusal::new(
            "access_denied",
            53_003,
            "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
        ));
    }
    let has_principal = entra.directory.service_principals.iter().any(|principal| {
        principal.app_id.eq_ignore_ascii_case(app_id) && entra.directory.is_seen(principal.created, now)
    });
    if !has_principal {
        return Err(Refusal::new(
            "unauthorized_client",
            7_000_229,
            format!(
                "The client application {app_id} is missing service principal in the tenant {}.",
                tenant.id
            ),
        ));
    }
    let disabled = entra
        .directory
        .service_principals
        .iter()
        .any(|principal| principal.app_id.eq_ignore_ascii_case(app_id) && !principal.enabled)
        || entra
            .directory
            .applications
            .iter()
            .any(|application| application.app_id.eq_ignore_ascii_case(app_id) && application.disabled);
    if disabled || stopped {
        let text = format!("Application '{app_id}' is disabled.");
        return Err(Refusal::new("unauthorized_client", 7_000_112, text));
    }
    Ok((entra, tenant))
}

/// Who can be asked for by `resource` or scope: Graph, and the old directory service that v1 assumes.
fn audience(app: &App, resource: &str) -> Result<String, Refusal> {
    const OLD_DIRECTORY: &str = "00000002-0000-0000-c000-000000000000";
    let graph = &app.urls().graph;
    match resource.trim_end_matches('/') {
        "" | OLD_DIRECTORY if !app.scene().entra.old_directory_gone => Ok(OLD_DIRECTORY.to_owned()),
        "00000003-0000-0000-c000-000000000000" => Ok(graph.clone()),
        named if named == graph => Ok(graph.clone()),
        unknown => Err(Refusal::new(
            "invalid_resource",
            500_011,
            format!("The resource principal named {unknown} was not found in the tenant."),
        )),
    }
}

fn application_token(
    app: &App,
    entra: &Entra,
    app_id: &str,
    audience: &str,
    version: &str,
    now: Timestamp,
) -> std::io::Result<String> {
    entra.signing.token(&json!({
        "ver": version,
        "iss": if version == "1.0" { super::discovery::v1_issuer(&entra.tenant.id) } else { super::discovery::issuer(app, &entra.tenant) },
        "aud": audience,
        "appid": app_id,
        "tid": entra.tenant.id,
        "idtyp": "app",
        "iat": now.as_second(),
        "nbf": now.as_second(),
        "exp": now.as_second() + ACCESS_S,
    }))
}

fn v2_client_credentials(
    app: &App,
    entra: &mut Entra,
    tenant: &str,
    fields: &Fields,
    now: Timestamp,
) -> Result<Response, Response> {
    let checked = || -> Result<String, Refusal> {
        if !fields.get("resource").is_empty() {
            return Err(Refusal::new(
                "invalid_request",
                901_002,
                "The 'resource' request parameter is not supported.",
            ));
        }
        let scope = Some(fields.get("scope")).filter(|scope| !scope.is_empty()).ok_or_else(|| {
            Refusal::new(
                "invalid_request",
                90_014,
                "The required field 'scope' is missing from the credential.",
            )
        })?;
        let resource = scope.strip_suffix("/.default").ok_or_else(|| {
            Refusal::new("invalid_scope", 1_002_012, "The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.")
        })?;
        audience(app, resource)
    };
    let audience = checked().map_err(IntoResponse::into_response)?;
    let (entra, _) = authenticated(entra, tenant, fields, now, app).map_err(IntoResponse::into_response)?;
    let token =
        application_token(app, entra, fields.get("client_id"), &audience, "2.0", now).map_err(broken)?;
    Ok(answered(json!({
        "token_type": "Bearer",
        "expires_in": ACCESS_S,
        "ext_expires_in": ACCESS_S,
        "access_token": token,
    })))
}

/// v1 tells its numbers as strings.
async fn v1(State(app): State<App>, Path(tenant): Path<String>, Posted(fields): Posted<Fields>) -> Response {
    let mut world = app.world().await;
    let now = app.clock().now();
    v1_client_credentials(&app, &mut world.entra, &tenant, &fields, now).unwrap_or_else(|refused| refused)
}

fn v1_client_credentials(
    app: &App,
    entra: &mut Entra,
    tenant: &str,
    fields: &Fields,
    now: Timestamp,
) -> Result<Response, Response> {
    let checked = || match fields.get("grant_type") {
        "client_credentials" => audience(app, fields.get("resource")),
        "" => Err(Refusal::malformed("grant_type")),
        other => Err(Refusal::new(
            "unsupported_grant_type",
            70_003,
            format!("The app requested an unsupported grant type '{other}'."),
        )),
    };
    let audience = checked().map_err(IntoResponse::into_response)?;
    let (entra, _) = authenticated(entra, tenant, fields, now, app).map_err(IntoResponse::into_response)?;
    let token =
        application_token(app, entra, fields.get("client_id"), &audience, "1.0", now).map_err(broken)?;
    Ok(answered(json!({
        "token_type": "Bearer",
        "expires_in": ACCESS_S.to_string(),
        "ext_expires_in": ACCESS_S.to_string(),
        "expires_on": (now.as_second() + ACCESS_S).to_string(),
        "not_before": now.as_second().to_string(),
        "resource": audience,
        "access_token": token,
    })))
}
