//! What the tenant's app management policy allows ("tenantAppManagementPolicy resource type", "Microsoft Entra app management
//! policies"). Reading it takes a right of its own, so it is a separate and optional consent.

use jiff::Span;
use net::Method;
use serde::Deserialize;

use crate::{error::EntraError, graph::Graph};

/// The right that reads policies.
pub const READ_POLICIES: &str = "Policy.Read.All";

/// For new applications' client secrets. A policy of one application can differ from it, which is learnt from a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecretPolicy {
    /// New secrets may be made at all.
    pub allowed: bool,
    /// The most days that one may be good for, where that is limited.
    pub longest_days: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Policy {
    #[serde(default)]
    is_enabled: bool,
    #[serde(default)]
    application_restrictions: Option<Restrictions>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Restrictions {
    #[serde(default)]
    password_credentials: Vec<Restriction>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Restriction {
    restriction_type: String,
    #[serde(default)]
    state: Option<String>,
    /// ISO 8601 duration, such as `P90D`.
    #[serde(default)]
    max_lifetime: Option<String>,
}

impl Graph {
    /// # Errors
    /// [`EntraError`]; denied without the right, or without a role that may read policies.
    pub async fn secret_policy(&self) -> Result<SecretPolicy, EntraError> {
        let policy: Policy = self.one(self.call(Method::GET, "/policies/defaultAppManagementPolicy")).await?;
        Ok(policy.of_secrets())
    }
}

impl Policy {
    fn of_secrets(self) -> SecretPolicy {
        let mut found = SecretPolicy { allowed: true, longest_days: None };
        if !self.is_enabled {
            return found;
        }
        // Each applies to applications created after a date of its own, which lies behind us: a policy cannot name a later one.
        for one in self.application_restrictions.unwrap_or_default().password_credentials {
            if one.state.as_deref() == Some("disabled") {
                continue;
            }
            match one.restriction_type.as_str() {
                "passwordAddition" => found.allowed = false,
                "passwordLifetime" => found.longest_days = one.max_lifetime.as_deref().and_then(days),
                _ => {}
            }
        }
        found
    }
}

fn days(duration: &str) -> Option<i64> {
    let span: Span = duration.parse().ok()?;
    // Months and years have their length only from a date on; this one is of no year with a leap day.
    let from = jiff::civil::datetime(2001, 1, 1, 0, 0, 0, 0);
    let to = from.checked_add(span).ok()?;
    Some(to.duration_since(from).as_hours() / 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> SecretPolicy {
        serde_json::from_str::<Policy>(text)
            .map(Policy::of_secrets)
            .unwrap_or(SecretPolicy { allowed: false, longest_days: Some(-1) })
    }

    #[test]
    fn only_what_is_switched_on_counts() {
        let open = SecretPolicy { allowed: true, longest_days: None };
        assert_eq!(of("{}"), open);
        let restrictions = r#""applicationRestrictions":{"passwordCredentials":[
            {"restrictionType":"passwordAddition","state":"disabled","maxLifetime":null},
            {"restrictionType":"customPasswordAddition","state":"enabled"},
            {"restrictionType":"passwordLifetime","state":"enabled","maxLifetime":"P3M"}]}"#;
        assert_eq!(of(&format!(r#"{{"isEnabled":false,{restrictions}}}"#)), open);
        let limited = SecretPolicy { longest_days: Some(90), ..open };
        assert_eq!(of(&format!(r#"{{"isEnabled":true,{restrictions}}}"#)), limited);
    }

    #[test]
    fn durations_are_days() {
        for (text, wanted) in
            [("P90D", Some(90)), ("P1Y", Some(365)), ("P4DT12H30M5S", Some(4)), ("soon", None)]
        {
            assert_eq!(days(text), wanted, "{text}");
        }
    }
}
