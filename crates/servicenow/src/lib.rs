//! One ServiceNow instance: where it is, who is signed in to it, and its tables, a file per noun.

mod address;
mod probe;

pub use address::{AddressError, InstanceAddress};
pub use probe::{ProbeProblem, probe};
