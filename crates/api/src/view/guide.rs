use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A guide as people meet it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct GuideView {
    pub id: String,
    pub title: String,
    /// ISO date on which the service behind it was shut down.
    pub retired_on: Option<String>,
    /// Who is needed, in the guide's order.
    pub seats: Vec<String>,
    /// Language to Fluent source.
    pub words: BTreeMap<String, String>,
}

/// The drawings of a guide. The window parses them against its allow-list and fills slots as text.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PicturesView {
    /// Name to HTML fragment.
    pub pictures: BTreeMap<String, String>,
}
