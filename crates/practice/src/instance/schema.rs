//! The tables that the guide touches: their columns, and what kind of value each holds.
//!
//! Column names are those seen on real instances; a new table is a new entry of [`TABLES`].

/// What a column holds. Whatever it is, the Table API shows it as a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Integer,
    /// `true` or `false`.
    Flag,
    /// `YYYY-MM-DD HH:MM:SS` in UTC.
    Time,
    /// The `sys_id` of a row of another table.
    Reference(&'static str),
    /// One of these values, each with the label that the form shows.
    Choice(&'static [(&'static str, &'static str)]),
    /// Encrypted both ways; see [`super::password2`].
    Password2,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// The value of a new row that does not give one.
    pub default: &'static str,
}

#[derive(Debug)]
pub(crate) struct Table {
    pub name: &'static str,
    pub label: &'static str,
    /// The table whose rows these also are.
    pub extends: Option<&'static str>,
    /// The column that stands for the row where it is referred to.
    pub display: &'static str,
    pub columns: &'static [Column],
    /// Part of an application: belongs to a scope and is captured in update sets.
    pub application_file: bool,
    /// "Allow access to this table via web services", as a fresh instance has it.
    pub ws_access: bool,
}

const fn column(name: &'static str, kind: Kind, default: &'static str) -> Column {
    Column { name, kind, default }
}

const fn text(name: &'static str) -> Column {
    column(name, Kind::Text, "")
}

const fn flag(name: &'static str, default: &'static str) -> Column {
    column(name, Kind::Flag, default)
}

const fn reference(name: &'static str, table: &'static str) -> Column {
    column(name, Kind::Reference(table), "")
}

const fn integer(name: &'static str, default: &'static str) -> Column {
    column(name, Kind::Integer, default)
}

const SYSTEM: &[Column] = &[
    text("sys_id"),
    text("sys_created_by"),
    column("sys_created_on", Kind::Time, ""),
    text("sys_updated_by"),
    column("sys_updated_on", Kind::Time, ""),
    integer("sys_mod_count", "0"),
];

const APPLICATION_FILE: &[Column] = &[
    text("sys_class_name"),
    reference("sys_package", "sys_scope"),
    text("sys_policy"),
    reference("sys_scope", "sys_scope"),
    text("sys_update_name"),
];

/// Labels of grant types as the registry's form shows them.
const GRANT_TYPES: Kind = Kind::Choice(&[
    ("authorization_code", "Authorization Code"),
    ("client_credentials", "Client Credentials"),
    ("password", "Resource Owner Password Credentials"),
    ("urn:ietf:params:oauth:grant-type:jwt-bearer", "JWT Bearer"),
]);

const ACCESS: Kind =
    Kind::Choice(&[("public", "All application scopes"), ("package_private", "This application scope only")]);

pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "oauth_entity",
        label: "Application Registries",
        extends: None,
        display: "name",
        columns: &[
            column("access", ACCESS, "public"),
            integer("access_token_lifespan", "1800"),
            flag("active", "true"),
            integer("auth_code_lifespan", "60"),
            text("auth_url"),
            text("certificate_url"),
            text("client_id"),
            column("client_secret", Kind::Password2, ""),
            text("client_type"),
            text("client_uuid"),
            column("code_challenge_method", Kind::Choice(&[("S256", "S256"), ("plain", "plain")]), ""),
            text("comments"),
            column("default_grant_type", GRANT_TYPES, ""),
            integer("id_token_lifespan", "1800"),
            text("inbound_grant_type"),
            text("logo_url"),
            text("name"),
            text("oauth_api_script"),
            text("protocol_name"),
            flag("public_client", "false"),
            text("redirect_url"),
            integer("refresh_token_lifespan", "8640000"),
            text("refresh_token_url"),
            text("revoke_token_url"),
            text("salt"),
            column(
                "send_client_credentials_as",
                Kind::Choice(&[
                    ("request_body_parameter", "In Request Body (Form URL-Encoded)"),
                    ("basic_authorization_header", "As Basic Authorization Header"),
                ]),
                "request_body_parameter",
            ),
            flag("skip_authorize", "false"),
            text("token_format"),
            text("token_url"),
            column(
                "type",
                Kind::Choice(&[
                    ("client", "OAuth Client"),
                    ("oauth_provider", "OAuth Provider"),
                    ("consumer", "OAuth Consumer"),
                ]),
                "client",
            ),
            flag("use_mutual_auth", "false"),
            flag("use_pkce", "false"),
            reference("user", "sys_user"),
        ],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "oauth_entity_profile",
        label: "OAuth Entity Profiles",
        extends: None,
        display: "name",
        columns: &[
            flag("default", "false"),
            column("grant_type", GRANT_TYPES, ""),
            text("jwt_provider"),
            text("name"),
            reference("oauth_entity", "oauth_entity"),
        ],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "oauth_entity_scope",
        label: "OAuth Entity Scopes",
        extends: None,
        display: "name",
        columns: &[text("name"), reference("oauth_entity", "oauth_entity"), text("oauth_entity_scope")],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "oauth_entity_profile_scope",
        label: "OAuth Entity Profile Scopes",
        extends: None,
        display: "oauth_entity_scope",
        columns: &[
            reference("oauth_entity_profile", "oauth_entity_profile"),
            reference("oauth_entity_scope", "oauth_entity_scope"),
        ],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "sys_scope",
        label: "Applications",
        extends: None,
        display: "name",
        columns: &[
            flag("active", "true"),
            text("name"),
            text("scope"),
            text("short_description"),
            text("sys_class_name"),
            text("vendor"),
            text("version"),
        ],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_store_app",
        label: "Store Applications",
        extends: Some("sys_scope"),
        display: "name",
        columns: &[text("latest_version"), flag("update_available", "false")],
        application_file: false,
        // Often closed on real instances, even to administrators.
        ws_access: false,
    },
    Table {
        name: "sys_db_object",
        label: "Tables",
        extends: None,
        display: "label",
        columns: &[
            column("access", ACCESS, "public"),
            flag("actions_access", "true"),
            flag("alter_access", "true"),
            column(
                "caller_access",
                Kind::Choice(&[("", "-- None --"), ("1", "Caller Tracking"), ("2", "Caller Restriction")]),
                "",
            ),
            flag("client_scripts_access", "true"),
            flag("configuration_access", "false"),
            flag("create_access", "false"),
            flag("delete_access", "false"),
            text("label"),
            text("name"),
            flag("read_access", "true"),
            reference("super_class", "sys_db_object"),
            flag("update_access", "false"),
            flag("ws_access", "true"),
        ],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "sys_scope_privilege",
        label: "Cross scope privileges",
        extends: None,
        display: "target_name",
        columns: &[
            column(
                "operation",
                Kind::Choice(&[
                    ("read", "Read"),
                    ("write", "Write"),
                    ("create", "Create"),
                    ("delete", "Delete"),
                    ("execute", "Execute API"),
                ]),
                "",
            ),
            reference("source_scope", "sys_scope"),
            column(
                "status",
                Kind::Choice(&[("requested", "Requested"), ("allowed", "Allowed"), ("denied", "Denied")]),
                "requested",
            ),
            text("target_name"),
            reference("target_scope", "sys_scope"),
            column(
                "target_type",
                Kind::Choice(&[("sys_db_object", "Table"), ("sys_script_include", "Script Include")]),
                "",
            ),
        ],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "sys_user",
        label: "Users",
        extends: None,
        display: "name",
        columns: &[
            flag("active", "true"),
            text("email"),
            text("first_name"),
            text("last_name"),
            flag("locked_out", "false"),
            text("name"),
            text("title"),
            text("user_name"),
            flag("web_service_access_only", "false"),
        ],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_user_role",
        label: "Roles",
        extends: None,
        display: "name",
        columns: &[text("description"), flag("elevated_privilege", "false"), text("name"), text("suffix")],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "sys_user_has_role",
        label: "User Roles",
        extends: None,
        display: "role",
        columns: &[
            reference("granted_by", "sys_user_group"),
            integer("inh_count", "0"),
            flag("inherited", "false"),
            reference("role", "sys_user_role"),
            column("state", Kind::Choice(&[("active", "Active"), ("requested", "Requested")]), "active"),
            reference("user", "sys_user"),
        ],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_user_group",
        label: "Groups",
        extends: None,
        display: "name",
        columns: &[flag("active", "true"), text("description"), text("name")],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_group_has_role",
        label: "Group Roles",
        extends: None,
        display: "role",
        columns: &[
            reference("group", "sys_user_group"),
            flag("inherits", "true"),
            reference("role", "sys_user_role"),
        ],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_user_grmember",
        label: "Group Members",
        extends: None,
        display: "user",
        columns: &[reference("group", "sys_user_group"), reference("user", "sys_user")],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_properties",
        label: "System Properties",
        extends: None,
        display: "name",
        columns: &[text("description"), text("name"), text("type"), text("value")],
        application_file: true,
        ws_access: true,
    },
    Table {
        name: "sys_user_preference",
        label: "User Preferences",
        extends: None,
        display: "name",
        columns: &[text("name"), text("type"), reference("user", "sys_user"), text("value")],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_update_xml",
        label: "Customer Updates",
        extends: None,
        display: "name",
        columns: &[
            column(
                "action",
                Kind::Choice(&[("INSERT_OR_UPDATE", "INSERT_OR_UPDATE"), ("DELETE", "DELETE")]),
                "",
            ),
            text("name"),
            text("target_name"),
            text("type"),
            reference("update_set", "sys_update_set"),
        ],
        application_file: false,
        ws_access: true,
    },
    Table {
        name: "sys_update_set",
        label: "Update Sets",
        extends: None,
        display: "name",
        columns: &[
            reference("application", "sys_scope"),
            text("description"),
            flag("is_default", "false"),
            text("name"),
            column(
                "state",
                Kind::Choice(&[
                    ("in progress", "In progress"),
                    ("complete", "Complete"),
                    ("ignore", "Ignore"),
                ]),
                "in progress",
            ),
        ],
        application_file: false,
        ws_access: true,
    },
];

