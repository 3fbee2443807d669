//! What installing the Microsoft 365 support integration puts into the instance.

use super::business_rules::Aborted;
use super::schema::Table;
use super::seed::{APP_NAME, APP_SCOPE, GLOBAL, LATEST_VERSION};
use super::tables::{Author, Row, Tables};

/// The application's roles: suffix and description.
const ROLES: &[(&str, &str)] = &[
    ("administrator", "May escalate incidents to Microsoft support"),
    ("insights_user", "Sees recommended solutions and service health in incidents"),
];

/// Tables of the Global scope that the application reads.
pub(crate) const READS: &[&str] = &["oauth_entity", "oauth_entity_profile"];

/// Installs `version`, or brings what is installed to it.
///
/// # Errors
/// When a business rule aborts a write.
pub(super) fn install(tables: &mut Tables, version: &str, author: &Author) -> Result<(), Aborted> {
    let update_available = if version == LATEST_VERSION { "false" } else { "true" };
    let versions =
        [("version", version), ("latest_version", LATEST_VERSION), ("update_available", update_available)];
    let installed = tables.find("sys_store_app", "scope", APP_SCOPE).map(|row| row.sys_id().to_owned());
    if let (Some(sys_id), Some(table)) = (installed, Table::named("sys_store_app")) {
        return tables.update(table, &sys_id, &Row::from_iter(versions), author);
    }
    let named = [("scope", APP_SCOPE), ("name", APP_NAME), ("vendor", "Microsoft")];
    let app = insert(tables, "sys_store_app", &[&named[..], &versions[..]].concat(), author)?;
    for table in READS {
        let privilege = [
            ("source_scope", app.as_str()),
            ("target_scope", GLOBAL),
            ("target_name", table),
            ("target_type", "sys_db_object"),
            ("operation", "read"),
            ("status", "allowed"),
            ("sys_scope", &app),
        ];
        insert(tables, "sys_scope_privilege", &privilege, author)?;
    }
    for (suffix, description) in ROLES {
        let name = format!("{APP_SCOPE}.{suffix}");
        let role =
            [("name", name.as_str()), ("suffix", suffix), ("description", description), ("sys_scope", &app)];
        insert(tables, "sys_user_role", &role, author)?;
    }
    Ok(())
}

fn insert(
    tables: &mut Tables,
    table: &str,
    values: &[(&str, &str)],
    author: &Author,
) -> Result<String, Aborted> {
    let row = values.iter().copied().collect();
    Table::named(table)
        .map(|table| tables.insert(table, &row, author))
        .transpose()
        .map(Option::unwrap_or_default)
}
