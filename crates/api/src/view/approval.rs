use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a change process says about a setup. Empty texts where nobody said anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApprovalView {
    /// Only the plan with the approved fingerprint may be applied.
    pub required: bool,
    /// Number of the change ticket.
    pub number: String,
    pub approver: String,
    /// When it may be done, in the approver's words.
    pub window: String,
    /// SHA-256 of the approved plan, in hex; empty while none is.
    pub fingerprint: String,
}
