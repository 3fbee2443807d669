//! Who may read and write which table: the instance's access control rules.
//!
//! The role `admin` passes them all. A fresh instance's rules are simplified to whole tables and a few fields.

use std::collections::BTreeSet;

use super::role_inheritance::roles_of;
use super::tables::{Row, Tables};

/// The user on whose behalf a request is.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub sys_id: String,
    pub user_name: String,
    roles: BTreeSet<String>,
}

/// Who may, besides administrators.
enum Who {
    Everyone,
    /// Those with one of these roles.
    With(&'static [&'static str]),
    /// The user that this column of the row refers to.
    NamedIn(&'static str),
}

struct Rule {
    table: &'static str,
    read: Who,
    write: Who,
    /// Columns that only administrators see.
    hidden: &'static [&'static str],
}

const OAUTH: Who = Who::With(&["oauth_admin"]);
const NOBODY: Who = Who::With(&[]);

const RULES: &[Rule] = &[
    Rule { table: "oauth_entity", read: OAUTH, write: OAUTH, hidden: &["client_secret"] },
    Rule { table: "oauth_entity_profile", read: OAUTH, write: OAUTH, hidden: &[] },
    Rule { table: "oauth_entity_scope", read: OAUTH, write: OAUTH, hidden: &[] },
    Rule { table: "oauth_entity_profile_scope", read: OAUTH, write: OAUTH, hidden: &[] },
    Rule { table: "sys_scope", read: Who::Everyone, write: NOBODY, hidden: &[] },
    Rule {
        table: "sys_user",
        read: Who::Everyone,
        write: Who::With(&["user_admin"]),
        hidden: &["locked_out", "web_service_access_only"],
    },
    Rule { table: "sys_user_role", read: Who::Everyone, write: NOBODY, hidden: &[] },
    Rule { table: "sys_user_group", read: Who::Everyone, write: Who::With(&["user_admin"]), hidden: &[] },
    Rule {
        table: "sys_user_has_role",
        read: Who::NamedIn("user"),
        write: Who::With(&["user_admin"]),
        hidden: &["granted_by"],
    },
    Rule {
        table: "sys_user_preference",
        read: Who::NamedIn("user"),
        write: Who::NamedIn("user"),
        hidden: &[],
    },
    Rule { table: "sys_user_grmember", read: Who::Everyone, write: Who::With(&["user_admin"]), hidden: &[] },
];

/// For tables without a rule of their own: administrators only.
const CLOSED: Rule = Rule { table: "*", read: NOBODY, write: NOBODY, hidden: &[] };

fn rule(table: &str) -> &'static Rule {
    RULES.iter().find(|rule| rule.table == table).unwrap_or(&CLOSED)
}

impl Caller {
    /// The user of that `sys_id`, if there is one who may still sign in.
    pub(crate) fn of(tables: &Tables, sys_id: &str) -> Option<Self> {
        let user = tables.find("sys_user", "sys_id", sys_id)?;
        (user.is_true("active") && !user.is_true("locked_out")).then(|| Self {
            sys_id: sys_id.to_owned(),
            user_name: user.get("user_name").to_owned(),
            roles: roles_of(tables, sys_id),
        })
    }

    pub(crate) fn has(&self, role: &str) -> bool {
        self.roles.contains(role)
    }

    pub(crate) fn is_admin(&self) -> bool {
        self.has("admin")
    }

    /// Whether the user may ask for rows of the table at all.
    pub(crate) fn may_query(&self, table: &str) -> bool {
        match rule(table).read {
            Who::Everyone | Who::NamedIn(_) => true,
            Who::With(roles) => self.is_one_of(roles),
        }
    }

    /// Whether this row is shown. Rows that are not are left out without a word.
    pub(crate) fn may_see(&self, table: &str, row: &Row) -> bool {
        match rule(table).read {
            Who::NamedIn(column) => self.is_one_of(&["user_admin"]) || row.get(column) == self.sys_id,
            _ => self.may_query(table),
        }
    }

    pub(crate) fn may_see_column(&self, table: &str, column: &str) -> bool {
        self.is_admin() || !rule(table).hidden.contains(&column)
    }

    pub(crate) fn may_write(&self, table: &str) -> bool {
        match rule(table).write {
            Who::Everyone | Who::NamedIn(_) => true,
            Who::With(roles) => self.is_one_of(roles),
        }
    }

    fn is_one_of(&self, roles: &[&str]) -> bool {
        self.is_admin() || roles.iter().any(|role| self.has(role))
    }
}
