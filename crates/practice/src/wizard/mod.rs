//! The setup wizard of the Microsoft 365 support integration.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Wizard {}

impl Wizard {
    /// What the control shows of it.
    pub(crate) fn state(&self) -> Value {
        json!({})
    }
}
