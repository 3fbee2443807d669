use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DoctorView {
    pub checks: Vec<DoctorCheck>,
}

/// Words: `doctor-<id>` with the verdict as attribute.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DoctorCheck {
    pub id: String,
    /// The host looked at, where there is one.
    pub about: Option<String>,
    pub verdict: DoctorVerdict,
    pub args: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DoctorVerdict {
    Fine,
    Warning,
    Failed,
    NotRun,
}
