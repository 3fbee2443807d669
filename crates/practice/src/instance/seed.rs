//! The rows that an instance starts with.

use super::schema::{TABLES, Table};
use super::store_app;
use super::tables::{Author, Row, Tables, platform_time};
use crate::scenes::Scene;
use crate::world::Start;

/// The `sys_id` of the Global application scope, on every instance.
pub(crate) const GLOBAL: &str = "global";

/// The application scope of the Microsoft 365 support integration.
pub(crate) const APP_SCOPE: &str = "x_mioms_m365_assis";

/// The application's name, as the picker and the menus show it.
pub(crate) const APP_NAME: &str = "Microsoft 365 support integration";

/// The version that the store offers.
pub(crate) const LATEST_VERSION: &str = "2.0.1";

/// Lifespan of the sign-in client's refresh tokens, in seconds: a working day.
const SIGN_IN_LIFESPAN: &str = "28800";

/// Users without a role: first name, last name, active, e-mail. Two share a mailbox, two have left.
const PEOPLE: &[(&str, &str, bool, &str)] = &[
    ("Amal", "Haddad", true, "amal.haddad"),
    ("Beatriz", "Souza", true, "beatriz.souza"),
    ("Chidi", "Okafor", true, "chidi.okafor"),
    ("Dana", "Novak", true, "service.desk"),
    ("Elif", "Yildiz", true, "elif.yildiz"),
    ("Farid", "Rahimi", true, "farid.rahimi"),
    ("Greta", "Lindqvist", true, "greta.lindqvist"),
    ("Hiro", "Tanaka", true, "hiro.tanaka"),
    ("Ines", "O'Brien", true, "ines.obrien"),
    ("Jonas", "Weber", true, "service.desk"),
    ("Kalinda", "Rao", true, "kalinda.rao"),
    ("Liam", "Murphy", true, "liam.murphy"),
    ("Mia", "Dubois", false, "mia.dubois"),
    ("Noor", "Aziz", false, "noor.aziz"),
];

/// What instances that are locked down keep from web services.
const CLOSABLE: &[&str] = &["sys_db_object", "sys_scope_privilege", "sys_update_set", "sys_update_xml"];

pub(super) fn tables(start: &Start<'_>) -> Tables {
    let mut seed = Seed {
        tables: Tables::default(),
        author: Author {
            user_name: "system".to_owned(),
            now: start.clock.now(),
            scope: GLOBAL.to_owned(),
            instance: start.urls.instance.clone(),
        },
    };
    seed.scopes(start.scene);
    seed.table_objects(start.scene);
    seed.roles();
    seed.people(start.scene.instance.roles);
    seed.crowd(start.scene.instance.crowd);
    seed.settings(start.scene);
    if start.scene.instance.no_privileges {
        seed.without_privileges();
    }
    if start.scene.sign_in_client {
        seed.sign_in_client(&start.sign_in.client_id, start.sign_in.port);
    }
    if start.scene.others_objects {
        seed.registry_record_of_others();
    }
    if start.scene.instance.cloned {
        seed.registry_record_of_the_original();
    }
    seed.tables
}

struct Seed {
    tables: Tables,
    author: Author,
}

impl Seed {
    fn add(&mut self, table: &str, values: &[(&str, &str)]) -> String {
        let row = values.iter().copied().collect();
        let inserted =
            Table::named(table).map(|table| self.tables.insert(table, &row, &self.author)).transpose();
        match inserted {
            Ok(sys_id) => sys_id.unwrap_or_default(),
            Err(aborted) => {
                tracing::error!(detail = aborted.detail(), "a row of the first world was refused");
                String::new()
            }
        }
    }

    fn scopes(&mut self, scene: &Scene) {
        let now = platform_time(self.author.now);
        let global: Row = [
            ("sys_id", GLOBAL),
            ("scope", GLOBAL),
            ("name", "Global"),
            ("active", "true"),
            ("sys_class_name", "sys_scope"),
            ("sys_created_by", "system"),
            ("sys_created_on", &now),
            ("sys_updated_by", "system"),
            ("sys_updated_on", &now),
            ("sys_mod_count", "0"),
        ]
        .into_iter()
        .collect();
        if let Some(scopes) = Table::named("sys_scope") {
            self.tables.put(scopes, global);
        }
        if let Some(version) = scene.store_app
            && let Err(aborted) = store_app::install(&mut self.tables, version, &self.author)
        {
            tracing::error!(detail = aborted.detail(), "the store application was refused");
        }
    }

    fn table_objects(&mut self, scene: &Scene) {
        let truth = |yes: bool| if yes { "true" } else { "false" };
        let closed = scene.instance.tables_closed;
        for table in TABLES {
            let readable = table.name != "oauth_entity" || scene.oauth_entity_readable;
            let extends = table.extends.and_then(|base| self.tables.find("sys_db_object", "name", base));
            let extends = extends.map_or_else(String::new, |row| row.sys_id().to_owned());
            self.add(
                "sys_db_object",
                &[
                    ("name", table.name),
                    ("label", table.label),
                    ("super_class", &extends),
                    ("read_access", truth(readable)),
                    ("ws_access", truth(table.ws_access && !(closed && CLOSABLE.contains(&table.name)))),
                ],
            );
        }
    }

