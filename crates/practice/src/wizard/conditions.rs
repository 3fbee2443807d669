//! What must be in place before the pages of the support integration show themselves.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::instance::access::Caller;
use crate::instance::denied;
use crate::instance::seed::{APP_NAME, APP_SCOPE};
use crate::instance::tables::{Row, Tables};
use crate::page::Page;
use crate::world::World;

/// The first version that can still be set up.
const FIRST_VERSION: [u64; 3] = [2, 0, 0];

/// The table that the wizard cannot do without.
const REGISTRY: &str = "oauth_entity";

/// The row of the application, for somebody who may administer it.
///
/// # Errors
/// With the page that says why not.
pub(super) fn installed<'a>(world: &'a World, caller: &Caller) -> Result<&'a Row, Response> {
    let Some(app) = world.instance.tables.find("sys_scope", "scope", APP_SCOPE) else {
        let mut answer = unmet(
            "Page not found",
            &html! {
                "This instance has no such page: " (APP_NAME) " is not installed. "
                a href="/application_manager.do" { "All Available Applications" }
            },
        );
        *answer.status_mut() = StatusCode::NOT_FOUND;
        return Err(answer);
    };
    let may = caller.is_admin() || caller.has(&format!("{APP_SCOPE}.administrator"));
    if may { Ok(app) } else { Err(denied()) }
}

/// Whether the wizard can be used by this visitor.
///
/// # Errors
/// With the page that says what to do first.
pub(super) fn met(world: &World, caller: &Caller) -> Result<(), Response> {
    let app = installed(world, caller)?;
    let version = app.get("version");
    if !can_be_set_up(version) {
        return Err(unmet(
            APP_NAME,
            &html! {
                "Version " (version) " is installed. A new installation of version 1.0.11 or earlier cannot be configured: "
                "upgrade to 2.0.0 or later. "
                a href="/application_manager.do" { "All Available Applications" }
            },
        ));
    }
    if world.instance.application_of(&caller.sys_id) != app.sys_id() {
        return Err(unmet(
            APP_NAME,
            &html! {
                "The setup belongs to the application scope of " (APP_NAME)
                ", and another application is selected. Switch to it with the application picker. "
                a href="/application_picker.do" { "Application picker" }
            },
        ));
    }
    if !registry_is_readable(&world.instance.tables, app) {
        return Err(unmet(
            APP_NAME,
            &html! {
                "Read operation against '" (REGISTRY) "' from scope '" (APP_SCOPE)
                "' has been refused due to the table's cross-scope access policy."
            },
        ));
    }
    Ok(())
}

fn unmet(title: &str, problem: &Markup) -> Response {
    let body = html! {
        p class="problem" role="alert" id="problem" { (problem) }
        p { a href="/navpage.do" { "All" } }
    };
    Page::new(title, body).into_response()
}

/// Whether the version, compared number by number, is the first that can be set up or a later one.
fn can_be_set_up(version: &str) -> bool {
    let parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    parts.chain(std::iter::repeat(0)).take(FIRST_VERSION.len()).ge(FIRST_VERSION)
}

/// Reading another scope's table takes both: the table's Application Access, and a privilege of the one who reads.
fn registry_is_readable(tables: &Tables, app: &Row) -> bool {
    let open = tables
        .find("sys_db_object", "name", REGISTRY)
        .is_some_and(|table| table.is_true("read_access") && table.get("access") == "public");
    let allowed = [
        ("source_scope", app.sys_id()),
        ("target_name", REGISTRY),
        ("target_type", "sys_db_object"),
        ("operation", "read"),
        ("status", "allowed"),
    ];
    open && tables
        .all("sys_scope_privilege")
        .any(|privilege| allowed.iter().all(|(column, value)| privilege.get(column) == *value))
}

#[cfg(test)]
mod tests {
    use super::can_be_set_up;

    #[test]
    fn versions_are_compared_as_numbers() {
        for version in ["2.0.0", "2.0.1", "10.0.0", "2"] {
            assert!(can_be_set_up(version), "{version}");
        }
        for version in ["1.0.11", "1.99.99", ""] {
            assert!(!can_be_set_up(version), "{version}");
        }
    }
}
