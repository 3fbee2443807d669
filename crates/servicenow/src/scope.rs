//! Applications (`sys_scope`), whether of the store or not. `sys_store_app` extends it and is often closed to web services.

use serde::Deserialize;

use crate::{Instance, ServicenowError, query};

/// An application that is installed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Application {
    pub sys_id: String,
    /// For example `x_app`.
    pub scope: String,
    pub name: String,
    /// Numbers joined by dots.
    #[serde(default)]
    pub version: String,
    /// `true` or `false`.
    #[serde(default)]
    pub active: String,
}

impl Instance {
    /// The application with that scope.
    ///
    /// # Errors
    /// [`ServicenowError`]
    pub async fn application(&self, scope: &str) -> Result<Option<Application>, ServicenowError> {
        let Ok(value) = query::value(scope) else { return Ok(None) };
        let fields = "sys_id,scope,name,version,active";
        let found: Vec<Application> = self.rows("sys_scope", &format!("scope={value}"), fields).await?;
        Ok(found.into_iter().find(|application| application.scope == scope))
    }
}

/// Whether `version` is `least` or later, number by number. What is no number counts as none.
pub fn is_at_least(version: &str, least: &str) -> bool {
    let numbers =
        |text: &str| text.split('.').map(|part| part.trim().parse().unwrap_or(0)).collect::<Vec<u64>>();
    let (mut is, mut wanted) = (numbers(version), numbers(least));
    let length = is.len().max(wanted.len());
    is.resize(length, 0);
    wanted.resize(length, 0);
    !version.is_empty() && is >= wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_number() {
        for (version, least) in [("2.0.0", "2.0.0"), ("2.0.1", "2.0.0"), ("10.0", "2.0.0"), ("2", "2.0.0")] {
            assert!(is_at_least(version, least), "{version} {least}");
        }
        for (version, least) in [("1.0.11", "2.0.0"), ("1.9.9", "2.0.0"), ("", "2.0.0"), ("x", "2.0.0")] {
            assert!(!is_at_least(version, least), "{version} {least}");
        }
    }
}
