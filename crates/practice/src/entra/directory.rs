//! The objects of the directory: applications and their service principals.

use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Directory {}

impl Directory {
    /// All applications that are not deleted, in Graph's shape.
    pub(crate) fn applications(&self) -> Vec<Value> {
        Vec::new()
    }

    /// Deleted applications that can still be restored, in Graph's shape.
    pub(crate) fn deleted_applications(&self) -> Vec<Value> {
        Vec::new()
    }

    /// All service principals that are not deleted, in Graph's shape.
    pub(crate) fn service_principals(&self) -> Vec<Value> {
        Vec::new()
    }

    /// The `keyId` of the secret of application `app_id` whose value is `secret`.
    pub(crate) fn key_of_secret(&self, _app_id: &str, _secret: &str) -> Option<String> {
        None
    }
}
