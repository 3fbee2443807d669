//! `/servicePrincipals` ("servicePrincipal resource type").

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{delete, post};
use jiff::Timestamp;
use serde_json::Value;

use super::caller::Caller;
use super::query::{self, text};
use super::refusal::Refusal;
use crate::app::App;
use crate::entra::directory::ServicePrincipal;
use crate::random;
use crate::world::World;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/servicePrincipals", post(create))
        .route("/servicePrincipals/{id}", delete(remove).patch(change))
}

/// The service principal of an application, as readers see it.
pub(super) fn shape(world: &World, now: Timestamp, app_id: &str) -> Option<Value> {
    let directory = &world.entra.directory;
    let principal = directory
        .service_principals
        .iter()
        .find(|principal| principal.app_id.eq_ignore_ascii_case(app_id))?;
    directory.is_seen(principal.created, now).then(|| principal.shape())
}

async fn create(State(app): State<App>, caller: Caller, body: Bytes) -> Result<Response, Refusal> {
    let fields = query::object(&body, &["appId", "tags"])?;
    let app_id = text(&fields, "appId")?.unwrap_or_default();
    let tags = match fields.get("tags") {
        None => Vec::new(),
        Some(tags) => serde_json::from_value(tags.clone())
            .map_err(|_| Refusal::bad_request("The property 'tags' must be a list of strings."))?,
    };
    let mut world = app.world().await;
    let now = app.clock().now();
    let directory = &mut world.entra.directory;
    let application =
        directory.application(now, |application| application.app_id.eq_ignore_ascii_case(&app_id));
    let application = application.ok_or_else(|| Refusal::no_backing_application(&app_id))?.clone();
    caller.may_change(&application)?;
    if directory.service_principals.iter().any(|principal| principal.app_id == application.app_id) {
        return Err(Refusal::same_key("appId"));
    }
    let principal = ServicePrincipal {
        id: random::guid(),
        app_id: application.app_id,
        display_name: application.display_name,
        tags,
        enabled: true,
        owner_organization: world.entra.tenant.id.clone(),
        created: now,
    };
    let shape = principal.shape();
    world.entra.directory.service_principals.push(principal);
    Ok(query::created(&shape))
}

/// What may be changed here: whether it is enabled for anybody to sign in.
async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let fields = query::object(&body, &["accountEnabled"])?;
    let enabled = fields.get("accountEnabled").and_then(Value::as_bool);
    let enabled =
        enabled.ok_or_else(|| Refusal::bad_request("The property 'accountEnabled' must be a boolean."))?;
    let mut world = app.world().await;
    let directory = &mut world.entra.directory;
    let at = directory.service_principals.iter().position(|principal| principal.id == id);
    let at = at.ok_or_else(|| Refusal::not_found(&id))?;
    let app_id = directory.service_principals[at].app_id.clone();
    let application = directory.application(app.clock().now(), |application| application.app_id == app_id);
    caller.may_change(application.ok_or_else(|| Refusal::not_found(&id))?)?;
    directory.service_principals[at].enabled = enabled;
    Ok(StatusCode::NO_CONTENT)
}

async fn remove(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let mut world = app.world().await;
    let directory = &mut world.entra.directory;
    let now = app.clock().now();
    let at = directory.service_principals.iter().position(|principal| principal.id == id);
    let at = at.ok_or_else(|| Refusal::not_found(&id))?;
    let app_id = directory.service_principals[at].app_id.clone();
    if let Some(application) = directory.application(now, |application| application.app_id == app_id) {
        caller.may_change(application)?;
    }
    directory.service_principals.remove(at);
    Ok(StatusCode::NO_CONTENT)
}
