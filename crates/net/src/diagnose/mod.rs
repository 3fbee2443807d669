//! Looks at this computer's way to the network, without prose: ids, grades and arguments.

use std::collections::BTreeMap;

/// How a look at something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Ok,
    Warn,
    Fail,
}

/// One look: `id` and `args` make a sentence elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `dns`, `tls`, `proxy`, `clock`, `loopback`.
    pub check: &'static str,
    /// Message id: the check and how it went, such as `tls-intercepted`.
    pub id: &'static str,
    pub grade: Grade,
    pub args: BTreeMap<&'static str, String>,
}

impl Finding {
    pub(crate) fn new(check: &'static str, id: &'static str, grade: Grade) -> Self {
        Self { check, id, grade, args: BTreeMap::new() }
    }

    pub(crate) fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}
