use serde::{Deserialize, Serialize};
use setup::observed::{FieldDifference, Object};
use ts_rs::TS;

/// What stands already and could be used instead of a new object.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CandidatesView {
    pub candidates: Vec<CandidateView>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CandidateView {
    pub object: Object,
    /// What would have to be changed on it; empty where it is as wanted.
    pub fields: Vec<FieldDifference>,
}
