use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person kept of a step: in no journal, in no handover, and in the report only where it was chosen.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct EvidenceView {
    /// Nothing is kept of a step with a secret on its screen.
    pub refused: bool,
    pub note: Option<NoteView>,
    /// Oldest first.
    pub pictures: Vec<PictureView>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NoteView {
    pub text: String,
    /// ISO time.
    pub at: String,
    pub by: Option<String>,
    pub in_report: bool,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PictureView {
    pub id: String,
    /// ISO time.
    pub at: String,
    pub by: Option<String>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Of the PNG as it is kept.
    pub sha256: String,
    pub in_report: bool,
}

/// A picture's pixels, to be shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PixelsView {
    pub width: u32,
    pub height: u32,
    /// A PNG in base64.
    pub png: String,
}
