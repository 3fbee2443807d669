use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something of ours that stops working at a known time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExpiryView {
    /// The setup's id.
    pub setup: String,
    pub name: String,
    pub practice: bool,
    pub step: String,
    /// The service's id of it: a key id, nothing secret.
    pub id: String,
    /// ISO time.
    pub ends_at: String,
    /// Whole days until then, rounded up; zero and less where it has ended.
    #[ts(type = "number")]
    pub days: i64,
    /// Few enough days to do something about it.
    pub soon: bool,
    /// A newer one is to replace it.
    pub replaced: bool,
}
