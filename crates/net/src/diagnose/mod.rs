//! Looks at this computer's way to the network, without prose: ids, grades and arguments.

mod dns;
mod loopback;
pub(crate) mod proxy;
mod reach;

use std::{collections::BTreeMap, time::Duration};

pub use dns::dns;
pub use loopback::loopback;
pub use proxy::proxy;
pub use reach::reach;

/// No look takes longer than this.
const PATIENCE: Duration = Duration::from_secs(15);

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
    /// `dns`, `tls`, `clock`, `proxy` or `loopback`.
    pub check: &'static str,
    /// Message id: the check and how it went, such as `tls-untrusted`. Each function lists its own.
    pub id: &'static str,
    pub grade: Grade,
    pub args: BTreeMap<&'static str, String>,
}

impl Finding {
    fn new(check: &'static str, id: &'static str, grade: Grade) -> Self {
        Self { check, id, grade, args: BTreeMap::new() }
    }

    fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}
