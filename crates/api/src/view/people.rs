use serde::{Deserialize, Serialize};
use setup::ports::Person;
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleView {
    #[ts(type = "number")]
    pub count: u64,
    /// The first hundred.
    pub first: Vec<Person>,
}
