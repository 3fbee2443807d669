use serde::{Deserialize, Serialize};
use setup::{ports::Person, rows::Sighting};
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleView {
    #[ts(type = "number")]
    pub count: u64,
    /// The first hundred.
    pub first: Vec<Person>,
}

/// What the last look of a role's step saw of the list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PeopleSeenView {
    /// Lines by word: `missing`, `granted`, `inherited`, `nobody` …; word ids begin with `people-why-`.
    #[ts(type = "Record<string, number>")]
    pub words: std::collections::BTreeMap<String, u64>,
    /// Grants of ours that stand.
    #[ts(type = "number")]
    pub made: u64,
    /// A hundred lines.
    pub lines: Vec<Sighting>,
    /// Ask again with this for the lines after them.
    #[ts(type = "number | null")]
    pub next: Option<u64>,
}
