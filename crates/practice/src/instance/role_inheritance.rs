//! Roles that users have because a group of theirs has them.
//!
//! There is one row of `sys_user_has_role` for each user and role (ServiceNow's "Role Management V2"): `inherited` says
//! that nobody granted it directly, `inh_count` through how many groups it comes.

use std::collections::{BTreeMap, BTreeSet};

use super::schema::Table;
use super::tables::{Author, Row, Tables};

/// The grant of a role to a user, however it came about.
pub(crate) fn grant<'a>(tables: &'a Tables, user: &str, role: &str) -> Option<&'a Row> {
    tables.grants_of(user).find(|row| row.get("role") == role)
}

/// The names of all roles of a user.
pub(crate) fn roles_of(tables: &Tables, user: &str) -> BTreeSet<String> {
    tables
        .grants_of(user)
        .filter(|row| row.get("state") == "active")
        .filter_map(|row| tables.find("sys_user_role", "sys_id", row.get("role")))
        .map(|role| role.get("name").to_owned())
        .collect()
}

/// Brings the inherited grants in line with groups and their roles.
pub(super) fn settle(tables: &mut Tables, author: &Author) {
    let Some(grants) = Table::named("sys_user_has_role") else { return };
    let mut wanted = inherited(tables);
    let rows: Vec<Row> = tables.rows(grants).cloned().collect();
    for mut row in rows {
        let count = wanted.remove(&(row.get("user").to_owned(), row.get("role").to_owned())).unwrap_or(0);
        if count == 0 && row.is_true("inherited") {
            tables.take(grants, row.sys_id());
        } else if row.get("inh_count") != count.to_string() {
            row.set("inh_count", count.to_string());
            tables.put(grants, row);
        }
    }
    for ((user, role), count) in wanted {
        let row = Row::from_iter([
            ("user", user),
            ("role", role),
            ("inherited", "true".to_owned()),
            ("inh_count", count.to_string()),
        ]);
        // Only a grant that is there already would be refused, and those were taken out of `wanted` above.
        tables.insert(grants, &row, author).ok();
    }
}

/// A direct grant is gone: where a group gives the role as well, the user keeps it by inheritance.
pub(super) fn settle_one(tables: &mut Tables, gone: &Row, author: &Author) {
    if inherited(tables).contains_key(&(gone.get("user").to_owned(), gone.get("role").to_owned())) {
        settle(tables, author);
    }
}

/// User and role to the number of groups through which the user has it.
fn inherited(tables: &Tables) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for member in tables.all("sys_user_grmember") {
        for has in tables.all("sys_group_has_role").filter(|has| has.get("group") == member.get("group")) {
            let key = (member.get("user").to_owned(), has.get("role").to_owned());
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}
