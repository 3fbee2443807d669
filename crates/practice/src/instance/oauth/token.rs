//! `/oauth_token.do` and `/oauth_revoke_token.do`.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::json;

use crate::app::App;
use crate::instance::Instance;
use crate::instance::basic;
use crate::instance::tables::Row;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/oauth_token.do", post(token))
        .route("/oauth_revoke_token.do", post(revoke).get(revoke))
}

type Form = BTreeMap<String, String>;

fn form(text: &[u8]) -> Form {
    url::form_urlencoded::parse(text).into_owned().collect()
}

/// Parameters count in the body only, as `glide.oauth.allow.parameters.in.post.body.only` is true by default.
async fn token(State(app): State<App>, headers: HeaderMap, body: Bytes) -> Response {
    let is_form = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|given| given.starts_with("application/x-www-form-urlencoded"));
    if !is_form {
        return refused(StatusCode::BAD_REQUEST, "unspecified error");
    }
    let form = form(&body);
    let get = |name: &str| form.get(name).map_or("", String::as_str);
    let now = app.clock().now();
    let mut world = app.world().await;
    let instance = &mut world.instance;
    let issued = client(instance, &form).and_then(|client| match get("grant_type") {
        "authorization_code" => {
            let verifier = get("code_verifier");
            instance.grants.redeem(&client, get("code"), get("redirect_uri"), verifier, now)
        }
        // Resource owner password credentials ("OAuth password grant"); no second factor is asked for.
        "password" => {
            let user = basic::user(&instance.tables, get("username"), get("password"));
            let user = user.map(|user| user.sys_id().to_owned())?;
            Some(instance.grants.vouched(&client, &user, now))
        }
        // On behalf of the user whom the client's record names; never for a public client.
        "client_credentials" if !client.is_true("public_client") => {
            let user = instance.tables.find("sys_user", "sys_id", client.get("user"))?.sys_id().to_owned();
            Some(instance.grants.vouched(&client, &user, now))
        }
        "refresh_token" => instance.grants.renew(&client, get("refresh_token"), now),
        _ => None,
    });
    match issued {
        None => refused(StatusCode::UNAUTHORIZED, "access_denied"),
        Some(issued) => {
            let body = json!({
                "access_token": issued.access_token,
                "refresh_token": issued.refresh_token,
                "scope": "useraccount",
                "token_type": "Bearer",
                "expires_in": issued.expires_in,
            });
            ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
        }
    }
}

/// The client that asks, authenticated by its secret unless it is a public one.
fn client(instance: &Instance, form: &Form) -> Option<Row> {
    let client = instance.tables.all("oauth_entity").find(|row| {
        row.get("type") == "client"
            && row.is_true("active")
            && form.get("client_id").is_some_and(|id| id == row.get("client_id"))
    })?;
    let secret = instance.tables.keys.decrypt(client.get("client_secret"));
    let authenticated = client.is_true("public_client")
        || (secret.is_some() && secret == form.get("client_secret").map(String::as_str));
    authenticated.then(|| client.clone())
}

/// Instances answer nearly everything that is wrong with the same body; the reason is in their log only.
fn refused(status: StatusCode, description: &str) -> Response {
    (status, Json(json!({ "error_description": description, "error": "server_error" }))).into_response()
}

/// Needs no authentication: whoever has the token may end it. In the address or, better, in the body.
async fn revoke(State(app): State<App>, uri: Uri, body: Bytes) -> StatusCode {
    let mut form = form(uri.query().unwrap_or_default().as_bytes());
    form.extend(self::form(&body));
    match form.get("token") {
        Some(token) => {
            app.world().await.instance.grants.revoke(token);
            StatusCode::OK
        }
        None => StatusCode::BAD_REQUEST,
    }
}
