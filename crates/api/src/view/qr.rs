use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A QR code: its dark modules, as the path of a square.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct QrView {
    /// Modules on each side, without the margin that a reader needs around them.
    pub size: usize,
    /// SVG path data, a unit a module.
    pub path: String,
}
