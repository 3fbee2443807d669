//! `/applications` ("application resource type").

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::caller::Caller;
use super::query::{self, Query, text};
use super::refusal::Refusal;
use crate::app::App;
use crate::entra::directory::Application;
use crate::world::World;

pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/applications", get(list).post(create))
        .route("/applications/{id}", get(one).patch(change).delete(delete))
}

/// "Supported accounts validation"; other values are refused.
const AUDIENCES: [&str; 4] =
    ["AzureADMyOrg", "AzureADMultipleOrgs", "AzureADandPersonalMicrosoftAccount", "PersonalMicrosoftAccount"];

const PROPERTIES: [&str; 7] = [
    "displayName",
    "uniqueName",
    "signInAudience",
    "web",
    "notes",
    "serviceManagementReference",
    "isDisabled",
];

/// An application as readers see it: secrets that have not reached them are left out.
pub(super) fn shape(
    app: &App,
    world: &mut World,
    now: Timestamp,
    is: impl Fn(&Application) -> bool,
) -> Option<Value> {
    let mut seen = world.entra.directory.application(now, is)?.clone();
    seen.passwords.retain(|password| world.entra.directory.is_seen(password.start, now));
    Some(seen_by_all(app, &seen))
}

/// With what Microsoft says of it.
pub(super) fn seen_by_all(app: &App, application: &Application) -> Value {
    let mut shape = application.shape();
    if app.microsoft_stopped_applications() {
        shape["disabledByMicrosoftStatus"] = "DisabledDueToViolationOfServicesAgreement".into();
    }
    shape
}

async fn list(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    caller.may_use_applications()?;
    let query = Query::of(&uri, &headers, &["$select", "$filter"])?;
    let name = query.equal_to("displayName")?;
    let world = app.world().await;
    let directory = &world.entra.directory;
    let now = app.clock().now();
    let found: Vec<Value> = directory
        .applications
        .iter()
        .filter(|application| application.deleted.is_none() && directory.is_seen(application.created, now))
        // Directory strings are compared without case.
        .filter(|application| {
            name.as_ref().is_none_or(|name| application.display_name.eq_ignore_ascii_case(name))
        })
        .map(|application| seen_by_all(&app, application))
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
    let mut world = app.world().await;
    let found = shape(&app, &mut world, app.clock().now(), |application| application.id == id);
    query.one(&found.ok_or_else(|| Refusal::not_found(&id))?)
}

async fn create(State(app): State<App>, caller: Caller, body: Bytes) -> Result<Response, Refusal> {
    caller.may_register()?;
    let fields = query::object(&body, &PROPERTIES)?;
    let name = text(&fields, "displayName")?.filter(|name| !name.is_empty() && name.chars().count() <= 256);
    let name = name.ok_or_else(|| {
        Refusal::bad_request("A value is required for property 'displayName' of resource 'Application'.")
    })?;
    let mut world = app.world().await;
    // Administrators are not made owners of what they create ("Delegate app registration permissions").
    let is_admin = caller.account.administers_applications();
    if !is_admin && app.scene().entra.quota_reached {
        return Err(Refusal::quota());
    }
    let owner = if is_admin { "" } else { &caller.account.id };
    let mut application = Application::new(&name, owner, app.clock().now());
    if let Some(unique) = text(&fields, "uniqueName")? {
        // The directory itself knows of all, whatever readers see.
        let taken = world
            .entra
            .directory
            .applications
            .iter()
            .any(|other| other.unique_name.as_ref() == Some(&unique));
        if taken {
            return Err(Refusal::same_key("uniqueName"));
        }
        application.unique_name = Some(unique);
    }
    set(&mut application, &fields)?;
    let shape = application.shape();
    world.entra.directory.applications.push(application);
    Ok(query::created(&shape))
}

async fn change(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refusal> {
    let fields = query::object(&body, &PROPERTIES)?;
    let mut world = app.world().await;
    let application =
        world.entra.directory.application(app.clock().now(), |application| application.id == id);
    let application = application.ok_or_else(|| Refusal::not_found(&id))?;
    caller.may_change(application)?;
    if fields.contains_key("uniqueName") {
        return Err(Refusal::bad_request("Property uniqueName is immutable."));
    }
    let mut changed = application.clone();
    if let Some(name) = text(&fields, "displayName")? {
        changed.display_name = name;
    }
    set(&mut changed, &fields)?;
    *application = changed;
    Ok(StatusCode::NO_CONTENT)
}

async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let mut world = app.world().await;
    let now = app.clock().now();
    let application = world.entra.directory.application(now, |application| application.id == id);
    caller.may_change(application.ok_or_else(|| Refusal::not_found(&id))?)?;
    world.entra.directory.delete(&id, now);
    Ok(StatusCode::NO_CONTENT)
}

/// Sets what both creating and changing may set.
fn set(application: &mut Application, fields: &Map<String, Value>) -> Result<(), Refusal> {
    if let Some(audience) = text(fields, "signInAudience")? {
        if !AUDIENCES.contains(&audience.as_str()) {
            return Err(Refusal::bad_request(
                "Invalid value specified for property 'signInAudience' of resource 'Application'.",
            ));
        }
        application.sign_in_audience = audience;
    }
    if let Some(web) = fields.get("web") {
        application.redirect_uris = redirect_uris(web)?;
    }
    if let Some(disabled) = fields.get("isDisabled") {
        application.disabled = disabled.as_bool().unwrap_or_default();
    }
    if fields.contains_key("notes") {
        application.notes = text(fields, "notes")?;
    }
    if fields.contains_key("serviceManagementReference") {
        application.service_management_reference = text(fields, "serviceManagementReference")?;
    }
    Ok(())
}

/// The whole list: Graph replaces what was there. Web redirects are `https`, or `http` on `localhost` ("Redirect URI (reply URL)
/// restrictions and limitations").
fn redirect_uris(web: &Value) -> Result<Vec<String>, Refusal> {
    let fields =
        web.as_object().ok_or_else(|| Refusal::bad_request("The property 'web' must be an object."))?;
    if let Some(unknown) = fields.keys().find(|field| *field != "redirectUris") {
        return Err(Refusal::not_simulated(&format!("the property web/{unknown}")));
    }
    let list = fields.get("redirectUris").and_then(Value::as_array);
    let list = list.ok_or_else(|| Refusal::bad_request("The property 'redirectUris' must be a list."))?;
    list.iter()
        .map(|uri| {
            let uri = uri.as_str().unwrap_or_default();
            let parsed = url::Url::parse(uri).ok();
            let fits = parsed.is_some_and(|url| {
                url.scheme() == "https"
                    || (url.scheme() == "http" && matches!(url.host_str(), Some("localhost" | "127.0.0.1")))
            });
            if fits {
                Ok(uri.to_owned())
            } else {
                Err(Refusal::bad_request(
                    "Invalid value specified for property 'redirectUris' of resource 'Application'.",
                ))
            }
        })
        .collect()
}
