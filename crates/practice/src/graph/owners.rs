//! `/applications/{id}/owners` ("application: add owner", "application: remove owner").

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::{delete, get, post};
use serde_json::{Value, json};

use super::caller::Caller;
use super::query::{self, Query};
use super::refusal::Refusal;
use crate::app::App;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/applications/{id}/owners", get(list))
        .route("/applications/{id}/owners/$ref", post(add))
        .route("/applications/{id}/owners/{owner}/$ref", delete(remove))
}

async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    caller.may_use_applications()?;
    let query = Query::of(&uri, &headers, &["$select"])?;
    let mut world = app.world().await;
    let found = world.entra.directory.application(app.clock().now(), |application| application.id == id);
    let owners = found.ok_or_else(|| Refusal::not_found(&id))?.owners.clone();
    let owners: Vec<Value> = owners
        .iter()
        .filter_map(|owner| world.entra.account(owner))
        .map(|owner| json!({"id": owner.id, "displayName": owner.display_name}))
        .collect();
    query.list(&owners)
}

async fn add(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let fields = query::object(&body, &["@odata.id"])?;
    let reference = fields.get("@odata.id").and_then(Value::as_str).unwrap_or_default();
    let at = format!("{}/v1.0/directoryObjects/", app.urls().graph);
    let owner = reference.strip_prefix(&at).ok_or_else(|| {
        Refusal::bad_request("Invalid URL format specified in @odata.id for the resource reference update.")
    })?;
    let mut world = app.world().await;
    world.entra.account(owner).ok_or_else(|| Refusal::not_found(owner))?;
    let application =
        world.entra.directory.application(app.clock().now(), |application| application.id == id);
    let application = application.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(application)?;
    if application.owners.iter().any(|one| one == owner) {
        return Err(Refusal::bad_request(
            "One or more added object references already exist for the following modified properties: 'owners'.",
        ));
    }
    application.owners.push(owner.to_owned());
    Ok(StatusCode::NO_CONTENT)
}

async fn remove(
    State(app): State<App>,
    caller: Caller,
    Path((id, owner)): Path<(String, String)>,
) -> Result<StatusCode, Refusal> {
    let mut world = app.world().await;
    let application =
        world.entra.directory.application(app.clock().now(), |application| application.id == id);
    let application = application.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(application)?;
    let before = application.owners.len();
    application.owners.retain(|one| *one != owner);
    if application.owners.len() == before {
        return Err(Refusal::not_found(&owner));
    }
    Ok(StatusCode::NO_CONTENT)
}
