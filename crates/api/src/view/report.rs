use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReportView {
    /// For a save dialog.
    pub file_name: String,
    pub text: String,
}
