//! The practice ServiceNow instance: sign-in, OAuth, the Table API, and the pages that the guide visits.

pub(crate) mod access;
mod basic;
mod batch;
pub(crate) mod business_rules;
mod front;
mod hibernation;
mod input;
pub(crate) mod login;
mod oauth;
mod pages;
mod parameters;
mod password2;
mod query;
mod refusal;
mod rendering;
mod role_inheritance;
pub(crate) mod schema;
pub(crate) mod seed;
pub(crate) mod session;
pub(crate) mod situation;
pub(crate) mod store_app;
mod table_api;
pub(crate) mod tables;
mod update_sets;

pub(crate) use pages::denied;

use std::collections::BTreeMap;

use axum::Router;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::announcement::Account;
use crate::app::App;
use crate::wizard;
use crate::world::Start;
use oauth::Grants;
use password2::MASK;
use schema::TABLES;
use session::Sessions;
use tables::{Row, Tables};

/// Everything that the instance remembers.
#[derive(Serialize, Deserialize)]
pub(crate) struct Instance {
    pub tables: Tables,
    pub grants: Grants,
    pub sessions: Sessions,
    /// Which application each user chose in the picker: user to scope, both `sys_id`s.
    applications: BTreeMap<String, String>,
}

impl Instance {
    pub(crate) fn new(start: &Start<'_>) -> Self {
        Self {
            tables: seed::tables(start),
            grants: Grants::default(),
            sessions: Sessions::default(),
            applications: BTreeMap::new(),
        }
    }

    /// The accounts that are of use: those with a role.
    pub(crate) fn accounts_to_announce(&self) -> Vec<Account> {
        let accounts = self.tables.all("sys_user").map(|user| Account {
            service: "servicenow".to_owned(),
            name: user.get("user_name").to_owned(),
            roles: role_inheritance::roles_of(&self.tables, user.sys_id()).into_iter().collect(),
        });
        let mut accounts: Vec<Account> = accounts.filter(|account| !account.roles.is_empty()).collect();
        accounts.sort_by(|a, b| a.name.cmp(&b.name));
        accounts
    }

    /// `{table: [rows]}`; `key_of_secret(client_id, secret)` answers each registry row's `secret_of`.
    pub(crate) fn tables_without_secrets(
        &self,
        key_of_secret: impl Fn(&str, &str) -> Option<String>,
    ) -> Value {
        let shown = |row: &Row| {
            let mut shown: Map<String, Value> =
                row.iter().map(|(column, value)| (column.clone(), json!(value))).collect();
            if let Some(cipher) = shown.get("client_secret").and_then(Value::as_str) {
                let key =
                    self.tables.keys.decrypt(cipher).and_then(|s| key_of_secret(row.get("client_id"), s));
                let masked = if cipher.is_empty() { "" } else { MASK };
                shown.insert("client_secret".to_owned(), json!(masked));
                shown.insert("secret_of".to_owned(), json!(key));
            }
            Value::Object(shown)
        };
        TABLES
            .iter()
            .map(|table| (table.name.to_owned(), self.tables.rows(table).map(shown).collect::<Value>()))
            .collect::<Map<String, Value>>()
            .into()
    }

    /// The application scope that a user works in: Global until they choose another.
    pub(crate) fn application_of(&self, user: &str) -> &str {
        self.applications.get(user).map_or(seed::GLOBAL, String::as_str)
    }

    pub(crate) fn choose_application(&mut self, user: &str, scope: &str) {
        self.applications.insert(user.to_owned(), scope.to_owned());
    }

    fn property_is_true(&self, name: &str) -> bool {
        self.tables.find("sys_properties", "name", name).is_some_and(|row| row.get("value") == "true")
    }
}

pub(crate) fn router(app: App) -> Router {
    let routes = if app.scene().hibernating {
        hibernation::routes()
    } else if let Some(before) = front::routes(app.scene().instance.front) {
        before
    } else {
        let all = Router::new()
            .merge(login::routes())
            .merge(oauth::routes())
            .merge(table_api::routes())
            .merge(batch::routes())
            .merge(pages::routes())
            .merge(wizard::routes());
        front::limited(all, &app)
    };
    routes.with_state(app)
}
