//! The home page: who is signed in, which application is selected, and the menu.

use axum::Router;
use axum::extract::State;
use axum::response::Redirect;
use axum::routing::get;
use maud::{Markup, html};

use crate::app::App;
use crate::instance::login::Visitor;
use crate::instance::seed::APP_SCOPE;
use crate::page::Page;
use crate::wizard;

/// Module name, address, id.
type Module = (&'static str, &'static str, &'static str);

const MENU: &[(&str, &[Module])] = &[
    ("System OAuth", &[("Application Registry", "/oauth_entity_list.do", "application-registry")]),
    (
        "System Definition",
        &[
            ("Tables", "/sys_db_object_list.do", "tables"),
            ("Cross scope privileges", "/sys_scope_privilege_list.do", "cross-scope-privileges"),
        ],
    ),
    (
        "System Applications",
        &[
            ("All Available Applications", "/application_manager.do", "application-manager"),
            ("Application picker", "/application_picker.do", "application-picker"),
        ],
    ),
    (
        "User Administration",
        &[
            ("Users", "/sys_user_list.do", "users"),
            ("Groups", "/sys_user_group_list.do", "groups"),
            ("Roles", "/sys_user_role_list.do", "roles"),
        ],
    ),
];

const MICROSOFT_365: &[Module] = &[
    ("Setup", wizard::SETUP, "microsoft-365-setup"),
    ("Link Account", wizard::LINK_ACCOUNT, "microsoft-365-link-account"),
];

pub(super) fn routes() -> Router<App> {
    Router::new().route("/", get(|| async { Redirect::to("/navpage.do") })).route("/navpage.do", get(home))
}

async fn home(State(app): State<App>, visitor: Visitor) -> Page {
    let world = app.world().await;
    let tables = &world.instance.tables;
    let application =
        tables.find("sys_scope", "sys_id", world.instance.application_of(&visitor.caller.sys_id));
    let installed = tables.find("sys_scope", "scope", APP_SCOPE).is_some();
    Page::new(
        "ServiceNow",
        html! {
            p {
                "Signed in as " strong id="user" { (visitor.caller.user_name) } ". "
                a href="/logout.do" id="log-out" { "Log out" }
            }
            p {
                "Application: " strong id="application" { (application.map_or("Global", |row| row.get("name"))) } ". "
                a href="/application_picker.do" { "Change" }
            }
            @for (menu, modules) in MENU { (section(menu, modules)) }
            @if installed { (section("Microsoft 365 support", MICROSOFT_365)) }
        },
    )
}

fn section(menu: &str, modules: &[Module]) -> Markup {
    html! {
        h2 { (menu) }
        ul {
            @for (name, address, id) in modules {
                li { a href=(address) id={ "menu-" (id) } { (name) } }
            }
        }
    }
}
