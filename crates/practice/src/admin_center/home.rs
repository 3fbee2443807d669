//! The home page. Links to deeper pages of the real admin center have them in the fragment, which no server is sent: they
//! all end here.

use axum::Router;
use axum::routing::get;
use maud::html;

use super::sign_in::Administrator;
use super::support_integration;
use crate::app::App;
use crate::page::Page;

pub(super) fn routes() -> Router<App> {
    Router::new().route("/", get(home))
}

async fn home(administrator: Administrator) -> Page {
    Page::new(
        "Microsoft 365 admin center",
        html! {
            p {
                "Signed in as " strong id="user" { (administrator.name) } ". "
                a href="/sign-out" id="sign-out" { "Sign out" }
            }
            ul {
                li {
                    "Settings"
                    ul {
                        li {
                            "Org settings"
                            ul {
                                li {
                                    "Organization profile"
                                    ul {
                                        li {
                                            a href=(support_integration::PATH) id="support-integration" { "Support integration" }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        },
    )
}
