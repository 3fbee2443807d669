//! `/directory/deletedItems`, for applications.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::Value;

use super::caller::Caller;
use super::query::Query;
use super::refusal::Refusal;
use crate::app::App;
use crate::entra::directory::Application;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/directory/deletedItems/microsoft.graph.application", get(list))
        .route("/directory/deletedItems/{id}/restore", post(restore))
        .route("/directory/deletedItems/{id}", get(one).delete(purge))
}

async fn list(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    caller.may_use_applications()?;
    let query = Query::of(&uri, &headers, &["$select", "$filter", "$count"])?;
    let name = query.equal_to("displayName")?;
    if name.is_some() {
        query.must_be_advanced()?;
    }
    let world = app.world().await;
    let found: Vec<Value> = world
        .entra
        .directory
        .applications
        .iter()
        .filter(|application| application.deleted.is_some())
        .filter(|application| {
            name.as_ref().is_none_or(|name| application.display_name.eq_ignore_ascii_case(name))
        })
        .map(Application::shape)
        .collect();
    query.list(&found)
}

async fn one(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    caller.may_use_applications()?;
    let query = Query::of(&uri, &headers, &["$select"])?;
    let world = app.world().await;
    let applications = &world.entra.directory.applications;
    let found = applications.iter().find(|application| application.id == id && application.deleted.is_some());
    query.one(&found.ok_or_else(|| Refusal::not_found(&id))?.shape())
}

/// Its service principal is a deleted item of its own and does not come back with it.
async fn restore(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let mut world = app.world().await;
    let deleted = |application: &&mut Application| application.id == id && application.deleted.is_some();
    let application = world.entra.directory.applications.iter_mut().find(deleted);
    let application = application.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(application)?;
    application.deleted = None;
    Ok(axum::Json(application.shape()).into_response())
}

/// For good.
async fn purge(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let mut world = app.world().await;
    let applications = &mut world.entra.directory.applications;
    let at =
        applications.iter().position(|application| application.id == id && application.deleted.is_some());
    let at = at.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(&applications[at])?;
    applications.remove(at);
    Ok(StatusCode::NO_CONTENT)
}
