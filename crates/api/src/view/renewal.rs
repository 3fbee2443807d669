use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A secret that is being replaced while it is in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RenewalView {
    pub step: String,
    pub stage: RenewalStage,
    /// ISO time of its beginning.
    pub since: String,
    /// The old value is kept here and can be put back.
    pub way_back: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RenewalStage {
    /// The new secret is not yet made, or not yet with everyone who uses it.
    Unfinished,
    /// Both are valid, and nobody has seen the new one used yet. No timer ends this.
    Waiting,
    /// The old value is on its way back.
    PuttingBack,
    /// One of the two is used by nobody any more and still has to go.
    Removing,
}
