//! The Table API: `/api/now/table/{table}` and `/api/now/table/{table}/{sys_id}`, also as v1 and v2.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::Instance;
use super::access::Caller;
use super::basic;
use super::business_rules;
use super::input;
use super::parameters::Parameters;
use super::query::Query;
use super::refusal::Refusal;
use super::rendering::Rendering;
use super::schema::Table;
use super::tables::{Author, Row};
use crate::app::App;

const JSON: &str = "application/json";

pub(super) fn routes() -> Router<App> {
    ["/api/now", "/api/now/v1", "/api/now/v2"].into_iter().fold(Router::new(), |router, base| {
        router.route(&format!("{base}/table/{{table}}"), get(list).post(create)).route(
            &format!("{base}/table/{{table}}/{{sys_id}}"),
            get(read).patch(update).put(update).delete(delete),
        )
    })
}

/// A request that passed authentication and content negotiation.
struct Call {
    caller: Caller,
    table: &'static Table,
    parameters: Parameters,
}

impl Call {
    fn begin(
        app: &App,
        instance: &Instance,
        headers: &HeaderMap,
        uri: &Uri,
        table: &str,
    ) -> Result<Self, Refusal> {
        // Since June 2026 instances refuse Basic to people who sign in interactively ("Basic authentication restriction").
        let basic =
            || basic::caller(headers, &instance.tables).filter(|_| !app.scene().instance.basic_restricted);
        let caller = bearer(headers)
            .and_then(|token| instance.grants.bearer(token, app.clock().now()))
            .or_else(basic)
            .and_then(|user| Caller::of(&instance.tables, user))
            .ok_or_else(Refusal::not_authenticated)?;
        accepts_json(headers)?;
        let table = Table::named(table).ok_or_else(|| Refusal::invalid_table(table))?;
        let closed = instance
            .tables
            .find("sys_db_object", "name", table.name)
            .is_none_or(|row| !row.is_true("ws_access"));
        if closed {
            return Err(Refusal::closed_to_web_services());
        }
        Ok(Self { caller, table, parameters: Parameters::of(uri)? })
    }

    /// The row of that id, if the caller may see it.
    fn row<'a>(&self, instance: &'a Instance, sys_id: &str) -> Result<&'a Row, Refusal> {
        instance
            .tables
            .row(self.table, sys_id)
            .filter(|row| self.caller.may_see(self.table.name, row))
            .ok_or_else(Refusal::no_record)
    }

    fn may_write(&self, verb: &str) -> Result<(), Refusal> {
        if self.caller.may_write(self.table.name) { Ok(()) } else { Err(Refusal::write_denied(verb)) }
    }

    /// Some records want the role security_admin, which is taken on in the instance for one session ("Elevate to a privileged role").
    /// A token never has it.
    fn is_elevated(&self, app: &App, verb: &str) -> Result<(), Refusal> {
        let wanted = matches!(self.table.name, "sys_db_object" | "sys_scope_privilege");
        if wanted && app.scene().instance.elevation_needed {
            Err(Refusal::write_denied(verb))
        } else {
            Ok(())
        }
    }

    fn author(&self, app: &App, instance: &Instance) -> Author {
        let current = || instance.application_of(&self.caller.sys_id).to_owned();
        let named = |scope: &String| {
            let by =
                if instance.tables.find("sys_scope", "sys_id", scope).is_some() { "sys_id" } else { "scope" };
            instance.tables.find("sys_scope", by, scope).map(|row| row.sys_id().to_owned())
        };
        Author {
            user_name: self.caller.user_name.clone(),
            now: app.clock().now(),
            scope: self.parameters.transaction_scope.as_ref().and_then(named).unwrap_or_else(current),
            instance: app.urls().instance.clone(),
        }
    }

    fn rendered(&self, app: &App, instance: &Instance, row: &Row) -> Value {
        self.rendering(app, instance).row(self.table, row)
    }

    fn rendering<'a>(&'a self, app: &'a App, instance: &'a Instance) -> Rendering<'a> {
        Rendering {
            tables: &instance.tables,
            caller: &self.caller,
            parameters: &self.parameters,
            instance: &app.urls().instance,
        }
    }
}

async fn list(
    State(app): State<App>,
    Path(table): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let world = app.world().await;
    let instance = &world.instance;
    let call = Call::begin(&app, instance, &headers, &uri, &table)?;
    if !call.caller.may_query(call.table.name) {
        return Err(Refusal::query_denied());
    }
    let parameters = &call.parameters;
    let mut query = Query::parse(&parameters.query, call.table, &call.caller.sys_id)?;
    for (path, value) in &parameters.equals {
        query.and_equals(call.table, path, value);
    }
    let strict = instance.property_is_true("glide.invalid_query.returns_no_rows");
    let rows = if query.invalid && strict { Vec::new() } else { query.run(&instance.tables, call.table) };
    let total = rows.len();
    // The page is cut before access is looked at, so that an empty page need not be the last one.
    let page: Vec<Value> = rows
        .into_iter()
        .skip(parameters.offset)
        .take(parameters.limit)
        .filter(|row| call.caller.may_see(call.table.name, row))
        .map(|row| call.rendered(&app, instance, row))
        .collect();
    if page.is_empty() && total == 0 && uri.path().starts_with("/api/now/v1/") {
        return Err(Refusal::no_record());
    }
    let mut answer = Json(json!({ "result": page })).into_response();
    let answer_headers = answer.headers_mut();
    if parameters.count {
        answer_headers.insert("X-Total-Count", total.into());
    }
    if let Some(links) = links(&app.urls().instance, &uri, parameters, total) {
        answer_headers.insert(header::LINK, links);
    }
    Ok(answer)
}

