//! What every kind says about fields in the same way.

use serde_json::Value;
use setup::{Observed, Step, observed::FieldDifference};

/// The difference of one field, if there is one.
pub fn difference(field: &str, is: &Value, wanted: &Value) -> Option<FieldDifference> {
    (is != wanted).then(|| FieldDifference { field: field.into(), is: is.clone(), wanted: wanted.clone() })
}

/// Nothing can be looked at while a value that another step gives is missing.
pub fn is_waiting(step: &Step<'_>) -> Option<Observed> {
    (!step.pending.is_empty()).then(|| Observed::Waiting { needs: step.pending.iter().cloned().collect() })
}
