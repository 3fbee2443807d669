//! Settings > Developer > Applications: which application scope the visitor works in.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;

use crate::app::App;
use crate::instance::login::{Submitted, Visitor};
use crate::instance::pages::denied;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/application_picker.do", get(show).post(choose))
}

async fn show(State(app): State<App>, visitor: Visitor) -> Page {
    let world = app.world().await;
    let current = world.instance.application_of(&visitor.caller.sys_id);
    Page::new(
        "Application picker",
        html! {
            form method="post" action="/application_picker.do" {
                (visitor.form_token())
                label for="application" { "Application" }
                select id="application" name="application" {
                    @for scope in world.instance.tables.all("sys_scope") {
                        option value=(scope.sys_id()) selected[scope.sys_id() == current] { (scope.get("name")) }
                    }
                }
                button class="primary" id="choose" { "Switch" }
            }
            p { a href="/navpage.do" { "All" } }
        },
    )
}

async fn choose(State(app): State<App>, submitted: Submitted) -> Response {
    if !submitted.visitor.caller.is_admin() {
        return denied();
    }
    let mut world = app.world().await;
    let chosen = submitted.fields.get("application");
    if world.instance.tables.find("sys_scope", "sys_id", chosen).is_some() {
        world.instance.choose_application(&submitted.visitor.caller.sys_id, chosen);
    }
    Redirect::to("/navpage.do").into_response()
}
