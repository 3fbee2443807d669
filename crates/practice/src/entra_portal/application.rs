//! One app registration, without any secret's value.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;

use crate::app::App;
use crate::entra::directory::{Application, Directory, Password};
use crate::page::Page;

pub(super) const PATH: &str = "/application";

pub(super) fn routes() -> Router<App> {
    Router::new().route(PATH, get(show))
}

#[derive(Deserialize)]
struct Parameters {
    #[serde(default, rename = "appId")]
    app_id: String,
}

async fn show(State(app): State<App>, Query(Parameters { app_id }): Query<Parameters>) -> Response {
    let world = app.world().await;
    let directory = &world.entra.directory;
    let now = app.clock().now();
    let found = directory.applications.iter().find(|application| {
        application.app_id.eq_ignore_ascii_case(&app_id)
            && application.deleted.is_none()
            && directory.is_seen(application.created, now)
    });
    match found {
        Some(application) => {
            Page::new(application.display_name.as_str(), body(application, directory, now)).into_response()
        }
        None => {
            let body = html! {
                p class="problem" id="problem" { "There is no application with this ID, or it was deleted." }
                (back())
            };
            (StatusCode::NOT_FOUND, Page::new("Application not found", body)).into_response()
        }
    }
}

fn body(application: &Application, directory: &Directory, now: Timestamp) -> Markup {
    let has_principal = directory
        .service_principals
        .iter()
        .any(|principal| principal.app_id == application.app_id && directory.is_seen(principal.created, now));
    let seen = application.passwords.iter().filter(|password| directory.is_seen(password.start, now));
    let passwords: Vec<_> = seen.collect();
    html! {
        table {
            tbody {
                tr { th { "Application (client) ID" } td { code id="app-id" { (application.app_id) } } }
                tr { th { "Object ID" } td { code id="object-id" { (application.id) } } }
                tr { th { "Supported account types" } td id="audience" { (audience(&application.sign_in_audience)) } }
                tr {
                    th { "Service principal" }
                    td id="service-principal" {
                        @if has_principal { "There is one in this tenant." } @else { "There is none in this tenant." }
                    }
                }
            }
        }
        h2 { "Redirect URIs" }
        @if application.redirect_uris.is_empty() { p id="redirect-uris" { "There are none." } } @else {
            ul id="redirect-uris" { @for uri in &application.redirect_uris { li { code { (uri) } } } }
        }
        h2 { "Certificates & secrets" }
        @if passwords.is_empty() { p id="secrets" { "There are none." } } @else { (secrets(&passwords)) }
        (back())
    }
}

fn secrets(passwords: &[&Password]) -> Markup {
    html! {
        table id="secrets" {
            thead { tr { th { "Description" } th { "Expires" } th { "Value" } th { "Secret ID" } } }
            tbody {
                @for password in passwords {
                    tr {
                        td { (password.display_name.as_deref().unwrap_or_default()) }
                        td { (password.end.strftime("%Y-%m-%d %H:%M UTC")) }
                        td { (password.hint) "…" }
                        td { code { (password.key_id) } }
                    }
                }
            }
        }
    }
}

fn back() -> Markup {
    html! { p { a href="/" id="app-registrations" { "App registrations" } } }
}

/// Graph's `signInAudience` in the words of the portal.
fn audience(name: &str) -> &str {
    match name {
        "AzureADMyOrg" => "Accounts in this organizational directory only",
        "AzureADMultipleOrgs" => "Accounts in any organizational directory",
        "AzureADandPersonalMicrosoftAccount" => {
            "Accounts in any organizational directory and personal Microsoft accounts"
        }
        "PersonalMicrosoftAccount" => "Personal Microsoft accounts only",
        other => other,
    }
}
