//! `/{table}_list.do`: the rows of a table.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use super::denied;
use super::forms::Layout;
use crate::app::App;
use crate::instance::access::Caller;
use crate::instance::login::Visitor;
use crate::instance::query::{self, NotSimulated};
use crate::instance::schema::Table;
use crate::instance::tables::{Row, Tables};
use crate::page::Page;

/// How many rows and columns a list shows.
const ROWS: usize = 100;
const COLUMNS: usize = 4;

pub(super) fn routes(table: &'static Table) -> Router<App> {
    let list = move |app, visitor, parameters| show(app, visitor, parameters, table);
    Router::new().route(&format!("/{}_list.do", table.name), get(list))
}

#[derive(Deserialize)]
pub(super) struct Parameters {
    #[serde(default)]
    sysparm_query: String,
}

async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(parameters): Query<Parameters>,
    table: &'static Table,
) -> Response {
    if !visitor.caller.may_query(table.name) {
        return denied();
    }
    let world = app.world().await;
    let tables = &world.instance.tables;
    let rows = match query::Query::parse(&parameters.sysparm_query, table, &visitor.caller.sys_id) {
        Ok(query) => query.run(tables, table),
        Err(NotSimulated(part)) => {
            let message = html! { p class="problem" { "Practice does not simulate the query " (part) } };
            return (StatusCode::NOT_IMPLEMENTED, Page::new(table.label, message)).into_response();
        }
    };
    let body = html! {
        @if table.name == "oauth_entity" {
            p { "New: " }
            ul {
                li {
                    a id="new-client" href="/oauth_entity.do?sys_id=-1&sysparm_query=type=client" {
                        "Create an OAuth API endpoint for external clients"
                    }
                }
                li {
                    a id="new-provider" href="/oauth_entity.do?sys_id=-1&sysparm_query=type=oauth_provider" {
                        "Connect to a third party OAuth Provider"
                    }
                }
            }
        } @else if visitor.caller.may_write(table.name) {
            p { a id="new" href={ "/" (table.name) ".do?sys_id=-1" } { "New" } }
        }
        (rows_of(tables, table, &rows, &visitor.caller))
        p { a href="/navpage.do" { "All" } }
    };
    Page::new(table.label, body).into_response()
}

/// A table of rows, each with a link to its form.
pub(super) fn rows_of(tables: &Tables, table: &'static Table, rows: &[&Row], caller: &Caller) -> Markup {
    let columns: Vec<_> = Layout::of(table, &Row::default()).fields().take(COLUMNS).collect();
    let seen: Vec<_> = rows.iter().filter(|row| caller.may_see(table.name, row)).collect();
    html! {
        table {
            thead { tr { @for (_, label) in &columns { th { (label) } } } }
            tbody {
                @for row in seen.iter().take(ROWS) {
                    tr {
                        @for (at, (column, _)) in columns.iter().enumerate() {
                            @let shown = tables.display_value(column.kind, row.get(column.name));
                            td {
                                @if at == 0 {
                                    a href={ "/" (table.name) ".do?sys_id=" (row.sys_id()) } {
                                        @if shown.is_empty() { "(empty)" } @else { (shown) }
                                    }
                                } @else {
                                    (shown)
                                }
                            }
                        }
                    }
                }
            }
        }
        @if seen.len() > ROWS { p class="quiet" { "The first " (ROWS) " of " (seen.len()) "." } }
    }
}
