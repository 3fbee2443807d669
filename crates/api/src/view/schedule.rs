use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The operating system's schedule that looks which secrets end.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ScheduleView {
    pub on: bool,
}
