use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReportView {
    /// For whoever writes it to a file.
    pub file_name: String,
    pub text: String,
}

/// A file that was written for the person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Where it is.
    pub path: String,
}
