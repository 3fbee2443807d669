//! Business rules: what the instance does by itself around a write, and what it refuses.

use super::role_inheritance;
use super::schema::Table;
use super::tables::{Author, Row, Tables};

/// A write refused by a business rule.
#[derive(Debug)]
pub(crate) struct Aborted {
    table: &'static str,
    rule: &'static str,
}

impl Aborted {
    /// The `detail` of the Table API's error.
    pub(crate) fn detail(&self) -> String {
        format!("Operation against file '{}' was aborted by Business Rule '{}'", self.table, self.rule)
    }
}

fn abort_if(condition: bool, table: &'static Table, rule: &'static str) -> Result<(), Aborted> {
    if condition { Err(Aborted { table: table.name, rule }) } else { Ok(()) }
}

pub(super) fn before_insert(
    tables: &mut Tables,
    table: &'static Table,
    row: &mut Row,
    author: &Author,
) -> Result<(), Aborted> {
    match table.name {
        "oauth_entity" => {
            if row.get("redirect_url").is_empty() {
                row.set("redirect_url", format!("{}/oauth_redirect.do", author.instance));
            }
            if row.get("type") == "client" {
                make_client_credentials(tables, row);
            }
            Ok(())
        }
        "oauth_entity_profile" => {
            let second = row.is_true("default") && default_profile(tables, row.get("oauth_entity")).is_some();
            abort_if(second, table, "Validate OAuth entity profile")
        }
        "sys_user_has_role" => {
            let (user, role) = (row.get("user"), row.get("role"));
            let known = exists(tables, "sys_user", user) && exists(tables, "sys_user_role", role);
            abort_if(!known, table, "User and role are required")?;
            let again = role_inheritance::grant(tables, user, role).is_some();
            abort_if(again, table, "Prevent duplicate role grants")
        }
        _ => Ok(()),
    }
}

pub(super) fn after_insert(
    tables: &mut Tables,
    table: &'static Table,
    sys_id: &str,
    author: &Author,
) -> Result<(), Aborted> {
    match table.name {
        "oauth_entity" => make_default_profile(tables, table, sys_id, author),
        "sys_group_has_role" | "sys_user_grmember" => {
            role_inheritance::settle(tables, author);
            Ok(())
        }
        _ => Ok(()),
    }
}

pub(super) fn before_update(
    tables: &Tables,
    table: &'static Table,
    old: &Row,
    new: &Row,
) -> Result<(), Aborted> {
    match table.name {
        "oauth_entity_profile" if new.is_true("default") && !old.is_true("default") => {
            let second = default_profile(tables, new.get("oauth_entity")).is_some();
            abort_if(second, table, "Validate OAuth entity profile")
        }
        "sys_user_has_role" => {
            let moved = ["user", "role"].iter().any(|column| old.get(column) != new.get(column));
            abort_if(moved, table, "Prevent changes of role grants")
        }
        _ => Ok(()),
    }
}

pub(super) fn before_delete(table: &'static Table, row: &Row) -> Result<(), Aborted> {
    let inherited = table.name == "sys_user_has_role" && row.is_true("inherited");
    abort_if(inherited, table, "Prevent deletion of inherited roles")
}

/// Rows that refer to the deleted one stay behind, as the platform leaves them; inherited roles go with their cause.
pub(super) fn after_delete(tables: &mut Tables, table: &'static Table, row: &Row, author: &Author) {
    match table.name {
        "sys_group_has_role" | "sys_user_grmember" => role_inheritance::settle(tables, author),
        "sys_user_has_role" => role_inheritance::settle_one(tables, row, author),
        _ => {}
    }
}

/// The profile that an OAuth entity uses when nothing else is said.
pub(crate) fn default_profile<'a>(tables: &'a Tables, oauth_entity: &str) -> Option<&'a Row> {
    tables
        .all("oauth_entity_profile")
        .find(|row| row.get("oauth_entity") == oauth_entity && row.is_true("default"))
}

fn exists(tables: &Tables, table: &str, sys_id: &str) -> bool {
    tables.find(table, "sys_id", sys_id).is_some()
}

/// An inbound client without an id gets one; one that is not public gets a secret too.
fn make_client_credentials(tables: &mut Tables, row: &mut Row) {
    if row.get("client_id").is_empty() {
        row.set("client_id", crate::random::hex32());
    }
    if row.get("client_secret").is_empty() && !row.is_true("public_client") {
        let secret = tables.keys.encrypt(&crate::random::token(24));
        row.set("client_secret", secret);
    }
}

fn make_default_profile(
    tables: &mut Tables,
    table: &'static Table,
    sys_id: &str,
    author: &Author,
) -> Result<(), Aborted> {
    let Some(entity) = tables.row(table, sys_id) else { return Ok(()) };
    if entity.get("type") == "client" {
        return Ok(());
    }
    let Some(profiles) = Table::named("oauth_entity_profile") else { return Ok(()) };
    let grant_type = match entity.get("default_grant_type") {
        "" => "authorization_code",
        given => given,
    };
    let profile = Row::from_iter([
        ("name", format!("{} default_profile", entity.get("name"))),
        ("oauth_entity", sys_id.to_owned()),
        ("grant_type", grant_type.to_owned()),
        ("default", "true".to_owned()),
        ("sys_scope", entity.get("sys_scope").to_owned()),
    ]);
    tables.insert(profiles, &profile, author).map(drop)
}
