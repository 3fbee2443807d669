//! The control: what tests and the curious use to look at practice and to make things go wrong.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::faults::Rule;
use crate::traffic::Entry;

/// `key` is the first segment of every path; anything else is 404, so that a page in a browser cannot find it.
pub(crate) fn router(app: App, key: &str) -> Router {
    let routes = Router::new()
        .route("/state", get(state))
        .route("/requests", get(requests))
        .route("/faults", put(lay_faults).delete(clear_faults))
        .route("/held", get(held))
        .route("/clock", post(advance_clock))
        .route("/revoke", post(revoke_sessions))
        .with_state(app);
    Router::new().nest(&format!("/{key}"), routes)
}

/// Both organisations as they are, in their services' own shapes, without any secret's value.
async fn state(State(app): State<App>) -> Json<Value> {
    let world = app.world().await;
    let entra = &world.entra;
    Json(json!({
        "applications": entra.directory.applications(),
        "deletedApplications": entra.directory.deleted_applications(),
        "servicePrincipals": entra.directory.service_principals(),
        "tables": world.instance.tables_without_secrets(|client_id, secret| entra.directory.key_of_secret(client_id, secret)),
        "wizard": world.wizard.state(),
        "adminCenter": world.admin_center.state(),
    }))
}

async fn requests(State(app): State<App>) -> Json<Vec<Entry>> {
    Json(app.traffic().requests())
}

async fn held(State(app): State<App>) -> Json<Vec<Entry>> {
    Json(app.traffic().held())
}

async fn lay_faults(State(app): State<App>, body: String) -> Response {
    match serde_json::from_str::<Vec<Rule>>(&body) {
        Ok(rules) => {
            app.traffic().lay(rules);
            StatusCode::NO_CONTENT.into_response()
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    }
}

async fn clear_faults(State(app): State<App>) -> StatusCode {
    app.traffic().clear();
    StatusCode::NO_CONTENT
}

/// As an administrator does with "Revoke sessions" for each person of the tenant.
async fn revoke_sessions(State(app): State<App>) -> StatusCode {
    app.world().await.entra.grants.revoke();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    /// Seconds.
    advance_s: u32,
}

async fn advance_clock(State(app): State<App>, body: String) -> Response {
    match serde_json::from_str::<Advance>(&body) {
        Ok(Advance { advance_s }) => {
            // Through the world, so that the new time is saved with it.
            let world = &mut *app.world().await;
            world.clock.advance(advance_s);
            StatusCode::NO_CONTENT.into_response()
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    }
}
