use serde::{Deserialize, Serialize};
use setup::Problem;
use ts_rs::TS;

/// What an integration has left on both sides. Nothing here is removed by Liaison.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LeftView {
    pub items: Vec<LeftItem>,
    /// What could not be looked at, and why.
    pub unseen: Vec<LeftUnseen>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LeftItem {
    /// Word id `left-<what>`, with how to remove it by hand as `left-<what>.how`.
    pub what: String,
    pub name: String,
    /// A date, a version, a role: what else helps to know it.
    pub about: Option<String>,
    /// This setup made it: undo takes it back.
    pub ours: bool,
    /// The page where it is removed by hand, to be copied.
    pub address: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LeftUnseen {
    pub what: String,
    pub why: Problem,
}
