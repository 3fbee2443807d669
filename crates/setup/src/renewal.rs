//! A secret that is being replaced while it is in use.
//!
//! The new one is made beside the old one, and both are valid until somebody has seen that the new one is used: nothing outside can
//! make its user prove that. No timer ends this.
//!
//! ```text
//! begun ── used ──────────── the old one is removed ── closed
//!      └── put back ── returned ── the new one is removed ── closed
//! ```

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Field of an observation: ids that are still valid beside the current one, on purpose.
pub const ALSO_VALID: &str = "alsoValid";

/// What is said of a sealed secret so that its version is known.
pub const KEY_ID: &str = "key-id";

/// The name under which the value before is kept during a renewal.
pub fn previous_name(secret: &str) -> String {
    format!("{secret}.previous")
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "turn")]
pub enum Turn {
    /// From here on the old one is not swept away.
    Begun {
        previous: Option<String>,
    },
    /// A person saw the new one in use.
    Used {
        how: Use,
    },
    /// The old value is the current one again; `from` is what it replaces.
    PutBack {
        from: Option<String>,
    },
    /// Every user has the old value again.
    Returned,
    Closed,
}

/// How a person knows that the new secret is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Entra's sign-in log or credential activity shows the new key.
    SignInLog,
    /// A token was asked for in the instance after its cached one was gone.
    TokenRequest,
}

/// A renewal that is not over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal {
    pub since: Timestamp,
    pub previous: Option<String>,
    pub stage: Stage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The new one is being made and written, or waits to be used. Both are valid.
    Both,
    /// The old value is on its way back to its users. Both are valid.
    PuttingBack { from: Option<String> },
    /// Nobody uses that one any more.
    Removing { key: Option<String> },
}

impl Renewal {
    /// Whether the key must not be removed yet.
    pub fn protects(&self, key: &str) -> bool {
        let is = |other: &Option<String>| other.as_deref() == Some(key);
        match &self.stage {
            Stage::Both => is(&self.previous),
            Stage::PuttingBack { from } => is(&self.previous) || is(from),
            Stage::Removing { .. } => false,
        }
    }

    /// The renewal after one more turn of it, at `at`.
    pub fn turned(now: Option<Self>, turn: &Turn, at: Timestamp) -> Option<Self> {
        match (turn, now) {
            (Turn::Begun { previous }, _) => {
                Some(Self { since: at, previous: previous.clone(), stage: Stage::Both })
            }
            (Turn::Used { .. }, Some(now)) => {
                Some(Self { stage: Stage::Removing { key: now.previous.clone() }, ..now })
            }
            (Turn::PutBack { from }, Some(now)) => {
                Some(Self { stage: Stage::PuttingBack { from: from.clone() }, ..now })
            }
            (Turn::Returned, Some(Self { since, previous, stage: Stage::PuttingBack { from } })) => {
                Some(Self { since, previous, stage: Stage::Removing { key: from } })
            }
            (Turn::Returned, now) => now,
            (Turn::Closed, _) | (_, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(turns: &[Turn]) -> Option<Renewal> {
        turns.iter().fold(None, |now, turn| Renewal::turned(now, turn, Timestamp::UNIX_EPOCH))
    }

    #[test]
    fn the_old_one_is_protected_until_the_new_one_is_used() {
        let begun = Turn::Begun { previous: Some("old".into()) };
        let both = after(std::slice::from_ref(&begun));
        assert!(both.as_ref().is_some_and(|renewal| renewal.protects("old") && !renewal.protects("new")));
        let used = after(&[begun.clone(), Turn::Used { how: Use::SignInLog }]);
        assert!(used.is_some_and(|renewal| !renewal.protects("old")));
        assert_eq!(after(&[begun, Turn::Used { how: Use::SignInLog }, Turn::Closed]), None);
    }

    #[test]
    fn on_the_way_back_both_are_protected_until_every_user_has_the_old_one() {
        let turns = [
            Turn::Begun { previous: Some("old".into()) },
            Turn::PutBack { from: Some("new".into()) },
            Turn::Returned,
        ];
        let back = after(&turns[..2]);
        assert!(back.is_some_and(|renewal| renewal.protects("old") && renewal.protects("new")));
        let returned = after(&turns).map(|renewal| renewal.stage);
        assert_eq!(returned, Some(Stage::Removing { key: Some("new".into()) }));
    }
}
