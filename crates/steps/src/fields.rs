//! What every kind says about its parameters and fields in the same way.

use serde::de::DeserializeOwned;
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

/// Whether a guide's `with` has the shape of the kind's parameters.
///
/// # Errors
/// What is wrong, for whoever writes the guide.
pub fn fits<T: DeserializeOwned>(with: &Value) -> Result<(), String> {
    serde_json::from_value::<T>(with.clone()).map(drop).map_err(|error| error.to_string())
}
