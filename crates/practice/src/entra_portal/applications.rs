//! App registrations: those that are there, and those that were deleted.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use maud::{Markup, html};

use super::application;
use crate::app::App;
use crate::entra::directory::Application;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/", get(list))
}

async fn list(State(app): State<App>) -> Page {
    let world = app.world().await;
    let directory = &world.entra.directory;
    let now = app.clock().now();
    let seen =
        directory.applications.iter().filter(|application| directory.is_seen(application.created, now));
    let (there, deleted): (Vec<_>, Vec<_>) = seen.partition(|application| application.deleted.is_none());
    Page::new(
        "App registrations",
        html! {
            p class="quiet" { "Microsoft Entra admin center · " (world.entra.tenant.display_name) }
            p id="only-for-looking" {
                "Practice's portal is only for looking, so it asks nobody to sign in. "
                "Changes are made through Liaison or Microsoft Graph."
            }
            (table("applications", &there, |application| html! {
                a href={ (application::PATH) "?appId=" (application.app_id) } id={ "application-" (application.app_id) } {
                    (application.display_name)
                }
            }))
            h2 { "Deleted applications" }
            (table("deleted-applications", &deleted, |application| html! { (application.display_name) }))
        },
    )
}

fn table(id: &str, applications: &[&Application], name: impl Fn(&Application) -> Markup) -> Markup {
    html! {
        @if applications.is_empty() {
            p id=(id) { "There are none." }
        } @else {
            table id=(id) {
                thead { tr { th { "Display name" } th { "Application (client) ID" } } }
                tbody {
                    @for application in applications {
                        tr { td { (name(application)) } td { code { (application.app_id) } } }
                    }
                }
            }
        }
    }
}