async fn read(
    State(app): State<App>,
    Path((table, sys_id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let world = app.world().await;
    let call = Call::begin(&app, &world.instance, &headers, &uri, &table)?;
    let row = call.row(&world.instance, &sys_id)?;
    Ok(Json(json!({ "result": call.rendered(&app, &world.instance, row) })).into_response())
}

async fn create(
    State(app): State<App>,
    Path(table): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let mut world = app.world().await;
    let call = Call::begin(&app, &world.instance, &headers, &uri, &table)?;
    brings_json(&headers)?;
    call.may_write("Insert")?;
    call.is_elevated(&app, "Insert")?;
    let author = call.author(&app, &world.instance);
    let tables = &mut world.instance.tables;
    let values = input::values(tables, call.table, &body, call.parameters.input_display_value)?;
    let sys_id = tables.insert(call.table, &values, &author)?;
    if app.scene().instance.no_profiles && call.table.name == "oauth_entity" {
        business_rules::forget_default_profile(tables, &sys_id);
    }
    let row = call.row(&world.instance, &sys_id)?;
    let location = format!("{}/api/now/table/{}/{sys_id}", app.urls().instance, call.table.name);
    let body = json!({ "result": call.rendered(&app, &world.instance, row) });
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], Json(body)).into_response())
}

async fn update(
    State(app): State<App>,
    Path((table, sys_id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let mut world = app.world().await;
    let call = Call::begin(&app, &world.instance, &headers, &uri, &table)?;
    brings_json(&headers)?;
    call.row(&world.instance, &sys_id)?;
    call.may_write("Update")?;
    call.is_elevated(&app, "Update")?;
    let author = call.author(&app, &world.instance);
    let tables = &mut world.instance.tables;
    let values = input::values(tables, call.table, &body, call.parameters.input_display_value)?;
    let values = if app.scene().instance.secrets_malformed {
        input::malformed(tables, values)
    } else if app.scene().replaced_secret_malformed {
        input::replacing(tables, call.table, &sys_id, values)
    } else {
        values
    };
    tables.update(call.table, &sys_id, &values, &author)?;
    let row = call.row(&world.instance, &sys_id)?;
    Ok(Json(json!({ "result": call.rendered(&app, &world.instance, row) })).into_response())
}

async fn delete(
    State(app): State<App>,
    Path((table, sys_id)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<StatusCode, Refusal> {
    let mut world = app.world().await;
    let call = Call::begin(&app, &world.instance, &headers, &uri, &table)?;
    call.row(&world.instance, &sys_id)?;
    call.may_write("Delete")?;
    call.is_elevated(&app, "Delete")?;
    let author = call.author(&app, &world.instance);
    world.instance.tables.delete(call.table, &sys_id, &author)?;
    Ok(StatusCode::NO_CONTENT)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

/// `Accept` must be there (ServiceNow's "REST API" page) and admit JSON.
fn accepts_json(headers: &HeaderMap) -> Result<(), Refusal> {
    match text(headers, header::ACCEPT) {
        None => Err(Refusal::bad_request("Accept header is missing", None)),
        Some(accept) if accept.contains(JSON) || accept.contains("*/*") => Ok(()),
        Some(accept) => Err(Refusal::unsupported_media_type(accept)),
    }
}

fn brings_json(headers: &HeaderMap) -> Result<(), Refusal> {
    match text(headers, header::CONTENT_TYPE) {
        None => Err(Refusal::bad_request("Content-Type header is missing", None)),
        Some(given) if given.starts_with(JSON) => Ok(()),
        Some(given) => Err(Refusal::unsupported_media_type(given)),
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The `Link` header: the first, previous, next and last page.
fn links(instance: &str, uri: &Uri, parameters: &Parameters, total: usize) -> Option<HeaderValue> {
    if !parameters.pagination_header || parameters.limit == 0 || total <= parameters.limit {
        return None;
    }
    let (limit, offset) = (parameters.limit, parameters.offset);
    let last = (total - 1) / limit * limit;
    let kept: Vec<(String, String)> = url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
        .filter(|(name, _)| name != "sysparm_offset")
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let link = |rel: &str, offset: usize| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&kept).append_pair("sysparm_offset", &offset.to_string());
        format!("<{instance}{}?{}>;rel=\"{rel}\"", uri.path(), query.finish())
    };
    let mut links = vec![link("first", 0)];
    if offset > 0 {
        links.push(link("prev", offset.saturating_sub(limit)));
    }
    if offset + limit < total {
        links.push(link("next", offset + limit));
    }
    links.push(link("last", last));
    HeaderValue::from_str(&links.join(",")).ok()
}
