//! All Available Applications: installing and updating the support integration.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;

use crate::app::App;
use crate::instance::login::{Submitted, Visitor};
use crate::instance::pages::denied;
use crate::instance::seed::{APP_NAME, APP_SCOPE, LATEST_VERSION};
use crate::instance::store_app;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/application_manager.do", get(show).post(install))
}

async fn show(State(app): State<App>, visitor: Visitor) -> Page {
    let world = app.world().await;
    let installed = world.instance.tables.find("sys_scope", "scope", APP_SCOPE).map(|row| row.get("version"));
    Page::new(
        "All Available Applications",
        html! {
            h2 { (APP_NAME) }
            p {
                @match installed {
                    Some(version) => { "Installed: version " span id="version" { (version) } "." }
                    None => { "Not installed." }
                }
            }
            @if installed != Some(LATEST_VERSION) {
                form method="post" action="/application_manager.do" {
                    (visitor.form_token())
                    button class="primary" id="install" {
                        @if installed.is_some() { "Update to " } @else { "Install " } (LATEST_VERSION)
                    }
                }
            }
            p { a href="/navpage.do" { "All" } }
        },
    )
}

async fn install(State(app): State<App>, submitted: Submitted) -> Response {
    let visitor = &submitted.visitor;
    if !visitor.caller.is_admin() {
        return denied();
    }
    let mut world = app.world().await;
    let author = visitor.author(&app, &world.instance);
    match store_app::install(&mut world.instance.tables, LATEST_VERSION, &author) {
        Ok(()) => Redirect::to("/application_manager.do").into_response(),
        Err(aborted) => super::form::aborted(&aborted),
    }
}
