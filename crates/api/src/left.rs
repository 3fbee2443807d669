//! What is left of an integration, ours or not. Reads only: whoever owns it removes it, by hand.

use std::future::Future;

use entra::{Graph, portal::RegistrationPage};
use secrecy::SecretString;
use servicenow::Instance;
use setup::{Problem, guide::Service, ports::Access, problem::Result, record::Record};

use crate::{
    app::App,
    setups::Opened,
    view::left::{LeftItem, LeftUnseen, LeftView},
};

impl App {
    /// Looks on both sides, as far as somebody is signed in there.
    ///
    /// # Errors
    /// `setup-unknown`. What cannot be looked at is in the view.
    pub async fn left(&self, setup: &str) -> Result<LeftView> {
        let opened = self.open(setup).await?;
        let look = Look { services: self.services(&opened.record.head)?, opened: &opened };
        let sessions = self.sessions(&opened);
        let mut left = LeftView { items: Vec::new(), unseen: Vec::new() };
        for seat in &opened.told.guide.seats {
            let token = match seat.service {
                None => continue,
                Some(_) => sessions.token(&seat.id).await,
            };
            match (seat.service, token) {
                (Some(Service::Entra), Ok(token)) => look.tenant(&token, &mut left).await,
                (Some(Service::Servicenow), Ok(token)) => look.instance(&token, &mut left).await,
                (_, Err(why)) => left.unseen.push(LeftUnseen { what: format!("seat-{}", seat.id), why }),
                (None, Ok(_)) => {}
            }
        }
        Ok(left)
    }
}

struct Look<'a> {
    services: steps::Services,
    opened: &'a Opened,
}

impl Look<'_> {
    fn record(&self) -> &Record {
        &self.opened.record
    }

    fn is_ours(&self, id: &str) -> bool {
        self.record().steps.values().any(|step| step.owns(id))
    }

    /// Parameters of that name of every step of a kind.
    fn parameters(&self, kind: &str, name: &str) -> Vec<&str> {
        let steps = self.opened.told.guide.steps.iter().filter(|step| step.kind == kind);
        steps.filter_map(|step| step.with.get(name)?.as_str()).collect()
    }

    /// A page of the instance's own forms: "Navigate by URL", ServiceNow documentation.
    fn form(&self, table: &str, sys_id: &str) -> Option<String> {
        Some(format!("{}/{table}.do?sys_id={sys_id}", self.services.instance.origin()))
    }

    async fn tenant(&self, token: &SecretString, left: &mut LeftView) {
        let graph = Graph::new(self.services.http.clone(), self.services.cloud.clone(), token.clone());
        let host = self.services.instance.host();
        let found = graph.applications_redirecting_to(&host).await;
        let found = found.map_err(|error| steps::problem::of_entra(&error));
        for application in kept("left-application", found, left) {
            let ours = self.is_ours(&application.id);
            let page = |page| self.services.cloud.registration(page, &application.app_id).map(String::from);
            left.items.push(LeftItem {
                what: "application".into(),
                name: application.display_name.clone(),
                about: Some(application.app_id.clone()),
                ours,
                address: page(RegistrationPage::Overview),
            });
            for secret in &application.password_credentials {
                left.items.push(LeftItem {
                    what: "application-secret".into(),
                    name: secret.display_name.clone().unwrap_or_else(|| secret.key_id.clone()),
                    about: secret.end_date_time.map(|end| end.strftime("%Y-%m-%d").to_string()),
                    ours: self.is_ours(&secret.key_id),
                    address: page(RegistrationPage::Credentials),
                });
            }
        }
    }

    async fn instance(&self, token: &SecretString, left: &mut LeftView) {
        let address = self.services.instance.clone();
        let instance = Instance::new(self.services.http.clone(), address, token.clone());
        for scope in self.parameters("servicenow.store-app", "scope") {
            for application in kept("left-store-app", asked(instance.application(scope)).await, left) {
                left.items.push(LeftItem {
                    what: "store-app".into(),
                    name: application.name,
                    about: Some(application.version),
                    ours: false,
                    address: self.form("sys_scope", &application.sys_id),
                });
            }
            for privilege in kept("left-scope-privilege", asked(instance.privileges_of(scope)).await, left) {
                left.items.push(LeftItem {
                    what: "scope-privilege".into(),
                    name: format!("{}: {}", privilege.target_name, privilege.operation),
                    about: Some(privilege.status),
                    ours: false,
                    address: self.form("sys_scope_privilege", &privilege.sys_id),
                });
            }
        }
        let host = self.services.cloud.login.host();
        let entries = asked(instance.entries_with_token_host(&host)).await;
        for entry in kept("left-registry-entry", entries, left) {
            left.items.push(LeftItem {
                what: "registry-entry".into(),
                ours: self.is_ours(&entry.sys_id),
                name: entry.name,
                about: Some(entry.client_id),
                address: self.form("oauth_entity", &entry.sys_id),
            });
        }
        let mut roles = self.parameters("servicenow.role-grant", "role");
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            for grant in kept("left-role-grant", asked(instance.direct_grants(role)).await, left) {
                left.items.push(LeftItem {
                    what: "role-grant".into(),
                    name: grant.to,
                    about: Some(grant.role),
                    ours: false,
                    address: self.form("sys_user_has_role", &grant.sys_id),
                });
            }
        }
        // Last, as signing in needs it.
        if let Some(client) = self.record().answers.get("servicenow.sign-in.client") {
            for entry in kept("left-sign-in-client", asked(instance.entries_of_client(client)).await, left) {
                left.items.push(LeftItem {
                    what: "sign-in-client".into(),
                    name: entry.name,
                    about: Some(entry.client_id),
                    ours: false,
                    address: self.form("oauth_entity", &entry.sys_id),
                });
            }
        }
    }
}

async fn asked<T>(call: impl Future<Output = Result<T, servicenow::ServicenowError>>) -> Result<T, Problem> {
    call.await.map_err(|error| steps::problem::of_servicenow(&error))
}

/// What was found; what could not be looked at is told.
fn kept<T: IntoIterator>(what: &str, found: Result<T>, left: &mut LeftView) -> Vec<T::Item> {
    match found {
        Ok(found) => found.into_iter().collect(),
        Err(why) => {
            left.unseen.push(LeftUnseen { what: what.into(), why });
            Vec::new()
        }
    }
}
