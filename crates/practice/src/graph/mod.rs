//! The part of Microsoft Graph v1.0 that registering an application needs.
//!
//! Shapes, codes and permissions: the reference of each resource in "Microsoft Graph REST API v1.0".

mod applications;
mod caller;
mod deleted_items;
mod organization;
mod owners;
mod passwords;
mod policies;
mod query;
pub(crate) mod refusal;
mod service_principals;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use axum::routing::get;
use serde_json::Value;

use crate::app::App;
use caller::Caller;
use query::Query;
use refusal::Refusal;

pub(crate) fn router(app: App) -> Router {
    let v1 = Router::new()
        .merge(organization::routes())
        .merge(applications::routes())
        .merge(owners::routes())
        .merge(policies::routes())
        .merge(passwords::routes())
        .merge(deleted_items::routes())
        .merge(service_principals::routes())
        .route("/{keyed}", get(by_key));
    Router::new().nest("/v1.0", v1).with_state(app)
}

/// An object by one of its alternate keys: `applications(appId='…')`.
async fn by_key(
    State(app): State<App>,
    _caller: Caller,
    Path(keyed): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let query = Query::of(&uri, &headers, &["$select"])?;
    let (set, key, value) = alternate_key(&keyed).ok_or_else(|| Refusal::not_simulated(&keyed))?;
    let mut world = app.world().await;
    let now = app.clock().now();
    let found: Option<Value> = match (set, key) {
        ("applications", "appId") => applications::shape(&app, &mut world, now, |application| {
            application.app_id.eq_ignore_ascii_case(&value)
        }),
        ("applications", "uniqueName") => applications::shape(&app, &mut world, now, |application| {
            application.unique_name.as_deref() == Some(&value)
        }),
        ("servicePrincipals", "appId") => service_principals::shape(&world, now, &value),
        _ => return Err(Refusal::not_simulated(&keyed)),
    };
    query.one(&found.ok_or_else(|| Refusal::not_found(&value))?)
}

/// Set, key and value of `set(key='value')`, quotes within the value doubled (OData 4.01, URL conventions, 5.1.1.14.1).
fn alternate_key(keyed: &str) -> Option<(&str, &str, String)> {
    let (set, rest) = keyed.split_once('(')?;
    let (key, value) = rest.strip_suffix(')')?.split_once('=')?;
    Some((set, key, query::literal(value)?))
}
