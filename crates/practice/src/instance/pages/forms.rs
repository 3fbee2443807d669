//! Which columns each form shows, as data. A new form is a new entry.

use crate::instance::schema::{Column, Table};
use crate::instance::tables::Row;

/// The form of a table's rows.
pub(super) struct Layout {
    table: &'static str,
    /// The form is for rows with this value in this column.
    only: Option<(&'static str, &'static str)>,
    /// What a row of this kind is called.
    pub title: &'static str,
    /// Columns and their labels. The first few are those of the list, too.
    fields: &'static [(&'static str, &'static str)],
    /// What stands above the form.
    pub note: &'static str,
}

const LAYOUTS: &[Layout] = &[
    Layout {
        table: "oauth_entity",
        only: Some(("type", "client")),
        title: "OAuth API endpoint for external clients",
        fields: &[
            ("name", "Name"),
            ("client_id", "Client ID"),
            ("client_secret", "Client Secret"),
            ("redirect_url", "Redirect URL"),
            ("public_client", "Public Client"),
            ("use_pkce", "PKCE required"),
            ("access_token_lifespan", "Access Token Lifespan (seconds)"),
            ("refresh_token_lifespan", "Refresh Token Lifespan (seconds)"),
            ("active", "Active"),
            ("comments", "Comments"),
        ],
        note: "Leave Client ID and Client Secret empty: the instance makes them.",
    },
    Layout {
        table: "oauth_entity",
        only: None,
        title: "Third party OAuth Provider",
        fields: &[
            ("name", "Name"),
            ("client_id", "Client ID"),
            ("client_secret", "Client Secret"),
            ("default_grant_type", "Default Grant type"),
            ("token_url", "Token URL"),
            ("redirect_url", "Redirect URL"),
            ("auth_url", "Authorization URL"),
            ("send_client_credentials_as", "Send Credentials"),
            ("active", "Active"),
            ("comments", "Comments"),
        ],
        note: "An empty Redirect URL is filled in by the instance.",
    },
    Layout {
        table: "oauth_entity_profile",
        only: None,
        title: "OAuth Entity Profile",
        fields: &[
            ("name", "Name"),
            ("oauth_entity", "OAuth provider"),
            ("grant_type", "Grant type"),
            ("default", "Is default"),
        ],
        note: "",
    },
    Layout {
        table: "sys_db_object",
        only: None,
        title: "Table",
        fields: &[
            ("label", "Label"),
            ("name", "Name"),
            ("access", "Accessible from"),
            ("read_access", "Can read"),
            ("create_access", "Can create"),
            ("update_access", "Can update"),
            ("delete_access", "Can delete"),
            ("ws_access", "Allow access to this table via web services"),
        ],
        note: "Application Access: what other application scopes may do with this table.",
    },
    Layout {
        table: "sys_scope_privilege",
        only: None,
        title: "Cross scope privilege",
        fields: &[
            ("source_scope", "Source Scope"),
            ("target_name", "Target Name"),
            ("operation", "Operation"),
            ("status", "Status"),
            ("target_scope", "Target Scope"),
            ("target_type", "Target Type"),
        ],
        note: "",
    },
    Layout {
        table: "sys_user",
        only: None,
        title: "User",
        fields: &[
            ("name", "Name"),
            ("user_name", "User ID"),
            ("email", "Email"),
            ("active", "Active"),
            ("title", "Title"),
        ],
        note: "",
    },
    Layout {
        table: "sys_user_has_role",
        only: None,
        title: "User Role",
        fields: &[("user", "User"), ("role", "Role"), ("inherited", "Inherited"), ("state", "State")],
        note: "",
    },
    Layout {
        table: "sys_user_role",
        only: None,
        title: "Role",
        fields: &[("name", "Name"), ("description", "Description"), ("suffix", "Suffix")],
        note: "",
    },
    Layout {
        table: "sys_user_group",
        only: None,
        title: "Group",
        fields: &[("name", "Name"), ("description", "Description"), ("active", "Active")],
        note: "",
    },
    Layout {
        table: "sys_group_has_role",
        only: None,
        title: "Group Role",
        fields: &[("group", "Group"), ("role", "Role"), ("inherits", "Inherits")],
        note: "",
    },
    Layout {
        table: "sys_user_grmember",
        only: None,
        title: "Group Member",
        fields: &[("group", "Group"), ("user", "User")],
        note: "",
    },
];

/// The tables that have pages.
pub(super) fn tables() -> Vec<&'static Table> {
    let mut tables: Vec<_> = LAYOUTS.iter().filter_map(|layout| Table::named(layout.table)).collect();
    tables.dedup_by_key(|table| table.name);
    tables
}

impl Layout {
    /// The form for a row of the table. Every table of [`tables`] has one.
    pub(super) fn of(table: &Table, row: &Row) -> &'static Self {
        let fits = |layout: &&Self| {
            layout.table == table.name && layout.only.is_none_or(|(column, value)| row.get(column) == value)
        };
        LAYOUTS.iter().find(fits).unwrap_or(&LAYOUTS[0])
    }

    /// The form's columns with their labels.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'static Column, &'static str)> {
        let table = Table::named(self.table);
        self.fields.iter().filter_map(move |(name, label)| Some((table?.column(name)?, *label)))
    }
}

/// Lists of rows that belong to a row and are shown below its form: their table and the column that refers to it.
pub(super) fn related(table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        "oauth_entity" => &[("oauth_entity_profile", "oauth_entity")],
        "sys_user" => &[("sys_user_has_role", "user"), ("sys_user_grmember", "user")],
        "sys_user_group" => &[("sys_group_has_role", "group"), ("sys_user_grmember", "group")],
        "sys_user_role" => &[("sys_user_has_role", "role"), ("sys_group_has_role", "role")],
        _ => &[],
    }
}
