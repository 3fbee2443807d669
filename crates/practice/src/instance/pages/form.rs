//! `/{table}.do`: the form of one row, filled in before by `sysparm_query` where it is a new one.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use super::denied;
use super::forms::{Layout, related};
use super::list::rows_of;
use crate::app::App;
use crate::instance::business_rules::Aborted;
use crate::instance::login::{Submitted, Visitor};
use crate::instance::password2::MASK;
use crate::instance::schema::{Column, Kind, Table};
use crate::instance::tables::{Row, Tables};
use crate::page::Page;

/// The `sys_id` of a row that is still to be made.
const NEW: &str = "-1";

pub(super) fn routes(table: &'static Table) -> Router<App> {
    let show = move |app, visitor, parameters| show(app, visitor, parameters, table);
    let submit = move |app, submitted| submit(app, submitted, table);
    Router::new().route(&format!("/{}.do", table.name), get(show).post(submit))
}

#[derive(Deserialize)]
#[serde(default)]
struct Parameters {
    sys_id: String,
    sysparm_query: String,
    sysparm_transaction_scope: String,
    saved: bool,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            sys_id: NEW.to_owned(),
            sysparm_query: String::new(),
            sysparm_transaction_scope: String::new(),
            saved: false,
        }
    }
}

/// What stands in a new form: the columns' defaults, then `column=value^column=value`.
fn prefilled(table: &'static Table, encoded: &str) -> Row {
    let mut row: Row = table.columns().map(|column| (column.name, column.default)).collect();
    for (name, value) in encoded.split('^').filter_map(|part| part.split_once('=')) {
        if let Some(column) = table.column(name).filter(|column| column.kind != Kind::Password2) {
            row.set(name, column.kind.normalized(value));
        }
    }
    row
}

async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(parameters): Query<Parameters>,
    table: &'static Table,
) -> Response {
    let world = app.world().await;
    let tables = &world.instance.tables;
    let may_write = visitor.caller.may_write(table.name);
    let new = parameters.sys_id == NEW;
    let row = if new {
        Some(prefilled(table, &parameters.sysparm_query)).filter(|_| may_write)
    } else {
        tables.row(table, &parameters.sys_id).filter(|row| visitor.caller.may_see(table.name, row)).cloned()
    };
    let Some(row) = row else { return denied() };
    let layout = Layout::of(table, &row);
    let fields: Vec<_> = layout.fields().collect();
    let chosen_scope = if parameters.sysparm_transaction_scope.is_empty() {
        world.instance.application_of(&visitor.caller.sys_id)
    } else {
        &parameters.sysparm_transaction_scope
    };
    let scope = if new || row.get("sys_scope").is_empty() { chosen_scope } else { row.get("sys_scope") };
    let scope_name = tables.find("sys_scope", "sys_id", scope).map_or(scope, |row| row.get("name"));
    let hidden = table.columns.iter().filter(|column| {
        let shown = fields.iter().any(|(field, _)| field.name == column.name);
        new && !shown && row.get(column.name) != column.default
    });
    let body = html! {
        @if parameters.saved {
            p class="done" role="status" id="saved" { "Saved." }
            @if table.name == "oauth_entity" {
                p { "Client ID: " code id="client-id" { (row.get("client_id")) } }
            }
        }
        p class="quiet" { "Application: " (scope_name) ". " (layout.note) }
        form method="post" action={ "/" (table.name) ".do" } {
            (visitor.form_token())
            input type="hidden" name="sys_id" value=(parameters.sys_id);
            input type="hidden" name="sysparm_transaction_scope" value=(parameters.sysparm_transaction_scope);
            @for column in hidden { input type="hidden" name=(column.name) value=(row.get(column.name)); }
            @for (column, label) in &fields { (field(tables, column, label, row.get(column.name))) }
            @if may_write {
                @if new {
                    button class="primary" id="submit" name="action" value="save" { "Submit" }
                } @else {
                    button class="primary" id="update" name="action" value="save" { "Update" }
                    button id="delete" name="action" value="delete" { "Delete" }
                }
            }
        }
        @if !new {
            @for (name, column) in related(table.name) {
                @if let Some(other) = Table::named(name) {
                    h2 { (other.label) }
                    @let rows: Vec<_> = tables.rows(other).filter(|row| row.get(column) == parameters.sys_id).collect();
                    (rows_of(tables, other, &rows, &visitor.caller))
                    @if visitor.caller.may_write(name) {
                        p {
                            a id={ "new-" (name) } href={ "/" (name) ".do?sys_id=-1&sysparm_query=" (column) "=" (parameters.sys_id) } {
                                "New"
                            }
                        }
                    }
                }
            }
        }
        p { a href={ "/" (table.name) "_list.do" } { (table.label) } " · " a href="/navpage.do" { "All" } }
    };
    Page::new(layout.title, body).into_response()
}

