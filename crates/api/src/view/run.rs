use serde::{Deserialize, Serialize};
use setup::{
    Change, Problem,
    plan::{Plan, Purpose},
    ports::Progress,
};
use ts_rs::TS;

use super::step::StepLine;

/// A plan to be looked at before it is applied.
/// A request that was sent just now. No query, no header, no body.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RequestView {
    pub method: String,
    pub host: String,
    pub path: String,
    /// It was not carried out, and is sent again after this.
    pub wait: Option<WaitView>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WaitView {
    /// A message id.
    pub reason: String,
    pub seconds: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlanView {
    pub plan: Plan,
    pub steps: Vec<StepLine>,
    /// By-hand steps left.
    pub open: Vec<String>,
    /// Why the plan is not whole: a step could not be looked at.
    pub problem: Option<Problem>,
}

/// How a run ended. Also the document that the command line prints with `--json`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RunView {
    pub setup: String,
    pub outcome: Outcome,
    pub fingerprint: Option<String>,
    /// For apply and undo: those made. For check and plan: those that would be.
    pub changes: Vec<Change>,
    pub steps: Vec<StepLine>,
    /// By-hand steps left.
    pub open: Vec<String>,
    /// What else was read that whoever decides should know: where the instance records the changes, or recorded them.
    #[serde(default)]
    pub notes: Vec<Problem>,
    /// Message ids of what remains (undo), or would (plan).
    pub stays: Vec<String>,
    pub problem: Option<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Everything that can be looked at is as wanted.
    InOrder,
    /// There are changes to make.
    Changes,
    /// Something that was in order no longer is, or a proof failed.
    Drift,
    Applied,
    Undone,
    /// Stopped part of the way: the problem says why. What was made is in `changes`.
    Paused,
    /// Nothing was done.
    Refused,
}

/// A run that goes on, for a window that was just opened or reloaded.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RunningView {
    pub purpose: Option<Purpose>,
    pub progress: Vec<Progress>,
}