    fn roles(&mut self) {
        for (name, description) in [
            ("admin", "May do everything"),
            ("security_admin", "May change access controls, once elevated"),
            ("oauth_admin", "May manage application registries"),
            ("user_admin", "May manage users, groups and their roles"),
            ("itil", "Works on incidents"),
        ] {
            let elevated = if name == "security_admin" { "true" } else { "false" };
            self.add(
                "sys_user_role",
                &[("name", name), ("description", description), ("elevated_privilege", elevated)],
            );
        }
    }

    fn people(&mut self, roles: &[&str]) {
        let roles = if roles.is_empty() { &["admin"] } else { roles };
        self.person("System", "Administrator", true, "admin", "admin", roles);
        self.person("Ivy", "Agent", true, "itil.agent", "itil.agent", &["itil"]);
        for (first, last, active, mailbox) in PEOPLE {
            let letters = |name: &str| name.to_lowercase().replace('\'', "");
            let user_name = format!("{}.{}", letters(first), letters(last));
            self.person(first, last, *active, &user_name, mailbox, &[]);
        }
        let desk = self.add("sys_user_group", &[("name", "Service Desk"), ("description", "First line")]);
        for user_name in ["dana.novak", "jonas.weber"] {
            let user = self.tables.find("sys_user", "user_name", user_name);
            let user = user.map_or_else(String::new, |row| row.sys_id().to_owned());
            self.add("sys_user_grmember", &[("group", &desk), ("user", &user)]);
        }
    }

    fn crowd(&mut self, count: u32) {
        for n in 1..=count {
            let user_name = format!("user.{n:05}");
            self.person("User", &format!("{n:05}"), true, &user_name, &user_name, &[]);
        }
    }

    fn person(
        &mut self,
        first: &str,
        last: &str,
        active: bool,
        user_name: &str,
        mailbox: &str,
        roles: &[&str],
    ) {
        let user = self.add(
            "sys_user",
            &[
                ("user_name", user_name),
                ("first_name", first),
                ("last_name", last),
                ("name", &format!("{first} {last}")),
                ("email", &format!("{mailbox}@lumen-practice.example")),
                ("active", if active { "true" } else { "false" }),
            ],
        );
        for role in roles {
            let role = self.tables.find("sys_user_role", "name", role);
            if let Some(role) = role.map(|row| row.sys_id().to_owned()) {
                self.add("sys_user_has_role", &[("user", &user), ("role", &role)]);
            }
        }
    }

    fn settings(&mut self, scene: &Scene) {
        for (name, value) in [
            ("instance_name", "practice"),
            ("glide.war", "glide-australia-02-11-2026__patch3-05-25-2026_06-12-2026_1106.zip"),
            ("glide.oauth.state.parameter.required", "true"),
            ("glide.invalid_query.returns_no_rows", "false"),
        ] {
            self.add("sys_properties", &[("name", name), ("type", "string"), ("value", value)]);
        }
        self.add(
            "sys_update_set",
            &[("name", "Default"), ("application", GLOBAL), ("is_default", "true"), ("state", "in progress")],
        );
        let admin = self.tables.find("sys_user", "user_name", "admin").map(|row| row.sys_id().to_owned());
        if let Some(admin) = admin.filter(|_| !scene.instance.default_update_set) {
            let picked = [("name", "Support integration"), ("application", GLOBAL), ("state", "in progress")];
            let set = self.add("sys_update_set", &picked);
            self.add("sys_user_preference", &[("name", "sys_update_set"), ("user", &admin), ("value", &set)]);
        }
    }

    fn without_privileges(&mut self) {
        let Some(privileges) = Table::named("sys_scope_privilege") else { return };
        let all: Vec<String> = self.tables.rows(privileges).map(|row| row.sys_id().to_owned()).collect();
        all.iter().for_each(|sys_id| self.tables.take(privileges, sys_id));
    }

    fn sign_in_client(&mut self, client_id: &str, port: u16) {
        self.add(
            "oauth_entity",
            &[
                ("type", "client"),
                ("name", "Liaison sign-in"),
                ("client_id", client_id),
                ("public_client", "true"),
                ("use_pkce", "true"),
                ("code_challenge_method", "S256"),
                (
                    "redirect_url",
                    &format!("http://localhost:{port}/callback,http://127.0.0.1:{port}/callback"),
                ),
                ("refresh_token_lifespan", SIGN_IN_LIFESPAN),
            ],
        );
    }

    /// A clone brings the records of the instance that it was made from, marks of Liaison's included; secrets do not survive it.
    fn registry_record_of_the_original(&mut self) {
        self.add(
            "oauth_entity",
            &[
                ("type", "oauth_provider"),
                ("name", "Microsoft 365 support (production)"),
                ("client_id", &crate::random::guid()),
                ("default_grant_type", "client_credentials"),
                ("token_url", "https://login.example/common/oauth2/token"),
                ("comments", "liaison-0123456789abcdef0123456789abcdef-registry-record"),
            ],
        );
    }

    fn registry_record_of_others(&mut self) {
        let secret = self.tables.keys.encrypt(&crate::random::token(40));
        self.add(
            "oauth_entity",
            &[
                ("type", "oauth_provider"),
                ("name", APP_NAME),
                ("client_id", &crate::random::guid()),
                ("client_secret", &secret),
                ("default_grant_type", "client_credentials"),
                ("token_url", "https://login.example/common/oauth2/token"),
                ("comments", "Made by hand for the pilot. Please ask Greta before changing it."),
            ],
        );
    }
}
