use serde::{Deserialize, Serialize};
use setup::Problem;
use ts_rs::TS;

/// A question about a newer version of Liaison, which [`Request::UpdateAnswer`](crate::Request::UpdateAnswer) answers, or what became
/// of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "update", rename_all = "kebab-case")]
pub enum UpdateView {
    /// May `host` be asked for newer versions?
    MayLook { host: String },
    /// May `version` be fetched and installed now?
    MayInstall { version: String },
    /// The next start is `version`.
    Replaced { version: String },
    /// The disk image of `version` is open: the app is dragged from it.
    Opened { version: String },
    /// Nothing was replaced.
    Failed { problem: Problem },
}
