//! The objects of the directory: applications and their service principals.

mod application;
mod service_principal;

pub(crate) use application::{Application, Password};
pub(crate) use service_principal::ServicePrincipal;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock;

/// How a secret fared against those that an application has.
pub(super) enum Fit {
    Good,
    Expired,
    Wrong,
}

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Directory {
    pub applications: Vec<Application>,
    pub service_principals: Vec<ServicePrincipal>,
    /// Seconds until readers see what was made, see [`crate::scenes::Scene::replication_s`].
    replication_s: u32,
}

impl Directory {
    pub(super) fn new(replication_s: u32) -> Self {
        Self { replication_s, ..Self::default() }
    }

    /// Whether what was made at `created` has reached every replica.
    pub(crate) fn is_seen(&self, created: Timestamp, now: Timestamp) -> bool {
        clock::after(created, i64::from(self.replication_s)) <= now
    }

    /// An application that is not deleted and that readers see.
    pub(crate) fn application(
        &mut self,
        now: Timestamp,
        is: impl Fn(&Application) -> bool,
    ) -> Option<&mut Application> {
        let replication_s = i64::from(self.replication_s);
        self.applications.iter_mut().find(|application| {
            application.deleted.is_none()
                && clock::after(application.created, replication_s) <= now
                && is(application)
        })
    }

    /// Deletes softly: the application can be restored for 30 days, and its service principal goes along.
    pub(crate) fn delete(&mut self, id: &str, now: Timestamp) {
        if let Some(application) = self.applications.iter_mut().find(|application| application.id == id) {
            application.deleted = Some(now);
            let app_id = &application.app_id;
            self.service_principals.retain(|principal| principal.app_id != *app_id);
        }
    }

    /// Which secret of application `app_id` the `secret` is, as the token endpoint sees it; `None` for an unknown
    /// application.
    pub(super) fn authenticate(&mut self, app_id: &str, secret: &str, now: Timestamp) -> Option<Fit> {
        let replication_s = i64::from(self.replication_s);
        let application =
            self.application(now, |application| application.app_id.eq_ignore_ascii_case(app_id))?;
        let fitting = application
            .passwords
            .iter()
            .find(|password| password.is(secret) && clock::after(password.start, replication_s) <= now);
        Some(match fitting {
            Some(password) if password.end <= now => Fit::Expired,
            Some(_) => Fit::Good,
            None => Fit::Wrong,
        })
    }

    /// All applications that are not deleted, in Graph's shape.
    pub(crate) fn applications(&self) -> Vec<Value> {
        self.applications
            .iter()
            .filter(|application| application.deleted.is_none())
            .map(Application::shape)
            .collect()
    }

    /// Deleted applications that can still be restored, in Graph's shape.
    pub(crate) fn deleted_applications(&self) -> Vec<Value> {
        self.applications
            .iter()
            .filter(|application| application.deleted.is_some())
            .map(Application::shape)
            .collect()
    }

    /// All service principals that are not deleted, in Graph's shape.
    pub(crate) fn service_principals(&self) -> Vec<Value> {
        self.service_principals.iter().map(ServicePrincipal::shape).collect()
    }

    /// The `keyId` of the secret of application `app_id` whose value is `secret`.
    pub(crate) fn key_of_secret(&self, app_id: &str, secret: &str) -> Option<String> {
        let application = self.applications.iter().find(|application| application.app_id == app_id)?;
        application
            .passwords
            .iter()
            .find(|password| password.is(secret))
            .map(|password| password.key_id.clone())
    }
}