impl Table {
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// The table that keeps the rows: itself, or the one that it extends.
    pub(crate) fn base(&'static self) -> &'static Self {
        self.extends.and_then(Self::named).unwrap_or(self)
    }

    /// All columns, those of the platform included.
    pub(crate) fn columns(&'static self) -> impl Iterator<Item = &'static Column> {
        let inherited = self.extends.and_then(Self::named).map_or(&[][..], |base| base.columns);
        let file = if self.application_file { APPLICATION_FILE } else { &[] };
        self.columns.iter().chain(inherited).chain(file).chain(SYSTEM)
    }

    pub(crate) fn column(&'static self, name: &str) -> Option<&'static Column> {
        self.columns().find(|column| column.name == name)
    }

    /// The column at the end of a dot-walk such as `user.email`.
    pub(crate) fn column_at(&'static self, path: &str) -> Option<&'static Column> {
        match path.split_once('.') {
            None => self.column(path),
            Some((first, rest)) => match self.column(first)?.kind {
                Kind::Reference(table) => Self::named(table)?.column_at(rest),
                _ => None,
            },
        }
    }
}

impl Kind {
    /// The value as the platform keeps it: a flag may be written as `1` or `0`.
    pub(crate) fn normalized(self, value: &str) -> &str {
        match (self, value) {
            (Self::Flag, "1") => "true",
            (Self::Flag, "0" | "") => "false",
            _ => value,
        }
    }
}