/// The control for one column. Its id is the column's name.
fn field(tables: &Tables, column: &Column, label: &str, value: &str) -> Markup {
    let name = column.name;
    html! {
        @match column.kind {
            Kind::Flag => {
                label { input type="checkbox" id=(name) name=(name) value="true" checked[value == "true"]; (label) }
            }
            Kind::Choice(choices) => {
                label for=(name) { (label) }
                select id=(name) name=(name) {
                    @if value.is_empty() { option value="" selected { "-- None --" } }
                    @for (choice, text) in choices {
                        @if !choice.is_empty() { option value=(choice) selected[*choice == value] { (text) } }
                    }
                }
            }
            Kind::Reference(referred) => {
                label for=(name) { (label) }
                select id=(name) name=(name) {
                    option value="" { "-- None --" }
                    @if let Some(referred) = Table::named(referred) {
                        @for row in tables.rows(referred) {
                            option value=(row.sys_id()) selected[row.sys_id() == value] { (tables.title(referred, row)) }
                        }
                    }
                }
            }
            Kind::Password2 => {
                label for=(name) { (label) }
                @let kept = if value.is_empty() { "" } else { MASK };
                input type="password" id=(name) name=(name) autocomplete="off" placeholder=(kept);
            }
            Kind::Text | Kind::Integer | Kind::Time => {
                label for=(name) { (label) }
                input type="text" id=(name) name=(name) value=(value) autocomplete="off";
            }
        }
    }
}

async fn submit(State(app): State<App>, submitted: Submitted, table: &'static Table) -> Response {
    let Submitted { visitor, fields } = submitted;
    if !visitor.caller.may_write(table.name) {
        return denied();
    }
    let mut world = app.world().await;
    let mut author = visitor.author(&app, &world.instance);
    let tables = &mut world.instance.tables;
    let sys_id = fields.get("sys_id");
    let new = sys_id == NEW;
    if !new && tables.row(table, sys_id).is_none() {
        return denied();
    }
    if fields.get("action") == "delete" {
        return match tables.delete(table, sys_id, &author) {
            Ok(()) => Redirect::to(&format!("/{}_list.do", table.name)).into_response(),
            Err(refused) => aborted(&refused),
        };
    }
    let scope = fields.get("sysparm_transaction_scope");
    if tables.find("sys_scope", "sys_id", scope).is_some() {
        author.scope = scope.to_owned();
    }
    let mut values: Row =
        fields.iter().filter(|(name, _)| table.columns.iter().any(|column| column.name == *name)).collect();
    let layout = Layout::of(table, if new { &values } else { tables.row(table, sys_id).unwrap_or(&values) });
    for (column, _) in layout.fields() {
        match column.kind {
            // A box that is not ticked is not sent.
            Kind::Flag => values.set(column.name, fields.flag(column.name)),
            Kind::Password2 => match fields.get(column.name) {
                "" => values.unset(column.name),
                clear => values.set(column.name, tables.keys.encrypt(clear)),
            },
            _ => {}
        }
    }
    let written = if new {
        tables.insert(table, &values, &author)
    } else {
        tables.update(table, sys_id, &values, &author).map(|()| sys_id.to_owned())
    };
    match written {
        Ok(sys_id) => Redirect::to(&format!("/{}.do?sys_id={sys_id}&saved=true", table.name)).into_response(),
        Err(refused) => aborted(&refused),
    }
}

/// The page that tells that a business rule refused a write.
pub(super) fn aborted(refused: &Aborted) -> Response {
    let body = html! {
        p class="problem" role="alert" id="problem" { (refused.detail()) }
        p { "Nothing was saved. Go back to change the form." }
    };
    (StatusCode::FORBIDDEN, Page::new("Invalid update", body)).into_response()
}
